"""Contacts told by turns of phrase, without a word of meeting."""

from __future__ import annotations

import pytest

from tests.extraction.contacts_table import contacts, wanted

SENTENCES = [
    ("Norwegian Foreign Minister Jonas Store heard out Cuba's Bruno Rodriguez for an hour.", "meeting CUB-NOR"),
    ("Norwegian Foreign Minister Jonas Store heard Cuba's Bruno Rodriguez out on Monday.", "meeting CUB-NOR"),
    (
        "Danish Prime Minister Lars Rasmussen was seated across the table from President Hugo Chavez of Venezuela.",
        "meeting DNK-VEN",
    ),
    ("President Michelle Bachelet of Chile gave Spanish Foreign Minister Miguel Moratinos lunch.", "meeting CHL-ESP"),
    ("Finnish President Tarja Halonen had an hour with Estonian Prime Minister Andrus Ansip.", "meeting EST-FIN"),
    (
        "Polish Foreign Minister Radoslaw Sikorski was on the phone with his Czech counterpart, Karel Schwarzenberg.",
        "call CZE-POL",
    ),
    ("Jordan's King Abdullah II took Italian Foreign Minister Franco Frattini aside on Friday.", "meeting ITA-JOR"),
    ("On Monday Mexican President Felipe Calderon turned up in Havana.", "visit CUB-MEX"),
    ("Polish Foreign Minister Radoslaw Sikorski touched down in Minsk on Monday.", "visit BLR-POL"),
    ("Japanese Prime Minister Taro Aso cabled Russian President Dmitry Medvedev on Monday.", "message JPN-RUS"),
    ("Sweden's Carl Bildt raised the quarrel with Turkish Foreign Minister Ali Babacan.", "meeting SWE-TUR"),
    (
        "Dutch Foreign Minister Maxime Verhagen broke off from a holiday to fly to Jakarta on Monday.",
        "visit IDN-NLD",
    ),
    (
        "Angolan President Agostinho Neto opened the dam in the presence of Portuguese Prime Minister Jose Socrates.",
        "meeting AGO-PRT",
    ),
    ("Kenyan President Mwai Kibaki played a round of golf with Ugandan President Yoweri Museveni.", "meeting KEN-UGA"),
    (
        "Danish Prime Minister Lars Rasmussen has an appointment with President Hugo Chavez of Venezuela.",
        "meeting DNK-VEN",
    ),
    (
        "The summit brought together Finnish President Tarja Halonen and Estonian Prime Minister Andrus Ansip.",
        "meeting EST-FIN",
    ),
    (
        "Swedish Foreign Minister Carl Bildt was at the foreign ministry with Turkish Foreign Minister Ali Babacan.",
        "meeting SWE-TUR",
    ),
    (
        "Malawian President Bingu Mutharika and Foreign Minister Murray McCully of New Zealand met at the lake.",
        "meeting MWI-NZL",
    ),
    ("Polish Foreign Minister Radoslaw Sikorski reached Minsk on Monday.", "visit BLR-POL"),
    ("Japanese Prime Minister Taro Aso got back from Hanoi on Tuesday.", "visit JPN-VNM"),
    ("Indian Foreign Minister Pranab Mukherjee diverted to Dhaka on Sunday.", "visit BGD-IND"),
    ("Norwegian Foreign Minister Jonas Store made a detour to Havana on Sunday.", "visit CUB-NOR"),
    (
        "Sweden's Carl Bildt planted a tree in Ankara with Turkish Foreign Minister Ali Babacan.",
        "meeting SWE-TUR",
    ),
    ("Polish Foreign Minister Radoslaw Sikorski reached an agreement with Belarus on Monday.", ""),
    ("President Michelle Bachelet of Chile spent an hour with her children.", ""),
    ("The prime minister heard out the farmers for an hour.", ""),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_idioms(text: str, expected: str) -> None:
    assert contacts(text) == wanted(expected)
