"""What a place's page shows: the contacts there."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import F, Prefetch

from contacts import links
from contacts.models import Contact, Dyad, Party
from contacts.sight import Sight
from contacts.when import when_words

PAGE_SIZE = 50


@dataclass(frozen=True)
class Line:
    """One contact; ``parties`` are their names."""

    contact: Contact
    address: str
    when: str
    parties: str


def contacts_at(name: str, country: str, number: str | None, sight: Sight) -> tuple[Page, Party | None]:
    """A page of the contacts at a place, latest first."""
    rows = Contact.objects.filter(place=name[:300], place_country=country[:32] or None)
    rows = sight.seen(rows, "pk")
    dyads = Dyad.objects.select_related("a", "b").order_by("a", "b")
    rows = rows.order_by(F("start").desc(nulls_last=True), "pk").prefetch_related(Prefetch("dyads", dyads))
    page = Paginator(rows, PAGE_SIZE).get_page(number)
    page.object_list = [_line(contact) for contact in page.object_list]
    return page, Party.objects.filter(pk=country[:32]).first()


def _line(contact: Contact) -> Line:
    names = sorted({party.name for dyad in contact.dyads.all() for party in (dyad.a, dyad.b)})
    when = when_words(contact.start, contact.end, contact.precision)
    return Line(contact, links.contact(contact.pk), when, ", ".join(names))
