"""Verbs that tell of no contact by themselves, from apart.toml."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon_files import load_toml


@lru_cache
def apart() -> frozenset[str]:
    """Verbs that are said of people who need not be together: 'agreed with X', 'compared with X'."""
    return frozenset(w for e in load_toml("apart", "verbs", required=("sense", "text")) for w in e["text"].split())
