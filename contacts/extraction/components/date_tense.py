"""Does the text put a token in the past or in the future? Read from the verb that governs it, up the tree."""

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
    """(PAST, OPEN or FUTURE; whether that is sure: told by an outright verb that the date itself hangs on)."""
    token = doc[index]
    direct = True
    hint = OPEN
    possessive = index + 1 < len(doc) and doc[index + 1].tag_ == "POS"
    scheduled = _opener(doc, index) == "for" and not possessive  # "announced for June 12", "for the autumn"
    if token.head.lower_ in _forms("past_noun") and token.head.i > index:
        return PAST, False
    if _right_after_past(doc, index):
        return PAST, True
    for _ in range(REACH):
        tag = token.tag_
        if tag in _VERB_TAGS:
            found, firm = _verb(token)
            if found == PAST and (scheduled and (not _perfect(token) or _put_off(token)) or _proposes(token, index)):
                return FUTURE, False
            if found != OPEN:
                return found, direct and firm
        elif token.i != index and tag[:1] in ("N", "J", "R"):
            if token.lower_ in _forms("future"):
                return FUTURE, direct and tag[0] != "N"
            if tag[0] == "N" and token.dep_ != "npadvmod":
                for child in token.children:
                    if child.lower_ in _forms("future") and child.dep_ in ("amod", "compound", "nmod"):
                        return FUTURE, True
                direct = False
        elif tag == "IN" and token.i != index and _ahead(token):
            hint = FUTURE
        head = token.head
        if head.i == token.i:
            break
        token = head
        if hint == FUTURE and token.tag_ in _VERB_TAGS:
            return FUTURE, False
    return hint, False


def _opener(doc: Doc, index: int) -> str:
    """The word before a date and its article."""
    at = index - 1 if index and doc[index - 1].lower_ not in ("the", "this", "next") else index - 2
    return doc[at].lower_ if at >= 0 else ""


_VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
_HAVE = frozenset(("have", "has", "had", "'ve", "’ve", "having"))
_BE = frozenset(("is", "are", "am", "'re", "'s", "’s", "’re", "be"))


_SMALL = frozenset(("on", "late", "early", "here", "last", "the", "in"))


def _right_after_past(doc: Doc, index: int) -> bool:
    """ "Said on Thursday they will meet": the word before it wins over a parse that hangs it on "meet"."""
    place = index - 1
    while place >= 0 and index - place < 4 and doc[place].lower_ in _SMALL:
        place -= 1
    if place < 0 or doc[place].tag_ != "VBD":
        return False
    return doc[place].lower_ not in ("was", "were") and doc[place].lemma_.lower() not in _forms("proposes")


def _ahead(preposition: Token) -> bool:
    """ "Ahead of Friday's summit"."""
    return preposition.lower_ == "of" and preposition.head.lower_ == "ahead" or preposition.lower_ == "ahead"


def _perfect(verb: Token) -> bool:
    """ "Had been set for Monday": it may have come to nothing, but it is past."""
    return any(child.lower_ == "had" for child in verb.children) and any(
        child.lower_ == "been" for child in verb.children
    )


def _had_been(word: Token) -> bool:
    """ "Had been due to meet on Monday": the day has passed."""
    verb = word if word.tag_ in _VERB_TAGS else word.head
    return _perfect(verb) or verb.lower_ == "been" and any(child.lower_ == "had" for child in verb.children)


def _put_off(verb: Token) -> bool:
    """ "Postponed a visit that had been scheduled for Sunday": the day was still ahead."""
    noun = verb.head
    return verb.dep_ == "relcl" and noun.head.lemma_.lower() in _forms("cancels")


def _proposes(verb: Token, index: int) -> bool:
    if verb.lemma_.lower() not in _forms("proposes") or index < verb.i:
        return False
    return verb.doc[index].lower_ not in lexicon()["weekday"]  # "proposed a bill on Tuesday" tells when it was proposed


