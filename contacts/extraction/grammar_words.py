"""Small classes of words that the rules of grammar ask about, from ``lexicon/grammar_words.toml``."""

from __future__ import annotations

from functools import lru_cache

from .lexicon_files import LexiconError, load_toml


@lru_cache
def _classes() -> dict[str, frozenset[str]]:
    entries = load_toml("grammar_words", "words", required={"class": str, "text": str})
    for entry in entries:
        listed = entry["text"].split()
        twice = next((word for number, word in enumerate(listed) if word in listed[:number]), None)
        if twice:
            raise entry.wrong(f"{twice!r} stands twice in class '{entry['class']}'", "text")
    return {entry["class"]: frozenset(entry["text"].split()) for entry in entries}


def word_class(name: str) -> frozenset[str]:
    """The words of a class, in lower case; verbs and nouns as lemmas unless the class says otherwise."""
    try:
        return _classes()[name]
    except KeyError:
        raise LexiconError(f"grammar_words.toml line 1: class '{name}' is missing") from None
