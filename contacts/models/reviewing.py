"""An article on the desk: what was said of it as a whole, and who has it open."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models import Article
from contacts.models.append_only import Said


class Closing(Said):
    """That a person said of an article "nothing (more) here", or took that back (``closes`` False). Never changed."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="closings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="closings")
    at = models.DateTimeField(default=timezone.now)
    closes = models.BooleanField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["user", "at"])]

    def __str__(self) -> str:
        return f"article {self.article_id} {'closed' if self.closes else 'opened again'}"


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
