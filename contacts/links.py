"""Which page shows what: the one place that knows."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse


def search(**query) -> str:
    return f"{reverse('contacts:search')}?{urlencode({name: value for name, value in query.items() if value})}"


def person(_pk: str, name: str) -> str:
    """Until people have a page: the articles that have the name."""
    return search(q=f'"{name}"', group="articles")


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
