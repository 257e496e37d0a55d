"""What a place's page shows: the contacts there."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import F, Prefetch

from contacts import links
from contacts.models import Contact, Dyad, Party
from contacts.when import when_words

PAGE_SIZE = 50


@dataclass(frozen=True)
class Line:
    """One contact; the addresses of its pairs with what they are called."""

    contact: Contact
    when: str
    pairs: list[tuple[str, str]]


def contacts_at(name: str, country: str, number: str | None) -> tuple[Page, Party | None]:
    """A page of the contacts at a place, latest first. Four queries."""
    rows = Contact.objects.filter(place=name[:300], place_country=country[:32] or None)
    dyads = Dyad.objects.select_related("a", "b").order_by("a", "b")
    rows = rows.order_by(F("start").desc(nulls_last=True), "pk").prefetch_related(Prefetch("dyads", dyads))
    page = Paginator(rows, PAGE_SIZE).get_page(number)
    page.object_list = [_line(contact) for contact in page.object_list]
    return page, Party.objects.filter(pk=country[:32]).first()


def _line(contact: Contact) -> Line:
    pairs = [(links.contact(contact.pk), f"{d.a.name} and {d.b.name}") for d in contact.dyads.all()]
    return Line(contact, when_words(contact.start, contact.end, contact.precision), pairs)
