"""The pages of pairs: all of them, and one."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET
from django_htmx.http import push_url

from config.access import Role, needs
from contacts.forms_pair import OpenPair, PairFilter
from contacts.models import Party
from contacts.pair_list import pair_counts, pair_rows
from contacts.timeline import pair_page

PAGE_SIZE = 100


@require_GET
@needs(Role.READER)
def pairs(request: HttpRequest) -> HttpResponse:
    """Every pair with contacts, most first. With two parties in the address: on to the page of that pair."""
    chosen = OpenPair(request.GET if {"a", "b"} & set(request.GET) else None)
    if chosen.is_valid():
        return redirect("contacts:pair", *chosen.codes())
    counts = pair_counts()
    sheet = Paginator(counts, PAGE_SIZE).get_page(request.GET.get("page"))
    most = counts[0]["total"] if sheet.paginator.count else 1
    return render(request, "contacts/pairs.html", {"form": chosen, "sheet": sheet, "rows": pair_rows(sheet, most)})


@require_GET
@needs(Role.READER)
def page(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """The page of two parties; for htmx only what a filter changes, with the address that asks for the same again."""
    parties, (first, second) = _parties(f"{a}-{b}".upper())
    address = reverse("contacts:pair", args=[first, second])
    if request.path != address:
        query = request.META.get("QUERY_STRING", "")
        return redirect(f"{address}?{query}" if query else address, permanent=True)
    if len(parties) < 2:
        return _no_pair(request, first, second, parties)
    asked = PairFilter(request.GET)
    shown = pair_page(parties[first], parties[second], asked.filter(), today=_today())
    part = request.htmx and not request.htmx.history_restore_request
    context = {"page": shown, "form": asked, "part": part}
    answer = render(request, "contacts/pair.html" + ("#answer" if part else ""), context)
    patch_vary_headers(answer, ["HX-Request"])
    return _with_address(request, answer, address, asked) if part else answer


def _with_address(request: HttpRequest, answer: HttpResponse, address: str, asked: PairFilter) -> HttpResponse:
    """The answer, telling the browser the address of what it shows; nothing when it stands there already."""
    query = asked.address()
    full = f"{address}?{query}" if query else address
    return push_url(answer, False if full == request.htmx.current_url_abs_path else full)


def _parties(codes: str) -> tuple[dict[str, Party], tuple[str, str]]:
    """The parties of "CUB-PRK" that exist, by code, and the two codes in order.

    A code may hold a hyphen itself (ARAB-LEAGUE-EGY), so of all splits the one with two parties that exist is meant.
    """
    parts = codes.split("-")
    splits = [("-".join(parts[:n]), "-".join(parts[n:])) for n in range(1, len(parts))]
    known = Party.objects.in_bulk({code for split in splits for code in split})
    meant = next((split for split in splits if set(split) <= known.keys()), splits[0])
    return {code: known[code] for code in meant if code in known}, tuple(sorted(meant))


def _today() -> date:
    return timezone.now().date()


def _no_pair(request: HttpRequest, first: str, second: str, known: dict[str, Party]) -> HttpResponse:
    """404, saying which of the codes is the wrong one."""
    unknown = [code for code in (first, second) if code not in known]
    if unknown:
        explain = f"There is no party with the code {' or '.join(dict.fromkeys(unknown))}."
    else:
        explain = "A pair has two different parties."
    explain += " Countries have three letters, such as CUB for Cuba. The page of pairs has lists to choose from."
    return render(request, "404.html", {"explain": explain}, status=404)
