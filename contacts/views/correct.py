"""The form of a contact: correcting a proposal, adding one, making two of one or one of two, and what helps typing."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_http_methods

from articles.models import Article
from config.access import Role, needs
from contacts import draft, people_known, queries, review, sight, spans
from contacts.correction import Correction, with_another_row
from contacts.models import Report
from contacts.records import BadRecord
from contacts.typed import date_in_full, read_date
from contacts.views.answers import answer, number
from contacts.views.conflict import too_late
from contacts.views.found import found_article, found_report

CHANGED_KEPT = (
    "Somebody changed this proposal meanwhile. What you typed is still here; look, and save again if it still holds."
)
CHANGED = "Somebody decided on one of the two meanwhile. Nothing was joined; look, and choose again."
HALVES = ("first", "second")


@require_http_methods(["GET", "POST"])
@needs(Role.ANALYST)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """The correction form, and its answer. Whatever was typed comes back until it could be saved."""
    found = found_report(pk, request.user)
    if request.method == "GET":
        return _correct(request, found, _of(found))
    if "more" in request.POST:
        return _correct(request, found, _of(found, with_another_row(request.POST)))
    form = _of(found, request.POST)
    if not form.is_valid():
        return _correct(request, found, form, status=422)
    try:
        saved = review.correct(found.pk, request.user, number(request.POST.get("version")), form.record())
    except review.Changed as changed:
        return too_late(request, changed.report, form.record())
    except BadRecord as error:
        return _correct(request, found, form, problem=str(error), status=422)
    return answer(request, saved, done="Corrected")


def _of(report: Report, data=None, prefix: str = "") -> Correction:
    return Correction(report.article, report.record, data, slot=f"r{report.pk}", prefix=prefix)


def _correct(
    request: HttpRequest, report: Report, form: Correction, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {"correction": form, "proposal": queries.proposals([report])[0], "problem": problem}
    return render(request, "contacts/correct.html" + _part(request), context, status=status)


def _part(request: HttpRequest) -> str:
    return "#form" if request.htmx else ""


@require_http_methods(["GET", "POST"])
@needs(Role.ANALYST)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of a contact that the machine missed: empty, or begun from the words of ``?words=12-40``."""
    article = found_article(pk, request.user)
    if request.method == "GET":
        return _begin(request, article)
    if "more" in request.POST:
        return _add(request, article, Correction(article, None, with_another_row(request.POST)))
    form = Correction(article, None, request.POST)
    if not form.is_valid():
        return _add(request, article, form, status=422)
    try:
        added = review.add(article.pk, request.user, form.record())
    except BadRecord as error:
        return _add(request, article, form, problem=str(error), status=422)
    return answer(request, added, done="Added")


def _begin(request: HttpRequest, article: Article) -> HttpResponse:
    try:
        span, _ = spans.read(request.GET.get("words", ""), len(article.text))
    except spans.NotThere as error:
        return _add(request, article, Correction(article), problem=str(error), status=422)
    record = draft.make(article, *span) if span else None
    return _add(request, article, Correction(article, record), drafted=span is not None)


