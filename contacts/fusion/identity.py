"""Which spellings are one person's: names that stand for a party, put together as far as they surely are one.

No Django, no database. What is alike but not surely one is left apart and given out as a question for a person. The
result depends on the set of names and of what people said, never on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from contacts.fusion.names import SAME, alike, sound, word_alike, words

Pair = tuple[str, str]
LONG = 5  # letters from which on two words that sound alike are one word spelt in two ways


@dataclass(frozen=True)
class Known:
    """A name that stands for a party. ``split`` tells people of one name apart: empty, or from which day on.
    Names of two ``party``s are one person's by a person's word only."""

    id: str
    name: str
    split: str = ""
    party: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        return words(self.name)

    @property
    def long(self) -> frozenset[str]:
        return frozenset(word for word in self.words if len(word) > 1)

    @property
    def initials(self) -> frozenset[str]:
        return frozenset(word for word in self.words if len(word) == 1)

    @property
    def short(self) -> bool:
        """Whether it may be several people: one word, or one word beside initials."""
        return len(self.long) < 2

    @property
    def blocks(self) -> frozenset[tuple[str, str]]:
        """Two names can be one person's, where nobody said so, only if they share one of these."""
        return frozenset((self.party, sound(word) or word) for word in self.long)


@dataclass(frozen=True)
class People:
    """``groups``: the ids of the names of each person, each sorted, in order. ``unsure``: pairs to ask about."""

    groups: tuple[tuple[str, ...], ...]
    unsure: tuple[Pair, ...]


def surely_one(one: Known, other: Known) -> bool:
    """Two full names, of which every word of the shorter stands in the longer: equal, or long and sounding alike.

    Initials that both have must not contradict each other (George W., George H. W.).
    """
    if one.short or other.short or one.split != other.split:
        return False
    if one.initials and other.initials and one.initials != other.initials:
        return False
    less, more = sorted((one, other), key=lambda known: (len(known.long), len(known.words), known.id))
    if not all(any(_one_word(word, its) for its in more.long) for word in less.long):
        return False
    return all(any(its.startswith(letter) for its in more.words) for letter in less.initials)


def _one_word(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= LONG and sound(one) == sound(other) and word_alike(one, other) >= 0.9


def may_be_one(one: Known, other: Known) -> bool:
    """Whether a person should be asked, where nothing makes it sure."""
    return one.split == other.split and alike(one.name, other.name) >= SAME


def people(known: Iterable[Known], same: Iterable[Pair] = (), apart: Iterable[Pair] = ()) -> People:
    """Put names together. ``same`` and ``apart`` are what people said; they bind.

    A short name (Lavrov, S. Lavrov) goes to the one person whose fuller name it fits, and stands alone where it fits
    several; so does a name without initials beside different ones. "apart" wins over what the names say, and over a
    chain of "same" whose end it names.
    """
    found = {one.id: one for one in sorted(known, key=lambda one: one.id)}
    kept_apart = {frozenset(pair) for pair in apart}
    groups = _Groups(found, kept_apart)
    for one, other in sorted(tuple(sorted(pair)) for pair in same):
        if one in found and other in found:
            groups.unite(one, other)
    near = list(_near(found.values()))
    surely = [pair for pair in near if surely_one(*pair)]
    several = _fit_several(surely)
    for one, other in surely:
        if not (one.initials ^ other.initials and {one.id, other.id} & several):
            groups.unite(one.id, other.id)
    for short, fits in _short_fits(near).items():
        if len({groups.of(full) for full in fits}) == 1:
            groups.unite(short, min(fits))
    unsure = {
        (one.id, other.id)
        for one, other in near
        if groups.of(one.id) != groups.of(other.id)
        and frozenset((one.id, other.id)) not in kept_apart
        and may_be_one(one, other)
    }
    return People(groups.all(), tuple(sorted(unsure)))


def _near(known: Iterable[Known]) -> Iterator[tuple[Known, Known]]:
    """All pairs that share a block, each once and in order."""
    blocks: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for one in known:
        for block in one.blocks:
            blocks[block].append(one)
    pairs = {(one.id, other.id): (one, other) for some in blocks.values() for one, other in combinations(some, 2)}
    for _, pair in sorted(pairs.items()):
        yield pair


def _fit_several(surely: Iterable[tuple[Known, Known]]) -> set[str]:
    """Names without initials that stand beside names with different ones: George Bush, of George W. and George H. W."""
    initials: dict[str, set[frozenset[str]]] = defaultdict(set)
    for pair in surely:
        for one, other in (pair, pair[::-1]):
            if other.initials and not one.initials:
                initials[one.id].add(other.initials)
    return {name for name, some in initials.items() if len(some) > 1}


def _short_fits(near: Iterable[tuple[Known, Known]]) -> dict[str, set[str]]:
    """For each short name the full ones that it fits."""
    fits: dict[str, set[str]] = defaultdict(set)
    for pair in near:
        for short, full in (pair, pair[::-1]):
            if short.short and not full.short and short.split == full.split and _fits(short, full):
                fits[short.id].add(full.id)
    return dict(sorted(fits.items()))


def _fits(short: Known, full: Known) -> bool:
    if not all(any(_one_word(word, its) for its in full.long) for word in short.long):
        return False
    rest = [its for its in full.words if not any(_one_word(word, its) for word in short.long)]
    return all(any(its.startswith(letter) for its in rest) for letter in short.initials)


class _Groups:
    """Disjoint sets that never hold two names that were kept apart."""

    def __init__(self, known: Iterable[str], apart: set[frozenset[str]]) -> None:
        self._root = {one: one for one in known}
        self._members = {one: {one} for one in self._root}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for pair in apart:
            for one in pair:
                self._apart[one] |= pair - {one}

    def of(self, one: str) -> str:
        return self._root[one]

    def unite(self, one: str, other: str) -> None:
        keep, join = sorted((self.of(one), self.of(other)))
        if keep == join or any(self._apart[member] & self._members[join] for member in self._members[keep]):
            return
        for member in self._members[join]:
            self._root[member] = keep
        self._members[keep] |= self._members.pop(join)

    def all(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(sorted(members)) for _, members in sorted(self._members.items()))
