"""Contacts counted a piece of time, in SQL: what a density is drawn from."""

from __future__ import annotations

from django.db.models import Case, Count, F, QuerySet, Value, When

from contacts.extraction.types import Status
from contacts.models import Dyad
from contacts.pair import density
from contacts.pair.density import Division
from contacts.pair.sql import DayNumber, MonthNumber


def counts_of(rows: QuerySet[Dyad], division: Division) -> list[density.Count]:
    """One query. Its rows do not grow with the contacts but with the pieces of time, lanes and layers."""
    bar = division.bar
    number, every = (MonthNumber, bar.months) if bar.months else (DayNumber, bar.days)
    layer = Case(
        When(confirmed=False, then=Value(density.PENCIL)),
        When(status=Status.OCCURRED.value, then=Value(density.SURE)),
        default=Value(density.OPEN),
    )
    counted = (
        rows.filter(start__isnull=False)
        .annotate(layer=layer, first=number(F("start"), every), final=number(F("end"), every))
        .values_list("lane", "layer", "first", "final")
        .annotate(Count("pk"))
    )
    return [density.Count(*row) for row in counted]
