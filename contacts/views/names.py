"""Is this one person? The queue of names that may be, and what somebody says of names."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from config.access import Role, needs
from contacts import sight
from contacts.forms_pair import read_days
from contacts.fusion import names_said
from contacts.fusion.verdicts import CannotHold
from contacts.models import NameSplit, NameVerdict
from contacts.views.back import back

PAGE_SIZE, LAST_PAGE = 20, 1000


@require_GET
@needs(Role.READER)
def queue(request: HttpRequest) -> HttpResponse:
    """Two names each that may be one person's, and what was said last."""
    asked = request.GET.get("page", "")
    number = max(1, min(int(asked), LAST_PAGE)) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else 1
    hidden = sight.of(request.user).hidden_names()
    found = names_said.questions((number - 1) * PAGE_SIZE, PAGE_SIZE + 1, hidden.keys())
    context = {
        "questions": found[:PAGE_SIZE],
        "number": number,
        "has_next": len(found) > PAGE_SIZE,
        "said": names_said.latest(hidden=hidden.keys()),
        "splits": names_said.latest_splits(hidden=set(hidden.values())),
    }
    return render(request, "contacts/names.html", context)


@require_POST
@needs(Role.ANALYST)
def say(request: HttpRequest) -> HttpResponse:
    """``one`` and ``other`` are ids of names; ``same`` is "yes" or "no"."""
    one, other = (request.POST.get(name, "")[:32] for name in ("one", "other"))
    same = request.POST.get("same")
    if same not in ("yes", "no") or "\x00" in one + other:
        return _back(request, "Say “one person” or “two people”. Nothing was changed.", failed=True)
    act, words = (
        (names_said.say_same, "Said: one person.") if same == "yes" else (names_said.say_apart, "Said: two people.")
    )
    try:
        act(one, other, request.user)
    except CannotHold as reason:
        return _back(request, str(reason), failed=True)
    return _back(request, words)


@require_POST
@needs(Role.ANALYST)
def split(request: HttpRequest) -> HttpResponse:
    """``name`` (an id) is another person's from ``day`` on."""
    name, typed = request.POST.get("name", "")[:32].replace("\x00", ""), request.POST.get("day", "")[:20]
    try:
        day, _ = read_days(typed)
        names_said.split(name, day, request.user)
    except (ValueError, CannotHold) as reason:
        return _back(request, str(reason), failed=True)
    return _back(request, "Said: from that day on it is another person.")


@require_POST
@needs(Role.ANALYST)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was said of two names."""
    return _taken_back(request, lambda: names_said.undo(pk, request.user))


@require_POST
@needs(Role.ANALYST)
def undo_split(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back that a name is another person's from a day on."""
    return _taken_back(request, lambda: names_said.undo_split(pk, request.user))


def _taken_back(request: HttpRequest, act) -> HttpResponse:
    try:
        act()
    except (NameVerdict.DoesNotExist, NameSplit.DoesNotExist):
        raise Http404("There is no such word.") from None
    except CannotHold as reason:
        return _back(request, str(reason), failed=True)
    return _back(request, "Taken back.")


def _back(request: HttpRequest, words: str, *, failed: bool = False) -> HttpResponse:
    return back(request, words, "contacts:names", failed=failed)
