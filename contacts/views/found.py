"""Finding what an address names, or 404."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from contacts import second
from contacts.models import Report


def found_report(pk: int, *related: str) -> Report:
    """A report of an article that was not removed, or 404."""
    return get_object_or_404(Report.objects.select_related("article", *related).filter(article__removed=False), pk=pk)


def seen_report(pk: int, user, *related: str) -> Report:
    """The same for pages that tell what was decided: refused to who is giving a second opinion on the article."""
    report = found_report(pk, *related)
    if second.is_blind(user, report.article_id):
        raise PermissionDenied("You are giving a second opinion on this article: what was decided is shown afterwards.")
    return report
