"""The pair as a whole, and the silences between contacts, out of counts a month: a few hundred rows at most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Max, Min, Q, QuerySet

from contacts.extraction.types import Status
from contacts.pair.silence import silences, span_words
from contacts.pair.sql import MonthNumber
from contacts.when import month_words

GAP_MONTHS = 12
_OCCURRED = Q(status=Status.OCCURRED.value)


class Month(NamedTuple):
    """The contacts that began in one month (``number`` None: without a date). ``earliest``, ``latest`` and ``until``
    (first and last beginning, last day) are of those that occurred; ``first`` and ``last`` are of all."""

    number: int | None
    contacts: int
    confirmed: int
    earliest: date | None
    latest: date | None
    until: date | None
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Totals:
    """The pair as a whole, whatever the filter. ``first`` to ``silence`` are of contacts that occurred, in words;
    ``silence`` is the longest time without one. ``since`` and ``until`` are the outermost days of all."""

    contacts: int
    confirmed: int
    first: str
    last: str
    silence: str
    since: date | None
    until: date | None

    @property
    def proposed(self) -> int:
        return self.contacts - self.confirmed


@dataclass(frozen=True, slots=True)
class Silence:
    """A time of ``months`` whole months without a contact. ``at`` is the day on which the last one before it began."""

    months: int
    last: date
    first: date
    at: date


def by_month(rows: QuerySet) -> list[Month]:
    """One query, a row for each month in which something began."""
    counted = rows.annotate(month=MonthNumber("start")).values_list("month")
    counted = counted.annotate(
        contacts=Count("pk"),
        sure=Count("pk", filter=Q(confirmed=True)),
        earliest=Min("start", filter=_OCCURRED),
        latest=Max("start", filter=_OCCURRED),
        until=Max("end", filter=_OCCURRED),
        first=Min("start"),
        last=Max("end"),
    )
    return [Month(*row) for row in counted.order_by("month")]


def totals(months: list[Month]) -> Totals:
    dated = [month for month in months if month.first]
    happened = [month for month in dated if month.earliest]
    longest = max((months for months, _, _ in silences(_days(happened))), default=0)
    return Totals(
        contacts=sum(month.contacts for month in months),
        confirmed=sum(month.confirmed for month in months),
        first=month_words(min(month.earliest for month in happened)) if happened else "",
        last=month_words(max(month.until for month in happened)) if happened else "",
        silence=span_words(longest) if longest else "",
        since=min((month.first for month in dated), default=None),
        until=max((month.last for month in dated), default=None),
    )


def long_silences(months: list[Month]) -> list[Silence]:
    """Those of at least GAP_MONTHS between contacts that occurred, in order of time.

    Within one month there is none, so the first and the last day of each month's contacts are all that matters.
    """
    happened = [month for month in months if month.earliest]
    return [
        Silence(length, last, first, max(month.latest for month in happened if month.latest < first))
        for length, last, first in silences(_days(happened))
        if length >= GAP_MONTHS
    ]


def _days(happened: list[Month]) -> list[tuple[date, date]]:
    return [(month.earliest, month.until) for month in happened]
