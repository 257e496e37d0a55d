"""The second, blind opinion on an article."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.models import Article
from contacts.models.append_only import Said
from contacts.models.reports import Report, ReportState


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

    def is_blind_to(self, user) -> bool:
        """Whether this person gives it and may not see the first's decisions yet."""
        return self.reviewer_id == user.pk and self.finished_at is None


class Opinion(Said):
    """What the second reviewer says of one proposal, or adds (``report`` is None). The newest of a ``key`` counts;
    older ones stay. Nothing is stored of what the first reviewer decided."""

    second = models.ForeignKey(SecondReview, on_delete=models.PROTECT, related_name="opinions")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, null=True, blank=True, related_name="opinions")
    key = models.UUIDField(default=uuid4)
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=ReportState)
    record = models.JSONField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["second", "key"])]

    def __str__(self) -> str:
        return f"opinion on {self.report_id or 'an added contact'}"


class Settlement(Said):
    """That a difference between the two reviewers was settled, by whom, and whose view holds."""

    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, related_name="settlement")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    second_holds = models.BooleanField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"settled for the {'second' if self.second_holds else 'first'}"
