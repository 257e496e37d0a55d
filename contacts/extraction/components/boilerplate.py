"""Which lines of the stored text are not the article, and where its paragraphs begin.

Runs before the parser. Sets ``doc._.skipped`` (a bytearray, 1 for each token that is not read), ``doc._.headlines``
(token ranges of headline lines) and sentence starts at paragraph borders, which the parser then keeps.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from .page_lines import SENTENCE_END, SHORT_LINE, WORDS, Line, is_prose, lines_of, skipped_lines

# 'KHARTOUM, Nov. 12 (Xinhua) -- ', 'WASHINGTON (Reuters) - ', 'MOSCOW, March 3. /TASS/. ', 'Tehran, May 2, IRNA -- '
DATELINE_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s*\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)\s*(?:,?\s*\d{4})?(?:,\s*\d{4})?\.?"
DASH = r"\s*(?:---?|—|–|_|-(?=\s)|:)\s*"
SHOUTED = r"(?:ST\. )?[A-Z]{3}[A-Z'’.\-/]*(?:\s[A-Z][A-Z'’.\-/]+){0,3}(?:,\s[A-Z][\w.]+(?:\s[A-Z]\w+)?)?"
AGENCY = r"(?:\([\w \-./'’&]{2,40}\)|/[\w \-]{2,30}/\.?|,\s[A-Z]{2,6}(?=\s*[-–—]))"
DATELINE = re.compile(
    rf"(?:[A-Z][\w'’.\-/ ]{{1,60}}(?:,[ ]?[A-Z][\w'’.\- ]{{2,40}}){{0,2}}?)?(?:,?\s*{DATELINE_DAY})?\s*"
    rf"{AGENCY}(?:{DASH}|(?<=/\.)\s*)"
    rf"|{SHOUTED}(?:,?\s*{DATELINE_DAY})?(?:\s*{AGENCY}\s*|{DASH})"
)
OPENING_LINES = 14
FEWEST_OF_HEADLINE = 4  # words
# A line without an end is cut: what looks through a sentence would look through all of it for every word of contact.
LONGEST_SENTENCE = 200  # tokens; of 481 articles that we looked at, none has a sentence to cut
END, CUT_BEHIND = (".", "!", "?"), (",", ";", "and")
CUT_AFTER = 150  # tokens; from here on at the first word behind a comma, a semicolon or "and"


def headline_lines(lines: list[Line], skipped: set[int]) -> list[Line]:
    """Short lines without a sentence's end that stand alone: between blank lines, or above the first paragraph of a
    text that has no blank lines."""
    found = []
    close = not any(a.text and not b.text and c.text for a, b, c in zip(lines, lines[1:], lines[2:], strict=False))
    prose_at = next((n for n, line in enumerate(lines) if line.start not in skipped and is_prose(line.text)), 0)
    for number, line in enumerate(lines):
        if not line.text or line.start in skipped or len(line.text) > 2 * SHORT_LINE or SENTENCE_END.search(line.text):
            continue
        alone_before = number == 0 or not lines[number - 1].text
        alone_after = number + 1 == len(lines) or not lines[number + 1].text
        above = close and number < min(prose_at, OPENING_LINES) and len(WORDS.findall(line.text)) >= FEWEST_OF_HEADLINE
        if (alone_before and alone_after) or above:
            found.append(line)
    return found


def _paragraph_starts(lines: list[Line], single: set[int]) -> list[int]:
    """Character offsets at which a new sentence must begin. Lines that were only wrapped are one by now."""
    starts, previous = [], None
    for line in lines:
        if not line.text:
            previous = None
            continue
        fresh = previous is None or previous.start in single or line.start in single
        if fresh or SENTENCE_END.search(previous.text) or not line.text[0].islower():
            starts.append(line.start)
        previous = line
    return starts


def _after_dateline(lines: list[Line], skipped: set[int], text: str) -> list[int]:
    """Where the story begins behind its dateline: a sentence of its own for the parser."""
    for line in lines[:OPENING_LINES]:
        if not line.text or line.start in skipped:
            continue
        match = DATELINE.match(text, line.start, line.end)
        if match and match.end() < line.end and not text[match.end()].islower():
            return [match.end()]
    return []


def _token_ranges(doc: Doc, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted character spans as token ranges, in one pass."""
    ranges, token, count = [], 0, len(doc)
    for start, end in spans:
        while token < count and doc[token].idx + len(doc[token]) <= start:
            token += 1
        first = token
        while token < count and doc[token].idx < end:
            token += 1
        if first < token:
            ranges.append((first, token))
    return ranges


def _cuts(doc: Doc) -> list[int]:
    """Where sentences without an end are cut, so that the time they take grows with their length and no faster."""
    found, length, before = [], 0, ""
    for token in doc:
        length = 0 if token.is_sent_start or before in END else length + 1
        if length >= LONGEST_SENTENCE or (length >= CUT_AFTER and before in CUT_BEHIND):
            found.append(token.i)
            length = 0
        before = token.lower_
    return found


@Language.component("boilerplate", assigns=["doc._.skipped", "doc._.headlines", "token.is_sent_start"])
def boilerplate(doc: Doc) -> Doc:
    lines = lines_of(doc.text)
    skipped = skipped_lines(lines)
    skipped_starts = {line.start for line in skipped}
    headlines = headline_lines(lines, skipped_starts)
    mask = bytearray(len(doc))
    for first, last in _token_ranges(doc, [(line.start, line.end) for line in skipped]):
        mask[first:last] = b"\x01" * (last - first)
    doc._.skipped = mask
    doc._.headlines = _token_ranges(doc, [(line.start, line.end) for line in headlines])
    single = skipped_starts | {line.start for line in headlines}
    starts = sorted(_paragraph_starts(lines, single) + _after_dateline(lines, skipped_starts, doc.text))
    for first, _ in _token_ranges(doc, [(at, at + 1) for at in starts]):
        while first < len(doc) and doc[first].is_space:
            first += 1
        if 0 < first < len(doc):
            doc[first].is_sent_start = True
        if first + 1 < len(doc) and doc[first + 1].is_title:
            doc[first + 1].is_sent_start = False
    for first in _cuts(doc):
        doc[first].is_sent_start = True
    return doc


for name in ("skipped", "headlines"):
    if not Doc.has_extension(name):
        Doc.set_extension(name, default=None)
