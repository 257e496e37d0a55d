"""Days in words, as all pages write them. No Django."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from contacts.extraction.types import Precision

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def date_words(value: Mapping) -> str:
    """A record's date as people write it: "28 Jun 2016", "28–30 Jun 2016", "Jun 2016", "2016", "no date"."""
    if not value.get("start"):
        return "no date"
    start, end = date.fromisoformat(value["start"]), date.fromisoformat(value["end"])
    if value["precision"] == Precision.YEAR:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if value["precision"] == Precision.MONTH:
        return _range(f"{MONTHS[start.month - 1]} {start.year}", f"{MONTHS[end.month - 1]} {end.year}", start, end)
    last = f"{end.day} {MONTHS[end.month - 1]} {end.year}"
    if start == end:
        return last
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{last}"
    first = f"{start.day} {MONTHS[start.month - 1]}" + (f" {start.year}" if start.year != end.year else "")
    return f"{first} – {last}"


def _range(first: str, last: str, start: date, end: date) -> str:
    if first == last:
        return first
    return f"{first.split()[0]}–{last}" if start.year == end.year else f"{first} – {last}"


def when_words(start: date | None, end: date | None, precision: str) -> str:
    value = {"start": start.isoformat() if start else None, "end": end.isoformat() if end else None}
    return date_words(value | {"precision": precision})


def month_words(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