def _add(
    request: HttpRequest,
    article: Article,
    form: Correction,
    *,
    problem: str = "",
    drafted: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {"article": article, "correction": form, "problem": problem, "drafted": drafted}
    return render(request, "contacts/add.html" + _part(request), context, status=status)


@require_http_methods(["GET", "POST"])
@needs(Role.ANALYST)
def split(request: HttpRequest, pk: int) -> HttpResponse:
    """Two forms, both begun with what the proposal says: the proposal becomes the first, the second is added."""
    found = found_report(pk, request.user)
    data = request.POST if request.method == "POST" else None
    for half in HALVES:
        if data is not None and f"{half}-more" in data:
            more = with_another_row(data, half)
            return _split(request, found, [_of(found, more, prefix) for prefix in HALVES])
    halves = [_of(found, data, half) for half in HALVES]
    if data is None:
        return _split(request, found, halves)
    valid = [half.is_valid() for half in halves]
    if not all(valid):
        return _split(request, found, halves, status=422)
    one, other = (half.record() for half in halves)
    if one == other:
        return _split(request, found, halves, problem="The two are still the same. Change at least one.", status=422)
    try:
        made = review.split(found.pk, request.user, number(data.get("version")), one, other)
    except review.Changed as changed:
        return _split(request, changed.report, halves, problem=CHANGED_KEPT, status=409)
    except BadRecord as error:
        return _split(request, found, halves, problem=str(error), status=422)
    return answer(request, made, done="Made of one")


def _split(
    request: HttpRequest, report: Report, halves: list[Correction], *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {"halves": halves, "proposal": queries.proposals([report])[0], "problem": problem}
    return render(request, "contacts/split.html" + _part(request), context, status=status)


@require_http_methods(["GET", "POST"])
@needs(Role.ANALYST)
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose, by its number, the proposal that is the same contact as this one."""
    found = found_report(pk, request.user)
    if request.method == "GET":
        return _join(request, found)
    # What the person saw: a proposal that came or changed since is not joined unseen.
    seen = dict(_seen(value) for value in request.POST.getlist("seen"))
    typed = request.POST.get("number", "").strip()
    other = Report.objects.present().filter(article=found.article, ordinal=number(typed) - 1).exclude(pk=found.pk)
    other = other.filter(pk__in=seen).first()
    if other is None:
        return _join(request, found, wrong=f"There is no other proposal with the number “{typed}” here.", status=422)
    try:
        version = number(request.POST.get("version"))
        review.join(found.pk, request.user, version, other.pk, seen[other.pk])
    except review.Changed:
        return _join(request, found_report(pk, request.user), problem=CHANGED, status=409)
    except (BadRecord, ValueError) as error:
        return _join(request, found, problem=str(error), status=422)
    return answer(request, [found_report(pk, request.user), found_report(other.pk, request.user)], done="Joined")


def _seen(value: str) -> tuple[int, int]:
    pk, _, version = value.partition("-")
    return number(pk), number(version)


def _join(
    request: HttpRequest, report: Report, *, problem: str = "", wrong: str = "", status: int = 200
) -> HttpResponse:
    others = Report.objects.present().filter(article=report.article).exclude(pk=report.pk).order_by("ordinal", "pk")
    for other in others:
        other.article = report.article
    context = {
        "proposal": queries.proposals([report])[0],
        "others": queries.proposals(list(others)),
        "number": request.POST.get("number", ""),
        "problem": problem,
        "wrong": wrong,
    }
    return render(request, "contacts/join.html" + _part(request), context, status=status)


@require_GET
@needs(Role.ANALYST)
def people(request: HttpRequest, pk: int) -> HttpResponse:
    """Who could be meant by the letters typed so far (``q``)."""
    article = get_object_or_404(Article, pk=pk)
    found = people_known.suggest(article, request.GET.get("q", ""), sight.of(request.user))
    return JsonResponse({"people": [person.as_dict() for person in found]})


@require_GET
@needs(Role.ANALYST)
def date(request: HttpRequest, pk: int) -> HttpResponse:
    """How a typed date is understood, and how precisely; or in plain words why it is not."""
    article = get_object_or_404(Article.objects.only("published"), pk=pk)
    typed = next((value for name, value in request.GET.items() if name.split("-")[-1] == "date"), "")
    context = {"published": article.published}
    try:
        value = read_date(typed, article.published)
        context |= {"reading": date_in_full(value), "precision": value["precision"]}
    except ValidationError as error:
        context["wrong"] = error.messages[0]
    return render(request, "contacts/_date_reading.html", context)


@require_GET
@needs(Role.ANALYST)
def meant(request: HttpRequest, pk: int) -> HttpResponse:
    """The kind and the status of the contact that some words of the article (``words=12-40``) tell of."""
    article = get_object_or_404(Article, pk=pk)
    try:
        span, _ = spans.read(request.GET.get("words", ""), len(article.text))
    except spans.NotThere as error:
        return JsonResponse({"problem": str(error)}, status=422)
    return JsonResponse(draft.meant(article, *span) if span else {"kind": "", "status": ""})
