"""Finding what an address names, or 404."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from contacts.models import Report


def found_report(pk: int) -> Report:
    """A report of an article that was not removed, or 404."""
    return get_object_or_404(Report.objects.select_related("article").filter(article__removed=False), pk=pk)
