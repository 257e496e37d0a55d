"""The reading of a given file, as a job: asked for, claimed, settled once, failed, found again.

The UploadedFile row is the only memory of the job. Running one twice changes nothing, so a message may be delivered as
often as it likes. The bytes are read in a child process; what ends that process ends only its file.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles import settling
from articles.models import FileState, UploadedFile
from config import broker

TIME_LIMIT = timedelta(seconds=100)
MOST_ATTEMPTS = 2
# Nothing is sent again while the workers take up files; a file is given up when its time limit is long over.
LOST_AFTER = timedelta(seconds=60)
STUCK_AFTER = TIME_LIMIT + timedelta(seconds=40)
MOST_SENT_AGAIN = 500


def request(file_id: int) -> None:
    """Ask for the reading of a file from the beginning; starts once the surrounding transaction is committed."""
    now = timezone.now()
    UploadedFile.objects.filter(pk=file_id).update(
        state=FileState.WAITING, note="", attempts=0, sent_at=now, changed_at=now
    )
    transaction.on_commit(lambda: send(file_id))


def send(file_id: int, *, insist: bool = False) -> None:
    """Hand the job to the workers. A broker that is down loses nothing: the sweep sends again."""
    from articles.tasks import read_uploaded_file

    broker.hand_over(read_uploaded_file, file_id, insist=insist)


def run(file_id: int, message: str = "") -> None:
    """Read one file and settle what became of it. ``message`` is the id of the message that asked for it.

    Returns quietly when the file is gone, settled, given up, or being read for another message.
    """
    file = _claim(file_id, message)
    if file is None:
        return
    if settling.settle(file, retry=file.attempts < MOST_ATTEMPTS):
        send(file_id)


def _claim(file_id: int, message: str) -> UploadedFile | None:
    """Mark the file as being read, or None where there is nothing (more) to do.

    A file that is being read is left to its reader, unless this is the same message again: then its reader was lost.
    """
    with transaction.atomic():
        file = (
            UploadedFile.objects.select_for_update(of=("self",))
            .select_related("upload__by", "parent")
            .filter(Q(state=FileState.WAITING) | Q(state=FileState.READING, claimed_by=message), pk=file_id)
            .first()
        )
        if file is None:
            return None
        if file.attempts >= MOST_ATTEMPTS:
            settling.close(file, FileState.FAILED, settling.GIVEN_UP)
            return None
        file.state, file.started_at, file.attempts = FileState.READING, timezone.now(), file.attempts + 1
        file.changed_at, file.claimed_by = file.started_at, message
        file.save(update_fields=["state", "started_at", "attempts", "changed_at", "claimed_by"])
        return file


def fail(file_id: int, why: str) -> None:
    """Record in plain words that the reading ended without a result. The kept file stays as it is."""
    with transaction.atomic():
        moving = [FileState.WAITING, FileState.READING]
        for file in UploadedFile.objects.select_for_update().filter(pk=file_id, state__in=moving):
            settling.close(file, FileState.FAILED, why)


def sweep(now: datetime | None = None) -> int:
    """Send again what a lost message left waiting, or a lost worker left half read. Returns how many."""
    now = now or timezone.now()
    stuck = UploadedFile.objects.filter(state=FileState.READING, started_at__lt=now - STUCK_AFTER)
    lost = set(stuck.values_list("pk", flat=True)[:MOST_SENT_AGAIN])
    if not UploadedFile.objects.filter(started_at__gt=now - LOST_AFTER).exists():
        waiting = UploadedFile.objects.filter(state=FileState.WAITING, sent_at__lt=now - LOST_AFTER)
        lost |= set(waiting.values_list("pk", flat=True)[:MOST_SENT_AGAIN])
    return _send_again(lost, now)


def resume() -> int:
    """Send again all that is unfinished, without waiting. Only for a start at which no worker runs yet."""
    unfinished = UploadedFile.objects.filter(state__in=[FileState.WAITING, FileState.READING])
    return _send_again(set(unfinished.values_list("pk", flat=True)), timezone.now())


def _send_again(lost: set[int], now: datetime) -> int:
    for pk in sorted(lost):
        UploadedFile.objects.filter(pk=pk).update(state=FileState.WAITING, sent_at=now)
        send(pk, insist=True)
    return len(lost)
