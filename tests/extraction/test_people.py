"""Names, titles and the party that each person represents. A row is a sentence of ours and what the engine makes
of it."""

from datetime import date

import pytest

from contacts.extraction import read_doc
from contacts.extraction.components.names import written
from contacts.extraction.types import Rank


def people(text, published=None):
    doc = read_doc(text, published)
    found = {}
    for person in doc._.people:
        fullest = max(person.names, key=lambda name: len(name.words))
        found[written(doc, fullest.start, fullest.end)] = person.country
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # titles before and after, appositions
        ("South Korean Foreign Minister Cho Tae-yul spoke.", {"Cho Tae-yul": "KOR"}),
        ("Gustavo Rojas Paz, a Bolivian vice minister, spoke.", {"Gustavo Rojas Paz": "BOL"}),
        ("The Kenyan president, Wanjiku Mwangi, spoke.", {"Wanjiku Mwangi": "KEN"}),
        ("He met his Cuban counterpart, Ernesto Salgado.", {"Ernesto Salgado": "CUB"}),
        ("Minister of Foreign Affairs of the Republic of Singapore Tan Wei Ming spoke.", {"Tan Wei Ming": "SGP"}),
        ("Le Van Dung, president of the Socialist Republic of Vietnam, spoke.", {"Le Van Dung": "VNM"}),
        ("Latvia's Ilze Kalnina spoke.", {"Ilze Kalnina": "LVA"}),
        ("Anders Holm of Denmark spoke to reporters.", {"Anders Holm": "DNK"}),
        # forms of names
        ("North Korean leader Kim Myong-su spoke.", {"Kim Myong-su": "PRK"}),
        ("Sudanese President Hassan al-Mahdi spoke.", {"Hassan al-Mahdi": "SDN"}),
        ("Malaysian Prime Minister Ahmad bin Yusof spoke.", {"Ahmad bin Yusof": "MYS"}),
        ("Dutch Foreign Minister Pieter van der Linden spoke.", {"Pieter van der Linden": "NLD"}),
        ("Brazilian President Paulo Teixeira da Costa spoke.", {"Paulo Teixeira da Costa": "BRA"}),
        ("Irish Foreign Minister Sean O'Malley spoke.", {"Sean O'Malley": "IRL"}),
        ("U.S. envoy J. Robert Hale spoke.", {"J. Robert Hale": "USA"}),
        ("British Prime Minister Theresa May spoke.", {"Theresa May": "GBR"}),
        # two parties in one title
        (
            "The Chinese and Mauritian premiers, Li Wenhao and Navin Doorgah, were present.",
            {"Li Wenhao": "CHN", "Navin Doorgah": "MUS"},
        ),
        (
            "Presidents Ivan Kozak of Ukraine and Pavel Orlov of Russia spoke.",
            {"Ivan Kozak": "UKR", "Pavel Orlov": "RUS"},
        ),
        # the principal's party
        (
            "Pedro Alvarez arrived as a special envoy to Cuban President Ramon Diaz.",
            {"Pedro Alvarez": "CUB", "Ramon Diaz": "CUB"},
        ),
    ],
)
def test_people_and_their_parties(text, expected):
    found = people(text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Foreign Ministry in Hanoi issued a statement.",
        "The Treaty of Waitangi was signed in 1840.",
        "On Tuesday Parliament met in Nairobi.",
        "The World Bank lent Ghana more money.",
    ],
)
def test_capitals_alone_make_no_person(text):
    assert people(text) == {}


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("the Cuban vice president", Rank.DEPUTY),
        ("the Cuban president", Rank.HEAD_OF_STATE),
        ("the Thai prime minister", Rank.HEAD_OF_GOVERNMENT),
        ("the minister of foreign affairs of Peru", Rank.FOREIGN_MINISTER),
        ("the U.S. secretary of state", Rank.FOREIGN_MINISTER),
        ("the French defence minister", Rank.DEFENCE_MINISTER),
        ("the trade minister of Chile", Rank.MINISTER),
        ("the UN special envoy for Yemen", Rank.SPECIAL_ENVOY),
        ("the Turkish ambassador to Syria", Rank.AMBASSADOR),
        ("the deputy foreign minister of Iran", Rank.DEPUTY),
    ],
)
def test_rank_of_a_title(text, rank):
    doc = read_doc(f"We heard {text} yesterday.")
    assert [title.rank for title in doc._.titles] == [rank]


