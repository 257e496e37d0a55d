"""``make test`` after the lint: all tests on SQLite, then those that use a database again on PostgreSQL.

The tests in a browser wait more than they work. They run beside the others, and what they say is printed when they are
through.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from tests.on_postgres import postgres

BROWSER, LAUNCHER = "browser", "program and not browser"
ALL_ELSE = "not (browser or program)"
# What PostgreSQL cannot change: the launcher, the pages as a browser shows them, and the engine.
NOT_AGAIN = ["--ignore=tests/extraction", "--ignore=tests/test_source.py"]
NOTHING_FOUND = 5  # pytest's code where a choice on the command line leaves no test


def command(marks: str, arguments: list[str]) -> list[str]:
    return [sys.executable, "-m", "pytest", "-q", "--tb=short", "-m", marks, *arguments]


def run(title: str, marks: str, arguments: list[str], **environment: str) -> int:
    print(f"\n-- {title}", flush=True)
    return _code(subprocess.run(command(marks, arguments), env={**os.environ, **environment}).returncode)


@contextmanager
def beside(title: str, marks: str, arguments: list[str]) -> Iterator[list[int]]:
    """Run tests beside what is done in the block; their code is in the list afterwards."""
    codes: list[int] = []
    with tempfile.TemporaryFile("w+") as said:
        running = subprocess.Popen(command(marks, arguments), stdout=said, stderr=subprocess.STDOUT)
        try:
            yield codes
            codes.append(_code(running.wait()))
        finally:
            if running.poll() is None:
                running.terminate()
                running.wait()
            said.seek(0)
            print(f"\n-- {title}\n{said.read()}", flush=True)


def _code(code: int) -> int:
    return 0 if code == NOTHING_FOUND else code


def main() -> int:
    chosen = sys.argv[1:]
    with beside("in a browser", BROWSER, chosen) as codes:
        codes.append(run("on SQLite", ALL_ELSE, chosen))
        with postgres() as url:
            if url:
                again = NOT_AGAIN + chosen
                codes.append(run("on PostgreSQL", ALL_ELSE, again, DATABASE_URL=url))
            else:
                print(
                    "\n-- PostgreSQL was not found, so nothing was tested on it. apt-get install postgresql brings one;"
                )
                print("   or name a server in TEST_DATABASE_URL whose user may make databases.")
                codes.append(int(bool(os.environ.get("CI") or os.environ.get("REQUIRE_ALL"))))
        codes.append(run("the whole program, started and stopped", LAUNCHER, chosen))
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main())
