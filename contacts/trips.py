"""Journeys: visits of one person that follow on one another. No Django, no database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from contacts.when import when_words

LONGEST_GAP = timedelta(days=3)  # from the last day of a leg to the first of the next


@dataclass(frozen=True)
class Visit:
    """A visit of the person whose days are known. ``key`` is the contact's id, ``country`` the host's code."""

    key: str
    start: date
    end: date
    country: str
    place: str


@dataclass(frozen=True)
class Leg:
    """One stay: the visits to one country that overlap or are told of the same place, with days and place of all."""

    visits: tuple[Visit, ...]

    @property
    def start(self) -> date:
        return self.visits[0].start

    @property
    def end(self) -> date:
        return max(visit.end for visit in self.visits)

    @property
    def country(self) -> str:
        return self.visits[0].country

    @property
    def place(self) -> str:
        return next((visit.place for visit in self.visits if visit.place), "")

    @property
    def when(self) -> str:
        return when_words(self.start, self.end, "day")


@dataclass(frozen=True)
class Journey:
    """Two or more legs, in order of time."""

    legs: tuple[Leg, ...]

    @property
    def start(self) -> date:
        return self.legs[0].start

    @property
    def end(self) -> date:
        return max(leg.end for leg in self.legs)

    @property
    def when(self) -> str:
        return when_words(self.start, self.end, "day")

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(visit.key for leg in self.legs for visit in leg.visits)


def journeys(visits: Iterable[Visit]) -> tuple[Journey, ...]:
    """The journeys that these visits make, in order of time. A visit with nothing within LONGEST_GAP is none."""
    found = []
    for stays in _following(sorted(visits, key=lambda visit: (visit.start, visit.end, visit.key))):
        legs = tuple(_legs(stays))
        if len(legs) > 1:
            found.append(Journey(legs))
    return tuple(found)


def _following(ordered: list[Visit]) -> Iterator[list[Visit]]:
    """The visits cut where nothing followed soon enough."""
    some: list[Visit] = []
    until = date.min
    for visit in ordered:
        if some and visit.start - until > LONGEST_GAP:
            yield some
            some = []
        until = max(until, visit.end) if some else visit.end
        some.append(visit)
    if some:
        yield some


def _legs(visits: list[Visit]) -> Iterator[Leg]:
    """Two in a row are one stay when they are in one country, and in one place or on the same days."""
    stay: list[Visit] = []
    for visit in visits:
        if stay and not _one_stay(stay, visit):
            yield Leg(tuple(stay))
            stay = []
        stay.append(visit)
    yield Leg(tuple(stay))


def _one_stay(stay: list[Visit], visit: Visit) -> bool:
    if visit.country != stay[-1].country:
        return False
    places = {one.place.casefold() for one in (*stay, visit)} - {""}
    return len(places) < 2 or visit.start <= min(one.end for one in stay)
