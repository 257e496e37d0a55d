"""Names of people and what was said of them. ``Name`` and ``NameTie`` belong to the read side; what a
person said is kept and binds every later making of it.
"""

from __future__ import annotations

from datetime import date

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
    people of one name apart: the first day of the later one ("from 2001-01-20") or the post of the other one ("as
    ambassador"), in words; empty for whom nobody told apart.
    """

    id = models.CharField(max_length=32, primary_key=True)
    key = models.CharField(max_length=200)
    spelling = models.CharField(max_length=200)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    split = models.CharField(max_length=40, blank=True)
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


class PersonDoubt(models.Model):
    """That a person may be two: a question that nobody has answered (``contacts.fusion.two_people``, whose words the
    fields have). ``here`` and ``there`` are ids of contacts, ``one`` and ``other`` of names."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="doubts")
    rule = models.CharField(max_length=10)
    here = models.CharField(max_length=32)
    there = models.CharField(max_length=32)
    one = models.CharField(max_length=32)
    other = models.CharField(max_length=32, blank=True)
    day = models.DateField(null=True, blank=True)
    post = models.CharField(max_length=24, blank=True)
    apart = models.BooleanField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["person", "rule"], name="one_doubt_a_person_and_rule")]

    def __str__(self) -> str:
        return f"{self.person}: {self.rule}"


class NameSplit(Said):
    """That a name of a party is another person's from ``day`` on, or where it is told in a ``post`` (``splits``); or
    that it is not, though something suggests so (false); None says nothing any more.

    What was said of several names at once has ``first``, the first of these rows. ``takes_back`` names the row that an
    undo takes back.
    """

    key = models.CharField(max_length=200)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    day = models.DateField(null=True, blank=True)
    post = models.CharField(max_length=24, blank=True)
    splits = models.BooleanField(null=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    first = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="said_with")
    takes_back = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["key", "party"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(day=None, post__gt="") | Q(day__isnull=False, post=""), name="name_split_by_day_or_post"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.words}"

    @property
    def words(self) -> str:
        return split_words(self.day, self.post)


def split_words(day: date | None, post: str) -> str:
    """By what a name is another person's: "from 2001-01-20", "as ambassador"."""
    return f"as {post}" if post else f"from {day.isoformat()}" if day else ""
