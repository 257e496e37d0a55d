"""Publication dates as files write them. Strict: what is ambiguous or impossible is no date."""

from __future__ import annotations

import re
from datetime import date, timedelta
from email.utils import parsedate_to_datetime

EARLIEST = date(1800, 1, 1)
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = {name[:length]: number for number, name in enumerate(_MONTHS, 1) for length in (3, len(name))} | {"sept": 9}
_NAMES = "(?:" + "|".join(sorted(_MONTH, key=len, reverse=True)) + r")\.?"
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\A(\d{4})(\d\d)(\d\d)(?:T?\d{4,6})?\Z")
_MONTH_FIRST = re.compile(rf"\b({_NAMES})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_NAMES}),?\s+(\d{{4}})\b", re.IGNORECASE)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_MAIL = re.compile(r"\A\s*(?:\w{3},)?\s*\d{1,2}\s+\w{3}\s+\d{4}\s+\d\d:\d\d")


def believable(day: date | None, latest: date) -> bool:
    """Between 1800 and tomorrow (somewhere on earth it is tomorrow already)."""
    return day is not None and EARLIEST <= day <= latest + timedelta(days=1)


def parse(text: str, latest: date) -> date | None:
    """The one day that ``text`` names, or None: nothing there, impossible, in the future, or 03/04/2015."""
    text = text[:200].strip()
    day = _mail(text) or _named(text) or _written(text)
    return day if believable(day, latest) else None


def _written(text: str) -> date | None:
    found = _COMPACT.match(text) or _ISO.search(text)
    if found:
        return _date(*found.groups())
    found = _NUMBERS.search(text)
    if not found:
        return None
    first, second, year = (int(part) for part in found.groups())
    if first > 12 or first == second:
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 else None


def _named(text: str) -> date | None:
    if found := _MONTH_FIRST.search(text):
        month, day, year = found.groups()
    elif found := _DAY_FIRST.search(text):
        day, month, year = found.groups()
    else:
        return None
    return _date(year, _MONTH[month.lower().rstrip(".")], day)


def _mail(text: str) -> date | None:
    """A mail's date, as the sender's clock had it."""
    if not _MAIL.match(text):
        return None
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _date(year, month, day) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except (ValueError, OverflowError):
        return None
