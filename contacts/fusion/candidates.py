"""Which reports need to be compared: of one kind, with a pair of parties in common, and windows that overlap. No
Django, no database. Linear where few windows overlap: reports are laid out by kind, pair and first day, and swept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from contacts.fusion.given import Given, pairs, window


def candidates(givens: Iterable[Given]) -> Iterator[tuple[Given, Given]]:
    """The pairs that ``may_be_one``, each once, the one with the lower key first."""
    blocks = defaultdict(list)
    for given in givens:
        when = window(given)
        if when:
            for pair in pairs(given):
                blocks[given.kind, pair].append((*when, given))
    for (_, pair), block in blocks.items():
        block.sort(key=lambda row: (row[0], row[2].key))
        open_ones: list[tuple] = []
        for first, last, given in block:
            open_ones = [row for row in open_ones if row[1] >= first]
            for _, _, before in open_ones:
                # Two reports meet in each pair of parties that they share: the first of these is the one that counts.
                if _first_shared(before, given) == pair:
                    yield (before, given) if before.key < given.key else (given, before)
            open_ones.append((first, last, given))


def _first_shared(one: Given, other: Given) -> tuple[str, str]:
    if len(one.parties) == 2:
        return one.ordered
    if len(other.parties) == 2:
        return other.ordered
    a, b = sorted(one.parties & other.parties)[:2]
    return a, b
