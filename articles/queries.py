"""What the articles' pages show. Each function asks a number of queries that does not grow with the rows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, Prefetch, Q, QuerySet, Value, When
from django.utils.functional import cached_property

from articles import hooks, search
from articles.forms_list import REMOVED, Wanted
from articles.models import Article, ArticleState, Removal, Upload, UploadedFile

PAGE_SIZE = 50
# States that tell of a review, and what stands for them where somebody is not told.
MADE_BY_REVIEW = frozenset({ArticleState.READY.value, ArticleState.NOTHING.value, ArticleState.REVIEWED.value})
UNTOLD = ""
ORDERS = {
    "added": (F("added_at").asc(), "pk"),
    "-added": (F("added_at").desc(), "-pk"),
    "published": (F("published").asc(nulls_last=True), "pk"),
    "-published": (F("published").desc(nulls_last=True), "-pk"),
    "title": (F("title").asc(), "pk"),
    "outlet": (F("outlet__name").asc(nulls_last=True), "pk"),
}


@dataclass(frozen=True)
class StateCount:
    value: str
    label: str
    count: int


@dataclass(frozen=True)
class ArticleList:
    """A page of the list, the counts by state of what the rest of the filter leaves, and the batch asked for."""

    page: Page
    counts: list[StateCount]
    total: int
    batch: Upload | None
    stored: bool


class _Counted(Paginator):
    """A paginator that is told the number of rows instead of asking for it."""

    def __init__(self, rows, size: int, count: int) -> None:
        super().__init__(rows, size)
        self._told = count

    @cached_property
    def count(self) -> int:
        return self._told


def article_list(wanted: Wanted, number: str | None, user) -> ArticleList:
    """Three or four queries whatever the list's length: counts, a page of rows, the batch's name, removals; and one for
    what ``user`` is not told."""
    untold = hooks.untold_to(user)
    narrowed = matching(wanted, any_state=True)
    found = {}
    counted = narrowed.annotate(untold=_is_one_of(untold)).order_by().values_list("state", "removed", "untold")
    for state, removed, silent, count in counted.annotate(n=Count("pk")):
        key = REMOVED if removed else UNTOLD if silent and state in MADE_BY_REVIEW else state
        found[key] = found.get(key, 0) + count
    there = sum(count for key, count in found.items() if key != REMOVED)
    count = found.get(wanted.state, 0) if wanted.state else there
    rows = matching(wanted)
    if wanted.state in MADE_BY_REVIEW:
        rows = rows.exclude(pk__in=untold)
    page = _Counted(with_what_rows_show(rows).order_by(*ORDERS[wanted.sort]), PAGE_SIZE, count).get_page(number)
    for article in page:
        article.untold = article.pk in untold
    return ArticleList(
        page=page,
        counts=_state_counts(found),
        total=there,
        batch=Upload.objects.filter(pk=wanted.batch).first() if wanted.batch else None,
        stored=bool(found) or Article.everything.exists(),
    )


def _is_one_of(ids: Collection[int]):
    return Case(When(pk__in=ids, then=Value(True)), default=Value(False)) if ids else Value(False)


def _state_counts(found: dict[str, int]) -> list[StateCount]:
    counts = [StateCount(state.value, state.label, found.get(state.value, 0)) for state in ArticleState]
    if found.get(REMOVED):
        counts.append(StateCount(REMOVED, "removed", found[REMOVED]))
    return counts


def with_what_rows_show(rows: QuerySet[Article]) -> QuerySet[Article]:
    standing = Removal.objects.filter(undone_at=None).select_related("by")
    rows = rows.select_related("outlet", "added_by", "like").defer("text", "like__text")
    return rows.prefetch_related(Prefetch("removals", standing, to_attr="standing_removals"))


def matching(wanted: Wanted, *, any_state: bool = False) -> QuerySet[Article]:
    """The articles that a filter leaves; with ``any_state`` regardless of their state, removed ones among them."""
    rows = Article.everything.filter(_narrowing(wanted))
    if any_state:
        return rows
    rows = rows.filter(removed=wanted.removed)
    return rows.filter(state=wanted.state) if wanted.state in ArticleState.values else rows


def _narrowing(wanted: Wanted) -> Q:
    narrow = Q()
    if wanted.words.strip():
        narrow &= search.matching(wanted.words)
    if wanted.outlet:
        narrow &= Q(outlet__name__iexact=wanted.outlet)
    if wanted.language:
        narrow &= Q(language=wanted.language)
    if wanted.by:
        narrow &= Q(added_by=wanted.by)
    if wanted.batch:
        narrow &= Q(pk__in=UploadedFile.objects.filter(upload=wanted.batch).exclude(article=None).values("article"))
    if wanted.undated:
        narrow &= Q(published=None)
    if wanted.first:
        narrow &= Q(published__gte=wanted.first)
    if wanted.last:
        narrow &= Q(published__lte=wanted.last)
    return narrow


def details(pk: int) -> Article:
    """An article with what its details page shows. Raises Article.DoesNotExist."""
    article = Article.objects.select_related("outlet", "added_by", "like").defer("text", "like__text").get(pk=pk)
    article.alike = list(article.likes.filter(removed=False).defer("text")[:20])
    return article
