"""A window of time, as an address says it and as people do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from contacts.pair.steps import Step, month_number
from contacts.when import MONTHS

_MONTH = Step(months=1)


@dataclass(frozen=True, slots=True)
class Window:
    """Days from ``first`` to ``last``. Both None: all time, no days asked for."""

    first: date | None = None
    last: date | None = None

    @property
    def whole_years(self) -> bool:
        return (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)

    @property
    def whole_months(self) -> bool:
        return self.first.day == 1 and self.last == _MONTH.last(month_number(self.last))

    @property
    def months(self) -> int:
        """In how many months it lies."""
        return month_number(self.last) - month_number(self.first) + 1

    @property
    def words(self) -> tuple[str, str]:
        """What the fields From and To say, as short as it can be said."""
        if not (self.first and self.last):
            return "", ""
        length = 4 if self.whole_years else 7 if self.whole_months else 10
        return self.first.isoformat()[:length], self.last.isoformat()[:length]

    @property
    def query(self) -> str:
        """Its part of an address; empty for all time."""
        start, end = self.words
        return f"from={start}&to={end}" if start else ""

    @property
    def label(self) -> str:
        """As people say it: 2015, 2015–2016, Mar 2015, Jan–Mar 2015, 3 Mar 2015, 3–9 Mar 2015."""
        if not (self.first and self.last):
            return "all time"
        if self.whole_years:
            parts = [(str(day.year),) for day in (self.first, self.last)]
        elif self.whole_months:
            parts = [(MONTHS[day.month - 1], str(day.year)) for day in (self.first, self.last)]
        else:
            parts = [(str(day.day), MONTHS[day.month - 1], str(day.year)) for day in (self.first, self.last)]
        first, last = parts
        while len(first) > 1 and first != last and first[-1] == last[len(first) - 1]:
            first = first[:-1]
        if parts[0] == last:
            return " ".join(last)
        dash = "–" if len(first) == 1 else " – "
        return f"{' '.join(first)}{dash}{' '.join(last)}"

    @property
    def months_label(self) -> str:
        """As ``label``, to the month: Sep 2015 – Nov 2018."""
        if not (self.first and self.last):
            return self.label
        return Window(self.first.replace(day=1), _MONTH.last(month_number(self.last))).label
