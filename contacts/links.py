"""Which page shows what: the one place that knows."""

from __future__ import annotations

from functools import cache, lru_cache
from urllib.parse import urlencode

from django.urls import reverse


@lru_cache(maxsize=20_000)
def _to(view: str, *names: str) -> str:
    """Of what there are thousands at most. A page names hundreds of pairs, and Django takes its time for each."""
    return reverse(view, args=names)


@cache
def _around(view: str) -> tuple[str, str]:
    """What an address has before and after the number or key that it names."""
    before, _, after = reverse(view, args=["0"]).rpartition("0")
    return before, after


def _of(view: str, key: str | int) -> str:
    before, after = _around(view)
    return f"{before}{key}{after}"


def search(**query) -> str:
    return f"{reverse('contacts:search')}?{urlencode({name: value for name, value in query.items() if value})}"


def person(pk: str) -> str:
    return _of("contacts:person", pk)


def party(code: str) -> str:
    return _to("contacts:party", code)


def pair(a: str, b: str, query: str = "") -> str:
    """A pair's page; ``query`` narrows what it shows."""
    address = _to("contacts:pair", *sorted((a, b)))
    return f"{address}?{query}" if query else address


def contact(pk: str) -> str:
    return _of("contacts:contact", pk)


def report(article: int, pk: int) -> str:
    """A report in the article that it was read from."""
    return f"{_of('contacts:review', article)}?report={pk}"


def place(name: str, country: str) -> str:
    query = urlencode({name: value for name, value in {"at": name, "country": country}.items() if value})
    return f"{reverse('contacts:place')}?{query}"


def outlet(name: str) -> str:
    return f"{reverse('articles:list')}?{urlencode({'outlet': name})}"


def article(pk: int, at: str = "") -> str:
    """An article; ``at`` opens it at some of its words ("120-131")."""
    address = _of("article", pk)
    return f"{address}?at={at}#found" if at else address
