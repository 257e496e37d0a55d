"""What a plain text says of itself: a block of headers, a first line as title, a byline, a dateline.

HAVANA, June 3, 2016 (Prensa Latina) -- The foreign minister ...      outlet and date
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from articles.readers import dates
from articles.readers.clean import clean_line
from articles.readers.types import Found, Limits, ReadText

HEAD = 1_500  # code points in which a byline or a dateline is looked for
LONGEST_TITLE = 200
_KEYS = {
    "title": "title headline subject titel",
    "outlet": "source outlet publication publisher newspaper agency site",
    "published": "date published pubdate load-date publication-date day",
    "author": "author byline by reporter",
    "url": "url link permalink address",
}
_FIELD = {word: field for field, words in _KEYS.items() for word in words.split()}
_HEADER = re.compile(r"\A([A-Za-z][A-Za-z -]{1,18}):[ \t]+(\S.*)\Z")
# PLACE, [Country,] Month 3[, 2016] (Agency) -- ; the day may be missing, and the agency.
_DATELINE = re.compile(
    r"^[^\W\d_a-z][^\n().]{2,60}?[,. ]\s*(?P<day>(?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)?\s*,?\s*"
    r"(?:\((?P<outlet>[A-Z][\w .'/-]{1,40})\)|/(?P<agency>[A-Z][\w .'-]{1,40})/)\s*(?:--|[-–—:=.]|(?=[A-Z]))",
    re.MULTILINE,
)
_DATED = re.compile(
    r"^(?P<place>[A-Z][A-Z .'-]{2,40}), (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\s*(?:--|[-–—:])", re.MULTILINE
)
_BYLINE = re.compile(r"^(?:By|BY)[ :]+([^\W\d_][\w.'’-]*(?:[ ,]+[^\W\d_][\w.'’-]*){0,7})[ ,]*$", re.MULTILINE)
_DATE_LINE = re.compile(
    r"^(?:(?:Published|Posted|Updated|Date|Issued)(?: on)?:? )?(?:\w+day,? )?"
    r"([A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}|\d{4}-\d\d-\d\d)(?:,? \w+day)?"
    r"(?:[ ,|].{0,30})?$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Said:
    """What was found, and the text without a block of headers."""

    text: str
    title: Found[str] | None = None
    outlet: Found[str] | None = None
    published: Found[date] | None = None
    author: Found[str] | None = None
    url: Found[str] | None = None


def said(text: str, limits: Limits) -> Said:
    """Everything that the cleaned ``text`` says of itself. Values come with the basis header, text or dateline."""
    found, text = _headers(text, limits)
    head = text[:HEAD]
    return Said(
        text=text,
        title=found.get("title") or _first_line(text),
        outlet=found.get("outlet") or _agency(head),
        published=found.get("published") or _day(head, limits),
        author=found.get("author") or _byline(head),
        url=found.get("url"),
    )


def fill(read: ReadText, limits: Limits) -> ReadText:
    """The same article with what its text says wherever the file itself said nothing. The text stays as it is."""
    head = read.text[:HEAD]
    return replace(
        read,
        title=read.title or _first_line(read.text),
        outlet=read.outlet or _agency(head),
        published=read.published or _day(head, limits),
        author=read.author or _byline(head),
    )


def headers(pairs: list[tuple[str, str]], limits: Limits) -> dict[str, Found]:
    """Known fields among pairs of name and value, the first of each kept."""
    found: dict[str, Found] = {}
    for key, value in pairs:
        field = _FIELD.get(key.strip().lower().replace(" ", "-"))
        value = clean_line(value.strip("\"' "))
        if not field or field in found or not value:
            continue
        if field == "published":
            day = dates.parse(value, limits.latest)
            if day:
                found[field] = Found(day, "header")
        else:
            found[field] = Found(value, "header")
    return found


def _headers(text: str, limits: Limits) -> tuple[dict[str, Found], str]:
    """A block of at least two known headers at the start, and the text behind it."""
    lines = text[:4_000].split("\n")
    pairs = []
    for line in lines[:12]:
        match = _HEADER.match(line)
        if not match:
            break
        pairs.append(match.groups())
    known = [key for key, _ in pairs if key.strip().lower().replace(" ", "-") in _FIELD]
    if len(known) < 2 or len(known) < len(pairs) / 2:
        return {}, text
    return headers(pairs, limits), text[sum(len(line) + 1 for line in lines[: len(pairs)]) :].strip("\n ")


def _first_line(text: str) -> Found[str] | None:
    """The first line, if it reads as a headline: short, alone, and not a sentence."""
    line, _, rest = text.partition("\n")
    line = clean_line(line)
    if not 3 <= len(line) <= LONGEST_TITLE or not rest.strip() or line.endswith((".", ",", ";", ":")):
        return None
    if line.isdigit() or dates._DAY_FIRST.fullmatch(line) or _BYLINE.match(line):
        return None
    return Found(line, "text")


def _agency(head: str) -> Found[str] | None:
    match = _DATELINE.search(head)
    return Found(clean_line(match["outlet"] or match["agency"]), "dateline") if match else None


def _day(head: str, limits: Limits) -> Found[date] | None:
    for pattern in (_DATELINE, _DATED):
        match = pattern.search(head)
        day = dates.parse(match["day"] or "", limits.latest) if match else None
        if day:
            return Found(day, "dateline")
    lines = "\n".join(head.split("\n")[:10])
    match = _DATE_LINE.search(lines)
    day = dates.parse(match[1], limits.latest) if match else None
    return Found(day, "text") if day else None


def _byline(head: str) -> Found[str] | None:
    match = _BYLINE.search(head)
    return Found(clean_line(match[1].rstrip(" ,")), "text") if match else None