@pytest.mark.parametrize(
    ("text", "country", "towards"),
    [
        ("The Turkish ambassador to Syria spoke.", "TUR", "SYR"),
        ("Cuba's envoy to Angola spoke.", "CUB", "AGO"),
        ("The UN special envoy for Yemen spoke.", "UN", "YEM"),
    ],
)
def test_an_envoy_represents_the_sender(text, country, towards):
    [title] = read_doc(text)._.titles
    assert (title.country, title.towards) == (country, towards)


def test_later_mentions_are_the_same_person():
    text = (
        "Norwegian Foreign Minister Liv Sandvik arrived in Lima on Monday. Sandvik was late. "
        "She met the press. The minister then rested. Mrs Sandvik left on Tuesday."
    )
    doc = read_doc(text)
    assert [len(person.names) for person in doc._.people] == [3]


def test_office_holders_count_only_in_their_years():
    from datetime import date

    text = "Yeltsin spoke in public."
    assert people(text, date(1997, 5, 1)) == {"Yeltsin": "RUS"}
    assert people(text, date(2017, 5, 1)) == {}


def test_a_dateline_tells_the_party_of_a_bare_office():
    text = "OSLO, March 3 (Agency) - Prime Minister Kari Lund said on Monday that prices would fall."
    assert people(text) == {"Kari Lund": "NOR"}


@pytest.mark.parametrize(
    ("text", "name", "country", "offices"),
    [
        # the office in the lead, its holder in the next sentence
        (
            "Bolivia's trade minister will travel to Lima next week. Gustavo Rojas Paz is to discuss customs there.",
            "Gustavo Rojas Paz",
            "BOL",
            {"trade minister"},
        ),
        (
            "The Kenyan leader met a senior Latvian diplomat on Monday. Latvian Deputy Foreign Minister Ilze Kalnina"
            " asked for votes.",
            "Ilze Kalnina",
            "LVA",
            {"Deputy Foreign Minister", "senior Latvian diplomat"},
        ),
        # nobody is meant
        (
            "No Bolivian minister has ever flown to Lima. Gustavo Rojas Paz said that he will.",
            "Gustavo Rojas Paz",
            None,
            set(),
        ),
        # its own name stands beside the office
        (
            "The Bolivian minister, His Excellency Pablo Quispe Mamani, flew to Lima. Gustavo Rojas Paz waved.",
            "Gustavo Rojas Paz",
            None,
            set(),
        ),
        # another office than the one the name is known for at that time
        (
            "Lebanon's prime minister flew to Riyadh. Michel Aoun said that he knew nothing.",
            "Michel Aoun",
            "LBN",
            set(),
        ),
    ],
)
def test_an_office_told_first_is_that_of_the_name_told_next(text, name, country, offices):
    doc = read_doc(text, date(2017, 11, 6))
    found = {" ".join(doc[p.names[0].start : p.names[0].end].text.split()): p for p in doc._.people}
    person = found.get(name)
    assert (person.country if person else None) == country
    shown = {doc[t.start : t.end].text for t in person.titles} if person else set()
    assert all(any(office in title for title in shown) for office in offices)
    assert bool(shown) == bool(offices)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("President Salva Kiir Mayardit spoke.", "Salva Kiir Mayardit", "SSD"),
        ("President Hugo Chavez Frias spoke in Oslo.", "Hugo Chavez Frias", "VEN"),
        ("Kiir Mayardit Deng, a driver, spoke.", "Kiir Mayardit Deng", None),
    ],
)
def test_an_office_holder_with_one_family_name_more(text, name, country):
    assert people(text, date(2012, 3, 1)).get(name) == country
