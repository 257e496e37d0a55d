from django.core.management.base import BaseCommand

from contacts.fusion import rebuilding


class Command(BaseCommand):
    help = "Make the contacts, their participations and pairs anew from the reports. The reports are not touched."

    def handle(self, **_options) -> None:
        self.stdout.write(f"{rebuilding.rebuild():,} contacts made from the reports.")
