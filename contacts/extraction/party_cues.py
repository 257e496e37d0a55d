"""The words beside a party's name that tell what it is doing there, from cues.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from contacts.extraction.lexicon_files import load_toml


@dataclass(frozen=True, slots=True)
class Cues:
    """The words beside a name that tell what it is doing there; see cues.toml."""

    name_head: frozenset[str]
    name_opener: frozenset[str]
    state_noun: frozenset[str]
    may_precede: frozenset[str]
    may_follow: frozenset[str]
    place_word: frozenset[str]
    travel_place_word: frozenset[str]
    travel_word: frozenset[str]
    past_word: frozenset[str]


@cache
def cues() -> Cues:
    kinds = Cues.__slots__

    def words(table: str) -> frozenset[str]:
        entries = load_toml("cues", table, {"words": list}, {"kind": str}, others=kinds)
        return frozenset(word for entry in entries for word in entry["words"])

    return Cues(*map(words, kinds))
