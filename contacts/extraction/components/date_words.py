"""The words of dates: each token's class and value, from lexicon/dates.toml and from the shape of numbers.

Every class is one private character, so that a text becomes a string with a character a token and the grammar a
regular expression over it. A token that has nothing to do with dates is ``OTHER``.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from contacts.extraction.components.date_calendar import make_day
from contacts.extraction.lexicon_files import LexiconError

LEXICON = Path(__file__).parent.parent / "lexicon" / "dates.toml"

OTHER = "."
SPACE = " "

# Classes by the shape of the token, beside those of the lexicon.
SHAPES = ("day", "big", "year", "nth", "day_range", "year_range", "numeric")

_NUMBER = re.compile(r"\d{1,4}\Z")
_NTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)\Z", re.I)
_DAY_RANGE = re.compile(r"(\d{1,2})[-–—‑](\d{1,2})\Z")
_YEAR_RANGE = re.compile(r"((?:19|20)\d\d)[-–—‑/]((?:19|20)?\d\d)\Z")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\Z")

# Classes of the lexicon: its sections.
SECTIONS = (
    "month shy_month weekday shy_weekday day_word part unit hours long weekend holiday fresh eve part_of_year season "
    "a number past loose ordinal edge edge_noun this that same last next coming following previous earlier later ago "
    "before after vague the in on at over by of from between to and or lengthy old comma dash slash open "
    "close_bracket period possessive starting clock numbered "
).split()
APART = ("tense", "stay", "tie")  # sections that the grammar does not read

MUST_BE_CAPITAL = ("month", "shy_month", "weekday", "shy_weekday")


@cache
def lexicon(path: Path = LEXICON) -> dict[str, dict]:
    """The sections of the file. Raises LexiconError, with file and line, for what is unknown, twice or no number."""
    text = path.read_text(encoding="utf-8")
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from None
    seen: dict[str, str] = {}
    for section, words in found.items():
        if section not in SECTIONS and section not in APART:
            raise _wrong(path, text, rf"\[{section}[\].]", f"unknown section '{section}'")
        for group in words.values() if section in APART else [words]:
            for word, value in group.items():
                pattern = rf'"?{re.escape(word)}"?\s*='
                if type(value) is not int or word != word.lower():
                    raise _wrong(path, text, pattern, f"'{word}' must be in lower case and stand for a whole number")
                if section in SECTIONS and seen.setdefault(word, section) != section:
                    raise _wrong(path, text, pattern, f"'{word}' stands in [{seen[word]}] and in [{section}]", -1)
    if missing := [name for name in SECTIONS if name not in found]:
        raise LexiconError(f"{path.name}: section [{missing[0]}] is missing")
    return found


def _wrong(path: Path, text: str, pattern: str, message: str, which: int = 0) -> LexiconError:
    lines = [n for n, line in enumerate(text.splitlines(), 1) if re.match(pattern, line)]
    return LexiconError(f"{path.name} line {lines[which] if lines else 1}: {message}")


@cache
def classes() -> dict[str, str]:
    """Class name to its character."""
    names = [*SECTIONS, *SHAPES]
    return {name: chr(0xE000 + number) for number, name in enumerate(names)}


@cache
def _words() -> dict[str, tuple[str, int]]:
    return {w: (name, value) for name in classes() if name not in SHAPES for w, value in lexicon()[name].items()}


def classify(text: str) -> tuple[str, object]:
    """Class name and value of one token; the class is OTHER or SPACE where it is no word of dates."""
    if not text[:1].isdigit():
        if text.isspace():
            return (OTHER, None) if text.count("\n") > 1 else (SPACE, None)
        lower = text.lower()
        found = _words().get(lower)
        if found is None and lower.endswith(".") and 3 < len(lower) < 7:
            found = _words().get(lower[:-1])
            if found and found[0] == "shy_weekday":
                found = ("weekday", found[1])
            elif found and found[0] not in ("month", "shy_month"):
                found = None
        if found is None or (found[0] in MUST_BE_CAPITAL and not text[0].isupper()):
            return OTHER, None
        return found
    return _number(text)


def _number(text: str) -> tuple[str, object]:
    if _NUMBER.match(text):
        number = int(text)
        if len(text) == 4:
            return ("year", number) if 1800 <= number <= 2100 else (OTHER, None)
        if len(text) == 3:
            return ("big", number) if text[0] != "0" else (OTHER, None)
        return ("day", number) if 1 <= number <= 31 else ("big", number)
    if match := _NTH.match(text):
        return ("nth", int(match[1])) if 1 <= int(match[1]) <= 31 else (OTHER, None)
    if match := _DAY_RANGE.match(text):
        first, last = int(match[1]), int(match[2])
        return ("day_range", (first, last)) if 1 <= first < last <= 31 else (OTHER, None)
    if match := _YEAR_RANGE.match(text):
        first, last = int(match[1]), int(match[2])
        last += 0 if last > 99 else first // 100 * 100
        return ("year_range", (first, last)) if first < last else (OTHER, None)
    if match := _ISO.match(text):
        found = make_day(int(match[1]), int(match[2]), int(match[3]))
        return ("numeric", found) if found else (OTHER, None)
    if match := _NUMERIC.match(text):
        return _numeric(int(match[1]), int(match[3]), int(match[4]), dotted=match[2] == ".")
    return OTHER, None


def _numeric(first: int, second: int, year: int, dotted: bool) -> tuple[str, object]:
    """A date all in numbers. Where both orders are days, a pair: (month first, day first); dots mean day first."""
    day_first, month_first = make_day(year, second, first), make_day(year, first, second)
    if dotted:
        month_first = None
    found: date | tuple | None
    if day_first and month_first and day_first != month_first:
        found = (month_first, day_first)
    else:
        found = day_first or month_first
    return ("numeric", found) if found else (OTHER, None)
