"""Which parties a name fits, by its letters: 'Zhou Yongkang' is rather Chinese than Nepali.

A naive Bayes classifier over the letter groups of names (1 to 4 letters, word ends marked), one class a tradition of
name_origins.toml, fitted at the first use: no weights are kept. Only names that the article leaves without a party are
asked for, so a wrong guess costs no more than the guess by nearness that it corrects.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import numpy

from .lexicon_files import load_toml

LONGEST = 4  # letters in a group
PRIOR = 0.3  # added to every count
SOFTEN = 1.5  # groups of one name overlap: their evidence is divided by this
UNKNOWN = 0.02  # share of every tradition in a word that looks like another
FLOOR = 0.05  # how far below the best fit of an article's parties one that bears names of every kind can fall


def fit(words: Iterable[str], parties: Iterable[str]) -> dict[str, float]:
    """For each party, how well the name fits it: 1.0 for the best of them, towards 0. Parties of which no tradition is
    known, organisations among them, are left out."""
    chances = _traditions(tuple(_plain(word) for word in words))
    found: dict[str, float] = {}
    for party in parties:
        at = _classes().get(party)
        if at:
            found[party] = float(max(chances[i] for i in at))
    best = max(found.values(), default=0.0)
    if best <= 0:
        return {}
    return {
        party: max(value / best, FLOOR) if party in _open_parties() else value / best for party, value in found.items()
    }


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower().strip(".'’")


def _groups(word: str) -> set[str]:
    marked = f"^{word}$"
    groups = {marked}
    for size in range(1, LONGEST + 1):
        groups.update(marked[i : i + size] for i in range(len(marked) - size + 1))
    return groups


@lru_cache(maxsize=2000)
def _traditions(words: tuple[str, ...]) -> numpy.ndarray:
    """The chance of each tradition for a name of these words; initials say nothing."""
    table, size = _table()
    total = numpy.zeros(size)
    for word in words:
        if len(word) < 2:
            continue
        score = numpy.zeros(size)
        for group in _groups(word):
            if group in table:
                score += table[group] * (1.0 if len(group) > 2 else 0.5)
        chance = numpy.exp((score - score.max()) / SOFTEN)
        total += numpy.log((1 - UNKNOWN) * chance / chance.sum() + UNKNOWN / size)
    chance = numpy.exp(total - total.max())
    return chance / chance.sum()


@lru_cache
def _entries() -> list:
    return load_toml(
        "name_origins",
        "tradition",
        required={"name": str, "parties": list, "names": str},
        others=("open",),
    )


@lru_cache
def _open_parties() -> frozenset[str]:
    rows = load_toml("name_origins", "open", required={"parties": list}, unique=(), others=("tradition",))
    return frozenset(party for row in rows for party in row["parties"])


@lru_cache
def _classes() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(_entries()):
        for party in entry["parties"]:
            found.setdefault(party, []).append(number)
    return found


@lru_cache
def _table() -> tuple[dict[str, numpy.ndarray], int]:
    """Letter group -> the logarithm of its share among the names of each tradition."""
    size = len(_entries())
    counts = []
    for entry in _entries():
        names = {_plain(name) for name in entry["names"].split()}
        groups = Counter(group for name in names for group in _groups(name))
        counts.append((groups, len(names) + 2 * PRIOR))
    known = set().union(*(groups for groups, _ in counts))
    return {
        group: numpy.log([(groups[group] + PRIOR) / total for groups, total in counts]).astype(numpy.float32)
        for group in known
    }, size
