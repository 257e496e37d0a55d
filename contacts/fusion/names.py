"""How alike two names of people are: accents, hyphens, order, initials, transliterations. No Django, no database.

Words of the two names are paired; every word of the shorter must have its partner in the longer. Sounds are jellyfish's
metaphone, spellings rapidfuzz's Jaro-Winkler.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from jellyfish import metaphone
from rapidfuzz.distance import JaroWinkler, Levenshtein

from contacts.extraction.lexicon_files import Entry, load_toml
from contacts.fusion.settings import FOLDER

# Letters that no decomposition takes apart.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_NOT_A_WORD = re.compile(r"[^\w]+")

INITIAL = 0.9  # "J." for "John"
ONE_WORD = 0.9  # a whole name against one word of it
LEAST = 0.82  # words less alike than this are different words
SHORT = 3  # words up to this length must sound and begin alike: too few letters to be alike by chance


_TABLES = ("particle", "honorific", "spelling", "sound")
_WORDS = {"words": list}


def _rows(kind: str, keys: dict[str, type]) -> list[Entry]:
    return load_toml("names", kind, keys, others=[name for name in _TABLES if name != kind], folder=FOLDER)


_LEFT_OUT = {
    word for kind in ("particle", "honorific") for row in _rows(kind, {"words": list}) for word in row["words"]
}
_SPELLINGS = {word: row["words"][0] for row in _rows("spelling", _WORDS) for word in row["words"]}
_SOUNDS = [(row["letters"], row["as"]) for row in _rows("sound", {"letters": str, "as": str})]


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """A name folded for comparison: no accents, case, hyphens or apostrophes."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.sub(r"['’ʼ]", "", plain).casefold().replace("-", " ").split())[:200]


@lru_cache(maxsize=1 << 16)
def words(name: str) -> tuple[str, ...]:
    """The words that tell a name from others, folded: without particles ("al", "von") and forms of address."""
    folded = name_key(name).translate(_LETTERS)
    every = [word for word in _NOT_A_WORD.split(folded) if word]
    telling = [word for word in every if word not in _LEFT_OUT]
    return tuple(_SPELLINGS.get(word, word) for word in telling or every)


@lru_cache(maxsize=1 << 18)
def alike(one: str, other: str) -> float:
    """0 (two people) to 1 (one name); the same whichever comes first. Below ``SAME`` they are taken for two."""
    first, second = words(one), words(other)
    if not first or not second:
        return 0.0
    if sorted(first) == sorted(second) or "".join(first) == "".join(second):
        return 1.0
    short, long = sorted((first, second), key=lambda found: (len(found), found))
    return max(_paired(short, long), _paired(*_unspaced(short, long)))


SAME = 0.8


def _paired(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """The mean likeness of the short name's words to their partners; 0 where one has none."""
    if len(short) > len(long):
        short, long = long, short
    table = sorted(
        ((word_alike(a, b), -abs(i - j), i, j) for i, a in enumerate(short) for j, b in enumerate(long)), reverse=True
    )
    here: dict[int, float] = {}
    there: set[int] = set()
    for likeness, _, i, j in table:
        if likeness >= LEAST and i not in here and j not in there:
            here[i] = likeness
            there.add(j)
    if len(here) < len(short) or all(len(word) == 1 for word in short):
        return 0.0
    mean = sum(here.values()) / len(here)
    return mean * ONE_WORD if len(short) == 1 < len(long) else mean


def _unspaced(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both names with neighbours of one written together where the other writes them so: Salah-Eddin, Salaheddin."""
    return _joined_like(short, long), _joined_like(long, short)


def _joined_like(name: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    found, i = [], 0
    while i < len(name):
        both = "".join(name[i : i + 2])
        if i + 1 < len(name) and any(len(word) > SHORT + 1 and word_alike(both, word) >= LEAST for word in other):
            found.append(both)
            i += 2
        else:
            found.append(name[i])
            i += 1
    return tuple(found)


@lru_cache(maxsize=1 << 18)
def word_alike(one: str, other: str) -> float:
    """0 to 1, for two folded words of names."""
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return INITIAL if one[0] == other[0] else 0.0
    same_sound = sound(one) == sound(other)
    if min(len(one), len(other)) <= SHORT:
        return 0.9 if same_sound and Levenshtein.distance(one, other) <= 1 else 0.0
    likeness = (JaroWinkler.similarity(one, other) + Levenshtein.normalized_similarity(one, other)) / 2
    return max(likeness, 0.93) if same_sound else likeness


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """How a folded word of a name sounds, whatever the alphabet it was taken over from."""
    for letters, plain in _SOUNDS:
        word = word.replace(letters, plain)
    return metaphone(word)
