"""How well groups of reports agree with what they should be: pairwise and B-cubed precision, recall and F1.

Pairwise counts the pairs of reports in one group; B-cubed is the mean, over reports, of how much of the report's group
is right and how much of the right group is in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from contacts.fusion.given import Key


@dataclass(frozen=True, slots=True)
class Score:
    """0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def labels(groups: Iterable[Iterable[Key]]) -> dict[Key, int]:
    """The number of each report's group."""
    return {key: number for number, group in enumerate(groups) for key in group}


def pairwise(right: Mapping[Key, Hashable], found: Mapping[Key, Hashable]) -> Score:
    """``right`` and ``found`` map the same reports to their groups. 1 where there is no pair to find or get wrong."""
    both = pair_count((right[key], found[key]) for key in right)
    found_pairs, right_pairs = pair_count(found[key] for key in right), pair_count(right.values())
    return Score(both / found_pairs if found_pairs else 1.0, both / right_pairs if right_pairs else 1.0)


def pair_count(groups: Iterable[Hashable]) -> int:
    """How many pairs of reports are in one group. ``groups``: the group of each report."""
    return sum(size * (size - 1) // 2 for size in Counter(groups).values())


def b_cubed(right: Mapping[Key, Hashable], found: Mapping[Key, Hashable]) -> Score:
    """``right`` and ``found`` map the same reports, of which there is at least one, to their groups."""
    of_right, of_found = defaultdict(set), defaultdict(set)
    for key in right:
        of_right[right[key]].add(key)
        of_found[found[key]].add(key)
    shared = {key: len(of_right[right[key]] & of_found[found[key]]) for key in right}
    precision = sum(shared[key] / len(of_found[found[key]]) for key in right) / len(right)
    recall = sum(shared[key] / len(of_right[right[key]]) for key in right) / len(right)
    return Score(precision, recall)
