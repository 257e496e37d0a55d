"""The geometry of a pair's drawn timeline: contacts in, places of shapes out. Knows nothing of Django or HTML.

Along the time axis the unit is per cent of the drawing's width, downwards it is pixels. So a page can stretch the
drawing to any width and its signs and letters keep their size. What may stand in one row is judged at ``NARROWEST``
pixels, the least width that a page gives the drawing: wider only leaves more room.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from contacts.extraction.types import Precision

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
NARROWEST = 832
AXIS = 22  # height of the strip with the years
HEAD = 20  # height of a lane's name, which is all that an empty lane has
BETWEEN = 2  # from a lane to the next
ROW = 27  # from a sign to the one below it
FOOT = 9  # from a sign's middle down to the mark that shows its days
FOOT_HEIGHT = 4
GLYPH = 7.6  # half of a sign's width, with air
PAD = 100 * 16 / NARROWEST  # left and right of the axis
TRAY = 9.0  # width of the place for contacts without a date
SHORTEST = timedelta(days=60)


@dataclass(frozen=True)
class Item:
    """One contact to draw. ``lane`` is the key of a Lane; ``start`` and ``end`` are both None when nothing is known."""

    key: str
    lane: str
    start: date | None
    end: date | None
    precision: str
    entry: object = None


@dataclass(frozen=True)
class LaneName:
    key: str
    label: str
    side: str = ""


@dataclass(frozen=True)
class Lane:
    """A band across the drawing. ``y`` is its top."""

    name: LaneName
    y: int
    height: int
    count: int

    @property
    def span(self) -> int:
        """Its height with the line below it."""
        return self.height + BETWEEN


@dataclass(frozen=True)
class Shape:
    """One contact: its sign at (x, y), and under it, from ``left`` on and ``width`` wide, its possible days.

    ``width`` is empty for a single day, which is drawn as a point of fixed width.
    """

    entry: object
    x: str
    y: float
    foot: float
    left: str
    width: str
    softness: str


@dataclass(frozen=True)
class Tick:
    x: str
    label: str
    major: bool


@dataclass(frozen=True)
class Drawing:
    """``axis_end`` is where time ends and, if ``tray``, the place of undated contacts begins."""

    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    shapes: tuple[Shape, ...]
    axis_end: str
    tray: bool
    tray_x: str
    now: str


def percent(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") + "%"


class Scale:
    """Days to per cent. ``end`` is the last day; a day is as wide as it is long."""

    def __init__(self, start: date, end: date, left: float, right: float) -> None:
        self.start, self.end = start, end
        self._left, self._right = left, right
        self._days = (end - start).days + 1

    def at(self, day: date, after: float = 0.0) -> float:
        """Where a day begins (``after`` 0), has its middle (0.5) or ends (1); days outside go to the nearest edge."""
        part = ((day - self.start).days + after) / self._days
        return self._left + min(1.0, max(0.0, part)) * (self._right - self._left)

    @property
    def day_px(self) -> float:
        """The width of a day at the narrowest drawing."""
        return (self._right - self._left) / 100 * NARROWEST / self._days


def draw(
    items: Sequence[Item],
    names: Sequence[LaneName],
    start: date | None = None,
    end: date | None = None,
    today: date | None = None,
) -> Drawing | None:
    """The drawing of these contacts, or None where there are none. ``start`` and ``end`` bound the axis if given."""
    if not items:
        return None
    dated = sorted((item for item in items if item.start), key=lambda item: (item.start, item.end, item.key))
    undated = [item for item in items if not item.start]
    edge = 100 - TRAY if undated and dated else 0.0 if undated else 100.0
    scale = Scale(*_span(dated, start, end), PAD, edge - PAD) if dated else None
    placed = _place([_Wanted(item, scale) for item in dated] + _tray(undated, edge))
    lanes = _lanes(names, placed)
    tops = {lane.name.key: lane.y for lane in lanes}
    return Drawing(
        height=lanes[-1].y + lanes[-1].height + 1,
        lanes=lanes,
        ticks=tuple(_ticks(scale)) if scale else (),
        shapes=tuple(wanted.shape(tops[wanted.item.lane]) for wanted in placed),
        axis_end=percent(edge),
        tray=bool(undated),
        tray_x=percent(edge + 0.8),
        now=percent(scale.at(today, 0.5)) if scale and today and scale.start <= today <= scale.end else "",
    )


def _span(dated: Sequence[Item], start: date | None, end: date | None) -> tuple[date, date]:
    """The first and last day of the axis, never less than SHORTEST apart unless asked for."""
    first = start or min(item.start for item in dated)
    last = end or max(item.end for item in dated)
    last = max(first, last)
    short = SHORTEST - (last - first)
    if short > timedelta() and not (start and end):
        first = first if start else _shifted(first, -short if end else -short / 2)
        last = last if end else _shifted(last, short if start else short / 2)
    return first, last


def _shifted(day: date, by: timedelta) -> date:
    """A day moved, but not out of the calendar."""
    number = day.toordinal() + by.days
    return date.fromordinal(min(date.max.toordinal(), max(1, number)))


class _Wanted:
    """A contact with its place along the axis, waiting for a row in its lane."""

    def __init__(self, item: Item, scale: Scale | None, x: float = 0.0) -> None:
        self.item, self.row = item, 0
        if scale is None:
            self.left = self.right = self.x = x
        else:
            self.left, self.right = scale.at(item.start), scale.at(item.end, 1)
            self.x = (self.left + self.right) / 2
        half = GLYPH / NARROWEST * 100
        self.claims = (min(self.left, self.x - half), max(self.right, self.x + half))

    def shape(self, top: int) -> Shape:
        y = top + HEAD + ROW // 2 - 3 + self.row * ROW
        single = self.item.start is None or (self.item.precision == Precision.DAY and self.item.start == self.item.end)
        softness = self.item.precision if self.item.precision in (Precision.MONTH, Precision.YEAR) else "day"
        return Shape(
            entry=self.item.entry,
            x=percent(self.x),
            y=y,
            foot=y + FOOT,
            left=percent(self.x if single else self.left),
            width="" if single else percent(self.right - self.left),
            softness=str(softness) if self.item.start else "",
        )


def _tray(undated: Sequence[Item], edge: float) -> list[_Wanted]:
    """Contacts without a date, side by side in the tray, in the order given."""
    step = 2 * GLYPH / NARROWEST * 100
    slots = max(1, int((100 - edge - 1) / step))
    count: dict[str, int] = {}
    found = []
    for item in undated:
        number = count[item.lane] = count.get(item.lane, -1) + 1
        found.append(_Wanted(item, None, edge + 1 + step * (number % slots + 0.5)))
    return found


def _place(wanted: Iterable[_Wanted]) -> list[_Wanted]:
    """Give each the first row of its lane in which nothing is in its way: stacked, never hidden."""
    wanted = list(wanted)
    rows: dict[str, list[float]] = {}
    for one in sorted(wanted, key=lambda one: one.claims[0]):
        ends = rows.setdefault(one.item.lane, [])
        left, right = one.claims
        one.row = next((number for number, end in enumerate(ends) if end <= left + 1e-9), len(ends))
        ends[one.row : one.row + 1] = [right]
    return wanted


def _lanes(names: Sequence[LaneName], placed: Sequence[_Wanted]) -> tuple[Lane, ...]:
    lanes, y = [], AXIS
    for name in names:
        rows = [one.row for one in placed if one.item.lane == name.key]
        height = HEAD + (ROW * (max(rows) + 1) + 2 if rows else 0)
        lanes.append(Lane(name, y, height, len(rows)))
        y += height + BETWEEN
    return tuple(lanes)


# The axis: the finest division whose labels have room. (months, days) of a step; a step of one kind has the other 0.
_STEPS = ((0, 1), (0, 7), (1, 0), (3, 0), (12, 0), (24, 0), (60, 0), (120, 0), (240, 0), (1200, 0))


def _ticks(scale: Scale) -> list[Tick]:
    """Lines with labels, and between them the marks of the next finer division where they have room."""
    step = next((s for s in _STEPS if _width(s, scale) >= (72 if s[1] else 60 if s[0] < 12 else 44)), _STEPS[-1])
    finer = _STEPS[max(0, _STEPS.index(step) - 1)]
    if step == (12, 0) and _width((1, 0), scale) >= 5:
        finer = (1, 0)
    major = _days(scale, step)
    new_year = set({day.year: day for day in reversed(major)}.values())
    ticks = [Tick(percent(scale.at(day)), _label(day, step, day in new_year, scale), True) for day in major]
    if finer != step and _width(finer, scale) >= 5:
        ticks += [Tick(percent(scale.at(day)), "", False) for day in _days(scale, finer) if day not in set(major)]
    if not major or not step[1] and scale.at(major[0]) - scale.at(scale.start) > 8:
        ticks.insert(
            0, Tick(percent(scale.at(scale.start)), f"{MONTHS[scale.start.month - 1]} {scale.start.year}", False)
        )
    return ticks


def _width(step: tuple[int, int], scale: Scale) -> float:
    months, days = step
    return scale.day_px * (months * 30.44 + days)


def _days(scale: Scale, step: tuple[int, int]) -> list[date]:
    """The days of the axis on which a step falls."""
    months, days = step
    if days:
        first = scale.start + timedelta(days=-scale.start.weekday() % 7 if days == 7 else 0)
        return [first + timedelta(days=n) for n in range(0, (scale.end - first).days + 1, days)]
    if months >= 12:
        years = months // 12
        first = -(-scale.start.year // years) * years
        candidates = [date(year, 1, 1) for year in range(first, scale.end.year + 1, years)]
    else:
        candidates = [
            date(year, month, 1)
            for year in range(scale.start.year, scale.end.year + 1)
            for month in range(1, 13, months)
        ]
    return [day for day in candidates if scale.start <= day <= scale.end]


def _label(day: date, step: tuple[int, int], new_year: bool, scale: Scale) -> str:
    """A year, a month or a day, the first of a year with the year. Empty where it would be cut off at the right."""
    if scale.at(day) > scale.at(scale.end, 1) - (4 if step[0] >= 12 else 7):
        return ""
    if step[0] >= 12:
        return str(day.year)
    month = MONTHS[day.month - 1]
    if step[0]:
        return str(day.year) if day.month == 1 else f"{month} {day.year}" if new_year else month
    return f"{day.day} {month} {day.year}" if new_year else f"{day.day} {month}"
