"""A PostgreSQL for the tests: the one in TEST_DATABASE_URL, else one of our own from the installed programs."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

DEBIAN = Path("/usr/lib/postgresql")
FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]  # this data may be lost


def find_programs() -> Path | None:
    """The folder of initdb and postgres. Debian keeps them off the PATH, a folder a version."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(DEBIAN.glob("*/bin"), key=lambda folder: int(folder.parent.name), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


@contextmanager
def postgres():
    """Gives the URL of a database server that may be written, or None where there is none."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
    elif programs := find_programs():
        with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as folder, _server(programs, Path(folder)):
            yield f"postgresql://tests@{quote(folder, safe='')}/postgres"
    else:
        yield None


@contextmanager
def _server(programs: Path, folder: Path):
    """A server on a socket in ``folder``, without TCP, run by somebody who is not root: PostgreSQL refuses root."""
    who = _not_root(folder)
    data = folder / "data"
    made = subprocess.run(
        [programs / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-sync"],
        capture_output=True, text=True, cwd=folder, timeout=120, **who,
    )  # fmt: skip
    if made.returncode != 0:
        raise SystemExit(f"PostgreSQL could not be made ready for the tests: {made.stderr}")
    options = [part for option in FAST for part in ("-c", option)]
    command = [programs / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses=", *options]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **who)
    try:
        _wait(server, folder)
        yield
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _not_root(folder: Path) -> dict:
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _wait(server: subprocess.Popen, folder: Path) -> None:
    import psycopg

    until = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(host=str(folder), user="tests", dbname="postgres", connect_timeout=5).close()
            return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > until:
                raise SystemExit(f"PostgreSQL did not start: {(folder / 'log').read_text()}") from None
            time.sleep(0.1)
