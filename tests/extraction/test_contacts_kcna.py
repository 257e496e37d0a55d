"""Contacts in the style of KCNA: messages, credentials, delegations, receptions, floral baskets."""

from __future__ import annotations

import pytest

from tests.extraction.contacts_table import contacts, wanted

SENTENCES = [
    (
        "Kim Jong Un Sends Message of Congratulations to Mongolian President\n\nPyongyang, June 18 (KCNA) -- Kim Jong Un, president of the State "
        "Affairs of the Democratic People's Republic of Korea, sent a message of congratulations to Ukhnaagiin Khurelsukh, president of Mongolia, on "
        "the occasion of the national day of his country on June 17.",
        "message MNG-PRK",
    ),
    (
        "Message of Greetings to DPRK Foreign Minister\n\nPyongyang, May 3 (KCNA) -- Foreign Minister Choe Son Hui received a message of greetings from "
        "Bruno Rodriguez Parrilla, minister of Foreign Affairs of the Republic of Cuba, on the occasion of May Day.",
        "message CUB-PRK",
    ),
    (
        "Condolences to Iranian President\n\nPyongyang, May 21 (KCNA) -- Kim Tok Hun, premier of the Cabinet of the DPRK, expressed deep condolences to "
        "Mohammad Mokhber, acting president of Iran, in a message over the death of President Seyyed Ebrahim Raisi.",
        "message IRN-PRK",
    ),
    (
        "Floral Basket to Kim Jong Un\n\nPyongyang, April 15 (KCNA) -- Kim Jong Un, general secretary of the Workers' Party of Korea, received a floral "
        "basket from the Russian ambassador to the DPRK.",
        "",
    ),
    (
        "Pyongyang, March 9 (KCNA) -- Choe Ryong Hae, chairman of the Standing Committee of the Supreme People's Assembly of the DPRK, received "
        "credentials from Zhou Jianwei, newly appointed Chinese ambassador to the DPRK, at the Mansudae Assembly Hall on Thursday.",
        "meeting CHN-PRK",
    ),
    (
        "Pyongyang, October 12 (KCNA) -- A delegation of the Ministry of Culture of the Lao People's Democratic Republic headed by Minister "
        "Suanesavanh Vignaket arrived in Pyongyang on Wednesday. It was met at the airport by Vice-Minister of Culture Sin Hong Chol.",
        "meeting LAO-PRK; visit LAO-PRK",
    ),
    (
        "DPRK Party Delegation Leaves for Vietnam\n\nPyongyang, March 17 (KCNA) -- A delegation of the Workers' Party of Korea led by Kim Song Nam, director "
        "of the International Department of the Party Central Committee, left Pyongyang on Thursday to visit China, Vietnam and Laos.",
        "visit CHN-PRK; visit PRK-VNM; visit LAO-PRK",
    ),
    (
        "Delegation Back Home\n\nPyongyang, April 3 (KCNA) -- The delegation of the Workers' Party of Korea led by Kim Song Nam returned home on Tuesday after "
        "visiting China and Laos.",
        "visit CHN-PRK; visit LAO-PRK",
    ),
    (
        "Pyongyang, November 5 (KCNA) -- DPRK Foreign Minister Choe Son Hui, on an official visit to the Russian Federation, had strategic talks with "
        "Sergei Lavrov, foreign minister of Russia, in Moscow on November 1.",
        "meeting PRK-RUS; visit PRK-RUS",
    ),
    (
        "Pyongyang, September 5 (KCNA) -- Vice-Minister of Foreign Affairs Pak Myong Ho met Wang Yajun, Chinese ambassador to the DPRK, who paid a "
        "courtesy call on him at the Mansudae Assembly Hall on Wednesday.",
        "meeting CHN-PRK",
    ),
    (
        "Pyongyang, August 16 (KCNA) -- Kim Jong Un met with Vyacheslav Volodin, chairman of the State Duma of the Russian Federation, who came to the DPRK "
        "to take part in the celebrations of Korea's liberation.",
        "meeting PRK-RUS; visit PRK-RUS",
    ),
    (
        "Talks Held between DPRK and Russian Ministers\n\nPyongyang, May 12 (KCNA) -- Talks between Ri Chol Man, minister of Agriculture, and Dmitry "
        "Patrushev, deputy prime minister of Russia, were held at the Mansudae Assembly Hall on Tuesday.",
        "meeting PRK-RUS",
    ),
    (
        "Agreement Signed between DPRK, Mongolian Ministries\n\nPyongyang, May 12 (KCNA) -- An agreement on health cooperation between the Ministry of "
        "Public Health of the DPRK and the Ministry of Health of Mongolia was signed in Ulan Bator on May 9. It was inked by the DPRK ambassador to "
        "Mongolia and the vice-minister of Health of Mongolia.",
        "meeting MNG-PRK",
    ),
    (
        "DPRK Ambassador Meets Equatorial Guinean Minister\n\nPyongyang, June 9 (KCNA) -- The DPRK ambassador to Equatorial Guinea met and had a talk "
        "with Simeon Oyono Esono Angue, minister of Foreign Affairs of Equatorial Guinea, on June 5.",
        "meeting GNQ-PRK",
    ),
    (
        "Vietnamese President Meets DPRK Delegation\n\nPyongyang, March 27 (KCNA) -- Vo Van Thuong, president of Vietnam, met the delegation of the "
        "Workers' Party of Korea on a visit to his country.\n\nHead of the delegation Kim Song Nam courteously conveyed greetings of Kim Jong Un to him.",
        "meeting PRK-VNM; visit PRK-VNM",
    ),
    (
        "Pyongyang, May 8 (KCNA) -- General Secretary Kim Jong Un sent a wreath to the bier of Ta Quang Buu. He expressed condolences to the Vietnamese "
        "president.",
        "",
    ),
    (
        "Reply Message from Chinese President\n\nPyongyang, January 2 (KCNA) -- Kim Jong Un received a reply message from Xi Jinping, general secretary of "
        "the Central Committee of the Communist Party of China and president of the People's Republic of China.",
        "message CHN-PRK",
    ),
    (
        "Pyongyang, October 2 (KCNA) -- Premier of the Cabinet Kim Tok Hun sent congratulatory messages to Li Qiang, premier of the State Council of "
        "China, and Ali Asadov, prime minister of Azerbaijan.",
        "message CHN-PRK; message AZE-PRK",
    ),
    (
        "Pyongyang, August 20 (KCNA) -- The State Affairs Commission of the DPRK hosted a banquet in honour of the government delegation of Laos at the "
        "Mokran House. Present there were head of the delegation Saleumxay Kommasith, deputy prime minister, and other members.",
        "meeting LAO-PRK",
    ),
    (
        "Pyongyang, September 9 (KCNA) -- Kim Jong Un met the Chinese party and government delegation led by Liu Guozhong, vice-premier of the State "
        "Council, at the headquarters of the Party Central Committee on September 9. Liu handed over a letter from Xi Jinping to Kim Jong Un.",
        "meeting CHN-PRK; message CHN-PRK",
    ),
    (
        "Diplomatic Envoys Visit Exhibition\n\nPyongyang, July 27 (KCNA) -- Foreign diplomats and military attaches here visited the Fatherland "
        "Liberation War Museum on Thursday.",
        "",
    ),
    (
        "Pyongyang, April 27 (KCNA) -- DPRK Minister of External Economic Relations Yun Jong Ho left here on Tuesday for Tehran at the head of a "
        "delegation.",
        "visit IRN-PRK",
    ),
    (
        "Greetings to Syrian President\n\nPyongyang, April 17 (KCNA) -- The respected Comrade Kim Jong Un sent a message of greeting to Bashar Al-Assad, "
        "president of the Syrian Arab Republic, on its 78th independence day.\n\nIn the message Kim Jong Un extended warm congratulations to the "
        "president.",
        "message PRK-SYR",
    ),
    (
        "Press Statement of Spokesman for DPRK Foreign Ministry\n\nPyongyang, July 3 (KCNA) -- The U.S., Japan and the ROK staged joint drills. We "
        "strongly denounce them. The G7 has no right to interfere in the internal affairs of others.",
        "",
    ),
    (
        "Pyongyang, June 20 (KCNA) -- Kim Jong Un, who met President Putin at Pyongyang International Airport in the early hours of Wednesday, exchanged "
        "warm greetings with him. Vladimir Putin is president of Russia.",
        "meeting PRK-RUS",
    ),
    (
        "Gift to Kim Jong Un\n\nPyongyang, December 4 (KCNA) -- Kim Jong Un was presented with a gift by Andrei Belousov, minister of Defence of the Russian "
        "Federation, who called on him on Friday.",
        "meeting PRK-RUS",
    ),
    (
        "Pyongyang, November 15 (KCNA) -- Cabinet Premier Pak Thae Song received Alexandr Kozlov, minister of Natural Resources of Russia, at the "
        "Mansudae Assembly Hall on Thursday and had a friendly talk with him.",
        "meeting PRK-RUS",
    ),
    (
        "Pyongyang, December 20 (KCNA) -- The DPRK side informed the Swedish embassy of the release. A consultation on sports between officials of "
        "the DPRK and Cuba took place in Havana.",
        "meeting CUB-PRK",
    ),
]


@pytest.mark.parametrize(("text", "line"), SENTENCES)
def test_contacts_of_kcna(text: str, line: str) -> None:
    assert contacts(text) == wanted(line)
