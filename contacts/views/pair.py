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
from contacts import sight
from contacts.forms_pair import OpenPair, PairFilter
from contacts.models import Party
from contacts.pair import named, picture_file
from contacts.pair.chips import chips
from contacts.pair.page import pair_page, pair_picture
from contacts.pair.window import Window
from contacts.pair_list import pair_counts, pair_rows

PAGE_SIZE = 100


@require_GET
@needs(Role.READER)
def pairs(request: HttpRequest) -> HttpResponse:
    """Every pair with contacts, most first. With two parties in the address: on to the page of that pair."""
    chosen = OpenPair(request.GET if {"a", "b"} & set(request.GET) else None)
    if chosen.is_valid():
        return redirect("contacts:pair", *chosen.codes())
    counts = pair_counts(sight.of(request.user).years)
    sheet = Paginator(counts, PAGE_SIZE).get_page(request.GET.get("page"))
    most = counts[0]["total"] if sheet.paginator.count else 1
    return render(request, "contacts/pairs.html", {"form": chosen, "sheet": sheet, "rows": pair_rows(sheet, most)})


@require_GET
@needs(Role.READER)
def page(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """The page of two parties; for htmx only what a choice changes, with the address that asks for the same again."""
    parties, (first, second) = _parties(f"{a}-{b}".upper())
    address = reverse("contacts:pair", args=[first, second])
    if request.path != address:
        return _moved(request, address)
    if len(parties) < 2:
        return _no_pair(request, first, second, parties)
    asked = PairFilter(request.GET)
    part = _part(request)
    if part in OFFERED:
        answer = _offered(request, part, parties[first], parties[second], asked)
    else:
        answer = _page(request, part, parties[first], parties[second], asked)
    patch_vary_headers(answer, ["HX-Request", "HX-Target"])
    return _with_address(request, answer, address, asked) if part == "answer" else answer


# Where htmx puts the names that are offered while letters are typed.
OFFERED = {"fs-who": named.people, "fs-outlet": named.outlets}


def _part(request: HttpRequest) -> str:
    """Which part htmx asks for: names to choose from, more of the list, or all that a choice changes. "" is all."""
    if not request.htmx or request.htmx.history_restore_request:
        return ""
    return request.htmx.target if request.htmx.target in {"more", *OFFERED} else "answer"


def _page(request: HttpRequest, part: str, a: Party, b: Party, asked: PairFilter) -> HttpResponse:
    shown = pair_page(a, b, asked.filter(sight.of(request.user)), asked.ask(_today()))
    context = {
        "page": shown,
        "form": asked,
        "part": part,
        "typed": request.htmx.trigger == "filters",
        "chips": chips(asked, shown.facets, Window(shown.filter.start, shown.filter.end)),
        "query": asked.address(),
        "any_time": _and(asked.address(from_="", to="")),
        "same": _and(asked.address()),
    }
    return render(request, "contacts/pair.html" + (f"#{part}" if part else ""), context)


def _and(query: str) -> str:
    """A query string that more can be added to."""
    return f"{query}&" if query else ""


def _offered(request: HttpRequest, part: str, a: Party, b: Party, asked: PairFilter) -> HttpResponse:
    """The people or outlets whose names hold what is being typed."""
    name, like = part.removeprefix("fs-"), asked.ask(_today()).like
    choices = OFFERED[part](a.pk, b.pk, asked.filter(sight.of(request.user)), like[name])
    return render(request, "contacts/_named.html", {"name": name, "choices": choices, "like": like[name]})


@require_GET
@needs(Role.READER)
def picture(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """The drawing as an SVG file that needs nothing else."""
    parties, (first, second) = _parties(f"{a}-{b}".upper())
    address = reverse("contacts:pair_picture", args=[first, second])
    if request.path != address:
        return _moved(request, address)
    if len(parties) < 2:
        return _no_pair(request, first, second, parties)
    asked = PairFilter(request.GET).filter(sight.of(request.user))
    drawn = pair_picture(parties[first], parties[second], asked, _today())
    if drawn is None:
        explain = "No contact passes this filter, so there is nothing to draw."
        return render(request, "404.html", {"explain": explain}, status=404)
    answer = render(request, "contacts/picture.svg", picture_file.context(drawn), content_type="image/svg+xml")
    answer["Content-Disposition"] = f'attachment; filename="{first}-{second}.svg"'
    return answer


def _moved(request: HttpRequest, address: str) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{address}?{query}" if query else address, permanent=True)


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
