"""What the articles' pages show."""

from __future__ import annotations

from django.core.paginator import Page, Paginator
from django.db.models import Count

from articles.models import Article, ArticleState

PAGE_SIZE = 50


def article_page(number: str | None, state: str | None) -> Page:
    """A page of the list, newest first, without the texts; two queries whatever its length."""
    rows = Article.objects.select_related("outlet", "added_by").defer("text")
    if state in ArticleState.values:
        rows = rows.filter(state=state)
    return Paginator(rows, PAGE_SIZE).get_page(number)


def state_counts() -> list[tuple[ArticleState, int]]:
    """How many articles stand in each state, every state named."""
    counts = dict(Article.objects.order_by().values_list("state").annotate(Count("pk")))
    return [(state, counts.get(state.value, 0)) for state in ArticleState]
