"""Which reports are one contact. No Django, no database.

The result depends on the set of reports and verdicts alone, never on their order. Reports hang together where a
comparison says ``together`` or a person said "same"; a connected component is decided by itself. So whoever keeps
contacts in a database decides again only the components of what changed, and gets the groups that deciding all would
give. (The unsure pairs of a component are all found where ``near`` comparisons hold it together.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from contacts.fusion.candidates import candidates
from contacts.fusion.compare import Comparison, compare
from contacts.fusion.given import Given, Key
from contacts.fusion.points import is_vague
from contacts.fusion.settings import THRESHOLDS

Pair = tuple[Key, Key]  # in order


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two reports on which a person should look; ``joined`` is what was decided until then.

    Of two groups the pair that is most alike; ``score`` is the pair's, or the two groups' where they were joined.
    """

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


def cluster(
    givens: Iterable[Given],
    same: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    known: Mapping[Pair, float] | None = None,
) -> Clusters:
    """All reports in groups. ``same`` and ``apart`` are what people said; they bind above every score, "not the same"
    above "same" where both cannot hold. Pairs that name a report which is not given are left out. ``known``: where
    they were compared before, the scores of all pairs that are ``near`` or ``together``."""
    by_key = {given.key: given for given in givens}
    said_same = {_pair(*pair) for pair in same if set(pair) <= by_key.keys()}
    said_apart = {_pair(*pair) for pair in apart if set(pair) <= by_key.keys()}
    if known is None:
        compared = {(one.key, other.key): compare(one, other) for one, other in candidates(by_key.values())}
    else:
        compared = {pair: Comparison(score) for pair, score in known.items()}
    found = _Found(by_key, compared)
    groups = _Groups(by_key, found, said_apart)
    refused = [pair for pair in sorted(said_same) if not groups.say_same(*pair)]
    edges = [pair for pair, told in compared.items() if told.together]
    edges.sort(key=lambda pair: (-found[pair].score, pair))
    torn = _torn(by_key, found, edges) - said_same
    for pair in edges:
        if pair not in torn:
            groups.unite(*pair)
    return Clusters(
        sorted(sorted(group) for group in groups.groups()),
        sorted([*groups.joined_unsure(said_same), *_left(compared, groups)], key=_by_pair),
        refused,
    )


class _Found(dict):
    """Comparisons by pair; one that nobody made yet is made when it is asked for."""

    def __init__(self, by_key: Mapping[Key, Given], compared: Mapping[Pair, Comparison]) -> None:
        super().__init__(compared)
        self._by_key = by_key

    def __missing__(self, pair: Pair) -> Comparison:
        self[pair] = compare(*(self._by_key[key] for key in pair))
        return self[pair]


def _by_pair(unsure: Unsure) -> Pair:
    return unsure.one, unsure.other


def _pair(one: Key, other: Key) -> Pair:
    return (one, other) if one < other else (other, one)


def _torn(by_key: Mapping[Key, Given], found: _Found, edges: list[Pair]) -> set[Pair]:
    """The edges of vague reports that fit two contacts about as well: "met in May", where two met in May twice. Such a
    report is joined to neither."""
    vague: dict[Key, list[tuple[float, Key]]] = defaultdict(list)
    for pair in edges:
        for key, other in (pair, pair[::-1]):
            if by_key[key].days is None or is_vague(by_key[key]):
                vague[key].append((found[pair].score, other))
    torn = set()
    for key, fits in vague.items():
        best = max(score for score, _ in fits)
        close = [other for score, other in fits if score >= best - THRESHOLDS["torn"]]
        if any(_two(by_key, found, a, b) for n, a in enumerate(close) for b in close[:n]):
            torn |= {_pair(key, other) for _, other in fits}
    return torn


def _two(by_key: Mapping[Key, Given], found: _Found, a: Key, b: Key) -> bool:
    """Whether two reports are of two contacts by what they say, not only because one article has both."""
    return by_key[a].article != by_key[b].article and found[_pair(a, b)].apart


def _left(found: Mapping[Pair, Comparison], groups: _Groups) -> Iterator[Unsure]:
    """Of each two groups that might be one, but were not joined, the two reports that are most alike."""
    best: dict[Pair, tuple[float, Pair]] = {}
    for pair, told in sorted(found.items()):
        both = _pair(*map(groups.of, pair))
        if told.near and both[0] != both[1] and groups.likeness(*both) is not None:
            best[both] = max(best.get(both, (0.0, pair)), (told.score, pair), key=lambda scored: scored[0])
    for score, pair in best.values():
        yield Unsure(*pair, score, joined=False)


class _Groups:
    """Disjoint groups of reports, named by one member. No union may bring two together that are of one article (a
    comparison says so), that are too unlike, or of which somebody said that they are not the same."""

    def __init__(self, keys: Iterable[Key], found: _Found, said_apart: set[Pair]) -> None:
        self._found = found
        self._said_apart = said_apart
        self._of = {key: key for key in keys}
        self._members = {key: {key} for key in keys}
        self._unions: list[tuple[Pair, float]] = []

    def of(self, key: Key) -> Key:
        return self._of[key]

    def groups(self) -> Iterable[set[Key]]:
        return self._members.values()

    def joined_unsure(self, said: set[Pair]) -> Iterator[Unsure]:
        """The unions that a person should look at."""
        for pair, score in self._unions:
            if score < THRESHOLDS["unsure_to"] and pair not in said:
                yield Unsure(*pair, round(score, 4), joined=True)

    def say_same(self, one: Key, other: Key) -> bool:
        """Joined by a person's word; False where somebody's "not the same" stands against it."""
        a, b = self._of[one], self._of[other]
        if a != b and any(pair in self._said_apart for pair in self._between(a, b)):
            return False
        self._merge(a, b)
        return True

    def unite(self, one: Key, other: Key) -> None:
        """Joined unless a pair of the two groups forbids it, or their reports are not alike enough on the whole."""
        a, b = self._of[one], self._of[other]
        likeness = self.likeness(a, b) if a != b else None
        if likeness is not None and likeness >= THRESHOLDS["join"]:
            self._unions.append(((one, other), likeness))
            self._merge(a, b)

    def likeness(self, a: Key, b: Key) -> float | None:
        """How alike two groups are on the whole, 0 to 1; None where something forbids that they are one."""
        total, pairs = 0.0, 0
        for pair in self._between(a, b):
            if pair in self._said_apart or self._found[pair].apart:
                return None
            told = self._found[pair]
            total, pairs = total + told.score, pairs + 1
        return total / pairs

    def _between(self, a: Key, b: Key) -> Iterator[Pair]:
        return (_pair(x, y) for x in self._members[a] for y in self._members[b])

    def _merge(self, a: Key, b: Key) -> None:
        if a == b:
            return
        small, large = sorted((a, b), key=lambda name: (len(self._members[name]), name))
        for key in self._members[small]:
            self._of[key] = large
        self._members[large] |= self._members.pop(small)
