"""The journeys of a person, out of the visits that are stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from contacts.extraction.types import Kind, Precision, Role, Status
from contacts.models import Participation, Party
from contacts.sight import EVERYTHING, Sight
from contacts.trips import Journey, Leg, Visit, journeys

MOST_VISITS = 2000  # the newest are looked at
AROUND = timedelta(days=60)  # from a visit, within which its journey is looked for
_MADE = (Status.OCCURRED, Status.PLANNED)


@dataclass(frozen=True)
class Stop:
    """A leg as a page shows it; ``contact`` is the one to link to, ``more`` how many others tell of the same stay."""

    contact: str
    where: str
    when: str
    more: int
    here: bool = False


@dataclass(frozen=True)
class Trip:
    """A journey as a page shows it. ``person`` and ``name`` say whose."""

    when: str
    stops: tuple[Stop, ...]
    person: str = ""
    name: str = ""


def of_person(
    person: str, start: date | None = None, end: date | None = None, sight: Sight = EVERYTHING
) -> tuple[Trip, ...]:
    """The newest first; of visits that occurred or are planned, on days that are known. Two queries."""
    rows = _visits([person], start, end, sight)[:MOST_VISITS]
    names = dict(Party.objects.values_list("code", "name"))
    return tuple(_trip(one, names) for one in reversed(journeys(_visit(row) for row in rows)))


def with_contact(contact: str, start: date | None, end: date | None, sight: Sight = EVERYTHING) -> tuple[Trip, ...]:
    """The journeys that a visit is a leg of, each once, with the names of those who made it. At most three queries."""
    guests = Participation.objects.filter(contact=contact, role=Role.VISITOR).exclude(person=None)
    people = dict(guests.order_by("ordinal").values_list("person", "person__name"))
    people = {pk: sight.name(pk, name) for pk, name in people.items()}
    if not (people and start and end):
        return ()
    rows = list(_visits(people, _moved(start, -AROUND), _moved(end, AROUND), sight)[:MOST_VISITS])
    found: dict[Journey, list[str]] = {}
    for person in people:
        for one in journeys(_visit(row) for row in rows if row[0] == person):
            if contact in one.keys:
                found.setdefault(one, []).append(person)
    if not found:
        return ()
    names = dict(Party.objects.values_list("code", "name"))
    return tuple(_trip(one, names, contact, who[0], ", ".join(people[pk] for pk in who)) for one, who in found.items())


def _visits(people: Iterable[str], start: date | None, end: date | None, sight: Sight):
    rows = sight.seen(Participation.objects.all()).filter(
        person__in=list(people),
        role=Role.VISITOR,
        contact__kind=Kind.VISIT,
        contact__status__in=_MADE,
        contact__precision=Precision.DAY,
        contact__start__isnull=False,
    )
    if start:
        rows = rows.filter(contact__end__gte=start)
    if end:
        rows = rows.filter(contact__start__lte=end)
    return (
        rows.order_by("-contact__start", "contact")
        .values_list("person", "contact", "contact__start", "contact__end", "contact__place_country", "contact__place")
        .distinct()
    )


def _visit(row: tuple) -> Visit:
    _, key, start, end, country, place = row
    return Visit(key, start, end, country or "", place)


def _trip(one: Journey, names: dict[str, str], here: str = "", person: str = "", name: str = "") -> Trip:
    return Trip(one.when, tuple(_stop(leg, names, here) for leg in one.legs), person, name)


def _stop(leg: Leg, names: dict[str, str], here: str) -> Stop:
    keys = [visit.key for visit in leg.visits]
    country = names.get(leg.country, "")
    where = leg.place or country or "place not known"
    if country and leg.place and country.casefold() not in leg.place.casefold():
        where = f"{leg.place}, {country}"
    return Stop(keys[0], where, leg.when, len(keys) - 1, here in keys)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min
