"""What a reader is given and what it answers: the types that every format shares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Code(StrEnum):
    """Why a file could not be read. The plain words for each are in ``messages.py``."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TEXT_TOO_LONG = "text_too_long"
    BINARY = "binary"
    UNSUPPORTED = "unsupported"
    OLD_OFFICE = "old_office"
    UNKNOWN_ENCODING = "unknown_encoding"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    NO_TEXT = "no_text"
    NO_ARTICLE = "no_article"
    PDF_ENCRYPTED = "pdf_encrypted"
    PDF_NO_TEXT = "pdf_no_text"
    PDF_TOO_MANY_PAGES = "pdf_too_many_pages"
    OFFICE_ENCRYPTED = "office_encrypted"
    XML_ENTITIES = "xml_entities"
    ZIP_ENCRYPTED = "zip_encrypted"
    ZIP_BOMB = "zip_bomb"
    ZIP_TOO_MANY = "zip_too_many"
    ZIP_IN_ZIP = "zip_in_zip"
    ZIP_EMPTY = "zip_empty"
    TABLE_NO_ROWS = "table_no_rows"
    TABLE_TOO_WIDE = "table_too_wide"
    TABLE_DAMAGED = "table_damaged"
    ROW_NO_TEXT = "row_no_text"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    CRASHED = "crashed"


class Unreadable(Exception):
    """A file (or a row, or a part) cannot be read. ``detail`` fills the message's blank: a number, a kind, a line."""

    def __init__(self, code: Code, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code, self.detail = code, detail

    def __str__(self) -> str:
        from articles.readers.messages import message

        return message(self.code, self.detail)


@dataclass(frozen=True)
class Limits:
    """What one file may cost. Sizes in bytes, text in code points, time in seconds, memory in megabytes (10**6)."""

    max_bytes: int = 50_000_000
    max_text: int = 1_000_000
    max_pages: int = 500
    max_entries: int = 2_000  # of a zip; also rows that are looked at for guessing a table's columns
    max_ratio: int = 200  # unpacked to packed, per entry and over all
    seconds: float = 60
    memory_mb: int = 1_500
    max_unpacked: int = 500_000_000  # all entries of a zip together
    today: date | None = None  # later dates are not believed; None: the clock's day

    @property
    def latest(self) -> date:
        return self.today or date.today()


@dataclass(frozen=True)
class Found(Generic[T]):
    """A value and where it was found: metadata, json-ld, dateline, header, text, file, url, typed."""

    value: T
    basis: str


@dataclass(frozen=True)
class ReadText:
    """One article. ``text`` is final: stored as it is, offsets point into it. ``language``: ISO 639-1, "" unknown."""

    text: str
    title: Found[str] | None = None
    outlet: Found[str] | None = None
    published: Found[date] | None = None
    url: Found[str] | None = None
    author: Found[str] | None = None
    language: str = ""
    format: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """A file inside a zip, or a mail's attachment. ``name`` is safe to show. ``refused`` says why it is not offered."""

    name: str
    data: bytes
    refused: Code | None = None
    detail: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of articles. ``rows`` can be walked through again and again; a row maps each of ``columns`` to its cell.

    ``mapping``: which column is which field (title, text, published, outlet, url, author), as far as can be guessed.
    ``warnings``: rows that were cut or padded, in plain words.
    """

    columns: tuple[str, ...]
    rows: Iterable[dict[str, str]]
    mapping: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What a file turned out to be.

    ``kind``: "text" (with ``parts`` where a mail has attachments), "parts" or "table".
    """

    kind: str
    format: str
    text: ReadText | None = None
    parts: Iterable[Part] = ()
    table: Table | None = None


@dataclass(frozen=True)
class Accepts:
    """What a reader is for. ``format``: its name in results; ``suffixes``: name endings that hint at it."""

    format: str
    suffixes: tuple[str, ...]
