"""The review page and what is done on it. Views translate; ``contacts.review`` decides."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from articles.models import Article
from config.access import Role, needs
from contacts import queries, review
from contacts.models import Report

CHANGED = "Somebody decided on this proposal meanwhile. This is how it is now; nothing of yours was applied."


def _number(text: str | None) -> int:
    """A whole number from outside, or 0."""
    return int(text) if text and text.isdecimal() and len(text) < 19 else 0


@require_GET
@needs(Role.READER)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The article with its proposals. htmx asks again while the article is being read: 204 until its state changes."""
    if request.htmx and Article.objects.filter(pk=pk, state=request.GET.get("seen", "")).exists():
        return HttpResponse(status=204)
    article = get_object_or_404(Article.objects.select_related("outlet", "added_by"), pk=pk)
    shown = queries.review_page(article, _number(request.GET.get("report")))
    return render(request, "contacts/review.html" + ("#desk" if request.htmx else ""), {"page": shown})


def _report(pk: int) -> Report:
    return get_object_or_404(Report.objects.select_related("article").filter(article__removed=False), pk=pk)


def _answer(
    request: HttpRequest, report: Report, *, problem: str = "", done: str = "", status: int = 200
) -> HttpResponse:
    """The proposal as it is now; with htmx alone, without it as part of the page."""
    if not request.htmx:
        if problem:
            messages.error(request, problem)
        return redirect(f"{reverse('contacts:review', args=[report.article_id])}?report={report.pk}#r{report.pk}")
    total, decided = queries.counts(report.article_id)
    context = {
        "proposal": queries.proposals([report])[0],
        "chosen": report.pk,
        "problem": problem,
        "done": done,
        "total": total,
        "decided": decided,
    }
    return render(request, "contacts/review.html#answer", context, status=status)


def _decided(request: HttpRequest, pk: int, decide, done: str) -> HttpResponse:
    try:
        report = decide(_report(pk).pk, request.user, _number(request.POST.get("version")))
        report = report[0] if isinstance(report, list) else report
    except review.Changed as changed:
        return _answer(request, changed.report, problem=CHANGED, status=409)
    except review.NothingToKeep:
        return _answer(request, _report(pk), problem="Nothing speaks against this decision any more.", status=409)
    except review.NothingToUndo:
        return _answer(request, _report(pk), problem="There is nothing to undo here.", status=409)
    return _answer(request, report, done=done)


@require_POST
@needs(Role.ANALYST)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    return _decided(request, pk, review.accept, "Accepted")


@require_POST
@needs(Role.ANALYST)
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    return _decided(request, pk, review.reject, "Rejected")


@require_POST
@needs(Role.ANALYST)
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    return _decided(request, pk, review.keep, "Kept as it was decided")


@require_POST
@needs(Role.ANALYST)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    return _decided(request, pk, review.undo, "Undone")


@require_GET
@needs(Role.READER)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    return _answer(request, _report(pk))
