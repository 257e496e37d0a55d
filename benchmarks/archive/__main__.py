"""``python -m benchmarks.archive CONTACTS DATABASE_URL``: fill an empty database and make its contacts, with times."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__.splitlines()[0])
    arguments.add_argument("contacts", type=int, help="how many the articles tell of, about")
    arguments.add_argument("database", help="sqlite:////absolute/path, or postgresql://...")
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--no-contacts", action="store_true", help="articles and reports only")
    arguments.add_argument("--copies", type=int, default=1, help="made of a part of them, that many times over")
    given = arguments.parse_args()
    os.environ |= {"DATABASE_URL": given.database, "DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "bench"}
    os.environ.setdefault("DATA_DIR", str(Path(given.database.removeprefix("sqlite:///")).parent / "data"))
    make(given.contacts // given.copies, given.seed, contacts_too=not given.no_contacts)
    if given.copies > 1:
        multiplied(given.copies)


def make(contacts: int, seed: int, *, contacts_too: bool) -> None:
    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    _for_much_writing(connection)
    call_command("migrate", verbosity=0)

    from articles.models import Article
    from benchmarks.archive.fill import fill
    from contacts.fusion.rebuilding import rebuild

    if Article.everything.exists():
        sys.exit("This database has articles already. Give an empty one.")
    print(f"{_timed(lambda: fill(contacts, seed), 'filled')[0]:,} reports", flush=True)
    _analyze(connection)
    if contacts_too:
        print(f"{_timed(rebuild, 'contacts made')[0]:,} contacts", flush=True)
        _analyze(connection)


def multiplied(copies: int) -> None:
    """Each row of a made archive so many times over (copies.py)."""
    import django
    from django.db import connection

    django.setup()
    _for_much_writing(connection)
    from benchmarks.archive.copies import multiply

    print(f"{_timed(lambda: multiply(copies), f'{copies} copies made')[0]:,} contacts", flush=True)
    _analyze(connection)


def _for_much_writing(connection) -> None:
    """SQLite's usual 2 MB of cache would write each page of an index a hundred times. Who loses power begins again."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size = -1000000")
            cursor.execute("PRAGMA synchronous = OFF")


def _analyze(connection) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _timed(do, what: str):
    start = time.perf_counter()
    result = do()
    taken = time.perf_counter() - start
    print(f"{what} in {taken:.1f} s", flush=True)
    return result, taken


if __name__ == "__main__":
    main()
