"""What becomes of a given file once it was read: an article, files of its own, a question about columns, or a reason.

Every end is written in one transaction with the article that it is about, so a second delivery finds it settled.
"""

from __future__ import annotations

import time
from datetime import date
from itertools import islice

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from articles import intake, originals, tables
from articles.languages import language_name
from articles.models import Basis, FileState, UploadedFile
from articles.readers import READER_VERSION, Code, Limits, ReadText, Unreadable, child, messages

LIMITS = Limits()
ENGLISH = "en"
SECONDS_A_TURN = 40.0
# The file was read, and there is no article in it; every other code says that it could not be read.
HOLDS_NONE = (Code.NO_ARTICLE, Code.NO_TEXT, Code.ROW_NO_TEXT)

GIVEN_UP = "Reading this file stopped the program twice, so it was given up. Paste its text by hand."
WRONG_LANGUAGE = "The text is in {}, and the program reads English only. Take it all the same, or leave it."
NO_DATE_YET = "It carries no publication date."
TOO_DEEP = "This file lies too deep inside other files. Unpack them, and give it by itself."


def settle(file: UploadedFile, *, retry: bool) -> bool:
    """Read a claimed file and write what became of it. True when there is more to do: send it again.

    ``retry``: a file that ends its reader may be tried once more.
    """
    try:
        source = file.parent if file.is_row else file
        with originals.on_disk(source.original) as path:
            result = child.read(path, source.name, LIMITS)
    except FileNotFoundError:
        close(file, FileState.FAILED, "The kept file is no longer in the storage. Give it again.")
        return False
    except Unreadable as error:
        return _refuse(file, error, retry)
    if result.kind == "table":
        return _settle_row(file, result.table) if file.is_row else _settle_table(file, result.table)
    with transaction.atomic():
        if not _still_mine(file):
            return False
        file.format = result.format[:16]
        if result.kind == "parts":
            _open(file, result.parts)
        else:
            _take_text(file, result.text, result.parts)
    return False


def _refuse(file: UploadedFile, error: Unreadable, retry: bool) -> bool:
    if retry and error.code == Code.CRASHED:
        _hand_back(file)
        return True
    with transaction.atomic():
        if _still_mine(file):
            close(file, FileState.NO_ARTICLE if error.code in HOLDS_NONE else FileState.FAILED, str(error))
    return False


def _still_mine(file: UploadedFile) -> bool:
    """Whether the file is still to be settled; locks its row until the transaction ends."""
    now = UploadedFile.objects.select_for_update().filter(pk=file.pk).values_list("state", flat=True)
    return list(now) == [FileState.READING]


def close(file: UploadedFile, state: FileState, note: str = "") -> None:
    """Write how a file ended."""
    file.state, file.note, file.changed_at = state, note[:500], timezone.now()
    file.save(update_fields=["state", "note", "format", "article", "like", "table", "changed_at"])


def _hand_back(file: UploadedFile) -> None:
    """Let the file wait again; its attempts are kept."""
    now = timezone.now()
    UploadedFile.objects.filter(pk=file.pk, state=FileState.READING).update(
        state=FileState.WAITING, sent_at=now, changed_at=now
    )


def _take_text(file: UploadedFile, read: ReadText, attachments) -> None:
    """Store the text of a file as an article, and offer what was attached to it."""
    if _is_foreign(file, read):
        close(file, FileState.LANGUAGE, WRONG_LANGUAGE.format(language_name(read.language)))
        return
    store_text(file, read)
    _add_parts(file, attachments, FileState.OFFERED)


def store_text(file: UploadedFile, read: ReadText, *, original: str | None = None) -> None:
    """Store a text for a file or a row and write the line that says so. The caller holds the transaction."""
    published, basis = _published(file, read)
    origin = intake.Origin(
        url=read.url.value if read.url else "",
        author=read.author.value if read.author else "",
        language=read.language,
        published_basis=basis,
        original=file.original if original is None else original,
        reader_version=str(READER_VERSION),
    )
    try:
        stored = intake.store(
            text=read.text,
            title=read.title.value if read.title else "",
            outlet=(read.outlet.value if read.outlet else "") or file.upload.outlet,
            published=published,
            user=file.upload.by,
            file_name=file.name,
            origin=origin,
        )
    except intake.Unreadable as error:
        close(file, FileState.NO_ARTICLE, str(error))
        return
    line_of(file, stored, warnings=read.warnings)


