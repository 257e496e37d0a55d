"""What a search finds by name; made from the read side by ``contacts.search.index``."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from contacts.models.world import Person


class KnownName(models.Model):
    """A spelling of a person's name, or the name of a place. ``contacts`` counts those that the person or place is in,
    up to a limit; it only orders names."""

    PERSON, PLACE = "person", "place"

    kind = models.CharField(max_length=6, choices=[(PERSON, PERSON), (PLACE, PLACE)])
    name = models.CharField(max_length=300)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="known_names")
    party = models.CharField(max_length=32, blank=True, help_text="code of the person's party, or the place's country")
    contacts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "party"], condition=Q(person=None), name="one_known_name_a_place"),
            models.UniqueConstraint(fields=["person", "name"], name="one_known_name_a_spelling"),
        ]

    def __str__(self) -> str:
        return self.name


class NameGram(models.Model):
    """Three letters in a row of a known name (``contacts.search.names.grams``)."""

    gram = models.CharField(max_length=3)
    known = models.ForeignKey(KnownName, on_delete=models.CASCADE, related_name="grams")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gram", "known"], name="one_gram_a_name")]

    def __str__(self) -> str:
        return self.gram
