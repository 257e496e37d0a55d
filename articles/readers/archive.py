"""Zip files: each file inside is a part. One that cannot be offered is a part that says why, so that none is lost."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from articles.readers.clean import safe_name
from articles.readers.package import open_zip, unpack
from articles.readers.sniffing import package_kind
from articles.readers.types import Accepts, Code, Limits, Part, Result, Unreadable

ACCEPTS = Accepts("zip", (".zip",))
_CLUTTER = ("__MACOSX/", "Thumbs.db", "desktop.ini")  # what systems put into zips without being asked


def read(stream: BinaryIO, limits: Limits) -> Result:
    """Raises Unreadable for bombs, and for zips that are empty, locked or damaged as a whole."""
    archive = open_zip(stream, limits)
    entries = [entry for entry in archive.infolist() if _is_file(entry)]
    if not entries:
        raise Unreadable(Code.ZIP_EMPTY)
    if all(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(Code.ZIP_ENCRYPTED)
    return Result("parts", ACCEPTS.format, parts=_Parts(archive, entries, limits))


class _Parts:
    """Parts unpacked one at a time; each walk starts anew."""

    def __init__(self, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
        # The archive keeps the stream's bytes: whoever opened the stream may close it before the parts are walked.
        archive.fp.seek(0)
        self.archive, self.entries, self.limits = zipfile.ZipFile(io.BytesIO(archive.fp.read())), entries, limits

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Part]:
        unpacked = 0
        for entry in self.entries:
            part = _part(self.archive, entry, self.limits)
            unpacked += len(part.data)
            if unpacked > self.limits.max_unpacked:
                raise Unreadable(Code.ZIP_BOMB, f"more than {self.limits.max_unpacked / 1e6:,.0f} MB")
            yield part


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> Part:
    name = safe_name(_name(entry))
    try:
        data = unpack(archive, entry, limits)
    except Unreadable as error:
        if error.code is Code.ZIP_BOMB:
            raise
        return Part(name, b"", error.code, error.detail)
    if data.startswith(b"PK\x03\x04") and _is_zip(data):
        return Part(name, b"", Code.ZIP_IN_ZIP)
    return Part(name, data)


def _is_zip(data: bytes) -> bool:
    """Whether a packed file is itself a bundle of files and not a document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as inner:
            names = set(inner.namelist())
        return "mimetype" not in names and package_kind(names) == "zip"
    except Exception:  # broken or of a kind that is not read: its own reading will say so
        return False


def _is_file(entry: zipfile.ZipInfo) -> bool:
    """No folder, no link to elsewhere, nothing hidden."""
    name = entry.filename.replace("\\", "/")
    if entry.is_dir() or name.endswith("/") or stat.S_ISLNK(entry.external_attr >> 16):
        return False
    return not name.startswith(_CLUTTER[0]) and not name.rsplit("/", 1)[-1].startswith((".", *_CLUTTER[1:]))


def _name(entry: zipfile.ZipInfo) -> str:
    """The entry's name; without the mark for UTF-8 it is UTF-8 all the same more often than the DOS code page."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return entry.filename
