"""Pages as browsers save them with their pictures in one file: the first page in it is the article."""

from __future__ import annotations

from typing import BinaryIO

from articles.readers import html, mime
from articles.readers.types import Accepts, Code, Limits, ReadText, Unreadable

ACCEPTS = Accepts("mhtml", (".mhtml", ".mht"))


def read(stream: BinaryIO, limits: Limits) -> ReadText:
    """Raises Unreadable. The date of the file is the day of saving, so it is not taken for the article's."""
    message = mime.parse(stream.read(limits.max_bytes + 1))
    for number, part in enumerate(mime.leaves(message)):
        if number > mime.MOST_PARTS:
            break
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            markup, warnings = mime.words(part, limits)
            address = mime.header(message, "Snapshot-Content-Location") or mime.header(part, "Content-Location")
            return html.from_markup(markup, limits, ACCEPTS.format, warnings, address=address)
    raise Unreadable(Code.NO_TEXT)
