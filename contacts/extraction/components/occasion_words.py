"""The lexicon of occasions: nouns of gatherings, where some are always held, towns that name an organisation."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon_files import load_toml


@lru_cache
def group(name: str) -> frozenset[str]:
    entries = load_toml("occasions", "group", required=("name", "words"), others=("seat", "town"))
    return next(frozenset(e["words"].split()) for e in entries if e["name"] == name)


@lru_cache
def seats() -> tuple[tuple[frozenset[str], str, str], ...]:
    """Words of a gathering's name, the place where it is always held, and that place's country."""
    entries = load_toml("occasions", "seat", required=("words", "place", "code"), others=("group", "town"))
    return tuple((frozenset(e["words"]), e["place"], e["code"]) for e in entries)


@lru_cache
def towns() -> dict[str, str]:
    """Name in lower case to the country, of towns whose name is read as an organisation's."""
    entries = load_toml("occasions", "town", required=("word", "code"), others=("group", "seat"))
    return {e["word"].lower(): e["code"] for e in entries}
