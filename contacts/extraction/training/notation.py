"""Annotated articles of our own, written by hand in plain text, as the codebook's JSON.

A file holds many articles. Each begins with a line ``# id | published | title``, then its text as it is, then a line
``--`` and a line for each contact, six fields between bars:

    visit | occurred | CUB,KOR | 2016-06-28 | Havana (CUB) | Cho Tae-yul (KOR, visitor, foreign minister) | "arrived in"

that is kind, status, parties, date, place, participants (divided by ``;``, a nameless side is ``-``) and evidence (text
in double quotes, divided by ``//``). A date is a day, ``day..day``, a month ``2016-06``, a year, or ``-``;
``2016-06-01..2016-08-31 month`` gives the precision of a range. No place is ``-``. A party is a code of the engine's
party lexicon (``CUB``, ``AU``, ``G20``); a group of states that is none ("P5+1") is written as its members.

    python -m contacts.extraction.training.notation FILE...   checks files and counts what they hold
    python -m contacts.extraction.training.notation --out DIR FILE...   writes the JSON that score.py reads
"""

from __future__ import annotations

import argparse
import calendar
import json
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from contacts.extraction.party_lexicon import all_parties
from contacts.extraction.types import Kind, Precision, Role, Status

HERE = Path(__file__).parent / "articles"
PERSON = re.compile(r"(?P<name>[^(;]+?)\s*\((?P<party>[^,)]+),\s*(?P<role>[a-z]+)(?:,\s*(?P<title>[^)]*))?\)$")
PLACE = re.compile(r"(?P<text>.+?)\s*\((?P<country>[^()]+)\)$")
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
ROLES = {
    Kind.VISIT: {Role.VISITOR},
    Kind.MEETING: {Role.PARTICIPANT, Role.HOST},
    Kind.CALL: {Role.PARTICIPANT},
    Kind.MESSAGE: {Role.SENDER, Role.RECIPIENT},
}


class BadArticle(ValueError):
    """The notation is broken; the message names file and line."""


def articles(path: Path) -> Iterator[dict]:
    """The file's articles as the codebook's JSON objects."""
    head, lines, start = None, [], 0
    known: set[str] = set()
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), "# "], 1):
        if line.startswith("# "):
            if head:
                article = _article(path, start, head, lines)
                if article["id"] in known:
                    raise BadArticle(f"{path}:{start}: there is a {article['id']!r} above.")
                known.add(article["id"])
                yield article
            head, lines, start = line, [], number
        elif head:
            lines.append(line)
        elif line.strip():
            raise BadArticle(f"{path}:{number}: text before the first '# id | published | title'.")


def _article(path: Path, start: int, head: str, lines: list[str]) -> dict:
    fields = [field.strip() for field in head[2:].split("|", 2)]
    if len(fields) != 3 or not fields[0]:
        raise BadArticle(f"{path}:{start}: wanted '# id | published | title'.")
    try:
        published = None if fields[1] == "-" else date.fromisoformat(fields[1]).isoformat()
    except ValueError:
        raise BadArticle(f"{path}:{start}: {fields[1]!r} is no day like 2016-06-30, and not '-'.") from None
    try:
        cut = lines.index("--")
    except ValueError:
        raise BadArticle(f"{path}:{start}: no line '--' between the text and its contacts.") from None
    text = "\n".join(lines[:cut]).strip("\n") + "\n"
    contacts = [
        _contact(f"{path}:{start + cut + 1 + n}", line, text)
        for n, line in enumerate(lines[cut + 1 :], 1)
        if line.strip()
    ]
    return {"id": fields[0], "title": fields[2], "published": published, "text": text, "contacts": contacts}


