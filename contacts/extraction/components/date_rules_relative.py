"""Rules for what is counted from the filing of the story or from its thread: days, weeks, "ago", "later"."""

from __future__ import annotations

from contacts.extraction.components import date_calendar as cal
from contacts.extraction.components.date_calendar import FUTURE, PAST
from contacts.extraction.components.date_hits import (
    DAY,
    FORTNIGHT,
    MONTH,
    WEEK,
    YEAR,
    Hit,
    Reading,
    counted,
    ends_here,
    one_day,
    rule,
    thread_or_anchor,
    unit_around,
    unit_is,
)
from contacts.extraction.components.date_words import lexicon
from contacts.extraction.types import DateValue, Precision

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
    step = hit.one("earlier", "later") * (
        number // 24 if hit.text(hit.at("hours")[0]).lower().startswith("hour") else 0
    )
    return [Reading(cal.day_value(cal.add_days(day, step)) if day else None, "thread", True)]


@rule("WHEN (in|on) the (unit|part)")
def within_unit(hit: Hit):
    unit = DAY if hit.has("part") else hit.one("unit")
    if unit == DAY:
        day = hit.story.thread_day(hit.index) or hit.story.anchor
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


@rule("the? (ordinal|last) (unit|part_of_year) of MON Y?")
def part_of_month(hit: Hit):
    """'The first day of June', 'the last days of May', 'the first half of February': the last two are the month."""
    if hit.has("unit") and hit.one("unit") != DAY or hit.has("part_of_year") and hit.one("part_of_year") != 6:
        return None
    year, month = hit.one("year"), hit.one("month", "shy_month")
    value = cal.month_value(year, month) if year else hit.story.month(month, hit.index)
    part = hit.at("unit", "part_of_year")[0]
    if value is None or hit.has("part_of_year") or hit.text(part).lower().endswith("s"):
        return [Reading(value, "month", not year)]
    day = value.end if hit.code_is(part - 1, "last") else cal.add_days(value.start, hit.one("ordinal") - 1)
    return [Reading(cal.day_value(day), "point", not year)]


@rule("in (a|number|day) unit")
def time_from_now(hit: Hit):
    """'In two weeks' time', 'in a week's time'; of what lies ahead just 'in two weeks'."""
    told = [hit.text(place).lower() for place in range(hit.last, hit.last + 2)]
    in_time = told[1] == "time" and told[0] in ("'", "’", "'s", "’s")
    if not in_time and (hit.tense != FUTURE or hit.one("unit") == YEAR):
        return None
    anchor, number = hit.story.anchor, hit.one("number", "day") or 1
    return [Reading(counted(anchor, hit.one("unit"), number) if anchor else None, "point", True)]


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


@rule("COUNT unit from WD")
def weeks_from_weekday(hit: Hit):
    """'A week from Monday': counted from the Monday ahead."""
    if hit.one("unit") != WEEK:
        return None
    anchor, number = hit.story.anchor, hit.one("a", "number", "day") or 1
    day = cal.nearest_weekday(anchor, hit.one("weekday", "shy_weekday"), cal.FUTURE) if anchor else None
    return [Reading(cal.day_value(cal.add_days(day, 7 * number)) if day else None, "point", True)]


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
    number = hit.one("ordinal") or (
        12 // size if hit.code_is(hit.first, "last") or hit.code_is(hit.first + 1, "last") else None
    )
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


def _before_event(hit: Hit) -> bool:
    """ "A weekend meeting"."""
    return hit.text(hit.last).lower().rstrip("s") in lexicon()["tie"]["event"]


@rule("(at|over|by|the|this)? the? past? weekend")
def weekend(hit: Hit):
    anchor = hit.story.anchor
    if hit.one("weekend") < 0 or not (hit.has("the", "this", "past", "over", "at") or _before_event(hit)):
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
        hit.text(hit.last).lower() in ("after", "before", "as", "afterwards", "afterward")
        or hit.text(hit.first - 1).lower() == "as"
    ):
        return []
    alone = not hit.has("loose", "number", "day", "big")
    if hit.has("coming") and unit_is(hit, WEEK) and alone and not hit.text(hit.last - 1).lower().endswith("s"):
        week = unit_around(hit.story.anchor, WEEK, 1) if hit.story.anchor else None
        return [Reading(week, "range", True, future=True)]
    step = hit.one("coming", "next", "last", "past", "vague") or hit.one("loose")
    if hit.has("past") and unit_is(hit, WEEK) and alone and hit.story.anchor:
        week = DateValue(cal.add_days(hit.story.anchor, -7), hit.story.anchor, Precision.DAY)
        return [Reading(week, "range", True, future=False)]  # the seven days up to the filing
    return [Reading(None, "vague", True, future=None if not step else step > 0)]
