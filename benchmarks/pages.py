"""What a page costs beside its own SQL: ``python benchmarks/pages.py [--json] [--postgres] [--contacts 1000000]``.

For each page a sample of addresses is asked for as a logged-in reader, through all of Django: session, person, query,
template. The SELECTs that an address asked, those of session and person too, are then run once more as they are,
through the driver's own cursor, with all rows fetched. Both in turn, several times; of each address the quickest
counts, because other programs of the machine slow down now one, now the other. ``p95_ms`` and ``bare_sql_p95_ms`` are
over the addresses, ``ratio`` is of the two. ``queries`` is the most that an address asked, ``kb`` its largest answer,
compressed.

Without ``--database`` an archive is made first, of 10,000 contacts (a minute). A large one is made of a tenth, copied
ten times (see archive/copies.py): ``--contacts 1000000`` takes a quarter of an hour and 8 GB. ``--archives FOLDER``
keeps it there, and uses what is there. "pair of equal size" is of pairs of 150 to 250 contacts: compare two archives.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

COPIED_FROM = 500_000  # contacts: archives of so many are copies of a tenth
COPIES = 10


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--json", action="store_true", help="an object a page, one a line")
    arguments.add_argument("--contacts", type=int, default=10_000)
    arguments.add_argument("--database", help="the URL of an archive that is there: sqlite:////path, postgresql://...")
    arguments.add_argument("--postgres", action="store_true", help="on a server of our own, or TEST_DATABASE_URL")
    arguments.add_argument("--archives", type=Path, help="where archives are, or are kept (SQLite)")
    arguments.add_argument("--addresses", type=int, default=30, help="asked of each page")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--pages", nargs="*", help="only these")
    arguments.add_argument("--seed", type=int, default=5)
    given = arguments.parse_args()
    from benchmarks.readside import servers

    with tempfile.TemporaryDirectory(prefix="bench-") as folder, servers(given.postgres and not given.database) as own:
        url = given.database or made(own, given.archives or Path(folder), given.contacts)
        _set_up(url, folder)
        for row in rows(given):
            print(json.dumps(row) if given.json else told(row), flush=True)


def made(server: str | None, folder: Path, contacts: int) -> str:
    """The URL of an archive of that size, made where it is not there yet."""
    copies, name = COPIES if contacts >= COPIED_FROM else 1, f"pages_{contacts}"
    if server is None:
        path = folder.resolve() / f"{name}.sqlite3"
        url = f"sqlite:///{path}"
        if path.exists():
            return url
    else:
        import psycopg

        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        url = f"{server.rpartition('/')[0]}/{name}"
    call = [sys.executable, "-m", "benchmarks.archive", str(contacts), url, "--copies", str(copies)]
    subprocess.run(call, check=True, cwd=ROOT, env=os.environ | {"DATA_DIR": str(folder)}, stdout=sys.stderr)
    return url


def _set_up(url: str, folder: str) -> None:
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "bench"}
    os.environ |= {"DATA_DIR": folder, "LOG_LEVEL": "ERROR"}
    import django
    from django.conf import settings

    # The names of static files are made once at a program's start, and no page's business.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    django.setup()


def rows(given: argparse.Namespace) -> Iterator[dict]:
    """A measured page after the other."""
    from benchmarks.page_addresses import Drawn

    reader = _reader()
    for page, addresses in Drawn(given.seed, given.addresses).pages().items():
        if given.pages and page not in given.pages:
            continue
        if not addresses:
            yield {"page": page, "skipped": "there is nothing to ask for"}
            continue
        yield {"page": page, **measure(reader, addresses, given.rounds)}


def _reader():
    """A browser that is logged in as a reader of the archive."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    reader = Client(SERVER_NAME="localhost")
    reader.force_login(get_user_model().objects.order_by("pk").first())
    return reader


def measure(reader, addresses: list[str], rounds: int) -> dict:
    """Of each different address the quickest of some rounds; one that was drawn twice counts twice."""
    times, bare, queries, sizes = {}, {}, {}, {}
    for address in dict.fromkeys(addresses):
        asked, body = record(reader, address)
        queries[address], sizes[address] = len(asked), len(gzip.compress(body, 6))
        pages, plain = [], []
        for _ in range(rounds):
            pages.append(_seconds(lambda address=address: reader.get(address)))
            plain.append(_seconds(lambda asked=asked: replay(asked)))
        times[address], bare[address] = min(pages), min(plain)
    p95, bare_p95 = (_p95([found[address] for address in addresses]) for found in (times, bare))
    return {
        "p95_ms": round(1000 * p95, 1),
        "bare_sql_p95_ms": round(1000 * bare_p95, 1),
        "ratio": round(p95 / bare_p95, 2),
        "queries": max(queries.values()),
        "queries_least": min(queries.values()),
        "median_ms": round(1000 * statistics.median(times[address] for address in addresses), 1),
        "bare_sql_median_ms": round(1000 * statistics.median(bare[address] for address in addresses), 1),
        "kb": round(max(sizes.values()) / 1024, 1),
        "addresses": len(times),
    }


def record(reader, address: str) -> tuple[list[tuple[str, tuple]], bytes]:
    """The SELECTs that an address asks, as the driver takes them, and the answer."""
    from django.db import connection

    asked: list[tuple[str, tuple]] = []

    def keep(execute, sql, params, many, context):
        if sql.lstrip("( ").upper().startswith(("SELECT", "WITH")):
            asked.append((sql, tuple(params or ())))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        answer = reader.get(address)
    if answer.status_code != 200:
        sys.exit(f"{address} answered {answer.status_code}")
    if connection.vendor == "sqlite":  # its placeholders, as Django writes them
        asked = [(sql.replace("%s", "?").replace("%%", "%"), params) for sql, params in asked]
    return asked, answer.content


def replay(asked: list[tuple[str, tuple]]) -> None:
    """The same SELECTs without Django, each with all its rows fetched."""
    import sqlite3

    from django.db import connection

    connection.ensure_connection()
    for sql, params in asked:
        cursor = connection.connection.cursor(sqlite3.Cursor) if connection.vendor == "sqlite" else _plain(connection)
        cursor.execute(sql, params)
        cursor.fetchall()
        cursor.close()


def _plain(connection):
    import psycopg

    return psycopg.ClientCursor(connection.connection)


def _seconds(do) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def _p95(values: list[float]) -> float:
    return values[0] if len(values) == 1 else statistics.quantiles(values, n=20, method="inclusive")[-1]


def told(row: dict) -> str:
    if "skipped" in row:
        return f"{row['page']:20} skipped: {row['skipped']}"
    return (
        f"{row['page']:20} {row['p95_ms']:8.1f} ms, its SQL {row['bare_sql_p95_ms']:8.1f} ms: {row['ratio']:5.2f}x, "
        f"{row['queries']} queries, {row['kb']} kB"
    )


if __name__ == "__main__":
    main()
