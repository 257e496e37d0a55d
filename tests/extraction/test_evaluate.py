"""``manage.py evaluate``: rows for our own articles always, for the dev set where it is there."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command

from contacts.extraction import evaluate


@pytest.fixture
def few(monkeypatch):
    """Two articles of each file of ours, so that the test is quick."""
    monkeypatch.setattr(evaluate, "own_articles", lambda name, whole=evaluate.own_articles: whole(name)[:2])


def test_without_the_dev_set_our_own_articles_are_scored_and_a_line_says_so(few, tmp_path, capsys):
    call_command("evaluate", shared=tmp_path)
    head, *rows, last = capsys.readouterr().out.splitlines()
    assert head.split()[:3] == ["articles", "gold", "found"]
    assert [row[:18].strip() for row in rows] == ["own, asia", "own, world", "own, wire", "own, fresh"]
    assert [row[18:].split()[0] for row in rows] == ["2"] * 4
    assert last == (f"skipped: there is no dev set at {tmp_path / 'eval' / 'dev'}; the rows above are our own articles")


def test_with_the_dev_set_its_parts_and_styles_are_scored(few, tmp_path):
    folder = tmp_path / "eval" / "dev"
    folder.mkdir(parents=True)
    text = "Omani President Said Harthi met Peruvian Foreign Minister Ana Quispe in Lima on Tuesday."
    article = {"text": text, "published": "2018-03-09"}
    coded = evaluate.proposed(article)
    for name in ("a01", "a03", "e01", "seed"):
        (folder / f"{name}.json").write_text(json.dumps({"id": name, **article, "contacts": coded}), encoding="utf-8")
    rows = list(evaluate.evaluate(tmp_path))[5:]
    assert [(row[:18].strip(), row[18:].split()[0]) for row in rows] == [
        ("developing", "3"),
        ("kept aside", "1"),
        ("style a", "2"),
        ("style e", "1"),
        ("real, developing", "1"),
        ("seed", "1"),
    ]
    assert all(row.split()[-1] == "1.000" for row in rows)


def test_the_parts_of_the_dev_set_do_not_overlap():
    names = [*evaluate.aside_names(), "a01", "e01", "seed"]
    parts = evaluate.dev_parts(names)
    assert not set(parts["developing"]) & set(parts["kept aside"])
    assert set(parts["real, kept aside"]) < set(parts["kept aside"])
