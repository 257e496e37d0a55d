"""Articles and who published them. Nothing here knows what is read out of an article."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Outlet(models.Model):
    """Who published an article."""

    name = models.CharField(max_length=200, unique=True)
    homepage = models.URLField(blank=True)
    country = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3")
    state_media = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ArticleState(models.TextChoices):
    """How far the reading of an article has come: what people see of the work behind it."""

    WAITING = "waiting", "waiting"
    READING = "reading", "reading"
    READY = "ready", "ready for review"
    NOTHING = "nothing", "no contact found"
    REVIEWED = "reviewed", "reviewed"
    FAILED = "failed", "failed"

    @property
    def moves(self) -> bool:
        """Whether this state changes by itself, so that a page should look again."""
        return self in (ArticleState.WAITING, ArticleState.READING)


class ImmutableText(Exception):
    """Raised when the text of a stored article would change: every offset points into it."""


class Article(models.Model):
    """A news text. ``text`` never changes once stored; offsets into it are Python code points, end exclusive."""

    title = models.CharField(max_length=500)
    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, null=True, blank=True, related_name="articles")
    published = models.DateField(null=True, blank=True)
    text = models.TextField()
    text_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the normalised text")
    file_name = models.CharField(max_length=255, blank=True, help_text="of the uploaded file; empty for pasted text")
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=ArticleState, default=ArticleState.WAITING)
    state_note = models.CharField(max_length=500, blank=True, help_text="why it failed, in plain words")

    class Meta:
        ordering = ["-added_at", "-pk"]
        indexes = [models.Index(fields=["state", "added_at"])]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="article_has_text")]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs) -> None:
        """Raises ImmutableText when the stored text would be changed."""
        stored = getattr(self, "_stored_text", None)
        if stored is not None and self.__dict__.get("text", stored) != stored:
            raise ImmutableText(f"article {self.pk}")
        super().save(*args, **kwargs)
        self._stored_text = self.__dict__.get("text")

    @classmethod
    def from_db(cls, db, field_names, values):
        article = super().from_db(db, field_names, values)
        article._stored_text = article.__dict__.get("text")
        return article
