"""Rich text, by striprtf, which drops headers, pictures and hidden groups; the title is in the information group."""

from __future__ import annotations

import re
from typing import BinaryIO

from striprtf.striprtf import rtf_to_text

from articles.readers import plain
from articles.readers.clean import clean_line, clean_text, has_words
from articles.readers.types import Accepts, Code, Found, Limits, ReadText, Unreadable

ACCEPTS = Accepts("rtf", (".rtf",))
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_TITLE = re.compile(r"\{\\title\s([^{}]{1,1000})\}")
_DEEPEST = 5_000  # groups opened and not closed; files of word processors stay under 30


def read(stream: BinaryIO, limits: Limits) -> ReadText:
    """Raises Unreadable for damaged files and files without words."""
    data = stream.read(limits.max_bytes + 1)
    page = _CODE_PAGE.search(data[:4_096])
    encoding = f"cp{page[1].decode()}" if page else "cp1252"
    source = data.decode("latin-1")  # RTF is ASCII; bytes beyond it become the escapes that they should have been
    source = re.sub("[\x80-\xff]", lambda m: f"\\'{ord(m[0]):02x}", source)
    if source.count("{") - source.count("}") > _DEEPEST:
        raise Unreadable(Code.DAMAGED, "its groups do not end")
    text = clean_text(_words(source, encoding))
    if not has_words(text):
        raise Unreadable(Code.NO_TEXT)
    title = _TITLE.search(source[:20_000])
    named = clean_line(_words("{\\rtf1 " + title[1] + "}", encoding)) if title else ""
    warnings = (
        () if data.rstrip(b"\x00 \r\n\t").endswith(b"}") else ("It breaks off: something may be missing at the end.",)
    )
    article = ReadText(
        text=text, title=Found(named, "metadata") if named else None, format=ACCEPTS.format, warnings=warnings
    )
    return plain.fill(article, limits)


def _words(source: str, encoding: str) -> str:
    try:
        text = rtf_to_text(source, encoding=encoding, errors="replace")
    except LookupError:
        text = rtf_to_text(source, encoding="cp1252", errors="replace")
    except (ValueError, IndexError, OverflowError, AttributeError, TypeError):  # numbers out of range, broken groups
        raise Unreadable(Code.DAMAGED, "its groups are broken") from None
    return re.sub(r"\n+", "\n\n", text)
