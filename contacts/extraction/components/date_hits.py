"""What the date grammar is made of: a hit of a rule, what a rule reads from it, and how rules are written down.

A pattern is written with the names of the classes (lexicon/dates.toml and ``date_words.SHAPES``), ``?``, ``*``, ``|``
and brackets; MACROS are shorthands. A rule's function returns a list of readings (none: "this is no date, leave it"),
or None: "not by this rule, try the next".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from contacts.extraction.components import date_calendar as cal
from contacts.extraction.components.date_story import Story
from contacts.extraction.components.date_words import classes
from contacts.extraction.types import DateValue

DAY, WEEK, FORTNIGHT, MONTH, YEAR = 1, 7, 14, 30, 365


@dataclass(slots=True)
class Reading:
    value: DateValue | None  # None: an expression of time that does not resolve
    kind: str = "point"
    relative: bool = False
    first: int | None = None  # the part of the hit that it covers, in kept tokens; None: all
    last: int | None = None
    days: int | None = None
    future: bool | None = None


class Hit:
    """One match of a rule: the kept tokens first to last (exclusive)."""

    __slots__ = ("codes", "first", "kept", "last", "story", "tags", "texts", "values_of")

    def __init__(self, texts, codes, kept, values_of, tags, story: Story, first: int, last: int):
        self.texts, self.codes, self.kept, self.values_of, self.tags = texts, codes, kept, values_of, tags
        self.story, self.first, self.last = story, first, last

    def at(self, *names: str) -> list[int]:
        """Places (kept tokens) of the words of these classes."""
        wanted = {CLASS[name] for name in names}
        return [i for i in range(self.first, self.last) if self.codes[i] in wanted]

    def all(self, *names: str) -> list:
        return [self.values_of(i) for i in self.at(*names)]

    def one(self, *names: str):
        found = self.all(*names)
        return found[0] if found else None

    def has(self, *names: str) -> bool:
        return bool(self.at(*names))

    @property
    def index(self) -> int:
        """The document's token that tense is asked for."""
        for i in range(self.first, self.last):
            if self.codes[i] in CORE_SET:
                return self.kept[i]
        return self.kept[self.first]

    def text(self, place: int) -> str:
        return self.texts(self.kept[place]) if 0 <= place < len(self.kept) else ""

    def tag(self, place: int) -> str:
        return self.tags(self.kept[place]) if 0 <= place < len(self.kept) else ""

    def code_is(self, place: int, *names: str) -> bool:
        return 0 <= place < len(self.codes) and self.codes[place] in {CLASS[name] for name in names}

    @property
    def tense(self) -> int:
        return self.story.tense(self.index)


CLASS = classes()
CORE = (
    "month shy_month weekday shy_weekday day_word part unit weekend season part_of_year year year_range numeric "
    "long ago vague nth hours day_range holiday fresh"
).split()
CORE_SET = frozenset(CLASS[name] for name in CORE)
CORE_PATTERN = re.compile("[" + "".join(sorted(CORE_SET)) + "]")

MACROS = {
    "MON": "(month|shy_month)",
    "DD": "(day|nth)",
    "WD": "(weekday|shy_weekday)",
    "COUNT": "(a|number|day|big)",
    "Y": "((comma|of)? year)",
    "PRE": "(the? WD part? (comma|open)? the?)",
    "EDGE": "(edge (dash? to dash? edge)? (dash|in)?|the? edge_noun (of|dash))",
    "WHEN": "(earlier|later|edge)",
    "LINK": "(to|dash|and|or)",
}

RULES: list[tuple[str, str, Callable[[Hit], list[Reading] | None]]] = []


def rule(pattern: str):
    def add(function):
        RULES.append((function.__name__ + str(len(RULES)), pattern, function))
        return function

    return add


def expand(pattern: str) -> str:
    for _ in range(3):
        pattern = re.sub(r"[A-Z]+", lambda m: MACROS[m[0]], pattern)
    pattern = re.sub(r"[a-z_]+", lambda m: CLASS[m[0]], pattern)
    return pattern.replace("(", "(?:").replace(" ", "")


# -- what several rules use --------------------------------------------------------------------------------------------


def one_day(hit: Hit, month: int, day: int, year: int | None) -> DateValue | None:
    if year is None:
        return hit.story.day(month, day, hit.index)
    found = cal.make_day(year, month, day)
    return cal.day_value(found) if found else None


def stretch(first: DateValue | None, last: DateValue | None) -> DateValue | None:
    if not first or not last or not first.start or not last.end or last.end < first.start:
        return None
    return DateValue(first.start, last.end, first.precision)


def ends_here(hit: Hit) -> bool:
    """ "The day before": with nothing after it that it could be the day before of."""
    tag = hit.tag(hit.last)
    return not tag or tag in (",", ".", ":", "''", "``", "-RRB-", "-LRB-", "CC", "_SP", "IN", "TO", "MD", "VBD", "VBZ")


def unit_is(hit: Hit, unit: int) -> bool:
    return hit.has("unit") and hit.one("unit") == unit


def unit_around(base: date, unit: int, step: int) -> DateValue | None:
    """The day, week, month or year that lies ``step`` from the one of ``base``."""
    if unit == DAY:
        found = cal.add_days(base, step)
        return cal.day_value(found) if found else None
    if unit in (WEEK, FORTNIGHT):
        return cal.week_of(base, step)
    if unit == MONTH:
        return cal.month_value(*cal.add_months(base.year, base.month, step))
    return cal.year_value(base.year + step)


def thread_or_anchor(hit: Hit, step: int, unit: int) -> date | None:
    story = hit.story
    thread = story.thread(hit.index)
    named = story.named
    if unit in (MONTH, YEAR) and named and (not thread or named[2] > (story.event or story.speech).index):
        return date(named[0], named[1] or 1, 1) if unit == YEAR or named[1] else None
    if thread:
        return thread.end if step > 0 else thread.start
    return None


def counted(base: date, unit: int, number: int) -> DateValue | None:
    if unit in (DAY, WEEK, FORTNIGHT):
        found = cal.add_days(base, unit * number)
        return cal.day_value(found) if found else None
    return unit_around(base, unit, number)
