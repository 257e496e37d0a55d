"""Joins a length and a day of one sentence into a stay: "arrived on Tuesday for a three-day visit"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

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
            if found is None:
                continue
            if isinstance(found, int):  # "on the second day of a three-day visit"
                first = replace(mention.value, start=mention.value.start - timedelta(days=found - 1))
                length.stay = mention.stay = combine(first, length.days)
                break
            at, whole = found
            length.stay = mention.stay = combine(mention.value, length.days, at)
            if whole:
                mention.value, mention.kind = mention.stay, "range"
            break


def _is_day(mention) -> bool:
    value = mention.value
    return mention.kind in ("point", "thread") and value.precision is Precision.DAY and value.start == value.end


def _same_sentence(doc: Doc, one: int, other: int) -> bool:
    low, high = min(one, other), max(one, other)
    return not any(doc[i].is_sent_start for i in range(low + 1, high + 1))


def _relation(doc: Doc, length, mention) -> tuple[str, bool] | int | None:
    """("start" or "end", whether the day is told only as the border of the stay), or which day of the stay it is."""
    stay = lexicon()["stay"]
    before = [doc[i].lower_ for i in range(max(0, length.start - 5), length.start)]
    if "day" in before and "of" in before[-2:]:
        words = [
            lexicon()["ordinal"].get(word) or {"last": length.days, "final": length.days}.get(word) for word in before
        ]
        number = next((word for word in words if word), None)
        if number:
            return number if number <= length.days else None
    if "of" in before[-2:]:
        if any(word in ("beginning", "start", "opening", "outset") for word in before):
            return "start", False
        if any(word in ("end", "close", "conclusion") for word in before):
            return "end", False
    if length.end <= mention.start:
        between = [doc[i].lower_ for i in range(length.end, mention.start)]
        if any(word in stay["from"] for word in between[-4:]):
            return "start", True
        if any(word in stay["until"] for word in between[-4:]):
            return "end", True
    verb = _verb(doc[mention.start])
    if verb is None:
        return None
    noun = _noun(doc[length.end - 1])
    ruler = _verb(noun.head) if noun is not None and noun.head.i != noun.i else None
    if (
        ruler is not None
        and ruler.lemma_.lower() in stay["last"]
        and noun.dep_ in ("dobj", "nsubjpass", "nsubj", "pobj")
    ):
        if noun.dep_ != "pobj" or noun.head.lower_ == "up":
            return "end", ruler.i == verb.i
    if verb.lemma_.lower() in stay["last"] and any(word in ("after", "following") for word in before[-3:]):
        return "end", False
    joined = (
        length.end < len(doc)
        and doc[length.end].lower_ == "of"
        or any(word in ("for", "on", "a", "an", "his", "her", "their", "its", "the") for word in before[-2:])
    )
    if joined and (
        verb.lemma_.lower() in stay["first"] or "for" in before[-2:] and ruler is not None and ruler.i == verb.i
    ):
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
