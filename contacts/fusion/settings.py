"""The numbers that fusion goes by, read from weights.toml beside this file: each with a comment there that says why."""

from __future__ import annotations

from pathlib import Path

from contacts.extraction.lexicon_files import load_toml

FOLDER = Path(__file__).parent
_TABLES = {"weight": "points", "threshold": "score"}


def _numbers(table: str) -> dict[str, float]:
    value = _TABLES[table]
    keys = {"name": str, value: float, "why": str}
    return {row["name"]: row[value] for row in load_toml("weights", table, keys, others=_TABLES, folder=FOLDER)}


WEIGHTS, THRESHOLDS = _numbers("weight"), _numbers("threshold")
