"""The review page of an article, and its parts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from articles.models import Article
from config.access import Role, needs, role_of
from contacts import draft, queries, second
from contacts.views.answers import number, review_address, span
from contacts.views.found import found_report


@require_GET
@needs(Role.READER)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The article with its proposals. htmx asks again while the article is being read: 204 until its state changes."""
    own = second.of_article(pk)
    if own is not None and own.is_blind_to(request.user):
        return redirect("contacts:second", own.pk)
    if request.htmx and Article.objects.filter(pk=pk, state=request.GET.get("seen", "")).exists():
        return HttpResponse(status=204)
    article = get_object_or_404(Article.objects.select_related("outlet", "added_by"), pk=pk)
    if role_of(request.user) >= Role.ANALYST:
        draft.get_ready()
    shown = queries.review_page(article, number(request.GET.get("report")), span(request.GET.get("at")))
    part = "" if not request.htmx else "#list" if request.htmx.target == "props" else "#desk"
    return render(request, f"contacts/review.html{part}", {"page": shown, "second": own})


@require_GET
@needs(Role.READER)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal with its details, as the page shows the chosen one."""
    shown = found_report(pk, request.user)
    if not request.htmx:
        return redirect(review_address(shown.article_id, shown.pk))
    proposal = queries.proposals([shown])[0]
    return render(request, "contacts/review.html#proposal", {"proposal": proposal, "chosen": shown.pk})


@require_GET
@needs(Role.READER)
def details(request: HttpRequest, pk: int) -> HttpResponse:
    """The details of one proposal, which the page asks for when it is chosen."""
    shown = found_report(pk, request.user)
    if not request.htmx:
        return redirect(review_address(shown.article_id, shown.pk))
    return render(request, "contacts/review.html#parts", {"proposal": queries.proposals([shown])[0]})
