"""Giving files: a batch is announced, its files arrive one by one, and a file is tried again or its text pasted.

What had arrived stays, whatever happens to the connection: who announces the same files again is told what is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Count, F, Min
from django.utils import timezone

from articles import file_jobs, intake, originals, settling
from articles.models import Article, Basis, FileState, Upload, UploadedFile
from articles.readers import READER_VERSION

MOST_ANNOUNCED = 2000
ASKED_AT_ONCE = 400
PACE_OF = timedelta(minutes=2)


class CutShort(ValueError):
    """Fewer or more bytes arrived than were announced: the connection broke. Nothing was stored."""


@dataclass(frozen=True)
class Announced:
    """A file as its sender describes it; the three together tell it from others."""

    name: str
    size: int
    modified: int

    @classmethod
    def of(cls, name: str, size: int, modified: int) -> Announced:
        return cls(intake.shown_name(name) or "file", max(0, size), max(0, modified))


@dataclass(frozen=True)
class Begun:
    """``missing`` are the places, in the announcement, of the files that have not arrived yet."""

    upload: Upload
    missing: list[int]


@dataclass(frozen=True)
class Defaults:
    """What is true of all files of a batch that do not say otherwise themselves."""

    outlet: str = ""
    published: date | None = None


@transaction.atomic
def begin(user, announced: list[Announced], *, name: str = "", defaults: Defaults = Defaults(), into: int = 0) -> Begun:
    """Open a batch for these files, or go on with the one of this user in which some of them arrived.

    ``into`` names a batch of this user to which the files belong (a folder is announced in several parts).
    """
    arrived = _arrived(user, announced)
    missing = [place for place, file in enumerate(announced) if file not in arrived]
    upload = Upload.objects.filter(pk=into, by=user).first() or _to_go_on_with(arrived, bool(missing))
    new = len(missing)
    if upload is None:
        upload = Upload.objects.create(
            by=user,
            name=intake.clean_line(name)[:200],
            expected=new,
            outlet=intake.clean_line(defaults.outlet)[:200],
            published=defaults.published,
        )
    elif upload.pk == into:
        Upload.objects.filter(pk=into).update(expected=F("expected") + new)
    else:
        _expect(upload, new)
    return Begun(upload, missing)


def _arrived(user, announced: list[Announced]) -> dict[Announced, int]:
    """Which of these files this user gave before, with the batch of each."""
    names = list({file.name for file in announced})
    found: dict[Announced, int] = {}
    for at in range(0, len(names), ASKED_AT_ONCE):
        rows = UploadedFile.objects.filter(upload__by=user, parent=None, name__in=names[at : at + ASKED_AT_ONCE])
        for name, size, modified, upload in rows.order_by("pk").values_list("name", "size", "modified", "upload"):
            found[Announced(name, size, modified)] = upload
    wanted = set(announced)
    return {file: upload for file, upload in found.items() if file in wanted}


def _to_go_on_with(arrived: dict[Announced, int], more: bool) -> Upload | None:
    """The batch that most of the arrived files are in, if it is unfinished or if nothing more is to come."""
    for pk, _ in Counter(arrived.values()).most_common():
        upload = Upload.objects.get(pk=pk)
        if not more or upload.files.filter(parent=None).count() < upload.expected:
            return upload
    return None


def _expect(upload: Upload, more: int) -> None:
    """Let an interrupted batch expect what is announced now, and no longer what was never sent."""
    upload.expected = upload.files.filter(parent=None).count() + more
    upload.save(update_fields=["expected"])


def take(upload: Upload, announced: Announced, chunks: Iterable[bytes]) -> UploadedFile:
    """Stream a file into the storage and have it read. Arriving twice is arriving once.

    Raises originals.TooLarge and CutShort.
    """
    kept = originals.keep(chunks)
    if kept.size != announced.size:
        raise CutShort(f"{kept.size:,} of {announced.size:,} bytes arrived.")
    with transaction.atomic():
        file, made = UploadedFile.objects.get_or_create(
            upload=upload,
            parent=None,
            name=announced.name,
            size=announced.size,
            modified=announced.modified,
            defaults={"original": kept.name},
        )
        if made:
            file_jobs.request(file.pk)
    return file


def take_form(user, files: Iterable, defaults: Defaults) -> Upload:
    """Take the files of a form that was sent as a whole, by a browser without our script."""
    files = list(files)
    with transaction.atomic():
        upload = Upload.objects.create(
            by=user,
            expected=len(files),
            outlet=intake.clean_line(defaults.outlet)[:200],
            published=defaults.published,
        )
    for number, file in enumerate(files):
        announced = Announced.of(file.name, file.size, number)
        try:
            take(upload, announced, file.chunks())
        except originals.TooLarge as error:
            UploadedFile.objects.create(
                upload=upload, name=announced.name, size=file.size, state=FileState.FAILED, note=str(error)
            )
    return upload


def try_again(file: UploadedFile, *, any_language: bool = False) -> bool:
    """Have a file read once more. False where its state does not allow that."""
    with transaction.atomic():
        here = UploadedFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
        if not FileState(here.state).again or not (here.original or here.is_row):
            return False
        if any_language:
            UploadedFile.objects.filter(pk=file.pk).update(any_language=True)
        file_jobs.request(file.pk)
    return True


def map_columns(file: UploadedFile, mapping: dict[str, str]) -> bool:
    """Say which column of a table is which, and have its rows stored. False when that was said before."""
    with transaction.atomic():
        here = UploadedFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
        if here.state != FileState.ASKS:
            return False
        here.table = {**here.table, "mapping": mapping}
        here.save(update_fields=["table"])
        file_jobs.request(here.pk)
    return True


def paste(file: UploadedFile, user, *, text: str, title: str, outlet: str, published: date | None) -> intake.Stored:
    """Store the words that a person pasted for a file that could not be read. Raises intake.Unreadable."""
    with transaction.atomic():
        stored = intake.store(
            text=text,
            title=title,
            outlet=outlet,
            published=published,
            user=user,
            file_name=file.name,
            origin=intake.Origin(
                original=file.original,
                language=settling.ENGLISH,
                published_basis=Basis.TYPED if published else "",
            ),
        )
        settling.line_of(file, stored)
    return stored


def may_be_read_anew(article: Article) -> bool:
    """Whether a newer reader than the one that made its text could give another text of the article's own file."""
    made_by = int(article.reader_version) if article.reader_version.isdecimal() else 0
    return bool(made_by) and made_by < READER_VERSION and article.files.exclude(original="").exists()


def read_anew(article: Article, user) -> Upload | None:
    """Read an article's file with the present reader: another text is kept beside the old one, which stays as it is."""
    if not may_be_read_anew(article):
        return None
    with transaction.atomic():
        upload = Upload.objects.create(
            by=user,
            name=f"Read anew: {article.title}"[:200],
            expected=1,
            outlet=article.outlet.name if article.outlet else "",
            published=article.published,
        )
        given = article.files.exclude(original="").order_by("pk").first()
        file = UploadedFile.objects.create(upload=upload, name=given.name, size=given.size, original=given.original)
        file_jobs.request(file.pk)
    return upload


def seconds_left(upload: Upload, left: int, now: datetime | None = None) -> float | None:
    """How long ``left`` more files will take at the pace of the last minutes; None while there is no telling."""
    now = now or timezone.now()
    moving = [state for state in FileState if state.moves]
    lately = upload.files.filter(changed_at__gt=now - PACE_OF).exclude(state__in=moving).exclude(started_at=None)
    seen = lately.aggregate(read=Count("pk"), began=Min("started_at"))
    if not seen["read"] or not left:
        return None
    passed = now - max(seen["began"], now - PACE_OF)
    return passed.total_seconds() / seen["read"] * left
