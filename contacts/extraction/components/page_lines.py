"""Which lines of a text are furniture of the page that it was taken from: menus, labels, bylines, other stories.

A line is furniture by its own words (``boilerplate.toml``), or because it stands in a list of other stories: the lines
below "Related stories" or "Most read" up to the next one that reads as prose. A text is read here line by line; nothing
is known of its words yet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..lexicon_files import load_toml

SENTENCE_END = re.compile(r"""[.!?:…]["'”’)\]]*\s*$|''\s*$|-0-\s*$|--\s*$|[—–_]\s*$""")
FULL_STOP = re.compile(r"""[.!?…]["'”’)\]]*\s*$|''\s*$""")
MENU_BREAK = re.compile(r"\s*[|>»·•/]\s*|\s{3,}")
BREADCRUMB = re.compile(r"\s+[>»›]\s+")
BULLET = re.compile(r"\s*(?:[•·*▪■►>»–-]\s|\d{1,2}[.)]?\s)")
WORDS = re.compile(r"\w+")
FIRST_WORDS = re.compile(r"[A-Za-z][\w'’-]*")
LONGEST_MENU_PIECE = 4
LONGEST_LABEL = 12  # words
SHORT_LINE = 90
FEWEST_OF_PROSE = 5  # words that a line needs to be prose, with a full stop at its end


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Patterns:
    line: re.Pattern  # that line
    list: re.Pattern  # that line, and the list of other stories below it
    rest: re.Pattern  # that line, and all below it


def lines_of(text: str) -> list[Line]:
    found, at = [], 0
    for raw in text.split("\n"):
        found.append(Line(at, at + len(raw), raw.strip()))
        at += len(raw) + 1
    return found


def skipped_lines(lines: list[Line]) -> list[Line]:
    """The lines that are not the article, in order."""
    patterns = _patterns()
    found: list[Line] = []
    ended = in_list = False
    for number, line in enumerate(lines):
        if not line.text:
            continue
        short = len(line.text) < SHORT_LINE
        ended = ended or (short and number > len(lines) // 2 and bool(patterns.rest.match(line.text)))
        if short and patterns.list.match(line.text):
            in_list = True
        elif is_prose(line.text):
            in_list = False
        if ended or in_list or _is_furniture(line.text, patterns):
            found.append(line)
    return found


def _is_furniture(text: str, patterns: Patterns) -> bool:
    return is_menu(text) or is_label(text) or (len(text) < 2 * SHORT_LINE and bool(patterns.line.match(text)))


def is_prose(text: str) -> bool:
    """Whether a line can be a paragraph of an article: long enough, with a full stop, no item of a list."""
    return bool(FULL_STOP.search(text)) and len(WORDS.findall(text)) >= FEWEST_OF_PROSE and not BULLET.match(text)


def is_menu(text: str) -> bool:
    """Short labels between separators ('News | Sport | Weather'), or the way to a page ('Home > World > Title')."""
    pieces = [piece for piece in MENU_BREAK.split(text) if piece]
    if len(pieces) < 3:
        return False
    short = [len(WORDS.findall(piece)) <= LONGEST_MENU_PIECE for piece in pieces]
    return all(short) or (len(BREADCRUMB.findall(text)) >= 2 and all(short[:-1]))


def is_label(text: str) -> bool:
    """Nothing but words of the page itself: 'Share', 'Listen to this article 3 min', 'Facebook X WhatsApp Email'."""
    words = [word.lower() for word in FIRST_WORDS.findall(text)]
    telling, joining = _label_words()
    return (
        0 < len(words) <= LONGEST_LABEL
        and not FULL_STOP.search(text)
        and any(word in telling for word in words)
        and all(word in telling or word in joining for word in words)
    )


@lru_cache
def _patterns() -> Patterns:
    by_scope: dict[str, list[str]] = {"line": [], "list": [], "rest": []}
    for entry in load_toml("boilerplate", "line", required=("pattern", "scope"), optional=("note",), others=("label",)):
        if entry["scope"] not in by_scope:
            raise entry.wrong(f"scope must be one of {', '.join(by_scope)}", "scope")
        by_scope[entry["scope"]].append(f"(?:{entry['pattern']})")
    return Patterns(**{scope: re.compile("|".join(found), re.IGNORECASE) for scope, found in by_scope.items()})


@lru_cache
def _label_words() -> tuple[frozenset[str], frozenset[str]]:
    entries = load_toml("boilerplate", "label", required=("kind", "text"), others=("line",))
    words = {entry["kind"]: frozenset(entry["text"].split()) for entry in entries}
    return words["telling"], words["joining"]
