"""In what two reports agree and differ: one function a field, each giving points with their weight and words.

No Django, no database. Weights are those of weights.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from contacts.extraction.title_ranks import rank_of
from contacts.extraction.types import Kind, Precision, Rank, Role, Status
from contacts.fusion.given import Given
from contacts.fusion.names import SAME, alike, name_key, word_alike
from contacts.fusion.settings import WEIGHTS
from contacts.when import date_words

OPEN = (Status.PLANNED, Status.POSSIBLE)
NOT_HELD = (Status.CANCELLED, Status.DENIED)
MOST_COMPANIONS = 3
SAME_PLACE = 0.9  # words of places so alike are one
SHORT_WORD = 3  # letters: words up to so many ("of", "the") tell nothing
FAR = 3  # days: further apart, what is fixed is two contacts
LONG = 31  # days: a longer range dates no better than a month
_CODE = re.compile(r"\b[A-Z][A-Z-]+\b")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing in which two reports agree or differ. ``weight`` is what it adds to the sum (below 0: takes).

    ``words`` is a sentence that names parties by code; ``codes`` are those codes.
    """

    field: str  # "people", "parties", "date", "place", "status", "title", "role"
    words: str
    weight: float
    codes: tuple[str, ...] = ()

    def said(self, names: Mapping[str, str]) -> str:
        """The sentence with the names of the parties, as far as ``names`` has them."""
        return _CODE.sub(lambda code: names.get(code[0], code[0]) if code[0] in self.codes else code[0], self.words)


def _point(field: str, weight: str, words: str, codes: Sequence[str] = (), times: float = 1.0) -> Point:
    return Point(field, words, round(WEIGHTS[weight] * times, 3), tuple(codes))


def people(one: Given, other: Given) -> Iterator[Point]:
    pairs = same_people(one, other)
    yield from _of_two_parties(pairs)
    shared: dict[str, list] = {}
    for pair in pairs:
        shared.setdefault(pair[0]["country"] or pair[1]["country"] or "", []).append(pair)
    sides = [sorted(some, key=_likeness, reverse=True) for _, some in sorted(shared.items())]
    heads = sorted((side[0] for side in sides), key=_likeness, reverse=True)
    for pair in heads[:2]:
        yield _point("people", _main(one), _both_name(pair), times=pair[2])
    more = [*heads[2:], *(pair for side in sides for pair in side[1:])]
    for pair in more[:MOST_COMPANIONS]:
        yield _point("people", "companion", _both_name(pair), times=pair[2])
    yield from _strangers(one, other, {id(person) for pair in pairs for person in pair[:2]}, shared)


def _likeness(pair: tuple[Mapping, Mapping, float]) -> float:
    return pair[2]


def _of_two_parties(pairs: list) -> Iterator[Point]:
    for first, second, _ in pairs:
        if first["country"] != second["country"] and first["country"] and second["country"]:
            codes = sorted({first["country"], second["country"]})
            words = f"{first['name']} stands for {codes[0]} in one and for {codes[1]} in the other."
            yield _point("people", "party_of_person", words, codes)


def _strangers(one: Given, other: Given, met: set[int], shared: Mapping[str, list]) -> Iterator[Point]:
    """Sides for which each report names somebody whom the other does not."""
    for code in sorted(one.sides.keys() & other.sides.keys()):
        left = [[person for person in given.sides[code] if id(person) not in met] for given in (one, other)]
        if all(left):
            names = [" and ".join(person["name"] for person in some[:3]) for some in left]
            words = f"For {code or 'a side'} one names {names[0]}, the other {names[1]}."
            weight = "others_beside" if code in shared else "stranger"
            yield _point("people", weight, words, [code] if code else [])


def _main(given: Given) -> str:
    return "traveller" if given.kind == Kind.VISIT else "person"


def _both_name(pair: tuple[Mapping, Mapping, float]) -> str:
    first, second = pair[0]["name"], pair[1]["name"]
    return f"Both name {first}." if name_key(first) == name_key(second) else f"{first} and {second} are one name."


def same_people(one: Given, other: Given) -> list[tuple[Mapping, Mapping, float]]:
    """Which named person of the one is whom of the other, and how alike their names are; each once, best first."""
    table = []
    for i, first in enumerate(one.named):
        for j, second in enumerate(other.named):
            likeness = alike(first["name"], second["name"])
            if likeness >= SAME:
                elsewhere = bool(first["country"] and second["country"] and first["country"] != second["country"])
                table.append((elsewhere, -likeness, i, j))
    pairs, here, there = [], set(), set()
    for _, likeness, i, j in sorted(table):
        if i not in here and j not in there:
            here.add(i)
            there.add(j)
            pairs.append((one.named[i], other.named[j], -likeness))
    return pairs


