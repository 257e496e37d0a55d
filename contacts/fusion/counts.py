"""PairYear: how many contacts two parties had, by year and kind. Counted anew where contacts changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Count, Max, Q, QuerySet, Value
from django.db.models.functions import Coalesce, ExtractYear

from contacts.extraction.types import Kind, Status
from contacts.lanes import A_IN_B, B_IN_A
from contacts.models import Dyad, PairYear

Cell = tuple[str, str, int, str]  # two parties in order, year (0: undated), kind
NO_YEAR = 0
_AT_ONCE = 50  # cells of one query

_OCCURRED = Q(status=Status.OCCURRED)
_VISITS = _OCCURRED & Q(kind=Kind.VISIT)
_COUNTS = {
    "contacts": Count("pk"),
    "confirmed": Count("pk", filter=Q(confirmed=True)),
    "occurred": Count("pk", filter=_OCCURRED),
    "a_in_b": Count("pk", filter=_VISITS & Q(lane=A_IN_B)),
    "b_in_a": Count("pk", filter=_VISITS & Q(lane=B_IN_A)),
    "last": Max("end", filter=_OCCURRED),
}


def cell(dyad: Dyad) -> Cell:
    return dyad.a_id, dyad.b_id, dyad.start.year if dyad.start else NO_YEAR, dyad.kind


def recount(cells: Iterable[Cell]) -> None:
    """Make the rows of these cells what Dyad says; a cell without contacts has none."""
    cells = sorted(set(cells))
    for at in range(0, len(cells), _AT_ONCE):
        rows, dyads = of_cells(cells[at : at + _AT_ONCE])
        rows.delete()
        PairYear.objects.bulk_create(counted(dyads))


def of_cells(cells: Sequence[Cell]) -> tuple[QuerySet[PairYear], QuerySet[Dyad]]:
    """The rows of some cells, and what they count. No more than a few hundred cells: a query has room for so many."""
    rows = reduce(or_, (_row(*cell) for cell in cells))
    return PairYear.objects.filter(rows), Dyad.objects.filter(reduce(or_, (_dyads(*cell) for cell in cells)))


def recount_all() -> None:
    """For an empty table: every cell, as a stream."""
    batch: list[PairYear] = []
    for row in counted(Dyad.objects.all()):
        batch.append(row)
        if len(batch) == 1000:
            PairYear.objects.bulk_create(batch)
            batch = []
    PairYear.objects.bulk_create(batch)


def _row(a: str, b: str, year: int, kind: str) -> Q:
    return Q(a=a, b=b, year=year, kind=kind)


def _dyads(a: str, b: str, year: int, kind: str) -> Q:
    days = Q(start__range=(date(year, 1, 1), date(year, 12, 31))) if year else Q(start=None)
    return Q(a=a, b=b, kind=kind) & days


def counted(dyads: QuerySet[Dyad]) -> Iterator[PairYear]:
    """The rows, not stored, that count these. One query."""
    by_cell = dyads.order_by().annotate(year=Coalesce(ExtractYear("start"), Value(NO_YEAR)))
    for row in by_cell.values("a_id", "b_id", "year", "kind").annotate(**_COUNTS).iterator():
        yield PairYear(**row)
