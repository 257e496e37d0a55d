"""Whose an office is where several names stand in a row: envoys and their principals, lists with appositions."""

from __future__ import annotations

from datetime import date

import pytest

from contacts.extraction import read_doc
from tests.extraction.contacts_table import PUBLISHED

ENVOYS = [
    "A special envoy of President Nadia Petrova of Bulgaria, Rui Costa, met Norwegian Prime Minister Lars Holm.",
    "The special envoy of Bulgarian President Nadia Petrova, Rui Costa, met Norwegian Prime Minister Lars Holm.",
    "Rui Costa, a special envoy of President Nadia Petrova of Bulgaria, met Norwegian Prime Minister Lars Holm.",
    "An aide to Bulgarian Prime Minister Nadia Petrova, Rui Costa, was received by Norwegian Prime Minister Lars Holm.",
    "Bulgarian President Nadia Petrova's special envoy, Rui Costa, met Norwegian Prime Minister Lars Holm.",
]


@pytest.mark.parametrize("text", ENVOYS)
def test_the_envoy_meets_and_not_who_sends_him(text: str) -> None:
    [meeting] = read_doc(text, PUBLISHED)._.records
    assert {(p.name, p.country) for p in meeting.participants} == {("Rui Costa", "BGR"), ("Lars Holm", "NOR")}


def test_the_representative_of_the_secretary_general_is_of_the_organisation() -> None:
    text = (
        "The special representative of UN Secretary-General Ban Ki-moon, Rui Costa, met Kenyan President Ruth Mwangi."
    )
    [meeting] = read_doc(text, date(2010, 3, 3))._.records
    assert {(p.name, p.country) for p in meeting.participants} == {("Rui Costa", "UN"), ("Ruth Mwangi", "KEN")}


def test_who_stands_behind_an_envoy_with_an_office_of_his_own_is_not_the_envoy() -> None:
    text = "The envoy of President Nadia Petrova, Prime Minister Rui Costa and others stayed at home."
    titles = {p.words[-1]: [t.word for t in p.titles] for p in read_doc(text, PUBLISHED)._.people}
    assert titles["costa"] == ["minister"]


LISTS = [
    (
        "Ivo Horak, a vice minister, Jan Novak, a senior official of the party's department, and diplomats from the "
        "Kenyan embassy in Prague greeted Kenyan Foreign Minister Ruth Mwangi on Monday.",
        {"Ivo Horak": "vice minister", "Jan Novak": "senior official of the party's department"},
    ),
    (
        "Ivo Horak, a deputy foreign minister, Jan Novak, an adviser to the president, and other Czech officials "
        "welcomed Kenyan Foreign Minister Ruth Mwangi in Prague.",
        {"Ivo Horak": "deputy foreign minister", "Jan Novak": "adviser to the president"},
    ),
    (
        "Kenyan President Ruth Mwangi met Ivo Horak, the Czech foreign minister, Jan Novak, the trade minister, and "
        "Eva Mala, the defence minister, in Prague.",
        {"Ivo Horak": "foreign minister", "Jan Novak": "trade minister", "Eva Mala": "defence minister"},
    ),
]


@pytest.mark.parametrize(("text", "offices"), LISTS)
def test_in_a_list_each_has_the_office_behind_the_name(text: str, offices: dict[str, str]) -> None:
    [meeting] = read_doc(text, PUBLISHED)._.records
    shown = {p.name: p.title for p in meeting.participants}
    assert {name: shown.get(name) for name in offices} == offices


NAMES = [
    ("Kenyan army chief Amina Yusuf met Norwegian Prime Minister Lars Holm in Oslo.", "Amina Yusuf", "army chief"),
    ("MI6 chief Alex Kent met Norwegian Prime Minister Lars Holm in Oslo.", "Alex Kent", "chief"),
    ('Kenyan minister Ruth "Big Sister" Mwangi met Norwegian Prime Minister Lars Holm.', None, "minister"),
    ("The Crown Prince of Abu Dhabi, Sheikh Omar bin Saif, met Norwegian Prime Minister Lars Holm.", None, None),
    ("Norwegian Prime Minister Lars Holm met Libyan Prime Minister Fayez al-Sarraj on Monday.", None, "prime minister"),
]


@pytest.mark.parametrize(("text", "name", "title"), NAMES)
def test_the_person_takes_part_under_the_whole_name(text: str, name: str | None, title: str | None) -> None:
    [meeting] = read_doc(text, PUBLISHED)._.records
    other = next(p for p in meeting.participants if p.country != "NOR")
    assert other.name == (name or other.name) and other.title == (title or other.title)
    assert other.name and len(meeting.participants) == 2


AGENCIES = [
    "The head of the FSB met the head of the CIA in Vienna on Monday.",
    "FSB Director Ivan Orlov met CIA Director Ann Kent in Vienna on Monday.",
]


@pytest.mark.parametrize("text", AGENCIES)
def test_agencies_stand_for_their_states(text: str) -> None:
    [meeting] = read_doc(text, PUBLISHED)._.records
    assert meeting.countries == ("RUS", "USA")
