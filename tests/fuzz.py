"""Break files in thousands of ways and count what becomes of them.

    python -m tests.fuzz [--files 10000] [--seed 1] [--keep FOLDER]

Every outcome must be an article, parts, a table or a plain message. ``crashed``, ``too_slow`` and ``too_much_memory``
are findings, and so is a text that came out and is not clean: each is printed with the seed's name, and kept in FOLDER.
Exit status 1 when there are any.
"""

from __future__ import annotations

import argparse
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

from articles.readers import Code, Limits, Unreadable, child, table
from articles.readers.clean import clean_line, clean_text
from articles.readers.types import ReadText, Result
from tests.files.make_files import files
from tests.files.mutations import mutated

LIMITS = Limits(seconds=10, memory_mb=1_000, today=date(2026, 11, 24))
FINDINGS = {Code.CRASHED, Code.TOO_SLOW, Code.TOO_MUCH_MEMORY}
LARGEST_SEED = 100_000  # bytes


def seeds() -> list[tuple[str, bytes]]:
    """The files to start from; large ones only cost time."""
    return [(name, data) for name, data, _ in files() if len(data) <= LARGEST_SEED]


def fuzz(count: int, seed: int, keep: Path | None = None, read=child.read) -> tuple[Counter, list[str]]:
    """Outcomes (by format where it was read) and findings, a line each."""
    start, outcomes, findings = seeds(), Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "broken")
        for number in range(count):
            chance = random.Random(f"{seed} {number}")
            (name, data), (_, other) = chance.choice(start), chance.choice(start)
            broken = mutated(data, other, chance)
            path.write_bytes(broken)
            outcome, wrong = _outcome(path, name, read)
            outcomes[outcome] += 1
            if wrong:
                findings.append(f"{seed} {number} {name}: {wrong}")
                if keep is not None:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{seed}-{number}-{Path(name).name}").write_bytes(broken)
    return outcomes, findings


def _outcome(path: Path, name: str, read) -> tuple[str, str]:
    """What became of one file, and what is wrong with that ("" when nothing)."""
    try:
        result = read(path, name, LIMITS)
        return f"{result.kind} {result.format}", flaw(result)
    except Unreadable as error:
        return f"refused {error.code}", str(error.code) if error.code in FINDINGS else ""


def flaw(result: Result) -> str:
    """What is not as every result must be, or ""."""
    found = flaw_of_text(result.text) if result.text is not None else ""
    for part in result.parts:
        found = found or ("" if part.name == clean_line(part.name) and "/" not in part.name else "name of a part")
    if result.table is not None:
        for row in result.table.rows:
            try:
                found = found or flaw_of_text(table.read_row(row, result.table.mapping, LIMITS))
            except Unreadable:
                continue
    return found


def flaw_of_text(read: ReadText) -> str:
    if read.text != clean_text(read.text) or not read.text or len(read.text) > LIMITS.max_text:
        return "text is not clean"
    for name in ("title", "outlet", "author", "url"):
        found = getattr(read, name)
        if found is not None and (not found.value or found.value != clean_line(found.value)):
            return f"{name} is not clean: {found.value[:80]!r}"
    if read.url is not None and not read.url.value.lower().startswith(("http://", "https://")):
        return "address of another kind"
    if read.published is not None and not date(1800, 1, 1) <= read.published.value <= date(2026, 11, 25):
        return f"date {read.published.value}"
    return ""


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--files", type=int, default=10_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--keep", type=Path)
    given = asked.parse_args()
    logging.basicConfig(level=logging.WARNING)
    begun = time.monotonic()
    outcomes, findings = fuzz(given.files, given.seed, given.keep)
    child.stop()
    for outcome, number in outcomes.most_common():
        print(f"{number:7,}  {outcome}")
    print(*findings, sep="\n")
    print(f"{given.files:,} files in {time.monotonic() - begun:.0f} s, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