def parties(one: Given, other: Given) -> Iterator[Point]:
    extra = [sorted(one.parties - other.parties), sorted(other.parties - one.parties)]
    if not any(extra):
        yield _point("parties", "same_parties", f"The same parties: {_list(one.parties)}.", sorted(one.parties))
    elif all(extra):
        words = f"One has {_list(extra[0])} besides, the other {_list(extra[1])}."
        yield _point("parties", "crossed_parties", words, [*extra[0], *extra[1]])
    else:
        fewer, more = sorted((one, other), key=lambda given: len(given.parties))
        left_out = set(extra[0] or extra[1])
        two_alone = len(fewer.parties) == 2 and not left_out <= _hosts(more)
        weight = "two_of_more" if two_alone else "some_parties"
        yield _point("parties", weight, f"One has {_list(left_out)} besides.", sorted(left_out))


def _hosts(given: Given) -> set[str]:
    """The parties at whose place it is, or who received the others."""
    people = {p["country"] for p in given.record["participants"] if p["role"] == Role.HOST}
    return people | {(given.record.get("place") or {}).get("country")}


def _list(codes) -> str:
    return ", ".join(sorted(codes))


def dates(one: Given, other: Given) -> Iterator[Point]:
    first, second = one.record["date"], other.record["date"]
    both = " and ".join(sorted({date_words(first), date_words(second)}))
    if one.days is None or other.days is None:
        plan, later = sorted((one, other), key=lambda given: given.days is not None)
        followed = plan.status in OPEN and later.days is not None and not _before(later, plan)
        yield _point("date", "plan_followed" if followed else "undated", f"At least one is not dated: {both}.")
        return
    gap = days_between(one.days, other.days)
    if gap > 0:
        yield _apart(one, other, gap, both)
    elif Precision.YEAR in (one.precision, other.precision) and one.precision != other.precision:
        yield _point("date", "year_fits", f"One knows only the year: {both}.")
    elif is_vague(one) and is_vague(other):
        name = "same_month" if one.days == other.days else "month_fits"
        yield _point("date", name, f"The time fits: {both}.")
    elif is_vague(one) or is_vague(other):
        yield _point("date", "month_fits", f"The day lies in the other's time: {both}.")
    elif one.days == other.days:
        yield _point("date", "same_days", f"Both say {both}.")
    elif _within(one.days, other.days) or _within(other.days, one.days):
        yield _point("date", "day_within", f"One's days lie within the other's: {both}.")
    else:
        yield _point("date", "days_overlap", f"The days overlap: {both}.")


def _apart(one: Given, other: Given, gap: int, both: str) -> Point:
    words = f"{gap} {'day' if gap == 1 else 'days'} apart: {both}."
    if gap == 1 and _had_been_printed(one, other):
        return _point("date", "day_after_print", f"{words} The one was printed before the other's day came.")
    if gap == 1:
        return _point("date", "next_day_visit" if one.kind == Kind.VISIT else "next_day", words)
    if one.status in OPEN or other.status in OPEN:
        return _point("date", "plan_moved", words)
    return _point("date", "days_apart_visit" if one.kind == Kind.VISIT else "days_apart", words)


def _had_been_printed(one: Given, other: Given) -> bool:
    """Whether of two meetings that were held the earlier stood in print before the later one's day. Where people sit
    together the day is the same for all; a call may be of two days, one on each side of the date line."""
    first, second = sorted((one, other), key=lambda given: given.days)
    held = one.kind == Kind.MEETING and one.status == other.status == Status.OCCURRED
    return held and first.published is not None and first.published < second.days[0]


def is_vague(given: Given) -> bool:
    first, last = given.days
    return given.precision != Precision.DAY or (last - first).days > LONG


def days_between(one: tuple[date, date], other: tuple[date, date]) -> int:
    """0 where they overlap, 1 for neighbouring days."""
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)


