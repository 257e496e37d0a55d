from django.apps import AppConfig
from django.db.models.signals import post_migrate

from config.access import make_groups


class ArticlesConfig(AppConfig):
    name = "articles"

    def ready(self) -> None:
        from articles import search

        post_migrate.connect(search.install, sender=self)
        post_migrate.connect(make_groups, sender=self)