def _verb(verb: Token) -> tuple[int, bool]:
    """The time of one verb and whether it is outright; OPEN when it takes its time from the verb above it."""
    have = be = past_be = to = modal = would = False
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass"):
            lower = child.lower_
            if lower in _forms("will"):
                return FUTURE, True
            if lower in _HAVE:
                have = True
            elif lower in ("was", "were"):
                past_be = True
            elif lower in _BE:
                be = True
            elif lower == "did":
                return PAST, True
            elif lower == "to":
                to = True
            elif lower in ("would", "'d", "’d"):
                would = True
            elif child.tag_ == "MD":
                modal = True
    if modal or would:
        return (PAST, True) if have else (FUTURE, False)
    if to:
        return _perfect_infinitive(verb) if have else _infinitive(verb)
    tag = verb.tag_
    if have or tag == "VBD":
        return PAST, True
    if tag == "VBN":
        if verb.lower_ in _forms("future"):
            return FUTURE, True
        if be and not past_be:
            return (PAST, True) if _reports(verb) else (FUTURE, False)  # "elections are held in June"
        return PAST, True
    if tag == "VBG":
        if past_be:
            return PAST, True
        starts = verb.lower_ in ("starting", "beginning", "commencing") and not verb.is_sent_start
        starts = starts and not _undertaken(verb)
        return (FUTURE, False) if starts or be and not _reports(verb) else (OPEN, False)
    if tag in ("VBP", "VBZ"):
        return (PAST, True) if _reports(verb) else (FUTURE, False)
    return OPEN, False


def _undertaken(starting: Token) -> bool:
    """ "Paid a two-day visit starting Monday", "arrived for a visit starting Monday": the first day has passed."""
    above = starting.head
    for _ in range(3):
        if above.tag_ in _VERB_TAGS:
            plain = not any(child.dep_ == "aux" for child in above.children)
            return above.tag_ == "VBD" and plain and above.lemma_.lower() in _forms("undertakes")
        above = above.head
    return False


def _reports(verb: Token) -> bool:
    return verb.lemma_.lower() in _forms("report")


def _perfect_infinitive(verb: Token) -> tuple[int, bool]:
    """ "Appears to have been on Wednesday": past, but not after "is expected to" and its like."""
    head = verb.head
    ahead = head.lower_ in _forms("future") or head.lemma_.lower() in _forms("future_verb")
    return (PAST, False) if head.tag_ in ("VBZ", "VBP") and not ahead else (OPEN, False)


def _infinitive(verb: Token) -> tuple[int, bool]:
    """ "To meet": what the word above it makes of it. "Is expected to", "plan to": future. "Went to meet": as that."""
    head = verb.head
    if head.i == verb.i:
        return FUTURE, True  # a headline: "Minister to visit Hanoi"
    if head.lemma_.lower() == "be" and verb.dep_ in ("xcomp", "acomp", "ccomp"):
        return FUTURE, True
    if head.lower_ in _forms("future") or head.lemma_.lower() in _forms("future_verb"):
        return (PAST, False) if _had_been(head) else (FUTURE, True)
    if head.lower_ == "going":
        return FUTURE, True
    return OPEN, False


def present(doc: Doc, index: int) -> bool:
    """Does the date hang on a plain present ("the summit opens on Saturday")?"""
    token = doc[index]
    for _ in range(4):
        if token.tag_ in _VERB_TAGS:
            return (
                token.tag_ in ("VBZ", "VBP")
                and token.lemma_ != "be"
                and not any(c.dep_ == "aux" for c in token.children)
            )
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def background(doc: Doc, index: int) -> bool:
    """A date that only bounds another time ("since they parted two weeks ago"), or names some deed that is no contact
    ("the victims of Tuesday's floods"), moves no story on."""
    token = doc[index]
    if token.dep_ in ("poss", "compound", "nmod", "nummod", "amod") and token.head.tag_ in ("NN", "NNS"):
        if token.head.lemma_.lower() not in lexicon()["tie"]["event"]:
            return True
    for _ in range(4):
        if token.tag_ in _VERB_TAGS:
            return any(child.lower_ == "since" for child in token.children)
        if token.lower_ in ("since", "until", "till", "by"):
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False


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
