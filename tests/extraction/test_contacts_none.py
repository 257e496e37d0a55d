"""What is no contact: statements, habits, totals, home affairs, sport, business, private people, names of places and treaties."""

from __future__ import annotations

import pytest

from tests.extraction.contacts_table import contacts

SENTENCES = [
    # statements about others
    "French Foreign Minister Bernard Kouchner said on Tuesday that Iran must answer the offer.",
    "Chinese Foreign Ministry spokesman Qin Gang told a regular press conference that China opposes the sale of arms to Taiwan.",
    "Venezuelan President Hugo Chavez called on the United States to lift the embargo against Cuba.",
    "Britain welcomed the Israeli decision to open the crossing.",
    "India on Monday condemned the attack in Kabul and urged Pakistan to act.",
    "German Chancellor Angela Merkel warned Russia against recognising Abkhazia.",
    "The United States hopes that North Korea will return to the six-party talks.",
    "Japan's government spokesman said Tokyo was closely watching the launch in North Korea.",
    "Turkey and Armenia have no diplomatic relations and their border has been closed since 1993.",
    "Ties between Poland and Russia have warmed since the election, Prime Minister Donald Tusk said.",
    "Mexico thanked Chile for its help after the earthquake.",
    "Dutch Prime Minister Jan Peter Balkenende praised President Obama's speech on Afghanistan.",
    # habits and totals
    "Sultan Qaboos rarely receives foreign leaders.",
    "Lee and Aso have met eight times in the past year.",
    "Eritrean President Isaias Afwerki seldom travels abroad.",
    "The Swiss president traditionally receives the ambassadors every January.",
    "Both countries hold regular consultations on security.",
    # at home
    "Kenyan President Mwai Kibaki met Prime Minister Raila Odinga in Nairobi on Tuesday to settle the dispute in the cabinet.",
    "Thai Prime Minister Abhisit Vejjajiva visited the southern provinces on Sunday.",
    "Pakistani President Asif Ali Zardari met opposition leader Nawaz Sharif in Lahore.",
    "US Treasury Secretary Timothy Geithner met members of Congress on Tuesday.",
    "The Israeli cabinet meets every Sunday; Defence Minister Ehud Barak will brief Prime Minister Ehud Olmert.",
    "Iraqi Prime Minister Nuri al-Maliki travelled to Basra on Tuesday and met tribal chiefs.",
    "Indian Home Minister P. Chidambaram visited Kashmir.",
    "Chinese President Hu Jintao inspected factories in Tianjin.",
    # sport, business, culture
    "Germany meet England in the second semi-final in Berlin on Saturday.",
    "Brazil's coach Dunga will travel to Ecuador with a squad of 22 players.",
    "Toyota is in talks with Tesla over a plant in California.",
    "The French carmaker Renault met analysts in Tokyo on Monday.",
    "The head of Russia's Gazprom met the management of Germany's E.ON.",
    "Singer Bob Geldof visited Ethiopia in March.",
    "American tourists visited Cuba in growing numbers last year.",
    "The orchestra from New York arrived in Pyongyang on Monday.",
    "A Chinese company won a contract to build a road in Angola.",
    # private people, rebels, families
    "The journalist's father flew to Tehran to see his daughter in prison.",
    "Rebel leader Laurent Nkunda met his commanders near Goma.",
    "A Canadian tourist who visited Egypt fell ill.",
    "Two US reporters were arrested on the border between China and North Korea.",
    # names of places, agreements, documents
    "The Treaty of Lisbon will be put to a second referendum in Ireland.",
    "The Kyoto Protocol has been ratified by Russia.",
    "The Vienna Convention protects diplomats, a Swiss lawyer said.",
    "Under the Oslo accords, Israel handed over tax revenues.",
    # other meanings of the words
    "The new plane must meet the needs of the Indian and Nepalese air forces.",
    "Visit the website of the Norwegian embassy for details.",
    "The report calls for Ghana and Togo to reform their ports.",
    "Greece met the conditions set by the European Union.",
    "Oil prices rose as traders weighed talks on output cuts.",
    "The Portuguese president received a prize for his book on Brazil.",
    "Kuwait's parliament is to discuss relations with Iraq.",
    "The ship was on its way from Odessa to Mombasa when it was seized by Somali pirates.",
    "The Spanish court summoned three former ministers of Guatemala as witnesses.",
    "Belgian soldiers arrived in Lebanon to join the UN force.",
    "British troops will leave Iraq by the end of July, Defence Secretary John Hutton said.",
    "The aid reached Gaza from Egypt on Monday.",
    "North Korea sent a rocket over Japan.",
    "Hungary signed a gas contract with Russia in 1996.",
    "US Senator John McCain wrote in a newspaper that Georgia needs help.",
    "The ministers of the Italian government met on Friday to approve the budget.",
    "Sweden's foreign ministry advised its citizens to leave Chad.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_no_contact(text: str) -> None:
    assert contacts(text) == []
