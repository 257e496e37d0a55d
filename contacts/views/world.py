"""The pages that show many pairs: the matrix, a party with all its partners, some pairs beside each other."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET

from config.access import Role, needs
from contacts import sight
from contacts.comparing import beside, comparison, suggestions
from contacts.country import country_page
from contacts.forms_compare import CompareFilter
from contacts.forms_world import CountryFilter, MatrixFilter
from contacts.matrix import matrix as matrix_of
from contacts.models import Party


@require_GET
@needs(Role.READER)
def matrix(request: HttpRequest) -> HttpResponse:
    """Pairs by number and recency; for htmx only what the choices change."""
    form = MatrixFilter(request.GET)
    asked = form.asked()
    page = matrix_of(asked, timezone.now().date(), sight=sight.of(request.user))
    return _whole_or_part(request, "contacts/matrix.html", {"form": form, "asked": asked, "page": page})


@require_GET
@needs(Role.READER)
def compare(request: HttpRequest) -> HttpResponse:
    """Two to four pairs on one time axis; with fewer, what to choose from."""
    form = CompareFilter(request.GET)
    asked = form.asked()
    seen = sight.of(request.user)
    page = comparison(form.pairs, asked, seen) if form.pairs else None
    known = suggestions(seen)
    near = beside(form.pairs[0], known) if len(form.pairs) == 1 else []
    context = {"form": form, "asked": asked, "page": page, "suggestions": known, "beside": near}
    return _whole_or_part(request, "contacts/compare.html", context)


@require_GET
@needs(Role.READER)
def party(request: HttpRequest, code: str) -> HttpResponse:
    """One party; 404 with an explanation where there is none with this code."""
    found = Party.objects.filter(pk=code.upper()).first()
    if found is None:
        explain = f"There is no party with the code {code.upper()}. Countries have three letters, such as CUB for Cuba."
        return render(request, "404.html", {"explain": explain}, status=404)
    address = reverse("contacts:party", args=[found.pk])
    if request.path != address:
        query = request.META.get("QUERY_STRING", "")
        return redirect(f"{address}?{query}" if query else address, permanent=True)
    form = CountryFilter(request.GET)
    page = country_page(found, form.asked(), sight.of(request.user))
    return _whole_or_part(request, "contacts/party.html", {"form": form, "page": page})


def _whole_or_part(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    part = request.htmx and not request.htmx.history_restore_request
    answer = render(request, template + ("#answer" if part else ""), context)
    patch_vary_headers(answer, ["HX-Request"])
    return answer
