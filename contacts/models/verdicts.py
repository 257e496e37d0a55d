"""What a person said of two reports: the same contact, or not the same. Binds every later making of contacts."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from contacts.models.append_only import Said
from contacts.models.reports import Report


class Verdict(Said):
    """One act of a person on two reports (``one`` before ``other`` by id). The newest of a pair counts.

    ``same`` None says nothing any more: an undo writes such a row, or one with what was said before, and names in
    ``takes_back`` the row that it takes back.
    """

    one = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="+")
    same = models.BooleanField(null=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="verdicts")
    at = models.DateTimeField(default=timezone.now)
    comment = models.CharField(max_length=500, blank=True)
    takes_back = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="taken_back_by"
    )

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["one", "other"]), models.Index(fields=["user", "at"])]
        constraints = [models.CheckConstraint(condition=Q(one__lt=F("other")), name="verdict_in_order")]

    def __str__(self) -> str:
        return f"{self.one_id} and {self.other_id}: {self.same}"
