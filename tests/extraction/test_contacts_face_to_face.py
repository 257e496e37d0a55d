"""Contacts told by verbs of being together: what one official does to another only where both are."""

from __future__ import annotations

import pytest

from tests.extraction.contacts_table import contacts, wanted

SENTENCES = [
    # touch, lead, feed
    ("President Alan Garcia of Peru hugged Ecuador's President Rafael Correa on the bridge.", "meeting ECU-PER"),
    (
        "Kenyan President Mwai Kibaki was escorted through the wards by Ugandan President Yoweri Museveni.",
        "meeting KEN-UGA",
    ),
    (
        "Maltese Prime Minister Lawrence Gonzi took Libya's Moussa Koussa round the harbour on Friday.",
        "meeting LBY-MLT",
    ),
    ("Norwegian Foreign Minister Jonas Store wined and dined Cuba's Bruno Rodriguez.", "meeting CUB-NOR"),
    ("Danish Prime Minister Lars Rasmussen bumped into President Hugo Chavez of Venezuela.", "meeting DNK-VEN"),
    (
        "Polish Foreign Minister Radoslaw Sikorski waited for Ukraine's Petro Poroshenko at the airport.",
        "meeting POL-UKR",
    ),
    # see, have, face
    ("Mexican Foreign Minister Patricia Espinosa saw President Raul Castro of Cuba in Havana.", "meeting CUB-MEX"),
    (
        "Finnish President Tarja Halonen had Estonian Prime Minister Andrus Ansip for an hour on Monday.",
        "meeting EST-FIN",
    ),
    (
        "Swedish Foreign Minister Carl Bildt faced Turkish Foreign Minister Ali Babacan for two hours.",
        "meeting SWE-TUR",
    ),
    # at somebody's side
    (
        "Jordan's King Abdullah II, flanked by Italian Foreign Minister Franco Frattini, spoke of Gaza.",
        "meeting ITA-JOR",
    ),
    (
        "Thai Prime Minister Abhisit Vejjajiva sat between Lao President Choummaly Sayasone and Burmese President Thein Sein.",
        "meeting LAO-MMR-THA",
    ),
    # give
    ("Indian Prime Minister Manmohan Singh gave Sri Lankan President Mahinda Rajapaksa an hour.", "meeting IND-LKA"),
    ("Chilean President Michelle Bachelet handed Spain's Miguel Moratinos a book of poems.", "meeting CHL-ESP"),
    ("Mongolian President Nambaryn Enkhbayar gave a saddle to Hungarian President Laszlo Solyom.", "meeting HUN-MNG"),
    (
        "Foreign Minister Celso Amorim of Brazil won a promise from Colombian President Alvaro Uribe in Bogota.",
        "meeting BRA-COL",
    ),
    # tell
    (
        "At the foreign ministry Egypt's Ahmed Aboul Gheit warned Ethiopian Foreign Minister Seyoum Mesfin about the dam.",
        "meeting EGY-ETH",
    ),
    (
        "Czech President Vaclav Klaus told Irish Prime Minister Brian Cowen on Monday that he would not sign.",
        "meeting CZE-IRL",
    ),
    (
        "New Zealand's Murray McCully assured Fijian leader Frank Bainimarama in his office that aid would go on.",
        "meeting FJI-NZL",
    ),
    (
        "President Tarja Halonen of Finland said goodbye to President Dmitry Medvedev of Russia at the harbour.",
        "meeting FIN-RUS",
    ),
    # two together
    (
        "Argentine President Cristina Fernandez and Chilean President Michelle Bachelet strolled through the vineyard.",
        "meeting ARG-CHL",
    ),
    (
        "Greek Prime Minister Costas Karamanlis and Serbian President Boris Tadic put their names to the accord.",
        "meeting GRC-SRB",
    ),
    (
        "Turkish President Abdullah Gul and Armenian President Serzh Sargsyan saw each other in Prague on Friday.",
        "meeting ARM-TUR",
    ),
    ("The foreign ministers of Chad and Sudan gathered in Dakar on Friday.", "meeting SDN-TCD"),
    # on the line
    (
        "Portuguese Prime Minister Jose Socrates thanked Angolan President Agostinho Neto by telephone.",
        "call AGO-PRT",
    ),
    ("Croatian President Stjepan Mesic took up the border with Slovenia's Janez Jansa over the phone.", "call HRV-SVN"),
    # neither together nor on the line
    ("Czech President Vaclav Klaus warned Irish Prime Minister Brian Cowen that he would not sign.", ""),
    ("Peruvian President Alan Garcia saw Ecuador's President Rafael Correa as a rival.", ""),
    ("Sweden's Carl Bildt faces Turkish Foreign Minister Ali Babacan in a test of wills over Cyprus.", ""),
    ("Ugandan President Yoweri Museveni thanked Kenyan President Mwai Kibaki for his patience.", ""),
    ("Polish Foreign Minister Radoslaw Sikorski joined Ukraine's Petro Poroshenko in condemning the raid.", ""),
    ("Finnish President Tarja Halonen and Norwegian Foreign Minister Jonas Store accused each other of bad faith.", ""),
    ("The president gave the prime minister an hour to resign.", ""),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_face_to_face(text: str, expected: str) -> None:
    assert contacts(text) == wanted(expected)
