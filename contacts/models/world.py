"""The read side: what ``contacts.fusion`` makes from the reports, and can make again at any time."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from contacts.extraction.types import Rank
from contacts.models.parties import KINDS, PRECISIONS, ROLES, STATUSES, Party
from contacts.models.reports import Report

RANKS = [item.value for item in Rank]
NO_RANK = len(RANKS)  # nobody with a title
# Where a pair's page draws a contact.
LANES = [(lane, lane) for lane in ("a-in-b", "b-in-a", "elsewhere", "calls", "messages")]


class Person(models.Model):
    """One human: the names that are surely or by a person's word theirs. ``name`` is the longest spelling, ``key`` that
    folded for comparison; the id is the lowest of the names' ids."""

    id = models.CharField(max_length=32, primary_key=True)
    key = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, related_name="people")

    class Meta:
        verbose_name_plural = "people"
        indexes = [models.Index(fields=["key"])]

    def __str__(self) -> str:
        return self.name


class Contact(models.Model):
    """A fact of the world, made from its reports. ``id`` is made from what they agree on, so a rebuild keeps it."""

    id = models.CharField(max_length=32, primary_key=True)
    kind = models.CharField(max_length=8, choices=KINDS)
    status = models.CharField(max_length=9, choices=STATUSES)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=8, choices=PRECISIONS)
    place = models.CharField(max_length=300, blank=True)
    place_country = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    confirmed = models.BooleanField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    headline = models.CharField(max_length=300, blank=True)
    rank = models.PositiveSmallIntegerField(
        default=NO_RANK, help_text="the highest of those who take part; 0 is highest"
    )
    witnesses = models.PositiveSmallIntegerField(default=1, help_text="sources that do not print the same text")
    values_from = models.JSONField(default=dict, blank=True, help_text="field: id of the report it is from")
    instead = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        db_index=False,
        related_name="put_off",
        help_text="what it was put off to",
    )

    class Meta:
        ordering = ["start", "id"]
        indexes = [
            models.Index(fields=["confirmed", "-confirmed_at"]),
            # Few are put off: an index that held all the others too would look useless to the planner.
            models.Index(fields=["instead"], condition=Q(instead__isnull=False), name="contact_put_off"),
            models.Index(fields=["place", "place_country", "-start"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.start or 'undated'}"


class Source(models.Model):
    """Which reports a contact was made from; the lowest rank is the one whose values it shows."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="sources")
    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="source")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["contact", "rank"]
        constraints = [models.UniqueConstraint(fields=["contact", "rank"], name="one_source_a_rank")]

    def __str__(self) -> str:
        return f"report {self.report_id} of {self.contact_id}"


class Participation(models.Model):
    """A person, or an unnamed delegation (person is null), taking part in a contact."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="participations")
    ordinal = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="participations")
    name = models.CharField(max_length=200, blank=True, help_text="as its source spells it")
    known_as = models.ForeignKey("Name", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=300, blank=True)
    role = models.CharField(max_length=12, choices=ROLES)

    class Meta:
        ordering = ["contact", "ordinal"]
        constraints = [models.UniqueConstraint(fields=["contact", "ordinal"], name="one_participation_an_ordinal")]
        # A person's fullest spelling is the first of these, however many contacts the person has.
        indexes = [models.Index("person", Length("name").desc(), "name", name="participation_fullest")]

    def __str__(self) -> str:
        return f"{self.person or 'unnamed'} ({self.role})"


class Dyad(models.Model):
    """Two parties of a contact, in order of their codes, with what a pair's page filters by copied for the index."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="dyads")
    a = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    b = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    kind = models.CharField(max_length=8, choices=KINDS)
    status = models.CharField(max_length=9, choices=STATUSES)
    confirmed = models.BooleanField()
    lane = models.CharField(max_length=9, choices=LANES, default="elsewhere")
    side = models.CharField(max_length=1, blank=True, help_text="whose it is: a, b, or neither alone")
    rank = models.PositiveSmallIntegerField(default=NO_RANK)
    witnesses = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["start", "pk"]
        # All that a pair's page counts and chooses by, in the order of its list: it is answered from the index alone.
        indexes = [
            models.Index(
                fields=["a", "b", "start", "end", "id", "kind", "status", "confirmed", "lane", "rank", "contact"],
                name="dyad_of_a_pair_in_order",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["contact", "a", "b"], name="one_dyad_a_pair"),
            models.CheckConstraint(condition=Q(a__lt=F("b")), name="dyad_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.a_id}-{self.b_id}"


class PairYear(models.Model):
    """How many contacts of one kind two parties had in a year (``year`` 0: no date known). A recount of Dyad, kept by
    the code that writes contacts; what the pages of countries and the matrix read."""

    a = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    b = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=KINDS)
    contacts = models.PositiveIntegerField()
    confirmed = models.PositiveIntegerField()
    occurred = models.PositiveIntegerField()
    a_in_b = models.PositiveIntegerField(help_text="visits of a to b that occurred")
    b_in_a = models.PositiveIntegerField(help_text="visits of b to a that occurred")
    last = models.DateField(null=True, blank=True, help_text="last day of the newest that occurred")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["a", "b", "year", "kind"], name="one_count_a_pair_year_and_kind"),
            models.CheckConstraint(condition=Q(a__lt=F("b")), name="pair_year_in_order"),
        ]
        indexes = [models.Index(fields=["b", "a"]), models.Index(fields=["year"])]

    def __str__(self) -> str:
        return f"{self.a_id}-{self.b_id} {self.year} {self.kind}"
