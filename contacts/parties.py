"""The Party table, filled from the engine's lexicon so that both speak of the same parties."""

from __future__ import annotations

from contacts.extraction.components.parties import all_parties


def store(using: str = "default", **_signal) -> None:
    """Make the Party table what the lexicon says: new ones added, names brought up to date, none deleted.

    Runs after every migrate. A party that left the lexicon stays, because contacts may name it.
    """
    from contacts.models import Party

    rows = [Party(code=party.code, name=party.name, kind=party.kind) for party in all_parties()]
    Party.objects.using(using).bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=["name", "kind"], batch_size=500
    )
