"""The sample articles: stored like any other, read by the real worker, and a part of them reviewed.

A sample file is an article as JSON with our own coding of it (``contacts``, by the codebook). Where ``reviewed`` is
true, each proposal is decided as that coding says: accepted where it is right, corrected where it is a contact with
another value, rejected where it is none.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.contrib.auth import get_user_model

from articles import intake
from articles.models import Article, ArticleState
from contacts import review
from contacts.models import Report, ReportState

FOLDER = Path(__file__).parent / "samples"
REVIEWER = "sample-analyst"
COMPARED = ("type", "status", "countries", "date", "place", "participants")


def files() -> list[dict]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))]


def store() -> list[tuple[Article, dict]]:
    """Store every sample. Where one is here already, nothing changes."""
    stored = []
    for sample in files():
        published = date.fromisoformat(sample["published"])
        given = {key: sample[key] for key in ("title", "outlet", "text")}
        stored.append((intake.store(published=published, **given).article, sample))
    return stored


def wait_until_read(articles: list[Article], seconds: float, tell: Callable[[int], None]) -> bool:
    """Wait for the workers. ``tell`` gets the number of articles that are read. False when the time is over."""
    until = time.monotonic() + seconds
    ids = [article.pk for article in articles]
    while True:
        moving = Article.objects.filter(pk__in=ids, state__in=[s for s in ArticleState if s.moves]).count()
        tell(len(ids) - moving)
        if not moving:
            return True
        if time.monotonic() > until:
            return False
        time.sleep(0.3)


def review_as_coded(article: Article, coded: list[dict]) -> None:
    """Decide the open proposals of an article as our own coding of it says."""
    reviewer, _ = get_user_model().objects.get_or_create(username=REVIEWER, defaults={"is_active": False})
    left = list(coded)
    for report in Report.objects.filter(article=article, state=ReportState.PROPOSED).order_by("ordinal"):
        right = max(left, key=lambda contact: _likeness(contact, report.record), default=None)
        if right is None or not _likeness(right, report.record):
            review.reject(report.pk, reviewer, report.version)
            continue
        left.remove(right)
        if all(report.record.get(key) == right[key] for key in COMPARED):
            review.accept(report.pk, reviewer, report.version)
        else:
            review.correct(report.pk, reviewer, report.version, _corrected(report.record, right))


def _likeness(contact: dict, record: dict) -> int:
    """How far a coded contact and a proposal say the same; 0 where they cannot be one contact."""
    if contact["type"] != record["type"] or len(set(contact["countries"]) & set(record["countries"])) < 2:
        return 0
    names = [{p["name"] for p in one["participants"] if p["name"]} for one in (contact, record)]
    same_date = contact["date"] == record["date"]
    return 1 + 2 * same_date + 2 * len(names[0] & names[1]) + (contact["status"] == record["status"])


def _corrected(record: dict, right: dict) -> dict:
    """Our coding as a record: the words of values that stay the same are kept."""
    spans = record.get("spans", {})
    kept = {field: span for field, span in spans.items() if record.get(field) == right.get(field)}
    return {
        **{key: right[key] for key in COMPARED},
        "evidence": right["evidence"],
        "basis": record.get("basis", "") if record["date"] == right["date"] else "",
        "confidence": record.get("confidence"),
        "spans": kept,
    }
