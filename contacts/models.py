"""What is stored: the machine's and the analysts' records (the truth), and the contacts made from them (the read side).

Truth: Extraction, Report, Evidence, Decision. Read side, rebuilt by ``contacts.fusion`` at any time: Contact, Source,
Participation, Dyad, and Person as far as a contact names one. Party is filled from the engine's lexicon.
"""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from articles.models import Article
from contacts.extraction import types


def _choices(enum) -> list[tuple[str, str]]:
    return [(item.value, item.value) for item in enum]


KINDS = _choices(types.Kind)
STATUSES = _choices(types.Status)
ROLES = _choices(types.Role)
PRECISIONS = _choices(types.Precision)


class Party(models.Model):
    """A country (ISO 3166-1 alpha-3) or an international organisation. Comes from the lexicon, never typed in."""

    code = models.CharField(max_length=32, primary_key=True)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=12)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "parties"

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """One human, known by a name and the party represented. ``key`` is the name folded for comparison."""

    id = models.CharField(max_length=32, primary_key=True)
    key = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, related_name="people")

    class Meta:
        verbose_name_plural = "people"
        indexes = [models.Index(fields=["key"])]

    def __str__(self) -> str:
        return self.name


class ExtractionState(models.TextChoices):
    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


class Extraction(models.Model):
    """One run of one engine version on one article under one publication date.

    ``published`` is that date as ISO writes it, empty for none. ``marks`` is [[start, end, what], ...] for the page.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="extractions")
    version = models.CharField(max_length=32)
    published = models.CharField(max_length=10, blank=True, default="")
    state = models.CharField(max_length=10, choices=ExtractionState, default=ExtractionState.WAITING)
    sent_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_by = models.CharField(max_length=64, blank=True, help_text="id of the message that is being worked on")
    error = models.CharField(max_length=500, blank=True)
    marks = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "version", "published"], name="one_run_a_version_and_date")
        ]
        indexes = [models.Index(fields=["state", "sent_at"])]

    def __str__(self) -> str:
        return f"{self.version} on article {self.article_id}"


class ReportState(models.TextChoices):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"  # added by hand, and the adding taken back: in no list, only in the history


CONFIRMED = (ReportState.ACCEPTED, ReportState.CORRECTED)
NO_CONTACT = (ReportState.REJECTED, ReportState.WITHDRAWN)


class MachineRecordChanged(Exception):
    """Raised when the engine's record of a report would change: it is what quality is measured by."""


class ReportQuerySet(models.QuerySet):
    def update(self, **values):
        if "machine" in values:
            raise MachineRecordChanged
        return super().update(**values)

    def present(self):
        """Without those whose adding was taken back: what a page lists and counts."""
        return self.exclude(state=ReportState.WITHDRAWN)


class Report(models.Model):
    """What one article says of one contact.

    ``machine`` is the engine's record (None where a person added the report) and never changes; ``record`` is the
    current one. Both are the codebook's JSON (``types.Record.as_dict``). ``version`` counts decisions, so that nobody
    overwrites what they have not seen. ``standing`` is the decision that made the present state, None where none does.
    ``doubt`` is set where a later reading says otherwise: {"why": ..., "machine": the later record or null}.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="reports")
    extraction = models.ForeignKey(Extraction, on_delete=models.PROTECT, null=True, blank=True, related_name="reports")
    ordinal = models.PositiveIntegerField()
    machine = models.JSONField(null=True, blank=True)
    record = models.JSONField()
    state = models.CharField(max_length=10, choices=ReportState, default=ReportState.PROPOSED)
    version = models.PositiveIntegerField(default=1)
    decided_at = models.DateTimeField(null=True, blank=True, help_text="when its present state was decided")
    doubt = models.JSONField(null=True, blank=True)
    standing = models.ForeignKey("Decision", on_delete=models.PROTECT, null=True, blank=True, related_name="stands_for")

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["article", "ordinal", "pk"]
        constraints = [models.UniqueConstraint(fields=["extraction", "ordinal"], name="one_report_an_ordinal")]
        indexes = [models.Index(fields=["article", "state"])]

    def __str__(self) -> str:
        return f"report {self.pk} of article {self.article_id}"

    def save(self, *args, update_fields=None, **kwargs) -> None:
        """Raises MachineRecordChanged when the engine's record of a stored report would become another."""
        if self.pk is not None and (update_fields is None or "machine" in update_fields):
            stored = Report.objects.filter(pk=self.pk).values_list("machine", flat=True)
            if stored and stored[0] != self.machine:
                raise MachineRecordChanged
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def confirmed(self) -> bool:
        return self.state in CONFIRMED


