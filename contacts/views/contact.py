"""The page of a contact, and the queue of joins on which a person should look."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from articles.intake import clean_line
from config.access import Role, needs
from contacts import joins, sight
from contacts.contact_page import contact_page, moved
from contacts.fusion import verdicts
from contacts.models import Contact, Verdict
from contacts.views.answers import number
from contacts.views.back import back
from contacts.views.found import BLIND, found_report


@require_GET
@needs(Role.READER)
def page(request: HttpRequest, key: str) -> HttpResponse:
    """A contact; one whose id is no more leads to where its first report went."""
    found = Contact.objects.select_related("place_country").filter(pk=key).first()
    seen = sight.of(request.user)
    if seen.keeps_back(key):
        raise PermissionDenied(BLIND)
    if found is None:
        now = moved(key)
        if now is None:
            raise Http404("There is no such contact any more.")
        return redirect("contacts:contact", now)
    return render(request, "contacts/contact.html", {"page": contact_page(found, seen)})


@require_GET
@needs(Role.READER)
def unsure(request: HttpRequest) -> HttpResponse:
    """The joins that wait for a word, the likeliest first."""
    page = joins.joins_page(request.GET.get("page"), sight.of(request.user))
    return render(request, "contacts/joins.html", {"page": page})


@require_POST
@needs(Role.ANALYST)
def say(request: HttpRequest) -> HttpResponse:
    """``one`` and ``other`` are reports; ``same`` is "yes" or "no". Answers with the page that was asked from."""
    ids = [number(request.POST.get(name)) for name in ("one", "other")]
    if not all(ids):
        return _back(request, "Two reports are wanted. Nothing was changed.", failed=True)
    one, other = (found_report(pk, request.user) for pk in ids)
    same, comment = request.POST.get("same"), clean_line(request.POST.get("comment", ""))
    if same not in ("yes", "no"):
        return _back(request, "Say “same” or “not the same”. Nothing was changed.", failed=True)
    act = verdicts.say_same if same == "yes" else verdicts.say_apart
    try:
        said = act(one.pk, other.pk, request.user, comment)
    except verdicts.CannotHold as reason:
        return _back(request, str(reason), failed=True)
    return _back(request, "Said: the same contact." if same == "yes" else "Said: not the same contact.", said)


@require_POST
@needs(Role.ANALYST)
def take_out(request: HttpRequest, pk: int) -> HttpResponse:
    """One report tells of another contact than those that it is joined with."""
    report = found_report(pk, request.user)
    try:
        verdicts.take_out(report.pk, request.user, clean_line(request.POST.get("comment", "")))
    except verdicts.CannotHold as reason:
        return _back(request, str(reason), failed=True)
    return _back(request, f"Taken out: “{report.article.title}” tells of another contact.")


@require_POST
@needs(Role.ANALYST)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was said of two reports."""
    verdict = Verdict.objects.filter(pk=pk).first()
    if verdict is None:
        raise Http404("There is no such word.")
    for report in (verdict.one_id, verdict.other_id):
        found_report(report, request.user)
    try:
        verdicts.undo(pk, request.user)
    except verdicts.CannotHold as reason:
        return _back(request, str(reason), failed=True)
    return _back(request, "Taken back.")


def _back(request: HttpRequest, words: str, said: Verdict | None = None, *, failed: bool = False) -> HttpResponse:
    """To the page that was asked from, with the address that takes it back at once."""
    takes_back = reverse("contacts:unsay", args=[said.pk]) if said else ""
    return back(request, words, "contacts:joins", takes_back=takes_back, failed=failed)
