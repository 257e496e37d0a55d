"""What tests of the readers share: limits with a fixed day, and the folder of made files."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest

from articles.readers import Limits, Result, read_stream
from tests.files.make_files import make

LIMITS = Limits(today=date(2026, 11, 24), seconds=20)


@pytest.fixture(scope="session")
def limits() -> Limits:
    return LIMITS


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The folder of 300 files and its manifest."""
    folder = tmp_path_factory.mktemp("files")
    return folder, make(folder)


@pytest.fixture(scope="session")
def reading():
    """A function that reads bytes (or letters) under a name."""

    def read(data: bytes | str, name: str = "a file", limits: Limits = LIMITS) -> Result:
        return read_stream(BytesIO(data.encode() if isinstance(data, str) else data), name, limits)

    return read
