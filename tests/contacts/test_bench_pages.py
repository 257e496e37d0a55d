"""The benchmark of the pages asks every page and says all of each; its figures are no test's business."""

from __future__ import annotations

import argparse
import json

import pytest

from benchmarks import pages
from benchmarks.archive.fill import fill
from contacts.fusion import rebuilding

pytestmark = pytest.mark.django_db
PAGES = {"pair", "country", "matrix", "person", "contact", "search", "compare", "overview", "pairs"}
FIGURES = {"p95_ms", "bare_sql_p95_ms", "ratio", "queries"}


def test_every_page_is_measured_on_a_small_archive():
    fill(80, 7)
    rebuilding.rebuild()
    given = argparse.Namespace(seed=1, addresses=2, rounds=1, pages=None)
    rows = {row["page"]: row for row in map(json.loads, map(json.dumps, pages.rows(given)))}
    assert rows.keys() >= PAGES
    for row in rows.values():
        assert "skipped" in row or row.keys() >= FIGURES
        assert row["page"] in pages.told(row)
    assert {page for page, row in rows.items() if "skipped" in row} <= {"person", "pair of equal size"}
    assert all(row["queries"] >= 3 for row in rows.values() if "skipped" not in row)  # session, reader, role


def test_only_what_was_asked_is_run_again_and_nothing_is_written(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("reader"))
    asked, body = pages.record(client, "/pairs/")
    assert body.startswith(b"<!doctype html>") or b"<html" in body[:200]
    assert all(sql.lstrip("( ").upper().startswith("SELECT") for sql, _ in asked)
    pages.replay(asked)
