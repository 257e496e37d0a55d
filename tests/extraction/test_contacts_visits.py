"""Visits, as agencies tell them: who travels where."""

from __future__ import annotations

import pytest

from tests.extraction.contacts_table import contacts, wanted

SENTENCES = [
    ("Polish President Lech Kaczynski arrived in Seoul on Tuesday for a three-day visit.", "visit KOR-POL"),
    (
        "ALGIERS (AFP) - Malian President Amadou Toumani Toure arrived here Tuesday on a two-day official visit.",
        "visit DZA-MLI",
    ),
    (
        "US Vice President Joe Biden will travel to Chile and Costa Rica later this month.",
        "visit CHL-USA; visit CRI-USA",
    ),
    ("Prince Albert of Monaco starts a visit to Croatia on Thursday.", "visit HRV-MCO"),
    ("Burkina Faso's foreign minister, Alain Yoda, is due in Taipei on Sunday.", "visit BFA-TWN"),
    ("Bangladeshi Prime Minister Sheikh Hasina has accepted an invitation to visit India.", "visit BGD-IND"),
    ("A high-ranking North Korean delegation flew to Moscow on Monday.", "visit PRK-RUS"),
    (
        "An Iraqi delegation headed by Oil Minister Hussain al-Shahristani arrived in Tehran on Saturday.",
        "visit IRN-IRQ",
    ),
    ("Spanish King Juan Carlos cancelled a visit to Morocco planned for April.", "visit ESP-MAR"),
    ("Mexican President Felipe Calderon put off his trip to China because of the flu outbreak.", "visit CHN-MEX"),
    (
        "The South African defence minister, Charles Nqakula, wound up a four-day visit to Cuba on Friday.",
        "visit CUB-ZAF",
    ),
    ("Sudanese President Omar al-Beshir flew into Asmara on Monday despite an arrest warrant.", "visit ERI-SDN"),
    ("EU foreign policy chief Javier Solana is to visit Skopje on Tuesday.", "visit EU-MKD"),
    ("During a visit to Baku, Latvian Foreign Minister Maris Riekstins praised the pipeline.", "visit AZE-LVA"),
    (
        "On a trip to Nairobi, German Development Minister Heidemarie Wieczorek-Zeul pledged 80 million euros.",
        "visit DEU-KEN",
    ),
    (
        "Tongan Prime Minister Feleti Sevele, on a visit to Wellington, thanked New Zealand for its help.",
        "visit NZL-TON",
    ),
    (
        "The US special envoy to Afghanistan, Richard Holbrooke, arrived in Islamabad after stopping in London.",
        "visit PAK-USA; visit GBR-USA",
    ),
    (
        "BEIJING, March 18 (Xinhua) -- Chinese Premier Wen Jiabao will pay an official visit to Kazakhstan from April 2 to 4, "
        "Foreign Ministry spokesman Qin Gang announced Wednesday.",
        "visit CHN-KAZ",
    ),
    (
        "At the invitation of Chinese President Hu Jintao, Turkmen President Gurbanguly Berdymukhamedov will pay a state visit to China next month.",
        "visit CHN-TKM",
    ),
    (
        "Pyongyang, March 16 (KCNA) -- A delegation of the Ministry of Foreign Affairs led by Vice-Minister Kim Yong Il left here Monday to visit Iran.",
        "visit IRN-PRK",
    ),
    (
        "Pyongyang, March 16 (KCNA) -- A delegation of the Foreign Ministry of Mongolia led by State Secretary Damba Tsogtbaatar arrived here on Monday.",
        "visit MNG-PRK",
    ),
    (
        "Pyongyang, March 16 (KCNA) -- The delegation of the Communist Party of Cuba left here for home on Monday after visiting the DPRK.",
        "visit CUB-PRK",
    ),
    ("Turkish President Abdullah Gul paid a landmark visit to Armenia in September.", "visit ARM-TUR"),
    ("Kuwait's prime minister, Sheikh Nasser al-Mohammed al-Sabah, went to Baghdad on Sunday.", "visit IRQ-KWT"),
    ("The Venezuelan leader's trip to Tehran comes a week after a summit in Qatar.", "visit IRN-VEN"),
    (
        "Pope Benedict XVI will make a pilgrimage of peace to Cameroon and Angola, the Vatican said.",
        "visit CMR-VAT; visit AGO-VAT",
    ),
    (
        "Israeli Foreign Minister Tzipi Livni was in Cairo on Thursday for talks with President Hosni Mubarak.",
        "visit EGY-ISR; meeting EGY-ISR",
    ),
    ("Serbian Foreign Minister Vuk Jeremic has been invited to Tirana.", "visit ALB-SRB"),
    ("Peru's Prime Minister Yehude Simon heads to Washington on Monday to sign the accord.", "visit PER-USA"),
    (
        "Norway's trade minister, Sylvia Brustad, is leading a delegation of 40 companies to Vietnam this week.",
        "visit NOR-VNM",
    ),
    (
        "US envoy George Mitchell returned from the Middle East; he had visited Egypt, Israel and Jordan.",
        "visit EGY-USA; visit ISR-USA; visit JOR-USA",
    ),
    (
        "The Philippines sent its foreign secretary, Alberto Romulo, to Riyadh to plead for the maid's life.",
        "visit PHL-SAU",
    ),
    (
        "Libyan leader Moammar Gadhafi toured Mauritania, Niger and Mali in March.",
        "visit LBY-MRT; visit LBY-NER; visit LBY-MLI",
    ),
    (
        "Russian Prime Minister Vladimir Putin is expected in Ulan Bator in May, Mongolian officials said.",
        "visit MNG-RUS",
    ),
    (
        "A visit to Ankara by Iraqi Kurdish leader Massoud Barzani's rival, President Jalal Talabani of Iraq, is planned for April.",
        "visit IRQ-TUR",
    ),
    ("The visit by Slovak Foreign Minister Jan Kubis to Tbilisi was his second in a year.", "visit GEO-SVK"),
    ("Rwanda's foreign minister, Rosemary Museminali, ended her visit to Kinshasa on Monday.", "visit COD-RWA"),
    ("UN special envoy Ibrahim Gambari left Yangon on Tuesday after a five-day mission.", "visit MMR-UN"),
    ("Swaziland's King Mswati III is on a state visit to Kuwait.", "visit KWT-SWZ"),
    (
        "Gambian Vice President Isatou Njie-Saidy will attend the inauguration of Ghana's president in Accra on Saturday.",
        "visit GHA-GMB",
    ),
    ("IAEA chief Mohamed ElBaradei plans to go to Pyongyang in the second week of March.", "visit IAEA-PRK"),
    (
        "Dominican President Leonel Fernandez travelled on Tuesday to Port-au-Prince, the Haitian capital.",
        "visit DOM-HTI",
    ),
    ("Uzbek President Islam Karimov makes a working visit to Ashgabat today.", "visit TKM-UZB"),
]


@pytest.mark.parametrize(("text", "line"), SENTENCES)
def test_visits(text: str, line: str) -> None:
    assert contacts(text) == wanted(line)
