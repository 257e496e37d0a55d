"""Contacts as signs: each stands on its day, in the first row of its lane where nothing is in its way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from contacts.extraction.types import Precision
from contacts.pair.axis import NARROWEST, Scale, percent

ROW = 28  # from a sign to the one below it
FOOT = 10  # from a sign's middle down to the mark that shows its days
FOOT_HEIGHT = 4
GLYPH = 7.6  # half of a sign's width, with air
UP_TO_RANK = ((1, 1.25), (4, 1.0))  # heads of state and government, then ministers; all others are SMALL
SMALL = 0.8


@dataclass(frozen=True, slots=True)
class Item:
    """One contact to draw. ``lane`` is the key of a Lane; ``start`` and ``end`` are both None when nothing is known."""

    key: str
    lane: str
    start: date | None
    end: date | None
    precision: str
    entry: object = None
    rank: int = 2


@dataclass(frozen=True, slots=True)
class Shape:
    """One contact: its sign at (x, y), ``size`` times its normal size, and under it, from ``left`` on and ``width``
    wide, its possible days.

    ``width`` is empty for a single day, which is drawn as a point of fixed width.
    """

    entry: object
    x: str
    y: float
    foot: float
    left: str
    width: str
    softness: str
    size: float


def size_of(rank: int) -> float:
    return next((size for most, size in UP_TO_RANK if rank <= most), SMALL)


class Wanted:
    """A contact with its place along the axis, waiting for a row in its lane."""

    def __init__(self, item: Item, scale: Scale | None, x: float = 0.0) -> None:
        self.item, self.row, self.size = item, 0, size_of(item.rank)
        if scale is None:
            self.left = self.right = self.x = x
        else:
            self.left, self.right = scale.at(item.start), scale.at(item.end, 1)
            self.x = (self.left + self.right) / 2
        half = GLYPH * max(1.0, self.size) / NARROWEST * 100
        self.claims = (min(self.left, self.x - half), max(self.right, self.x + half))

    def shape(self, first_row: int) -> Shape:
        """``first_row`` is where the lane's rows begin, in pixels."""
        item, y = self.item, first_row + ROW // 2 - 3 + self.row * ROW
        single = item.start is None or (item.precision == Precision.DAY and item.start == item.end)
        softness = item.precision if item.precision in (Precision.MONTH, Precision.YEAR) else "day"
        return Shape(
            entry=item.entry,
            x=percent(self.x),
            y=y,
            foot=y + FOOT,
            left=percent(self.x if single else self.left),
            width="" if single else percent(self.right - self.left),
            softness=str(softness) if item.start else "",
            size=self.size,
        )


def in_tray(undated: Sequence[Item], edge: float) -> list[Wanted]:
    """Contacts without a date, side by side in the tray right of ``edge``, in the order given."""
    step = 2 * GLYPH * 1.25 / NARROWEST * 100
    slots = max(1, int((100 - edge - 1) / step))
    count: dict[str, int] = {}
    found = []
    for item in undated:
        number = count[item.lane] = count.get(item.lane, -1) + 1
        found.append(Wanted(item, None, edge + 1 + step * (number % slots + 0.5)))
    return found


def place(wanted: Iterable[Wanted]) -> list[Wanted]:
    """Give each the first row of its lane in which nothing is in its way: stacked, never hidden."""
    wanted = list(wanted)
    rows: dict[str, list[float]] = {}
    for one in sorted(wanted, key=lambda one: one.claims[0]):
        ends = rows.setdefault(one.item.lane, [])
        left, right = one.claims
        one.row = next((number for number, end in enumerate(ends) if end <= left + 1e-9), len(ends))
        ends[one.row : one.row + 1] = [right]
    return wanted
