"""Who represents nobody: people called by a trade, players of a sports story, sons, and bosses of companies."""

from __future__ import annotations

from datetime import date

import pytest

from contacts.extraction import read_doc

PUBLISHED = date(2009, 3, 18)


def officials(text: str) -> list[str]:
    return [p.words[-1] for p in read_doc(text, PUBLISHED)._.people if p.official]


PRIVATE = [
    "Chilean novelist Maria Salas wrote to Norwegian Prime Minister Liv Sandvik.",
    "Liv Sandvik, the prime minister of Norway, met the Kenyan runner Moses Otieno.",
    "Norwegian Prime Minister Liv Sandvik received Peter Kruger, chief executive officer of Germany's Hansa Bank.",
    "Norwegian Prime Minister Liv Sandvik saw the Danish billionaire Jens Friis in Oslo.",
    "Prime Minister Liv Sandvik of Norway was in Rome, as was Russia's Boris Yeltsin Jr., to watch.",
    "In Oslo, Norwegian Prime Minister Liv Sandvik watched France's Marie Dubois, seeded third, win the semifinal "
    "of the tournament; her coach cheered.",
]


@pytest.mark.parametrize("text", PRIVATE, ids=lambda text: text[:40])
def test_who_holds_no_office_is_no_official(text: str) -> None:
    assert officials(text) == ["sandvik"]


PUBLIC = [
    ("Hong Kong Chief Executive Donald Leung spoke.", ["leung"]),
    ("The poet and foreign minister Maria Salas of Chile spoke.", ["salas"]),
    ("Latvia's Ilze Kalnina spoke.", ["kalnina"]),
    ("The IMF's managing director, Marie Dubois, spoke.", ["dubois"]),
]


@pytest.mark.parametrize(("text", "names"), PUBLIC, ids=lambda value: str(value)[:40])
def test_an_office_beside_a_trade_counts(text: str, names: list[str]) -> None:
    assert officials(text) == names


def test_an_office_that_one_party_alone_has_tells_it() -> None:
    people = read_doc("In Tirana the home secretary, Anne Hale, met the Albanian police chief.", PUBLISHED)._.people
    assert [p.country for p in people] == ["GBR"]


def test_somebody_of_whom_nothing_is_told_is_no_official_of_a_story_without_officials() -> None:
    text = "Rosa Bellini said that she first met King Zog in Naples, where her father ran a bar in an Italian club."
    text += " The sea was blue and the evenings were long." * 20
    assert read_doc(text, PUBLISHED)._.records == []
