"""The list of a pair's contacts: by year, newest first, with its silences; a long one sheet by sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db.models import Q, QuerySet

from contacts.extraction.types import Status
from contacts.models import Dyad
from contacts.pair import entries
from contacts.pair.entries import Entry
from contacts.pair.silence import span_words
from contacts.pair.totals import Silence
from contacts.sight import Sight
from contacts.when import month_words


class Asked(Protocol):
    """Which part of a list: ``sheet`` from 1, or the one that holds the contact ``at``."""

    sheet: int
    at: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """The long silences, in order of time, and whether they are silences of all contacts or of chosen ones only."""

    silences: Sequence[Silence]
    of_all: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence between two contacts that occurred."""

    words: str
    after: str
    before: str

    is_gap = True


@dataclass(frozen=True, slots=True)
class Year:
    """``label`` is the year; "?" for contacts without a date. ``goes_on`` says that an earlier sheet began it."""

    label: str
    rows: tuple[Entry | Gap, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of the list. ``number`` is its own from 1, ``sheets`` how many there are; it holds
    the entries ``first`` to ``last``, and ``left`` come after it; those without a date begin on ``undated_at``."""

    years: tuple[Year, ...]
    entries: tuple[Entry, ...]
    number: int
    sheets: int
    first: int
    last: int
    left: int
    undated_at: int

    @property
    def following(self) -> int | None:
        return self.number + 1 if self.number < self.sheets else None

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None


@dataclass(frozen=True, slots=True)
class Part:
    """Of what a sheet is: of how many ``contacts``, ``undated`` of them without a date, ``size`` of them on each, for a
    reader who may see so much."""

    contacts: int
    undated: int
    size: int
    sight: Sight


def sheet(rows: QuerySet, sides: Mapping[str, str], of: Part, ask: Asked, gaps: Gaps) -> Sheet:
    """The asked part of the rows. ``sides``: as ``entries.full``."""
    contacts, undated, size = of.contacts, of.undated, of.size
    sheets = max(1, -(-contacts // size))
    number = _sheet_of(rows, ask.at, size) if ask.at and sheets > 1 else ask.sheet
    number = min(max(1, number), sheets)
    begin = (number - 1) * size
    # One more before the first: the list goes on from it.
    found = _newest_first(rows, contacts - undated, max(0, begin - 1), begin + size, of.sight)
    found = entries.full(found, sides, of.sight)
    before, listed = (found[0], found[1:]) if begin else (None, found)
    return Sheet(
        years=_years(listed, before, gaps),
        entries=tuple(listed),
        number=number,
        sheets=sheets,
        first=begin + 1,
        last=begin + len(listed),
        left=contacts - begin - len(listed),
        undated_at=(contacts - undated) // size + 1,
    )


def _newest_first(rows: QuerySet[Dyad], dated: int, begin: int, end: int, sight: Sight) -> list[Entry]:
    """The entries from ``begin`` to before ``end``: the ``dated`` ones, which an index has in order, then the rest."""
    found = []
    if begin < dated:
        in_order = rows.filter(start__isnull=False).order_by("-start", "-end", "-pk")
        found += entries.brief(in_order[begin : min(end, dated)], sight)
    if end > dated:
        undated = rows.filter(start__isnull=True).order_by("-pk")
        found += entries.brief(undated[max(0, begin - dated) : end - dated], sight)
    return found


def _sheet_of(rows: QuerySet[Dyad], key: str, size: int) -> int:
    """The number of the sheet that holds a contact; 1 where it is in none."""
    row = rows.filter(contact=key).values_list("start", "end", "pk").first()
    if row is None:
        return 1
    start, end, pk = row
    if start is None:
        newer = Q(start__isnull=False) | Q(start__isnull=True, pk__gt=pk)
    else:
        newer = Q(start__gt=start) | Q(start=start, end__gt=end) | Q(start=start, end=end, pk__gt=pk)
    return rows.filter(newer).count() // size + 1


def _years(listed: Sequence[Entry], before: Entry | None, gaps: Gaps) -> tuple[Year, ...]:
    """A gap stands right above the contact after which it began."""
    until = before.start if before else date.max
    waiting = [silence for silence in gaps.silences if before is None or (until and silence.at <= until)]
    if before and waiting and waiting[-1].at == until and before.status == Status.OCCURRED:
        waiting.pop()
    years: dict[str, list[Entry | Gap]] = {}
    for entry in listed:
        rows = years.setdefault(_label(entry), [])
        if waiting and entry.start and entry.status == Status.OCCURRED and entry.start <= waiting[-1].at:
            rows.append(_gap(waiting.pop(), gaps))
        rows.append(entry)
    first = _label(before) if before else None
    return tuple(Year(label, tuple(rows), label == first) for label, rows in years.items())


def _label(entry: Entry) -> str:
    return f"{entry.start.year:04}" if entry.start else "?"


def _gap(silence: Silence, gaps: Gaps) -> Gap:
    what = "No contact known" if gaps.of_all else "None of these"
    return Gap(f"{what} for {span_words(silence.months)}", month_words(silence.last), month_words(silence.first))
