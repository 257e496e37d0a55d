"""The history of a report, and what a person decided lately."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from config.access import Role, needs
from contacts import history
from contacts.views.found import found_report


@require_GET
@needs(Role.READER)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Who decided what on a report, which field from what to what, why, and what was taken back."""
    found = found_report(pk, request.user, "article__outlet", "standing")
    return render(request, "contacts/history.html", {"history": history.of_report(found)})


@require_GET
@needs(Role.READER)
def mine(request: HttpRequest) -> HttpResponse:
    """What the person in front of the page decided lately, each with its undo while it stands."""
    shown = history.of_person(request.user, request.GET.get("page"), request.user)
    return render(request, "contacts/decisions.html", {"decisions": shown, "person": request.user, "own": True})


@require_GET
@needs(Role.READER)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """What a colleague decided lately."""
    someone = get_object_or_404(get_user_model(), pk=pk)
    shown = history.of_person(someone, request.GET.get("page"), request.user)
    context = {"decisions": shown, "person": someone, "own": someone == request.user}
    return render(request, "contacts/decisions.html", context)
