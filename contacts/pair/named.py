"""The people and the outlets that a pair's contacts can be filtered by: the most frequent ones, the chosen ones, and
those whose name holds what was typed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import Count, QuerySet

from articles.models import Outlet
from contacts.fusion.names import name_key
from contacts.models import Participation, Person, Source
from contacts.pair.selection import Filter, matching

MOST = 8


@dataclass(frozen=True, slots=True)
class Facet:
    """A choice, and how many contacts it holds when all other choices stay as they are."""

    value: str
    label: str
    count: int
    chosen: bool


def people(a: str, b: str, asked: Filter, like: str = "") -> tuple[Facet, ...]:
    """Who takes part in most of the contacts, after the chosen ones. Two queries, three where somebody is chosen."""
    among = matching(a, b, asked, but={"people"}).values("contact")
    rows = Participation.objects.order_by().filter(contact__in=among, person__isnull=False)
    if like:
        # The names first: a few people of the whole archive have them, and their contacts are looked up by index.
        rows = rows.filter(person__key__contains=name_key(like))
    found = _choices(rows, "person", asked.people, Person.objects.all())
    sight = asked.sight
    return tuple(replace(one, label=sight.name(one.value, one.label)) for one in found if sight.knows(one.value))


def outlets(a: str, b: str, asked: Filter, like: str = "") -> tuple[Facet, ...]:
    """Who told of most of the contacts, after the chosen ones. Two queries, three where an outlet is chosen."""
    among = matching(a, b, asked, but={"outlets"}).values("contact")
    rows = Source.objects.order_by().filter(contact__in=among, report__article__outlet__isnull=False)
    if like:
        rows = rows.filter(report__article__outlet__name__icontains=like)
    return _choices(rows, "report__article__outlet", asked.outlets, Outlet.objects.all())


def _choices(rows: QuerySet, field: str, chosen: frozenset, named: QuerySet) -> tuple[Facet, ...]:
    counted = rows.values_list(field).annotate(contacts=Count("contact", distinct=True))
    counts = dict(counted.order_by("-contacts", field)[:MOST])
    if chosen:
        counts |= dict.fromkeys(chosen, 0) | dict(counted.filter(**{f"{field}__in": sorted(chosen)}))
    names = dict(named.filter(pk__in=counts).values_list("pk", "name"))
    known = sorted(counts.keys() & names.keys(), key=lambda key: (key not in chosen, -counts[key], names[key]))
    return tuple(Facet(str(key), names[key], counts[key], key in chosen) for key in known)