def _contact(where: str, line: str, text: str) -> dict:
    fields = [field.strip() for field in line.split("|")]
    if len(fields) != 7:
        raise BadArticle(f"{where}: {len(fields)} fields between bars, wanted 7.")
    kind, status, parties, day, place, people, evidence = fields
    try:
        found = {
            "type": Kind(kind).value,
            "status": Status(status).value,
            "countries": sorted({_party(party.strip()) for party in parties.split(",")}),
            "date": _date(day),
            "place": _place(place),
            "participants": [_person(one.strip()) for one in people.split(";")],
            "evidence": [_evidence(one.strip(), text) for one in evidence.split("//")],
        }
        _check(found)
    except ValueError as bad:
        raise BadArticle(f"{where}: {bad}.") from None
    return found


def _check(contact: dict) -> None:
    """What the codebook says of the fields together."""
    if len(contact["countries"]) < 2:
        raise ValueError("a contact has two parties or more")
    for person in contact["participants"]:
        if person["country"] not in contact["countries"]:
            raise ValueError(
                f"{person['name'] or '-'} is of {person['country']}, which is none of the contact's parties"
            )
        if person["role"] not in ROLES[Kind(contact["type"])]:
            raise ValueError(f"nobody is {person['role']} of a {contact['type']}")


def _party(code: str) -> str:
    if code not in _codes():
        raise ValueError(f"{code!r} is no known party")
    return code


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(party.code for party in all_parties())


def _date(words: str) -> dict:
    span, _, precision = words.partition(" ")
    if span == "-":
        return {"start": None, "end": None, "precision": Precision.UNKNOWN.value}
    first, _, last = span.partition("..")
    start, end, found = *_days(first), len(first)
    if last:
        end, found = _days(last)[1], len(last)
    if start > end:
        raise ValueError(f"{span!r} ends before it begins")
    known = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[
        found
    ]  # by the length of 2016, 2016-06, 2016-06-28
    value = Precision(precision) if precision else known
    return {"start": start.isoformat(), "end": end.isoformat(), "precision": value.value}


def _days(words: str) -> tuple[date, date]:
    """First and last day of a day, month or year."""
    if not DAY.match(words):
        raise ValueError(f"{words!r} is no day, month or year")
    parts = [int(part) for part in words.split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    if len(parts) == 2:
        return date(*parts, 1), date(*parts, calendar.monthrange(*parts)[1])
    return date(parts[0], 1, 1), date(parts[0] + 1, 1, 1) - timedelta(days=1)


def _place(words: str) -> dict | None:
    if words == "-":
        return None
    found = PLACE.match(words)
    if not found:
        raise ValueError(f"{words!r} is no 'place (COUNTRY)'")
    return {"text": found["text"], "country": _party(found["country"])}


def _person(words: str) -> dict:
    found = PERSON.match(words)
    if not found:
        raise ValueError(f"{words!r} is no 'name (PARTY, role, title)'")
    name = None if found["name"].strip() == "-" else found["name"].strip()
    role = Role(found["role"]).value
    return {"name": name, "country": _party(found["party"]), "title": found["title"] or None, "role": role}


def _evidence(words: str, text: str) -> list[int]:
    quoted = words.removeprefix('"').removesuffix('"')
    at = text.find(quoted)
    if len(words) < 3 or words != f'"{quoted}"':
        raise ValueError(f"{words!r} is not in double quotes")
    if at < 0:
        raise ValueError(f"the text has no {quoted!r}")
    return [at, at + len(quoted)]


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--out", type=Path)
    arguments.add_argument("files", nargs="*", type=Path)
    given = arguments.parse_args()
    bad = 0
    for path in given.files or sorted(HERE.glob("*.txt")):
        try:
            found = list(articles(path))
        except BadArticle as complaint:
            bad += 1
            print(complaint, file=sys.stderr)
            continue
        print(f"{path.name}: {len(found)} articles, {sum(len(a['contacts']) for a in found)} contacts")
        if given.out:
            given.out.mkdir(parents=True, exist_ok=True)
            for article in found:
                (given.out / f"{article['id']}.json").write_text(json.dumps(article, ensure_ascii=False, indent=1))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
