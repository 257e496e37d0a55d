"""Is this one person? The queue of names that may be, and what somebody says of names."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET, require_POST

from config.access import Role, needs
from contacts import sight
from contacts.forms_pair import read_days
from contacts.fusion import names_said
from contacts.fusion.verdicts import CannotHold
from contacts.models import NameSplit, NameVerdict, Person
from contacts.person import doubted, joining
from contacts.views.back import back

PAGE_SIZE, LAST_PAGE = 20, 1000
ONE, TWO = "Said: one person.", "Said: two people."


@require_GET
@needs(Role.READER)
def queue(request: HttpRequest) -> HttpResponse:
    """Two names each that may be one person's, people who may be two, and what was said last."""
    asked = request.GET.get("page", "")
    number = max(1, min(int(asked), LAST_PAGE)) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else 1
    seen = sight.of(request.user)
    hidden, here = seen.hidden_names(), ((number - 1) * PAGE_SIZE, PAGE_SIZE + 1)
    found, doubts = names_said.questions(*here, hidden.keys()), doubted.queue(*here, seen)
    context = {
        "questions": found[:PAGE_SIZE],
        "doubts": doubts[:PAGE_SIZE],
        "asked_before": min(len(doubts), PAGE_SIZE),
        "number": number,
        "has_next": max(len(found), len(doubts)) > PAGE_SIZE,
        "said": names_said.latest(hidden=hidden.keys()),
        "splits": names_said.latest_splits(hidden=set(hidden.values())),
    }
    return render(request, "contacts/names.html", context)


@require_GET
@needs(Role.ANALYST)
def join(request: HttpRequest, key: str) -> HttpResponse:
    """With whom a person could be one: by the name typed (``name``), and ``with`` somebody what would become one."""
    seen = sight.of(request.user)
    person = _person(key, seen)
    other = request.GET.get("with", "")[:32].replace("\x00", "")
    if other and other != person.pk:
        context = {"person": person, "other": _person(other, seen)}
        context["joining"] = joining.joining(person, context["other"], seen)
        return render(request, "contacts/join_person.html", context)
    typed = request.GET.get("name", "")[:120].replace("\x00", "")
    person.name = seen.name(person.pk, person.name)
    context = {"person": person, "typed": typed, "found": joining.candidates(person, typed, seen)}
    answer = render(request, f"contacts/join_person.html{'#candidates' if request.htmx else ''}", context)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def _person(key: str, seen: sight.Sight) -> Person:
    found = Person.objects.select_related("party").filter(Q(pk=key) | Q(names=key)).first()
    if found is None or not seen.knows(found.pk):
        raise Http404("There is no such person any more. The search finds people by their names.")
    return found


@require_POST
@needs(Role.ANALYST)
def say(request: HttpRequest) -> HttpResponse:
    """``one`` and ``other`` are ids of names; ``same`` is "yes" or "no"."""
    one, other = (request.POST.get(name, "")[:32] for name in ("one", "other"))
    same = request.POST.get("same")
    if same not in ("yes", "no") or "\x00" in one + other:
        return _back(request, "Say “one person” or “two people”. Nothing was changed.", failed=True)
    act = names_said.say_same if same == "yes" else names_said.say_apart
    return _said(request, lambda: act(one, other, request.user), ONE if same == "yes" else TWO)


@require_POST
@needs(Role.ANALYST)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether somebody is one person or two: ``people`` is "one" or "two"."""
    people = request.POST.get("people")
    if people not in ("one", "two"):
        return _back(request, "Say “one person” or “two people”. Nothing was changed.", failed=True)
    one = people == "one"
    return _said(request, lambda: names_said.answer(pk, request.user, one_person=one), ONE if one else TWO)


@require_POST
@needs(Role.ANALYST)
def split(request: HttpRequest) -> HttpResponse:
    """``name`` (an id) is another person's from ``day`` on."""
    name, typed = request.POST.get("name", "")[:32].replace("\x00", ""), request.POST.get("day", "")[:20]
    try:
        day, _ = read_days(typed)
    except ValueError as reason:
        return _back(request, str(reason), failed=True)
    words = "Said: from that day on it is another person."
    return _said(request, lambda: names_said.split(name, day, request.user), words)


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


def _said(request: HttpRequest, act: Callable[[], NameVerdict | NameSplit], words: str) -> HttpResponse:
    """Say it, and offer to take it back at once."""
    try:
        said = act()
    except CannotHold as reason:
        return _back(request, str(reason), failed=True)
    undo_by = "contacts:name_unsay" if isinstance(said, NameVerdict) else "contacts:name_unsplit"
    return _back(request, words, takes_back=reverse(undo_by, args=[said.pk]))


def _taken_back(request: HttpRequest, act) -> HttpResponse:
    try:
        act()
    except (NameVerdict.DoesNotExist, NameSplit.DoesNotExist):
        raise Http404("There is no such word.") from None
    except CannotHold as reason:
        return _back(request, str(reason), failed=True)
    return _back(request, "Taken back.")


def _back(request: HttpRequest, words: str, *, takes_back: str = "", failed: bool = False) -> HttpResponse:
    return back(request, words, "contacts:names", takes_back=takes_back, failed=failed)
