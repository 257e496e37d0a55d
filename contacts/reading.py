"""The reading of an article by the engine, as a job: asked for, run, failed, found again.

One Extraction row is one run of one engine version on one article, and the only memory of the job. Running a job twice
changes nothing, so a message may be delivered as often as it likes.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.models import Article, ArticleState
from contacts import extraction as engine
from contacts import fusion, records
from contacts.models import Evidence, Extraction, ExtractionState, Report, ReportState

log = logging.getLogger(__name__)

TIME_LIMIT = timedelta(seconds=120)
MOST_ATTEMPTS = 3
# A message that was not taken up within this time is sent again; a run is given up when its time limit is long over.
LOST_AFTER = timedelta(seconds=60)
STUCK_AFTER = TIME_LIMIT + timedelta(seconds=60)


def request(article_id: int) -> None:
    """Ask for the reading of an article; starts once the surrounding transaction is committed.

    An article that was read, or is on its way, is left as it is; a failed reading is tried again from the beginning.
    """
    with transaction.atomic():
        if Extraction.objects.filter(article_id=article_id, state=ExtractionState.DONE).exists():
            return
        run, new = Extraction.objects.select_for_update().get_or_create(
            article_id=article_id, version=engine.ENGINE_VERSION
        )
        if not new and run.state != ExtractionState.FAILED:
            return
        run.state, run.error, run.attempts, run.sent_at = ExtractionState.WAITING, "", 0, timezone.now()
        run.save(update_fields=["state", "error", "attempts", "sent_at"])
        _show(article_id, ArticleState.WAITING)
        transaction.on_commit(lambda: _send(article_id))


def _send(article_id: int) -> None:
    """Hand the job to the workers. A broker that is down loses nothing: the sweep sends again."""
    from kombu.exceptions import OperationalError

    from contacts.tasks import extract_article

    try:
        extract_article.apply_async(args=[article_id], retry=False)
    except (OperationalError, OSError):
        log.warning("no broker for article %s; the sweep will send it again", article_id)


def _show(article_id: int, state: ArticleState, note: str = "") -> None:
    Article.objects.filter(pk=article_id).update(state=state, state_note=note[:500])


def run(article_id: int, message: str) -> None:
    """Read one article and store what was found. ``message`` is the id of the message that asked for it.

    Returns quietly when the article is gone, read, given up, or being read for another message.
    """
    claimed = _claim(article_id, message)
    if claimed is None:
        return
    article = claimed.article
    reading = engine.read(article.text, article.published, title=article.title)
    _store(claimed.pk, reading)


def _claim(article_id: int, message: str) -> Extraction | None:
    """Mark the run as being read, or None where there is nothing (more) to do.

    A run that is being read is left to its reader, unless this is the same message again: then its reader was lost.
    """
    with transaction.atomic():
        claimed = (
            Extraction.objects.select_for_update(of=("self",))
            .select_related("article")
            .filter(article_id=article_id, version=engine.ENGINE_VERSION)
            .filter(Q(state=ExtractionState.WAITING) | Q(state=ExtractionState.READING, claimed_by=message))
            .first()
        )
        if claimed is None:
            return None
        if claimed.attempts >= MOST_ATTEMPTS:
            _fail(claimed, f"Reading stopped {MOST_ATTEMPTS} times without an answer.")
            return None
        claimed.state, claimed.started_at, claimed.claimed_by = ExtractionState.READING, timezone.now(), message
        claimed.attempts += 1
        claimed.save(update_fields=["state", "started_at", "claimed_by", "attempts"])
        _show(article_id, ArticleState.READING)
        return claimed


def _store(extraction_id: int, reading: engine.Reading) -> None:
    """Write all that was read and the state together, once."""
    with transaction.atomic():
        done = Extraction.objects.select_for_update(of=("self",)).get(pk=extraction_id)
        if done.state == ExtractionState.DONE:
            return
        reports = [
            Report(article_id=done.article_id, extraction=done, ordinal=number, machine=record, record=record)
            for number, record in enumerate(record.as_dict() for record in reading.records)
        ]
        reports = Report.objects.bulk_create(reports)
        Evidence.objects.bulk_create(row for report in reports for row in records.evidence_rows(report))
        done.marks = [[start, end, mark.value] for start, end, mark in reading.marks]
        done.state, done.finished_at, done.error = ExtractionState.DONE, timezone.now(), ""
        done.save(update_fields=["marks", "state", "finished_at", "error"])
        fusion.project(reports)
        show_review_state(done.article_id)


def show_review_state(article_id: int) -> None:
    """Bring the article's state to what its reports say: reviewed once no proposal is left undecided."""
    states = set(Report.objects.filter(article_id=article_id).values_list("state", flat=True))
    if not states:
        _show(article_id, ArticleState.NOTHING)
    elif ReportState.PROPOSED in states:
        _show(article_id, ArticleState.READY)
    else:
        _show(article_id, ArticleState.REVIEWED)


def _fail(failed: Extraction, why: str) -> None:
    failed.state, failed.finished_at, failed.error = ExtractionState.FAILED, timezone.now(), why[:500]
    failed.save(update_fields=["state", "finished_at", "error"])
    _show(failed.article_id, ArticleState.FAILED, why)


def fail(article_id: int, why: str) -> None:
    """Record in plain words that the reading ended without a result. The article stays as it is."""
    with transaction.atomic():
        for unfinished in Extraction.objects.select_for_update().filter(
            article_id=article_id,
            version=engine.ENGINE_VERSION,
            state__in=[ExtractionState.WAITING, ExtractionState.READING],
        ):
            _fail(unfinished, why)


def sweep(now: datetime | None = None) -> int:
    """Send again what a lost message left waiting, or a lost worker left half read. Returns how many.

    Runs of an older engine version that never finished are asked for anew under the present one.
    """
    now = now or timezone.now()
    waiting = Extraction.objects.filter(state=ExtractionState.WAITING, sent_at__lt=now - LOST_AFTER)
    stuck = Extraction.objects.filter(state=ExtractionState.READING, started_at__lt=now - STUCK_AFTER)
    return _send_again(waiting | stuck, now)


def resume() -> int:
    """Send again all that is unfinished, without waiting. Only for a start at which no worker runs yet."""
    unfinished = [ExtractionState.WAITING, ExtractionState.READING]
    return _send_again(Extraction.objects.filter(state__in=unfinished), timezone.now())


def _send_again(runs: QuerySet[Extraction], now: datetime) -> int:
    lost = list(runs.values_list("pk", "article_id", "version"))
    for pk, article_id, version in lost:
        if version != engine.ENGINE_VERSION:
            Extraction.objects.filter(pk=pk).update(
                state=ExtractionState.FAILED, error="The engine was renewed meanwhile."
            )
            request(article_id)
            continue
        Extraction.objects.filter(pk=pk).update(state=ExtractionState.WAITING, sent_at=now)
        _send(article_id)
    return len(lost)
