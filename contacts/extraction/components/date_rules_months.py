"""Rules for months, seasons and years, and for lengths of time."""

from __future__ import annotations

from contacts.extraction.components import date_calendar as cal
from contacts.extraction.components.date_calendar import FUTURE, PAST
from contacts.extraction.components.date_hits import DAY, MONTH, YEAR, Hit, Reading, rule, stretch, thread_or_anchor

# -- months -----------------------------------------------------------------------------------------------------------


def is_month(hit: Hit) -> bool:
    """Is a shy month without a day or year meant as one? By the word before it and by its tag."""
    if hit.story.typed:
        return True
    for place in hit.at("shy_month"):
        if hit.text(place).lower() not in ("may", "march"):
            return False
        before = hit.text(place - 1).lower()
        if before in (
            "in",
            "since",
            "until",
            "till",
            "of",
            "by",
            "last",
            "this",
            "next",
            "that",
            "late",
            "early",
            "mid",
            "-",
            "during",
            "and",
            "to",
            "from",
            "through",
            "following",
            "end",
            "before",
            "after",
            "between",
            "for",
        ):
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
    if hit.tag(hit.first) == "IN":
        return None  # "he said that September ..."
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
    if (
        hit.text(hit.last - 1).lower() in ("june", "april", "august")
        and hit.tag(hit.last) == "NNP"
        and not hit.has("edge", "edge_noun")
    ):
        if hit.text(hit.first - 1).lower() not in ("in", "since", "of", "until", "by", "last"):
            return None  # a given name
    return [Reading(hit.story.month(hit.one("month", "shy_month"), hit.index), "month", True)]


# -- seasons and years ------------------------------------------------------------------------------------------------


@rule("EDGE? (the|this|last|next|that)? season (of? year|(of? (last|this|next) unit))?")
def season(hit: Hit):
    year, anchor = hit.one("year"), hit.story.anchor
    word = hit.text(hit.at("season")[0])
    if year is None:
        if word[0].isupper() or not (
            hit.has("the", "this", "last", "next", "that", "edge", "edge_noun")
            or hit.text(hit.first - 1).lower() == "in"
        ):
            return []
        if hit.tag(hit.last)[:2] == "NN" and not hit.has("this", "last", "next"):
            return []
        if _may_be_a_verb(hit, word) or hit.text(hit.last).lower() == "of" and not hit.has("this", "last", "next"):
            return []  # "the fall of the minister"
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


def _may_be_a_verb(hit: Hit, word: str) -> bool:
    """'Prices that fall', 'saw the house fall'."""
    return not hit.tag(hit.at("season")[0]).startswith("NN") and word == "fall"


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
    if before in (
        "in",
        "since",
        "until",
        "till",
        "during",
        "year",
        "of",
        "by",
        "from",
        "before",
        "after",
        "through",
        "for",
        "to",
        "early",
        "late",
        "mid",
        "between",
        "and",
        "around",
        "throughout",
    ):
        return after != "NNS" and hit.text(place + 1).lower() not in (
            "gmt",
            "people",
            "%",
            "percent",
            "km",
            "euros",
            "dollars",
        )
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
