"""``make test`` after the lint: all tests on SQLite, then those that use a database again on PostgreSQL."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.on_postgres import postgres

# What PostgreSQL cannot change: the launcher, the pages as a browser shows them, and the engine.
NOT_AGAIN = ["-m", "not browser and not program", "--ignore=tests/extraction", "--ignore=tests/test_source.py"]


def run(title: str, arguments: list[str], **environment: str) -> int:
    print(f"\n-- {title}", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", *arguments]
    return subprocess.run(command, env={**os.environ, **environment}).returncode


def main() -> int:
    chosen = sys.argv[1:]
    code = run("on SQLite", chosen)
    with postgres() as url:
        if url:
            return run("on PostgreSQL", NOT_AGAIN + chosen, DATABASE_URL=url) or code
    print("\n-- PostgreSQL was not found, so nothing was tested on it. apt-get install postgresql brings one;")
    print("   or name a server in TEST_DATABASE_URL whose user may make databases.")
    return code or int(bool(os.environ.get("CI") or os.environ.get("REQUIRE_ALL")))


if __name__ == "__main__":
    sys.exit(main())