def _within(inner: tuple[date, date], outer: tuple[date, date]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _before(dated: Given, plan: Given) -> bool:
    """Whether the dated contact was over when the plan was printed."""
    return plan.published is not None and dated.days[1] < plan.published


def places(one: Given, other: Given) -> Iterator[Point]:
    first, second = (given.record.get("place") or {} for given in (one, other))
    here, there = first.get("country"), second.get("country")
    texts = " and ".join(sorted({text for text in (first.get("text"), second.get("text")) if text}))
    if here and there and here != there:
        codes = sorted((here, there))
        weight = "other_destination" if one.kind == Kind.VISIT else "other_country"
        yield _point("place", weight, f"In {codes[0]} says one, in {codes[1]} the other.", codes)
    elif first.get("text") and second.get("text") and _place_in_common(first["text"], second["text"]):
        yield _point("place", "same_place", f"The same place: {texts}.")
    elif here and here == there:
        yield _point("place", "same_country", f"Both in {here}: {texts}.", [here])


def _place_in_common(one: str, other: str) -> bool:
    return any(word_alike(a, b) >= SAME_PLACE for a in _place_words(one) for b in _place_words(other))


@lru_cache(maxsize=1 << 14)
def _place_words(text: str) -> tuple[str, ...]:
    words = re.split(r"\W+", name_key(text))
    return tuple(word for word in words if len(word) > SHORT_WORD and word not in _NO_PLACE)


# Words of places that stand in the names of many.
_NO_PLACE = frozenset(
    "airport building capital center centre city embassy foreign guest hall headquarters hotel house international "
    "kingdom ministry north northern office palace parliament people presidential province republic residence room "
    "royal south southern east eastern west western state states summit town united villa".split()
)


def statuses(one: Given, other: Given) -> Iterator[Point]:
    both = " and ".join(sorted({one.status, other.status}))
    if one.status == other.status:
        yield _point("status", "same_status", f"Both say {both}.")
        return
    plans = [given for given in (one, other) if given.status in OPEN]
    if len(plans) == 2:
        yield _point("status", "plan_and_outcome", f"Not yet certain in one: {both}.")
    elif plans:
        plan, outcome = plans[0], one if plans[0] is other else other
        late = plan.published and outcome.published and plan.published > outcome.published
        if late and not (outcome.status == Status.OCCURRED and plan.days == outcome.days):
            yield _point("status", "plan_afterwards", f"Announced after the other was printed: {both}.")
        else:
            yield _point("status", "plan_and_outcome", f"Announced, then its outcome: {both}.")
    elif one.status in NOT_HELD and other.status in NOT_HELD:
        yield _point("status", "same_status", f"Both say that it was not held: {both}.")
    else:
        yield _point("status", "sources_disagree", f"The sources disagree: {both}.")


def titles(one: Given, other: Given) -> Iterator[Point]:
    """Where a side has no name in one of the two: whether offices or words of titles are the same."""
    for code in sorted(one.parties & other.parties):
        if code in one.sides and code in other.sides:
            continue
        said = [[p["title"] for p in given.record["participants"] if p["country"] == code] for given in (one, other)]
        first, second = (_offices(some) for some in said)
        words = _title_words(said[0]) & _title_words(said[1])
        if first & second or words:
            word = max(sorted(words), key=len) if words else min(first & second)
            yield _point("title", "same_title", f"A title in common for {code}: {word}.", [code])
        elif first and second:
            offices = f"{min(first)} and {min(second)}"
            yield _point("title", "other_title", f"Different offices for {code}: {offices}.", [code])


def _offices(said: Sequence[str | None]) -> set[str]:
    """The ranks of the titles, but for those that any official has."""
    ranks = {rank_of(title) for title in said if title}
    return {rank.value for rank in ranks if rank not in (None, Rank.OTHER, Rank.MINISTER)}


def _title_words(said: Sequence[str | None]) -> set[str]:
    """The telling words of titles, without the ending of a plural."""
    found = {word.removesuffix("s") for title in said for word in re.findall(r"\w+", name_key(title or ""))}
    return {word for word in found if len(word) > SHORT_WORD and word not in _ANY_TITLE}


# Words that stand in the titles of many.
_ANY_TITLE = frozenset(
    "affair deputy foreign former general head minister ministry national officer other president representative "
    "secretary senior their vice with".split()
)


def directions(one: Given, other: Given) -> Iterator[Point]:
    """Who wrote to whom, for messages."""
    if one.kind != Kind.MESSAGE:
        return
    here, there = ({role: _side(given, role) for role in (Role.SENDER, Role.RECIPIENT)} for given in (one, other))
    if here[Role.SENDER] & there[Role.SENDER] or here[Role.RECIPIENT] & there[Role.RECIPIENT]:
        yield _point("role", "same_direction", "From the same side to the same side.")
    elif here[Role.SENDER] & there[Role.RECIPIENT] or here[Role.RECIPIENT] & there[Role.SENDER]:
        yield _point("role", "other_direction", "From opposite sides: the one may answer the other.")


def _side(given: Given, role: Role) -> set[str]:
    return {p["country"] for p in given.record["participants"] if p["role"] == role and p["country"]}


FIELDS = (people, parties, dates, places, statuses, titles, directions)
