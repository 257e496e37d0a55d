from django.core.management.base import BaseCommand

from contacts.fusion import readside


class Command(BaseCommand):
    help = "Make the contacts, their participations and pairs anew from the reports. The reports are not touched."

    def handle(self, **_options) -> None:
        self.stdout.write(f"{readside.rebuild():,} contacts made from the reports.")
