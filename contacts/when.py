"""Days in words, as all pages write them."""

from __future__ import annotations

from datetime import date

from contacts import records


def when_words(start: date | None, end: date | None, precision: str) -> str:
    value = {"start": start.isoformat() if start else None, "end": end.isoformat() if end else None}
    return records.date_words(value | {"precision": precision})


def month_words(day: date) -> str:
    return f"{records.MONTHS[day.month - 1]} {day.year}"
