"""What the review page of a very long article costs: ``python benchmarks/review.py [--json]``.

An article of 20,000 words with 200 proposals and 5,000 marks, in a database of its own, asked for through Django's test
client. The bare baseline, measured in the same run, is the SQL of the page alone: the article, its reports and their
evidence as rows. Wanted: 300 ms of server time for the page, 100 ms and 15 kB for the answer to a decision. On a shared
machine the processor's time, given beside, says what the server does; the rest is waiting for others.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

WORDS, PROPOSALS, MARKS = 20_000, 200, 5_000
TIMES = 15
PAGE_MS, DECISION_MS, DECISION_KB = 300, 100, 15


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--json", action="store_true")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "bench"}
        os.environ.pop("DATABASE_URL", None)
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        found = measure(fill())
    print(json.dumps(found) if given.json else told(found))


def fill() -> int:
    """The long article with its proposals; returns its id."""
    from articles.intake import text_hash
    from articles.models import Article
    from contacts import reading, records
    from contacts.extraction import ENGINE_VERSION
    from contacts.fusion import readside
    from contacts.models import Evidence, Extraction, ExtractionState, Report

    chosen = random.Random(1)
    text = "\n\n".join(" ".join(f"word{chosen.randrange(9_000)}" for _ in range(80)) + "." for _ in range(WORDS // 80))
    article = Article.objects.create(title="Very long", text=text, text_hash=text_hash(text), state="ready")
    step = len(text) // MARKS
    marks = [[n * step, n * step + 6, chosen.choice(["person", "party", "date", "trigger"])] for n in range(MARKS)]
    run = Extraction.objects.create(
        article=article, version=ENGINE_VERSION, published="", state=ExtractionState.DONE, marks=marks
    )
    rows = []
    for number in range(PROPOSALS):
        at = number * (len(text) // PROPOSALS)
        day = f"2020-{1 + number % 12:02}-{1 + number % 28:02}"
        record = {
            "type": "meeting", "status": "occurred", "countries": ["ESP", "PRT"],
            "date": {"start": day, "end": day, "precision": "day"}, "place": {"text": "Lisbon", "country": "PRT"},
            "participants": [
                {"name": f"Ana Ruiz {number}", "country": "ESP", "title": "minister", "role": "participant"},
                {"name": "Rui Costa", "country": "PRT", "title": "foreign minister", "role": "host"},
            ],
            "evidence": [[at, at + 160]], "confidence": 0.8, "basis": "on Monday",
            "spans": {"date": [at + 5, at + 9], "participants.0.name": [at + 20, at + 28]},
        }  # fmt: skip
        rows.append(Report(article=article, extraction=run, ordinal=number, machine=record, record=record))
    rows = Report.objects.bulk_create(rows)
    Evidence.objects.bulk_create(row for report in rows for row in records.evidence_rows(report))
    readside.project(rows)
    reading.show_review_state(article.pk)
    return article.pk


def measure(article_id: int) -> dict:
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client

    from articles.models import Article
    from contacts.models import Evidence, Extraction, Report

    client = Client(headers={"host": "localhost"})
    client.force_login(get_user_model().objects.create_superuser("bench", password="bench bench"))
    address, fragment = f"/review/{article_id}/", {"HX-Request": "true"}

    def bare() -> int:
        article = Article.objects.get(pk=article_id)
        reports = list(Report.objects.filter(article=article).values())
        evidence = list(Evidence.objects.filter(report__article=article).values_list())
        return len(reports) + len(evidence) + len(list(Extraction.objects.filter(article=article).values()))

    def decide() -> int:
        report = Report.objects.filter(article=article_id, state="proposed").order_by("ordinal").first()
        return len(client.post(f"/reports/{report.pk}/accept/", {"version": report.version}, headers=fragment).content)

    page = client.get(address)
    assert page.status_code == 200, page.status_code
    asked = []
    with connection.execute_wrapper(lambda execute, *rest: (asked.append(1), execute(*rest))[1]):
        client.get(address)
    page_ms, page_cpu_ms = timed(lambda: client.get(address))
    decision_ms, decision_cpu_ms = timed(decide)
    return {
        "page_ms": page_ms,
        "page_cpu_ms": page_cpu_ms,
        "bare_sql_ms": timed(bare)[0],
        "page_kb": round(len(page.content) / 1000, 1),
        "queries": len(asked),
        "decision_ms": decision_ms,
        "decision_cpu_ms": decision_cpu_ms,
        "decision_kb": round(decide() / 1000, 1),
    }


def timed(do) -> tuple[float, float]:
    """Milliseconds, and those of the processor among them; medians of several times."""
    taken, worked = [], []
    for _ in range(TIMES):
        start, began = time.perf_counter(), time.process_time()
        do()
        taken.append(1000 * (time.perf_counter() - start))
        worked.append(1000 * (time.process_time() - began))
    return round(statistics.median(taken), 1), round(statistics.median(worked), 1)


def told(found: dict) -> str:
    return (
        f"{WORDS} words, {PROPOSALS} proposals: page {found['page_ms']} ms, "
        f"{found['page_cpu_ms']} of them the processor's (wanted {PAGE_MS}), "
        f"{found['page_kb']} kB, {found['queries']} queries; its bare SQL {found['bare_sql_ms']} ms\n"
        f"answer to a decision {found['decision_ms']} ms, "
        f"{found['decision_cpu_ms']} of them the processor's (wanted {DECISION_MS}), "
        f"{found['decision_kb']} kB (wanted {DECISION_KB})"
    )


if __name__ == "__main__":
    main()
