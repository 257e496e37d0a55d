"""Newspaper English of contacts: nouns, verbs, calls, letters, several in one sentence, circles of states."""

from __future__ import annotations

import pytest

from tests.extraction.contacts_table import contacts, wanted

NOUNS = [
    (
        "A meeting between Chilean President Michelle Bachelet and her Peruvian counterpart, Alan Garcia, was held in Lima on Tuesday.",
        "meeting CHL-PER",
    ),
    (
        "A Sunday bilateral between Jordanian Foreign Minister Nasser Judeh and his Kuwaiti opposite number, Sheikh Mohammad Al-Sabah, was called off.",
        "meeting JOR-KWT",
    ),
    (
        "The encounter between Polish Prime Minister Donald Tusk and Hungarian premier Ferenc Gyurcsany lasted two hours.",
        "meeting HUN-POL",
    ),
    (
        "The session brought together Egyptian Foreign Minister Ahmed Aboul Gheit and Sudanese Foreign Minister Deng Alor.",
        "meeting EGY-SDN",
    ),
    ("Talks in Oslo on Monday between Norwegian and Sri Lankan officials produced no result.", "meeting LKA-NOR"),
    ("A round of talks between negotiators from Armenia and Azerbaijan opened in Geneva on Monday.", "meeting ARM-AZE"),
    (
        "A fresh round of border talks between Indian and Chinese diplomats got under way in Beijing on Thursday.",
        "meeting CHN-IND",
    ),
    ("Ukrainian and Russian negotiators resumed gas talks in Kiev on Monday.", "meeting RUS-UKR"),
    (
        "Senior officials from Kenya and Uganda met in Kisumu on Monday to discuss the disputed island.",
        "meeting KEN-UGA",
    ),
    ("Delegations from Serbia and Kosovo met in Brussels on Tuesday.", "meeting SRB-XKX"),
    (
        "Bolivia and Chile held a new round of political consultations in La Paz on Thursday, the Bolivian foreign ministry said.",
        "meeting BOL-CHL",
    ),
    ("The foreign ministers of Greece and Turkey will hold talks in Athens next week.", "meeting GRC-TUR"),
    ("The presidents of Mali and Niger met in Bamako on Sunday.", "meeting MLI-NER"),
    ("The prime ministers of Latvia, Lithuania and Estonia held a meeting in Riga on Friday.", "meeting EST-LTU-LVA"),
    ("Leaders of Angola, Namibia and Zambia gathered in Luanda on Monday for a summit.", "meeting AGO-NAM-ZMB"),
    (
        "Defence ministers from Sweden and Finland gathered in Stockholm on Tuesday to discuss joint patrols.",
        "meeting FIN-SWE",
    ),
    ("Representatives of Cyprus and Egypt initialled the accord in Cairo on Monday.", "meeting CYP-EGY"),
    (
        "The two-day gathering was attended by the foreign ministers of Laos, Cambodia and Thailand.",
        "meeting KHM-LAO-THA",
    ),
    (
        "The signing ceremony was attended by Mongolian President Nambaryn Enkhbayar and Japanese Ambassador Yasuyoshi Ichihashi.",
        "meeting JPN-MNG",
    ),
    (
        "Kazakhstan's Foreign Minister Marat Tazhin and his Latvian counterpart, Maris Riekstins, signed a protocol in Astana.",
        "meeting KAZ-LVA",
    ),
]
VERBS = [
    (
        "Portuguese Foreign Minister Luis Amado and Angolan Foreign Minister Joao Miranda held a joint press conference in Lisbon on Tuesday.",
        "meeting AGO-PRT",
    ),
    (
        "Speaking at a joint news conference with visiting Croatian President Stipe Mesic, Macedonian President Branko Crvenkovski said ties were good.",
        "meeting HRV-MKD; visit HRV-MKD",
    ),
    (
        '"We are ready," Czech Foreign Minister Karel Schwarzenberg told reporters after a meeting with Slovak counterpart Jan Kubis.',
        "meeting CZE-SVK",
    ),
    (
        "Malaysian Prime Minister Abdullah Badawi was seen off at Hanoi airport by Vietnamese Deputy Prime Minister Pham Gia Khiem.",
        "meeting MYS-VNM",
    ),
    (
        "Pakistan's foreign ministry on Friday summoned the Indian deputy high commissioner to protest against the killings.",
        "meeting IND-PAK",
    ),
    (
        "The Swedish ambassador was called in to the Turkish foreign ministry on Monday over the remarks.",
        "meeting SWE-TUR",
    ),
    (
        "The new Nigerian ambassador to Brazil, Kayode Garrick, presented his letters of credence to President Luiz Inacio Lula da Silva on Tuesday.",
        "meeting BRA-NGA",
    ),
    (
        "The Danish ambassador, Bo Weber, presented credentials to Croatian President Stjepan Mesic in Zagreb.",
        "meeting DNK-HRV",
    ),
    (
        "Ethiopian Prime Minister Meles Zenawi received a copy of the credentials of the new Dutch ambassador, Alphons Hennekens.",
        "meeting ETH-NLD",
    ),
    (
        "Qatar's Crown Prince Sheikh Tamim conferred with Tunisian Prime Minister Mohamed Ghannouchi on Monday.",
        "meeting QAT-TUN",
    ),
    (
        "Omani Foreign Minister Yousuf bin Alawi exchanged views with Iranian Foreign Minister Manouchehr Mottaki.",
        "meeting IRN-OMN",
    ),
    (
        "Slovenian Foreign Minister Dimitrij Rupel was due to have a working lunch with Austrian Foreign Minister Ursula Plassnik.",
        "meeting AUT-SVN",
    ),
    (
        "Paraguayan President Fernando Lugo sat down for talks with Brazilian President Luiz Inacio Lula da Silva on Saturday.",
        "meeting BRA-PRY",
    ),
    (
        "Rwandan President Paul Kagame came face to face with Congolese President Joseph Kabila in Goma.",
        "meeting COD-RWA",
    ),
    (
        "Botswana's President Ian Khama joined South African President Jacob Zuma for talks in Pretoria.",
        "meeting BWA-ZAF",
    ),
    (
        "Irish Prime Minister Brian Cowen will host Maltese Prime Minister Lawrence Gonzi in Dublin on Friday.",
        "meeting IRL-MLT",
    ),
    (
        "Nepal's Prime Minister Madhav Kumar Nepal paid a courtesy call on Indian President Pratibha Patil.",
        "meeting IND-NPL",
    ),
    (
        "US envoy George Mitchell was meeting Syrian President Bashar al-Assad in Damascus on Saturday.",
        "meeting SYR-USA",
    ),
    (
        "Syrian President Bashar al-Assad and US envoy George Mitchell met for the second time in two months.",
        "meeting SYR-USA",
    ),
    ("Myanmar leader Than Shwe granted an audience to Thai Foreign Minister Kasit Piromya.", "meeting MMR-THA"),
    (
        "Uruguayan President Tabare Vazquez got together with Argentine President Cristina Fernandez in Montevideo.",
        "meeting ARG-URY",
    ),
    (
        "Swiss President Hans-Rudolf Merz had a working breakfast with Libyan Foreign Minister Musa Kusa.",
        "meeting CHE-LBY",
    ),
    (
        "Algerian Foreign Minister Mourad Medelci had a one-hour meeting with EU foreign policy chief Javier Solana.",
        "meeting DZA-EU",
    ),
    (
        "Georgian President Mikheil Saakashvili said he had discussed the pipeline with Azerbaijani President Ilham Aliyev in Baku on Monday.",
        "meeting AZE-GEO",
    ),
    (
        "French President Nicolas Sarkozy had told German Chancellor Angela Merkel at a dinner in Paris that the plan was dead.",
        "meeting DEU-FRA",
    ),
]
CALLS = [
    (
        "Canadian Prime Minister Stephen Harper spoke by telephone with Mexican President Felipe Calderon on Tuesday.",
        "call CAN-MEX",
    ),
    (
        "Spanish Prime Minister Jose Luis Rodriguez Zapatero telephoned Moroccan King Mohammed VI to express his condolences.",
        "call ESP-MAR",
    ),
    (
        "In a telephone conversation with Israeli Defence Minister Ehud Barak, Egyptian President Hosni Mubarak urged restraint.",
        "call EGY-ISR",
    ),
    (
        "The Iranian foreign minister, Manouchehr Mottaki, rang his Turkish counterpart Ali Babacan late on Sunday.",
        "call IRN-TUR",
    ),
    (
        "Lebanese President Michel Suleiman received a phone call from Cypriot President Demetris Christofias.",
        "call CYP-LBN",
    ),
    (
        "Japanese Prime Minister Taro Aso and Indian Prime Minister Manmohan Singh discussed the crisis by phone on Monday.",
        "call IND-JPN",
    ),
    (
        "Kenyan President Mwai Kibaki and Tanzanian President Jakaya Kikwete held a telephone conversation on Friday.",
        "call KEN-TZA",
    ),
    (
        "Danish Foreign Minister Per Stig Moller held phone talks with Pakistani Foreign Minister Shah Mehmood Qureshi.",
        "call DNK-PAK",
    ),
    (
        "Bahraini Foreign Minister Sheikh Khalid had a phone conversation on Sunday with Omani counterpart Yousuf bin Alawi.",
        "call BHR-OMN",
    ),
    (
        "The Peruvian president, Alan Garcia, phoned the leaders of Chile, Bolivia and Ecuador to explain the decision.",
        "call BOL-PER; call CHL-PER; call ECU-PER",
    ),
    (
        "Saudi King Abdullah made telephone calls to Syrian President Bashar al-Assad and Lebanese President Michel Suleiman.",
        "call LBN-SAU; call SAU-SYR",
    ),
    (
        "Secretary of State Hillary Clinton spoke with South Korean Foreign Minister Yu Myung-hwan on the phone.",
        "call KOR-USA",
    ),
    (
        "Russian Foreign Minister Sergei Lavrov discussed the crisis in a phone call with Kyrgyz Foreign Minister Kadyrbek Sarbaev.",
        "call KGZ-RUS",
    ),
    (
        "In a phone call on Monday, Finnish President Tarja Halonen told Estonian President Toomas Hendrik Ilves that the talks could wait.",
        "call EST-FIN",
    ),
    (
        "The two leaders, Croatian Prime Minister Jadranka Kosor and Slovenian Prime Minister Borut Pahor, talked by video link on Monday.",
        "call HRV-SVN",
    ),
    (
        "Zimbabwean President Robert Mugabe called South African President Jacob Zuma on Sunday to congratulate him.",
        "call ZAF-ZWE",
    ),
    ("US President George W. Bush called Pakistani President Asif Ali Zardari to offer condolences.", "call PAK-USA"),
    (
        "Chinese Foreign Minister Yang Jiechi talked over phone with Zambian Foreign Minister Kabinga Pande.",
        "call CHN-ZMB",
    ),
]
MESSAGES = [
    ("Sudanese President Omar al-Bashir sent a letter to Chadian President Idriss Deby on Monday.", "message SDN-TCD"),
    (
        "A letter from Turkmen President Gurbanguly Berdymukhamedov was handed to Afghan President Hamid Karzai.",
        "message AFG-TKM",
    ),
    ("Philippine President Gloria Arroyo wrote to Japanese Prime Minister Taro Aso to thank him.", "message JPN-PHL"),
    (
        "Vietnamese President Nguyen Minh Triet on Tuesday sent a message of congratulations to Cuban leader Raul Castro.",
        "message CUB-VNM",
    ),
    (
        "Pope Benedict XVI sent a telegram of condolence to Italian President Giorgio Napolitano after the quake.",
        "message ITA-VAT",
    ),
    (
        "Romanian President Traian Basescu congratulated Moldovan President Vladimir Voronin on his party's victory in a letter.",
        "message MDA-ROU",
    ),
    (
        "Malawian President Bingu wa Mutharika extended condolences to Zambian President Rupiah Banda over the crash.",
        "message MWI-ZMB",
    ),
    (
        "Venezuelan President Hugo Chavez has congratulated Bolivian President Evo Morales on his re-election.",
        "message BOL-VEN",
    ),
    (
        "The German foreign minister, Frank-Walter Steinmeier, conveyed a message from Chancellor Angela Merkel to Iranian President Mahmoud Ahmadinejad.",
        "message DEU-IRN",
    ),
    (
        "Emir of Qatar Sheikh Hamad received a written message from Algerian President Abdelaziz Bouteflika.",
        "message DZA-QAT",
    ),
    (
        "Cambodian Prime Minister Hun Sen expressed his thanks in a cable to Chinese Premier Wen Jiabao.",
        "message CHN-KHM",
    ),
    (
        "In a letter to UN chief Ban Ki-moon, Thai Prime Minister Abhisit Vejjajiva defended the operation.",
        "message THA-UN",
    ),
    ("The Israeli government has lodged a formal protest with the Swedish ambassador.", "message ISR-SWE"),
]
ONE_BY_ONE = [
    (
        "Turkish Foreign Minister Ali Babacan held separate talks with Iraqi President Jalal Talabani and Iranian Foreign Minister Manouchehr Mottaki on Monday.",
        "meeting IRN-TUR; meeting IRQ-TUR",
    ),
    (
        "Solana met in turn with Israeli Foreign Minister Tzipi Livni and Palestinian Prime Minister Salam Fayyad.",
        "meeting EU-ISR; meeting EU-PSE",
    ),
    (
        "Bulgarian Foreign Minister Ivailo Kalfin met separately with the ambassadors of Britain, Germany and Italy on Monday.",
        "meeting BGR-DEU; meeting BGR-GBR; meeting BGR-ITA",
    ),
    (
        "Vietnamese Prime Minister Nguyen Tan Dung received Russian Ambassador Vadim Serafimov and, later, Thai Ambassador Kittiphong na Ranong.",
        "meeting RUS-VNM; meeting THA-VNM",
    ),
    (
        "On the sidelines of the summit, Sri Lankan President Mahinda Rajapaksa had bilateral meetings with Iranian President Mahmoud Ahmadinejad, Pakistani President Asif Ali Zardari and Thai Prime Minister Abhisit Vejjajiva.",
        "meeting IRN-LKA; meeting LKA-PAK; meeting LKA-THA",
    ),
    (
        "Earlier, Serbian Foreign Minister Vuk Jeremic met Spanish counterpart Miguel Angel Moratinos and then held talks with Greek Foreign Minister Dora Bakoyannis.",
        "meeting ESP-SRB; meeting GRC-SRB",
    ),
]
FORMATS = [
    (
        "The foreign ministers of the Group of Eight nations met in Trieste on Friday.",
        "meeting CAN-DEU-FRA-GBR-ITA-JPN-RUS-USA",
    ),
    (
        "Envoys to the six-party talks on North Korea's nuclear programme gathered in Beijing on Monday.",
        "meeting CHN-JPN-KOR-PRK-RUS-USA",
    ),
    ("G7 finance ministers met in Rome on Saturday.", "meeting CAN-DEU-FRA-GBR-ITA-JPN-USA"),
    (
        "Senior officials of the five permanent Security Council members and Germany met in London on Wednesday.",
        "meeting CHN-DEU-FRA-GBR-RUS-USA",
    ),
    ("The Middle East Quartet met in Trieste on Friday.", "meeting EU-RUS-UN-USA"),
    ("Leaders of the Visegrad Four met in Bratislava on Monday.", "meeting CZE-HUN-POL-SVK"),
]
NONE = [
    ("Cricket talks between the boards of India and Pakistan were held in Lahore on Monday.", ""),
    ("Talks collapsed after the rebels walked out.", ""),
    ("President Barack Obama met congressional leaders at the White House on Tuesday.", ""),
    ("Prime Minister Gordon Brown spoke to reporters in London about Zimbabwe.", ""),
    ("Iranian President Mahmoud Ahmadinejad told a rally that the United States must change.", ""),
    ("The company signed a contract with Egypt for two ships.", ""),
    ("China called on the United States to stop arms sales to Taiwan.", ""),
    ("Kenyan President Mwai Kibaki discussed the drought with his cabinet.", ""),
    ("Germany's Angela Merkel and France's Nicolas Sarkozy have often clashed over the budget.", ""),
    ("The British government received a request for more troops from NATO.", ""),
    ("Mexican President Felipe Calderon congratulated the nation on its victory over drug gangs.", ""),
    ("Thai police met with villagers near the Cambodian border on Monday.", ""),
]
NEXT_SENTENCE = [
    (
        "Uzbek President Islam Karimov arrived in Ashgabat on Monday. He was welcomed at the airport by Turkmen President Gurbanguly Berdymukhamedov.",
        "meeting TKM-UZB; visit TKM-UZB",
    ),
    (
        "Zambian Foreign Minister Kabinga Pande is visiting Lisbon. Talks with Foreign Minister Luis Amado took place on Tuesday.",
        "meeting PRT-ZMB; visit PRT-ZMB",
    ),
    (
        "Ecuadorean President Rafael Correa flew to Bogota on Monday. A meeting with President Alvaro Uribe was scheduled for the afternoon.",
        "meeting COL-ECU; visit COL-ECU",
    ),
    (
        "Finnish Prime Minister Matti Vanhanen flew to Moscow on Monday. At a meeting with Prime Minister Vladimir Putin he raised the timber duties.",
        "meeting FIN-RUS; visit FIN-RUS",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*NOUNS, *VERBS, *CALLS, *MESSAGES, *ONE_BY_ONE, *FORMATS, *NONE, *NEXT_SENTENCE],
)
def test_contacts_in_newspaper_english(text, expected):
    assert contacts(text) == wanted(expected)
