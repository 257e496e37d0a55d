"""``make bench``: every benchmark in turn. Each prints ratios to a bare baseline of the same run.

By hand only: ``python -m benchmarks.ablation`` (what each mechanism of the engine is worth; a quarter of an hour) and
``python -m benchmarks.misses`` (what it gets wrong, by kind of error).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BY_HAND = {"calibration", "misses"}  # calibration is part of engine's output


def main() -> int:
    folder = Path(__file__).parent
    codes = []
    for path in sorted(path for path in folder.glob("[a-z]*.py") if path.stem not in BY_HAND):
        print(f"\n== {path.stem}", flush=True)
        codes.append(subprocess.run([sys.executable, path], cwd=folder.parent).returncode)
    return max(codes, default=0)


if __name__ == "__main__":
    sys.exit(main())
