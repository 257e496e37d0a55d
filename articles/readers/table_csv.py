"""CSV in whatever encoding, with commas, semicolons, tabs or bars. Cells stay text: no formula is ever calculated."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from articles.readers import table
from articles.readers.decode import decode
from articles.readers.types import Accepts, Code, Limits, Result, Table, Unreadable

ACCEPTS = Accepts("csv", (".csv", ".tsv"))
_MARKS = ",;\t|"
FORMULAS = "Some cells begin like formulas (=, +, @); they are kept as they are written."
UNEVEN = "Some rows have more cells than the table has columns; the cells beyond were left out."


def read(stream: BinaryIO, limits: Limits) -> Result:
    """Raises Unreadable for tables without rows, with too many columns, or that break off."""
    text, warnings = decode(stream.read(limits.max_bytes + 1))
    text = text.replace("\x00", "").lstrip("\ufeff\r\n")
    csv.field_size_limit(max(2 * limits.max_text, 131_072))
    mark = _mark(text)
    first = next(_cells(text, mark), None)
    if not first:
        raise Unreadable(Code.TABLE_NO_ROWS)
    headed = all(len(cell) < 80 for cell in first) and len(set(first)) == len(first)
    columns = table.named(first if headed else [""] * len(first))
    rows = _Rows(text, mark, columns, headed, limits)
    looked_at = list(islice(rows, table.LOOKED_AT))
    if not looked_at:
        raise Unreadable(Code.TABLE_NO_ROWS)
    warnings += (
        (FORMULAS,) if any(cell.startswith(("=", "+", "@")) for row in looked_at for cell in row.values()) else ()
    )
    warnings += (UNEVEN,) if rows.uneven else ()
    return Result("table", ACCEPTS.format, table=Table(columns, rows, table.guess(columns, looked_at), warnings))


class _Rows:
    """Rows, parsed anew at each walk. ``uneven``: whether the last walk met a row that is too long."""

    def __init__(self, text: str, mark: str, columns: tuple[str, ...], headed: bool, limits: Limits) -> None:
        self.text, self.mark, self.columns, self.headed, self.limits = text, mark, columns, headed, limits
        self.uneven = False

    def __iter__(self) -> Iterator[dict[str, str]]:
        for cells in islice(_cells(self.text, self.mark), int(self.headed), None):
            self.uneven = self.uneven or len(cells) > len(self.columns)
            cells = [table.words(cell, self.limits) for cell in cells]
            padded = cells + [""] * (len(self.columns) - len(cells))
            yield dict(zip(self.columns, padded, strict=False))


def _cells(text: str, mark: str) -> Iterator[list[str]]:
    """Rows that are not blank. Raises Unreadable where a cell is longer than any article."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield cells
    except csv.Error:
        raise Unreadable(Code.TABLE_DAMAGED, f"line {reader.line_num:,} is no row of cells") from None


def _mark(text: str) -> str:
    """The separator that cuts the first line into the most cells; quoted cells may hold others."""
    first = text[:20_000].split("\n", 1)[0]

    def cells(mark: str) -> int:
        try:
            return len(next(csv.reader([first], delimiter=mark), []))
        except csv.Error:  # a carriage return inside the line, a cell without end
            return 0

    return max(_MARKS, key=cells)
