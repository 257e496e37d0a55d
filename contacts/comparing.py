"""Two to four pairs on one time axis: their contacts that occurred, counted a year, a quarter or a month.

``comparison`` is the one function for views: three queries, whatever the number of contacts.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Count, Q, Sum
from django.db.models.functions import Cast, Substr

from contacts import lanes
from contacts.extraction.types import Status
from contacts.forms_world import Asked
from contacts.models import Dyad, Party
from contacts.pair.axis import percent_of
from contacts.sight import EVERYTHING, Sight
from contacts.when import month_words

Codes = tuple[str, str]
# Heights in pixels: of the bars, of a pair's name, of the space below, of the years.
BAND, HEAD, BETWEEN, AXIS = 84, 20, 10, 22
SUGGESTED = 300


@dataclass(frozen=True)
class Part:
    """One piece of a bar: whose contacts (``side`` a, b or neither), where it stands in pixels."""

    side: str
    y: str
    height: str


@dataclass(frozen=True)
class Bar:
    """The contacts of one pair in one stretch of time; ``first`` and ``last`` are its days, for the address."""

    x: str
    width: str
    parts: tuple[Part, ...]
    first: date
    last: date
    words: str


@dataclass(frozen=True)
class Strip:
    """One pair: its two parties, how many contacts, its bars; ``top`` is where it begins, ``floor`` its base line."""

    a: Party
    b: Party
    contacts: int
    last: str
    bars: tuple[Bar, ...]
    top: int
    floor: int


@dataclass(frozen=True)
class Tick:
    x: str
    label: str


@dataclass(frozen=True)
class Comparison:
    """``table`` has a row a stretch of time that holds anything: its words and the counts of each pair."""

    strips: tuple[Strip, ...]
    ticks: tuple[Tick, ...]
    height: int
    most: int
    each: str
    table: tuple[tuple[str, tuple[int, ...]], ...]

    axis = AXIS
    strip = HEAD + BAND + BETWEEN


@dataclass(frozen=True)
class _Step:
    """How long a stretch is: ``months`` at once, called ``word``."""

    months: int
    word: str


# The longest span in years up to which a step is taken.
_STEPS = ((3, _Step(1, "month")), (12, _Step(3, "quarter")), (10_000, _Step(12, "year")))


def comparison(pairs: Sequence[Codes], asked: Asked, sight: Sight = EVERYTHING) -> Comparison:
    """The pairs in the order given, each with its two codes in order."""
    counted = _counted(pairs, asked, sight)
    months = [month for found in counted.values() for month in found]
    if not months:
        return Comparison(_strips(pairs, {}, [], 1), (), 0, 0, "", ())
    first, last = asked.first or min(months)[0], asked.last or max(months)[0]
    step = next(step for years, step in _STEPS if last - first < years)
    stretches = [(year, month) for year in range(first, last + 1) for month in range(1, 13, step.months)]
    grouped = {pair: _grouped(found, step) for pair, found in counted.items()}
    most = max(sum(sides.values()) for found in grouped.values() for sides in found.values())
    newest = {pair: max(found) for pair, found in counted.items() if found}
    strips = _strips(pairs, grouped, stretches, most, step, newest)
    return Comparison(
        strips=strips,
        ticks=tuple(_ticks(first, last)),
        height=strips[-1].floor + 1,
        most=most,
        each=step.word,
        table=tuple(_table(pairs, grouped, stretches, step)),
    )


def suggestions(sight: Sight = EVERYTHING) -> list[tuple[Party, Party]]:
    """The pairs that have most contacts, to choose from. Two queries."""
    years = sight.years
    busiest = years.rows.values_list("a", "b").annotate(n=Sum(years["contacts"])).order_by("-n", "a", "b")
    rows = [(a, b) for a, b, _ in busiest[:SUGGESTED]]
    found = Party.objects.in_bulk({code for pair in rows for code in pair})
    return [(found[a], found[b]) for a, b in rows]


def beside(pair: Codes, known: Sequence[tuple[Party, Party]], most: int = 6) -> list[tuple[Party, Party]]:
    """Which of the ``known`` pairs one may want to see beside this one: those that share a party with it first."""
    others = [(a, b) for a, b in known if (a.pk, b.pk) != pair]
    return sorted(others, key=lambda two: not {two[0].pk, two[1].pk} & set(pair))[:most]


def _counted(pairs: Sequence[Codes], asked: Asked, sight: Sight) -> dict[Codes, dict[tuple[int, int], dict[str, int]]]:
    """By pair, by (year, month): contacts by whose they are. Of a contact of many days its first counts."""
    wanted = Q()
    for a, b in pairs:
        wanted |= Q(a=a, b=b)
    rows = sight.seen(Dyad.objects.filter(wanted, status=Status.OCCURRED, start__isnull=False).order_by())
    if asked.kinds:
        rows = rows.filter(kind__in=asked.kinds)
    if asked.first:
        rows = rows.filter(start__gte=date(asked.first, 1, 1))
    if asked.last:
        rows = rows.filter(start__lte=date(asked.last, 12, 31))
    rows = rows.annotate(month=Substr(Cast("start", CharField()), 1, 7)).values_list("a", "b", "month", "lane")
    found: dict[Codes, dict[tuple[int, int], dict[str, int]]] = {pair: {} for pair in pairs}
    for a, b, month, lane, count in rows.annotate(n=Count("pk")):
        sides = found[a, b].setdefault((int(month[:4]), int(month[5:])), {})
        side = {lanes.A_IN_B: "a", lanes.B_IN_A: "b"}.get(lane, "")
        sides[side] = sides.get(side, 0) + count
    return found


def _grouped(found: dict[tuple[int, int], dict[str, int]], step: _Step) -> dict[tuple[int, int], dict[str, int]]:
    grouped: dict[tuple[int, int], dict[str, int]] = {}
    for (year, month), sides in found.items():
        into = grouped.setdefault((year, month - (month - 1) % step.months), {})
        for side, count in sides.items():
            into[side] = into.get(side, 0) + count
    return grouped


def _strips(pairs, grouped, stretches, most: int, step: _Step | None = None, newest=None) -> tuple[Strip, ...]:
    parties = Party.objects.in_bulk({code for pair in pairs for code in pair})
    strips = []
    for number, (a, b) in enumerate(pairs):
        found = grouped.get((a, b), {})
        top = AXIS + number * (HEAD + BAND + BETWEEN)
        floor = top + HEAD + BAND
        bars = tuple(
            _bar(found[stretch], at, len(stretches), stretch, step, floor, most)
            for at, stretch in enumerate(stretches)
            if stretch in found
        )
        total = sum(sum(sides.values()) for sides in found.values())
        last = month_words(date(*newest[a, b], 1)) if newest and (a, b) in newest else ""
        strips.append(Strip(parties[a], parties[b], total, last, bars, top, floor))
    return tuple(strips)


def _bar(sides: dict[str, int], at: int, of: int, stretch, step: _Step, floor: int, most: int) -> Bar:
    first, last = _days(stretch, step)
    y, parts = float(floor), []
    for side in ("a", "b", ""):
        if count := sides.get(side, 0):
            height = count / most * BAND
            y -= height
            parts.append(Part(side, f"{y:.1f}", f"{height:.1f}"))
    total = sum(sides.values())
    words = f"{_words(stretch, step)}: {total:,} contact{'' if total == 1 else 's'}"
    return Bar(_percent(at / of), _percent(0.86 / of), tuple(parts), first, last, words)


def _days(stretch: tuple[int, int], step: _Step) -> tuple[date, date]:
    year, month = stretch
    end = month + step.months - 1
    return date(year, month, 1), date(year, end, calendar.monthrange(year, end)[1])


def _words(stretch: tuple[int, int], step: _Step) -> str:
    first, last = _days(stretch, step)
    if step.months == 12:
        return str(first.year)
    return month_words(last) if step.months == 1 else f"{month_words(first).split()[0]}–{month_words(last)}"


def _ticks(first: int, last: int) -> list[Tick]:
    years = last - first + 1
    every = next(n for n in (1, 2, 5, 10, 25, 100, 1000) if years / n <= 16)
    marked = [(year, (year - first) / years) for year in range(first, last + 1) if year % every == 0]
    fits = 1 - percent_of(4) / 100  # beyond, a year's label would be cut off at the right
    return [Tick(_percent(place), str(year) if place <= fits else "") for year, place in marked]


def _table(pairs, grouped, stretches, step: _Step):
    for stretch in reversed(stretches):
        counts = tuple(sum(grouped[pair].get(stretch, {}).values()) for pair in pairs)
        if any(counts):
            yield _words(stretch, step), counts


def _percent(part: float) -> str:
    return f"{100 * part:.3f}".rstrip("0").rstrip(".") + "%"
