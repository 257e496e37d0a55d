"""The search page, and the page of a place."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET

from config.access import Role, needs
from contacts import sight
from contacts.search.page import GROUPS, results
from contacts.search.places import contacts_at
from contacts.views.answers import number

FEW_WHILE_TYPING = 3


@require_GET
@needs(Role.READER)
def search(request: HttpRequest) -> HttpResponse:
    """What is found by ``q``; ``group`` and ``page`` show more of one group. For htmx only the results: on the search
    page itself in its place, on any other as a short list under the box."""
    under_box = request.htmx and request.htmx.target == "finds"
    few = {"few": FEW_WHILE_TYPING} if under_box else {}
    wanted = "" if under_box else request.GET.get("group", "")
    page = number(request.GET.get("page")) or 1
    found = results(request.GET.get("q", ""), wanted, page, sight=sight.of(request.user), **few)
    part = "#finds" if under_box else "#results" if request.htmx else ""
    answer = render(request, f"contacts/search.html{part}", {"results": found, "groups": GROUPS})
    patch_vary_headers(answer, ["HX-Request", "HX-Target"])
    return answer


@require_GET
@needs(Role.READER)
def place(request: HttpRequest) -> HttpResponse:
    """The contacts at a place, by its name (``at``) and the code of its country."""
    name, country = (request.GET.get(key, "").replace("\x00", "") for key in ("at", "country"))
    page, party = contacts_at(name, country, request.GET.get("page"), sight.of(request.user))
    context = {"name": name[:300], "party": party, "page": page, "code": country[:32]}
    return render(request, "contacts/place.html", context)
