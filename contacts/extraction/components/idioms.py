"""Idioms: turns of phrase that tell of a contact without a word of meeting. 'Heard him out', 'across the table from X'.

From idioms.toml. ``find`` is asked by ``triggers`` for each token, ``sides`` by the side reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from ..grammar_words import word_class
from ..lexicon_files import load_toml
from ..types import Kind

GAP = "_"
LONGEST_GAP = 8
REACH = 7  # words from the phrase to the other side
STOPS = {"VERB", "SCONJ", "CCONJ"}
SKIPPED = word_class("passed over before a name")


@dataclass(frozen=True, slots=True)
class Idiom:
    words: tuple[str, ...]
    kind: Kind

    @property
    def gap(self) -> bool:
        return GAP in self.words


@lru_cache
def by_first_word() -> dict[str, tuple[Idiom, ...]]:
    found: dict[str, list[Idiom]] = {}
    for entry in load_toml("idioms", "idioms", required=("kind", "why", "text"), unique=("kind", "why")):
        for line in entry["text"]:
            words = tuple(line.split())
            found.setdefault(words[0], []).append(Idiom(words, Kind(entry["kind"])))
    return {word: tuple(sorted(idioms, key=lambda i: -len(i.words))) for word, idioms in found.items()}


def find(token: Token) -> Idiom | None:
    """The idiom that begins with this token, the longest first."""
    known = by_first_word()
    idioms = known.get(token.lower_) or known.get(token.lemma_.lower())
    if idioms is None:
        return None
    return next((idiom for idiom in idioms if _end(token, idiom) is not None), None)


def _end(token: Token, idiom: Idiom) -> tuple[int, int] | None:
    """Where the other side is looked for: tokens from, to. None where the words do not stand here."""
    doc, at, stop = token.doc, token.i + 1, token.sent.end
    if len(idiom.words) == 1 and token.pos_ != "VERB":
        return None
    if not idiom.gap:
        for word in idiom.words[1:]:
            if at >= stop or doc[at].lower_ != word:
                return None
            at += 1
        return at, min(at + REACH, stop)
    after = idiom.words[idiom.words.index(GAP) + 1 :]
    for first in range(at + 1, min(at + LONGEST_GAP, stop - len(after) + 1)):
        if all(doc[first + n].lower_ == word for n, word in enumerate(after)):
            return at, first
        if doc[first].pos_ == "VERB" or doc[first].text in (",", ";"):
            return None
    return None


def other_side(token: Token, idiom: Idiom, table) -> Token | None:
    """The token of the other side: the first official or pronoun after the phrase, or in its gap."""
    found = _end(token, idiom)
    if found is None:
        return None
    doc: Doc = token.doc
    for i in range(*found):
        item = table[i]
        if item is not None:
            return doc[getattr(item, "head", item.end - 1)]
        if doc[i].pos_ == "PRON" and doc[i].lower_ not in SKIPPED:
            return doc[i]
        if doc[i].pos_ in STOPS or doc[i].is_punct and doc[i].text != "-":
            return None
    return None
