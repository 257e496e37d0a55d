"""Contacts that are told by those who speak, as the next of others, in lists, at somebody's seat, twice over."""

from __future__ import annotations

import pytest

from tests.extraction.contacts_table import contacts, wanted

FIRST_PERSON = [
    (
        '"I spoke to President Nicolas Sarkozy on Monday and we agreed," German Chancellor Angela Merkel said.',
        "meeting DEU-FRA",
    ),
    (
        '"I will meet Foreign Minister Sergei Lavrov in Moscow next week," Turkish Foreign Minister Ali Babacan told reporters.',
        "meeting RUS-TUR",
    ),
    ('"We had good talks with President Hosni Mubarak," said Sudanese Foreign Minister Deng Alor.', "meeting EGY-SDN"),
    (
        'Norwegian Prime Minister Jens Stoltenberg said: "I met Chinese Premier Wen Jiabao in Davos in January."',
        "meeting CHN-NOR",
    ),
    (
        '"I have written to President Robert Mugabe about the farms," British Foreign Secretary David Miliband said.',
        "message GBR-ZWE",
    ),
    (
        '"I telephoned the Greek prime minister, Costas Karamanlis, this morning," Turkish Prime Minister Recep Tayyip Erdogan said.',
        "call GRC-TUR",
    ),
]
ONCE_MORE = [
    (
        "Kenyan Foreign Minister Moses Wetangula met his Ugandan counterpart Sam Kutesa in Kampala on Monday. A second meeting will be held in Nairobi next week.",
        "meeting KEN-UGA; meeting KEN-UGA",
    ),
    (
        "Negotiators from Kosovo and Serbia held talks in Vienna on Tuesday. A further round is planned for April 2.",
        "meeting SRB-XKX; meeting SRB-XKX",
    ),
    (
        "Japanese Foreign Minister Hirofumi Nakasone met his Indian counterpart, Pranab Mukherjee, in Tokyo on Monday. The talks will resume on Thursday.",
        "meeting IND-JPN; meeting IND-JPN",
    ),
    (
        "Chilean President Michelle Bachelet and Argentine President Cristina Fernandez met in Mendoza on Monday. The next summit takes place in Santiago in October.",
        "meeting ARG-CHL; meeting ARG-CHL",
    ),
    (
        "Kenyan Foreign Minister Moses Wetangula met his Ugandan counterpart Sam Kutesa in Kampala on Monday. The meeting lasted two hours.",
        "meeting KEN-UGA",
    ),
    (
        "Greek Foreign Minister Dora Bakoyannis met Macedonian counterpart Antonio Milososki in Athens on Monday. No date was set for another meeting.",
        "meeting GRC-MKD",
    ),
]
LISTS = [
    (
        "The foreign ministers Maris Riekstins of Latvia, Vygaudas Usackas of Lithuania and Urmas Paet of Estonia signed the declaration in Riga on Monday.",
        "meeting EST-LTU-LVA",
    ),
    (
        "Presidents Lech Kaczynski of Poland, Valdas Adamkus of Lithuania and Toomas Hendrik Ilves of Estonia met in Warsaw on Monday.",
        "meeting EST-LTU-POL",
    ),
    (
        "Attending the meeting were Presidents Yoweri Museveni of Uganda, Paul Kagame of Rwanda and Jakaya Kikwete of Tanzania.",
        "meeting RWA-TZA-UGA",
    ),
]
EXCHANGES = [
    (
        "Syrian President Bashar al-Assad and Turkish President Abdullah Gul exchanged letters on the dam last week.",
        "message SYR-TUR; message SYR-TUR",
    ),
    (
        "Chinese President Hu Jintao and Russian President Dmitry Medvedev exchanged congratulatory telegrams on Friday.",
        "message CHN-RUS; message CHN-RUS",
    ),
]
SEEN = [
    (
        "Indian Foreign Secretary Shivshankar Menon called in Pakistani High Commissioner Shahid Malik on Monday.",
        "meeting IND-PAK",
    ),
    (
        "Danish Foreign Minister Per Stig Moller was in Ramallah on Monday, seeing Palestinian Prime Minister Salam Fayyad.",
        "meeting DNK-PSE; visit DNK-PSE",
    ),
    (
        "Spanish Prime Minister Jose Luis Rodriguez Zapatero flew to Rabat on Tuesday to see King Mohammed VI of Morocco.",
        "meeting ESP-MAR; visit ESP-MAR",
    ),
]
SEATS = [
    ("Polish Foreign Minister Radoslaw Sikorski held talks at the Kremlin on Monday.", "meeting POL-RUS"),
    (
        "Vietnamese Deputy Prime Minister Pham Gia Khiem held talks at the State Department on Tuesday.",
        "meeting USA-VNM",
    ),
    (
        "Israeli Prime Minister Ehud Olmert arrived at the White House on Monday for talks.",
        "meeting ISR-USA; visit ISR-USA",
    ),
    ("Ivorian President Laurent Gbagbo had talks at the Elysee Palace with Nicolas Sarkozy.", "meeting CIV-FRA"),
]
TOLD_TWICE = [
    (
        "Lebanese Prime Minister Fouad Siniora met King Abdullah II of Jordan in Amman on Saturday. He will also hold talks with Jordanian Prime Minister Nader Dahabi on Sunday.",
        "meeting JOR-LBN; meeting JOR-LBN",
    ),
    (
        "Swedish Prime Minister Fredrik Reinfeldt will meet Turkish President Abdullah Gul in Ankara on Monday. Reinfeldt and Gul are expected to discuss membership talks.",
        "meeting SWE-TUR",
    ),
    (
        'Swedish Prime Minister Fredrik Reinfeldt met Turkish President Abdullah Gul in Ankara on Monday. "It was a good meeting," Reinfeldt said after the talks with Gul.',
        "meeting SWE-TUR",
    ),
]
NONE = [
    (
        "Prime Minister Gordon Brown will address the Labour conference before leaders of the unions meet on Tuesday.",
        "",
    ),
    ("The two sides have held seven rounds of talks since 2003.", ""),
    ("Officials said talks with Iran could begin if it stopped enrichment.", ""),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*FIRST_PERSON, *ONCE_MORE, *LISTS, *EXCHANGES, *SEEN, *SEATS, *TOLD_TWICE, *NONE],
)
def test_contacts_told_sideways(text, expected):
    assert contacts(text) == wanted(expected)
