import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from contacts.fusion import files


class Command(BaseCommand):
    help = "Say which contacts of a folder's codebook files (.json) are one: a JSON list of lists of id#index."
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--out", type=Path, metavar="FILE", help="write there, instead of printing")

    def handle(self, *, folder: Path, out: Path | None, **_options) -> None:
        try:
            clusters, complaints = files.fuse(folder)
        except files.BadFile as bad:
            raise CommandError(str(bad)) from None
        for line in complaints:
            self.stderr.write(line)
        text = json.dumps(clusters, ensure_ascii=False, indent=1)
        if out is None:
            self.stdout.write(text)
            return
        try:
            out.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{out}: cannot be written ({error.strerror}).") from None
