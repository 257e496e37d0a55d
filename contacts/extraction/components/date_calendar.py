"""Plain calendar sums: weeks, months, years and the nearest day of a name. Knows nothing of texts."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from contacts.extraction.types import DateValue, Precision

PAST, OPEN, FUTURE = -1, 0, 1


def day_value(start: date, end: date | None = None) -> DateValue:
    return DateValue(start, end or start, Precision.DAY)


def month_value(year: int, month: int, last: tuple[int, int] | None = None) -> DateValue:
    """The days of a month, or from one month to the end of the month ``last`` (year, month)."""
    end_year, end_month = last or (year, month)
    return DateValue(
        date(year, month, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1]), Precision.MONTH
    )


def year_value(year: int, last: int | None = None) -> DateValue:
    return DateValue(date(year, 1, 1), date(last or year, 12, 31), Precision.YEAR)


def make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(day: date, number: int) -> date | None:
    try:
        return day + timedelta(days=number)
    except OverflowError:
        return None


def add_months(year: int, month: int, number: int) -> tuple[int, int]:
    count = year * 12 + month - 1 + number
    return count // 12, count % 12 + 1


def week_of(day: date, offset: int = 0) -> DateValue:
    """Monday to Sunday of the week of ``day``, or of one some weeks off."""
    monday = day - timedelta(days=day.weekday() - 7 * offset)
    return day_value(monday, monday + timedelta(days=6))


def weekend_of(day: date, offset: int = 0) -> DateValue:
    saturday = day - timedelta(days=day.weekday() - 5 - 7 * offset)
    return day_value(saturday, saturday + timedelta(days=1))


def nearest_weekday(anchor: date, weekday: int, direction: int) -> date:
    """Past and open: at or before ``anchor``. Future: after it."""
    if direction == FUTURE:
        return anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1)
    return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)


def nearest_day(anchor: date, month: int, day: int, direction: int) -> date | None:
    """The day of that name at or before ``anchor`` (past), at or after it (future), or nearest (open)."""
    found = [d for year in range(anchor.year - 8, anchor.year + 9) if (d := make_day(year, month, day))]
    if direction == PAST:
        return max((d for d in found if d <= anchor), default=None)
    if direction == FUTURE:
        return min((d for d in found if d >= anchor), default=None)
    return min(found, key=lambda d: abs((d - anchor).days), default=None)


def nearest_month(anchor: date, month: int, direction: int) -> int:
    """The year of the month of that name; the anchor's own month counts as past and as future."""
    here = anchor.year * 12 + anchor.month
    if direction == PAST:
        return anchor.year if month <= anchor.month else anchor.year - 1
    if direction == FUTURE:
        return anchor.year if month >= anchor.month else anchor.year + 1
    return min((anchor.year - 1, anchor.year, anchor.year + 1), key=lambda year: abs(year * 12 + month - here))


def week_of_month(year: int, month: int, number: int) -> DateValue:
    """The first week is the first seven days, the last (-1) the last seven; the others are weeks of the calendar."""
    first = date(year, month, 1)
    end = date(year, month, calendar.monthrange(year, month)[1])
    if number == -1:
        return day_value(end - timedelta(days=6), end)
    if number == 1:
        return day_value(first, first + timedelta(days=6))
    return week_of(first, number - 1)
