"""A made-up world: countries of unequal weight, who holds which office when, and who meets whom. No database."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, combinations
from random import Random

from contacts.extraction.components.parties import all_parties

FIRST, LAST = date(1990, 1, 1), date(2025, 12, 31)
MOST_PAIRS = 8_000
# A pair's share falls with its place, as (place + _HEAD) ** -1: the busiest of 8,000 pairs has 2 % of all contacts.
_HEAD = 6.15
# The parties that much is written of; the others follow in a drawn order.
LARGE = "USA CHN RUS GBR FRA DEU JPN IND KOR EU UN TUR IRN ISR EGY SAU BRA ZAF ITA ESP PRK CUB VNM PAK IDN".split()

OFFICES = [
    "president", "prime minister", "foreign minister", "defence minister", "minister of trade",
    "deputy foreign minister", "special envoy", "speaker of parliament", "minister of energy", "minister of finance",
    "ambassador", "deputy prime minister", "minister of health", "minister of culture", "national security adviser",
    "army chief", "minister of agriculture", "minister of transport", "minister of education", "senator",
]  # fmt: skip
MORE_OFFICES = 40  # further officials of each party, drawn less often: envoys, deputies, directors
_LOWER = ["deputy minister of trade", "special representative", "ambassador", "director of protocol", "adviser"]
_STARTS = [letter + vowel for letter in "bdfghjklmnprstvz" for vowel in "aeo"]
_MIDDLES = (
    "bar del din gor hal kan lin mar mir nar nov per ran res ril san ser sil tan ter tor val van vel vin zar".split()
)
_ENDS = "a as e en ek ev i ia in is o ov os u un us".split()
_GIVEN = [start.capitalize() + end for start in _STARTS[::2] for end in ("lia", "mir", "nor", "ren", "tan", "vin")]


@dataclass(frozen=True)
class Official:
    name: str
    title: str
    country: str


@dataclass(frozen=True)
class Event:
    """A contact, or (``met`` set) a visit and a meeting on it, as it was in this world."""

    number: int
    kind: str
    start: date
    end: date
    parties: tuple[str, ...]
    guests: tuple[Official, ...]
    hosts: tuple[Official, ...]
    met: bool

    @property
    def contacts(self) -> int:
        return 2 if self.met else 1


class World:
    """``contacts`` of them, drawn by ``seed``."""

    def __init__(self, contacts: int, seed: int) -> None:
        self.contacts, self.seed = contacts, seed
        self.names = {party.code: party.name for party in all_parties()}
        drawn = Random(seed)
        others = sorted(self.names.keys() - set(LARGE))
        drawn.shuffle(others)
        self.parties = LARGE + others
        self.pairs = self._pairs(drawn)
        self._terms: dict[tuple[str, int], tuple[list[int], list[Official]]] = {}
        weights = [1 / (3 + place) for place in range(len(OFFICES) + MORE_OFFICES)]
        self._posts = list(accumulate(weights))

    def _pairs(self, drawn: Random) -> list[tuple[str, str]]:
        """The busiest first: large ones with large ones, and now and then a surprise."""
        places = list(enumerate(self.parties))
        scored = [((i + 2) * (j + 2) * drawn.uniform(0.3, 3), a, b) for (i, a), (j, b) in combinations(places, 2)]
        return [tuple(sorted(pair)) for _, *pair in sorted(scored)[:MOST_PAIRS]]

    def sizes(self) -> list[int]:
        """How many contacts each pair has, the busiest first."""
        shares = list(accumulate(1 / (1 + place + _HEAD) for place in range(len(self.pairs))))
        ends = [round(self.contacts * share / shares[-1]) for share in shares]
        return [end - before for before, end in zip([0, *ends], ends, strict=False)]

    def events(self) -> Iterator[Event]:
        """In the order of their days, as an archive grows."""
        days = (LAST - FIRST).days
        order = []
        for place, size in enumerate(self.sizes()):
            drawn, left, number = Random(self.seed * 1_000_003 + place), size, 0
            while left > 0:
                visit_with_meeting = left > 1 and drawn.random() < 0.16
                day = int(days * drawn.random() ** 0.7)  # more is known of the later years
                order.append((day, place, number, visit_with_meeting))
                left, number = left - 1 - visit_with_meeting, number + 1
        order.sort()
        for number, (day, place, _, met) in enumerate(order):
            yield self._event(number, FIRST + timedelta(day), self.pairs[place], met)

    def _event(self, number: int, start: date, pair: tuple[str, str], met: bool) -> Event:
        drawn = Random((self.seed << 40) + number)
        kind = "visit" if met else drawn.choices(("visit", "meeting", "call", "message"), (24, 34, 16, 26))[0]
        guest, host = pair if drawn.random() < 0.5 else pair[::-1]
        long = kind == "visit" and drawn.random() < 0.4
        guests = [self._official(guest, start, drawn)]
        if drawn.random() < 0.15:
            guests.append(self._official(guest, start, drawn))
        hosts = [self._official(host, start, drawn)] if drawn.random() < 0.85 or kind == "message" else []
        parties = {guest, host}
        if kind == "meeting" and drawn.random() < 0.08:  # several sides
            parties |= set(drawn.sample(self.parties[:60], drawn.randint(1, 4)))
            hosts += [self._official(code, start, drawn) for code in sorted(parties - {guest, host})]
        end = start + timedelta(drawn.randint(1, 3)) if long else start
        return Event(number, kind, start, end, tuple(sorted(parties)), tuple(dict.fromkeys(guests)), tuple(hosts), met)

    def _official(self, country: str, day: date, drawn: Random) -> Official:
        post = bisect_right(self._posts, drawn.random() * self._posts[-1])
        starts, holders = self._held(country, post)
        return holders[bisect_right(starts, day.toordinal()) - 1]

    def _held(self, country: str, post: int) -> tuple[list[int], list[Official]]:
        """Who held a post of a country since when, one after the other."""
        known = self._terms.get((country, post))
        if known is None:
            drawn = Random(f"{self.seed} {country} {post}")
            title = OFFICES[post] if post < len(OFFICES) else drawn.choice(_LOWER)
            starts, holders, day = [], [], FIRST.toordinal() - drawn.randint(1, 2000)
            while day < LAST.toordinal():
                starts.append(day)
                holders.append(Official(_name(drawn), title, country))
                day += drawn.randint(900, 3000)
            known = self._terms[country, post] = starts, holders
        return known


def _name(drawn: Random) -> str:
    family = drawn.choice(_STARTS) + drawn.choice(_MIDDLES) + drawn.choice(("", *_STARTS)) + drawn.choice(_ENDS)
    return f"{drawn.choice(_GIVEN)} {family.capitalize()}"
