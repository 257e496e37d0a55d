"""Times without a contact: between which days, how long, and in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date


def silences(days: Iterable[tuple[date, date]]) -> list[tuple[int, date, date]]:
    """Between contacts in order of time: whole months without any, the last day before and the first day after."""
    found, until = [], None
    for start, end in sorted(days):
        if until and start > until:
            found.append((whole_months(until, start), until, start))
        until = max(until, end) if until else end
    return found


def whole_months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def span_words(months: int) -> str:
    """A number of months as people say it: 14 months, 2 years, 3 years and 4 months."""
    years, rest = divmod(months, 12)
    if months < 24:
        return f"{months} month{'' if months == 1 else 's'}"
    return f"{years} years" + (f" and {rest} month{'' if rest == 1 else 's'}" if rest else "")
