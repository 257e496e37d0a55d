"""Reports in one line, for tests of fusion::

    visit occurred CHN-EGY 2023-01-14..2023-01-15 | Cairo EGY | Qin Gang CHN visitor (foreign minister) | 2023-01-16

kind, status, parties, time (a day, days, 2023-01, 2023, or ?); place and its country, or nothing; people with party,
role ("participant" where none is given) and title, "-" for an unnamed side, separated by ";"; the day of printing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from itertools import count

from contacts.fusion.given import Given

_numbers = count(1)
_PERSON = re.compile(r"(.+?) ([A-Z]{2,}(?:-[A-Z]+)?)(?: (visitor|host|sender|recipient))?(?: \((.+)\))?$")


def told(line: str, **values) -> Given:
    """A report of an article of its own, unless ``values`` say otherwise."""
    head, place, people, printed = (part.strip() for part in line.split("|"))
    kind, status, parties, time = head.split()
    number = next(_numbers)
    text, _, country = place.rpartition(" ")
    record = {
        "type": kind,
        "status": status,
        "countries": sorted(parties.split("-") if "LEAGUE" not in parties else parties.split("+")),
        "date": when(time),
        "place": {"text": text, "country": country} if place else None,
        "participants": [_person(one.strip()) for one in people.split(";")],
    }
    day = date.fromisoformat(printed) if printed else None
    return Given(**{"key": number, "article": f"article {number}", "record": record, "published": day} | values)


def when(time: str) -> dict:
    if time == "?":
        return {"start": None, "end": None, "precision": "unknown"}
    if len(time) == 4:
        return {"start": f"{time}-01-01", "end": f"{time}-12-31", "precision": "year"}
    if len(time) == 7:
        last = monthrange(*map(int, time.split("-")))[1]
        return {"start": f"{time}-01", "end": f"{time}-{last}", "precision": "month"}
    start, _, end = time.partition("..")
    return {"start": start, "end": end or start, "precision": "day"}


def _person(words: str) -> dict:
    name, country, role, title = _PERSON.match(words).groups()
    return {"name": None if name == "-" else name, "country": country, "title": title, "role": role or "participant"}
