"""Groups of states told as one side, people told by nationality, and the office that a participant is shown with."""

from __future__ import annotations

from datetime import date

import pytest

from contacts.extraction import read_doc
from tests.extraction.contacts_table import contacts, wanted

GROUPS = [
    (2009, "Leaders of five Central Asian states will meet in Bishkek on Friday.", "meeting KAZ-KGZ-TJK-TKM-UZB"),
    (2009, "Baltic presidents met in Vilnius on Tuesday.", "meeting EST-LTU-LVA"),
    (2009, "Delegates to the six-party talks met in Shenyang on Monday.", "meeting CHN-JPN-KOR-PRK-RUS-USA"),
    (
        2009,
        "Foreign ministers of the Visegrad Group met in Krakow on Tuesday with Moldovan Foreign Minister Ion Rusu.",
        "meeting CZE-HUN-MDA-POL-SVK",
    ),
    (
        2009,
        "The co-chairs of the Minsk Group met Armenian President Tigran Hakobian in Yerevan.",
        "meeting ARM-FRA-RUS-USA",
    ),
    (2010, "G8 foreign ministers met in Gatineau on Tuesday.", "meeting CAN-DEU-FRA-GBR-ITA-JPN-RUS-USA"),
    (2018, "G7 finance ministers met in Whistler on Friday.", "meeting CAN-DEU-FRA-GBR-ITA-JPN-USA"),
    (2015, "Leaders of the Normandy Four spoke by telephone on Friday.", "call DEU-FRA-RUS-UKR"),
    (2009, "Leaders of the Normandy Four spoke by telephone on Friday.", ""),
    (2014, "Negotiators from Iran and the P5+1 group met in Muscat.", "meeting CHN-DEU-FRA-GBR-IRN-RUS-USA"),
    # not the group
    (2009, "Baltic herring and Nordic timber were the talk of the fair.", ""),
]


@pytest.mark.parametrize(("year", "text", "line"), GROUPS, ids=[text[:50] + f" {year}" for year, text, _ in GROUPS])
def test_a_group_of_states_stands_for_its_members(year: int, text: str, line: str) -> None:
    assert contacts(text, date(year, 5, 20)) == wanted(line)


def test_one_envoy_of_a_group_is_of_no_member() -> None:
    [title] = read_doc("The Quartet's envoy spoke.", date(2009, 3, 18))._.titles
    assert title.country is None


NATIONALS = [
    "Turkish Foreign Minister Orhan Demirel came to Oslo on Monday. The Turk met Norwegian Prime Minister Liv Sandvik.",
    "Kenyan minister Otieno Mwangi flew to Oslo on Monday. The Kenyan was met by Norwegian Prime Minister Liv Sandvik.",
    "Danish Foreign Minister Jens Friis flew to Oslo on Monday. Norwegian Prime Minister Liv Sandvik received the Dane.",
]


@pytest.mark.parametrize("text", NATIONALS, ids=lambda text: text[:40])
def test_a_nationality_with_the_article_is_the_person_told_before(text: str) -> None:
    meeting = next(r for r in read_doc(text, date(2009, 3, 18))._.records if r.kind.value == "meeting")
    assert len([p for p in meeting.participants if p.name]) == 2


OFFICES = [
    ("Cuban vice president Raul Ortega arrived in Lima on Monday.", "vice president"),
    ("The visiting Omani Foreign Minister, Salim Harthi, arrived in Lima on Monday.", "foreign minister"),
    ("Kenya's minister of foreign affairs, Otieno Mwangi, arrived in Lima on Monday.", "minister of foreign affairs"),
    ("Finnish President Aino Korhonen met her Peruvian counterpart, Jose Salas, in Lima on Monday.", "president"),
    ("Swedish Prime Minister Eva Lindh met her Thai opposite number, Somchai Boonmee, on Monday.", "prime minister"),
]


@pytest.mark.parametrize(("text", "office"), OFFICES)
def test_the_office_is_shown_without_its_party(text: str, office: str) -> None:
    records = read_doc(text, date(2009, 3, 18))._.records
    assert {p.title for p in records[0].participants} == {office}
