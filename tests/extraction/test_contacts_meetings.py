"""Meetings of named people, as agencies tell them."""

from __future__ import annotations

import pytest

from tests.extraction.contacts_table import contacts, wanted

SENTENCES = [
    # plain
    (
        "Norwegian Prime Minister Jens Stoltenberg met his Danish counterpart, Lars Lokke Rasmussen, in Oslo on Friday.",
        "meeting DNK-NOR",
    ),
    (
        "Spanish Foreign Minister Miguel Angel Moratinos held talks on Tuesday with Moroccan counterpart Taieb Fassi Fihri.",
        "meeting ESP-MAR",
    ),
    (
        "President Lula da Silva of Brazil and President Hugo Chavez of Venezuela met in Salvador on Tuesday.",
        "meeting BRA-VEN",
    ),
    ("King Abdullah II of Jordan on Monday received the Hungarian foreign minister, Peter Balazs.", "meeting HUN-JOR"),
    (
        "Vietnamese President Nguyen Minh Triet hosted a banquet for Lao President Choummaly Sayasone on Tuesday evening.",
        "meeting LAO-VNM",
    ),
    (
        "Finnish President Tarja Halonen was received by Pope Benedict XVI at the Vatican on Thursday.",
        "meeting FIN-VAT",
    ),
    (
        "Zambian President Rupiah Banda had talks with Namibian leader Hifikepunye Pohamba in Windhoek.",
        "meeting NAM-ZMB",
    ),
    (
        "Bulgaria's Prime Minister Sergei Stanishev conferred in Sofia with visiting Ukrainian leader Viktor Yushchenko.",
        "meeting BGR-UKR; visit BGR-UKR",
    ),
    (
        "After meeting Thai Foreign Minister Kasit Piromya, Cambodian Foreign Minister Hor Namhong said the two would talk again.",
        "meeting KHM-THA",
    ),
    (
        "The Mongolian foreign minister, Sukhbaatar Batbold, and his Kazakh colleague Marat Tazhin signed a visa agreement in Astana on Tuesday.",
        "meeting KAZ-MNG",
    ),
    ("Sweden's Carl Bildt sat down with Moldovan President Vladimir Voronin in Chisinau on Monday.", "meeting MDA-SWE"),
    (
        "Speaking to reporters after talks with Peruvian President Alan Garcia, Chilean Foreign Minister Mariano Fernandez said ties were good.",
        "meeting CHL-PER",
    ),
    (
        "Talks between Croatian Prime Minister Ivo Sanader and his Slovenian counterpart Borut Pahor ended without agreement on Tuesday.",
        "meeting HRV-SVN",
    ),
    (
        "A meeting on Tuesday between Kyrgyz President Kurmanbek Bakiyev and US General David Petraeus lasted an hour.",
        "meeting KGZ-USA",
    ),
    (
        "During their meeting in Lisbon, Portuguese Foreign Minister Luis Amado and Angolan Foreign Minister Assuncao dos Anjos discussed oil.",
        "meeting AGO-PRT",
    ),
    (
        "Ivorian President Laurent Gbagbo dined with Burkinabe leader Blaise Compaore in Ouagadougou on Monday.",
        "meeting BFA-CIV",
    ),
    (
        "Estonian President Toomas Hendrik Ilves is to meet Latvian President Valdis Zatlers in Riga on Thursday.",
        "meeting EST-LVA",
    ),
    (
        "Israeli Prime Minister Ehud Olmert said he would meet Turkish Prime Minister Recep Tayyip Erdogan in Ankara next week.",
        "meeting ISR-TUR",
    ),
    (
        "Fijian military leader Frank Bainimarama refused to meet New Zealand Foreign Minister Murray McCully.",
        "meeting FJI-NZL",
    ),
    (
        "A planned meeting between Taiwanese envoy Chiang Pin-kung and China's Chen Yunlin was called off on Tuesday.",
        "meeting CHN-TWN",
    ),
    (
        "The ambassador of Ghana, Kofi Attor, presented his credentials to Cuban Vice President Jose Ramon Fernandez.",
        "meeting CUB-GHA",
    ),
    (
        "Indian Foreign Secretary Shivshankar Menon called on Bhutanese Prime Minister Jigmi Thinley in Thimphu on Tuesday.",
        "meeting BTN-IND",
    ),
    (
        "Syrian President Bashar al-Assad discussed regional issues with Emir Hamad bin Khalifa al-Thani of Qatar on Sunday.",
        "meeting QAT-SYR",
    ),
    (
        "Iran's nuclear negotiator Saeed Jalili and Swiss Foreign Minister Micheline Calmy-Rey shook hands and talked for an hour in Bern.",
        "meeting CHE-IRN",
    ),
    (
        '"We had frank discussions," British Prime Minister Gordon Brown said after seeing French President Nicolas Sarkozy in Paris.',
        "meeting FRA-GBR",
    ),
    (
        "French President Nicolas Sarkozy welcomed Iraqi President Jalal Talabani at the Elysee Palace on Monday.",
        "meeting FRA-IRQ",
    ),
    (
        "Indonesian President Susilo Bambang Yudhoyono was to hold talks later Wednesday with Timorese Prime Minister Xanana Gusmao.",
        "meeting IDN-TLS",
    ),
    (
        "Lithuanian Foreign Minister Vygaudas Usackas will travel to Minsk, where he is to meet Belarussian President Alexander Lukashenko.",
        "meeting BLR-LTU; visit BLR-LTU",
    ),
    (
        "In Bogota, Defense Minister Juan Manuel Santos of Colombia met with U.S. Southern Command chief Adm. James Stavridis.",
        "meeting COL-USA",
    ),
    (
        "Romanian President Traian Basescu met Wednesday morning with a World Bank delegation led by Vice President Shigeo Katsu.",
        "meeting ROU-WORLD-BANK",
    ),
    (
        "Nepal's Prime Minister Pushpa Kamal Dahal held a 40-minute meeting with UN Secretary-General Ban Ki-moon in Oslo.",
        "meeting NPL-UN",
    ),
    (
        "Ban met Sri Lankan President Mahinda Rajapaksa in Kandy. UN Secretary-General Ban Ki-moon then flew home.",
        "meeting LKA-UN",
    ),
    # Xinhua, KCNA, TASS, IRNA
    (
        "BEIJING, March 18 (Xinhua) -- Chinese Vice Premier Li Keqiang met with Kuwaiti Oil Minister Sheikh Ahmed Abdullah here Wednesday.",
        "meeting CHN-KWT",
    ),
    (
        "BEIJING, March 18 (Xinhua) -- Jia Qinglin, chairman of the National Committee of the Chinese People's Political Consultative "
        "Conference, met here Wednesday with Cambodian Senate President Chea Sim.",
        "meeting CHN-KHM",
    ),
    (
        "ULAN BATOR, March 17 (Xinhua) -- Mongolian Prime Minister Sanjaa Bayar and visiting Chinese Vice Premier Hui Liangyu held talks here Tuesday.",
        "meeting CHN-MNG; visit CHN-MNG",
    ),
    (
        "HANOI, March 17 (Xinhua) -- Vietnam and Laos signed an agreement on border markers here on Tuesday. Vietnamese Deputy Foreign Minister "
        "Ho Xuan Son and his Lao counterpart Phongsavath Boupha attended the signing ceremony.",
        "meeting LAO-VNM",
    ),
    (
        "Pyongyang, March 16 (KCNA) -- Pak Ui Chun, minister of Foreign Affairs, met and had a talk with Sandor Racz, Hungarian ambassador "
        "to the DPRK, on Monday.",
        "meeting HUN-PRK",
    ),
    (
        "Pyongyang, March 16 (KCNA) -- Kim Yong Nam, president of the Presidium of the Supreme People's Assembly, received credentials from "
        "Nepalese ambassador to the DPRK Tanka Prasad Karki at the Mansudae Assembly Hall Monday.",
        "meeting NPL-PRK",
    ),
    (
        "Pyongyang, March 16 (KCNA) -- Premier Kim Yong Il met the government delegation of Laos headed by Deputy Prime Minister Somsavat "
        "Lengsavad on a courtesy call on him on Monday.",
        "meeting LAO-PRK",
    ),
    (
        "Tehran, March 17, IRNA -- Iranian Parliament Speaker Ali Larijani in a meeting with Omani Foreign Minister Yusuf bin Alawi here on "
        "Tuesday called for closer ties.",
        "meeting IRN-OMN",
    ),
    (
        "Foreign Minister Manouchehr Mottaki of Iran and his Armenian opposite number Edward Nalbandian conferred on gas supplies in Yerevan.",
        "meeting ARM-IRN",
    ),
    # the other side elsewhere
    (
        "Azerbaijani President Ilham Aliyev arrived in Rome on Monday. He met with Italian President Giorgio Napolitano the same evening.",
        "meeting AZE-ITA; visit AZE-ITA",
    ),
    (
        "Dutch Foreign Minister Maxime Verhagen flew to Kabul on Monday. There he was received by President Hamid Karzai.",
        "meeting AFG-NLD; visit AFG-NLD",
    ),
    (
        "KAMPALA (AFP) - Rwandan President Paul Kagame said on Tuesday that his talks with Ugandan President Yoweri Museveni had been useful.",
        "meeting RWA-UGA",
    ),
    (
        "The two presidents, Cristina Fernandez of Argentina and Michelle Bachelet of Chile, met in Buenos Aires in January.",
        "meeting ARG-CHL",
    ),
    (
        "The talks were attended by Malaysian Prime Minister Abdullah Ahmad Badawi and Singapore's Lee Hsien Loong.",
        "meeting MYS-SGP",
    ),
    (
        "Australian Foreign Minister Stephen Smith, who met Solomon Islands Prime Minister Derek Sikua on Tuesday, promised more aid.",
        "meeting AUS-SLB",
    ),
    (
        "Ecuadoran President Rafael Correa, accompanied by Foreign Minister Fander Falconi, held closed-door talks in Lima with Peru's Alan Garcia.",
        "meeting ECU-PER",
    ),
]


@pytest.mark.parametrize(("text", "line"), SENTENCES)
def test_meetings(text: str, line: str) -> None:
    assert contacts(text) == wanted(line)
