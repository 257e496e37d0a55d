"""Deciding on the review page. Views translate; ``contacts.review`` decides."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from articles.intake import clean_line
from articles.models import Article
from config.access import Role, needs
from contacts import review, review_log
from contacts.models import Closing, Reason
from contacts.views.answers import UNDONE, Toast, answer, number, review_address, said
from contacts.views.conflict import seen_too_late
from contacts.views.found import found_article, found_report

CHANGED = "Somebody decided on this proposal meanwhile. This is how it is now; nothing of yours was applied."


def _decided(request: HttpRequest, decide, done: str) -> HttpResponse:
    """The answer to ``decide(version)``, whatever comes of it. ``done`` says it in a word."""
    try:
        return answer(request, decide(), done=done)
    except review.Changed as changed:
        return seen_too_late(request, changed.report, _version(request), CHANGED)


def _version(request: HttpRequest) -> int:
    return number(request.POST.get("version"))


@require_POST
@needs(Role.ANALYST)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    report = found_report(pk, request.user)
    return _decided(request, lambda: review.accept(report.pk, request.user, _version(request)), "Accepted")


@require_POST
@needs(Role.ANALYST)
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    """With ``reason`` (a value of Reason) and ``comment``, both as one likes."""
    report = found_report(pk, request.user)
    reason = request.POST.get("reason", "")
    if reason not in Reason.values:
        return answer(request, report, problem="That is no reason known here. Nothing was changed.", status=422)
    done = f"Rejected as {Reason(reason).label}" if reason and reason != Reason.OTHER else "Rejected"
    comment = clean_line(request.POST.get("comment", ""))
    return _decided(request, lambda: review.reject(report.pk, request.user, _version(request), reason, comment), done)


@require_POST
@needs(Role.ANALYST)
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    report = found_report(pk, request.user)
    try:
        return _decided(request, lambda: review.keep(report.pk, request.user, _version(request)), "Kept")
    except review.NothingToKeep:
        return answer(request, report, problem="Nothing speaks against this decision any more.", status=409)


@require_POST
@needs(Role.ANALYST)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what stands on one report, whoever decided it."""
    report = found_report(pk, request.user)
    try:
        return _decided(request, lambda: review.undo(report.pk, request.user, _version(request)), UNDONE)
    except review.NothingToUndo:
        return answer(request, report, problem="There is nothing to undo here.", status=409)


@require_POST
@needs(Role.ANALYST)
def accept_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept what remains. ``seen`` are the proposals that the page showed, with their versions: "12:1 13:1"."""
    article = found_article(pk, request.user, "pk")
    pairs = (pair.partition(":") for pair in request.POST.get("seen", "")[:200_000].split())
    seen = {number(report): number(version) for report, _, version in pairs}
    try:
        accepted = review.accept_all(article.pk, request.user, seen)
    except review.Changed as changed:
        return answer(request, changed.report, problem=CHANGED, status=409)
    if accepted:
        return answer(request, accepted, done="Accepted")
    return _nothing(request, article.pk, "Nothing is left to accept.")


@require_POST
@needs(Role.ANALYST)
def undo_last(request: HttpRequest) -> HttpResponse:
    """Take back the last act of this person that still stands. ``article`` is the one that the page shows."""
    here = number(request.POST.get("article"))
    last = review_log.last_of(request.user)
    if last is None:
        return _nothing(request, here, "There is nothing of yours to undo.")
    if isinstance(last, Closing):
        review.reopen(last.article_id, request.user)
        return _elsewhere(request, here, last.article, "Open again", None)
    return _brought(request, here, last, review.undo, UNDONE)


@require_POST
@needs(Role.ANALYST)
def redo_last(request: HttpRequest) -> HttpResponse:
    """Bring again what this person took back last, if they have decided nothing since."""
    here = number(request.POST.get("article"))
    again = review_log.last_taken_back(request.user)
    if again is None:
        return _nothing(request, here, "There is nothing of yours to redo.")
    return _brought(request, here, again, review.redo, "Done again")


def _brought(request: HttpRequest, here: int, decision, bring, done: str) -> HttpResponse:
    report = decision.report
    try:
        reports = bring(report.pk, request.user, report.version)
    except review.Changed as changed:
        if changed.report.article_id == here:
            return answer(request, changed.report, problem=CHANGED, status=409)
        return _nothing(request, here, "Somebody has decided on it since. Nothing was changed.")
    except (review.NothingToUndo, review.NothingToRedo):
        return _nothing(request, here, "Somebody has decided on it since. Nothing was changed.")
    if report.article_id == here:
        return answer(request, reports, done=done)
    return _elsewhere(request, here, report.article, done, report.pk)


def _elsewhere(request: HttpRequest, here: int, article: Article, done: str, report_id: int | None) -> HttpResponse:
    """It was done in another article, or to a whole one: said, with a link to it."""
    words = f"{done} in “{article.title}”." if report_id else f"{done}: “{article.title}”."
    if request.htmx:
        return said(request, here, Toast(words, redo=done == UNDONE, elsewhere=article))
    messages.success(request, words)
    return redirect(review_address(article.pk, report_id))


def _nothing(request: HttpRequest, here: int, words: str) -> HttpResponse:
    if request.htmx:
        return said(request, here, Toast(words, undo=False), status=409)
    messages.error(request, words)
    return redirect(review_address(here) if Article.objects.filter(pk=here).exists() else "contacts:queue")
