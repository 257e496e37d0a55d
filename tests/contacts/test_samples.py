"""The sample articles are well-formed: no database is needed."""

import json
import re
from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "contacts" / "samples"
FILES = sorted(SAMPLES.glob("*.json"))
ORGANISATIONS = {
    "UN", "EU", "NATO", "ASEAN", "AU", "ARAB-LEAGUE", "GCC", "IAEA", "OAS", "OSCE", "PIF", "IOC",
    "APEC", "FOCAC", "BRICS",
}  # fmt: skip
TYPES = {"visit", "meeting", "call", "message"}
STATUSES = {"occurred", "planned", "possible", "cancelled", "denied"}
ROLES = {
    "visit": {"visitor"},
    "meeting": {"host", "participant"},
    "call": {"participant"},
    "message": {"sender", "recipient"},
}
PRECISIONS = {"day", "month", "year", "unknown"}
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def is_party(code):
    return code in ORGANISATIONS or re.fullmatch(r"[A-Z]{3}", code) is not None


def every_contact():
    return [
        pytest.param(load(path)["text"], contact, id=f"{path.stem}-{number}")
        for path in FILES
        for number, contact in enumerate(load(path)["contacts"])
    ]


def by_pair():
    pairs = defaultdict(list)
    for path in FILES:
        for contact in load(path)["contacts"]:
            for pair in combinations(contact["countries"], 2):
                pairs[pair].append((path.stem, contact))
    return pairs


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_article_is_well_formed(path):
    article = load(path)
    assert set(article) == {"title", "outlet", "published", "text", "contacts", "reviewed"}
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem)
    assert article["title"].strip() and article["outlet"].strip()
    assert date.fromisoformat(article["published"]).isoformat() == article["published"]
    assert article["reviewed"] in (True, False)
    text = article["text"]
    assert text == text.strip() and "\r" not in text
    assert 200 <= len(text.split()) <= 400
    paragraphs = text.split("\n\n")
    assert len(paragraphs) >= 4
    assert all(paragraph.strip() and "\n" not in paragraph for paragraph in paragraphs)
    assert 1 <= len(article["contacts"]) <= 9


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_weekdays_in_evidence_fit_the_dates(path):
    """Where the clause that dates a single day names one weekday and no date, they agree."""
    article = load(path)
    for contact in article["contacts"]:
        when = contact["date"]
        if when["precision"] != "day" or when["start"] != when["end"]:
            continue
        clause = " ".join(article["text"][start:end] for start, end in contact["evidence"])
        named = set(re.findall(r"\b(?:" + "|".join(WEEKDAYS) + r")\b", clause))
        if len(named) == 1:
            day = date.fromisoformat(when["start"])
            assert WEEKDAYS[day.weekday()] in named, clause
            assert abs((date.fromisoformat(article["published"]) - day).days) <= 7, clause


@pytest.mark.parametrize(("text", "contact"), every_contact())
def test_contact_follows_the_codebook(text, contact):
    assert set(contact) == {
        "type", "status", "countries", "date", "place", "participants", "evidence",
    }  # fmt: skip
    assert contact["type"] in TYPES
    assert contact["status"] in STATUSES
    countries = contact["countries"]
    assert len(countries) >= 2
    assert countries == sorted(set(countries))
    assert all(is_party(code) for code in countries)
    if contact["place"] is not None:
        assert set(contact["place"]) == {"text", "country"}
        assert contact["place"]["text"].strip()
        assert re.fullmatch(r"[A-Z]{3}", contact["place"]["country"])
    if contact["type"] in {"call", "message"}:
        assert contact["place"] is None
    if contact["type"] == "visit":
        assert contact["place"]["country"] in countries
    assert contact["participants"]
    for person in contact["participants"]:
        assert set(person) == {"name", "country", "title", "role"}
        assert person["country"] in countries
        assert person["role"] in ROLES[contact["type"]]
        if person["name"] is not None:
            assert all(word in text for word in person["name"].split())


@pytest.mark.parametrize(("text", "contact"), every_contact())
def test_dates(text, contact):
    when = contact["date"]
    assert set(when) == {"start", "end", "precision"}
    assert when["precision"] in PRECISIONS
    if when["precision"] == "unknown":
        assert when["start"] is None and when["end"] is None
        return
    start, end = date.fromisoformat(when["start"]), date.fromisoformat(when["end"])
    assert (start.isoformat(), end.isoformat()) == (when["start"], when["end"])
    assert start <= end
    if when["precision"] == "month":
        assert start.day == 1 and (end + timedelta(days=1)).day == 1
    if when["precision"] == "year":
        assert (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


@pytest.mark.parametrize(("text", "contact"), every_contact())
def test_evidence_lies_in_the_text(text, contact):
    assert contact["evidence"]
    for start, end in contact["evidence"]:
        assert 0 <= start < end <= len(text)
        clause = text[start:end]
        assert clause == clause.strip() and "\n" not in clause
        # Whole words: nothing is cut in the middle.
        assert start == 0 or not text[start - 1].isalnum()
        assert end == len(text) or not text[end].isalnum()
        assert len(clause.split()) >= 4


def test_titles_are_unique():
    titles = [load(path)["title"] for path in FILES]
    assert len(titles) == len(set(titles)) >= 8


def test_some_are_reviewed_and_some_wait():
    assert {load(path)["reviewed"] for path in FILES} == {True, False}


def test_at_least_four_pairs_have_a_history():
    assert sum(len(contacts) >= 3 for contacts in by_pair().values()) >= 4


def test_one_pair_fills_a_timeline():
    pair, contacts = max(by_pair().items(), key=lambda item: len(item[1]))
    years = {contact["date"]["start"][:4] for _, contact in contacts if contact["date"]["start"]}
    assert len(contacts) >= 6, pair
    assert len(years) >= 5, pair
    assert len({stem for stem, _ in contacts}) >= 4, pair
    assert {contact["type"] for _, contact in contacts} == TYPES, pair
    assert {"occurred", "planned", "cancelled"} <= {c["status"] for _, c in contacts}, pair


def test_organisations_have_contacts_with_countries_and_with_each_other():
    pairs = {pair: len(contacts) for pair, contacts in by_pair().items() if ORGANISATIONS & set(pair)}
    assert {"UN", "EU", "ASEAN"} <= {code for pair in pairs for code in pair}
    assert max(pairs.values()) >= 3 and any(set(pair) <= ORGANISATIONS for pair in pairs)


def test_offsets_are_put_to_the_test():
    """A caption opens with a character outside the Basic Multilingual Plane; names have accents."""
    texts = [load(path)["text"] for path in FILES]
    assert any(ord(character) > 0xFFFF for text in texts for character in text[:20])
    assert sum(any(ord(c) > 0x7F and c.isalpha() for c in text) for text in texts) >= 3
