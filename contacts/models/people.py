"""Names of people and what was said of them. ``Name`` and ``NameTie`` belong to the read side; what a
person said is kept and binds every later making of it.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from contacts.models.append_only import Said
from contacts.models.parties import Party
from contacts.models.world import Person


class Name(models.Model):
    """A spelling under which somebody stands for a party, and whose it is.

    ``id`` is made from ``key`` (the name folded for comparison), party and ``split``, so it stays. ``split`` tells
    people of one name apart: the first day of the later one, as ISO writes it; empty for the first.
    """

    id = models.CharField(max_length=32, primary_key=True)
    key = models.CharField(max_length=200)
    spelling = models.CharField(max_length=200)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    split = models.CharField(max_length=10, blank=True)
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="names")

    class Meta:
        indexes = [models.Index(fields=["key"])]

    def __str__(self) -> str:
        return self.spelling


class NameTie(models.Model):
    """Two names, ``one`` before ``other``, that may be one person's: a question that nobody has answered."""

    one = models.ForeignKey(Name, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Name, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_question_a_pair_of_names"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="name_tie_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"


class NameVerdict(Said):
    """What a person said of two names (ids of ``Name``, ``one`` before ``other``): one person's, or two people's.

    ``same`` None says nothing any more. The newest of a pair counts; ``takes_back`` names the row that an undo takes
    back. The names are kept in words, since a spelling may be gone from the read side when the history is read.
    """

    one = models.CharField(max_length=32)
    other = models.CharField(max_length=32)
    one_words = models.CharField(max_length=300)
    other_words = models.CharField(max_length=300)
    same = models.BooleanField(null=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    takes_back = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["one", "other"]), models.Index(fields=["other"])]
        constraints = [models.CheckConstraint(condition=Q(one__lt=F("other")), name="name_verdict_in_order")]

    def __str__(self) -> str:
        return f"{self.one_words} and {self.other_words}: {self.same}"


class NameSplit(Said):
    """That from ``day`` on a name of a party is another person's (``splits``), or that this no longer holds."""

    key = models.CharField(max_length=200)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    day = models.DateField()
    splits = models.BooleanField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["key", "party"])]

    def __str__(self) -> str:
        return f"{self.key} from {self.day}"