class Evidence(models.Model):
    """A span of the article that supports a field of a report ("" is the contact as a whole)."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="evidence")
    field = models.CharField(max_length=40, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["start", "end"]
        verbose_name_plural = "evidence"
        constraints = [models.CheckConstraint(condition=Q(start__lt=F("end")), name="evidence_start_before_end")]

    def __str__(self) -> str:
        return f"{self.field or 'contact'} {self.start}-{self.end}"


class Action(models.TextChoices):
    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    UNDO = "undo"
    REDO = "redo"


class Reason(models.TextChoices):
    """Why a proposal was rejected."""

    NOT_GIVEN = "", "no reason given"
    NO_CONTACT = "no contact", "not a contact"
    SAME = "same", "same as another here"
    INSIDE = "inside", "inside one country"
    PERSON = "person", "wrong person"
    OTHER = "other", "other"


class AppendOnly(Exception):
    """Raised when a decision would be changed or deleted."""


class DecisionQuerySet(models.QuerySet):
    def update(self, **_values):
        raise AppendOnly("decisions are never changed")

    def delete(self):
        raise AppendOnly("decisions are never deleted")


class Decision(models.Model):
    """One act of a person on a report: who, when, what, from what to what. Never updated, never deleted.

    ``undoes`` points to the decision that an undo takes back or a redo brings again, so that older rows stay as they
    were written; ``before`` to the one that stood until then. Decisions of one ``act`` (accept all, split, join) belong
    together and are taken back together.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="decisions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions")
    at = models.DateTimeField(default=timezone.now)
    action = models.CharField(max_length=10, choices=Action)
    state_before = models.CharField(max_length=10, choices=ReportState)
    state_after = models.CharField(max_length=10, choices=ReportState)
    record_before = models.JSONField()
    record_after = models.JSONField()
    reason = models.CharField(max_length=10, choices=Reason, blank=True, default=Reason.NOT_GIVEN)
    comment = models.CharField(max_length=500, blank=True)
    act = models.UUIDField(default=uuid4)
    before = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    undoes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="taken_back_by")

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["user", "at"]), models.Index(fields=["act"])]

    def __str__(self) -> str:
        return f"{self.action} on {self.report_id}"

    def save(self, *args, **kwargs) -> None:
        if self.pk is not None:
            raise AppendOnly("decisions are never changed")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly("decisions are never deleted")


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

    class Meta:
        ordering = ["start", "id"]
        indexes = [models.Index(fields=["confirmed", "-confirmed_at"])]

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
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=300, blank=True)
    role = models.CharField(max_length=12, choices=ROLES)

    class Meta:
        ordering = ["contact", "ordinal"]
        constraints = [models.UniqueConstraint(fields=["contact", "ordinal"], name="one_participation_an_ordinal")]

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

    class Meta:
        ordering = ["start", "pk"]
        indexes = [models.Index(fields=["a", "b", "start"])]
        constraints = [
            models.UniqueConstraint(fields=["contact", "a", "b"], name="one_dyad_a_pair"),
            models.CheckConstraint(condition=Q(a__lt=F("b")), name="dyad_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.a_id}-{self.b_id}"


class ClosingQuerySet(models.QuerySet):
    def update(self, **_values):
        raise AppendOnly("what was said of an article is never changed")

    def delete(self):
        raise AppendOnly("what was said of an article is never deleted")


class Closing(models.Model):
    """That a person said of an article "nothing (more) here", or took that back (``closes`` False). Never changed."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="closings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="closings")
    at = models.DateTimeField(default=timezone.now)
    closes = models.BooleanField()

    objects = ClosingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["user", "at"])]

    def __str__(self) -> str:
        return f"article {self.article_id} {'closed' if self.closes else 'opened again'}"

    def save(self, *args, **kwargs) -> None:
        if self.pk is not None:
            raise AppendOnly("what was said of an article is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly("what was said of an article is never deleted")


class Claim(models.Model):
    """That somebody has an article open. Soft: it binds nobody, and ends by itself when ``seen_at`` grows old."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="claims")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="claims")
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "user"], name="one_claim_a_person")]
        indexes = [models.Index(fields=["seen_at"])]

    def __str__(self) -> str:
        return f"{self.user} in article {self.article_id}"


class SecondReview(models.Model):
    """An article set for a second, blind review: who asked, who took it, when it was finished and settled."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="second_reviews")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="second_reviews"
    )
    finished_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"], condition=Q(settled_at=None), name="one_open_second_review_an_article"
            )
        ]

    def __str__(self) -> str:
        return f"second review of article {self.article_id}"


class Opinion(models.Model):
    """What the second reviewer says of one proposal, or adds (``report`` is None). The newest of a ``key`` counts;
    older ones stay. Nothing is stored of what the first reviewer decided."""

    second = models.ForeignKey(SecondReview, on_delete=models.PROTECT, related_name="opinions")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, null=True, blank=True, related_name="opinions")
    key = models.UUIDField(default=uuid4)
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=ReportState)
    record = models.JSONField()

    objects = ClosingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["second", "key"])]

    def __str__(self) -> str:
        return f"opinion on {self.report_id or 'an added contact'}"


class Settlement(models.Model):
    """That a difference between the two reviewers was settled, by whom, and whose view holds."""

    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, related_name="settlement")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    second_holds = models.BooleanField()

    objects = ClosingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"settled for the {'second' if self.second_holds else 'first'}"
