"""Joining a person with another: who could be meant, and what would become one."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Max, Min, Q

from contacts.fusion.names import name_key
from contacts.models import KnownName, Name, NameTie, Participation, Person
from contacts.person import doubted
from contacts.person.posts import Post, posts
from contacts.search import find
from contacts.search.index import MOST_COUNTED
from contacts.search.names import asked_words
from contacts.sight import Sight
from contacts.when import month_words

MOST, MOST_POSTS = 20, 4


@dataclass(frozen=True)
class Candidate:
    """Somebody who could be the same. ``asked``: the machine asks whether it is so."""

    id: str
    name: str
    others: tuple[str, ...]
    party: str
    contacts: str
    asked: bool


@dataclass(frozen=True)
class Half:
    """One of the two who would become one. ``when`` is from the first contact to the last."""

    person: Person
    spellings: tuple[str, ...]
    posts: tuple[Post, ...]
    contacts: int
    when: str


@dataclass(frozen=True)
class Joining:
    """What would become one, under which name and for which party; ``against`` is what would suggest two people."""

    halves: tuple[Half, Half]
    name: str
    party: str
    parties_differ: bool
    against: list[doubted.Asked]


def candidates(person: Person, typed: str, sight: Sight) -> list[Candidate]:
    """Those whose names are meant by what was typed; without anything typed those of names like the person's own.
    Whom the machine asks about comes first. Five queries."""
    asked = set() if typed.strip() else _asked_about(person.pk, sight)
    words = asked_words(typed.strip() or person.name)
    people, _ = find.known(words, sight)
    hits = [hit for hit in people if not typed.strip() or len(hit.fit.asked) == len(words)]
    order = [*sorted(asked), *(hit.of.person_id for hit in hits)]
    ids = [pk for pk in dict.fromkeys(order) if pk != person.pk][:MOST]
    rows = Person.objects.select_related("party").in_bulk(ids)
    spellings, contacts = _spellings(ids, sight), _contacts(ids, sight)
    return [
        Candidate(
            id=pk,
            name=sight.name(pk, rows[pk].name),
            others=tuple(name for name in spellings.get(pk, ()) if name != sight.name(pk, rows[pk].name))[:4],
            party=rows[pk].party.name if rows[pk].party else "no party",
            contacts=_number(contacts.get(pk, 0)),
            asked=pk in asked,
        )
        for pk in ids
        if pk in rows and sight.knows(pk)
    ]


def _asked_about(person: str, sight: Sight) -> set[str]:
    hidden = list(sight.hidden_names())
    ties = NameTie.objects.filter(Q(one__person=person) | Q(other__person=person))
    ties = ties.exclude(Q(one__in=hidden) | Q(other__in=hidden))
    found = {pk for pair in ties.values_list("one__person", "other__person") for pk in pair}
    return found - {person, None}


def _spellings(people: list[str], sight: Sight) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    rows = (
        sight.called(Name.objects.filter(person__in=people))
        .order_by("spelling")
        .values_list("person", "spelling")
        .distinct()
    )
    for pk, spelling in rows:
        found.setdefault(pk, []).append(spelling)
    return found


def _contacts(people: list[str], sight: Sight) -> dict[str, int]:
    """In how many contacts each is, up to a limit; counted only where some of them are hidden."""
    if not sight.contacts:
        return dict(KnownName.objects.filter(person__in=people).values_list("person", "contacts"))
    rows = sight.seen(Participation.objects.filter(person__in=people)).order_by().values_list("person")
    return {pk: min(n, MOST_COUNTED) for pk, n in rows.annotate(Count("pk"))}


def _number(contacts: int) -> str:
    return f"{contacts:,}{'+' if contacts == MOST_COUNTED else ''} contact{'' if contacts == 1 else 's'}"


def joining(one: Person, other: Person, sight: Sight) -> Joining:
    """What would become one if somebody said that these two are."""
    for person in (one, other):
        person.name = sight.name(person.pk, person.name)
    fullest = min((one, other), key=lambda person: (-len(person.name), name_key(person.name), person.pk))
    return Joining(
        halves=(_half(one, sight), _half(other, sight)),
        name=fullest.name,
        party=fullest.party.name if fullest.party else "no party",
        parties_differ=one.party_id != other.party_id,
        against=doubted.if_one(one, other, sight),
    )


def _half(person: Person, sight: Sight) -> Half:
    told = sight.seen(Participation.objects.filter(person=person)).aggregate(
        n=Count("contact", distinct=True), first=Min("contact__start"), last=Max("contact__end")
    )
    first, last = (month_words(day) if day else "" for day in (told["first"], told["last"]))
    return Half(
        person=person,
        spellings=tuple(_spellings([person.pk], sight).get(person.pk, ())),
        posts=posts(person.pk, sight)[:MOST_POSTS],
        contacts=told["n"],
        when=first if first == last else f"{first} – {last}",
    )
