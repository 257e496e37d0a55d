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


def test_the_years_that_an_article_names_tell_of_its_time_where_it_has_no_date() -> None:
    people = read_doc("In 2003, talks had failed. Mr Putin was all smiles as he left the hall.", None)._.people
    assert [p.country for p in people] == ["RUS"]


PRINCIPALS = [
    ("Portuguese President Rui Salgado and his wife, Marta Lima, spoke.", "Marta Lima", "PRT"),
    ("Portuguese President Rui Salgado, accompanied by First Lady Marta Lima, spoke.", "Marta Lima", "PRT"),
    ("Chile's foreign minister, Jose Salas, and his adviser Pedro Rojas spoke in Oslo.", "Pedro Rojas", "CHL"),
]


@pytest.mark.parametrize(("text", "name", "party"), PRINCIPALS)
def test_who_stands_beside_somebody_is_of_his_party(text: str, name: str, party: str) -> None:
    test_the_party_of(text, name, party)


def test_a_nationality_told_after_a_name_is_its_party() -> None:
    text = "Peter Solberg spoke first. The Norwegian was brief. Then Kenya's Moses Otieno spoke."
    assert [p.country for p in read_doc(text, PUBLISHED)._.people] == ["NOR", "KEN"]


REPORTERS = [
    "President Ivan Orlov of Russia was all smiles, according to the BBC's Peter Miles in Moscow.",
    "Russian President Ivan Orlov spoke. (Reporting by Peter Miles; editing by Anna Hale)",
    "Talks held in Moscow\nBy Peter Miles\nRussian President Ivan Orlov spoke.",
]


@pytest.mark.parametrize("text", REPORTERS)
def test_who_writes_the_story_is_no_official(text: str) -> None:
    assert [p.words[-1] for p in read_doc(text, PUBLISHED)._.people if p.official] == ["orlov"]


def test_a_letter_written_by_a_president_is_his() -> None:
    people = read_doc("A letter written by President Vladimir Putin arrived.", PUBLISHED)._.people
    assert [p.official for p in people] == [True]


OWNERS = [
    ("The European Union was late. The bloc's special envoy, Anders Solberg, flew to Chad.", "Anders Solberg", "EU"),
    ("Thailand agreed. In Oslo the kingdom's foreign minister, Somchai Boonmee, spoke.", "Somchai Boonmee", "THA"),
    ("Dmitry Orlov, spokesman for Russian President Boris Volkov, spoke in Oslo.", "Dmitry Orlov", "RUS"),
    ("Dmitry Orlov, spokesman for Russian President Boris Volkov, spoke in Oslo.", "Boris Volkov", "RUS"),
    ("Jose Salas, an adviser to Peruvian President Ana Rojas, arrived in Lagos.", "Jose Salas", "PER"),
]


@pytest.mark.parametrize(("text", "name", "party"), OWNERS, ids=[f"{text[:30]} {name}" for text, name, _ in OWNERS])
def test_whose_an_office_is(text: str, name: str, party: str) -> None:
    test_the_party_of(text, name, party)


def test_a_principal_keeps_his_own_office() -> None:
    people = read_doc("Dmitry Orlov, spokesman for Russian President Boris Volkov, spoke.", PUBLISHED)._.people
    assert [[t.word for t in p.titles] for p in people] == [["spokesman"], ["president"]]


def test_an_unnamed_aide_is_of_the_party_of_whom_he_serves() -> None:
    titles = read_doc("He met an aide to Prime Minister Liv Sandvik of Norway.", PUBLISHED)._.titles
    assert (titles[0].word, titles[0].country) == ("aide", "NOR")
