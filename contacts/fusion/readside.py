"""Contacts made from reports: which reports are one contact, and the read side kept in step with them.

Here, so far, two reports are one contact where kind, parties, day and named people are the same. A report that is
vague in any of these stays a contact of its own: joining too little shows two entries, joining too much hides one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from itertools import combinations

from django.db import connection, transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Length

from articles.models import Article
from contacts.extraction.types import Precision
from contacts.fusion.names import name_key
from contacts.models import NO_CONTACT, Contact, Dyad, Participation, Person, Report, Source

# The number of our lock among PostgreSQL's advisory locks; any will do that nothing else uses.
READ_SIDE = 711_2015


def contact_id(report: Report) -> str:
    """The id of the contact that a report belongs to: made from what must agree, so a rebuild finds it again."""
    record = report.record
    named = sorted({name_key(p["name"]) for p in record["participants"] if p["name"]})
    if record["date"]["precision"] == Precision.DAY and named:
        when = (record["date"]["start"], record["date"]["end"])
        agreed = repr((record["type"], record["countries"], when, named))
    else:
        agreed = f"report {report.pk}"
    return hashlib.sha256(agreed.encode()).hexdigest()[:32]


def _one_at_a_time() -> None:
    """Hold back every other change of the read side until this transaction ends.

    Two decisions on reports of one contact would both make it anew. SQLite lets one write at a time anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [READ_SIDE])


@transaction.atomic
def project(reports: Iterable[Report]) -> None:
    """Bring the read side in step with these reports: the contacts they belonged to and those they belong to now."""
    _one_at_a_time()
    reports = list(reports)
    touched = set(Contact.objects.filter(sources__report__in=reports).values_list("pk", flat=True))
    touched |= {contact_id(report) for report in reports}
    members = Report.objects.filter(source__contact__in=touched).exclude(pk__in=[r.pk for r in reports])
    _make([*members, *reports], clear=Contact.objects.filter(pk__in=touched))


@transaction.atomic
def withdraw(reports: Iterable[Report]) -> None:
    """Delete these reports, on which nobody decided, and bring the contacts that they belonged to in step."""
    _one_at_a_time()
    ids = [report.pk for report in reports]
    touched = set(Contact.objects.filter(sources__report__in=ids).values_list("pk", flat=True))
    members = list(Report.objects.filter(source__contact__in=touched).exclude(pk__in=ids))
    _make(members, clear=Contact.objects.filter(pk__in=touched))
    Report.objects.filter(pk__in=ids).delete()


@transaction.atomic
def rebuild() -> int:
    """Make the whole read side anew from the reports. Returns the number of contacts."""
    _one_at_a_time()
    _make(Report.objects.order_by("pk").iterator(chunk_size=2000), clear=Contact.objects.all())
    return Contact.objects.count()


def _make(reports: Iterable[Report], clear: QuerySet[Contact]) -> None:
    known = set(Person.objects.filter(participations__contact__in=clear).values_list("pk", flat=True))
    clear.delete()
    hidden = set(Article.everything.filter(removed=True).values_list("pk", flat=True))
    groups: dict[str, list[Report]] = {}
    for report in reports:
        if report.state not in NO_CONTACT and report.article_id not in hidden:
            groups.setdefault(contact_id(report), []).append(report)
    built = [_Built(key, group) for key, group in sorted(groups.items())]
    people = {person.pk: person for b in built for person in b.people}
    Person.objects.bulk_create(people.values(), ignore_conflicts=True, batch_size=1000)
    Contact.objects.bulk_create([b.contact for b in built], batch_size=1000)
    Source.objects.bulk_create([row for b in built for row in b.sources], batch_size=1000)
    Participation.objects.bulk_create([row for b in built for row in b.participations], batch_size=1000)
    Dyad.objects.bulk_create([row for b in built for row in b.dyads], batch_size=1000)
    _settle_people(sorted(known | people.keys()))


def _settle_people(ids: list[str]) -> None:
    """Name people by the longest of their spellings (of equal ones the first in the alphabet), and drop who is in no
    contact any more: so a name does not depend on the order in which reports came."""
    fullest = Participation.objects.filter(person=OuterRef("pk")).order_by(-Length("name"), "name").values("name")[:1]
    for at in range(0, len(ids), 500):
        some = Person.objects.filter(pk__in=ids[at : at + 500])
        some.filter(participations=None).delete()
        some.update(name=Subquery(fullest))


def _person(someone: dict) -> Person:
    """The row of a named participant. Its id is made from name and party, so that a rebuild finds it again."""
    key, party = name_key(someone["name"]), someone["country"]
    pk = hashlib.sha256(repr((key, party)).encode()).hexdigest()[:32]
    return Person(pk=pk, key=key, party_id=party, name=someone["name"][:200])


class _Built:
    """The unsaved rows of one contact. Its values are those of its first confirmed report, else of its first."""

    def __init__(self, key: str, reports: list[Report]) -> None:
        ranked = sorted(reports, key=lambda report: (not report.confirmed, report.pk))
        record = ranked[0].record
        when, place = record["date"], record.get("place") or {}
        start, end = (date.fromisoformat(when[side]) if when[side] else None for side in ("start", "end"))
        self.contact = Contact(
            id=key,
            kind=record["type"],
            status=record["status"],
            start=start,
            end=end,
            precision=when["precision"],
            place=(place.get("text") or "")[:300],
            place_country_id=place.get("country"),
            confirmed=ranked[0].confirmed,
            confirmed_at=ranked[0].decided_at if ranked[0].confirmed else None,
        )
        self.sources = [Source(contact=self.contact, report=report, rank=n) for n, report in enumerate(ranked)]
        named = {n: _person(someone) for n, someone in enumerate(record["participants"]) if someone["name"]}
        self.people = list(named.values())
        self.participations = [
            Participation(
                contact=self.contact,
                ordinal=number,
                person=named.get(number),
                name=(someone["name"] or "")[:200],
                party_id=someone["country"],
                title=(someone["title"] or "")[:300],
                role=someone["role"],
            )
            for number, someone in enumerate(record["participants"])
        ]
        self.dyads = [
            Dyad(
                contact=self.contact,
                a_id=a,
                b_id=b,
                start=start,
                end=end,
                kind=record["type"],
                status=record["status"],
                confirmed=self.contact.confirmed,
            )
            for a, b in combinations(sorted(set(record["countries"])), 2)
        ]
