"""Folders of any size from the command line: the same batch and the same reading as through the browser.

Restartable: the same paths go on with the batch in which some of their files arrived.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from articles import file_jobs, originals, uploads
from articles.models import FileState, Upload, UploadedFile

MOVING = [state for state in FileState if state.moves]


@dataclass(frozen=True)
class Found:
    path: Path
    announced: uploads.Announced


def find(paths: Iterable[Path]) -> Iterator[Found]:
    """Every file under the paths, hidden ones left out. Raises FileNotFoundError for a path that is not there."""
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(path)
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            shown = file.relative_to(path.parent)
            if file.is_file() and not any(part.startswith(".") for part in shown.parts):
                state = file.stat()
                yield Found(file, uploads.Announced.of(str(shown), state.st_size, state.st_mtime_ns // 1_000_000))


def begin(found: list[Found], user, name: str, defaults: uploads.Defaults) -> tuple[Upload, list[Found]]:
    """The batch, and those of the files that have not arrived in it yet."""
    upload, missing = None, []
    for at in range(0, len(found), uploads.MOST_ANNOUNCED):
        part = found[at : at + uploads.MOST_ANNOUNCED]
        announced = [one.announced for one in part]
        begun = uploads.begin(user, announced, name=name, defaults=defaults, into=upload.pk if upload else 0)
        upload = begun.upload
        missing += [part[place] for place in begun.missing]
    return upload, missing


def send(upload: Upload, one: Found) -> None:
    """Store one file and have it read; one that cannot be taken becomes a line that says why."""
    try:
        with one.path.open("rb") as stream:
            uploads.take(upload, one.announced, originals.chunks_of(stream))
    except (OSError, originals.TooLarge, uploads.CutShort) as error:
        why = str(error) if not isinstance(error, OSError) else f"The file could not be opened ({error.strerror})."
        values = {"state": FileState.FAILED, "note": why}
        key = {"name": one.announced.name, "size": one.announced.size, "modified": one.announced.modified}
        UploadedFile.objects.get_or_create(upload=upload, parent=None, **key, defaults=values)


def map_by_guess(upload: Upload) -> int:
    """Answer for tables that ask which column is which, where the text's column is plain. Gives how many."""
    answered = 0
    for file in upload.files.filter(state=FileState.ASKS):
        if "text" in file.table["guessed"]:
            answered += uploads.map_columns(file, file.table["guessed"])
    return answered


def read_here(upload: Upload) -> Iterator[UploadedFile]:
    """Read what waits, in this process: for machines on which no worker runs."""
    while file := upload.files.filter(state=FileState.WAITING).order_by("pk").first():
        file_jobs.run(file.pk)
        yield file


def counts(upload: Upload) -> dict[str, int]:
    """How many lines stand in each state, by its label; those that have no lines are left out."""
    states = list(upload.files.values_list("state", flat=True))
    return {state.label: states.count(state.value) for state in FileState if state.value in states}


def left(upload: Upload) -> int:
    return upload.files.filter(state__in=MOVING).count()


def write_report(upload: Upload, path: Path) -> None:
    """One row a line of the batch. A name that a spreadsheet would take for a formula is written as words."""
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["file", "state", "why", "article", "title", "outlet", "published", "found in", "looks like"])
        rows = upload.files.select_related("article__outlet", "parent").defer("article__text", "table", "parent__table")
        for line in rows.order_by("pk").iterator(chunk_size=1000):
            table.writerow([_harmless(cell) for cell in _row(line)])


def _row(line: UploadedFile) -> list:
    article = line.article
    name = f"{line.parent.name} / {line.name}" if line.parent else line.name
    known = [""] * 5
    if article:
        known = [article.pk, article.title, article.outlet or "", article.published or "", article.published_basis]
    return [name, FileState(line.state).label, line.note, *known, line.like_id or ""]


def _harmless(cell) -> str:
    words = str(cell)
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
