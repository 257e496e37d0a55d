"""The list of the engine's errors: each coded or proposed contact that does not agree counts under one kind."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.misses import errors, table
from contacts.extraction import evaluate

TEXT = (
    "Omani President Said Harthi met Peruvian Foreign Minister Ana Quispe in Lima on Tuesday. "
    "Quispe then dined. They met for talks. A bird sang."
)


def article(sentence: str, **changed) -> dict:
    """Coded with one contact, told by one sentence of the text."""
    start = TEXT.index(sentence)
    contact = {
        "type": "meeting",
        "status": "occurred",
        "countries": ["OMN", "PER"],
        "date": {"start": "2018-03-06", "end": "2018-03-06", "precision": "day"},
        "place": None,
        "participants": [],
        "evidence": [[start, start + len(sentence)]],
    }
    return {"id": "one", "text": TEXT, "published": "2018-03-09", "contacts": [contact | changed]}


CASES = [
    ("Omani President Said Harthi met", {}, []),
    ("Omani President Said Harthi met", {"status": "planned"}, ["found, but with another status"]),
    (
        "Omani President Said Harthi met",
        {"countries": ["OMN", "PER", "USA"], "date": {"start": None, "end": None, "precision": "unknown"}},
        ["found, but with other parties", "found, but with another date"],
    ),
    (
        "A bird sang.",
        {"countries": ["CUB", "USA"]},
        ["missed: no word of contact in the evidence", "proposed, but not coded"],
    ),
    (
        "Omani President Said Harthi met",
        {"countries": ["CUB", "USA"]},
        ["missed: read there as another contact", "proposed, but not coded"],
    ),
]


@pytest.mark.parametrize(("sentence", "changed", "kinds"), CASES)
def test_each_error_has_its_kind(sentence, changed, kinds):
    assert [kind for kind, _ in errors(article(sentence, **changed))] == kinds


def test_a_trigger_that_was_not_used_gives_its_reason():
    text = "The king met his dentist."
    one = {"id": "two", "text": text, "published": None, "contacts": article("A bird sang.")["contacts"]}
    one["contacts"][0]["evidence"] = [[0, len(text)]]
    [(kind, words)] = errors(one)
    assert kind.startswith("missed: n")
    assert words == f"two: meeting OMN-PER “{text}”"


def test_all_that_is_missed_or_too_much_is_counted():
    articles = evaluate.own_articles("wire")[:8]
    kinds = Counter(kind.split(":")[0] for one in articles for kind, _ in errors(one))
    found = sum((evaluate.scores(one) for one in articles), start=evaluate.scoring.Scores())
    assert kinds["missed"] == found.gold - found.paired
    assert kinds["proposed, but not coded"] == found.found - found.paired


def test_the_table_puts_what_is_missed_first():
    counts = {"one": Counter({"found, but with another date": 9, "missed: a": 1}), "two": Counter({"missed: b": 2})}
    assert [line.split() for line in table(counts)] == [
        ["one", "two"],
        ["missed:", "b", "0", "2"],
        ["missed:", "a", "1", "0"],
        ["found,", "but", "with", "another", "date", "9", "0"],
    ]
