"""What people type for a party and a date, read; and stored values in the form in which they can be typed again."""

from __future__ import annotations

import difflib
from datetime import date

from django import forms

from articles.intake import clean_line
from contacts.extraction.components import dates, parties
from contacts.extraction.types import Precision
from contacts.when import MONTHS

NO_DATE = {"start": None, "end": None, "precision": Precision.UNKNOWN.value}
LONGEST_DATE = 60
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_LONG = "January February March April May June July August September October November December".split()


def party_code(text: str, known: dict[str, str]) -> str:
    """The code of a party typed as a code, a name, an adjective or a demonym. ``known`` maps codes to names.

    Raises ValidationError with the words that were not understood.
    """
    text = clean_line(text)
    # Our own names first and to the letter: "Guam" is the island, "GUAM" the organisation.
    named = {name: code for code, name in known.items()}
    if text in named or text in known:
        return named.get(text, text)
    code = text.upper() if text.upper() in known else parties.lookup(text)
    if code not in known:
        near = difflib.get_close_matches(text.casefold(), [name.casefold() for name in named], n=1, cutoff=0.75)
        meant = next((name for name in named if near and name.casefold() == near[0]), "")
        hint = f"Did you mean {meant}?" if meant else "Write a country’s name, or its three-letter code."
        raise forms.ValidationError(f"There is no party “{text}”. {hint}")
    return code


def typed_party(code: str | None, known: dict[str, str]) -> str:
    """A party as it can be typed again among others: its name, or its code where the name itself has a comma."""
    name = known.get(code, "")
    return code if "," in name else name


def typed_date(value: dict) -> str:
    """A record's date in the form in which it can be typed again: 28 Jun 2016, 28-30 Jun 2016, Jun 2016, 2016."""
    if not value.get("start"):
        return ""
    (y1, m1, d1), (y2, m2, d2) = (value[side].split("-") for side in ("start", "end"))
    if value["precision"] == Precision.YEAR:
        return y1
    if value["precision"] == Precision.MONTH:
        return f"{MONTHS[int(m1) - 1]} {y1}" if (y1, m1) == (y2, m2) else f"{value['start']} to {value['end']}"
    if value["start"] == value["end"]:
        return f"{int(d1)} {MONTHS[int(m1) - 1]} {y1}"
    if (y1, m1) == (y2, m2):
        return f"{int(d1)}-{int(d2)} {MONTHS[int(m1) - 1]} {y1}"
    return f"{value['start']} to {value['end']}"


def read_date(text: str, published: date | None) -> dict:
    """What somebody typed as a date, as a record has it. Raises ValidationError with a sentence for the page."""
    text = clean_line(text)
    if not text:
        return NO_DATE
    if len(text) > LONGEST_DATE:
        raise forms.ValidationError("That is too long for a date. Type it like 28 June 2016, June 2016 or 2016-06-28.")
    try:
        return dates.parse_typed(text, published).as_dict()
    except ValueError as error:
        raise forms.ValidationError(str(error)) from None


def date_in_full(value: dict) -> str:
    """A date in words that leave no doubt: "Tuesday 28 June 2016", "Tuesday 28 to Thursday 30 June 2016, 3 days"."""
    if not value.get("start"):
        return "No date"
    start, end = date.fromisoformat(value["start"]), date.fromisoformat(value["end"])
    if value["precision"] == Precision.YEAR:
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if value["precision"] == Precision.MONTH:
        first, last = (f"{_LONG[day.month - 1]} {day.year}" for day in (start, end))
        return first if first == last else f"{first} to {last}"
    last = f"{_DAYS[end.weekday()]} {end.day} {_LONG[end.month - 1]} {end.year}"
    if start == end:
        return last
    month = "" if (start.year, start.month) == (end.year, end.month) else f" {_LONG[start.month - 1]}"
    year = "" if start.year == end.year else f" {start.year}"
    return f"{_DAYS[start.weekday()]} {start.day}{month}{year} to {last}, {(end - start).days + 1} days"
