"""One verb for several contacts, lists told in order, dinners given by one for another, and calls to a person."""

from __future__ import annotations

import pytest

from contacts.extraction import read_doc
from tests.extraction.contacts_table import PUBLISHED, contacts, wanted

SILVA = "Brazilian Foreign Minister Ana Silva"
HOLM = "Norwegian Prime Minister Lars Holm"
MWANGI = "Kenyan Foreign Minister Ruth Mwangi"

# each with its day or place: (sentence, "parties day country" of each meeting)
APART = [
    (f"{SILVA} met {HOLM} on Monday, and {MWANGI} on Tuesday.", "BRA-NOR 2009-03-16 -; BRA-KEN 2009-03-17 -"),
    (f"{SILVA} met {HOLM} on Monday and {MWANGI} on Tuesday.", "BRA-NOR 2009-03-16 -; BRA-KEN 2009-03-17 -"),
    (
        f"{SILVA} met {HOLM} in Oslo on Monday, and {MWANGI} in Nairobi on Tuesday.",
        "BRA-NOR 2009-03-16 NOR; BRA-KEN 2009-03-17 KEN",
    ),
    (f"{SILVA} met {HOLM} in Oslo and {MWANGI} in Nairobi.", "BRA-NOR None NOR; BRA-KEN None KEN"),
    (
        f"{SILVA} held talks with {HOLM} on Monday and with {MWANGI} on Tuesday.",
        "BRA-NOR 2009-03-16 -; BRA-KEN 2009-03-17 -",
    ),
    (f"{SILVA} received {HOLM} on Monday and {MWANGI} on Tuesday.", "BRA-NOR 2009-03-16 -; BRA-KEN 2009-03-17 -"),
    (f"{SILVA} met {HOLM} on Monday, and on Tuesday {MWANGI}.", "BRA-NOR 2009-03-16 -; BRA-KEN 2009-03-17 -"),
    # one day for both, or another verb
    (f"{SILVA} met {HOLM} and {MWANGI} on Monday.", "BRA-KEN-NOR 2009-03-16 -"),
    (f"{SILVA} met {HOLM} on Monday and {MWANGI} flew home on Tuesday.", "BRA-NOR 2009-03-16 -"),
]


@pytest.mark.parametrize(("text", "expected"), APART, ids=[text[30:] for text, _ in APART])
def test_a_verb_left_out_tells_of_another_meeting(text: str, expected: str) -> None:
    found = [r for r in read_doc(text, PUBLISHED)._.records if r.kind.value == "meeting"]
    lines = [f"{'-'.join(r.countries)} {r.date.start} {r.place.country if r.place else '-'}" for r in found]
    assert sorted(lines) == wanted(expected)


IN_ORDER = [
    (
        "Prime Minister Lars Holm and Foreign Minister Kari Moe of Norway met Brazilian President Rui Costa and "
        "Foreign Minister Ana Silva respectively on Monday.",
        {("Lars Holm", "Rui Costa"), ("Kari Moe", "Ana Silva")},
    ),
    (
        "Norwegian President Lars Holm and Kenyan President Ruth Mwangi wrote the preface, and met Brazilian President "
        "Rui Costa and Brazilian Foreign Minister Ana Silva, respectively.",
        {("Lars Holm", "Rui Costa"), ("Ruth Mwangi", "Ana Silva")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), IN_ORDER, ids=["one party", "two parties"])
def test_respectively_pairs_the_first_with_the_first(text: str, expected: set) -> None:
    found = [r for r in read_doc(text, PUBLISHED)._.records if r.kind.value == "meeting"]
    assert {tuple(p.name for p in r.participants) for r in found} == expected


GIVEN = [
    f"A dinner was given by {HOLM} for {SILVA} on Monday.",
    f"A banquet was hosted by {HOLM} for {SILVA} on Monday in Oslo.",
    f"A reception was given on Monday by the Norwegian ambassador to Brazil, Kari Moe, for {SILVA}.",
]


@pytest.mark.parametrize("text", GIVEN)
def test_who_gives_a_dinner_is_host(text: str) -> None:
    [meeting] = read_doc(text, PUBLISHED)._.records
    assert {p.country: p.role.value for p in meeting.participants} == {"NOR": "host", "BRA": "participant"}


CALLS = [
    (f"{HOLM} met {SILVA} on Monday. He then called Kenyan Foreign Minister Ruth Mwangi.", "call KEN-NOR"),
    (f"{HOLM} called {SILVA} on Monday to congratulate her.", "call BRA-NOR"),
    (f"{HOLM} called Ana Silva, the Brazilian foreign minister, on Monday.", "call BRA-NOR"),
    (f"{HOLM} called {SILVA} on Monday and {MWANGI} on Tuesday.", "call BRA-NOR; call KEN-NOR"),
    (f"{HOLM} called {SILVA} a friend.", ""),
    (f"{HOLM} called {SILVA} weak.", ""),
    (f"{HOLM} called for {SILVA} to act.", ""),
    (f"{HOLM} called on {SILVA} to act.", ""),
    (f"{HOLM} called {SILVA} “a fox” on Monday.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CALLS)
def test_a_person_is_called_by_telephone_or_names(text: str, expected: str) -> None:
    found = [line for line in contacts(text) if line.startswith("call")]
    assert found == [line for line in wanted(expected) if line.startswith("call")]


AFTER_TALKS = [
    (f"Following his meeting with {SILVA}, {HOLM} is to be received by {MWANGI}.", "planned"),
    (f"After a meeting with {SILVA}, {HOLM} will be received by {MWANGI}.", "planned"),
    (f"Following his meeting with {SILVA}, {HOLM} was received by {MWANGI}.", "occurred"),
]


@pytest.mark.parametrize(("text", "status"), AFTER_TALKS)
def test_what_comes_before_something_planned_is_planned(text: str, status: str) -> None:
    [meeting] = [r for r in read_doc(text, PUBLISHED)._.records if r.countries == ("BRA", "NOR")]
    assert meeting.status.value == status


ELSEWHERE = [
    f"{SILVA} met {HOLM} and flew to Sweden.",
    f"{SILVA} met {HOLM} on Monday and travelled on to Sweden on Tuesday.",
    f"{SILVA} met {HOLM} before flying to Sweden.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_where_somebody_goes_after_a_meeting_is_not_its_place(text: str) -> None:
    records = read_doc(text, PUBLISHED)._.records
    assert sorted((r.kind.value, r.place.country if r.place else None) for r in records) == [
        ("meeting", None),
        ("visit", "SWE"),
    ]
