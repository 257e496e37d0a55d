"""What the workers do for articles. Each task takes an id and calls one function; running one twice changes nothing."""

from __future__ import annotations

import logging

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError

from articles import file_jobs

log = logging.getLogger(__name__)
SOFT_LIMIT = int(file_jobs.TIME_LIMIT.total_seconds())
FIRST = 0  # files before readings: who dropped a folder waits for its lines


@shared_task(
    bind=True,
    acks_late=True,
    reject_on_worker_lost=True,
    soft_time_limit=SOFT_LIMIT,
    time_limit=SOFT_LIMIT + 20,
    max_retries=5,
    priority=FIRST,
)
def read_uploaded_file(self, file_id: int) -> None:
    """Read one file. Only a passing trouble of the database is tried again, with growing pauses."""
    try:
        file_jobs.run(file_id, self.request.id or "")
    except (OperationalError, InterfaceError) as error:
        if self.request.retries >= self.max_retries:
            file_jobs.fail(file_id, "The database did not answer. Try again in a few minutes.")
            raise
        raise self.retry(exc=error, countdown=2**self.request.retries) from error
    except SoftTimeLimitExceeded:
        file_jobs.fail(file_id, f"Reading took longer than {SOFT_LIMIT} seconds and was stopped. Split the file.")
    except MemoryError:
        file_jobs.fail(file_id, "Reading needed more memory than there is. Split the file.")
    except Exception as error:
        log.exception("file %s could not be read", file_id)
        why = f"The program stopped with an error of its own ({type(error).__name__}). The file is kept; try again."
        file_jobs.fail(file_id, why)


@shared_task(ignore_result=True)
def sweep() -> None:
    file_jobs.sweep()
