"""The parties listed after a title of several people: 'officials from India, Pakistan and the United Nations'."""

from __future__ import annotations

from spacy.tokens import Doc

from ..word_lists import people_words, title_words

BEFORE = people_words("list preposition")
SKIPPED = people_words("list filler")
LAST = people_words("list end")
NO_ACTORS = ("city", "demonym")
REACH = 8


def listed(doc: Doc, head: int, end: int, party_at) -> tuple[int, list[str]]:
    """Where the list ends, and its codes in text order; none where fewer than two parties are listed."""
    at = _opening(doc, head, end, party_at)
    if at is None:
        return end, []
    codes: list[str] = []
    stop, closed = end, False
    while at is not None and len(codes) < 30:
        mention = party_at[at]
        codes += [code for code in mention.codes if code not in codes]
        stop = _after_item(doc, mention.end, party_at, mention.code)
        if closed:
            break
        at, closed = _next_item(doc, stop, party_at)
    return (stop, codes) if len(codes) > 1 and (closed or len(codes) == len(mention.codes)) else (end, [])


def _opening(doc: Doc, head: int, end: int, party_at) -> int | None:
    """The first party after 'of' or 'from', which stands right behind the title."""
    at, seen = head + 1, False
    while at < len(doc) and at <= end + REACH:
        low = doc[at].lower_
        if party_at[at] is not None:
            return at if seen and _is_actor(doc, party_at[at]) else None
        if low in BEFORE:
            seen = True
        elif not (low in SKIPPED or at < end or low in title_words() or doc[at].text == "-" or doc[at].like_num):
            return None
        at += 1
    return None


def _is_actor(doc: Doc, mention) -> bool:
    if mention.form in NO_ACTORS:
        return False
    following = doc[mention.end] if mention.end < len(doc) else None
    if mention.form == "adjective":
        return following is not None and (following.lower_ in title_words() or following.lower_ in ("and", ","))
    return following is None or following.lower_ not in ("'s", "’s")


def _after_item(doc: Doc, at: int, party_at, code: str) -> int:
    """The end of one item: 'the Indian foreign ministry', 'the DPRK (North Korea)'."""
    while at < len(doc) and (doc[at].lower_ in title_words() or doc[at].text == "-") and party_at[at] is None:
        at += 1
    if at + 2 < len(doc) and doc[at].text == "(" and party_at[at + 1] is not None and party_at[at + 1].code == code:
        close = party_at[at + 1].end
        return close + 1 if close < len(doc) and doc[close].text == ")" else at
    return at


def _next_item(doc: Doc, at: int, party_at) -> tuple[int | None, bool]:
    """The next party of the list, and whether it is its last ('and X')."""
    closed = joined = False
    while at < len(doc):
        low = doc[at].lower_
        if party_at[at] is not None:
            return (at, closed) if joined and _is_actor(doc, party_at[at]) else (None, False)
        if low in LAST or doc[at : at + 3].text.lower() == "as well as":
            closed = joined = True
            at += 2 if low == "as" else 0
        elif low == ",":
            joined = True
        elif not (joined and (low in SKIPPED or low in BEFORE)):
            return None, False
        at += 1
    return None, False
