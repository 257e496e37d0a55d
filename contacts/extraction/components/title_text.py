"""The office of a person as it is shown: 'vice president', without the party before it and without capitals."""

from __future__ import annotations

from spacy.tokens import Doc

from ..people import Title
from ..word_lists import people_words, title_heads, title_words
from . import parties

POSSESSIVE = people_words("possessive")
PASSING = people_words("passing word")
MOST = 3  # offices shown of one person


def offices(doc: Doc, titles: list[Title]) -> str | None:
    """'vice president, special envoy'; None for nobody of whom an office is told."""
    shown: list[str] = []
    for title in sorted(titles, key=lambda t: t.kind == "relative"):
        if title.kind == "relative" and shown and title.like is None:
            continue
        text = office(doc, title.like or title)
        if text and text.lower() not in (s.lower() for s in shown):
            shown.append(text)
    return ", ".join(shown[:MOST]) or None


def office(doc: Doc, title: Title) -> str:
    """The words of one title from the first that is neither a party nor said in passing ('visiting')."""
    party_at = parties.index(doc)
    start = title.start
    while start < title.head and (
        party_at[start] is not None or doc[start].lower_ in POSSESSIVE or doc[start].lower_ in PASSING
    ):
        start += 1
    text = "".join(_word(doc, i, party_at) + doc[i].whitespace_ for i in range(start, title.end))
    return " ".join(text.split())


def _word(doc: Doc, at: int, party_at) -> str:
    """A word of a title; only the words of every office lose their capital, names in it keep theirs."""
    token = doc[at]
    common = token.lower_ in title_words() or token.lower_ in title_heads()
    return token.lower_ if common and token.text.istitle() and party_at[at] is None else token.text
