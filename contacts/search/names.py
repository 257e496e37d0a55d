"""Names that are typed with small mistakes: which words of a name are meant. No Django, no database.

Two words are the same when accents, case and hyphens are left aside. A short word allows for no mistake, one of four
letters for one, one of eight for two; a mistake is a letter too many, too few, wrong, or two in the wrong order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from contacts.fusion.names import name_key

MOST_WORDS = 12
LONGEST = 120
_PART = re.compile(r"[\w'’ʼ\u0300-\u036f]+")
_JOINED = 3  # words of a name that may be typed as one
UNFINISHED = 0.5  # a word of which only the beginning is typed: better than a mistake, worse than the word itself


@dataclass(frozen=True)
class Word:
    """A word of a name: its place in it (code points, end exclusive), and its key."""

    start: int
    end: int
    key: str


@dataclass(frozen=True)
class Fit:
    """``pairs`` are (number of the word asked for, numbers of the words of the name that it means); ``mistakes`` is the
    sum of their mistakes, ``left`` how many words of the name nobody asked for."""

    pairs: tuple[tuple[int, tuple[int, ...]], ...]
    mistakes: float
    left: int

    @property
    def asked(self) -> frozenset[int]:
        return frozenset(number for number, _ in self.pairs)

    @property
    def spelled_otherwise(self) -> bool:
        """Whether somebody made a mistake, and did not merely leave the last word unfinished."""
        return self.mistakes >= 1


@lru_cache(maxsize=20_000)
def words_of(name: str) -> tuple[Word, ...]:
    """The words of a name."""
    found = []
    for part in _PART.finditer(name):
        plain = part[0].isascii() and part[0].isalnum()
        key = part[0].lower() if plain else "".join(c for c in name_key(part[0]) if c.isalnum())
        if key:
            found.append(Word(part.start(), part.end(), key))
    return tuple(found)


def asked_words(typed: str) -> tuple[Word, ...]:
    """The words of what was typed; of a very long input, its beginning."""
    return words_of(typed[:LONGEST])[:MOST_WORDS]


def grams(word: str) -> set[str]:
    """Three letters in a row, with two blanks before and one behind, so that "Xi" has some too."""
    padded = f"  {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def grams_of(words: Iterable[Word]) -> set[str]:
    return {gram for word in words for gram in grams(word.key)}


def mistakes_allowed(word: str) -> int:
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def fit(asked: tuple[Word, ...], name: tuple[Word, ...], *, typing: bool = True) -> Fit | None:
    """How the words asked for are words of a name; None where none is. Each word of the name is used once.

    While ``typing``, the last word may be the beginning of one.
    """
    pairs, used, mistakes = [], set(), 0.0
    for number, word in enumerate(asked):
        unfinished = typing and number == len(asked) - 1
        best = _best(word.key, tuple(one.key for one in name), frozenset(used), unfinished)
        if best is not None:
            cost, meant = best
            pairs.append((number, meant))
            used.update(meant)
            mistakes += cost
    return Fit(tuple(pairs), mistakes, len(name) - len(used)) if pairs else None


@lru_cache(maxsize=20_000)
def _best(
    word: str, name: tuple[str, ...], used: frozenset[int], unfinished: bool
) -> tuple[float, tuple[int, ...]] | None:
    best = None
    for first in range(len(name)):
        for last in range(first, min(first + _JOINED, len(name))):
            meant = tuple(range(first, last + 1))
            if used & set(meant):
                break
            cost = _cost(word, "".join(name[first : last + 1]), unfinished and first == last)
            if cost is not None and (best is None or cost < best[0]):
                best = (cost, meant)
    return best


def _cost(word: str, other: str, unfinished: bool) -> float | None:
    if word == other:
        return 0
    if unfinished and len(word) > 1 and other.startswith(word):
        return UNFINISHED
    most = min(mistakes_allowed(word), mistakes_allowed(other))
    found = OSA.distance(word, other, score_cutoff=most) if most else most + 1
    return found if found <= most else None


def marked(name: str, words: tuple[Word, ...], found: Fit | None) -> tuple[tuple[str, bool], ...]:
    """A name in pieces, the words that were meant told apart."""
    pieces, at = [], 0
    numbers = sorted(number for _, meant in found.pairs for number in meant) if found else []
    for first, last in _runs(numbers):
        start, end = words[first].start, words[last].end
        if start > at:
            pieces.append((name[at:start], False))
        pieces.append((name[start:end], True))
        at = end
    if at < len(name):
        pieces.append((name[at:], False))
    return tuple(pieces)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """The first and last of numbers that follow on each other."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def respelled(typed: str, asked: tuple[Word, ...], name: str, words: tuple[Word, ...], found: Fit) -> str:
    """What was typed, with the words of a name as the name has them."""
    text, at, last = "", 0, -1
    for number, meant in found.pairs:
        word, part = asked[number], name[words[meant[0]].start : words[meant[-1]].end]
        between = typed[at : word.start]
        if last >= 0 and meant[0] == last + 1 and not between.strip(" -"):
            between = name[words[last].end : words[meant[0]].start]  # "Diaz Cannel" becomes "Díaz-Canel"
        text, at, last = text + between + part, word.end, meant[-1]
    return text + typed[at:]
