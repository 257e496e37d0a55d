"""The last step of every reader: text and lines as they are kept. Offsets point into what ``clean_text`` returns.

Cleaning takes away what is no word: control characters, marks that turn the direction of writing, soft hyphens. It
never drops words: what of an article is boilerplate is the engine's to mark.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_LINE = 500  # of a title, an outlet, an author: code points
# Tab and line feed stay. U+FFFE and U+FFFF are no characters, U+200B and U+2060 have no width, U+FFF9.. annotate.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u200b\u2060\u00ad\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")  # they could make a page show other words than are stored
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028]")


def clean_text(text: str) -> str:
    """Unix lines, single spaces, paragraphs apart by one blank line, composed letters (NFC)."""
    text = _BREAKS.sub("\n", text).replace("\u2029", "\n\n")
    text = _SURROGATES.sub("\ufffd", text)
    text = _OVERRIDES.sub("", _CONTROLS.sub("", text))
    text = unicodedata.normalize("NFC", text)
    text = "\n".join(_BLANKS.sub(" ", line).strip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n ")


def clean_line(text: str) -> str:
    """A title, name or address as one line without control and direction marks."""
    line = clean_text(_DIRECTION.sub("", text)).replace("\n", " ")
    return _BLANKS.sub(" ", line)[:LONGEST_LINE].strip()


def safe_name(name: str) -> str:
    """A file's name fit to be shown: the last piece of a path, no controls. Never used as a path."""
    name = clean_line(name.replace("\\", "/")).rstrip("/. ").rsplit("/", 1)[-1].strip()
    return name[-200:] or "without name"


def has_words(text: str) -> bool:
    """Whether there are at least two letters beside one another."""
    return re.search(r"[^\W\d_]{2}", text) is not None
