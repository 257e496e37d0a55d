"""Finding what an address names: 404 where it is not there, 403 where this person may not see it yet."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from articles.models import Article
from contacts import second
from contacts.models import Report

BLIND = "You are giving a second opinion on this article: what was decided is shown afterwards."


def found_report(pk: int, user, *related: str) -> Report:
    """A report of an article that was not removed. Refused to who is giving a second opinion on the article: its page
    tells, and a decision on it would depend on, what was decided."""
    report = get_object_or_404(Report.objects.select_related("article", *related).filter(article__removed=False), pk=pk)
    _not_blind(report.article_id, user)
    return report


def found_article(pk: int, user, *fields: str) -> Article:
    """The same for what is done with an article as a whole; ``fields`` are those that are needed (none: all)."""
    article = get_object_or_404(Article.objects.only("pk", *fields) if fields else Article, pk=pk)
    _not_blind(article.pk, user)
    return article


def _not_blind(article_id: int, user) -> None:
    if second.is_blind(user, article_id):
        raise PermissionDenied(BLIND)
