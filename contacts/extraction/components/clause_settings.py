"""What a clause says of where and how long somebody was with somebody: the adjuncts that make a telling a meeting.

'told him AT THE FOREIGN MINISTRY', 'saw him IN BERLIN', 'faced her FOR TWO HOURS', 'thanked him BY TELEPHONE'.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from spacy.tokens import Token

from ..grammar_words import word_class
from . import parties

VENUES = word_class("where officials meet")
LENGTHS = word_class("how long they sat")
PRIVACY = word_class("in person")
TELEPHONE = word_class("telephone")
AT = frozenset(("at", "in", "inside", "outside", "on", "aboard", "over", "during", "into", "beside", "under", "around"))
BY = frozenset(("by", "over", "via", "on", "through"))
DAYS = frozenset(("point", "range", "thread", "dateline"))
_start = attrgetter("start")
STEPS = 6  # heads from a word up to its verb


def has_setting(verb: Token, kinds: frozenset[str]) -> bool:
    """Whether the verb's own clause has an adjunct of one of these kinds: venue, city, day,
    length, person, together, mutual."""
    sentence = verb.sent
    if "day" in kinds:
        dates = verb.doc._.dates  # in text order
        for mention in dates[bisect_left(dates, sentence.start, key=_start) :]:
            if mention.start >= sentence.end:
                break
            if mention.kind in DAYS and _verb_above(verb.doc[mention.start]) == verb:
                return True
    return any(_kind(token) in kinds and _verb_above(token) == verb for token in sentence)


def by_telephone(verb: Token) -> bool:
    """Whether the verb's clause names the telephone or a screen: 'over the telephone', 'by video link'."""
    return any(
        token.lower_ in TELEPHONE and _verb_above(token) == verb and _preposition(token) in BY for token in verb.sent
    )


def _kind(token: Token) -> str:
    low = token.lower_
    if low in PRIVACY:
        return "person"
    if low == "together" or low == "side" and token.head.lower_ == "by":
        return "together"
    if low in ("other", "another") and token.i and token.nbor(-1).lower_ in ("each", "one"):
        return "mutual"
    if low == "here":
        return "city"
    if low in LENGTHS:
        return "length" if _preposition(token) in ("for", "") else ""
    if low in VENUES:
        return "venue" if _preposition(token) in AT else ""
    mention = parties.index(token.doc)[token.i]
    if mention is not None and mention.form in ("capital", "city"):
        return "city" if _preposition(token) in ("in", "at") else ""
    return ""


def _preposition(token: Token) -> str:
    """The preposition before a noun and its words: 'at', or nothing."""
    for i in range(token.i - 1, max(token.sent.start - 1, token.i - STEPS), -1):
        before = token.doc[i]
        if before.pos_ == "ADP":
            return before.lower_
        if before.pos_ in ("VERB", "AUX") or before.is_punct and before.text not in ("-", "’", "'"):
            return ""
    return ""


def _verb_above(token: Token) -> Token | None:
    at = token
    for _ in range(STEPS):
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return at
    return None
