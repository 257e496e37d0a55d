"""Rows that are written once: what a person said is never changed and never deleted."""

from __future__ import annotations

from django.db import models


class AppendOnly(Exception):
    """Raised when what a person said would be changed or deleted."""


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **_values):
        raise AppendOnly("what a person said is never changed")

    def delete(self):
        raise AppendOnly("what a person said is never deleted")


class Said(models.Model):
    """Base of such rows."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        if self.pk is not None:
            raise AppendOnly("what a person said is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly("what a person said is never deleted")
