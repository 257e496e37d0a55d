"""The lexicon of triggers: what triggers.toml, light_verbs.toml and apart.toml say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..lexicon_files import load_toml
from ..types import Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of triggers.toml."""

    word: str
    part: str
    kind: Kind
    pattern: str
    by: frozenset[str]
    to: frozenset[str]
    particle: str
    needs: frozenset[str]
    weak: bool
    plural: bool
    here: bool
    place_object: bool
    place_only: bool
    described: bool
    object: frozenset[str]


OPTIONAL = (
    "by",
    "to",
    "particle",
    "needs",
    "weak",
    "plural",
    "here",
    "place_object",
    "place_only",
    "described",
    "object",
)


@lru_cache
def entries() -> dict[tuple[str, str], tuple[Entry, ...]]:
    """By word and class: the entries, those that ask for more first."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for e in load_toml(
        "triggers",
        "trigger",
        required=("word", "class", "kind", "pattern"),
        optional=OPTIONAL,
        unique=("word", "class", "particle", "pattern"),
    ):
        found.setdefault((e["word"], e["class"]), []).append(
            Entry(
                e["word"],
                e["class"],
                Kind(e["kind"]),
                e["pattern"],
                frozenset(e.get("by", ())),
                frozenset(e.get("to", ())),
                e.get("particle", ""),
                frozenset(e.get("needs", ())),
                e.get("weak", False),
                e.get("plural", False),
                e.get("here", False),
                e.get("place_object", False),
                e.get("place_only", False),
                e.get("described", False),
                frozenset(e.get("object", ())),
            )
        )
    return {key: tuple(sorted(entries, key=_demands)) for key, entries in found.items()}


def _demands(entry: Entry) -> tuple[bool, bool, bool]:
    return not entry.particle, not entry.object, entry.pattern != "stay"


@lru_cache
def light_verbs() -> frozenset[str]:
    """Verbs that lend their subject to the contact that is their object: 'held talks', 'postponed the visit'."""
    return frozenset(
        w for e in load_toml("light_verbs", "verbs", required=("sense", "text")) for w in e["text"].split()
    )
