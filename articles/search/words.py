"""What somebody typed into a search box, and where its words stand in a text. No Django, no database.

The language is small: words (all of them must be there, in any form: "visit" finds "visited"), "words in quotation
marks" (side by side), and a minus before what must not be there. Nothing that is typed is an error.

A word here is what both databases see as one: letters and digits in a row, without accents and case, cut to its stem
by Porter's rules, which SQLite and PostgreSQL both have.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

LONGEST = 300  # characters that are read of what was typed
MOST_TERMS = 12

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_TERM = re.compile(r'(?P<minus>(?<!\S)[-−])?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_stemmer = snowballstemmer.stemmer("porter")


@dataclass(frozen=True)
class Asked:
    """Terms that must be in a text and terms that must not. A term is the words that stand side by side.

    ``cut`` says that more was typed than is read.
    """

    terms: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    cut: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.terms)


def parse(typed: str) -> Asked:
    """What was typed, understood. Linear in its length, of which only the beginning is read."""
    terms: dict[bool, dict[tuple[str, ...], None]] = {False: {}, True: {}}
    cut = len(typed) > LONGEST
    for found in _TERM.finditer(typed[:LONGEST].translate(_QUOTES)):
        words = tuple(word for _start, _end, word in words_of(found["phrase"] or found["word"] or ""))
        if not words:
            continue
        if len(terms[False]) + len(terms[True]) == MOST_TERMS:
            cut = True
            break
        terms[bool(found["minus"])][words] = None
    return Asked(tuple(terms[False]), tuple(terms[True]), cut)


def wanted_part(typed: str) -> str:
    """What was typed with blanks in the place of what must not be there."""
    plain = typed[:LONGEST].translate(_QUOTES)
    return _TERM.sub(lambda found: " " * len(found[0]) if found["minus"] else found[0], plain)


def words_of(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text with their place (code points, end exclusive), folded."""
    for found in _WORD.finditer(text):
        if folded := fold(found[0]):
            yield found.start(), found.end(), folded


def fold(word: str) -> str:
    """Without accents and case."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word).lower() if c.isalnum())


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return _stemmer.stemWord(word) if word.isascii() and len(word) > 2 else word


def may_have(line: str, asked: Asked) -> bool:
    """Whether a line may have all the terms: quick, and wrong only by saying yes."""
    plain = fold(line)
    return all(_stem(word)[:-1] in plain for term in asked.terms for word in term)


def spans(text: str, asked: Asked) -> list[tuple[int, int, int]]:
    """Where the terms stand in a text, in order: (start, end, number of the term). Overlaps are left out."""
    stems = [tuple(map(_stem, term)) for term in asked.terms]
    heads = {stem[0][:1] for term in stems for stem in term}  # Porter's rules keep the first letter
    longest = max(map(len, stems), default=0)
    if longest == 1:
        numbers = {stem: number for number, (stem,) in enumerate(stems)}
        placed = ((start, end, word) for start, end, word in words_of(text) if word[:1] in heads)
        return [(start, end, numbers[stem]) for start, end, word in placed if (stem := _stem(word)) in numbers]
    last: list[tuple[int, int, str]] = []
    found: list[tuple[int, int, int]] = []
    for start, end, word in words_of(text):
        last.append((start, end, _stem(word) if word[:1] in heads else ""))
        del last[:-longest]
        for number, term in enumerate(stems):
            tail = last[-len(term) :]
            if term == tuple(stem for _, _, stem in tail) and not (found and found[-1][1] > tail[0][0]):
                found.append((tail[0][0], end, number))
                break
    return found
