"""Whom a person met: people of other parties who took part in the same contacts. Two queries."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Max, QuerySet

from contacts.models import Participation, Person
from contacts.pair.named import Facet
from contacts.sight import Sight
from contacts.when import month_words

MOST = 12


@dataclass(frozen=True)
class Counterpart:
    """``contacts`` is how many of the asked contacts both took part in, ``last`` when the last of them began."""

    id: str
    name: str
    party: str
    code: str
    contacts: int
    last: str


def counterparts(person: Person, rows: QuerySet[Participation], sight: Sight) -> tuple[Counterpart, ...]:
    """Most contacts first. ``rows`` are participations of the person."""
    others = Participation.objects.filter(contact__in=rows.values("contact"), person__isnull=False).order_by()
    others = others.exclude(person=person.pk)
    if person.party_id:
        others = others.exclude(party=person.party_id)
    counted = others.values_list("person").annotate(n=Count("contact", distinct=True), last=Max("contact__start"))
    most = list(counted.order_by("-n", "person")[:MOST])
    known = Person.objects.select_related("party").in_bulk([pk for pk, _, _ in most])
    return tuple(
        Counterpart(
            id=pk,
            name=sight.name(pk, known[pk].name),
            party=known[pk].party.name if known[pk].party else "",
            code=known[pk].party_id or "",
            contacts=n,
            last=month_words(last) if last else "",
        )
        for pk, n, last in most
        if pk in known
    )


def chosen(ids: frozenset[str], sight: Sight) -> tuple[Facet, ...]:
    """Those with whom contacts are asked for. One query, none where nobody is."""
    if not ids:
        return ()
    names = dict(Person.objects.filter(pk__in=sorted(ids)).values_list("pk", "name"))
    names = {pk: sight.name(pk, name) for pk, name in names.items() if sight.knows(pk)}
    return tuple(Facet(pk, f"With {name}", 0, True) for pk, name in sorted(names.items()))
