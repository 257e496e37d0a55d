from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ContactsConfig(AppConfig):
    name = "contacts"

    def ready(self) -> None:
        from articles import hooks
        from contacts import parties, reading, second
        from contacts.fusion import rebuilding
        from contacts.search import index

        hooks.register(reading.request)
        hooks.register_untold(second.articles_hidden_from)
        hooks.register_removal(reading.what_hangs_on, reading.visibility_changed)
        post_migrate.connect(parties.store, sender=self)
        post_migrate.connect(rebuilding.rebuild_if_older, sender=self)
        post_migrate.connect(index.fill, sender=self)
