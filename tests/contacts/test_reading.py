"""The reading of an article as a job: a real Redis, a real worker process, and what happens when things go wrong."""

import signal
from datetime import timedelta

import pytest
from django.utils import timezone
from kombu.exceptions import OperationalError

from articles import intake
from articles.models import Article, ArticleState
from contacts import extraction, reading, tasks
from contacts.models import Evidence, Extraction, ExtractionState, Report
from tests.running.processes import wait_for

TEXT = (
    "LISBON, May 4 (Gazette) -- The Spanish foreign minister, Ana Ruiz, arrived in Lisbon on Monday and met "
    "Portuguese Prime Minister Rui Costa.\n\nThe two ministers talked about trade."
)


def state(article: Article) -> str:
    article.refresh_from_db()
    return article.state


def is_read(article: Article) -> bool:
    return state(article) == ArticleState.READY


def stored(text: str = TEXT) -> Article:
    return intake.store(text=text, published=timezone.datetime(2020, 5, 6).date()).article


@pytest.mark.program
def test_a_stored_article_is_read_by_the_worker(redis_and_worker):
    article = stored()
    wait_for(lambda: is_read(article), "the article is read", seconds=60)
    run = Extraction.objects.get()
    assert (run.state, run.attempts, run.version) == (ExtractionState.DONE, 1, extraction.ENGINE_VERSION)
    assert run.started_at <= run.finished_at
    kinds = {report.record["type"] for report in Report.objects.all()}
    assert "meeting" in kinds
    for row in Evidence.objects.all():
        assert 0 <= row.start < row.end <= len(article.text)


@pytest.mark.program
def test_a_second_delivery_changes_nothing(redis_and_worker):
    article, marker = stored(), None
    wait_for(lambda: is_read(article), "the article is read", seconds=60)
    before = list(Report.objects.values()), Extraction.objects.values().get()
    tasks.extract_article.delay(article.pk)
    tasks.extract_article.delay(article.pk)
    marker = stored("Afterwards. " + TEXT)  # read after them, since there is one worker process
    wait_for(lambda: is_read(marker), "the later article is read", seconds=60)
    assert (
        list(Report.objects.filter(article=article).values()),
        Extraction.objects.filter(article=article).values().get(),
    ) == before


@pytest.mark.program
def test_an_article_whose_worker_was_killed_is_read_once_by_the_next(redis_and_worker):
    article = stored("\n\n".join(f"Part {n}. {TEXT}" for n in range(400)))
    wait_for(lambda: state(article) == ArticleState.READING, "reading has begun", seconds=60)
    redis_and_worker.end(signal.SIGKILL)
    assert state(article) == ArticleState.READING
    redis_and_worker.start()
    assert reading.sweep(timezone.now() + reading.STUCK_AFTER) == 1
    wait_for(lambda: is_read(article), "the article is read", seconds=90)
    run = Extraction.objects.get()
    assert run.attempts == 2
    assert sorted(r.ordinal for r in Report.objects.all()) == list(range(Report.objects.count()))


@pytest.mark.program
def test_a_lost_message_is_sent_again_by_the_sweep(redis_and_worker, monkeypatch):
    def down(*_args, **_options):
        raise OperationalError("no broker")

    with monkeypatch.context() as patched:
        patched.setattr(tasks.extract_article, "apply_async", down)
        article = stored()
    assert state(article) == ArticleState.WAITING
    assert reading.sweep(timezone.now()) == 0
    assert reading.sweep(timezone.now() + reading.LOST_AFTER + timedelta(seconds=1)) == 1
    wait_for(lambda: is_read(article), "the article is read", seconds=60)


@pytest.mark.program
def test_a_new_start_takes_up_at_once_what_the_last_run_left(redis_and_worker, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(tasks.extract_article, "apply_async", lambda **_options: None)
        articles = [stored(), stored("Another text. " + TEXT)]
    Extraction.objects.filter(article=articles[1]).update(state=ExtractionState.READING, started_at=timezone.now())
    assert reading.resume() == 2
    for article in articles:
        wait_for(lambda article=article: is_read(article), "the article is read", seconds=60)
    assert reading.resume() == 0


@pytest.fixture
def waiting(db, django_capture_on_commit_callbacks):
    """An article that waits, with its message lost."""
    return stored()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (RuntimeError("secret detail"), "error of its own (RuntimeError)"),
        (MemoryError(), "more memory"),
        (tasks.SoftTimeLimitExceeded(), "longer than"),
    ],
)
def test_a_failed_reading_says_why_keeps_the_article_and_can_be_tried_again(waiting, monkeypatch, error, says):
    def fail(*_args, **_options):
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(extraction, "read", fail)
        tasks.extract_article(waiting.pk)
    assert state(waiting) == ArticleState.FAILED
    assert says in waiting.state_note and "secret" not in waiting.state_note
    assert waiting.text == TEXT and not Report.objects.exists()
    tasks.extract_article(waiting.pk)
    assert state(waiting) == ArticleState.FAILED  # a late delivery does not start it by itself
    reading.request(waiting.pk)
    assert state(waiting) == ArticleState.WAITING
    tasks.extract_article(waiting.pk)
    assert state(waiting) == ArticleState.READY


def test_an_article_that_ends_the_worker_every_time_is_given_up(waiting):
    Extraction.objects.update(attempts=reading.MOST_ATTEMPTS, state=ExtractionState.READING, claimed_by="m")
    reading.run(waiting.pk, "m")
    assert state(waiting) == ArticleState.FAILED
    assert "3 times" in waiting.state_note


def test_a_run_of_an_older_engine_that_never_ended_is_asked_for_anew(waiting):
    Extraction.objects.update(version="ancient")
    reading.sweep(timezone.now() + reading.LOST_AFTER + timedelta(seconds=1))
    assert dict(Extraction.objects.values_list("version", "state")) == {
        "ancient": ExtractionState.FAILED,
        extraction.ENGINE_VERSION: ExtractionState.WAITING,
    }


def test_the_reading_of_an_article_that_is_gone_ends_quietly(db):
    tasks.extract_article(987654)
    assert not Extraction.objects.exists()


def test_what_is_being_read_is_left_to_its_reader_but_its_own_message_may_come_again(waiting, monkeypatch):
    read = []
    monkeypatch.setattr(extraction, "read", lambda *_args, **_named: read.append(1) or extraction.Reading())
    Extraction.objects.update(state=ExtractionState.READING, claimed_by="first", attempts=1)
    reading.run(waiting.pk, "another")
    assert not read
    reading.run(waiting.pk, "first")
    assert read and state(waiting) == ArticleState.NOTHING


def test_asking_again_changes_nothing_unless_the_reading_failed_or_the_engine_was_renewed(waiting):
    Extraction.objects.update(state=ExtractionState.READING, attempts=2)
    reading.request(waiting.pk)
    assert Extraction.objects.get().state == ExtractionState.READING
    Extraction.objects.update(state=ExtractionState.DONE)
    reading.request(waiting.pk)
    assert Extraction.objects.get().state == ExtractionState.DONE
    Extraction.objects.update(version="an older engine")
    reading.request(waiting.pk)  # untouched proposals give way to the newer engine's; decisions stay
    assert dict(Extraction.objects.values_list("version", "state")) == {
        "an older engine": ExtractionState.DONE,
        extraction.ENGINE_VERSION: ExtractionState.WAITING,
    }
