"""Second opinion: asking for one, giving it blind, and settling what differs."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from articles.models import Article
from config.access import Role, needs
from contacts import highlight, review, second
from contacts.correction import Correction, with_another_row
from contacts.models import Opinion, Report, ReportState, SecondReview
from contacts.records import BadRecord
from contacts.views.answers import number

TAKEN = "Somebody else gives this second opinion, or it is finished."
STATES = {"accept": ReportState.ACCEPTED, "reject": ReportState.REJECTED}


def _second(pk: int) -> SecondReview:
    rows = SecondReview.objects.select_related("article__outlet", "reviewer").filter(article__removed=False)
    return get_object_or_404(rows, pk=pk)


@require_POST
@needs(Role.ANALYST)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Set an article for a second, blind review."""
    article = get_object_or_404(Article.objects.only("pk"), pk=pk)
    second.ask(article.pk, request.user)
    messages.success(
        request, "A second opinion is asked for. It waits in the queue for somebody who decided nothing here."
    )
    return redirect("contacts:review", article.pk)


@require_GET
@needs(Role.ANALYST)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The blind review: the article, the machine's proposals and the opinions given so far."""
    found = _second(pk)
    if found.reviewer_id != request.user.pk or found.finished_at:
        return render(request, "contacts/second_begin.html", {"second": found})
    shown = second.items(found)
    context = {
        "second": found,
        "items": shown,
        "left": sum(item.opinion is None for item in shown),
        "art": _text(found.article),
    }
    return render(request, "contacts/second.html", context)


def _text(article: Article) -> str:
    """The article without any mark: what is marked on the review page depends on what was decided."""
    return highlight.markup(highlight.pieces(article.text, [], []), {}, None)


@require_POST
@needs(Role.ANALYST)
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a second review."""
    try:
        second.take(_second(pk).pk, request.user)
    except second.NotBlind:
        messages.error(request, "You decided on this article already. A second opinion must come from somebody else.")
    except second.Taken:
        messages.error(request, TAKEN)
    return redirect("contacts:second", pk)


@require_POST
@needs(Role.ANALYST)
def say(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept or reject a proposal, or take an added contact back: ``key`` names it, ``do`` says what."""
    found = _second(pk)
    key, state = request.POST.get("key", ""), STATES.get(request.POST.get("do", ""))
    if state is None:
        messages.error(request, "That is no decision known here. Nothing was changed.")
    elif key.startswith("r"):
        _said(request, lambda: second.say(found, request.user, number(key[1:]), state))
    else:
        _said(request, lambda: second.say(found, request.user, None, ReportState.WITHDRAWN, key=UUID(key)))
    return redirect(f"{request.path.removesuffix('say/')}#o-{key}")


def _said(request: HttpRequest, do: Callable[[], object]) -> bool:
    try:
        do()
    except second.Taken:
        messages.error(request, TAKEN)
    except (Report.DoesNotExist, KeyError, ValueError):
        messages.error(request, "That is no proposal of this article. Nothing was changed.")
    else:
        return True
    return False


@require_http_methods(["GET", "POST"])
@needs(Role.ANALYST)
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of one opinion: a proposal corrected (``?key=r12``), or a contact added (no key)."""
    found = _second(pk)
    if found.reviewer_id != request.user.pk or found.finished_at:
        return render(request, "contacts/second_begin.html", {"second": found}, status=409)
    key = request.GET.get("key", "")
    item = next((item for item in second.items(found) if item.key == key), None)
    data = request.POST if request.method == "POST" else None
    more = data is not None and "more" in data
    form = Correction(found.article, item and item.record, with_another_row(data) if more else data)
    if data is None or more:
        return _write(request, found, form, item)
    if not form.is_valid():
        return _write(request, found, form, item, status=422)
    report = item.report.pk if item and item.report else None
    own = item.opinion.key if item and item.opinion else None
    try:
        second.say(found, request.user, report, ReportState.CORRECTED, form.record(), key=own)
    except second.Taken:
        messages.error(request, TAKEN)
    except BadRecord as error:
        return _write(request, found, form, item, problem=str(error), status=422)
    return redirect("contacts:second", found.pk)


def _write(
    request, found: SecondReview, form: Correction, item, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {"second": found, "correction": form, "item": item, "problem": problem, "art": _text(found.article)}
    return render(request, "contacts/second_write.html", context, status=status)


@require_POST
@needs(Role.ANALYST)
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in the second review; from here on both are compared."""
    found = _second(pk)
    try:
        second.finish(found, request.user)
    except second.Unfinished as still:
        some = "One proposal has" if still.left == 1 else f"{still.left} proposals have"
        messages.error(request, f"{some} no opinion of yours yet.")
        return redirect("contacts:second", found.pk)
    except second.Taken:
        messages.error(request, TAKEN)
    return redirect("contacts:second_compare", found.pk)


@require_GET
@needs(Role.READER)
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What the two reviewers agree on, and the differences to settle."""
    found = _second(pk)
    if not found.finished_at:
        return render(request, "contacts/second_begin.html", {"second": found})
    return render(request, "contacts/second_compare.html", {"comparison": second.compare(found)})


@require_POST
@needs(Role.ANALYST)
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Say whose view of one contact holds: ``opinion``, ``holds`` ("first" or "second"), ``version`` of the report."""
    found = _second(pk)
    holds = request.POST.get("holds")
    if holds not in ("first", "second"):
        messages.error(request, "Choose one of the two. Nothing was changed.")
        return redirect("contacts:second_compare", found.pk)
    opinion, version = number(request.POST.get("opinion")), number(request.POST.get("version"))
    try:
        second.settle(found, request.user, opinion, version, second_holds=holds == "second")
    except review.Changed:
        messages.error(request, "Somebody decided on this contact meanwhile. Look again; nothing was settled.")
    except (second.Taken, Opinion.DoesNotExist):
        messages.error(request, "This difference is settled already, or is none of this article.")
    except BadRecord as error:
        messages.error(request, f"{error} Nothing was settled; correct it in the article.")
    return redirect("contacts:second_compare", found.pk)
