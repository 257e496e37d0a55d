"""Which reports are one contact. No Django, no database.

The result depends on the set of reports and verdicts alone, never on their order. Reports hang together by edges: a
comparison that joins, or a person's "same". A connected component is decided by itself, so what changes in one touches
no other: whoever keeps contacts in a database needs to decide again only the components of what changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from contacts.fusion.compare import Comparison, compare
from contacts.fusion.given import Given, Key, pairs, window

Pair = tuple[Key, Key]  # in order


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two reports on which a person should look; ``joined`` is what was decided until then."""

    one: Key
    other: Key
    score: float
    joined: bool


@dataclass(slots=True)
class Clusters:
    """``groups``: every key once, each group in order, groups in order of their first key.

    ``refused``: "same" verdicts that could not hold beside a "not the same" of somebody.
    """

    groups: list[list[Key]] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    refused: list[Pair] = field(default_factory=list)


def cluster(givens: Iterable[Given], same: Iterable[Pair] = (), apart: Iterable[Pair] = ()) -> Clusters:
    """All reports in groups. ``same`` and ``apart`` are what people said; they bind above every score, "not the same"
    above "same" where both cannot hold. Pairs that name a report which is not given are left out."""
    by_key = {given.key: given for given in givens}
    said_same = {_pair(*pair) for pair in same if set(pair) <= by_key.keys()}
    said_apart = {_pair(*pair) for pair in apart if set(pair) <= by_key.keys()}
    found = {(one.key, other.key): compare(one, other) for one, other in candidates(by_key.values())}
    joined = _Groups(by_key, said_apart)
    refused = [pair for pair in sorted(said_same) if not joined.unite(*pair, said=True)]
    for pair, _ in sorted(found.items(), key=_best_first):
        if found[pair].together:
            joined.unite(*pair)
    groups = sorted(sorted(group) for group in joined.groups())
    return Clusters(groups, _unsure(found, joined, said_same | said_apart), refused)


def candidates(givens: Iterable[Given]) -> Iterator[tuple[Given, Given]]:
    """The pairs that ``may_be_one``, each once, the one with the lower key first; linear where few windows overlap."""
    blocks = defaultdict(list)
    for given in givens:
        when = window(given)
        if when:
            for pair in pairs(given):
                blocks[given.kind, pair].append((*when, given))
    seen = set()
    for block in blocks.values():
        block.sort(key=lambda row: (row[0], row[2].key))
        active: list[tuple] = []
        for row in block:
            active = [before for before in active if before[1] >= row[0]]
            for _, _, before in active:
                one, other = sorted((before, row[2]), key=lambda given: given.key)
                if (one.key, other.key) not in seen:
                    seen.add((one.key, other.key))
                    yield one, other
            active.append(row)


def _pair(one: Key, other: Key) -> Pair:
    return (one, other) if one < other else (other, one)


def _best_first(item: tuple[Pair, Comparison]) -> tuple:
    pair, comparison = item
    return -comparison.score, pair


def _unsure(found: dict[Pair, Comparison], joined: _Groups, said: set[Pair]) -> list[Unsure]:
    return [
        Unsure(*pair, comparison.score, joined.of(pair[0]) == joined.of(pair[1]))
        for pair, comparison in sorted(found.items())
        if comparison.unsure and pair not in said
    ]


class _Groups:
    """Disjoint groups of keys that no union may put two of one article, or two said to be apart, into."""

    def __init__(self, givens: dict[Key, Given], apart: set[Pair]) -> None:
        self._of = {key: key for key in givens}
        self._members = {key: {key} for key in givens}
        self._articles = {key: {given.article} for key, given in givens.items()}
        self._apart = apart

    def of(self, key: Key) -> Key:
        return self._of[key]

    def groups(self) -> Iterable[set[Key]]:
        return self._members.values()

    def unite(self, one: Key, other: Key, said: bool = False) -> bool:
        """False where they must stay apart. A person's word (``said``) goes over the same article."""
        a, b = self._of[one], self._of[other]
        if a == b:
            return True
        if any(_pair(x, y) in self._apart for x in self._members[a] for y in self._members[b]):
            return False
        if not said and self._articles[a] & self._articles[b]:
            return False
        for key in self._members[b]:
            self._of[key] = a
        self._members[a] |= self._members.pop(b)
        self._articles[a] |= self._articles.pop(b)
        return True
