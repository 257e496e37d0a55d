"""Time the readers, and count what they get right, by format, on the folder of 300 made files.

    python benchmarks/readers.py [--json] [--workers 2] [--repeat 3]

Each file is read in a warm child, as a worker does it. Articles a minute hold for one worker; ``workers`` gives the
whole folder with one and with more processes, each with its own child. Shares are of the files of a format: title,
date (right, or rightly absent) and text (every paragraph whole and in order, nothing of what surrounds it).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from articles.readers import Limits, Unreadable, child
from tests.files.judging import judge
from tests.files.make_files import make

LIMITS = Limits(today=date(2026, 11, 24))
LARGE = 2_000_000  # bytes: a file that tests a limit would measure only that limit
FIELDS = {"title": "title:", "date": "published:", "text": "text:", "all": ""}


def by_format(folder: Path, manifest: list[dict], repeat: int) -> dict[str, dict]:
    """Files, files a minute, and shares right, for each format; "refused" for those that must be refused."""
    chosen: dict[str, list[dict]] = defaultdict(list)
    for entry in manifest:
        chosen[entry.get("format") or "refused"].append(entry)
    found = {}
    for format, entries in sorted(chosen.items()):
        wrong = [judge(folder / entry["file"], entry, LIMITS, child.read) for entry in entries]
        paths = [path for entry in entries if (path := folder / entry["file"]).stat().st_size < LARGE]
        seconds = min(timed(paths) for _ in range(repeat))
        shares = {field: _share(start, wrong) for field, start in FIELDS.items()}
        found[format] = {"files": len(entries), "a_minute": round(60 * len(paths) / seconds)} | shares
    return found


def _share(start: str, wrong: list[list[str]]) -> float:
    """The share of files without a complaint that begins so; one with the wrong outcome has everything wrong."""
    bad = sum(any(line.startswith((start, "outcome")) for line in lines) for lines in wrong)
    return round(1 - bad / len(wrong), 3)


def timed(paths: list[Path]) -> float:
    """Seconds for reading these files one after the other in this process's child."""
    start = time.perf_counter()
    for path in paths:
        try:
            child.read(path, path.name, LIMITS)
        except Unreadable:
            continue
    return time.perf_counter() - start


def by_workers(folder: Path, manifest: list[dict], workers: int, repeat: int) -> dict[str, float]:
    """Files a minute over the whole folder, with one process and with ``workers``."""
    paths = [path for e in manifest if (path := folder / e["file"]).stat().st_size < LARGE] * repeat
    found: dict[str, float] = {}
    for count in (1, workers):
        with ProcessPoolExecutor(count) as pool:
            list(pool.map(timed, [paths[:20]] * 4 * count))  # starts the processes, their children and their imports
            start = time.perf_counter()
            list(pool.map(timed, [paths[n : n + 10] for n in range(0, len(paths), 10)]))
            found[str(count)] = round(60 * len(paths) / (time.perf_counter() - start))
    return found | {"ratio": round(found[str(workers)] / found["1"], 2)}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--json", action="store_true")
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--repeat", type=int, default=3)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        manifest = make(folder)
        found = {"formats": by_format(folder, manifest, given.repeat)}
        found["workers"] = by_workers(folder, manifest, given.workers, given.repeat)
    child.stop()
    if given.json:
        print(json.dumps(found, indent=1))
        return
    print(f"{'':9}{'files':>6}{'a minute':>10}" + "".join(f"{field:>8}" for field in FIELDS))
    for format, row in found["formats"].items():
        print(f"{format:9}{row['files']:6}{row['a_minute']:10,}" + "".join(f"{row[field]:8.1%}" for field in FIELDS))
    print(f"whole folder, files a minute by number of workers: {found['workers']}")


if __name__ == "__main__":
    main()
