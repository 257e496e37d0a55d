"""The queue: what waits, the next article, who is where, and "nothing (more) here"."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from articles.models import Article
from config.access import Role, needs, role_of
from contacts import queue, review, second
from contacts.views.found import found_article

COOKIE = "queue_order"
YEAR = 365 * 24 * 3600


def _order(request: HttpRequest) -> queue.Order:
    """The order asked for, else the one chosen last in this browser."""
    return queue.order_of(request.GET.get("order") or request.COOKIES.get(COOKIE))


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 19 else None


@require_GET
@needs(Role.READER)
def page(request: HttpRequest) -> HttpResponse:
    """What waits, in the order that was chosen."""
    order = _order(request)
    shown = queue.show(request.user, order, request.GET.get("page"))
    context = {
        "queue": shown,
        "orders": queue.ORDERS.values(),
        "query": f"order={order.name}",
        "seconds": second.waiting() if role_of(request.user) >= Role.ANALYST else [],
    }
    answer = render(request, "contacts/queue.html", context)
    if request.GET.get("order") in queue.ORDERS:
        answer.set_cookie(COOKIE, order.name, max_age=YEAR, samesite="Lax", httponly=True)
    return answer


@require_GET
@needs(Role.READER)
def next_article(request: HttpRequest) -> HttpResponse:
    """On to the next article that waits; where none does, to the queue, which says so."""
    found = queue.next_article(request.user, _order(request), _number(request.GET.get("leaving")))
    return redirect("contacts:review", found.pk) if found else redirect("contacts:queue")


@require_POST
@needs(Role.ANALYST)
def here(request: HttpRequest, pk: int) -> HttpResponse:
    """The page says that its reader is still there, and is told who else is and how many articles wait."""
    article = get_object_or_404(Article.objects.only("pk"), pk=pk)
    queue.claim(article.pk, request.user)
    others = queue.others_in([article.pk], request.user).get(article.pk, [])
    return render(request, "contacts/_here.html", {"others": others, "left": queue.left(request.user)})


@require_POST
@needs(Role.ANALYST)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """ "Nothing (more) here": on to the next article, or back with what is still undecided."""
    article = found_article(pk, request.user, "pk")
    try:
        review.close(article.pk, request.user)
    except review.StillOpen as still:
        some = "One proposal is" if still.left == 1 else f"{still.left} proposals are"
        messages.error(request, f"{some} still undecided: accept or reject first.")
        return redirect("contacts:review", article.pk)
    return redirect(f"{reverse('contacts:next')}?leaving={article.pk}")


@require_POST
@needs(Role.ANALYST)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back that there is nothing (more) in an article."""
    article = found_article(pk, request.user, "pk")
    try:
        review.reopen(article.pk, request.user)
    except review.NothingToUndo:
        messages.error(request, "Nobody has said that there is nothing here.")
    return redirect("contacts:review", article.pk)
