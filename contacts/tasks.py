"""What the workers do. Each task takes an id and calls one function; running one twice changes nothing."""

from __future__ import annotations

import logging

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from celery.signals import worker_process_init
from django.db import InterfaceError, OperationalError

from contacts import extraction, reading

log = logging.getLogger(__name__)
SOFT_LIMIT = int(reading.TIME_LIMIT.total_seconds())


@worker_process_init.connect
def load_model(**_signal) -> None:
    """Load the language model once, when a worker process starts, and not with its first article."""
    extraction.load()


@shared_task(
    bind=True,
    acks_late=True,
    reject_on_worker_lost=True,
    soft_time_limit=SOFT_LIMIT,
    time_limit=SOFT_LIMIT + 20,
    max_retries=5,
)
def extract_article(self, article_id: int) -> None:
    """Read one article. Only a passing trouble of the database is tried again, with growing pauses."""
    try:
        reading.run(article_id, self.request.id or "")
    except (OperationalError, InterfaceError) as error:
        if self.request.retries >= self.max_retries:
            reading.fail(article_id, "The database did not answer. Try again in a few minutes.")
            raise
        raise self.retry(exc=error, countdown=2**self.request.retries) from error
    except SoftTimeLimitExceeded:
        reading.fail(article_id, f"Reading took longer than {SOFT_LIMIT} seconds and was stopped.")
    except MemoryError:
        reading.fail(article_id, "Reading needed more memory than there is.")
    except Exception as error:
        log.exception("article %s could not be read", article_id)
        reading.fail(article_id, f"The engine stopped with an error of its own ({type(error).__name__}).")


@shared_task(ignore_result=True)
def sweep() -> None:
    reading.sweep()
