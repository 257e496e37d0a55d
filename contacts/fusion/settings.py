"""The numbers that fusion goes by, read from weights.toml beside this file: each with a comment there that says why."""

from __future__ import annotations

import hashlib
from pathlib import Path

from contacts.extraction.lexicon_files import load_toml

FOLDER = Path(__file__).parent
_TABLES = {"weight": "points", "threshold": "score"}


def _numbers(table: str) -> dict[str, float]:
    value = _TABLES[table]
    keys = {"name": str, value: float, "why": str}
    return {row["name"]: row[value] for row in load_toml("weights", table, keys, others=_TABLES, folder=FOLDER)}


WEIGHTS, THRESHOLDS = _numbers("weight"), _numbers("threshold")

# Count this up when the code compares otherwise: stored comparisons are then made anew at the next start.
_CODE = 3


def _edition() -> str:
    """Of everything that a comparison goes by, in eight letters: weights, words of names, the code."""
    files = b"".join((FOLDER / name).read_bytes() for name in ("weights.toml", "names.toml"))
    return hashlib.sha256(files + str(_CODE).encode()).hexdigest()[:8]


EDITION = _edition()
