"""The first page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from config.access import Role, needs
from contacts import queries


@require_GET
@needs(Role.READER)
def overview(request: HttpRequest) -> HttpResponse:
    """The whole page. htmx asks again while articles are being read: 204 until something moved."""
    if request.htmx and request.GET.get("seen") == queries.overview_mark(request.user):
        return HttpResponse(status=204)
    template = "contacts/overview.html" + ("#live" if request.htmx else "")
    return render(request, template, {"page": queries.overview(request.user)})
