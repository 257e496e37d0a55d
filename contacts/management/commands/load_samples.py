from django.core.management.base import BaseCommand

from articles.models import Article
from contacts import sample_articles


class Command(BaseCommand):
    help = "Store the sample articles, wait until the worker has read them, and review a part of them."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing where articles are stored already")
        parser.add_argument(
            "--wait", type=float, default=120, metavar="SECONDS", help="how long to wait for the worker"
        )

    def handle(self, *, if_empty: bool, wait: float, **_options) -> None:
        if if_empty and Article.objects.exists():
            return
        stored = sample_articles.store()
        self.stdout.write(f"{len(stored)} sample articles stored; the worker reads them.")
        if not sample_articles.wait_until_read([article for article, _ in stored], wait, lambda _done: None):
            self.stderr.write("The worker has not read all of them yet. They stay stored; their review is left to you.")
            return
        for article, sample in stored:
            if sample["reviewed"]:
                sample_articles.review_as_coded(article, sample["contacts"])
        self.stdout.write("Read, and a part of them reviewed.")
