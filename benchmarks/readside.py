"""What it costs to make contacts out of reports: ``python benchmarks/readside.py [--json] [--million] [--postgres]``.

Two things: making all contacts anew, whose time a report must not grow with the archive; and confirming one report,
which at 1,000,000 contacts may cost 1.5 times what it costs at 10,000. Beside each its bare baseline of the same run:
reading each report and writing one row for it; and the four statements that no confirming can do without.

Archives of 10,000 and 100,000 contacts are made in a folder that is thrown away, with ``--million`` one of 1,000,000
too (half an hour, 5 GB). ``--archives FOLDER`` keeps them there, and uses 10k.sqlite3, 100k.sqlite3 and 1m.sqlite3
where they are. Contacts are made where an archive has none; all else that is measured is rolled back.
Beside the times is the processor's: on a machine that others use, it is what can be compared.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

SIZES = {"10k": 10_000, "100k": 100_000, "1m": 1_000_000}
CONFIRMED = 60  # reports
MOST_GROWTH = 1.5


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--json", action="store_true")
    arguments.add_argument("--million", action="store_true")
    arguments.add_argument("--postgres", action="store_true", help="on a server of our own, or TEST_DATABASE_URL")
    arguments.add_argument("--archives", type=Path, help="where archives are, or are kept")
    arguments.add_argument("--measure", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.measure:
        print(json.dumps(measure(given.measure)))
        return
    sizes = [name for name in SIZES if name != "1m" or given.million]
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, servers(given.postgres) as server:
        found = {}
        for name in sizes:
            url = made(server, given.archives or Path(folder), name)
            call = [sys.executable, __file__, "--measure", url]
            found[name] = json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
    found["growth"] = growth(found)
    print(json.dumps(found) if given.json else told(found))


@contextmanager
def servers(wanted: bool):
    """The URL of a PostgreSQL server, or None for SQLite."""
    if not wanted:
        yield None
        return
    from tests.on_postgres import postgres

    with postgres() as url:
        if url is None:
            sys.exit("There is no PostgreSQL here: neither TEST_DATABASE_URL nor its programs.")
        yield url


def made(server: str | None, folder: Path, name: str) -> str:
    """The URL of an archive, made where it is not there yet."""
    if server is None:
        path = (folder / f"{name}.sqlite3").resolve()
        if path.exists():
            return f"sqlite:///{path}"
        url = f"sqlite:///{path}"
    else:
        import psycopg

        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "bench_{name}"')
        url = f"{server.rpartition('/')[0]}/bench_{name}"
    environment = os.environ | {"DATA_DIR": str(folder)}
    call = [sys.executable, "-m", "benchmarks.archive", str(SIZES[name]), url, "--no-contacts"]
    subprocess.run(call, check=True, cwd=ROOT, env=environment, stdout=sys.stderr)
    return url


def measure(url: str) -> dict:
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "bench"}
    os.environ.setdefault("DATA_DIR", tempfile.gettempdir())
    import django

    django.setup()
    from django.db import connection

    from contacts.fusion.rebuilding import rebuild
    from contacts.models import Contact, Report

    reports = Report.objects.count()
    bare = undone(bare_rebuild)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # An archive without contacts gets them here, and keeps them; in one that has them this is rolled back.
    made = undone(rebuild) if Contact.objects.exists() else timed(rebuild)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {
        "contacts": Contact.objects.count(),
        "reports": reports,
        "rebuild_s": round(made.wall, 1),
        "rebuild_us_a_report": round(1e6 * made.wall / reports),
        "rebuild_cpu_us_a_report": round(1e6 * made.cpu / reports),
        "bare_us_a_report": round(1e6 * bare.wall / reports, 1),
        "bare_cpu_us_a_report": round(1e6 * bare.cpu / reports, 1),
        "rebuild_ratio": round(made.cpu / bare.cpu, 1),
        "rebuild_mb": round(grown / 1024),
        **confirming(),
    }


class Taken(NamedTuple):
    """Seconds. ``cpu`` is this process's own: on SQLite all of the work, on PostgreSQL without the server's."""

    wall: float
    cpu: float


def timed(do) -> Taken:
    wall, cpu = time.perf_counter(), time.process_time()
    do()
    return Taken(time.perf_counter() - wall, time.process_time() - cpu)


def undone(do) -> Taken:
    """What it takes; what it did is rolled back."""
    from django.db import transaction

    with transaction.atomic():
        taken = timed(do)
        transaction.set_rollback(True)
    return taken


def bare_rebuild() -> None:
    """Each report read, and one row of seven values written for it."""
    from django.db import connection

    with connection.cursor() as source, connection.cursor() as target:
        target.execute("CREATE TABLE bare (id bigint, a text, b text, c text, d text, e integer, f integer)")
        last, insert = 0, "INSERT INTO bare VALUES (%s, %s, %s, %s, %s, %s, %s)"
        while True:
            source.execute("SELECT id, record FROM contacts_report WHERE id > %s ORDER BY id LIMIT 5000", [last])
            rows = source.fetchall()
            if not rows:
                return
            last = rows[-1][0]
            found = [(pk, json.loads(record) if isinstance(record, str) else record) for pk, record in rows]
            target.executemany(
                insert, [(pk, one["type"], one["status"], *one["countries"][:2], 0, 0) for pk, one in found]
            )


def confirming() -> dict:
    """Milliseconds of confirming a proposal: any of the archive, and any of its busiest pair."""
    from random import Random

    from django.contrib.auth import get_user_model
    from django.db.models import Count

    from contacts import review
    from contacts.models import Dyad, Report, ReportState

    judge = get_user_model().objects.order_by("pk").first()
    busiest = Dyad.objects.order_by().values("a", "b").annotate(many=Count("pk")).order_by("-many").first()
    proposed = Report.objects.filter(state=ReportState.PROPOSED)
    there = proposed.filter(source__contact__dyads__a=busiest["a"], source__contact__dyads__b=busiest["b"])
    found = {"busiest_pair": busiest["many"]}
    for name, reports in (("any", proposed), ("busiest", there)):
        known = list(reports.values_list("pk", flat=True))
        some = Random(1).sample(known, min(CONFIRMED, len(known)))
        for pk in some[:5]:  # the first ones find nothing in any cache
            undone(lambda pk=pk: review.accept(pk, judge, 1))
        times = [undone(lambda pk=pk: review.accept(pk, judge, 1)) for pk in some]
        bare = [undone(lambda pk=pk: bare_confirm(pk, judge)) for pk in some]
        found[f"confirm_{name}_ms"] = round(1000 * statistics.median(one.wall for one in times), 1)
        found[f"confirm_{name}_p95_ms"] = round(1000 * statistics.quantiles((one.wall for one in times), n=20)[-1], 1)
        found[f"confirm_{name}_cpu_ms"] = round(1000 * statistics.fmean(one.cpu for one in times), 2)
        found[f"bare_confirm_{name}_ms"] = round(1000 * statistics.median(one.wall for one in bare), 2)
        found[f"bare_confirm_{name}_cpu_ms"] = round(1000 * statistics.fmean(one.cpu for one in bare), 2)
    return found


def bare_confirm(pk: int, judge) -> None:
    from contacts.models import Contact, Decision, Report

    report = Report.objects.get(pk=pk)
    Decision.objects.create(
        report=report, user=judge, action="accept", state_before="proposed", state_after="accepted",
        record_before=report.record, record_after=report.record,
    )  # fmt: skip
    Report.objects.filter(pk=pk).update(state="accepted", version=2)
    Contact.objects.filter(sources__report=pk).update(confirmed=True)


def growth(found: dict) -> dict:
    """What the largest archive costs, in times of what the smallest costs."""
    small, large = found["10k"], found[list(found)[-1]]
    names = [name for name in small if name.startswith(("rebuild_", "bare_", "confirm_")) and not name.endswith("_s")]
    return {name: round(large[name] / small[name], 2) for name in names if small[name]}


def told(found: dict) -> str:
    lines = []
    for name, one in found.items():
        if name != "growth":
            lines.append(
                f"{name:>5}: {one['reports']:,} reports, {one['contacts']:,} contacts, rebuilt in {one['rebuild_s']} s "
                f"({one['rebuild_cpu_us_a_report']} µs of processor a report, {one['rebuild_ratio']}x bare, "
                f"{one['rebuild_mb']} MB more), confirm {one['confirm_any_ms']} ms "
                f"(bare {one['bare_confirm_any_ms']}), in the busiest pair of {one['busiest_pair']:,} "
                f"{one['confirm_busiest_ms']} ms"
            )
    grown = found["growth"]
    lines.append(
        f"from the smallest to the largest: rebuild a report {grown['rebuild_cpu_us_a_report']}x, confirm "
        f"{grown['confirm_any_cpu_ms']}x of processor, {grown['confirm_any_ms']}x of time (wanted {MOST_GROWTH}x)"
    )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
