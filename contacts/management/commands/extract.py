from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from contacts.extraction import files as article_files


class Command(BaseCommand):
    help = "Read article files (.txt, or .json with a text) and write the contacts they tell of as the codebook's JSON."
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--published", metavar="YYYY-MM-DD", help="for articles that do not carry their own date")
        parser.add_argument("--out", type=Path, metavar="DIR", help="write one JSON file an article there")
        parser.add_argument("--explain", action="store_true", help="say where each value comes from")

    def handle(self, *, files: list[Path], published: str | None, out: Path | None, explain: bool, **_options) -> None:
        bad = 0
        for text, complaint in article_files.extract(files, _day(published), out, explain):
            bad += complaint
            (self.stderr if complaint else self.stdout).write(text)
        if bad == len(files):
            raise CommandError("None of the files could be read.")


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise CommandError(f"--published must be a date like 2016-06-30, not {text!r}.") from None
