"""What stands of what people said of names: two names one person's or two people's, one name somebody else's from a day
on or in a post. People say few; each of these is one query.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from contacts.models import NameSplit, NameVerdict

Pair = tuple[str, str]
Named = tuple[str, str | None]  # the key of a name, and the code of its party


@dataclass(frozen=True)
class Split:
    """Of one name: from which ``days`` on, in order, and in which ``posts`` (ranks of a title) it is somebody else's.
    ``whole_days`` and ``whole_posts`` are those of which somebody said that they are no reason to think so."""

    days: tuple[date, ...] = ()
    posts: frozenset[str] = frozenset()
    whole_days: frozenset[date] = frozenset()
    whole_posts: frozenset[str] = frozenset()


Splits = Mapping[Named, Split]
NONE = Split()


def standing() -> dict[Pair, bool]:
    """Of each two names (ids) on which somebody's word stands, whether they are one person's."""
    newest: dict[Pair, bool | None] = {}
    for one, other, same in NameVerdict.objects.order_by("pk").values_list("one", "other", "same"):
        newest[one, other] = same
    return {pair: same for pair, same in newest.items() if same is not None}


def standing_splits() -> Splits:
    """By name; only those of which anything stands."""
    newest: dict[Named, dict[tuple[date | None, str], bool | None]] = defaultdict(dict)
    for row in NameSplit.objects.order_by("pk"):
        newest[row.key, row.party_id][row.day, row.post] = row.splits
    return {name: _split(said) for name, said in newest.items()}


def _split(said: Mapping[tuple[date | None, str], bool | None]) -> Split:
    apart = [what for what, splits in said.items() if splits]
    whole = [what for what, splits in said.items() if splits is False]
    return Split(
        tuple(sorted(day for day, _ in apart if day)),
        frozenset(post for _, post in apart if post),
        frozenset(day for day, _ in whole if day),
        frozenset(post for _, post in whole if post),
    )


def groups(pairs: Iterable[Pair]) -> dict[str, str]:
    """For each name in these pairs, each one person's, the lowest of those that are one person's by all of them."""
    group: dict[str, str] = {}
    for pair in sorted(pairs):
        low, high = sorted(group.get(name, name) for name in pair)
        group |= {name: low for name, of in group.items() if of == high} | dict.fromkeys((*pair, low, high), low)
    return group
