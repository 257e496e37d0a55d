"""Readers of every kind of file that may hold an article. No Django here: they run in a child process (``child.py``).

read_file(path, name, limits) -> Result      in this process: tests, benchmarks, the child
child.read(path, name, limits) -> Result     in a child that a hostile file may end
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from articles.readers.clean import has_words
from articles.readers.language import language
from articles.readers.naming import date_in_name, misnamed
from articles.readers.package import open_zip, unpack
from articles.readers.sniffing import HEAD, package_kind, sniff
from articles.readers.types import (
    Accepts,
    Code,
    Found,
    Limits,
    Part,
    ReadText,
    Result,
    Table,
    Unreadable,
)

__all__ = [
    "READER_VERSION", "Accepts", "Code", "Found", "Limits", "Part", "ReadText", "Result", "Table", "Unreadable",
    "formats", "read_file", "sniff",
]  # fmt: skip

# Raised whenever the same file may give another text: stored with each article, so a better reading can be offered.
READER_VERSION = 1

# A new format is a module with ACCEPTS and read(stream, limits), and its line here. Each is imported when first needed.
_MODULES = {
    "txt": "text",
    "md": "markdown",
    "html": "html",
    "mhtml": "mhtml",
    "pdf": "pdf",
    "docx": "docx",
    "odt": "odt",
    "rtf": "rtf",
    "eml": "mail",
    "zip": "archive",
    "csv": "table_csv",
    "jsonl": "table_jsonl",
}


def formats() -> dict[str, Accepts]:
    """Every format with the name endings that hint at it."""
    return {name: _module(name).ACCEPTS for name in _MODULES}


def read_file(path: str | Path, name: str, limits: Limits | None = None) -> Result:
    """What the file holds: an article, parts to be read on their own, or a table of articles.

    ``name``: the user's name of the file, only a hint. Raises Unreadable.
    """
    limits = limits or Limits()
    with Path(path).open("rb") as stream:
        return read_stream(stream, name, limits)


def read_stream(stream: BinaryIO, name: str, limits: Limits) -> Result:
    """As read_file, for an opened file that can be sought in."""
    size = stream.seek(0, 2)
    stream.seek(0)
    if size > limits.max_bytes:
        raise Unreadable(Code.TOO_LARGE, f"{size / 1e6:.1f} MB; {limits.max_bytes / 1e6:.0f} MB are the most")
    format = sniff(stream.read(HEAD), name)
    stream.seek(0)
    if format == "zip":
        format = _look_again(stream, limits)
    try:
        found = _module(format).read(stream, limits)
    except RecursionError:
        raise Unreadable(Code.DAMAGED, "its parts are nested too deeply") from None
    if isinstance(found, ReadText):
        return Result("text", format, text=finished(found, name, limits))
    if found.text is not None:
        return replace(found, text=finished(found.text, name, limits))
    return found


def finished(read: ReadText, name: str, limits: Limits) -> ReadText:
    """What is the same for all formats: words there, not too long, its language, the warning of a wrong name."""
    if not has_words(read.text):
        raise Unreadable(Code.NO_TEXT)
    if len(read.text) > limits.max_text:
        raise Unreadable(Code.TEXT_TOO_LONG, f"{len(read.text):,} characters; {limits.max_text:,} are the most")
    return replace(
        read,
        language=read.language or language(read.text),
        published=read.published or date_in_name(name, limits),
        warnings=read.warnings + misnamed(name, read.format, _MODULES),
    )


def _look_again(stream: BinaryIO, limits: Limits) -> str:
    """A zip's own directory knows better than its first bytes whether it is a document."""
    archive = open_zip(stream, limits)
    names = {entry.filename: entry for entry in archive.infolist()}
    mimetype = names.get("mimetype")
    is_short = mimetype is not None and mimetype.file_size < 200 and not mimetype.flag_bits & 1
    kind = package_kind(set(names), unpack(archive, mimetype, limits) if is_short else b"")
    stream.seek(0)
    return kind


def _module(format: str):
    return import_module(f"articles.readers.{_MODULES[format]}")
