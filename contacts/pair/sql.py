"""Days as numbers of months and of days, computed by the database itself.

Django's own functions for parts of a date are Python on SQLite, which takes a hundred times as long over many rows.
Months count from the year 0, days from 1 January of the year 1, which is a Monday in the calendar that both go by.
"""

from __future__ import annotations

from django.db.models import Func, IntegerField


class MonthNumber(Func):
    """``year * 12 + month - 1``, divided by ``every``, rounded down. None for no date."""

    output_field = IntegerField()
    arity = 1

    def __init__(self, day, every: int = 1) -> None:
        super().__init__(day, every=int(every))

    def as_sqlite(self, compiler, connection, **extra):
        template = (
            "((CAST(substr(%(expressions)s, 1, 4) AS INTEGER) * 12"
            " + CAST(substr(%(expressions)s, 6, 2) AS INTEGER) - 1) / %(every)s)"
        )
        return self.as_sql(compiler, connection, template=template, **extra)

    def as_postgresql(self, compiler, connection, **extra):
        template = (
            "((EXTRACT(YEAR FROM %(expressions)s)::integer * 12"
            " + EXTRACT(MONTH FROM %(expressions)s)::integer - 1) / %(every)s)"
        )
        return self.as_sql(compiler, connection, template=template, **extra)


class DayNumber(Func):
    """Days since 1 January of the year 1, divided by ``every``, rounded down. None for no date."""

    output_field = IntegerField()
    arity = 1

    def __init__(self, day, every: int = 1) -> None:
        super().__init__(day, every=int(every))

    def as_sqlite(self, compiler, connection, **extra):
        template = "(CAST(julianday(%(expressions)s) - 1721425.5 AS INTEGER) / %(every)s)"
        return self.as_sql(compiler, connection, template=template, **extra)

    def as_postgresql(self, compiler, connection, **extra):
        return self.as_sql(
            compiler, connection, template="((%(expressions)s - DATE '0001-01-01') / %(every)s)", **extra
        )
