"""Contacts told in passing: nominal, passive, in the background of another story."""

from __future__ import annotations

import pytest

from tests.extraction.contacts_table import contacts, wanted

SENTENCES = [
    ("The row overshadowed a visit to Prague by Austrian Chancellor Werner Faymann.", "visit AUT-CZE"),
    ("The sale was agreed during Indian Defence Minister A.K. Antony's visit to Moscow in September.", "visit IND-RUS"),
    (
        "The offer came a day after talks in Doha between Sudanese Vice President Ali Osman Taha and Chadian envoys.",
        "meeting SDN-TCD",
    ),
    ("Last week's meeting in Vienna between Serbian and Albanian diplomats produced no result.", "meeting ALB-SRB"),
    (
        "The statement followed a telephone conversation between Lebanon's prime minister and the Saudi foreign minister.",
        "call LBN-SAU",
    ),
    ("Kyrgyz officials were briefed by a Russian delegation that arrived in Bishkek on Monday.", "visit KGZ-RUS"),
    ("The president, on a state visit to Turkey, said Kazakhstan's Nursultan Nazarbayev would stay neutral.", ""),
    (
        "Ahead of next week's summit in Astana between the Kazakh and Uzbek presidents, customs rules were eased.",
        "meeting KAZ-UZB",
    ),
    (
        "Police lined the route as the motorcade of visiting Iraqi President Jalal Talabani drove to the palace of Kuwait's emir.",
        "visit IRQ-KWT",
    ),
    (
        "The issue was raised when Honduran President Manuel Zelaya met Nicaragua's Daniel Ortega in Managua last month.",
        "meeting HND-NIC",
    ),
    (
        "A letter from the Ukrainian prime minister, Yulia Tymoshenko, to her Slovak counterpart was published on Tuesday.",
        "message SVK-UKR",
    ),
    ("The ministry said it had handed a protest note to the Israeli ambassador.", ""),
    ("It was the first visit by a Japanese foreign minister to Cuba since 1975.", "visit CUB-JPN"),
    (
        "The meeting, attended by Bolivian President Evo Morales and Paraguay's Fernando Lugo, ended with a joint declaration.",
        "meeting BOL-PRY",
    ),
    ("Tunisia's foreign minister, who is expected in Rome on Friday, has asked for more visas.", "visit ITA-TUN"),
    (
        "Neither side would say what Libyan leader Moamer Kadhafi and Silvio Berlusconi, the Italian prime minister, discussed in Sirte.",
        "meeting ITA-LBY",
    ),
    ("Australian and Indonesian police chiefs meeting in Bali agreed to share data.", "meeting AUS-IDN"),
    (
        "Having met the Malaysian prime minister in the morning, Thailand's Abhisit Vejjajiva returned to Bangkok.",
        "meeting MYS-THA",
    ),
    (
        "US officials have held secret talks with the Taliban and with Pakistani generals, a newspaper reported.",
        "meeting PAK-USA",
    ),
    ("Norwegian mediators met Sri Lankan government negotiators in Geneva.", "meeting LKA-NOR"),
    ("Britain's ambassador to Tehran, Simon Gass, was called in by the Iranian foreign ministry.", "meeting GBR-IRN"),
    ("The Eritrean ambassador in London was summoned to the Foreign Office on Tuesday.", "meeting ERI-GBR"),
    ("Zambia's high commissioner was called to the Zimbabwean foreign ministry.", "meeting ZMB-ZWE"),
    ("Mr Karzai's trip to Islamabad, his second this year as Afghan president, was postponed.", "visit AFG-PAK"),
    ("A Qatari mediation team shuttled between Sanaa and Saada.", "visit QAT-YEM"),
    (
        "The two men, Greek Foreign Minister Dora Bakoyannis and her Turkish counterpart Ali Babacan, shook hands in Helsinki.",
        "meeting GRC-TUR",
    ),
    (
        "Israeli and Palestinian negotiators were to meet again in Jerusalem on Sunday, a Palestinian official said.",
        "meeting ISR-PSE",
    ),
    ("North Korea has proposed military talks with the South, the defence ministry in Seoul said.", "meeting KOR-PRK"),
    (
        "South Korea on Monday turned down a North Korean proposal for talks between officials of the two sides.",
        "meeting KOR-PRK",
    ),
    ("The Dalai Lama's envoys met Chinese officials.", ""),
    (
        "The Philippines and Vietnam have agreed to hold talks on the disputed reef, officials in Manila said.",
        "meeting PHL-VNM",
    ),
    (
        "The French president is to receive the leaders of Chad and the Central African Republic at the Elysee on Thursday.",
        "meeting CAF-FRA-TCD",
    ),
    (
        "Uganda's foreign minister flew to Bujumbura, the capital of Burundi, carrying a message from President Yoweri Museveni.",
        "visit BDI-UGA",
    ),
    ("Ecuador's president has been in touch by telephone with Colombia's leader, aides said.", "call COL-ECU"),
    (
        "Slovenia's prime minister told his Croatian counterpart in a letter that the veto would stay.",
        "message HRV-SVN",
    ),
    (
        "Hamid Karzai, the Afghan president, thanked Germany's foreign minister, Frank-Walter Steinmeier, at a meeting in Kabul.",
        "meeting AFG-DEU",
    ),
    ("The Sultan of Brunei flew home on Monday after attending the coronation in Bhutan.", "visit BRN-BTN"),
    (
        "Envoys of Iran and Syria were received separately by Iraq's foreign minister, Hoshyar Zebari.",
        "meeting IRN-IRQ; meeting IRQ-SYR",
    ),
    (
        "The Mexican president will host his Guatemalan colleague, Alvaro Colom, in Chiapas on Saturday.",
        "meeting GTM-MEX",
    ),
    (
        "President Bush is to fly to Monterrey on Friday for a summit with Mexico's Vicente Fox. George W. Bush is the US president.",
        "meeting MEX-USA; visit MEX-USA",
    ),
    ("Danish and Canadian officials will discuss ownership of the island in Copenhagen on Monday.", "meeting CAN-DNK"),
    (
        "Egyptian intelligence chief Omar Suleiman has been mediating in talks in Cairo with Israeli envoy Amos Gilad.",
        "meeting EGY-ISR",
    ),
    (
        "In Brussels, NATO Secretary General Jaap de Hoop Scheffer discussed the convoy attacks with Pakistan's foreign minister.",
        "meeting NATO-PAK",
    ),
    (
        "The World Health Organization's director-general, Margaret Chan, met Mexico's health minister in Geneva.",
        "meeting MEX-UN",
    ),
    (
        "A delegation of the International Monetary Fund held talks with Hungarian officials in Budapest.",
        "meeting HUN-IMF",
    ),
]


@pytest.mark.parametrize(("text", "line"), SENTENCES)
def test_contacts_told_in_passing(text: str, line: str) -> None:
    assert contacts(text) == wanted(line)
