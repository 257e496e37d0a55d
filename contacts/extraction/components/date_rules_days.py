"""Rules for days: in numbers, days of a month, holidays, weekdays."""

from __future__ import annotations

from contacts.extraction.components import date_calendar as cal
from contacts.extraction.components.date_calendar import FUTURE, PAST
from contacts.extraction.components.date_hits import DAY, WEEK, YEAR, Hit, Reading, ends_here, one_day, rule, stretch
from contacts.extraction.types import DateValue

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
    if hit.has("and", "or") and not hit.has("between") and not _are_neighbours(first, last):
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


def _are_neighbours(first: DateValue | None, last: DateValue | None) -> bool:
    """'June 12 and June 13': one after the other."""
    return bool(first and last and first.end and last.start and cal.add_days(first.end, 1) == last.start)


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
    if (
        year is None
        and day_place > month_place
        and hit.code_is(day_place + 1, "dash")
        and hit.code_is(day_place + 2, "unit")
    ):
        return None  # "in May, 2-day"
    if (
        year is None
        and day_place > month_place
        and hit.text(hit.first - 1).lower() == "in"
        and hit.tag(hit.last) == "NNS"
    ):
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
    if hit.text(hit.first - 1).lower() not in ("on", "until", "till", "to", "from", "since", "by") or hit.tag(hit.last)[
        :1
    ] in ("N", "J"):
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
        fits = [
            d
            for d in days
            if d and (hit.tense == FUTURE or d <= story.anchor) and (hit.tense != FUTURE or d >= story.anchor)
        ]
        found = fits[0] if fits else None
    else:
        found = None
    return [Reading(cal.day_value(found) if found else None, "thread" if thread else "point", True)]


@rule("holiday (eve|unit)?")
@rule("fresh unit possessive? (eve|unit) Y?")
def holiday(hit: Hit):
    if hit.has("fresh") and (hit.all("unit")[0] != YEAR or hit.all("unit")[1:] not in ([], [DAY])):
        return None
    if not hit.has("fresh", "eve", "unit") and hit.text(hit.first - 1).lower() not in (
        "at",
        "before",
        "by",
        "after",
        "since",
        "until",
    ):
        return []
    month, day = divmod(hit.one("holiday") or 101, 100)
    story, year = hit.story, hit.one("year")
    if year is None and story.anchor is None:
        return [Reading(None, "point", True)]
    found = cal.make_day(year, month, day) if year else cal.nearest_day(story.anchor, month, day, hit.tense)
    if (
        not year
        and hit.has("fresh")
        and hit.has("eve")
        and hit.tense == PAST
        and found
        and (story.anchor - found).days > 360
    ):
        found = cal.nearest_day(story.anchor, month, day, FUTURE)
    return [Reading(cal.day_value(cal.add_days(found, hit.one("eve") or 0)), "point", not year)]


# -- weekdays ---------------------------------------------------------------------------------------------------------


def habit(hit: Hit) -> bool:
    before = hit.text(hit.first - 1).lower()
    return -1 in hit.all("weekday", "shy_weekday") or before in (
        "every",
        "each",
        "a",
        "most",
        "alternate",
        "black",
        "bloody",
    )


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
    told_apart = hit.has("and") and hit.code_is(places[-1] - 1, "on")  # 'on Monday and on Tuesday'
    if consecutive and not told_apart or hit.has("to", "dash", "between"):
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
