"""The matrix of pairs: how many contacts, or how recent the last, for the parties that have most.

It reads the counts of ``PairYear`` alone. Two queries, whatever the number of contacts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import log
from typing import NamedTuple

from django.db.models import CharField, Max, Sum
from django.db.models.functions import Cast

from contacts import links, regions
from contacts.forms_world import RECENCY, Asked
from contacts.models import Party
from contacts.sight import EVERYTHING, PairYears, Sight
from contacts.when import month_words

SIZE = 24
# A contact within so many days of today is shaded so dark; older ones 1, none at all 0.
RECENT = ((4, timedelta(days=92)), (3, timedelta(days=366)), (2, timedelta(days=3 * 366)))


@dataclass(frozen=True)
class Cell:
    """The contacts of two parties, ``a`` before ``b`` by code. ``shade`` is 0 to 4; ``words`` says all of it; ``query``
    narrows the pair's page to what was counted."""

    a: str
    b: str
    count: int
    shown: str
    shade: int
    words: str
    query: str = ""

    @property
    def address(self) -> str:
        return links.pair(self.a, self.b, self.query)


@dataclass(frozen=True)
class Row:
    """A party with its total among those asked for, and a cell a column (None where row and column are the same)."""

    party: Party
    total: int
    cells: tuple[Cell | None, ...]

    @property
    def address(self) -> str:
        return links.party(self.party.pk)


@dataclass(frozen=True)
class Matrix:
    """``left_out`` counts the parties that have contacts and found no room as a row or a column."""

    columns: tuple[Party, ...]
    rows: tuple[Row, ...]
    pairs: int
    contacts: int
    left_out: int


class _Pair(NamedTuple):
    """``newest``: the day of the last contact in ISO 8601."""

    count: int
    newest: str | None


def matrix(asked: Asked, today: date, size: int = SIZE, sight: Sight = EVERYTHING) -> Matrix:
    """The ``size`` busiest parties of each side, by name; ``asked.rows`` and ``asked.columns`` are regions."""
    pairs, sides = _pairs(asked, sight.years)
    totals_of_rows, totals_of_columns = _totals(pairs, sides)
    in_rows, in_columns = _busiest(totals_of_rows, size), _busiest(totals_of_columns, size)
    found = Party.objects.in_bulk({*in_rows, *in_columns})
    columns = sorted((found[code] for code in in_columns), key=lambda party: party.name)
    most = max((pair.count for (a, b), pair in pairs.items() if a in found and b in found), default=0)
    rows = [
        Row(
            party,
            totals_of_rows[party.code],
            tuple(_cell(pairs, party, column, asked, most, today) for column in columns),
        )
        for party in sorted((found[code] for code in in_rows), key=lambda party: party.name)
    ]
    return Matrix(
        columns=tuple(columns),
        rows=tuple(rows),
        pairs=len(pairs),
        contacts=sum(pair.count for pair in pairs.values()),
        left_out=len((totals_of_rows.keys() | totals_of_columns.keys()) - found.keys()),
    )


def _pairs(asked: Asked, years: PairYears) -> tuple[dict[tuple[str, str], _Pair], _Sides]:
    """Every pair of which one party is of the rows' region and the other of the columns'."""
    last = Cast(Max(years["last"]), CharField())  # thousands of days, of which few are shown: those are read
    counted = list(asked.counts(years.rows).values_list("a", "b").annotate(count=Sum(years["contacts"]), newest=last))
    sides = _Sides.of(asked, {code for a, b, *_ in counted for code in (a, b)})
    rows, columns = sides
    found = {
        (a, b): _Pair(count, newest)
        for a, b, count, newest in counted
        if (a in rows and b in columns) or (b in rows and a in columns)
    }
    return found, sides


class _Sides(NamedTuple):
    """The parties that may stand as a row, and those that may as a column."""

    rows: set[str]
    columns: set[str]

    @classmethod
    def of(cls, asked: Asked, codes: set[str]) -> _Sides:
        return cls(*({code for code in codes if regions.holds(side, code)} for side in (asked.rows, asked.columns)))


def _totals(pairs: dict[tuple[str, str], _Pair], sides: _Sides) -> tuple[dict[str, int], dict[str, int]]:
    rows: dict[str, int] = {}
    columns: dict[str, int] = {}
    for pair, (count, _) in pairs.items():
        for row, column in (pair, pair[::-1]):
            if row in sides.rows and column in sides.columns:
                rows[row] = rows.get(row, 0) + count
                columns[column] = columns.get(column, 0) + count
    return rows, columns


def _busiest(totals: dict[str, int], size: int) -> list[str]:
    return sorted(totals, key=lambda code: (-totals[code], code))[:size]


def _cell(pairs: dict, row: Party, column: Party, asked: Asked, most: int, today: date) -> Cell | None:
    if row == column:
        return None
    a, b = sorted((row, column), key=lambda party: party.code)
    pair = pairs.get((a.code, b.code))
    if pair is None:
        return Cell(a.code, b.code, 0, "", 0, "")
    last = date.fromisoformat(pair.newest) if pair.newest else None
    when = month_words(last) if last else ""
    words = f"{row.name} and {column.name}: {pair.count:,} contact{'' if pair.count == 1 else 's'}"
    words += f", the last in {when}" if when else ""
    if asked.by == RECENCY:
        shown, shade = str(last.year) if last else "?", _recency(last, today)
    else:
        shown, shade = _short(pair.count), _darkness(pair.count, most)
    return Cell(a.code, b.code, pair.count, shown, shade, words, asked.of_a_pair)


def _darkness(count: int, most: int) -> int:
    """1 to 4 by the order of magnitude: a few pairs have most contacts, and the others shall still be told apart."""
    return 1 + min(3, int(4 * log(count + 1) / log(most + 2)))


def _recency(last: date | None, today: date) -> int:
    if last is None:
        return 1
    return next((shade for shade, within in RECENT if today - last <= within), 1)


def _short(count: int) -> str:
    """A count that fits into a cell: 950, 1.2k, 20k."""
    if count < 1000:
        return str(count)
    return f"{count / 1000:.1f}".removesuffix(".0") + "k" if count < 9950 else f"{round(count / 1000)}k"
