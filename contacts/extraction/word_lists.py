"""The small word lists that titles and names are read with, from their lexicon files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .lexicon_files import Entry, load_toml
from .types import Rank


@dataclass(frozen=True, slots=True)
class TitleWord:
    word: str
    rank: Rank
    kind: str
    party: str | None = None
    public_in: frozenset[str] = frozenset()  # parties in which a private word is an office


@dataclass(frozen=True, slots=True)
class RankRule:
    words: frozenset[str]
    unless: frozenset[str]
    rank: Rank
    private: bool = False


@lru_cache
def title_heads() -> dict[str, TitleWord]:
    """Every noun that heads a title, those for people without an office included."""
    optional = {"kind": str, "party": str, "public_in": list}
    entries = load_toml("titles", "title", {"word": str, "rank": str}, optional)
    private = load_toml("private_people", "people", {"field": str, "text": str})
    heads = {word: TitleWord(word, Rank.OTHER, "private") for entry in private for word in entry["text"].split()}
    return heads | {e["word"]: _title_word(e) for e in entries}


def _title_word(entry: Entry) -> TitleWord:
    public = frozenset(entry.get("public_in", ()))
    return TitleWord(entry["word"], Rank(entry["rank"]), entry.get("kind", "person"), entry.get("party"), public)


@lru_cache
def rank_rules() -> tuple[RankRule, ...]:
    optional = {"unless": list, "private": bool}
    entries = load_toml("ranks", "rank", {"words": list, "rank": str}, optional, unique=("words", "unless"))
    return tuple(
        RankRule(frozenset(e["words"]), frozenset(e.get("unless", ())), Rank(e["rank"]), e.get("private", False))
        for e in entries
    )


@lru_cache
def title_words() -> dict[str, str]:
    entries = load_toml("title_words", "words", required=("place", "text"))
    return {word: e["place"] for e in entries if e["place"] != "outside" for word in e["text"].split()}


@lru_cache
def outside_words() -> frozenset[str]:
    """Words in a title that put its holder outside the state: 'campaign adviser', 'opposition leader'."""
    entries = load_toml("title_words", "words", required=("place", "text"))
    return frozenset(word for e in entries if e["place"] == "outside" for word in e["text"].split())


@lru_cache
def _people_words() -> dict[str, frozenset[str]]:
    entries = load_toml("people_words", "words", required={"set": str, "text": str})
    return {entry["set"]: frozenset(entry["text"].split()) for entry in entries}


def people_words(name: str) -> frozenset[str]:
    """One set of the words that people, titles and pronouns are read with."""
    return _people_words()[name]


@lru_cache
def name_words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in load_toml("name_words", "words", required=("kind", "text"), unique=()):
        found.setdefault(entry["kind"], set()).update(entry["text"].split())
    return {kind: frozenset(words) for kind, words in found.items()}


def _name_entries(name: str) -> list[Entry]:
    return load_toml(name, "names", required=("region", "text"), optional=("sex",), unique=("region", "sex"))


@lru_cache
def given_names() -> dict[str, str]:
    """Given name -> 'm', 'f' or ''; names used by both sexes somewhere are ''."""
    found: dict[str, str] = {}
    for name in ("given_names", "given_names_wide"):
        for entry in _name_entries(name):
            sex = entry.get("sex", "")
            if sex == "first":
                continue
            for word in entry["text"].split():
                found[word] = sex if found.get(word, sex) == sex else ""
    return found


@lru_cache
def first_surnames() -> frozenset[str]:
    """Family names that stand before the given name."""
    return frozenset(w for e in _name_entries("given_names") if e.get("sex") == "first" for w in e["text"].split())


@lru_cache
def usual_parties() -> tuple[tuple[frozenset[str], frozenset[str], str], ...]:
    """Words of an office, words that it must not have, and the party that it then usually belongs to."""
    entries = load_toml("usual_parties", "office", required=("words", "party"), optional=("unless",))
    return tuple((frozenset(e["words"]), frozenset(e.get("unless", ())), e["party"]) for e in entries)
