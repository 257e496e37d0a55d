"""Which articles wait for a person, in which order, and who has which of them open.

Waiting are articles with undecided proposals, and those without any of which nobody has said yet that nothing is there.
An article on which this person gives a second opinion does not wait for them, nor is it shown here.
A claim is soft: it hides an article from *Next article* of others while it is fresh, and stops nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, FloatField, Min, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils import timezone

from articles.models import Article, ArticleState
from contacts import second
from contacts.models import Claim, Report, ReportState

FRESH = timedelta(seconds=90)  # the page says "still here" every 30 seconds
PAGE_SIZE = 50
WAITING = (ArticleState.READY, ArticleState.NOTHING)
UNDECIDED = Q(reports__state=ReportState.PROPOSED) | Q(reports__doubt__isnull=False)


@dataclass(frozen=True)
class Order:
    """A way to go through the queue: ``words`` for the page, ``by`` for the database."""

    name: str
    words: str
    by: tuple


ORDERS = {
    order.name: order
    for order in (
        Order("oldest", "longest waiting", ("added_at", "pk")),
        Order("published", "newest published", (F("published").desc(nulls_last=True), "pk")),
        Order("outlet", "outlet", (F("outlet__name").asc(nulls_last=True), "added_at", "pk")),
        Order("pair", "pair", (F("pair").asc(nulls_last=True), "added_at", "pk")),
        Order("confidence", "least certain", (F("least").asc(nulls_last=True), "added_at", "pk")),
    )
}
FIRST = ORDERS["oldest"]


@dataclass(frozen=True)
class Row:
    """A waiting article as the queue's page lists it. ``others``: who else has it open now."""

    article: Article
    proposed: int
    others: list[str]


@dataclass(frozen=True)
class Queue:
    """The page of the queue: ``nothing`` counts the articles that wait without any proposal."""

    page: Page
    rows: list[Row]
    order: Order
    total: int
    nothing: int


def order_of(name: str | None) -> Order:
    return ORDERS.get(name or "", FIRST)


def _waiting(order: Order, user) -> QuerySet[Article]:
    rows = second.leave_out(Article.objects.filter(state__in=WAITING), user).defer("text")
    if order.name == "pair":
        rows = rows.annotate(pair=Min(KeyTextTransform("countries", "reports__record"), filter=UNDECIDED))
    if order.name == "confidence":
        sure = Cast(KeyTextTransform("confidence", "reports__record"), FloatField())
        rows = rows.annotate(least=Min(sure, filter=UNDECIDED))
    return rows.order_by(*order.by)


def left(user) -> int:
    """How many articles wait for this person."""
    return second.leave_out(Article.objects.filter(state__in=WAITING), user).count()


def show(user, order: Order, number: str | None, now: datetime | None = None) -> Queue:
    """A page of the queue. As many queries, however long it is."""
    waiting = _waiting(order, user)
    states = dict(waiting.order_by().values_list("state").annotate(Count("pk")))
    page = Paginator(waiting.select_related("outlet"), PAGE_SIZE).get_page(number)
    articles = list(page.object_list)
    proposed = dict(
        Report.objects.filter(article__in=articles)
        .filter(Q(state=ReportState.PROPOSED) | Q(doubt__isnull=False))
        .order_by()
        .values_list("article")
        .annotate(Count("pk"))
    )
    others = others_in([article.pk for article in articles], user, now)
    rows = [Row(article, proposed.get(article.pk, 0), others.get(article.pk, [])) for article in articles]
    nothing = states.get(ArticleState.NOTHING.value, 0)
    return Queue(page, rows, order, sum(states.values()), nothing)


def next_article(user, order: Order, leaving: int | None = None, now: datetime | None = None) -> Article | None:
    """The next article for this person: the first that waits and that nobody else has open; where others have all of
    them open, the first of those. ``leaving`` is the article that the person comes from: it comes last."""
    now = now or timezone.now()
    taken = Claim.objects.filter(seen_at__gt=now - FRESH).exclude(user=user).values("article")
    waiting = _waiting(order, user)
    rows = waiting.exclude(pk=leaving)
    free = rows.exclude(pk__in=taken).first()
    return free or rows.first() or waiting.filter(pk=leaving).first()


def claim(article_id: int, user, now: datetime | None = None) -> None:
    """Note that a person has an article open: one at a time, the newest."""
    now = now or timezone.now()
    Claim.objects.filter(user=user).exclude(article=article_id).delete()
    Claim.objects.update_or_create(article_id=article_id, user=user, defaults={"seen_at": now})


def others_in(article_ids: list[int], user, now: datetime | None = None) -> dict[int, list[str]]:
    """Who else has these articles open, by article."""
    now = now or timezone.now()
    fresh = Claim.objects.filter(article__in=article_ids, seen_at__gt=now - FRESH).exclude(user=user)
    found: dict[int, list[str]] = {}
    for row in fresh.select_related("user").order_by("user__username"):
        found.setdefault(row.article_id, []).append(row.user.get_full_name() or row.user.get_username())
    return found
