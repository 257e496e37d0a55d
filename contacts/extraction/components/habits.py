"""Habits and totals: words of contact that tell of no single one.

'The ministers meet twice a year', 'she routinely receives envoys', 'he has visited Norway five times since 2003'.
"""

from __future__ import annotations

from spacy.tokens import Token

from ..grammar_words import word_class

HABITUALLY = word_class("as a habit")
PERIODS = frozenset(("year", "month", "week", "day", "decade"))
NOT_ONCE = frozenset(("times", "twice", "thrice"))


def no_single_one(verb: Token, journey: bool) -> str:
    """'a habit' or, of journeys, 'a total'; nothing where one may be told ('he has met her four times')."""
    if verb.pos_ != "VERB":
        return ""
    children = list(verb.children)
    auxiliaries = [c for c in children if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ in ("VBZ", "VBP") and not auxiliaries:
        if any(c.lower_ in HABITUALLY and c.dep_ == "advmod" for c in children):
            return "a habit"
        if any(_again_each_period(c) for c in children):
            return "a habit"
    if journey and any(c.lemma_ == "have" for c in auxiliaries) and any(_counted(c) for c in children):
        return "a total"
    return ""


def _again_each_period(token: Token) -> bool:
    """'twice a year', 'every month', 'four times a year'."""
    around = list(token.subtree)
    return any(
        t.lemma_.lower() in PERIODS
        and any(
            c.lower_ in ("every", "each") or (c.lower_ in ("a", "per") and any(o.lower_ in NOT_ONCE for o in around))
            for c in t.children
        )
        for t in around
        if t.dep_ not in ("pobj", "dobj")
    ) and not any(t.pos_ == "VERB" for t in around)


def _counted(token: Token) -> bool:
    """'five times', 'several times'; 'twice' may tell of two that the story names."""
    return token.lower_ == "times" and any(
        c.dep_ in ("nummod", "amod") and c.lower_ not in ("first", "second", "last", "1") for c in token.children
    )
