"""Whose party a person represents, where nothing beside the name says it."""

from __future__ import annotations

from datetime import date

import pytest

from contacts.extraction import read_doc

PUBLISHED = date(2009, 3, 18)

SENTENCES = [
    ("Norway sent a note. Its foreign minister, Anders Solberg, signed it.", "Anders Solberg", "NOR"),
    ("RABAT - President Barack Obama's man for the region, Peter Miles, went home.", "Barack Obama", "USA"),
    ("In Lusaka Lt. Gen. Moses Banda of the army received them; Zambia was pleased.", "Moses Banda", "ZMB"),
    (
        "Norway waited. Senator Peter Miles, who was in Chad from June 2 to 9, said that Norway would help.",
        "Peter Miles",
        "NOR",
    ),
]


@pytest.mark.parametrize(("text", "name", "party"), SENTENCES)
def test_the_party_of(text: str, name: str, party: str) -> None:
    people = read_doc(text, PUBLISHED)._.people
    wanted = tuple(name.lower().split())
    assert [p.country for p in people if p.words == wanted] == [party]


def test_an_office_holder_of_an_article_without_a_date() -> None:
    people = read_doc("Vladimir Putin met Tarja Halonen, the hosts said.", None)._.people
    assert [p.country for p in people] == ["RUS", "FIN"]
