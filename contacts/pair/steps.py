"""Divisions of time: days, weeks, months, quarters, years and more, each piece with a number.

The numbers are those that the database computes (sql.py): months count from the year 0, days from 1 January of the
year 1, a Monday in the calendar that goes on backwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


def month_number(day: date, every: int = 1) -> int:
    return (day.year * 12 + day.month - 1) // every


def day_number(day: date, every: int = 1) -> int:
    return (day.toordinal() - 1) // every


def first_of_month(number: int) -> date:
    """The first day of a numbered month; outside the calendar, its nearest day."""
    year, month = divmod(number, 12)
    return date.min if year < 1 else date.max if year > 9999 else date(year, month + 1, 1)


def numbered_day(number: int) -> date:
    """The day of a number; outside the calendar, its nearest day."""
    return date.fromordinal(min(date.max.toordinal(), max(1, number + 1)))


@dataclass(frozen=True, slots=True)
class Step:
    """A division of time into pieces of so many months or, where ``months`` is 0, of so many days."""

    months: int = 0
    days: int = 0

    @property
    def length(self) -> float:
        """About how many days a piece has."""
        return self.months * 30.44 + self.days

    def number(self, day: date) -> int:
        return month_number(day, self.months) if self.months else day_number(day, self.days)

    def first(self, number: int) -> date:
        return first_of_month(number * self.months) if self.months else numbered_day(number * self.days)

    def last(self, number: int) -> date:
        following = self.first(number + 1)
        return following if following == date.max else following - timedelta(days=1)

    def holds(self, finer: Step) -> bool:
        """Whether every piece is made of whole pieces of the finer step."""
        if self.months and finer.months:
            return self.months % finer.months == 0
        return finer.days == 1 or (not self.months and not finer.months and self.days % finer.days == 0)


STEPS = (
    Step(days=1), Step(days=7), Step(months=1), Step(months=3), Step(months=12), Step(months=24), Step(months=60),
    Step(months=120), Step(months=240), Step(months=1200),
)  # fmt: skip
