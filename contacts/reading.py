"""The reading of an article by the engine, as a job: asked for, run, failed, found again.

One Extraction row is one run of one engine version on one article under one publication date, and the only memory of
the job. Running a job twice changes nothing, so a message may be delivered as often as it likes.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.models import Article, ArticleState
from config import broker
from contacts import extraction as engine
from contacts import rereading, review_log
from contacts.fusion import readside
from contacts.models import Decision, Extraction, ExtractionState, Report, ReportState

TIME_LIMIT = timedelta(seconds=120)
MOST_ATTEMPTS = 3
# A message that was not taken up within this time is sent again; a run is given up when its time limit is long over.
LOST_AFTER = timedelta(seconds=60)
STUCK_AFTER = TIME_LIMIT + timedelta(seconds=60)


def request(article_id: int) -> None:
    """Ask for the reading of an article; starts once the surrounding transaction is committed.

    An article that was read under its present publication date, or is on its way, is left as it is. Under another date,
    or by a newer engine, it is read anew; a failed reading is tried again from the beginning.
    """
    with transaction.atomic():
        locked = Extraction.objects.select_for_update(of=("self",))
        run, new = locked.get_or_create(article_id=article_id, **_key(article_id))
        if not new and run.state != ExtractionState.FAILED and run == _newest(article_id):
            return
        # What nobody's date tells is looked for around the publication, which may be another one now.
        readside.project(Report.objects.filter(article_id=article_id))
        _give_up_older(run)
        run.state, run.error, run.attempts, run.sent_at = ExtractionState.WAITING, "", 0, timezone.now()
        run.save(update_fields=["state", "error", "attempts", "sent_at"])
        _show(article_id, ArticleState.WAITING)
        transaction.on_commit(lambda: _send(article_id))


def _key(article_id: int) -> dict[str, str]:
    """What tells the present run of an article from its other runs: the engine's version and the publication date."""
    dates = Article.everything.filter(pk=article_id).values_list("published", flat=True)
    published = next(iter(dates), None)
    return {"version": engine.ENGINE_VERSION, "published": published.isoformat() if published else ""}


def _newest(article_id: int) -> Extraction | None:
    return Extraction.objects.filter(article_id=article_id).order_by("-sent_at", "-pk").first()


def _give_up_older(run: Extraction) -> None:
    """Runs under an older date, or of an older engine, that never ended have no result to give any more."""
    moving = [ExtractionState.WAITING, ExtractionState.READING]
    older = Extraction.objects.filter(article_id=run.article_id, state__in=moving).exclude(pk=run.pk)
    older.update(state=ExtractionState.FAILED, error="Asked for anew under another date or a newer engine.")


def _send(article_id: int, *, insist: bool = False) -> None:
    """Hand the job to the workers. A broker that is down loses nothing: the sweep sends again."""
    from contacts.tasks import extract_article

    broker.hand_over(extract_article, article_id, insist=insist)


def _show(article_id: int, state: ArticleState, note: str = "") -> None:
    Article.everything.filter(pk=article_id).update(state=state, state_note=note[:500])


def run(article_id: int, message: str) -> None:
    """Read one article and store what was found. ``message`` is the id of the message that asked for it.

    Returns quietly when the article is gone, read, given up, or being read for another message.
    """
    claimed = _claim(article_id, message)
    if claimed is None:
        return
    article = claimed.article
    reading = engine.read(article.text, article.published)
    _store(claimed.pk, reading)


def _claim(article_id: int, message: str) -> Extraction | None:
    """Mark the run as being read, or None where there is nothing (more) to do.

    A run that is being read is left to its reader, unless this is the same message again: then its reader was lost.
    """
    with transaction.atomic():
        claimed = (
            Extraction.objects.select_for_update(of=("self",))
            .select_related("article")
            .filter(article_id=article_id, article__removed=False, **_key(article_id))
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
        if done.state != ExtractionState.READING:  # stored, given up, or asked for under another date meanwhile
            return
        rereading.store(done, [record.as_dict() for record in reading.records])
        done.marks = [[start, end, mark.value] for start, end, mark in reading.marks]
        done.state, done.finished_at, done.error = ExtractionState.DONE, timezone.now(), ""
        done.save(update_fields=["marks", "state", "finished_at", "error"])
        show_review_state(done.article_id)


def show_review_state(article_id: int) -> None:
    """Bring the article's state to what its reports say: reviewed once none is left undecided or doubted, and without
    any once a person said that there is nothing in it."""
    reports = Report.objects.present().filter(article_id=article_id)
    if not reports.exists():
        _show(article_id, ArticleState.REVIEWED if review_log.is_closed(article_id) else ArticleState.NOTHING)
    elif reports.filter(Q(state=ReportState.PROPOSED) | Q(doubt__isnull=False)).exists():
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
            **_key(article_id),
            state__in=[ExtractionState.WAITING, ExtractionState.READING],
        ):
            _fail(unfinished, why)


def sweep(now: datetime | None = None) -> int:
    """Send again what a lost message left waiting, or a lost worker left half read. Returns how many.

    Runs of an older engine version that never finished are asked for anew under the present one.
    """
    now = now or timezone.now()
    here = Extraction.objects.filter(article__removed=False)
    waiting = here.filter(state=ExtractionState.WAITING, sent_at__lt=now - LOST_AFTER)
    stuck = here.filter(state=ExtractionState.READING, started_at__lt=now - STUCK_AFTER)
    if here.filter(started_at__gt=now - LOST_AFTER).exists():
        waiting = waiting.none()  # the workers are busy: what waits is in their queue
    return _send_again(waiting | stuck, now)


def resume() -> int:
    """Send again all that is unfinished, without waiting. Only for a start at which no worker runs yet."""
    unfinished = [ExtractionState.WAITING, ExtractionState.READING]
    return _send_again(Extraction.objects.filter(state__in=unfinished, article__removed=False), timezone.now())


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
        _send(article_id, insist=True)
    return len(lost)


def what_hangs_on(article_ids: list[int]) -> dict[str, int]:
    """How many proposals and decisions of persons hang on these articles, for who wants to remove them."""
    return {
        "proposals": Report.objects.filter(article__in=article_ids, state=ReportState.PROPOSED).count(),
        "reviewed reports": Report.objects.present()
        .filter(article__in=article_ids)
        .exclude(state=ReportState.PROPOSED)
        .count(),
        "decisions": Decision.objects.filter(report__article__in=article_ids).count(),
    }


def visibility_changed(article_ids: list[int]) -> None:
    """Bring the contacts in step after articles were hidden or shown again; what had not been read is asked for."""
    readside.project(Report.objects.filter(article__in=article_ids))
    for pk in Article.objects.filter(pk__in=article_ids, state__in=[s for s in ArticleState if s.moves]).values_list(
        "pk", flat=True
    ):
        transaction.on_commit(lambda pk=pk: _send(pk))
