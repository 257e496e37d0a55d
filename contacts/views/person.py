"""The page of a person."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET
from django_htmx.http import push_url

from config.access import Role, needs
from contacts import links, sight
from contacts.forms_person import PersonFilter
from contacts.models import Person
from contacts.pair.chips import chips
from contacts.pair.window import Window
from contacts.person.page import person_page, whose


@require_GET
@needs(Role.READER)
def page(request: HttpRequest, key: str) -> HttpResponse:
    """A person; an id of one of their names leads on to them. For htmx only what a choice changes."""
    found = Person.objects.select_related("party").filter(pk=key).first()
    seen = sight.of(request.user)
    if found is None or not seen.knows(key):
        now = whose(key, seen)
        if now is None:
            raise Http404("There is no such person any more. The search finds people by their names.")
        return redirect(links.person(now))
    asked = PersonFilter(request.GET)
    shown = person_page(found, asked.filter(seen), asked.ask(timezone.now().date()))
    part = _part(request)
    query, any_time = asked.address(), asked.address(from_="", to="")
    context = {
        "page": shown,
        "form": asked,
        "part": part,
        "typed": request.htmx.trigger == "filters",
        "chips": chips(asked, shown.facets, Window(shown.filter.start, shown.filter.end)),
        "any_time": f"{any_time}&" if any_time else "",
        "same": f"{query}&" if query else "",
    }
    answer = render(request, "contacts/person.html" + (f"#{part}" if part else ""), context)
    patch_vary_headers(answer, ["HX-Request", "HX-Target"])
    if part != "answer":
        return answer
    full = f"{request.path}?{query}" if query else request.path
    return push_url(answer, False if full == request.htmx.current_url_abs_path else full)


def _part(request: HttpRequest) -> str:
    """Which part htmx asks for: more of the list, or all that a choice changes. "" is all."""
    if not request.htmx or request.htmx.history_restore_request:
        return ""
    return "more" if request.htmx.target == "more" else "answer"
