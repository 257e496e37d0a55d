"""The dateline: where a story was filed. 'KHARTOUM, Nov. 12 (Xinhua)', 'WASHINGTON (Reuters) -', 'LUANG PRABANG:'.

Sets ``doc._.dateline`` to a Dateline or None. The first in the text counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from . import parties

SHAPE = re.compile(
    r"(?P<place>[A-Z][\w'’.\- ]{2,40}(?:,[ ][A-Z][\w'’.\- ]{2,30})?)"
    r"(?:,?\s*(?:[A-Z][a-z]{2,8}\.?\s*\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)\s*(?:,?\s*\d{4})?(?:,\s*\d{4})?)?"
    r"\.?\s*(?:\([\w \-./'’]{2,40}\)|/[\w \-]{2,30}/\.|,\s[A-Z]{2,6}(?=\s*[-–—]))?"
    r"\s*(?:--|—|–|_|-(?=\s)|:|(?<=\))|(?<=/\.)|(?<=\d)\s*$)",
    re.MULTILINE,
)
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Dateline:
    start: int
    end: int
    text: str
    country: str | None


def find(doc: Doc) -> Dateline | None:
    """The first line that opens like a dateline and names a place whose country is known."""
    party_at = parties.index(doc)
    text = doc.text
    at = 0
    for line in text.split("\n")[:14]:
        match = SHAPE.match(line[:LONGEST])
        if match and (found := _place(doc, party_at, at, at + match.end("place"), at + match.end())):
            return found
        at += len(line) + 1
    return None


def _place(doc: Doc, party_at, start: int, place_end: int, end: int) -> Dateline | None:
    span = doc.char_span(start, place_end, alignment_mode="expand")
    if span is None:
        return None
    mentions = [party_at[i] for i in range(span.start, span.end) if party_at[i] is not None]
    if (
        not mentions
        or mentions[0].start > span.start + 3
        or mentions[0].form in ("adjective", "demonym", "organisation")
    ):
        return None
    shown = doc.text[start:place_end].split(",")[0].strip()
    last = doc.char_span(start, end, alignment_mode="expand")
    return Dateline(
        span.start,
        last.end if last is not None else span.end,
        shown.title() if shown.isupper() else shown,
        mentions[-1].code,
    )


if not Doc.has_extension("dateline"):
    Doc.set_extension("dateline", default=None)
