"""Many contacts of one pair at once, as their rows: what hundreds of reports would become, without the reading."""

from __future__ import annotations

import random
from datetime import date, timedelta
from hashlib import sha256

from contacts.fusion import persons
from contacts.models import Contact, Dyad, Name, Participation, Person, Report, Source
from tests import make

KINDS = {
    "visit": ("a-in-b", "b-in-a"),
    "meeting": ("a-in-b", "b-in-a", "elsewhere"),
    "call": ("calls",),
    "message": ("messages",),
}
GIVEN = ("Anton", "Beata", "Christoph", "Dmitri", "Eulalia", "Ferenc")
STATUSES = ["occurred"] * 6 + ["planned", "possible", "cancelled", "denied"]


def contacts(number: int, a: str = "ESP", b: str = "PRT", seed: int = 1, **fixed) -> list[Dyad]:
    """``number`` contacts from 1996 on: of all kinds, statuses, lanes and ranks, some vague, some without a date.

    ``fixed`` gives values of the dyad to all of them.
    """
    chance = random.Random(seed)
    articles = [make.article(outlet=f"Paper {n}") for n in range(3)]
    people = [_name(f"{given} {code}", code) for code in (a, b) for given in GIVEN]
    Person.objects.bulk_create(map(_person, people), ignore_conflicts=True)
    Name.objects.bulk_create(people, ignore_conflicts=True)
    record = make.record()
    reports = Report.objects.bulk_create(
        Report(article=chance.choice(articles), ordinal=n, machine=record, record=record) for n in range(number)
    )
    made, sources, taking_part, dyads = [], [], [], []
    for n, report in enumerate(reports):
        values = _values(chance) | fixed
        key = sha256(f"{a}{b}{seed}{n}".encode()).hexdigest()[:32]
        facts = {name: values[name] for name in ("kind", "status", "start", "end", "confirmed", "rank")}
        made.append(Contact(id=key, precision=_precision(values), place="Lisbon", headline=f"Contact {n}", **facts))
        sources.append(Source(contact_id=key, report=report, rank=0))
        for ordinal, someone in enumerate(chance.sample(people, 2)):
            taking_part.append(_participation(key, ordinal, someone))
        dyads.append(Dyad(contact_id=key, a_id=a, b_id=b, lane=values["lane"], **facts))
    for model, rows in ((Contact, made), (Source, sources), (Participation, taking_part), (Dyad, dyads)):
        model.objects.bulk_create(rows, batch_size=500)
    return dyads


def _name(spelling: str, code: str) -> Name:
    name = persons.name_row(spelling, code, None, "", {})
    name.person_id = name.pk
    return name


def _person(name: Name) -> Person:
    return Person(pk=name.pk, key=name.key, name=name.spelling, party_id=name.party_id)


def _participation(key: str, ordinal: int, name: Name) -> Participation:
    values = {"title": "minister", "role": "participant", "party_id": name.party_id, "name": name.spelling}
    return Participation(contact_id=key, ordinal=ordinal, known_as=name, person_id=name.pk, **values)


def _values(chance: random.Random) -> dict:
    kind = chance.choice(list(KINDS))
    start = end = date(1996, 1, 1) + timedelta(days=chance.randrange(11_000))
    vague = chance.random()
    if vague < 0.06:
        start, end = date(start.year, 1, 1), date(start.year, 12, 31)
    elif vague < 0.09:
        start = end = None
    return {
        "kind": kind, "lane": chance.choice(KINDS[kind]), "status": chance.choice(STATUSES), "start": start, "end": end,
        "confirmed": chance.random() < 0.6, "rank": chance.randrange(14),
    }  # fmt: skip


def _precision(values: dict) -> str:
    if values["start"] is None:
        return "unknown"
    return "day" if values["start"] == values["end"] else "year"
