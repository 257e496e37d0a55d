"""Contacts of sides that are not named: envoys, negotiators, officials, leaders, ministers of several countries."""

from __future__ import annotations

import pytest

from tests.extraction.contacts_table import contacts, wanted

SENTENCES = [
    # envoys and officials from A and B
    ("Envoys from the two Koreas met at the border village on Tuesday.", "meeting KOR-PRK"),
    ("Senior diplomats from Japan and North Korea held talks in Beijing on Monday.", "meeting JPN-PRK"),
    (
        "Negotiators from Serbia and Kosovo sat down in Brussels on Wednesday for a second round of talks.",
        "meeting SRB-XKX",
    ),
    ("Officials from India and Pakistan will meet in New Delhi next week to discuss water sharing.", "meeting IND-PAK"),
    (
        "Diplomats from Britain, France and Germany met Iranian officials in Geneva on Tuesday.",
        "meeting DEU-FRA-GBR-IRN",
    ),
    ("Military officers from Thailand and Cambodia met on Sunday near the disputed temple.", "meeting KHM-THA"),
    ("Representatives of Armenia and Azerbaijan met in Prague on Monday.", "meeting ARM-AZE"),
    ("Working-level talks between Seoul and Pyongyang broke off on Thursday without result.", "meeting KOR-PRK"),
    ("US and Russian negotiators resumed arms control talks in Geneva on Monday.", "meeting RUS-USA"),
    ("Ethiopian and Eritrean officials held a first round of negotiations in The Hague last week.", "meeting ERI-ETH"),
    ("Chinese and Vietnamese officials opened border talks in Hanoi on Wednesday.", "meeting CHN-VNM"),
    (
        "Trade officials of the United States and South Korea wrapped up three days of talks in Seoul on Friday.",
        "meeting KOR-USA",
    ),
    ("Peace talks between Israeli and Syrian delegations resumed in Maryland on Wednesday.", "meeting ISR-SYR"),
    ("Delegations from Sudan and Chad met in Tripoli on Saturday.", "meeting SDN-TCD"),
    ("Experts from Iran and the IAEA are to meet in Vienna on 20 March.", "meeting IAEA-IRN"),
    (
        "Officials from both Turkey and Armenia confirmed that their envoys had met in Zurich in September.",
        "meeting ARM-TUR",
    ),
    ("The Colombian and Ecuadorean military chiefs met on the border on Friday.", "meeting COL-ECU"),
    (
        "North Korean and Japanese diplomats wound up two days of normalization talks in Kuala Lumpur on Wednesday.",
        "meeting JPN-PRK",
    ),
    ("Pakistani and Afghan officials are due to hold talks in Kabul on Saturday.", "meeting AFG-PAK"),
    (
        "Teams from the European Union and Turkey started membership negotiations in Brussels on Monday.",
        "meeting EU-TUR",
    ),
    # leaders of A, B and C
    ("The leaders of Kenya, Uganda and Tanzania met in Arusha on Saturday.", "meeting KEN-TZA-UGA"),
    ("The foreign ministers of Greece and Turkey met in Athens on Tuesday.", "meeting GRC-TUR"),
    ("The presidents of Russia, Belarus and Kazakhstan will hold a summit in Minsk next month.", "meeting BLR-KAZ-RUS"),
    ("The defence ministers of Norway and Finland met in Oslo on Thursday.", "meeting FIN-NOR"),
    ("The Indian and Pakistani foreign secretaries met in Islamabad on Friday.", "meeting IND-PAK"),
    ("The prime ministers of Japan and Australia spoke by telephone on Tuesday.", "call AUS-JPN"),
    (
        "Leaders of Brazil, Argentina and Uruguay gathered in Montevideo on Friday for talks on trade.",
        "meeting ARG-BRA-URY",
    ),
    ("The heads of state of Mali, Niger and Algeria are to meet in Tamanrasset in April.", "meeting DZA-MLI-NER"),
    ("Foreign ministers from Egypt, Jordan and Saudi Arabia met in Cairo on Sunday.", "meeting EGY-JOR-SAU"),
    ("The finance ministers of Germany and France met in Berlin on Monday.", "meeting DEU-FRA"),
    (
        "The Chinese, Japanese and South Korean foreign ministers will meet on the island of Jeju on Saturday.",
        "meeting CHN-JPN-KOR",
    ),
    ("The German and Polish interior ministers held talks in Warsaw on Tuesday.", "meeting DEU-POL"),
    ("The army chiefs of India and Nepal met in Kathmandu on Wednesday.", "meeting IND-NPL"),
    # one side named, the other not
    ("US envoy Christopher Hill met North Korean officials in Berlin on Tuesday.", "meeting PRK-USA"),
    (
        "EU foreign policy chief Javier Solana held talks with Iranian negotiators in Lisbon on Tuesday.",
        "meeting EU-IRN",
    ),
    (
        "Russian Foreign Minister Sergei Lavrov met a Hamas delegation and Syrian officials in Damascus on Monday.",
        "meeting RUS-SYR",
    ),
    (
        "British Foreign Secretary David Miliband met with members of the Libyan leadership on Sunday.",
        "meeting GBR-LBY",
    ),
    (
        "A senior Chinese official met the Burmese opposition and generals of the Myanmar junta on Friday.",
        "meeting CHN-MMR",
    ),
    ("A North Korean delegation held talks with Mongolian officials in Ulan Bator on Monday.", "meeting MNG-PRK"),
    ("A Saudi envoy met Lebanese President Michel Suleiman on Thursday.", "meeting LBN-SAU"),
    ("The Swiss ambassador was summoned to the foreign ministry in Tripoli on Wednesday.", "meeting CHE-LBY"),
    ("Venezuela summoned the Colombian ambassador on Tuesday to protest against the raid.", "meeting COL-VEN"),
    ("A team of IAEA inspectors met Syrian officials in Damascus on Monday.", "meeting IAEA-SYR"),
    ("Georgia's president met a group of European Union foreign ministers in Tbilisi on Monday.", "meeting EU-GEO"),
    ("Cuban officials received a delegation from the US State Department in Havana on Wednesday.", "meeting CUB-USA"),
    (
        "Libyan officials told UN envoys during a meeting in Tripoli on Saturday that the border would stay open.",
        "meeting LBY-UN",
    ),
    ("Mugabe's government held talks with South African mediators in Harare on Tuesday.", "meeting ZAF-ZWE"),
    ("Turkish officials met with their Iraqi counterparts in Ankara on Tuesday.", "meeting IRQ-TUR"),
    ("The Sudanese government is to hold talks with the African Union in Addis Ababa on Thursday.", "meeting AU-SDN"),
    # sides before
    (
        "PRAGUE (AP) -- Czech and Austrian officials argued about a nuclear plant for years. On Tuesday the two sides met in Brno.",
        "meeting AUT-CZE",
    ),
    (
        "Relations between Ethiopia and Eritrea are tense. Officials of the two countries met in Cairo on Monday.",
        "meeting ERI-ETH",
    ),
    (
        "Bolivia and Chile have had no ambassadors in each other's capital since 1978. Their foreign ministers met in La Paz on Monday.",
        "meeting BOL-CHL",
    ),
    (
        "India and China fought a war over their border in 1962. Negotiators from both countries met in Beijing on Tuesday.",
        "meeting CHN-IND",
    ),
    # many
    (
        "Diplomats from the United States, Russia, China, Britain, France and Germany met in Paris on Saturday to discuss sanctions.",
        "meeting CHN-DEU-FRA-GBR-RUS-USA",
    ),
    (
        "A summit of Arab leaders is to open in Doha on 30 March. The leaders of Egypt and Qatar will meet there.",
        "meeting EGY-QAT",
    ),
    (
        "Trade negotiators from Canada, Mexico and the United States met behind closed doors in a Montreal hotel on Monday.",
        "meeting CAN-MEX-USA",
    ),
]


@pytest.mark.parametrize(("text", "line"), SENTENCES)
def test_contacts_of_unnamed_sides(text: str, line: str) -> None:
    assert contacts(text) == wanted(line)
