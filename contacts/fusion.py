"""Contacts made from reports: which reports are one contact, and the read side kept in step with them.

Here, so far, two reports are one contact where kind, parties, day and named people are the same. A report that is
vague in any of these stays a contact of its own: joining too little shows two entries, joining too much hides one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from itertools import combinations

from django.db import transaction
from django.db.models import QuerySet

from articles.models import Article
from contacts.extraction.types import Precision
from contacts.models import Contact, Dyad, Participation, Person, Report, ReportState, Source


def name_key(name: str) -> str:
    """A name folded for comparison: no accents, case, hyphens or apostrophes."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.sub(r"['’ʼ]", "", plain).casefold().replace("-", " ").split())[:200]


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


@transaction.atomic
def project(reports: Iterable[Report]) -> None:
    """Bring the read side in step with these reports: the contacts they belonged to and those they belong to now."""
    reports = list(reports)
    touched = set(Contact.objects.filter(sources__report__in=reports).values_list("pk", flat=True))
    touched |= {contact_id(report) for report in reports}
    members = Report.objects.filter(source__contact__in=touched).exclude(pk__in=[r.pk for r in reports])
    _make([*members, *reports], clear=Contact.objects.filter(pk__in=touched))


@transaction.atomic
def withdraw(reports: Iterable[Report]) -> None:
    """Delete these reports, on which nobody decided, and bring the contacts that they belonged to in step."""
    ids = [report.pk for report in reports]
    touched = set(Contact.objects.filter(sources__report__in=ids).values_list("pk", flat=True))
    members = list(Report.objects.filter(source__contact__in=touched).exclude(pk__in=ids))
    _make(members, clear=Contact.objects.filter(pk__in=touched))
    Report.objects.filter(pk__in=ids).delete()


@transaction.atomic
def rebuild() -> int:
    """Make the whole read side anew from the reports. Returns the number of contacts."""
    _make(Report.objects.order_by("pk").iterator(chunk_size=2000), clear=Contact.objects.all())
    return Contact.objects.count()


def _make(reports: Iterable[Report], clear: QuerySet[Contact]) -> None:
    orphans = set(Person.objects.filter(participations__contact__in=clear).values_list("pk", flat=True))
    clear.delete()
    hidden = set(Article.everything.filter(removed=True).values_list("pk", flat=True))
    groups: dict[str, list[Report]] = {}
    for report in reports:
        if report.state != ReportState.REJECTED and report.article_id not in hidden:
            groups.setdefault(contact_id(report), []).append(report)
    people = _People(report for group in groups.values() for report in group)
    built = [_Built(key, group, people) for key, group in sorted(groups.items())]
    Contact.objects.bulk_create([b.contact for b in built], batch_size=1000)
    Source.objects.bulk_create([row for b in built for row in b.sources], batch_size=1000)
    Participation.objects.bulk_create([row for b in built for row in b.participations], batch_size=1000)
    Dyad.objects.bulk_create([row for b in built for row in b.dyads], batch_size=1000)
    Person.objects.filter(pk__in=orphans, participations=None).delete()


class _People:
    """The Person rows of a set of reports, made where missing, with a constant number of queries."""

    def __init__(self, reports: Iterable[Report]) -> None:
        wanted: dict[tuple[str, str | None], str] = {}
        for report in reports:
            for someone in report.record["participants"]:
                if someone["name"]:
                    wanted.setdefault((name_key(someone["name"]), someone["country"]), someone["name"])
        rows = [Person(key=key, party_id=party, name=name[:200]) for (key, party), name in wanted.items()]
        Person.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
        keys = list({key for key, _ in wanted})
        self._rows = {}
        for at in range(0, len(keys), 500):
            for person in Person.objects.filter(key__in=keys[at : at + 500]):
                self._rows[person.key, person.party_id] = person

    def find(self, someone: dict) -> Person | None:
        return self._rows[name_key(someone["name"]), someone["country"]] if someone["name"] else None


class _Built:
    """The unsaved rows of one contact. Its values are those of its first confirmed report, else of its first."""

    def __init__(self, key: str, reports: list[Report], people: _People) -> None:
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
        self.participations = [
            Participation(
                contact=self.contact,
                ordinal=number,
                person=people.find(someone),
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
