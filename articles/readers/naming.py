"""What a file's name tells: a date, and whether its ending lies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from articles.readers import dates
from articles.readers.types import Found, Limits

_DAY = re.compile(r"(?<!\d)(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
_SAME = {"htm": "html", "xhtml": "html", "shtml": "html", "mht": "mhtml", "text": "txt", "markdown": "md", "tsv": "csv"}
_SAME |= {"ndjson": "jsonl", "json": "jsonl", "docm": "docx", "dotx": "docx", "asc": "txt", "log": "txt"}
# Kinds that are honestly confused: a mail saved as text, a page saved as text by hand.
_ENDING = re.compile(r"\.([A-Za-z0-9]{1,8})\Z")


def date_in_name(name: str, limits: Limits) -> Found[date] | None:
    """The day that a name such as "2016-06-30 envoy.pdf" begins with or holds; basis "file"."""
    match = _DAY.search(name)
    day = dates.parse("-".join(match.groups()), limits.latest) if match else None
    return Found(day, "file") if day else None


def misnamed(name: str, format: str, known: Iterable[str]) -> tuple[str, ...]:
    """A warning where the name promises another kind than the file is; the file is read all the same."""
    match = _ENDING.search(name)
    ending = match[1].lower() if match else ""
    ending = _SAME.get(ending, ending)
    if not ending or ending == format or {ending, format} <= {"txt", "md"} or ending not in {*known, "doc"}:
        return ()
    return (f"Its name ends in .{match[1].lower()}, but it is {format}; read as {format}.",)
