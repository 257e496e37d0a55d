"""Party, and what the codebook lets a contact be."""

from __future__ import annotations

from django.db import models

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
