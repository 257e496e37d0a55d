from django.core.management.base import BaseCommand

from articles import search
from contacts.search import index


class Command(BaseCommand):
    help = "Make the index of the search anew: titles and texts of articles, names of people and places."

    def handle(self, **_options) -> None:
        self.stdout.write(f"{search.rebuild():,} articles and {index.rebuild():,} names can be searched.")
