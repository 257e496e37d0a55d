"""The protocol rank of a title as text, by the same lexicon files that titles are found with in an article."""

from __future__ import annotations

import re
from functools import lru_cache

from .types import Rank
from .word_lists import TitleWord, rank_rules, title_heads

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTS = re.compile(r"[,;/()]|\band\b|\bas well as\b", re.IGNORECASE)
_AFTER_HEAD = frozenset("of for to in on at from with".split())
_ORDER = list(Rank)


@lru_cache(maxsize=50_000)
def rank_of(title: str) -> Rank | None:
    """The highest rank that a title names, None where it names no office: "vice president, special envoy" is a special
    envoy's, "counterpart" nobody's."""
    found = [rank for part in _offices(title) if (rank := _rank(part)) is not None]
    return min(found, key=_ORDER.index, default=None)


def _offices(title: str) -> list[list[str]]:
    """The words of each office named. What follows an "and" without a head of its own belongs to the office before:
    "minister for trade and foreign affairs", "president of the councils of state and ministers"."""
    offices: list[list[str]] = []
    for part in _PARTS.split(title):
        words = [word.casefold().replace("’", "'") for word in _WORD.findall(part)]
        if offices and (_head(words) is None or (len(words) == 1 and words[0] not in title_heads())):
            offices[-1] += words
        elif words:
            offices.append(words)
    return offices


def _head(words: list[str]) -> TitleWord | None:
    """The noun that heads the title: the last one known before what it is "of" or "for"."""
    end = next((n for n, word in enumerate(words) if n and word in _AFTER_HEAD), len(words))
    heads = title_heads()
    for word in reversed(words[:end]):
        for form in (word, _singular(word), word.replace("-", "", 1), word.rpartition("-")[2]):
            if form in heads:
                return heads[form]
    return None


def _singular(word: str) -> str:
    return word.removesuffix("'s").removesuffix("s")


def _rank(words: list[str]) -> Rank | None:
    head = _head(words)
    if head is None or head.kind == "relative":
        return None
    if head.kind == "person":
        said = frozenset(
            form for word in words for part in (word, *word.split("-")) for form in (part, _singular(part))
        )
        rule = next((rule for rule in rank_rules() if rule.words <= said and not rule.unless & said), None)
        if rule is not None:
            return rule.rank
    return head.rank
