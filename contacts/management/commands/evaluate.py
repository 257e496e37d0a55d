from pathlib import Path

from django.core.management.base import BaseCommand

from contacts.extraction import evaluate


class Command(BaseCommand):
    help = "Score the engine on our own articles, and on the dev articles where they are there."
    requires_system_checks = []

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--shared", type=Path, default=evaluate.ROOT.parent / "shared", help="where eval/dev is found"
        )

    def handle(self, *, shared: Path, **_options) -> None:
        for line in evaluate.evaluate(shared):
            self.stdout.write(line)
