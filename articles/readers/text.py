"""Plain text in whatever encoding, and the wrapping of lines that old mail programs and services write."""

from __future__ import annotations

from typing import BinaryIO

from articles.readers import plain
from articles.readers.clean import clean_text
from articles.readers.decode import decode
from articles.readers.types import Accepts, Code, Limits, ReadText, Unreadable
from articles.readers.wrapping import unwrap

ACCEPTS = Accepts("txt", (".txt", ".text", ".asc"))


def read(stream: BinaryIO, limits: Limits) -> ReadText:
    """Raises Unreadable for bytes that are no text."""
    text, warnings = decode(stream.read(limits.max_bytes + 1))
    return from_text(text, limits, ACCEPTS.format, warnings)


def from_text(text: str, limits: Limits, format: str, warnings: tuple[str, ...] = ()) -> ReadText:
    """An article from decoded plain text, with what the text says of itself."""
    if len(text) > 4 * limits.max_text:  # blanks go, but not so many; spares the work on 25 MB that are refused anyway
        raise Unreadable(Code.TEXT_TOO_LONG, f"{len(text):,} characters; {limits.max_text:,} are the most")
    said = plain.said(unwrap(clean_text(text)), limits)
    return ReadText(
        text=said.text,
        title=said.title,
        outlet=said.outlet,
        published=said.published,
        url=said.url,
        author=said.author,
        format=format,
        warnings=warnings,
    )
