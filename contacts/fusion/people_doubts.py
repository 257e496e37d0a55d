"""PersonDoubt: which people may be two, kept right where what their contacts tell changes.

All rules look at one person alone, so a change costs what the people in it have, up to ``MOST`` contacts each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models.expressions import RawSQL

from contacts.extraction.types import Kind, Precision, Status
from contacts.fusion import names_standing
from contacts.fusion.gather import chunks
from contacts.fusion.names_standing import NONE
from contacts.fusion.rows import Rows
from contacts.fusion.two_people import Answered, Doubt, Mention, doubts
from contacts.models import Name, Participation, Person, PersonDoubt

MOST = 2000  # contacts: who has more is not looked at, among so many some day is wrong
_MET = (Kind.VISIT, Kind.MEETING)
_COUNT = """(SELECT COUNT(*) FROM (SELECT 1 FROM contacts_participation p
    WHERE p.person_id = contacts_person.id LIMIT %s) AS counted)"""
_FIELDS = ("rule", "here", "there", "one", "other", "day", "post", "apart")


# What one contact tells of one name: its id first, then all that the rules look at.
Told = tuple[str, str, str, str, str, date | None, date | None, str, str | None]


def told_in(contacts: Iterable[str]) -> set[Told]:
    """What stored contacts (ids, as many as one query takes) tell of names."""
    named = Participation.objects.filter(contact__in=contacts).exclude(known_as=None).order_by()
    facts = ("kind", "status", "start", "end", "precision", "place_country")
    return set(named.values_list("known_as", "contact", "title", *(f"contact__{fact}" for fact in facts)))


def told_by(made: Iterable[Rows]) -> set[Told]:
    """The same of contacts that are to be stored."""
    return {
        (row.known_as_id, c.pk, row.title, c.kind, c.status, c.start, c.end, c.precision, c.place_country_id)
        for one in made
        for c in [one.contact]
        for row in one.participations
        if row.known_as_id
    }


def people_of(told: Iterable[Told]) -> set[str]:
    """Whose these names are at present."""
    found: set[str] = set()
    for some in chunks({name for name, *_ in told}):
        found |= set(Name.objects.filter(pk__in=some, person__isnull=False).values_list("person", flat=True))
    return found


def settle(people: Iterable[str]) -> None:
    """Look anew at these people (ids), after their contacts and names were written."""
    people = set(people)
    if not people:
        return
    same = [pair for pair, one in names_standing.standing().items() if one]
    splits = names_standing.standing_splits()
    for some in chunks(people):
        _settle(some, same, splits)


def settle_all() -> None:
    """For a rebuild: everybody."""
    settle(Person.objects.order_by().values_list("pk", flat=True))


def _settle(people: list[str], same: list[names_standing.Pair], splits: names_standing.Splits) -> None:
    counted = Person.objects.filter(pk__in=people).annotate(n=RawSQL(_COUNT, [MOST + 1]))
    told = mentions([pk for pk, n in counted.values_list("pk", "n") if 1 < n <= MOST])
    wanted: dict[tuple, PersonDoubt] = {}
    suspected = {person: some for person, every in told.items() if (some := doubts(every))}
    names = _names(suspected)
    for person in suspected:
        for doubt in doubts(told[person], _answered(names[person], same, splits)):
            wanted[person, _values(doubt)] = PersonDoubt(person_id=person, **_values_of(doubt))
    for row in PersonDoubt.objects.filter(person__in=people):
        if wanted.pop((row.person_id, tuple(getattr(row, name) for name in _FIELDS)), None) is None:
            row.delete()
    PersonDoubt.objects.bulk_create(wanted.values(), batch_size=500)


def if_one(one: str, other: str) -> list[PersonDoubt]:
    """What would be asked of two people (ids) if they were one, as unsaved rows of the first."""
    counted = [Participation.objects.filter(person=pk)[: MOST + 1].count() for pk in (one, other)]
    if sum(counted) > MOST:
        return []
    every = [mention for told in mentions([one, other]).values() for mention in told]
    return [PersonDoubt(person_id=one, **_values_of(doubt)) for doubt in doubts(every)]


def _values_of(doubt: Doubt) -> dict:
    return {name: getattr(doubt, name) for name in _FIELDS}


def _values(doubt: Doubt) -> tuple:
    return tuple(_values_of(doubt).values())


def mentions(people: list[str]) -> dict[str, list[Mention]]:
    """What the contacts tell of each of these people, as far as they occurred and have a date."""
    found: dict[str, list[Mention]] = defaultdict(list)
    rows = Participation.objects.filter(
        person__in=people, contact__status=Status.OCCURRED, contact__start__isnull=False
    )
    for person, contact, start, end, name, party, title, place, kind, precision in rows.order_by().values_list(
        "person", "contact", "contact__start", "contact__end", "known_as", "party", "title",
        "contact__place_country", "contact__kind", "contact__precision",
    ):  # fmt: skip
        there = place if kind in _MET and precision == Precision.DAY and start == end else None
        found[person].append(Mention(start, contact, end, name or "", party or "", title, there or ""))
    return found


def _names(people: Iterable[str]) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    for some in chunks(people):
        for name in Name.objects.filter(person__in=some):
            found[name.person_id].append(name)
    return found


def _answered(names: list[Name], same: list[names_standing.Pair], splits: names_standing.Splits) -> Answered:
    of = names_standing.groups(same)
    ids = [name.pk for name in names]
    said = [splits.get((name.key, name.party_id), NONE) for name in names]
    return Answered(
        frozenset(frozenset((a, b)) for a in ids for b in ids if a < b and of.get(a, a) == of.get(b, b)),
        frozenset().union(*(one.whole_days for one in said)),
        frozenset().union(*(one.whole_posts for one in said)),
    )
