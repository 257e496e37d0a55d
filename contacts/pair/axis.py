"""The time axis of a drawing: days to places, and lines with labels.

Along the axis the unit is per cent of the drawing's width, downwards it is pixels. So a page can stretch the drawing
to any width and its signs and letters keep their size. What has room is judged at ``NARROWEST`` pixels, the least
width that a page gives the drawing: wider only leaves more room.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from contacts.pair.steps import STEPS, Step
from contacts.pair.window import Window
from contacts.when import MONTHS

NARROWEST = 832
MARGIN = 100 * 16 / NARROWEST  # left and right of the axis
LETTER = 7  # about the width of a letter in pixels
SHORTEST = timedelta(days=60)
TODAY = 9.5  # what the word "today" and a label beside it need, in per cent


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at ``x``. One that is major has the window of its days, for a look closer, and how wide that is drawn."""

    x: str
    label: str
    major: bool
    window: Window | None = None
    width: str = ""


def percent(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") + "%"


class Scale:
    """Days to per cent. ``end`` is the last day; a day is as wide as it is long."""

    def __init__(self, start: date, end: date, left: float, right: float) -> None:
        self.start, self.end = start, end
        self.left, self.right = left, right
        self._days = (end - start).days + 1

    def at(self, day: date, after: float = 0.0) -> float:
        """Where a day begins (``after`` 0), has its middle (0.5) or ends (1); days outside go to the nearest edge."""
        part = ((day - self.start).days + after) / self._days
        return self.left + min(1.0, max(0.0, part)) * (self.right - self.left)

    def width(self, step: Step) -> float:
        """About how wide a piece of time is at the narrowest drawing, in pixels."""
        return (self.right - self.left) / 100 * NARROWEST / self._days * step.length

    def finest(self, least: float, within: Step | None = None) -> Step:
        """The finest division whose pieces are at least so many pixels wide; ``within`` is made of whole ones."""
        steps = [step for step in STEPS if within is None or within.holds(step)]
        return next((step for step in steps if self.width(step) >= least), within or STEPS[-1])


def span(first: date, last: date, start: date | None, end: date | None) -> tuple[date, date]:
    """The first and last day of an axis for contacts from ``first`` to ``last``: never less than SHORTEST apart,
    unless ``start`` and ``end`` are asked for."""
    first, last = start or first, end or last
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


def ticks(scale: Scale, now: float | None = None) -> tuple[Tick, ...]:
    """Lines with labels, and between them the marks of the next finer division where they have room. ``now`` is the
    place of today's own label, which stands left of it."""
    step = next(
        (s for s in STEPS if scale.width(s) >= (72 if s.days else 60 if s.months < 12 else 44)),
        STEPS[-1],
    )
    finer = STEPS[max(0, STEPS.index(step) - 1)]
    if step.months == 12 and scale.width(Step(months=1)) >= 5:
        finer = Step(months=1)
    major = _days(scale, step)
    new_year = set({day.year: day for day in reversed(major)}.values())
    found = [_major(day, step, day in new_year, scale) for day in major]
    if finer != step and scale.width(finer) >= 5:
        found += [Tick(percent(scale.at(day)), "", False) for day in _days(scale, finer) if day not in set(major)]
    if not major or (step.months and scale.at(major[0]) - scale.at(scale.start) > 8):
        label = f"{MONTHS[scale.start.month - 1]} {scale.start.year}"
        found.insert(0, Tick(percent(scale.at(scale.start)), label, False))
    if now is not None:
        found = [replace(tick, label="") if -1 < now - _place(tick) < TODAY else tick for tick in found]
    return tuple(found)


def _place(tick: Tick) -> float:
    return float(tick.x.rstrip("%"))


def _days(scale: Scale, step: Step) -> list[date]:
    """The days of the axis on which a piece begins."""
    numbers = range(step.number(scale.start), step.number(scale.end) + 1)
    return [day for day in map(step.first, numbers) if scale.start <= day <= scale.end]


def _major(day: date, step: Step, new_year: bool, scale: Scale) -> Tick:
    left, last = scale.at(day), min(step.last(step.number(day)), scale.end)
    label = _label(day, step, new_year, scale)
    return Tick(percent(left), label, True, Window(day, last), percent(scale.at(last, 1) - left))


def _label(day: date, step: Step, new_year: bool, scale: Scale) -> str:
    """A year, a month or a day, the first of a year with the year. Empty where it would be cut off at the right."""
    label = _words(day, step, new_year)
    return label if scale.at(day) + percent_of(len(label)) <= scale.right + MARGIN else ""


def _words(day: date, step: Step, new_year: bool) -> str:
    if step.months >= 12:
        return str(day.year)
    month = MONTHS[day.month - 1]
    if step.months:
        return str(day.year) if day.month == 1 else f"{month} {day.year}" if new_year else month
    return f"{day.day} {month} {day.year}" if new_year else f"{day.day} {month}"


def percent_of(letters: int) -> float:
    """What a label of so many letters needs at the narrowest drawing, with the space before it."""
    return 100 * (4 + LETTER * letters) / NARROWEST
