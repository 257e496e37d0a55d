"""Joins a length and a day of one sentence into a stay: "arrived on Tuesday for a three-day visit"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from contacts.extraction.components.date_words import lexicon
from contacts.extraction.types import Precision

LONGEST = 60  # days
FAR = 25  # tokens between the length and the day


def join(doc: Doc, mentions: list, combine) -> None:
    for number, length in enumerate(mentions):
        if length.kind != "duration" or not length.days or not 1 < length.days <= LONGEST:
            continue
        near = [m for m in (*mentions[max(0, number - 3) : number], *mentions[number + 1 : number + 3]) if _is_day(m)]
        near = [m for m in near if abs(m.start - length.start) <= FAR and _same_sentence(doc, m.start, length.start)]
        for mention in sorted(near, key=lambda m: abs(m.start - length.start)):
            found = _relation(doc, length, mention)
            if found:
                at, whole = found
                stay = combine(mention.value, length.days, at)
                length.stay = mention.stay = stay
                if whole:
                    mention.value, mention.kind = stay, "range"
                break


def _is_day(mention) -> bool:
    value = mention.value
    return mention.kind in ("point", "thread") and value.precision is Precision.DAY and value.start == value.end


def _same_sentence(doc: Doc, one: int, other: int) -> bool:
    low, high = min(one, other), max(one, other)
    return not any(doc[i].is_sent_start for i in range(low + 1, high + 1))


def _relation(doc: Doc, length, mention) -> tuple[str, bool] | None:
    """("start" or "end", whether the day itself is only the border of the stay)."""
    stay = lexicon()["stay"]
    if length.end <= mention.start:
        between = [doc[i].lower_ for i in range(length.end, mention.start)]
        near = between[-4:]
        if any(word in stay["from"] for word in near):
            return "start", True
    verb = _verb(doc[mention.start])
    if verb is None:
        return None
    lemma = verb.lemma_.lower()
    if lemma in stay["last"]:
        noun = _noun(doc[length.end - 1])
        if noun is not None and noun.head.i == verb.i and noun.dep_ in ("dobj", "nsubjpass", "nsubj"):
            return "end", True
        if length.start > verb.i or noun is not None:
            before = [doc[i].lower_ for i in range(max(0, length.start - 3), length.start)]
            if "after" in before or "following" in before:
                return "end", False
        if lemma not in stay["first"]:
            before = [doc[i].lower_ for i in range(max(0, length.start - 3), length.start)]
            return ("start", False) if "for" in before or "on" in before else None
    if lemma in stay["first"]:
        return "start", False
    return None


def _verb(token: Token) -> Token | None:
    for _ in range(6):
        if token.tag_[:2] == "VB":
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _noun(token: Token) -> Token | None:
    """The noun that a length belongs to: "a three-day visit"."""
    for _ in range(4):
        if token.tag_[:2] == "NN" and token.dep_ not in ("compound", "nmod", "npadvmod"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None
