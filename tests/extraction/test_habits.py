"""Sentences with a word of contact that tell of no single one: habits, totals, matches; and those that do."""

from __future__ import annotations

from datetime import date

import pytest

from contacts.extraction import read_doc
from contacts.extraction.wrapped import unwrapped
from tests.extraction.contacts_table import PUBLISHED, contacts, wanted

SENTENCES = [
    ("Norwegian and Brazilian ministers meet twice a year.", ""),
    ("Brazilian Foreign Minister Ana Silva routinely meets the Norwegian ambassador.", ""),
    ("Brazilian President Ana Silva has visited Norway five times since 2003.", ""),
    ("Brazilian President Ana Silva has visited Norway for the first time.", "visit BRA-NOR"),
    ("Brazilian President Ana Silva meets Norwegian Prime Minister Lars Holm on Friday.", "meeting BRA-NOR"),
    ("Brazilian President Ana Silva has met Norwegian Prime Minister Lars Holm four times since 2003.", ""),
    ("Brazilian President Ana Silva met Norwegian Prime Minister Lars Holm 16 times in office.", ""),
    ("Brazilian President Ana Silva has held four meetings with Norwegian Prime Minister Lars Holm.", ""),
    ("Brazilian President Ana Silva used to meet Norwegian Prime Minister Lars Holm in spring.", ""),
    ("Brazilian President Ana Silva meets Norwegian Prime Minister Lars Holm every spring.", ""),
    ("Brazilian President Ana Silva rarely met Norwegian Prime Minister Lars Holm.", ""),
    ("Brazilian President Ana Silva has repeatedly met Norwegian Prime Minister Lars Holm.", ""),
    ("Brazilian President Ana Silva met Norwegian Prime Minister Lars Holm three times on Monday.", "meeting BRA-NOR"),
    (
        "Brazilian President Ana Silva met Norwegian Prime Minister Lars Holm for the second time on Monday.",
        "meeting BRA-NOR",
    ),
    ("Brazil's team beat Norway and will meet Germany in the semi-final.", ""),
    ("Related: Brazilian President Ana Silva meets Norwegian Prime Minister Lars Holm", ""),
]

# the name as written where the parts of the name are easily taken for something else
NAMES = [
    ("North Korean envoy Kim Hyong Jun met Norwegian Prime Minister Lars Holm.", "Kim Hyong Jun"),
    ("On Jun 8 Brazilian envoy Rui Lima met Norwegian Prime Minister Lars Holm.", "Rui Lima"),
    ('Brazilian envoy William "Bill" Costa met Norwegian Prime Minister Lars Holm.', 'William "Bill" Costa'),
    ("Brazilian envoy William “Bill” Costa met Norwegian Prime Minister Lars Holm.", "William “Bill” Costa"),
]

WRAPPED = """OSLO - Norwegian Prime Minister Lars Holm
received Brazilian Foreign Minister Ana
Silva on Monday, and they talked about
fish for an hour in the office of the
minister.
"""


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_no_single_contact(text: str, expected: str) -> None:
    assert contacts(text) == wanted(expected)


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_the_whole_name_is_read(text: str, name: str) -> None:
    records = read_doc(text, PUBLISHED)._.records
    assert [name in [p["name"] for p in r.as_dict()["participants"]] for r in records] == [True]


def test_lines_broken_at_a_width_are_read_as_one() -> None:
    (record,) = (r.as_dict() for r in read_doc(WRAPPED, PUBLISHED)._.records)
    assert record["countries"] == ["BRA", "NOR"]
    assert record["date"]["start"] == date(2009, 3, 16).isoformat()
    start, end = record["spans"]["participants.0.name"]
    assert WRAPPED[start:end] == "Ana\nSilva"


RAGGED = [
    "Fish for the north\n\nOSLO - Norwegian Prime Minister Lars Holm\nmet Brazilian Foreign\nMinister Ana Silva\nin his "
    "office\non Monday and gave her a map.\n",
    "Fish for the north\n\nNorwegian Prime Minister Lars\nHolm met Brazilian Foreign Minister Ana\nSilva on Monday.\n"
    "They talked about fish for\nan hour.\n",
    "Norwegian Prime Minister Lars Holm met Brazilian Foreign Minister Ana Silva\non Monday in Oslo.\n",
]


@pytest.mark.parametrize("text", RAGGED)
def test_lines_broken_anywhere_are_read_as_one(text: str) -> None:
    (record,) = (r.as_dict() for r in read_doc(text, PUBLISHED)._.records)
    assert record["date"]["start"] == date(2009, 3, 16).isoformat()
    assert sorted(" ".join(p["name"].split()) for p in record["participants"]) == ["Ana Silva", "Lars Holm"]


def test_a_menu_in_small_letters_stays_apart() -> None:
    assert unwrapped("home\nworld news\nsport\nabout us\n") == "home\nworld news\nsport\nabout us\n"


def test_a_headline_is_not_joined_to_its_story() -> None:
    text = "Holm to see Silva\nOSLO - The premier will\nsee the minister.\n"
    assert unwrapped(text) == "Holm to see Silva\nOSLO - The premier will see the minister.\n"


def test_lines_of_their_own_stay_apart() -> None:
    assert contacts("Brazilian President Ana Silva\nNorwegian Prime Minister Lars Holm\nA meeting in Oslo\n") == []
