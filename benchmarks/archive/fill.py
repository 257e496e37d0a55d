"""A made-up world written into an empty database: articles, what was read in them, and what people decided."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random
from uuid import UUID

from django.contrib.auth import get_user_model
from django.core.management.color import no_style
from django.db import connection, transaction

from articles.intake import text_hash
from articles.models import Article, Outlet
from benchmarks.archive.tables import Table
from benchmarks.archive.telling import OUTLETS, Told, articles
from benchmarks.archive.world import World
from contacts.extraction import ENGINE_VERSION
from contacts.models import Decision, Evidence, Extraction, Report

READ_ON = date(2026, 1, 2)  # every article was read, and decided on, on these days
_ACCEPTED, _CORRECTED, _REJECTED = 0.30, 0.34, 0.37  # of all reports, one after the other


def fill(contacts: int, seed: int) -> int:
    """Write the truth that contacts are made from. Returns the number of reports."""
    with transaction.atomic():
        writer = _Writer(seed)
        world = World(contacts, seed)
        for event in world.events():
            writer.write(list(articles(world, event)))
        writer.flush()
        return writer.reports


class _Writer:
    def __init__(self, seed: int) -> None:
        self._drawn = Random(seed)
        self._articles, self._runs, self._reports = Table(Article), Table(Extraction), Table(Report)
        self._evidence, self._decisions = Table(Evidence), Table(Decision)
        self._tables = [self._articles, self._runs, self._reports, self._evidence, self._decisions]
        self._article, self._report, self._span, self._decision = count(1), count(1), count(1), count(1)
        outlets = Outlet.objects.bulk_create([Outlet(name=name, homepage="", country="") for name in OUTLETS])
        self._outlets = {outlet.name: outlet.pk for outlet in outlets}
        self._users = [_user(f"analyst {number}") for number in range(1, 6)]
        self.reports = 0

    def write(self, told: list[Told]) -> None:
        """The articles of one event."""
        ids: list[int] = []
        for one in told:
            ids.append(next(self._article))
            self._write(one, ids)
        if self._evidence.full:
            self.flush(last=False)

    def _write(self, told: Told, ids: list[int]) -> None:
        pk, at = ids[-1], datetime.combine(READ_ON, time(6)) + timedelta(seconds=ids[-1] % 80_000)
        moment = at.isoformat(" ")
        fates = [self._fate() for _ in told.records]
        self._articles.add(
            id=pk, title=told.title, outlet_id=self._outlets[told.outlet],
            text=told.text, text_hash=text_hash(told.text),
            published=told.published.isoformat() if told.published else None, added_at=moment, language="en",
            state="ready" if "proposed" in fates else "reviewed", like_id=None if told.like is None else ids[told.like],
            published_basis="metadata" if told.published else "",
        )  # fmt: skip
        published = told.published.isoformat() if told.published else ""
        self._runs.add(
            id=pk, article_id=pk, version=ENGINE_VERSION, published=published, state="done", sent_at=moment,
            started_at=moment, finished_at=moment, marks="[]",
        )  # fmt: skip
        for ordinal, (record, fate) in enumerate(zip(told.records, fates, strict=True)):
            self._one(pk, ordinal, record, fate, at + timedelta(hours=2))

    def _fate(self) -> str:
        drawn = self._drawn.random()
        if drawn < _ACCEPTED:
            return "accepted"
        return "corrected" if drawn < _CORRECTED else "rejected" if drawn < _REJECTED else "proposed"

    def _one(self, article: int, ordinal: int, record: dict, fate: str, at: datetime) -> None:
        pk, machine = next(self._report), json.dumps(record)
        now = machine
        if fate == "corrected" and record["place"]:
            now = json.dumps(record | {"place": record["place"] | {"text": "the old customs house"}})
        decision = None if fate == "proposed" else next(self._decision)
        moment = at.isoformat(" ")
        self._reports.add(
            id=pk, article_id=article, extraction_id=article, ordinal=ordinal, machine=machine, record=now, state=fate,
            version=1 if decision is None else 2, decided_at=None if decision is None else moment, standing_id=decision,
        )  # fmt: skip
        spans = [("", *record["evidence"][0]), *((field, *span) for field, span in record["spans"].items())]
        for field, start, end in spans:
            self._evidence.add(id=next(self._span), report_id=pk, field=field, start=start, end=end)
        if decision is not None:
            act = UUID(bytes=hashlib.blake2b(str(decision).encode(), digest_size=16).digest())
            self._decisions.add(
                id=decision, report_id=pk, user_id=self._users[decision % len(self._users)], at=moment,
                action={"accepted": "accept", "corrected": "correct", "rejected": "reject"}[fate],
                state_before="proposed", state_after=fate, record_before=machine, record_after=now, act=act.hex,
            )  # fmt: skip
        self.reports += 1

    def flush(self, last: bool = True) -> None:
        for table in self._tables:
            table.flush()
        if last:
            models = [Article, Extraction, Report, Evidence, Decision]
            with connection.cursor() as cursor:
                for sql in connection.ops.sequence_reset_sql(no_style(), models):
                    cursor.execute(sql)


def _user(name: str) -> int:
    return get_user_model().objects.create_user(name).pk
