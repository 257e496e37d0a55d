"""Does the text put a token in the past or in the future? Read from the verb that governs it, up the dependency tree."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from contacts.extraction.components.date_calendar import FUTURE, OPEN, PAST
from contacts.extraction.components.date_words import lexicon

REACH = 14  # steps up the tree


@cache
def _forms(name: str) -> frozenset[str]:
    return frozenset(lexicon()["tense"][name])


def tense(doc: Doc, index: int) -> tuple[int, bool]:
    """(PAST, OPEN or FUTURE; whether the date hangs on that very verb rather than on something below it)."""
    token = doc[index]
    if not doc.has_annotation("DEP"):
        return OPEN, False
    direct = True
    hint = OPEN
    for _ in range(REACH):
        if token.tag_ in _VERB_TAGS:
            found = _verb(token)
            if found != OPEN:
                return found, direct
            direct = False
        elif token.i != index and token.tag_[:1] in ("N", "J", "R"):
            lower = token.lower_
            if lower in _forms("future"):
                return FUTURE, direct
            if token.tag_[0] == "N" and token.dep_ != "npadvmod":
                for child in token.children:
                    if child.lower_ in _forms("future"):
                        return FUTURE, True
                direct = False
        elif token.tag_ == "IN" and token.i != index and token.lower_ == "ahead":
            hint = FUTURE
        if token.head.i == token.i:
            break
        token = token.head
    return hint, False


_VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))


def _verb(verb: Token) -> int:
    """The time of one verb, OPEN when it takes its time from the verb above it."""
    have = be = past_be = to = modal = False
    for child in verb.children:
        dep = child.dep_
        if dep in ("aux", "auxpass"):
            lower = child.lower_
            if lower in _forms("will"):
                return FUTURE
            if lower in ("have", "has", "had", "'ve", "’ve", "having"):
                have = True
            elif lower in ("was", "were"):
                past_be = True
            elif lower in ("is", "are", "am", "'re", "'s", "’s", "’re", "be"):
                be = True
            elif lower == "did":
                return PAST
            elif lower == "to":
                to = True
            elif child.tag_ == "MD":
                modal = True
    tag = verb.tag_
    if modal:
        return PAST if have else FUTURE
    if to and not have:
        return _infinitive(verb)
    if have or tag == "VBD":
        return PAST
    if tag == "VBN":
        if verb.lower_ in _forms("future"):
            return FUTURE
        return PAST if past_be or not be or verb.dep_ in ("acl", "relcl") else FUTURE if be and not _reports(verb) else PAST
    if tag == "VBG":
        if past_be:
            return PAST
        return FUTURE if be and not _reports(verb) else OPEN
    if tag in ("VBP", "VBZ"):
        return PAST if _reports(verb) else FUTURE
    return OPEN


def _reports(verb: Token) -> bool:
    return verb.lemma_.lower() in _forms("report")


def _infinitive(verb: Token) -> int:
    """ "To meet": what the word above it makes of it. "Is expected to", "plan to": future. "Went to meet": as that."""
    head = verb.head
    if head.i == verb.i:
        return FUTURE  # a headline: "Minister to visit Hanoi"
    if head.lemma_.lower() == "be" and verb.dep_ in ("xcomp", "acomp", "ccomp"):
        return FUTURE
    if head.lower_ in _forms("future") or head.lemma_.lower() in _forms("future_verb"):
        return FUTURE
    if head.lower_ == "going":
        return FUTURE
    return OPEN


def reported(doc: Doc, index: int) -> bool:
    """Is the date that of somebody's words ("said on Tuesday")?"""
    token = doc[index]
    for _ in range(4):
        if token.tag_ in _VERB_TAGS:
            return token.lemma_.lower() in _forms("reported")
        if token.head.i == token.i:
            return False
        token = token.head
    return False
