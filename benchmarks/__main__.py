"""``make bench``: every benchmark in turn. Each prints ratios to a bare baseline of the same run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    folder = Path(__file__).parent
    codes = []
    for path in sorted(folder.glob("[a-z]*.py")):
        print(f"\n== {path.stem}", flush=True)
        codes.append(subprocess.run([sys.executable, path], cwd=folder.parent).returncode)
    return max(codes, default=0)


if __name__ == "__main__":
    sys.exit(main())
