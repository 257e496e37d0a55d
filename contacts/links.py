"""Which page shows what: the one place that knows."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

from django.urls import reverse


def search(**query) -> str:
    return f"{reverse('contacts:search')}?{urlencode({name: value for name, value in query.items() if value})}"


@lru_cache(maxsize=4096)
def person(pk: str) -> str:
    """Kept in memory: lists of contacts name hundreds of people."""
    return reverse("contacts:person", args=[pk])


def party(code: str) -> str:
    return reverse("contacts:party", args=[code])


def pair(a: str, b: str) -> str:
    return reverse("contacts:pair", args=sorted((a, b)))


def contact(pk: str) -> str:
    return reverse("contacts:contact", args=[pk])


def place(name: str, country: str) -> str:
    query = urlencode({name: value for name, value in {"at": name, "country": country}.items() if value})
    return f"{reverse('contacts:place')}?{query}"


def outlet(name: str) -> str:
    return f"{reverse('articles:list')}?{urlencode({'outlet': name})}"


def article(pk: int, at: str = "") -> str:
    """An article; ``at`` opens it at some of its words ("120-131")."""
    address = reverse("article", args=[pk])
    return f"{address}?at={at}#found" if at else address
