"""Two versions of a report side by side, field by field, one of them to choose."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from config.access import Role, needs
from contacts import conflict, review
from contacts.models import Report, ReportState
from contacts.records import BadRecord
from contacts.views.answers import NOWHERE, answer, number
from contacts.views.found import found_report

GONE = "Read again, it would not be proposed: keep it, or reject it."
LOST = "The two versions could not be told from what the page sent. Nothing was changed; decide again."


def too_late(request: HttpRequest, report: Report, mine: dict, *, problem: str = "") -> HttpResponse:
    """The answer to a decision on a report that somebody changed meanwhile. Nothing was applied."""
    return _show(request, conflict.of(report, mine), problem=problem, status=409)


def _show(request: HttpRequest, found: conflict.Conflict, *, problem: str = "", status: int = 200) -> HttpResponse:
    template = "contacts/conflict.html" + ("#sides" if request.htmx else "")
    context = {"conflict": found, "report": found.report, "problem": problem}
    context["oob"] = bool(request.htmx) and request.htmx.target == NOWHERE
    return render(request, template, context, status=status)


def seen_too_late(request: HttpRequest, report: Report, version: int, problem: str) -> HttpResponse:
    """The answer to accepting or rejecting a report that is no longer as it was seen: where its values changed, both
    versions side by side; where only somebody else's decision came, the report as it is now, with ``problem``."""
    mine = conflict.seen(report, version)
    if conflict.of(report, mine).fields:
        return too_late(request, report, mine)
    return answer(request, report, problem=problem, status=409)


@require_GET
@needs(Role.ANALYST)
def later(request: HttpRequest, pk: int) -> HttpResponse:
    """What a later reading says beside how the report was decided."""
    report = found_report(pk, request.user)
    if report.doubt is None:
        return answer(request, report, problem="Nothing speaks against this decision any more.", status=409)
    if report.doubt["machine"] is None:
        return answer(request, report, problem=GONE, status=409)
    return _show(request, conflict.of(report, report.doubt["machine"], later=True))


@require_http_methods(["POST"])
@needs(Role.ANALYST)
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Save the version that was put together. A change in the meantime shows both sides again, nothing is lost."""
    report = found_report(pk, request.user)
    try:
        mine, is_later = conflict.read_carried(report, request.POST.get("carried", ""))
    except conflict.NotOurs:
        return answer(request, report, problem=LOST, status=409)
    taken = [name.removeprefix("take-") for name, value in request.POST.items() if value == "mine"]
    record = conflict.settled(report, mine, taken)
    version = number(request.POST.get("version"))
    try:
        if record != report.record:
            saved = review.correct(report.pk, request.user, version, record)
        elif report.doubt is not None:
            saved = review.keep(report.pk, request.user, version)
        elif report.state == ReportState.PROPOSED:
            saved = review.accept(report.pk, request.user, version)
        else:
            if not request.htmx:
                messages.info(request, "Left as it was.")
            return answer(request, report, done="Left as it was")
    except review.Changed as changed:
        again = conflict.of(changed.report, mine, later=is_later)
        return _show(request, again, problem="It was changed once more.", status=409)
    except BadRecord as error:
        return _show(request, conflict.of(report, mine, later=is_later), problem=str(error), status=422)
    return answer(request, saved, done="Saved")
