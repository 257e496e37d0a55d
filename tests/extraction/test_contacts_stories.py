"""Short stories of two or three sentences, as agencies open theirs."""

from __future__ import annotations

import pytest

from tests.extraction.contacts_table import contacts, wanted

SENTENCES = [
    (
        "Danish PM in Kabul for talks with Karzai\n\nKABUL, March 17 (AFP)\n\nDanish Prime Minister Anders Fogh Rasmussen flew into Kabul on Tuesday. "
        "He held talks with Afghan President Hamid Karzai before visiting Danish troops in Helmand.",
        "meeting AFG-DNK; visit AFG-DNK",
    ),
    (
        "US envoy due in Seoul\n\nSEOUL (Reuters) - The U.S. special envoy for North Korea, Stephen Bosworth, will arrive in Seoul on Saturday. The envoy is "
        "due to meet South Korea's chief nuclear negotiator, Wi Sung-lac.",
        "meeting KOR-USA; visit KOR-USA",
    ),
    (
        "Bulgaria, Greece agree on pipeline\n\nSOFIA (AP) _ Bulgaria and Greece agreed on a new gas pipeline Tuesday after talks between their prime "
        "ministers. The agreement came at the end of a meeting in Sofia.",
        "meeting BGR-GRC",
    ),
    (
        "Yemen president heads for Cairo\n\nSANAA, March 17 (AFP)\n\nYemeni President Ali Abdullah Saleh left for Cairo on Tuesday, where he was to "
        "discuss reconciliation among Arab states with his Egyptian counterpart Hosni Mubarak, the official SABA news agency said.",
        "meeting EGY-YEM; visit EGY-YEM",
    ),
    (
        "Foreign Minister Stephen Smith has met Indonesia's President, Susilo Bambang Yudhoyono, in Jakarta. Mr Smith says they talked about people smuggling. "
        "Australia's Mr Smith leaves for Singapore tonight.",
        "meeting AUS-IDN; visit AUS-SGP",
    ),
    (
        "New Zealand's Prime Minister, John Key, says he will raise the issue when he meets Australia's leader, Kevin Rudd, in Sydney next month.",
        "meeting AUS-NZL",
    ),
    (
        "The Prime Minister, Kevin Rudd, has spoken to the US President, Barack Obama, by phone. The Australian leader says the call lasted 20 minutes.",
        "call AUS-USA",
    ),
    (
        "Mr Rudd leaves today for Washington, where he will meet President Barack Obama. The Australian Prime Minister, Kevin Rudd, says the economy will "
        "dominate the talks.",
        "meeting AUS-USA; visit AUS-USA",
    ),
    (
        "China, Japan hold security dialogue\n\nBEIJING, March 18 (Xinhua) -- China and Japan held the ninth round of security dialogue here on Wednesday. "
        "Chinese Assistant Foreign Minister Hu Zhengyue and Japan's Deputy Foreign Minister Kenichiro Sasae co-chaired the dialogue.",
        "meeting CHN-JPN",
    ),
    (
        "Senior Chinese leader meets Ugandan guests\n\nBEIJING, March 18 (Xinhua) -- Senior Chinese leader Li Changchun met here Wednesday with a delegation "
        "of the ruling National Resistance Movement of Uganda, headed by Secretary General Amama Mbabazi.",
        "meeting CHN-UGA",
    ),
    (
        "Botswana's president arrives in Zambia\n\nLUSAKA, March 17 (Xinhua) -- Botswana's President Ian Khama arrived in Zambia on Tuesday for a three-day state "
        "visit. He was welcomed at Lusaka International Airport by his Zambian counterpart Rupiah Banda.",
        "meeting BWA-ZMB; visit BWA-ZMB",
    ),
    (
        "Chinese FM to visit three countries\n\nBEIJING, March 17 (Xinhua) -- Chinese Foreign Minister Yang Jiechi will visit Pakistan, Iran and Syria from "
        "April 2 to 9, a spokesman said Tuesday.",
        "visit CHN-PAK; visit CHN-IRN; visit CHN-SYR",
    ),
    (
        "Russian, Turkish presidents discuss Caucasus by phone\n\nMOSCOW, March 17 (Itar-Tass) - Russian President Dmitry Medvedev and Turkish President "
        "Abdullah Gul have discussed the situation in the Caucasus over the phone. The conversation was initiated by the Turkish side.",
        "call RUS-TUR",
    ),
    (
        "Kenya, Uganda talk about disputed island\n\nNAIROBI, March 17 (Reuters) - Kenyan and Ugandan ministers began talks on Tuesday over a disputed island in "
        "Lake Victoria. The Ugandan team is led by Lands Minister Omara Atubo, the Kenyan side by Foreign Minister Moses Wetangula.",
        "meeting KEN-UGA",
    ),
    (
        "Ban calls Sri Lankan president\n\nUNITED NATIONS (AP) _ U.N. Secretary-General Ban Ki-moon telephoned Sri Lankan President Mahinda Rajapaksa on "
        "Tuesday to express concern about civilians trapped in the war zone.",
        "call LKA-UN",
    ),
    (
        "Poland summons Belarus envoy\n\nWARSAW (AFP) - Poland on Tuesday summoned the Belarussian ambassador to protest against the arrest of activists, the "
        "foreign ministry said.",
        "meeting BLR-POL",
    ),
    (
        "Colombia's Uribe cancels Ecuador trip\n\nBOGOTA (Reuters) - Colombian President Alvaro Uribe has cancelled a trip to Ecuador that was set for Friday.",
        "visit COL-ECU",
    ),
    (
        "Iran's Larijani will not meet US envoys\n\nTEHRAN (AFP) - Iranian parliament speaker Ali Larijani ruled out a meeting with US officials in Munich.",
        "meeting IRN-USA",
    ),
    (
        "Timor leader thanks Canberra\n\nDILI (AFP) - East Timor President Jose Ramos-Horta, who returned from Australia on Sunday, thanked doctors there. "
        "During his stay he met Prime Minister Kevin Rudd.",
        "meeting AUS-TLS; visit AUS-TLS",
    ),
    (
        "NEW DELHI: Sri Lanka's foreign minister Rohitha Bogollagama met his Indian counterpart Pranab Mukherjee here on Monday. Mukherjee had visited Colombo "
        "in January.",
        "meeting IND-LKA; visit IND-LKA",
    ),
    (
        "KATHMANDU, March 17: The Indian ambassador, Rakesh Sood, called on Prime Minister Pushpa Kamal Dahal this morning. The premier told the ambassador that "
        "Nepal wanted more power lines.",
        "meeting IND-NPL",
    ),
    (
        "Somalia's new president, Sheikh Sharif Ahmed, flew to Khartoum on Tuesday to meet Sudanese leader Omar al-Beshir, a presidential aide said.",
        "meeting SDN-SOM; visit SDN-SOM",
    ),
    (
        "President Clinton telephoned Russian President Boris Yeltsin yesterday to discuss Kosovo, the White House said.",
        "call RUS-USA",
    ),
    (
        "WASHINGTON _ President Clinton will meet Chinese President Jiang Zemin next month in New Zealand, the White House announced Thursday.",
        "meeting CHN-USA",
    ),
    (
        "HAVANA (AP) _ Fidel Castro met Wednesday night with a group of U.S. lawmakers. The Cuban president told the congressmen that he wanted better ties.",
        "meeting CUB-USA",
    ),
    (
        "JERUSALEM (AP) _ Secretary of State Madeleine Albright wound up a three-day Middle East mission Friday. In Amman, she met Jordan's King Hussein.",
        "meeting JOR-USA",
    ),
    (
        "The Yugoslav foreign minister, Zivadin Jovanovic, flew to Moscow on Wednesday and conferred with his Russian counterpart, Igor Ivanov.",
        "meeting RUS-YUG; visit RUS-YUG",
    ),
    (
        "Tens of thousands cheered Pope John Paul II as he landed in Mexico City on Friday. President Ernesto Zedillo of Mexico greeted the pontiff at the airport.",
        "meeting MEX-VAT; visit MEX-VAT",
    ),
    (
        "Prime Minister Tony Blair and his Irish counterpart, Bertie Ahern, sat down together in Belfast for the third time this week. The British leader "
        "left at midnight.",
        "meeting GBR-IRL",
    ),
    (
        "The ambassadors of Pakistan and Bangladesh were called to the foreign ministry in Kuala Lumpur on Tuesday to hear a complaint about migrants.",
        "meeting BGD-MYS-PAK",
    ),
    (
        "The Chinese ambassador to Zambia, Li Qiangmin, and Zambian Finance Minister Situmbeko Musokotwane signed an agreement on a loan in Lusaka on Tuesday.",
        "meeting CHN-ZMB",
    ),
    (
        "North and South Korean military officers met at the truce village of Panmunjom on Friday. The talks, the first in eight months, lasted 30 minutes.",
        "meeting KOR-PRK",
    ),
    (
        "Trump, Abe to play golf\n\nTOKYO (Reuters) - U.S. President Donald Trump arrived in Japan on Sunday at the start of an Asian tour and will hold talks with "
        "Prime Minister Shinzo Abe of Japan on Monday.",
        "meeting JPN-USA; visit JPN-USA",
    ),
    (
        "Merkel tells Putin to act\n\nBERLIN (Reuters) - German Chancellor Angela Merkel urged Russian President Vladimir Putin in a phone call on Monday to use "
        "his influence on separatists in eastern Ukraine.",
        "call DEU-RUS",
    ),
    (
        "Pence to visit Jordan\n\nWASHINGTON (Reuters) - Vice President Mike Pence will travel to Egypt, Jordan and Israel this month, his office said on "
        "Monday. Pence is the U.S. vice president.",
        "visit EGY-USA; visit JOR-USA; visit ISR-USA",
    ),
    (
        "Tillerson: no talks with Pyongyang\n\nWASHINGTON (Reuters) - U.S. Secretary of State Rex Tillerson said he had no plan to meet North Korean officials "
        "in Manila.",
        "meeting PRK-USA",
    ),
    (
        "Mattis meets Turkish minister\n\nBRUSSELS (Reuters) - U.S. Defense Secretary Jim Mattis met with his Turkish counterpart Nurettin Canikli on the "
        "sidelines of a NATO meeting on Wednesday.",
        "meeting TUR-USA",
    ),
    (
        "Kushner met Saudi crown prince\n\nRIYADH (Reuters) - White House senior adviser Jared Kushner made an unannounced visit to Saudi Arabia, where he met "
        "Crown Prince Mohammed bin Salman.",
        "meeting SAU-USA; visit SAU-USA",
    ),
    (
        "Xi congratulates Kim\n\nBEIJING (Reuters) - Chinese President Xi Jinping has sent a message to North Korean leader Kim Jong Un congratulating him on "
        "his re-election, state news agency KCNA said on Thursday.",
        "message CHN-PRK",
    ),
    (
        "May to see Juncker\n\nLONDON (Reuters) - British Prime Minister Theresa May will meet European Commission President Jean-Claude Juncker in Brussels on "
        "Monday to try to break the deadlock over Brexit.",
        "meeting EU-GBR",
    ),
    (
        "Lebanese premier visits Paris\n\nPARIS (Reuters) - Saad al-Hariri, who resigned as Lebanon's prime minister on Nov. 4, arrived in Paris on Saturday at the "
        "invitation of French President Emmanuel Macron.",
        "visit FRA-LBN",
    ),
    # several, told as a number
    (
        "Kenyan President Mwai Kibaki flew to Addis Ababa, where Ethiopian Prime Minister Meles Zenawi and Ugandan President Yoweri Museveni waited. "
        "The three leaders met at the palace on Tuesday.",
        "visit ETH-KEN; meeting ETH-KEN-UGA",
    ),
    # a group, told as 'they'
    (
        "A delegation of Norwegian lawmakers arrived in Tbilisi on Monday. Georgian President Mikheil Saakashvili received them on Tuesday.",
        "visit GEO-NOR; meeting GEO-NOR",
    ),
    # the one of two heads of state who is a king
    (
        "Norway's King Harald V wrapped up a visit to Latvia on Tuesday after talks with President Valdis Zatlers. The king flies to Vilnius on Friday.",
        "visit LVA-NOR; meeting LVA-NOR; visit LTU-NOR",
    ),
    ("The Norwegian foreign minister has also been to Estonia and Latvia this month.", "visit EST-NOR; visit LVA-NOR"),
    ("The Norwegian foreign minister has been due to call it a day. He has been to school with its king.", ""),
    # who leads a mission of an organisation stands for it
    (
        "The OAS mission, headed by Pablo Quispe, a Bolivian former candidate, arrived in Quito on Monday.",
        "visit ECU-OAS",
    ),
    (
        "Norwegian envoy Kari Solberg was in Colombo on Monday. She saw President Mahinda Rajapaksa at his office.",
        "visit LKA-NOR; meeting LKA-NOR",
    ),
]


@pytest.mark.parametrize(("text", "line"), SENTENCES)
def test_stories(text: str, line: str) -> None:
    assert contacts(text) == wanted(line)
