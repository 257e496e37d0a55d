"""``manage.py import_articles PATH...``: what the upload page does, for folders of any size."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles import importing, intake, uploads
from articles.models import Upload


class Command(BaseCommand):
    help = (
        "Store every file under the paths and have them read by the workers, or here with --here. "
        "Run again with the same paths, it goes on where it stopped."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
        parser.add_argument("--outlet", default="", metavar="NAME", help="for files that name none")
        parser.add_argument("--published", type=_day, metavar="DATE", help="for files without a date, as 2016-06-30")
        parser.add_argument("--report", type=Path, metavar="FILE.csv", help="write a line a file there")
        parser.add_argument("--here", action="store_true", help="read in this process, without workers")
        parser.add_argument(
            "--wait", type=float, default=None, metavar="SECONDS", help="give up waiting after this time"
        )

    def handle(self, *, paths, outlet, published, report, here, wait, **_options) -> None:
        try:
            found = list(importing.find(paths))
        except FileNotFoundError as error:
            raise CommandError(f"There is no {error}.") from error
        if not found:
            raise CommandError("There is no file under these paths.")
        name = ", ".join(path.resolve().name for path in paths)[:200]
        upload, missing = importing.begin(found, None, name, uploads.Defaults(outlet, published))
        if len(missing) < len(found):
            self.stdout.write(f"{len(found) - len(missing):,} of {len(found):,} files had arrived before.")
        bar = Bar(self.stderr, "stored")
        for number, one in enumerate(missing, 1):
            importing.send(upload, one)
            bar.show(number, len(missing))
        bar.end()
        self._follow(upload, here, wait)
        self._say(upload, report)

    def _follow(self, upload: Upload, here: bool, wait: float | None) -> None:
        """Wait until all is read; tables whose columns are plain are stored without asking."""
        bar, until = Bar(self.stderr, "read"), time.monotonic() + wait if wait is not None else None
        while True:
            if here:
                for _ in importing.read_here(upload):
                    bar.show(upload.files.count() - importing.left(upload), upload.files.count())
            left, total = importing.left(upload), upload.files.count()
            bar.show(total - left, total)
            if not left and not importing.map_by_guess(upload):
                break
            if until is not None and time.monotonic() > until:
                bar.end()
                raise CommandError(
                    f"{left:,} files are not read yet. They stay stored; run this again to go on waiting."
                )
            if left and not here:
                time.sleep(0.5)
        bar.end()

    def _say(self, upload: Upload, report: Path | None) -> None:
        for label, number in importing.counts(upload).items():
            self.stdout.write(f"{number:8,}  {label}")
        self.stdout.write(f"The lines are on the page /articles/batches/{upload.pk}/.")
        if report:
            try:
                importing.write_report(upload, report)
            except OSError as error:
                raise CommandError(f"{report} cannot be written ({error.strerror}). Run this again.") from error
            self.stdout.write(f"Report: {report}")


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or not intake.is_sensible(day):
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"{text} is no date of publication. Write it as 2016-06-30.")
    return day


class Bar:
    """A progress bar on a terminal; elsewhere a line for every tenth."""

    WIDTH = 40

    def __init__(self, stream, verb: str) -> None:
        self._stream, self._verb, self._tenth, self._shown = stream, verb, -1, False
        self._live = stream.isatty()

    def show(self, done: int, total: int) -> None:
        share = done / total if total else 1.0
        if self._live:
            full = int(share * self.WIDTH)
            self._stream.write(
                f"\r[{'#' * full}{'.' * (self.WIDTH - full)}] {done:,} of {total:,} {self._verb} ", ending=""
            )
            self._stream.flush()
            self._shown = True
        elif int(share * 10) != self._tenth:
            self._tenth = int(share * 10)
            self._stream.write(f"{done:,} of {total:,} {self._verb}")

    def end(self) -> None:
        if self._shown:
            self._stream.write("")
