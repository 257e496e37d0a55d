"""Groups of states that news names as one side, from state_groups.toml: "the P5+1", "Central Asian leaders"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from contacts.extraction.lexicon_files import load_toml
from contacts.extraction.party_values import GROUP, YEARS, Guarded, Meaning, Value, in_years

_NOUN = {"kind": str, "words": list}


def group_facts() -> Iterator[tuple[str, Value]]:
    """The groups of states: each phrase means all members, in the years that the group had them."""
    optional = {"words": list, "adjectives": list, "talks": list, **YEARS}
    for entry in load_toml("state_groups", "group", {"name": str, "members": list}, optional, others=("noun",)):
        first, *rest = entry["members"]
        adjectives = entry.get("adjectives", ())
        for phrase in (
            *entry.get("words", ()),
            *(f"{word} {noun}" for word in adjectives for noun in nouns_after_groups()["states"]),
        ):
            yield phrase, in_years(entry, Meaning(first, GROUP, tuple(rest)))
        for rule, phrases in (("people", adjectives), ("talks", entry.get("talks", ()))):
            for phrase in phrases:
                yield phrase, Guarded(in_years(entry, Meaning(first, "adjective", tuple(rest))), rule)


@cache
def nouns_after_groups() -> dict[str, frozenset[str]]:
    """The words before which a group's adjective counts, by the rule that asks for them."""
    entries = load_toml("state_groups", "noun", _NOUN, others=("group",))
    return {entry["kind"]: frozenset(entry["words"]) for entry in entries}
