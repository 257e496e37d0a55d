"""The kept files: streamed into Django's storage under names made from their content, so that none is stored twice.

No name that a user typed ever reaches a disk. Workers on other machines reach the files through the same storage.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.files import File
from django.core.files.storage import default_storage

LARGEST = 50_000_000
CHUNK = 256 * 1024
IN_MEMORY = 1024 * 1024


class TooLarge(ValueError):
    """More bytes than a file may have; the message says so in plain words."""

    def __init__(self) -> None:
        super().__init__(f"The file is larger than {LARGEST // 1_000_000} MB. Split it, or paste the article's words.")


@dataclass(frozen=True)
class Kept:
    name: str
    size: int


def chunks_of(stream, chunk: int = CHUNK) -> Iterator[bytes]:
    while data := stream.read(chunk):
        yield data


def keep(chunks: Iterable[bytes]) -> Kept:
    """Write a stream to the storage without ever holding it whole. Raises TooLarge."""
    digest, size = hashlib.sha256(), 0
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as held:
        for chunk in chunks:
            size += len(chunk)
            if size > LARGEST:
                raise TooLarge
            digest.update(chunk)
            held.write(chunk)
        held.seek(0)
        name = _name(digest.hexdigest())
        if not default_storage.exists(name):
            # Two at once: the second gets a name beside the first's, with the same content.
            name = default_storage.save(name, File(held))
    return Kept(name, size)


def _name(digest: str) -> str:
    return f"originals/{digest[:2]}/{digest[2:]}"


def open_kept(name: str):
    return default_storage.open(name, "rb")


@contextmanager
def on_disk(name: str) -> Iterator[Path]:
    """A path that a child process can open: the storage's own, or a copy where the storage is elsewhere.

    Raises FileNotFoundError.
    """
    try:
        path = Path(default_storage.path(name))
    except NotImplementedError:
        path = None
    if path is not None:
        path.stat()
        yield path
        return
    with tempfile.NamedTemporaryFile(prefix="original-") as copy:
        with default_storage.open(name, "rb") as file:
            shutil.copyfileobj(file, copy, CHUNK)
        copy.flush()
        yield Path(copy.name)


def exists(name: str) -> bool:
    return default_storage.exists(name)