def line_of(file: UploadedFile, stored: intake.Stored, *, warnings: tuple[str, ...] = ()) -> None:
    """Write the line of a file whose text is stored, now or since earlier."""
    article = stored.article
    file.article = article
    if stored.already_here:
        note = f"Here since {article.added_at:%-d %B %Y}."
        if article.removed:
            note = "This article was removed. Bring it back in the list of removed articles, if it is wanted again."
        close(file, FileState.HERE, note)
        return
    notes = list(warnings) + ([] if article.published else [NO_DATE_YET])
    file.like_id = article.like_id
    close(file, FileState.LIKE if article.like_id else FileState.STORED, " ".join(notes))


def _published(file: UploadedFile, read: ReadText) -> tuple[date | None, str]:
    """The publication date and where it is from: the file's own, else the one that was typed for the whole batch."""
    if read.published and intake.is_sensible(read.published.value):
        return read.published.value, read.published.basis
    return file.upload.published, Basis.TYPED if file.upload.published else ""


def _open(file: UploadedFile, parts) -> None:
    if file.parent and file.parent.parent_id:
        close(file, FileState.FAILED, TOO_DEEP)
        return
    made = _add_parts(file, parts, FileState.WAITING)
    close(file, FileState.OPENED, f"It holds {made} file{'' if made == 1 else 's'}.")


def _add_parts(file: UploadedFile, parts, state: FileState) -> int:
    """Make a file of each part, and have those that wait read. Parts made earlier are left as they are."""
    from articles import file_jobs

    number = 0
    for number, part in enumerate(parts, 1):
        kept = originals.keep(ContentFile(part.data).chunks())
        row, made = UploadedFile.objects.get_or_create(
            parent=file,
            ordinal=number,
            defaults={
                "upload": file.upload,
                "name": intake.shown_name(part.name) or f"part {number}",
                "size": kept.size,
                "original": kept.name,
                "state": FileState.FAILED if part.refused else state,
                "note": messages.message(part.refused, part.detail) if part.refused else "",
            },
        )
        if made and row.state == FileState.WAITING:
            file_jobs.request(row.pk)
    return number


def _settle_table(file: UploadedFile, table) -> bool:
    """Ask which column is which; once that is answered, store row by row, in turns, each row once."""
    file.format = "table"
    if not (file.table or {}).get("mapping"):
        with transaction.atomic():
            if _still_mine(file):
                file.table = tables.question(table)
                close(file, FileState.ASKS, "Say which column is the text, then its rows are stored.")
        return False
    until = time.monotonic() + SECONDS_A_TURN
    done = set(file.parts.values_list("ordinal", flat=True))
    for number, row in enumerate(table.rows, 1):
        if number in done:
            continue
        _store_row(file, number, row)
        if time.monotonic() > until:
            UploadedFile.objects.filter(pk=file.pk).update(attempts=0)
            _hand_back(file)
            return True
    with transaction.atomic():
        if _still_mine(file):
            close(file, FileState.OPENED, tables.summary(file))
    return False


def _store_row(file: UploadedFile, number: int, row: dict) -> None:
    """Make the line of a row and store its article, once."""
    with transaction.atomic():
        line, made = UploadedFile.objects.get_or_create(
            parent=file,
            ordinal=number,
            defaults={"upload": file.upload, "name": f"row {number}", "state": FileState.READING, "format": "row"},
        )
        if made:
            line.upload, line.parent = file.upload, file
            _take_row(line, row)


def _settle_row(line: UploadedFile, table) -> bool:
    """Read one row of a table again."""
    row = next(islice(table.rows, line.ordinal - 1, None), None)
    with transaction.atomic():
        if _still_mine(line):
            _take_row(line, row or {})
    return False


def _take_row(line: UploadedFile, row: dict) -> None:
    try:
        read = tables.read_row(row, line.parent.table["mapping"], LIMITS)
    except Unreadable as error:
        close(line, FileState.NO_ARTICLE if error.code in HOLDS_NONE else FileState.FAILED, str(error))
        return
    if _is_foreign(line, read):
        close(line, FileState.LANGUAGE, WRONG_LANGUAGE.format(language_name(read.language)))
    else:
        store_text(line, read, original=line.parent.original)


def _is_foreign(file: UploadedFile, read: ReadText) -> bool:
    return bool(read.language) and read.language != ENGLISH and not file.any_language
