"""Plain functions that make the rows tests need. All has a sensible default; a test names only what it is about."""

from __future__ import annotations

from datetime import date
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from articles.intake import clean_text, text_hash
from articles.models import Article, ArticleState, FileState, Outlet, Upload, UploadedFile
from contacts import reading, records
from contacts.extraction import ENGINE_VERSION
from contacts.fusion import readside
from contacts.models import Evidence, Extraction, ExtractionState, Report

_numbers = count(1)


def user(role: str = "analyst", name: str | None = None):
    person = get_user_model().objects.create_user(name or f"{role}{next(_numbers)}", password="a long password")
    person.groups.add(Group.objects.get(name=role))
    return person


def article(text: str | None = None, *, published: date | None = date(2020, 5, 6), **values) -> Article:
    """A stored article that no reader was started for."""
    text = clean_text(
        text or f"Minister Ana Ruiz of Spain met her colleague in Lisbon on Monday. Number {next(_numbers)}."
    )
    outlet = Outlet.objects.get_or_create(name=values.pop("outlet", "The Test Gazette"))[0]
    values = {"title": "A day of talks", "state": ArticleState.READY} | values
    return Article.objects.create(text=text, text_hash=text_hash(text), published=published, outlet=outlet, **values)


def person(name: str | None, country: str, title: str | None = None, role: str = "participant") -> dict:
    return {"name": name, "country": country, "title": title, "role": role}


def record(**values) -> dict:
    """A record of the codebook: by default a meeting of two named people."""
    day = values.pop("day", "2020-05-04")
    base = {
        "type": "meeting",
        "status": "occurred",
        "countries": ["ESP", "PRT"],
        "date": {"start": day, "end": day, "precision": "day"},
        "place": {"text": "Lisbon", "country": "PRT"},
        "participants": [person("Ana Ruiz", "ESP", "minister"), person("Rui Costa", "PRT", "minister")],
        "evidence": [[0, 20]],
        "confidence": 0.8,
        "basis": "on Monday",
        "spans": {"date": [5, 9]},
    }
    return base | values


def reports(of: Article, *found: dict) -> list[Report]:
    """What the engine would have stored for an article: its run, the reports with their evidence, the read side."""
    published = of.published.isoformat() if of.published else ""
    run = Extraction.objects.create(article=of, version=ENGINE_VERSION, published=published, state=ExtractionState.DONE)
    rows = [
        Report.objects.create(article=of, extraction=run, ordinal=number, machine=one, record=one)
        for number, one in enumerate(found)
    ]
    Evidence.objects.bulk_create(row for report in rows for row in records.evidence_rows(report))
    readside.project(rows)
    reading.show_review_state(of.pk)
    return rows


def report(of: Article | None = None, **values) -> Report:
    return reports(of or article(), record(**values))[0]


def upload(by=None, **values) -> Upload:
    return Upload.objects.create(by=by, **{"name": "a folder", "expected": 1} | values)


def uploaded_file(of: Upload | None = None, **values) -> UploadedFile:
    """A line of a batch that no reader was started for; by default one that could not be read."""
    values = {"name": f"file {next(_numbers)}.txt", "state": FileState.FAILED, "note": "The file is empty."} | values
    return UploadedFile.objects.create(upload=of or upload(), **values)
