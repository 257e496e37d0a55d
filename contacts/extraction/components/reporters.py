"""Reporters: names in bylines and credits, and 'the BBC's X'. They write the story and are no side of it."""

from __future__ import annotations

from spacy.tokens import Doc

from ..people import Name
from ..word_lists import people_words
from . import parties

WRITING = people_words("writing")
POSSESSIVE = people_words("possessive")
CREDIT = 30  # tokens, of a line of credits
BYLINE = 10  # tokens


def mark(doc: Doc, names: list[Name]) -> None:
    """Sets ``name.reporter`` of the names that a byline, a credit or a paper's possessive marks."""
    credited = _credited(doc)
    for name in names:
        name.reporter = credited[name.start] == 1 or _of_a_paper(doc, name)


def _credited(doc: Doc) -> bytearray:
    """Marks a short line that begins with 'By', and the words of 'Reporting by X; editing by Y'."""
    marked = bytearray(len(doc))
    for token in doc:
        if token.lower_ != "by" or not token.i:
            continue
        before = doc[token.i - 1]
        opens = token.text != "by" and "\n" in before.text
        if not opens and before.lower_ not in WRITING:
            continue
        stop = token.i + 1
        while stop < len(doc) and stop - token.i < CREDIT and doc[stop].text != ")" and "\n" not in doc[stop].text:
            stop += 1
        if not opens or stop - token.i < BYLINE:
            marked[token.i : stop] = b"\x01" * (stop - token.i)
    return marked


def _of_a_paper(doc: Doc, name: Name) -> bool:
    owner = parties.index(doc)[name.start - 2] if name.start > 1 else None
    return owner is not None and owner.form == "agency" and doc[name.start - 1].lower_ in POSSESSIVE
