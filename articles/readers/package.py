"""Zip containers: the guard before anything is unpacked, used for .zip, .docx and .odt alike.

Sizes in a zip's directory are claims. They are checked first because that is cheap; unpacking counts for itself.
"""

from __future__ import annotations

import lzma
import os
import struct
import zipfile
import zlib
from typing import BinaryIO

from articles.readers.types import Code, Limits, Unreadable

_BLOCK = 1 << 16
_FREE = 1_000_000  # bytes: a small file may unpack to this much whatever the ratio; blank documents do


def open_zip(stream: BinaryIO, limits: Limits) -> zipfile.ZipFile:
    """The opened archive with a believable directory. Raises Unreadable."""
    try:
        archive = zipfile.ZipFile(stream)
    except (
        zipfile.BadZipFile,
        struct.error,
        OSError,
        ValueError,
        NotImplementedError,
        OverflowError,
        UnicodeDecodeError,
    ):
        stream.seek(0)
        broken = Code.TRUNCATED if stream.read(4) == b"PK\x03\x04" else Code.DAMAGED
        raise Unreadable(broken, "the zip's directory is missing" if broken is Code.DAMAGED else "") from None
    entries = archive.infolist()
    if len(entries) > limits.max_entries:
        raise Unreadable(Code.ZIP_TOO_MANY, f"{len(entries):,}; {limits.max_entries:,} are the most")
    claimed = sum(entry.file_size for entry in entries)
    if claimed > limits.max_unpacked:
        raise Unreadable(Code.ZIP_BOMB, f"{claimed / 1e6:,.0f} MB")
    packed = sum(entry.compress_size for entry in entries)
    _check_ratio(claimed, packed, limits)
    if packed > stream.seek(0, os.SEEK_END):  # entries that share the same packed bytes: a bomb without a ratio
        raise Unreadable(Code.ZIP_BOMB, "its entries lie over one another")
    return archive


def unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits, most: int | None = None) -> bytes:
    """The bytes of one entry, counted while they come. Raises Unreadable.

    ``most``: bytes; by default ``limits.max_bytes``.
    """
    if entry.flag_bits & 0x1:
        raise Unreadable(Code.ZIP_ENCRYPTED)
    most = limits.max_bytes if most is None else most
    pieces, size = [], 0
    try:
        with archive.open(entry) as unpacked:
            while piece := unpacked.read(_BLOCK):
                size += len(piece)
                _check_ratio(size, entry.compress_size, limits)
                if size > most:
                    raise Unreadable(Code.TOO_LARGE, f"more than {most / 1e6:,.0f} MB unpacked")
                pieces.append(piece)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, struct.error, IndexError):
        raise Unreadable(Code.DAMAGED, "a packed part of it does not unpack") from None
    except (NotImplementedError, RuntimeError):  # a rare way of packing; RuntimeError: a password
        raise Unreadable(Code.UNSUPPORTED, "packed in a way that is not known here") from None
    return b"".join(pieces)


def _check_ratio(unpacked: int, packed: int, limits: Limits) -> None:
    if unpacked > _FREE and unpacked > limits.max_ratio * max(packed, 1):
        raise Unreadable(Code.ZIP_BOMB, f"{unpacked / 1e6:,.0f} MB from {packed / 1e3:,.0f} kB")
