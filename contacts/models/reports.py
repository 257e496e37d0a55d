"""What the engine and the analysts say of an article: the truth that contacts are made from."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from articles.models import Article
from contacts.models.append_only import Said


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


class Decision(Said):
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

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["user", "at"]), models.Index(fields=["act"])]

    def __str__(self) -> str:
        return f"{self.action} on {self.report_id}"
