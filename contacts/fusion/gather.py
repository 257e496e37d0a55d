"""Stored reports as fusion sees them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from django.db.models import Case, F, JSONField, QuerySet, When

from articles.models import Article
from contacts.fusion.given import Given
from contacts.fusion.settings import EDITION
from contacts.models import CONFIRMED, NO_CONTACT, Report, ReportState

AT_ONCE = 500  # ids in one query: every database takes so many
LONGEST_CHAIN = 20  # of articles that are like one another, each like the one before


def chunks(ids: Iterable) -> Iterator[list]:
    """Ids in order, in lists that one query takes."""
    ids = sorted(ids)
    for at in range(0, len(ids), AT_ONCE):
        yield ids[at : at + AT_ONCE]


def visible() -> QuerySet[Report]:
    """The reports that contacts are made from: not rejected, not withdrawn, of articles not removed."""
    return Report.objects.exclude(state__in=NO_CONTACT).filter(article__removed=False)


def givens(ids: Iterable[int]) -> dict[int, Given]:
    """Those of the reports that are visible, by id."""
    found: dict[int, Given] = {}
    for some in chunks(ids):
        found |= {given.key: given for given in read(visible().filter(pk__in=some).order_by("pk"))}
    return found


def read(reports: QuerySet[Report]) -> list[Given]:
    """What the query finds, in its order: one query, and one more for each step of a chain of like articles."""
    rows = list(
        reports.values_list(
            "pk", "article", "record", "state", "decided_at",
            "article__published", "article__like", "article__outlet__name",
            Case(When(state=ReportState.CORRECTED, then=F("machine")), output_field=JSONField()),
        )
    )  # fmt: skip
    groups = _text_groups({row[1]: row[6] for row in rows})
    return [
        Given(
            key=pk,
            article=article,
            record=record,
            published=published,
            text_group=groups[article],
            outlet=outlet or "",
            confirmed=state in CONFIRMED,
            decided_at=decided_at,
            chosen=_chosen(record, machine) if state == ReportState.CORRECTED else frozenset(),
        )
        for pk, article, record, state, decided_at, published, _, outlet, machine in rows
    ]


def _chosen(record: dict, machine: dict | None) -> frozenset[str]:
    """The fields that a person set: those that differ from the engine's record, all where it has none."""
    return frozenset(field for field in record if machine is None or record[field] != machine.get(field))


def digest(given: Given) -> str:
    """Of all that a comparison looks at, begun with the edition of what it goes by. Whether a person confirmed the
    report is no part of it."""
    record = given.record
    said = [record.get(field) for field in ("type", "status", "countries", "date", "place", "participants")]
    beside = [given.article, given.published, given.text_group]
    return EDITION + hashlib.sha256(repr((said, beside)).encode()).hexdigest()[: 32 - len(EDITION)]


def _text_groups(like: dict[int, int | None]) -> dict[int, int]:
    """For each article the first of those that say nearly the same. ``like`` maps each to an older one, or to None."""
    known = dict(like)
    for _ in range(LONGEST_CHAIN):
        missing = {older for older in known.values() if older is not None} - known.keys()
        if not missing:
            break
        for some in chunks(missing):
            known |= dict(Article.everything.filter(pk__in=some).values_list("pk", "like"))
    return {article: _first(article, known) for article in like}


def _first(article: int, like: dict[int, int | None]) -> int:
    for _ in range(LONGEST_CHAIN):
        older = like.get(article)
        if older is None:
            return article
        article = older
    return article
