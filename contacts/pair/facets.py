"""How many contacts each choice of the filter would hold if all others stay as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, QuerySet

from contacts.extraction.types import Kind, Rank, Status
from contacts.pair import named
from contacts.pair.named import Facet
from contacts.pair.selection import ALL, CONFIRMED, PROPOSED, RANK_NAMES, Filter

COUNTED = frozenset({"kinds", "statuses", "lanes", "ranks", "show"})  # choices, as the fields of Filter are called


class Cell(NamedTuple):
    """Contacts that are alike in all that the cheap choices go by: how many, and how many of them have a date."""

    kind: str
    status: str
    lane: str
    rank: int
    confirmed: bool
    contacts: int
    dated: int


class Cells:
    """The contacts within the asked dates, people and outlets, counted by kind, status, lane, rank and confirmed.

    ``rows`` are those that pass all but the choices COUNTED. One query; what it finds does not grow with the contacts
    but with their variety.
    """

    def __init__(self, rows: QuerySet, asked: Filter) -> None:
        counted = rows.values_list("kind", "status", "lane", "rank", "confirmed")
        self._cells = [Cell(*row) for row in counted.annotate(Count("pk"), Count("start"))]
        self._tests: dict[str, Callable[[Cell], bool]] = {
            "kinds": lambda cell: not asked.kinds or cell.kind in asked.kinds,
            "statuses": lambda cell: not asked.statuses or cell.status in asked.statuses,
            "lanes": lambda cell: not asked.lanes or cell.lane in asked.lanes,
            "ranks": lambda cell: not asked.ranks or cell.rank in asked.ranks,
            "show": lambda cell: asked.show == ALL or cell.confirmed == (asked.show == CONFIRMED),
        }
        self.passing = self._passing("")
        self.contacts = sum(cell.contacts for cell in self.passing)
        self.undated = self.contacts - sum(cell.dated for cell in self.passing)
        self.by_lane = self.by("lane", "")

    def by(self, field: str, but: str) -> Counter:
        """Contacts by the value of a field, with the choice called ``but`` left out."""
        found: Counter = Counter()
        for cell in self._passing(but):
            found[getattr(cell, field)] += cell.contacts
        return found

    def dated_by_lane(self) -> Counter:
        found: Counter = Counter()
        for cell in self.passing:
            found[cell.lane] += cell.dated
        return found

    def _passing(self, but: str) -> list[Cell]:
        tests = [test for name, test in self._tests.items() if name != but]
        return [cell for cell in self._cells if all(test(cell) for test in tests)]


@dataclass(frozen=True, slots=True)
class Facets:
    """All choices of the filter. ``ranks``, ``people`` and ``outlets`` are those that hold something or are chosen."""

    kinds: tuple[Facet, ...]
    statuses: tuple[Facet, ...]
    lanes: tuple[Facet, ...]
    ranks: tuple[Facet, ...]
    shows: tuple[Facet, ...]
    people: tuple[Facet, ...]
    outlets: tuple[Facet, ...]


def facets(
    a: str, b: str, asked: Filter, cells: Cells, lanes: Sequence[tuple[str, str]], like: dict[str, str]
) -> Facets:
    """``lanes`` are keys with labels; ``like`` is what the names of the offered people and outlets hold."""
    ranks = cells.by("rank", "ranks")
    return Facets(
        kinds=_of_enum(Kind, cells.by("kind", "kinds"), asked.kinds),
        statuses=statuses(cells, asked),
        lanes=lanes_of(cells, asked, lanes),
        ranks=tuple(
            Facet(RANK_NAMES[rank], rank_label(rank), ranks[rank], rank in asked.ranks)
            for rank in sorted(ranks.keys() | asked.ranks)
        ),
        shows=shows(cells, asked),
        people=named.people(a, b, asked, like["who"]),
        outlets=named.outlets(a, b, asked, like["outlet"]),
    )


def statuses(cells: Cells, asked: Filter) -> tuple[Facet, ...]:
    return _of_enum(Status, cells.by("status", "statuses"), asked.statuses)


def lanes_of(cells: Cells, asked: Filter, lanes: Sequence[tuple[str, str]]) -> tuple[Facet, ...]:
    counts = cells.by("lane", "lanes")
    return tuple(Facet(key, label, counts[key], key in asked.lanes) for key, label in lanes)


def shows(cells: Cells, asked: Filter) -> tuple[Facet, ...]:
    confirmed = cells.by("confirmed", "show")
    counts = (
        (ALL, "All", confirmed.total()),
        (CONFIRMED, "Confirmed", confirmed[True]),
        (PROPOSED, "Proposed", confirmed[False]),
    )
    return tuple(Facet(value, label, count, value == asked.show) for value, label, count in counts)


def rank_label(rank: int) -> str:
    return "Nobody with a title" if rank >= len(Rank) else RANK_NAMES[rank].capitalize()


def _of_enum(enum, found: Counter, chosen: frozenset[str]) -> tuple[Facet, ...]:
    return tuple(Facet(item.value, item.value.capitalize(), found[item.value], item.value in chosen) for item in enum)
