"""Which countries and organisations are named in what was typed: by every name that the engine knows, by the beginning
of a name, and with small mistakes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from contacts.extraction.components.parties import lookup
from contacts.models import Party
from contacts.search.names import Fit, Word, fit, marked, words_of

LONGEST_NAME = 6  # words
MOST_IN_PAIRS = 4
JOINING = frozenset("and with vs versus to in of the on for from at are is can per".split())  # some are codes as well


@dataclass(frozen=True)
class PartyHit:
    """A party; ``numbers`` are those of the words that name it. ``fit`` is None where they are another of its names."""

    party: Party
    numbers: frozenset[int]
    words: tuple[Word, ...]
    fit: Fit | None

    @property
    def mistakes(self) -> float:
        return self.fit.mistakes if self.fit else 0

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        return marked(self.party.name, self.words, self.fit)


def named(typed: str, asked: tuple[Word, ...], known: dict[str, Party]) -> list[PartyHit]:
    """The parties named, in the order in which they are; each once. ``known``: all parties by code."""
    found: list[PartyHit] = []
    free, at = set(), 0
    while at < len(asked):
        length, code = _longest(typed, asked, at, known)
        if code:
            found.append(_hit(known[code], asked, frozenset(range(at, at + length))))
        else:
            free.add(at)
        at += length
    for hit in _nearly(asked, free, known):  # "nort korea" is more than the "korea" in it
        found = [hit, *(other for other in found if not other.numbers < hit.numbers)]
    once: dict[str, PartyHit] = {}
    for hit in sorted(found, key=lambda hit: min(hit.numbers)):
        once.setdefault(hit.party.pk, hit)
    return list(once.values())


def pairs(hits: list[PartyHit], asked: tuple[Word, ...]) -> list[tuple[PartyHit, PartyHit]]:
    """The pairs of the parties named. One that was only guessed counts where every word is a party's or joins two."""
    rest = set(range(len(asked))) - {number for hit in hits for number in hit.numbers}
    rest -= {number for number in rest if asked[number].key in JOINING}
    meant = [hit for hit in hits if not hit.mistakes or not rest]
    return list(combinations(meant[:MOST_IN_PAIRS], 2))


def _longest(typed: str, asked: tuple[Word, ...], at: int, known: dict[str, Party]) -> tuple[int, str]:
    """How many words from this one on name a party, and its code; 1 and nothing where they do not."""
    for length in range(min(LONGEST_NAME, len(asked) - at), 0, -1):
        if length == 1 and typed[asked[at].start : asked[at].end] in JOINING:
            continue
        last = asked[at + length - 1]
        words = typed[asked[at].start : last.end]
        keys = " ".join(word.key for word in asked[at : at + length])
        for spelling in dict.fromkeys((words, typed[asked[at].start : last.end + 1], keys)):
            code = lookup(spelling)
            if code in known:
                return length, code
    return 1, ""


def _hit(party: Party, asked: tuple[Word, ...], numbers: frozenset[int]) -> PartyHit:
    words = words_of(party.name)
    some = tuple(word for number, word in enumerate(asked) if number in numbers)
    found = fit(some, words, typing=False)
    return PartyHit(party, numbers, words, found if found and not found.mistakes else None)


def _nearly(asked: tuple[Word, ...], free: set[int], known: dict[str, Party]) -> list[PartyHit]:
    """Parties whose whole name was typed with mistakes or unfinished, some of it in the words that are ``free``; fewest
    mistakes first, and no word for two of them with different numbers of mistakes."""
    hits = []
    for party in known.values() if free else ():
        words = words_of(party.name)
        found = fit(asked, words)
        if found and not found.left and found.asked & free and _side_by_side(found.asked):
            hits.append(PartyHit(party, found.asked, words, found))
    hits.sort(key=lambda hit: (hit.mistakes, -len(hit.numbers), hit.party.name))
    least: dict[int, float] = {}
    for hit in hits:
        for number in hit.numbers:
            least.setdefault(number, hit.mistakes)
    return [hit for hit in hits if all(least[number] >= hit.mistakes for number in hit.numbers)]


def _side_by_side(numbers: frozenset[int]) -> bool:
    return max(numbers) - min(numbers) == len(numbers) - 1
