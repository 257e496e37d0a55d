"""People who may be two, as the queue and a person's page ask about them: why, and what would tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from contacts.fusion import people_doubts
from contacts.fusion.two_people import PARTIES, POSTS, SILENT, TOGETHER
from contacts.models import Contact, Name, Participation, Person, PersonDoubt, split_words
from contacts.sight import Sight
from contacts.when import when_words


@dataclass(frozen=True)
class Evidence:
    """A contact that suggests two people; as a rule there are two."""

    contact: str
    headline: str
    words: str


@dataclass(frozen=True)
class Asked:
    """A question. ``why`` is a sentence; ``two`` says what would be somebody else's, empty where nothing tells the two
    apart."""

    pk: int
    person: str
    name: str
    party: str
    why: str
    evidence: tuple[Evidence, ...]
    two: str


@dataclass(frozen=True)
class _Told:
    contact: Contact
    title: str
    party: str


def queue(start: int, most: int, sight: Sight) -> list[Asked]:
    """In the order of the people's names. A number of queries that does not depend on how many are asked."""
    rows = PersonDoubt.objects.order_by("person__name", "person", "rule")[start : start + most]
    return _asked(rows, sight)


def of_person(person: Person, sight: Sight) -> list[Asked]:
    return _asked(PersonDoubt.objects.filter(person=person).order_by("rule"), sight)


def if_one(one: Person, other: Person, sight: Sight) -> list[Asked]:
    """What would suggest two people, if these two were one."""
    return _questions(people_doubts.if_one(one.pk, other.pk), {one.pk, other.pk}, sight)


def _asked(found: QuerySet[PersonDoubt], sight: Sight) -> list[Asked]:
    return _questions(list(found.select_related("person__party")), set(), sight)


def _questions(rows: Sequence[PersonDoubt], people: set[str], sight: Sight) -> list[Asked]:
    """``people``: those whom the rows are about, where it is not each row's person alone."""
    if not rows:
        return []
    contacts = _contacts({key for row in rows for key in (row.here, row.there)}, sight)
    told = _told(people or {row.person_id for row in rows}, contacts)
    names = Name.objects.filter(pk__in={pk for row in rows for pk in (row.one, row.other)})
    spelled = dict(names.values_list("pk", "spelling"))
    found = []
    for row in rows:
        of = sorted(people or {row.person_id})
        sides = [told[person, key] for key in (row.here, row.there) for person in of if (person, key) in told]
        if len({side.contact.pk for side in sides}) == len({row.here, row.there}):
            found.append(_question(row, sides[0], sides[-1], spelled, sight.name(row.person_id, row.person.name)))
    return found


def _contacts(keys: set[str], sight: Sight) -> dict[str, Contact]:
    found = Contact.objects.select_related("place_country").filter(pk__in=keys)
    return sight.seen(found, "pk").in_bulk()


def _told(people: set[str], contacts: dict[str, Contact]) -> dict[tuple[str, str], _Told]:
    """By person and contact, as whom the person took part."""
    taking_part = Participation.objects.filter(person__in=people, contact__in=contacts).select_related("party")
    return {
        (row.person_id, row.contact_id): _Told(
            contacts[row.contact_id], row.title, row.party.name if row.party else "no party"
        )
        for row in taking_part.order_by("-ordinal")
    }


def _question(row: PersonDoubt, here: _Told, there: _Told, names: dict[str, str], name: str) -> Asked:
    two = ""
    if row.other:
        two = f"“{names.get(row.one, '')}” and “{names.get(row.other, '')}” would be two people’s names."
    elif row.apart:
        two = f"The person would be somebody else {split_words(row.day, row.post) if row.post else _from(row)}."
    return Asked(
        pk=row.pk,
        person=row.person_id,
        name=name,
        party=row.person.party.name if row.person.party else "no party",
        why=_why(row, here, there),
        evidence=tuple(
            dict.fromkeys(Evidence(one.contact.pk, one.contact.headline, _evidence(row, one)) for one in (here, there))
        ),
        two=two,
    )


def _from(row: PersonDoubt) -> str:
    return f"from {when_words(row.day, row.day, 'day')} on"


def _why(row: PersonDoubt, here: _Told, there: _Told) -> str:
    if row.rule == TOGETHER:
        return "Two of the names take part in one contact side by side."
    if row.rule == SILENT:
        years = (there.contact.start - here.contact.end).days // 365
        return f"Nothing is known for {years} years between two of the contacts."
    if row.rule == POSTS:
        return "Two posts that nobody holds at one time are told in turn."
    if row.rule == PARTIES:
        return "Two parties are stood for in turn, within three years."
    return "Two places far from each other on one day."


def _evidence(row: PersonDoubt, told: _Told) -> str:
    contact = told.contact
    when = when_words(contact.start, contact.end, contact.precision)
    if row.rule == POSTS:
        return f"{when}, as {told.title}"
    if row.rule == PARTIES:
        return f"{when}, for {told.party}"
    where = contact.place or (contact.place_country.name if contact.place_country else "")
    country = contact.place_country.name if contact.place_country else ""
    if country and country.casefold() not in where.casefold():
        where = f"{where}, {country}"
    return ", ".join(filter(None, [when, where]))
