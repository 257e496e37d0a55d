"""The grammar of date expressions: each rule is a pattern over the classes of words, and a function that resolves it.

A pattern is written with the names of the classes (lexicon/dates.toml and ``date_words.SHAPES``), ``?``, ``*``, ``|``
and brackets; MACROS are shorthands. Rules are tried in order, at each place where a core word stands. A function
returns a list of readings (none: "this is no date, leave it"), or None: "not by this rule, try the next".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from contacts.extraction.components import date_calendar as cal
from contacts.extraction.components.date_calendar import FUTURE, OPEN, PAST
from contacts.extraction.components.date_story import Story
from contacts.extraction.components.date_words import OTHER, classes
from contacts.extraction.types import DateValue, Precision

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


# -- not dates --------------------------------------------------------------------------------------------------------


@rule("(number|day|big) dash? unit dash? old")
@rule("(year|big|day) clock")
def no_date(hit: Hit) -> list[Reading]:
    return []


# -- all in numbers ---------------------------------------------------------------------------------------------------


@rule("year dash day dash day")
def iso(hit: Hit):
    year, (month, day) = hit.one("year"), hit.all("day")
    found = cal.make_day(year, month, day)
    if not found:
        return []
    hit.story.name(year, month, hit.index)
    return [Reading(cal.day_value(found))]


@rule("numeric")
def numeric(hit: Hit):
    found = hit.one("numeric")
    if isinstance(found, tuple):
        month_first, day_first = found
        published = hit.story.published
        found = month_first
        if published and abs((day_first - published).days) < 32 < abs((month_first - published).days):
            found = day_first
    hit.story.name(found.year, found.month, hit.index)
    return [Reading(cal.day_value(found))]


# -- days of a month --------------------------------------------------------------------------------------------------


def one_day(hit: Hit, month: int, day: int, year: int | None) -> DateValue | None:
    if year is None:
        return hit.story.day(month, day, hit.index)
    found = cal.make_day(year, month, day)
    return cal.day_value(found) if found else None


def stretch(first: DateValue | None, last: DateValue | None) -> DateValue | None:
    if not first or not last or not first.start or not last.end or last.end < first.start:
        return None
    return DateValue(first.start, last.end, first.precision)


@rule("(from|between)? PRE? MON DD (Y comma?)? LINK PRE? the? MON DD Y?")
@rule("(from|between)? PRE? the? DD of? MON (Y comma?)? LINK PRE? the? DD of? MON Y?")
def two_month_days(hit: Hit):
    months, days, years = hit.all("month", "shy_month"), hit.all("day", "nth"), hit.all("year")
    if not all(real_day(month, day) for month, day in zip(months, days, strict=True)):
        return None
    last = one_day(hit, months[1], days[1], years[-1] if years else None)
    year = years[0] if len(years) == 2 else None
    if year is None and last and last.start:
        year = last.start.year - ((months[1], days[1]) < (months[0], days[0]))
    first = one_day(hit, months[0], days[0], year)
    if years:
        hit.story.name(years[-1], months[1], hit.index)
    relative = not years
    if hit.has("and", "or") and not hit.has("between"):
        cut = hit.at("and", "or")[0]
        return [Reading(first, "point", relative, hit.first, cut), Reading(last, "point", relative, cut + 1, hit.last)]
    return [Reading(stretch(first, last), "range", relative)]


@rule("(from|between)? PRE? MON the? DD (comma DD)* comma? LINK the? DD Y?")
@rule("(from|between)? PRE? the? DD (comma DD)* comma? LINK WD? comma? the? DD of? MON Y?")
@rule("PRE? MON day_range Y?")
@rule("PRE? day_range of? MON Y?")
def days_of_month(hit: Hit):
    month, year = hit.one("month", "shy_month"), hit.one("year")
    days = list(hit.one("day_range") or hit.all("day", "nth"))
    places = hit.at("day", "nth")
    if places and places[-1] == hit.last - 1 and hit.code_is(hit.last, "dash", "unit"):
        return None  # "May 12 and 2-day ..."
    if not all(real_day(month, day) for day in days):
        return None
    values = [one_day(hit, month, day, year) for day in days]
    if year:
        hit.story.name(year, month, hit.index)
    relative = year is None
    consecutive = all(b - a == 1 for a, b in zip(days, days[1:], strict=False))
    joined = hit.has("to", "dash", "between") or not hit.has("and", "or")
    if joined and days[-1] <= days[0]:
        return None
    if consecutive or joined:
        return [Reading(stretch(values[0], values[-1]), "range", relative)]
    readings = []
    month_place = hit.at("month", "shy_month")[0]
    for number, (place, value) in enumerate(zip(places, values, strict=True)):
        first = min(month_place, place) if number == 0 else place
        last = hit.last if number == len(places) - 1 else place + 1
        readings.append(Reading(value, "point", relative, first, last))
    return readings


def real_day(month: int, day: int) -> bool:
    return cal.make_day(2000, month, day) is not None


@rule("PRE? MON the? DD Y? (open WD close_bracket)?")
@rule("PRE? the? DD dash? of? MON dash? Y? (open WD close_bracket)?")
def month_day(hit: Hit):
    month, day, year = hit.one("month", "shy_month"), hit.one("day", "nth"), hit.one("year")
    if not real_day(month, day):
        return None
    month_place, day_place = hit.at("month", "shy_month")[0], hit.at("day", "nth")[0]
    if day_place < month_place and hit.has("dash") and year is None and hit.code_is(day_place + 1, "dash"):
        return None
    if year is None and day_place > month_place and hit.code_is(day_place + 1, "dash") and hit.code_is(day_place + 2, "unit"):
        return None  # "in May, 2-day"
    if year is None and day_place > month_place and hit.text(hit.first - 1).lower() == "in" and hit.tag(hit.last) == "NNS":
        return None  # "in May 20 people"
    if hit.text(hit.last) in ("%", "percent"):
        return None
    if year is not None:
        hit.story.name(year, month, hit.index)
    value = one_day(hit, month, day, year)
    if year is None and (weekday := hit.one("weekday", "shy_weekday")) is not None:
        value = agreeing(hit, month, day, weekday) or value
    return [Reading(value, "point", year is None)]


def agreeing(hit: Hit, month: int, day: int, weekday: int) -> DateValue | None:
    """The nearest year in which that day of the month is that weekday: "Tuesday, May 24"."""
    anchor = hit.story.anchor
    if anchor is None:
        return None
    found = [d for year in range(anchor.year - 3, anchor.year + 4) if (d := cal.make_day(year, month, day))]
    found = [d for d in found if d.weekday() == weekday]
    nearest = min(found, key=lambda d: abs((d - anchor).days), default=None)
    return cal.day_value(nearest) if nearest and abs((nearest - anchor).days) < 400 else None


@rule("WD comma? the? nth")
def weekday_nth(hit: Hit):
    anchor, weekday, day = hit.story.anchor, hit.one("weekday", "shy_weekday"), hit.one("nth")
    if anchor is None:
        return [Reading(None, "point", True)]
    months = (cal.add_months(anchor.year, anchor.month, step) for step in range(-6, 7))
    found = [d for year, month in months if (d := cal.make_day(year, month, day)) and d.weekday() == weekday]
    nearest = min(found, key=lambda d: abs((d - anchor).days), default=None)
    return [Reading(cal.day_value(nearest) if nearest else None, "point", True)]


@rule("the nth")
def nth_alone(hit: Hit):
    """ "On the 15th": of the month that the story is at."""
    if hit.text(hit.first - 1).lower() not in ("on", "until", "till", "to", "from", "since", "by") or hit.tag(hit.last)[:1] in ("N", "J"):
        return None
    day, story = hit.one("nth"), hit.story
    thread = story.thread(hit.index)
    if thread:
        found = cal.make_day(thread.end.year, thread.end.month, day)
    elif story.named and story.named[1]:
        found = cal.make_day(story.named[0], story.named[1], day)
    elif story.anchor:
        steps = {PAST: (0, -1, -2), FUTURE: (0, 1, 2)}.get(hit.tense, (0, -1, 1))
        days = [cal.make_day(*cal.add_months(story.anchor.year, story.anchor.month, step), day) for step in steps]
        fits = [d for d in days if d and (hit.tense == FUTURE or d <= story.anchor) and (hit.tense != FUTURE or d >= story.anchor)]
        found = fits[0] if fits else None
    else:
        found = None
    return [Reading(cal.day_value(found) if found else None, "thread" if thread else "point", True)]


@rule("holiday (eve|unit)?")
@rule("fresh unit possessive? (eve|unit) Y?")
def holiday(hit: Hit):
    if hit.has("fresh") and (hit.all("unit")[0] != YEAR or hit.all("unit")[1:] not in ([], [DAY])):
        return None
    month, day = divmod(hit.one("holiday") or 101, 100)
    story, year = hit.story, hit.one("year")
    if year is None and story.anchor is None:
        return [Reading(None, "point", True)]
    found = cal.make_day(year, month, day) if year else cal.nearest_day(story.anchor, month, day, hit.tense)
    if not year and hit.has("fresh") and hit.has("eve") and hit.tense == PAST and found and (story.anchor - found).days > 360:
        found = cal.nearest_day(story.anchor, month, day, FUTURE)
    return [Reading(cal.day_value(cal.add_days(found, hit.one("eve") or 0)), "point", not year)]


# -- weekdays ---------------------------------------------------------------------------------------------------------


def habit(hit: Hit) -> bool:
    before = hit.text(hit.first - 1).lower()
    return -1 in hit.all("weekday", "shy_weekday") or before in ("every", "each", "a", "most", "alternate", "black", "bloody")


@rule("(from|between)? WD part? LINK on? WD part?")
@rule("WD comma WD (comma WD)* comma? and WD")
def weekdays(hit: Hit):
    if habit(hit):
        return None
    places, names = hit.at("weekday", "shy_weekday"), hit.all("weekday", "shy_weekday")
    if hit.has("shy_weekday") or hit.story.anchor is None:
        return [Reading(None, "range", True)] if not hit.has("shy_weekday") else None
    direction = hit.tense
    consecutive = all((b - a) % 7 == 1 for a, b in zip(names, names[1:], strict=False))
    if consecutive or hit.has("to", "dash", "between"):
        span = sum((b - a) % 7 for a, b in zip(names, names[1:], strict=False))
        if direction == FUTURE:
            first = cal.nearest_weekday(hit.story.anchor, names[0], FUTURE)
            return [Reading(cal.day_value(first, cal.add_days(first, span)), "range", True)]
        last = cal.nearest_weekday(hit.story.anchor, names[-1], PAST)
        return [Reading(cal.day_value(cal.add_days(last, -span), last), "range", True)]
    readings = []
    for number, (place, name) in enumerate(zip(places, names, strict=True)):
        end = place + 2 if hit.code_is(place + 1, "part") else place + 1
        start = hit.first if number == 0 else place
        value = hit.story.weekday(name, hit.kept[place])
        readings.append(Reading(value, "point", True, start, min(end, hit.last)))
    return readings


@rule("(edge on?)? WD part? (of|comma)? (last|this|next|coming|following|previous) unit")
@rule("(last|this|next|coming) unit comma? (on|possessive)? WD part?")
def weekday_of_week(hit: Hit):
    if hit.one("unit") != WEEK or habit(hit) or hit.has("shy_weekday"):
        return None
    step = hit.one("last", "this", "next", "coming", "following", "previous")
    anchor = hit.story.anchor
    if hit.has("following", "previous"):
        thread = hit.story.thread(hit.index)
        anchor = thread.start if thread else None
    if anchor is None:
        return [Reading(None, "point", True)]
    monday = cal.week_of(anchor, step).start
    return [Reading(cal.day_value(cal.add_days(monday, hit.one("weekday"))), "point", True)]


@rule("the (following|previous) WD part?")
@rule("the WD part? (before|after|following)")
def weekday_of_thread(hit: Hit):
    story, name = hit.story, hit.one("weekday", "shy_weekday")
    if hit.has("shy_weekday") or name < 0:
        return None
    if hit.has("before", "after") and not ends_here(hit):
        return None
    direction = FUTURE if hit.has("following", "after") else PAST
    thread = story.thread(hit.index)
    base = (thread.end if direction == FUTURE else thread.start) if thread else story.anchor
    if base is None:
        return [Reading(None, "thread", True)]
    if direction == PAST:
        base = cal.add_days(base, -1)
    return [Reading(cal.day_value(cal.nearest_weekday(base, name, direction)), "thread", True)]


@rule("the? (this past|last|next|this|coming|past) WD part?")
def relative_weekday(hit: Hit):
    if habit(hit) or hit.has("shy_weekday"):
        return None
    if hit.story.anchor is None:
        return [Reading(None, "point", True)]
    name, anchor = hit.one("weekday"), hit.story.anchor
    if hit.has("last", "past"):
        found = cal.nearest_weekday(cal.add_days(anchor, -1), name, PAST)
    elif hit.has("next", "coming"):
        found = cal.nearest_weekday(anchor, name, FUTURE)
    else:
        monday = cal.week_of(anchor).start
        found = cal.add_days(monday, name)
        if hit.tense == FUTURE and found < anchor:
            found = cal.add_days(found, 7)
    return [Reading(cal.day_value(found), "point", True)]


@rule("(edge on?)? weekday part?")
def weekday(hit: Hit):
    if habit(hit) or hit.text(hit.last).lower() in PAPERS:
        return []
    return [Reading(hit.story.weekday(hit.one("weekday"), hit.index), "point", True)]


PAPERS = frozenset("times mirror express telegraph mail post herald tribune".split())


# -- days counted from the filing of the story ------------------------------------------------------------------------


def from_anchor(hit: Hit, days: int) -> list[Reading]:
    anchor = hit.story.anchor
    return [Reading(cal.day_value(cal.add_days(anchor, days)) if anchor else None, "point", True)]


@rule("the? unit (before|after) day_word")
def day_beside_day_word(hit: Hit):
    if hit.one("unit") != DAY:
        return None
    return from_anchor(hit, hit.one("day_word") + hit.one("before", "after"))


@rule("WHEN? day_word part?")
def day_word(hit: Hit):
    return from_anchor(hit, hit.one("day_word"))


@rule("WHEN? this part")
def this_part(hit: Hit):
    return from_anchor(hit, 0)


@rule("edge? last part")
def last_night(hit: Hit):
    return from_anchor(hit, -1)


# -- days counted from the story's thread -----------------------------------------------------------------------------


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


@rule("WHEN? on? (that same?|the same) (unit|part|weekend)")
def same_day(hit: Hit):
    unit = hit.one("unit") or (DAY if hit.has("part") else WEEK)
    if hit.story.anchor is None and not hit.story.thread(hit.index) and not hit.story.named:
        return [Reading(None, "thread", True)]
    if unit == DAY:
        day = hit.story.thread_day(hit.index)
        return [Reading(cal.day_value(day) if day else None, "thread", True)]
    base = thread_or_anchor(hit, 0, unit)
    if base is None:
        return [Reading(None, "thread", True)]
    return [Reading(cal.weekend_of(base) if hit.has("weekend") else unit_around(base, unit, 0), "thread", True)]


@rule("EDGE? the (next|following|previous) (unit|part|weekend)")
def next_day(hit: Hit):
    unit, step = hit.one("unit"), hit.one("next", "following", "previous")
    if hit.has("part"):
        unit = DAY
    elif hit.has("weekend"):
        unit = WEEK
    if hit.has("next") and unit != DAY and hit.text(hit.first - 1).lower() in ("over", "in", "for", "within", "during"):
        return [Reading(None, "vague", True, future=True)]
    base = thread_or_anchor(hit, step, unit)
    if base is None and (hit.has("previous") or unit != DAY):
        base = hit.story.anchor
    if base is None:
        return [Reading(None, "thread", True)]
    value = cal.weekend_of(base, step) if hit.has("weekend") else unit_around(base, unit, step)
    return [Reading(value, "thread", True)]


def counted(base: date, unit: int, number: int) -> DateValue | None:
    if unit in (DAY, WEEK, FORTNIGHT):
        found = cal.add_days(base, unit * number)
        return cal.day_value(found) if found else None
    return unit_around(base, unit, number)


@rule("(COUNT|the) unit (earlier|later)")
@rule("(number|day) unit on comma")
@rule("(COUNT|the) (unit|part) (before|after) that?")
def counted_from_thread(hit: Hit):
    if hit.text(hit.last).lower() == "than":
        return []
    number = hit.one("a", "number", "day", "big") or 1
    unit = DAY if hit.has("part") else hit.one("unit")
    step = (hit.one("earlier", "later", "before", "after") or 1) * number
    if hit.has("before", "after") and not hit.has("that") and not ends_here(hit):
        return []  # "the day before his visit": counted from something that the grammar does not know
    base = thread_or_anchor(hit, step, unit)
    if base is None and step < 0:
        base = hit.story.anchor
    last = hit.last - hit.has("comma")
    return [Reading(counted(base, unit, step) if base else None, "thread", True, hit.first, last)]


@rule("(a? loose of?|COUNT)? hours (earlier|later)")
def hours_later(hit: Hit):
    number = hit.one("number", "day", "big") or 0
    day = hit.story.thread_day(hit.index)
    step = hit.one("earlier", "later") * (number // 24 if hit.text(hit.at("hours")[0]).lower().startswith("hour") else 0)
    return [Reading(cal.day_value(cal.add_days(day, step)) if day else None, "thread", True)]


@rule("WHEN (in|on) the (unit|part)")
def within_unit(hit: Hit):
    unit = DAY if hit.has("part") else hit.one("unit")
    if unit == DAY:
        day = hit.story.thread_day(hit.index)
        return [Reading(cal.day_value(day) if day else None, "thread", True)]
    anchor = hit.story.anchor
    return [Reading(unit_around(anchor, unit, 0) if anchor else None, "range", True)]


# -- weeks, months and years counted from the anchor ------------------------------------------------------------------


@rule("(a? loose of?|COUNT) unit ago")
def ago(hit: Hit):
    anchor = hit.story.anchor
    if hit.has("loose") or anchor is None:
        return [Reading(None, "vague", True, future=False)]
    return [Reading(counted(anchor, hit.one("unit"), -hit.one("a", "number", "day", "big")), "point", True)]


@rule("unit ago")
def long_ago(hit: Hit):
    return [Reading(None, "vague", True, future=False)]


@rule("the? (ordinal|nth|last) (unit|weekend) of (MON Y?|(the|this|last|next|that) unit)")
def week_of_month(hit: Hit):
    units = hit.all("unit")
    if not hit.has("weekend") and units[0] != WEEK:
        return None
    leading_last = hit.code_is(hit.first, "last") or hit.code_is(hit.first + 1, "last")
    number = -1 if leading_last else hit.one("ordinal", "nth")
    if hit.has("month", "shy_month"):
        year = hit.one("year")
        month = hit.one("month", "shy_month")
        value = cal.month_value(year, month) if year else hit.story.month(month, hit.index)
    elif units[-1] == MONTH and hit.story.anchor:
        lasts = hit.at("last")
        step = -1 if lasts and lasts[-1] > hit.at("of")[0] else 1 if hit.has("next") else 0
        value = unit_around(hit.story.anchor, MONTH, step)
    else:
        value = None
    if not value or number > 5:
        return [Reading(None, "range", True)]
    week = cal.week_of_month(value.start.year, value.start.month, number)
    if hit.has("weekend"):
        week = cal.weekend_of(week.start)
    return [Reading(week, "range", not hit.has("year"))]


@rule("the? unit of MON DD Y?")
def week_of_day(hit: Hit):
    if hit.one("unit") != WEEK:
        return None
    day = one_day(hit, hit.one("month", "shy_month"), hit.one("day", "nth"), hit.one("year"))
    return [Reading(cal.week_of(day.start) if day else None, "range", not hit.has("year"))]


@rule("the? (ordinal|last) part_of_year (of ((the|this|last|next) unit|year)|year)?")
def part_of_year(hit: Hit):
    size, story = hit.one("part_of_year"), hit.story
    beyond = hit.has("unit", "year")
    if size == 6 and not beyond:
        return None
    if hit.has("unit") and hit.one("unit") != YEAR:
        return None
    number = hit.one("ordinal") or (12 // size if hit.code_is(hit.first, "last") or hit.code_is(hit.first + 1, "last") else None)
    if number is None or number * size > 12:
        return None
    year = hit.one("year")
    if year is None:
        if story.anchor is None:
            return [Reading(None, "month", True)]
        after_of = hit.at("of")[0] if hit.has("of") else hit.last
        words = [place for place in hit.at("last", "next") if place > after_of]
        year = story.anchor.year + (hit.values_of(words[0]) if words else 0)
        if not beyond and hit.tense == PAST and number * size - size + 1 > story.anchor.month:
            year -= 1
    last = number * size
    return [Reading(cal.month_value(year, last - size + 1, (year, last)), "month", not hit.has("year"))]


@rule("(WHEN in?|the? edge_noun of)? (last|this|next|coming) (unit|weekend|part_of_year)")
@rule("the? edge_noun of the (unit|weekend)")
def relative_unit(hit: Hit):
    anchor = hit.story.anchor
    step = hit.one("last", "this", "next", "coming") or 0
    if unit_is(hit, FORTNIGHT):
        return [Reading(None, "vague", True, future=step > 0)]
    if hit.text(hit.last - 1).lower().endswith("s") or (hit.has("unit") and hit.one("unit") == DAY):
        return None
    unit = hit.one("unit")
    if anchor is None:
        return [Reading(None, "range", True)]
    if hit.has("weekend"):
        value = cal.weekend_of(anchor, step)
        kind = "range"
    elif hit.has("part_of_year"):
        if hit.one("part_of_year") != 3:
            return None
        quarter = (anchor.year * 12 + anchor.month - 1) // 3 + step
        year, month = quarter * 3 // 12, quarter * 3 % 12 + 1
        value, kind = cal.month_value(year, month, (year, month + 2)), "month"
    else:
        value = unit_around(anchor, unit, step)
        kind = {WEEK: "range", FORTNIGHT: "range", MONTH: "month", YEAR: "year"}[unit]
    future = True if step > 0 or hit.has("later") else False if step < 0 or hit.has("earlier") else None
    return [Reading(value, kind, True, future=future)]


@rule("(at|over|by|the|this)? the? past? weekend")
def weekend(hit: Hit):
    anchor = hit.story.anchor
    if hit.one("weekend") < 0 or not hit.has("the", "this", "past", "over", "at"):
        return []
    if anchor is None:
        return [Reading(None, "range", True)]
    if hit.has("past"):
        return [Reading(cal.weekend_of(anchor, -1), "range", True)]
    offset = -1 if hit.tense == PAST and anchor.weekday() < 5 else 0
    return [Reading(cal.weekend_of(anchor, offset), "range", True)]


@rule("the? (coming|loose|next|last|past) (a? loose of?|number|day|big)? unit")
@rule("loose unit")
@rule("vague")
def vague(hit: Hit):
    if hit.has("unit") and not hit.text(hit.last - 1).lower().endswith("s") and not hit.has("past", "coming"):
        return None
    if hit.has("vague") and (
        hit.text(hit.last).lower() in ("after", "before", "as", "afterwards", "afterward") or hit.text(hit.first - 1).lower() == "as"
    ):
        return []
    step = hit.one("coming", "next", "last", "past", "vague") or hit.one("loose")
    return [Reading(None, "vague", True, future=None if not step else step > 0)]


# -- months -----------------------------------------------------------------------------------------------------------


def is_month(hit: Hit) -> bool:
    """Is a shy month without a day or year meant as one? By the word before it and by its tag."""
    if hit.story.typed:
        return True
    for place in hit.at("shy_month"):
        if hit.text(place).lower() not in ("may", "march"):
            return False
        before = hit.text(place - 1).lower()
        if before in ("in", "since", "until", "till", "of", "by", "last", "this", "next", "that", "late", "early", "mid", "-", "during",
                      "and", "to", "from", "through", "following", "end", "before", "after", "between", "for"):
            if hit.tag(place)[:2] == "NN" or before in ("in", "since", "last", "late", "early", "during", "mid"):
                continue
        return False
    return True


@rule("(from|between)? EDGE? MON year? (to|dash|and|or) EDGE? MON ((of|comma)? year)?")
def months(hit: Hit):
    names, years = hit.all("month", "shy_month"), hit.all("year")
    if not years and not is_month(hit):
        return None
    if years and len(years) == 1 and hit.code_is(hit.last - 1, "year") is False:
        return None
    last = cal.month_value(years[-1], names[1]) if years else hit.story.month(names[1], hit.index)
    if last is None:
        return [Reading(None, "month", True)]
    year = years[0] if len(years) == 2 else last.start.year - (names[1] < names[0])
    first = cal.month_value(year, names[0])
    if hit.has("and", "or") and not hit.has("between") and names[1] - names[0] not in (1, -11):
        cut = hit.at("and", "or")[0]
        return [
            Reading(first, "month", not years, hit.first, cut),
            Reading(last, "month", not years, cut + 1, hit.last),
        ]
    return [Reading(stretch(first, last), "month", not years)]


@rule("EDGE? MON (comma|of)? year")
def month_year(hit: Hit):
    year, month = hit.one("year"), hit.one("month", "shy_month")
    hit.story.name(year, month, hit.index)
    return [Reading(cal.month_value(year, month), "month")]


@rule("EDGE? MON (of|comma)? (last|this|next|that same?|the same|the? following|the? previous) unit")
def month_of_year(hit: Hit):
    if hit.one("unit") != YEAR:
        return None
    step = hit.one("last", "next", "following", "previous") or 0
    if hit.has("that", "same", "following", "previous"):
        base = thread_or_anchor(hit, step, YEAR)
    else:
        base = hit.story.anchor
    if base is None:
        return [Reading(None, "month", True)]
    month = hit.one("month", "shy_month")
    hit.story.name(base.year + step, month, hit.index)
    return [Reading(cal.month_value(base.year + step, month), "month", True)]


@rule("the (following|previous) MON")
def month_of_thread(hit: Hit):
    month, step = hit.one("month", "shy_month"), hit.one("following", "previous")
    base = thread_or_anchor(hit, step, MONTH) or thread_or_anchor(hit, step, YEAR)
    if base is None:
        return [Reading(None, "month", True)]
    if step > 0:
        year = base.year + (month <= base.month)
    else:
        year = base.year - (month >= base.month)
    hit.story.name(year, month, hit.index)
    return [Reading(cal.month_value(year, month), "thread", True)]


@rule("(that|the same) MON")
def month_of_that_year(hit: Hit):
    base = thread_or_anchor(hit, 0, YEAR)
    if hit.has("shy_month") and not is_month(hit):
        return None
    return [Reading(cal.month_value(base.year, hit.one("month", "shy_month")) if base else None, "thread", True)]


@rule("(last|next|this|coming|past) MON")
def relative_month(hit: Hit):
    if not is_month(hit):
        return None
    month, anchor = hit.one("month", "shy_month"), hit.story.anchor
    if anchor is None:
        return [Reading(None, "month", True)]
    if hit.has("last", "past"):
        year = anchor.year - (month >= anchor.month)
    elif hit.has("next", "coming"):
        year = anchor.year + (month <= anchor.month)
    else:
        year = anchor.year
    return [Reading(cal.month_value(year, month), "month", True)]


@rule("EDGE? MON")
def month(hit: Hit):
    if not is_month(hit):
        return None
    if hit.has("edge") and hit.code_is(hit.last, "day", "nth"):
        return None
    if hit.text(hit.last - 1).lower() in ("june", "april", "august") and hit.tag(hit.last) == "NNP" and not hit.has("edge", "edge_noun"):
        if hit.text(hit.first - 1).lower() not in ("in", "since", "of", "until", "by", "last"):
            return None  # a given name
    return [Reading(hit.story.month(hit.one("month", "shy_month"), hit.index), "month", True)]


# -- seasons and years ------------------------------------------------------------------------------------------------


@rule("EDGE? (the|this|last|next|that)? season (of? year|(of? (last|this|next) unit))?")
def season(hit: Hit):
    year, anchor = hit.one("year"), hit.story.anchor
    word = hit.text(hit.at("season")[0])
    if year is None:
        if word[0].isupper() or not (hit.has("the", "this", "last", "next", "that", "edge", "edge_noun") or hit.text(hit.first - 1).lower() == "in"):
            return []
        if hit.tag(hit.last)[:2] == "NN" and not hit.has("this", "last", "next"):
            return []
    first = hit.one("season")
    if year is None and anchor is None:
        return [Reading(None, "month", True)]
    if year is None:
        if hit.has("unit"):
            year = anchor.year + hit.one("last", "this", "next")
        elif hit.has("last"):
            year = anchor.year - (first + 2 >= anchor.month)
        elif hit.has("next"):
            year = anchor.year + (first <= anchor.month)
        elif hit.tense == PAST:
            year = anchor.year - (first > anchor.month)
        else:
            year = anchor.year + (first + 2 < anchor.month and hit.tense == FUTURE)
    return [Reading(cal.month_value(year, first, cal.add_months(year, first, 2)), "month", not hit.has("year"))]


@rule("(from|between)? year (to|dash|and) year")
@rule("year_range")
def years(hit: Hit):
    first, last = hit.one("year_range") or hit.all("year")
    if last < first:
        return None
    if hit.has("and") and not hit.has("between"):
        if not year_like(hit, hit.at("year")[0]):
            return []
        cut = hit.at("and")[0]
        return [
            Reading(cal.year_value(first), "year", False, hit.first, cut),
            Reading(cal.year_value(last), "year", False, cut + 1, hit.last),
        ]
    if not hit.has("from", "between", "year_range") and not year_like(hit, hit.at("year")[0]):
        return []
    return [Reading(cal.year_value(first, last), "year")]


@rule("EDGE? year")
def year(hit: Hit):
    place = hit.at("year")[0]
    if not hit.has("edge", "edge_noun") and not year_like(hit, place):
        return []
    value = hit.one("year")
    if hit.code_is(hit.first - 1, "in", "from", "by") or hit.has("edge", "edge_noun"):
        hit.story.name(value, None, hit.index)
    label = not hit.has("edge", "edge_noun") and hit.text(place - 1).lower() in LABELS
    return [Reading(cal.year_value(value), "label" if label else "year")]


LABELS = frozenset(("the", "a", "its", "their", "his", "her", "'s", "’s", "this"))  # "the 2013 summit"


def year_like(hit: Hit, place: int) -> bool:
    """Is a number of four digits a year? By its neighbours; "2000 troops" and "Resolution 1973" are none."""
    value, before = hit.values_of(place), hit.text(place - 1).lower()
    if not 1850 <= value <= 2060 or hit.code_is(place - 1, "numbered"):
        return False
    after = hit.tag(place + 1)
    if before in ("in", "since", "until", "till", "during", "year", "of", "by", "from", "before", "after", "through", "for", "to", "early", "late", "mid", "between", "and", "around", "throughout"):
        return after != "NNS" and hit.text(place + 1).lower() not in ("gmt", "people", "%", "percent", "km", "euros", "dollars")
    if before in LABELS:
        return after in ("NN", "NNP", "JJ", "NNPS") or hit.text(place + 1)[:1] in "-"
    return before in ("(", "-") and hit.text(place + 1) in (")", "-")


# -- lengths ----------------------------------------------------------------------------------------------------------


@rule("(number|day|big) dash? unit")
@rule("a unit")
@rule("(number|day)? unit dash lengthy")
@rule("long")
def duration(hit: Hit):
    if hit.has("a") and hit.text(hit.first - 1).lower() not in ("for", "lasting"):
        return None
    before = hit.text(hit.first - 1).lower()
    number = hit.one("number", "day", "big") or 1
    unit = hit.one("unit", "long")
    if before in ("every", "each"):
        return []
    if number == 1 and unit == DAY and not hit.has("dash", "long") and before not in ("for", "lasting", "of"):
        return []  # "he may one day return"
    days = number * unit if unit < MONTH else None
    return [Reading(None, "duration", False, days=days)]


def compile_rules():
    patterns = [(name, re.compile(expand(pattern)), function) for name, pattern, function in RULES]
    master = re.compile("|".join(f"(?P<{name}>{expand(pattern)})" for name, pattern, _ in RULES))
    return master, patterns


MASTER, PATTERNS = compile_rules()
NUMBER_OF = {name: number for number, (name, _, _) in enumerate(PATTERNS)}
BACK = 10  # words before a core word that may belong to it


def read(texts, codes: str, kept: list[int], values_of, tags, story: Story, done: Callable[[Hit, Reading], None]) -> None:
    """Read all dates of a text in one pass. ``codes`` has a character a kept token, ``done`` takes each reading."""
    free = 0
    for core in CORE_PATTERN.finditer(codes):
        place = core.start()
        if place < free:
            continue
        start = place
        while start > free and place - start < BACK and codes[start - 1] != OTHER:
            start -= 1
        while start <= place:
            match = MASTER.match(codes, start)
            if match:
                end = _resolve(match, texts, codes, kept, values_of, tags, story, done)
                if end:
                    free = end
                    break
            start += 1


def _resolve(match, texts, codes, kept, values_of, tags, story, done) -> int:
    number, start = NUMBER_OF[match.lastgroup], match.start()
    while True:
        hit = Hit(texts, codes, kept, values_of, tags, story, start, match.end())
        readings = PATTERNS[number][2](hit)
        if readings is not None:
            for reading in readings:
                done(hit, reading)
            return match.end()
        match = None
        while match is None:
            number += 1
            if number == len(PATTERNS):
                return 0
            match = PATTERNS[number][1].match(codes, start)


__all__ = ["DAY", "OPEN", "Hit", "Precision", "Reading", "read"]
