"""Messages and calls, as agencies tell them."""

from __future__ import annotations

import pytest

from tests.extraction.contacts_table import contacts, wanted

SENTENCES = [
    # messages
    (
        "Chinese President Hu Jintao sent a message of condolence to Italian President Giorgio Napolitano on Tuesday.",
        "message CHN-ITA",
    ),
    ("Cuban President Raul Castro has written to his Bolivian counterpart Evo Morales.", "message BOL-CUB"),
    (
        "Iranian President Mahmoud Ahmadinejad received a letter from US President Barack Obama, a newspaper said.",
        "message IRN-USA",
    ),
    (
        "In a letter to French President Nicolas Sarkozy, Senegal's Abdoulaye Wade asked for more loans.",
        "message FRA-SEN",
    ),
    (
        "Queen Elizabeth II of Britain sent a telegram of congratulations to the president of Malta, George Abela.",
        "message GBR-MLT",
    ),
    (
        "Pyongyang, March 16 (KCNA) -- Kim Jong Il sent a congratulatory message to Vladimir Putin, prime minister of Russia.",
        "message PRK-RUS",
    ),
    (
        "Pyongyang, March 16 (KCNA) -- Kim Yong Nam sent a message of sympathy to Australian Governor-General Quentin Bryce over the forest fires.",
        "message AUS-PRK",
    ),
    (
        "Chancellor Angela Merkel of Germany congratulated Prime Minister-designate Benjamin Netanyahu of Israel in a telegram on Tuesday.",
        "message DEU-ISR",
    ),
    ("Taiwan's President Ma Ying-jeou wrote a letter to Paraguayan President Fernando Lugo.", "message PRY-TWN"),
    (
        "The envoy delivered a letter from Sudanese President Omar al-Bashir to Eritrean President Isaias Afwerki.",
        "message ERI-SDN",
    ),
    ("South Korea proposed talks in a telephone message to the North on Monday.", "message KOR-PRK"),
    ("Thailand sent a protest note to Cambodia on Tuesday.", "message KHM-THA"),
    ("Seoul sent a letter to Pyongyang asking for the release of the worker.", "message KOR-PRK"),
    (
        "Pope Benedict XVI sent condolences to President Kevin Rudd's government in a telegram to the Australian prime minister.",
        "message AUS-VAT",
    ),
    (
        "Japan's prime minister, Taro Aso, expressed his condolences in a message to Pakistani President Asif Ali Zardari.",
        "message JPN-PAK",
    ),
    ("Ukraine's Viktor Yushchenko sent an open letter to Russian President Dmitry Medvedev.", "message RUS-UKR"),
    (
        "Iran's foreign minister, Manouchehr Mottaki, complained in a letter to UN Secretary-General Ban Ki-moon.",
        "message IRN-UN",
    ),
    (
        "Syria's ambassador Bashar Jaafari sent identical letters to the UN secretary-general and the Security Council president.",
        "message SYR-UN",
    ),
    # calls
    ("US President Barack Obama telephoned Egyptian President Hosni Mubarak on Wednesday.", "call EGY-USA"),
    ("Australian Prime Minister Kevin Rudd spoke by phone with Chinese Premier Wen Jiabao on Tuesday.", "call AUS-CHN"),
    (
        "Georgian President Mikheil Saakashvili had a telephone conversation with US Vice President Joe Biden.",
        "call GEO-USA",
    ),
    ("Lebanese Prime Minister Fuad Siniora received a phone call from Saudi King Abdullah.", "call LBN-SAU"),
    (
        "BEIJING, March 18 (Xinhua) -- Chinese Foreign Minister Yang Jiechi held a phone conversation with his Russian counterpart Sergei Lavrov "
        "on Tuesday.",
        "call CHN-RUS",
    ),
    (
        "Russian President Dmitry Medvedev and Azerbaijani President Ilham Aliyev talked over the telephone, the Kremlin press service said.",
        "call AZE-RUS",
    ),
    (
        "Obama called Palestinian leader Mahmoud Abbas from the Oval Office, a US spokesman said. President Barack Obama had taken office a day before.",
        "call PSE-USA",
    ),
    ("Hungary's prime minister held a video conference with his Austrian counterpart on Tuesday.", "call AUT-HUN"),
    (
        "Swedish Prime Minister Fredrik Reinfeldt, in a telephone call to Croatian Prime Minister Ivo Sanader, urged a deal.",
        "call HRV-SWE",
    ),
    ("The Indian and Sri Lankan foreign ministers spoke on the telephone on Monday.", "call IND-LKA"),
    (
        "Canadian Foreign Minister Lawrence Cannon said he had phoned his Iranian counterpart, Manouchehr Mottaki.",
        "call CAN-IRN",
    ),
    (
        "Tunisian President Zine El Abidine Ben Ali conferred by telephone with Libyan leader Moamer Kadhafi.",
        "call LBY-TUN",
    ),
    (
        "South Korean President Lee Myung-bak spoke for 20 minutes by telephone with Japanese Prime Minister Taro Aso.",
        "call JPN-KOR",
    ),
]


@pytest.mark.parametrize(("text", "line"), SENTENCES)
def test_messages_and_calls(text: str, line: str) -> None:
    assert contacts(text) == wanted(line)
