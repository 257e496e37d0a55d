"""Habits and totals: words of contact that tell of no single one.

'The ministers meet twice a year', 'she routinely receives envoys', 'he has visited Norway five times since 2003',
'their four meetings'. What is dated to a few days is told apart by its day and no total.
"""

from __future__ import annotations

from spacy.tokens import Token

from ..grammar_words import word_class
from .trigger_lexicon import light_verbs

HABITUALLY = word_class("as a habit")
PERIODS = frozenset(("year", "month", "week", "day", "decade"))
NOT_ONCE = frozenset(("times", "twice", "thrice"))
MANY = word_class("more than a few")
COUNTING = frozenset(("nummod", "amod", "compound", "quantmod", "nmod"))
FEW = frozenset(("first", "second", "third", "fourth", "fifth", "last", "1", "one", "two", "2", "these", "separate"))
FEW_DAYS = 10


def no_single_one(token: Token, journey: bool) -> str:
    """'a habit' or 'a total'; nothing where one may be told."""
    if token.pos_ == "VERB":
        aim = token.tag_ == "VB" and token.dep_ in ("advcl", "xcomp") and token.head.pos_ == "VERB"
        return _of_verb(token, journey) or (_of_verb(token.head, journey) if aim else "")  # "meet each May to discuss"
    if token.pos_ != "NOUN":
        return ""
    if token.tag_ == "NNS" and _is_counted(token) and not _in_few_days(token):
        return "a total"
    verb = token.head
    return _of_verb(verb, journey) if token.dep_ == "dobj" and verb.lemma_ in light_verbs() else ""


def _of_verb(verb: Token, journey: bool) -> str:
    children = list(verb.children)
    auxiliaries = [c for c in children if c.dep_ in ("aux", "auxpass")]
    present = verb.tag_ in ("VBZ", "VBP") and not auxiliaries
    if present and (_habitual(children) or any(_again_each_period(c) for c in children)):
        return "a habit"
    if verb.dep_ == "xcomp" and verb.head.lower_ == "used" and not _in_few_days(verb):
        return "a habit"
    perfect = any(c.lower_ in ("has", "have", "had") for c in auxiliaries)
    past = not auxiliaries and verb.tag_ == "VBD" or perfect or any(c.lower_ == "would" for c in auxiliaries)
    if past and not (perfect and journey) and _habitual(children, but="never") and not _in_few_days(verb):
        return "a habit"
    if (perfect or past and not journey) and any(_times(c) for c in children):
        return "" if not (perfect and journey) and _in_few_days(verb) else "a total"
    return ""


def _habitual(children: list[Token], but: str = "") -> bool:
    return any(c.lower_ in HABITUALLY and c.lower_ != but and c.dep_ == "advmod" for c in children)


def _again_each_period(token: Token) -> bool:
    """'twice a year', 'every month', 'every spring', 'four times a year'."""
    around = list(token.subtree)
    return any(
        any(
            c.lower_ in ("every", "each")
            or t.lemma_.lower() in PERIODS
            and c.lower_ in ("a", "per")
            and any(o.lower_ in NOT_ONCE for o in around)
            for c in t.children
        )
        for t in around
        if t.dep_ not in ("pobj", "dobj", "nsubj")
    ) and not any(t.pos_ == "VERB" for t in around)


def _times(token: Token) -> bool:
    """'five times', 'several times', 'on four occasions'; 'twice' may tell of two that the story names."""
    if token.lower_ == "on" and token.dep_ == "prep":
        return any(c.lower_ == "occasions" and _is_counted(c) for c in token.children)
    return token.lower_ == "times" and _is_counted(token)


def _is_counted(noun: Token) -> bool:
    """'four meetings', 'a dozen times', not 'the two meetings' that the story may name."""
    numbers = [c for c in noun.children if c.i < noun.i and c.dep_ in COUNTING]
    return any((c.dep_ == "nummod" or c.pos_ == "NUM" or c.lower_ in MANY) and c.lower_ not in FEW for c in numbers)


def _in_few_days(token: Token) -> bool:
    return any(
        m.value.start is not None and (m.value.end - m.value.start).days < FEW_DAYS
        for m in token.doc._.dates
        if token.sent.start <= m.start < token.sent.end
    )
