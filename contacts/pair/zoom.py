"""Closer and farther, earlier and later: the windows of time that lie one step from the one that is shown."""

from __future__ import annotations

from dataclasses import dataclass

from contacts.pair.steps import Step, first_of_month, month_number
from contacts.pair.window import Window

LADDER = (1, 3, 6, 12, 24, 60, 120, 240, 360)  # lengths of windows in months
_MONTH = Step(months=1)


@dataclass(frozen=True, slots=True)
class Zoom:
    """Where one can go from a window; None where there is nowhere to go."""

    closer: Window | None
    farther: Window | None
    earlier: Window | None
    later: Window | None
    whole: Window | None


def zoom(shown: Window, known: Window, asked: bool) -> Zoom:
    """``shown`` is the axis, ``known`` the days of all the pair's contacts, ``asked`` whether days are asked for."""
    if not (shown.first and known.first):
        return Zoom(None, None, None, None, Window() if asked else None)
    first, length = month_number(shown.first), shown.months
    middle = first + length / 2
    smaller = next((months for months in reversed(LADDER) if months < length), None)
    larger = next((months for months in LADDER if months > length), None)
    if length == 1 and not shown.whole_months:
        larger = 1
    step = max(1, length // 2)
    return Zoom(
        closer=_around(middle, smaller) if smaller else None,
        farther=_farther(middle, larger, known) if asked else None,
        earlier=_from(first - step, length) if asked and known.first < shown.first else None,
        later=_from(first + step, length) if asked and known.last > shown.last else None,
        whole=Window() if asked else None,
    )


def _farther(middle: float, months: int | None, known: Window) -> Window:
    """The next larger window; all time where that would hold all."""
    wider = _around(middle, months) if months else Window()
    holds_all = wider.first is None or (wider.first <= known.first and known.last <= wider.last)
    return Window() if holds_all else wider


def _around(middle: float, months: int) -> Window:
    return _from(int(middle - months / 2), months)


def _from(first: int, months: int) -> Window:
    return Window(first_of_month(max(12, first)), _MONTH.last(min(9999 * 12 + 10, max(12, first) + months - 1)))
