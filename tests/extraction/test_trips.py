"""Trips and what was told of them: who went where, when, and whether it came about. All our own.

A row is (text, contacts), a contact written "kind parties status days place", days one or first..last, ``-`` for none.
Every contact must be there and no other; a line that starts with ~ allows others. Published on Thursday, 30 June 2016.
"""

from __future__ import annotations

from datetime import date

import pytest

from contacts.extraction import read

PUBLISHED = date(2016, 6, 30)

ROWS = [
    (
        "MAPUTO, June 28 (AFP) - Danish Foreign Minister Lene Holst arrived here Tuesday for talks on fisheries.",
        "visit DNK-MOZ occurred 2016-06-28 MOZ",
    ),
    (
        "MAPUTO, June 28 (AFP) - Danish Foreign Minister Lene Holst said here Tuesday that aid would go on. She arrived on Monday.",
        "visit DNK-MOZ occurred 2016-06-27 MOZ",
    ),
    (
        "LISBON, June 29 (Xinhua) -- Cape Verdean Prime Minister Rui Monteiro, who is here on a three-day official visit, met his Portuguese counterpart Joao Salgado on Wednesday.",
        "visit CPV-PRT occurred 2016-06-29 PRT; meeting CPV-PRT occurred 2016-06-29 PRT",
    ),
    (
        "RIGA, June 29 (Reuters) - Moldovan President Ion Rusu flew in on Wednesday for talks with Latvian President Janis Ozols.",
        "visit LVA-MDA occurred 2016-06-29 LVA; meeting LVA-MDA occurred 2016-06-29 LVA",
    ),
    (
        "SEOUL, June 27 (Yonhap) -- South Korean President Park Jin-ho left for Chile on Monday for a state visit.",
        "visit CHL-KOR occurred 2016-06-27 CHL",
    ),
    (
        "SEOUL, June 27 (Yonhap) -- South Korean President Park Jin-ho left Seoul on Monday for Santiago.",
        "visit CHL-KOR occurred 2016-06-27 CHL",
    ),
    (
        "MINSK, June 27 (BelTA) -- Vietnamese President Tran Duc Minh left Minsk for home on Monday after wrapping up a three-day visit to Belarus.",
        "visit BLR-VNM occurred 2016-06-25..2016-06-27 BLR",
    ),
    (
        "Turkish President Kemal Aydin returned home on Monday from a visit to Kenya.",
        "visit KEN-TUR occurred 2016-06-27 KEN",
    ),
    ("Turkish President Kemal Aydin flew back to Ankara on Monday.", ""),
    ("Turkish President Kemal Aydin visited the city of Izmir on Monday.", ""),
    ("Turkish Foreign Minister Kemal Aydin returned to Ankara on Monday.", ""),
    ("Kenyan President Peter Mwangi toured Mombasa on Monday and will visit Kisumu on Friday.", ""),
    (
        "Bulgarian Prime Minister Ivan Petkov began a three-day visit to Egypt on Monday.",
        "visit BGR-EGY occurred 2016-06-27..2016-06-29 EGY",
    ),
    (
        "Bulgarian Prime Minister Ivan Petkov will begin a four-day visit to Egypt on Monday.",
        "visit BGR-EGY planned 2016-07-04..2016-07-07 EGY",
    ),
    (
        "Bulgarian Prime Minister Ivan Petkov is on a two-day visit to Egypt that started on Wednesday.",
        "visit BGR-EGY occurred 2016-06-29..2016-06-30 EGY",
    ),
    (
        "Bulgarian Prime Minister Ivan Petkov is on a two-day visit to Egypt which ends on Thursday.",
        "visit BGR-EGY occurred 2016-06-29..2016-06-30 EGY",
    ),
    (
        "Bulgarian Prime Minister Ivan Petkov will be in Cairo from July 4 to 6 for talks.",
        "visit BGR-EGY planned 2016-07-04..2016-07-06 EGY",
    ),
    (
        "Bulgarian Prime Minister Ivan Petkov will visit Egypt on July 4-6, his office said on Thursday.",
        "visit BGR-EGY planned 2016-07-04..2016-07-06 EGY",
    ),
    (
        "Bulgarian Prime Minister Ivan Petkov is scheduled to arrive in Cairo on Sunday for a two-day stay.",
        "visit BGR-EGY planned 2016-07-03..2016-07-04 EGY",
    ),
    (
        "Bulgarian Prime Minister Ivan Petkov ended a three-day visit to Egypt on Tuesday.",
        "visit BGR-EGY occurred 2016-06-26..2016-06-28 EGY",
    ),
    (
        "Bulgarian Prime Minister Ivan Petkov visited Egypt last week.",
        "visit BGR-EGY occurred 2016-06-20..2016-06-26 EGY",
    ),
    (
        "Bulgarian Prime Minister Ivan Petkov visited Egypt last month.",
        "visit BGR-EGY occurred 2016-05-01..2016-05-31 EGY",
    ),
    (
        "Bulgarian Prime Minister Ivan Petkov, who was in Cairo last weekend, praised the canal.",
        "visit BGR-EGY occurred 2016-06-25..2016-06-26 EGY",
    ),
    (
        "Bulgarian Prime Minister Ivan Petkov is due in Cairo next month.",
        "visit BGR-EGY planned 2016-07-01..2016-07-31 EGY",
    ),
    ("Bulgarian Prime Minister Ivan Petkov arrived in Cairo late Tuesday.", "visit BGR-EGY occurred 2016-06-28 EGY"),
    (
        "Bulgarian Prime Minister Ivan Petkov arrived in Cairo on Tuesday evening at the start of a three-day visit.",
        "visit BGR-EGY occurred 2016-06-28..2016-06-30 EGY",
    ),
    (
        "Ghanaian President Kofi Mensah will tour Spain, Italy and Malta from July 10 to 16.",
        "visit ESP-GHA planned 2016-07-10..2016-07-16 ESP; visit GHA-ITA planned 2016-07-10..2016-07-16 ITA; visit GHA-MLT planned 2016-07-10..2016-07-16 MLT",
    ),
    (
        "Ghanaian President Kofi Mensah is on an African tour that has taken him to Gabon and Chad.",
        "visit GAB-GHA occurred - GAB; visit GHA-TCD occurred - TCD",
    ),
    (
        "Ghanaian President Kofi Mensah is on a European tour that includes stops in Spain and Italy.",
        "visit ESP-GHA occurred - ESP; visit GHA-ITA occurred - ITA",
    ),
    (
        "Ghanaian President Kofi Mensah arrived in Rome on Tuesday after stops in Madrid and Valletta.",
        "visit GHA-ITA occurred 2016-06-28 ITA; visit ESP-GHA occurred - ESP; visit GHA-MLT occurred - MLT",
    ),
    (
        "Before arriving in Rome, Ghanaian President Kofi Mensah visited Spain.",
        "visit GHA-ITA occurred - ITA; visit ESP-GHA occurred - ESP",
    ),
    (
        "Ghanaian President Kofi Mensah will visit Spain on Monday. He will then travel on to Italy, where he is to meet Italian President Paolo Ricci.",
        "visit ESP-GHA planned 2016-07-04 ESP; visit GHA-ITA planned - ITA; meeting GHA-ITA planned - ITA",
    ),
    (
        "Ghanaian President Kofi Mensah will visit Spain on Monday before going on to Italy.",
        "visit ESP-GHA planned 2016-07-04 ESP; visit GHA-ITA planned - ITA",
    ),
    (
        "Ghanaian President Kofi Mensah's maiden trip to Brazil ended on Sunday.",
        "visit BRA-GHA occurred 2016-06-26 BRA",
    ),
    (
        "Besides Brazil, Ghanaian President Kofi Mensah will also visit Chile and Peru.",
        "~visit CHL-GHA planned - CHL; visit GHA-PER planned - PER",
    ),
    (
        "Ghanaian President Kofi Mensah made a stopover in Lisbon on Monday on his way to Brazil.",
        "~visit GHA-PRT occurred 2016-06-27 PRT",
    ),
    (
        "Spain and Italy are the first countries that Ghanaian President Kofi Mensah has visited since he took office.",
        "visit ESP-GHA occurred - ESP; visit GHA-ITA occurred - ITA",
    ),
    (
        "Finnish President Aino Laine will travel to Japan next week. The visit is her second to an Asian country. During the visit she will meet Japanese Emperor Akihito.",
        "visit FIN-JPN planned 2016-07-04..2016-07-10 JPN; meeting FIN-JPN planned 2016-07-04..2016-07-10 JPN",
    ),
    (
        "TOKYO, June 28 (Kyodo) -- Finnish President Aino Laine met Japanese Prime Minister Shinzo Abe on Tuesday. The visit by Laine is the first by a Finnish president in ten years.",
        "meeting FIN-JPN occurred 2016-06-28 JPN; visit FIN-JPN occurred 2016-06-28 JPN",
    ),
    (
        "Japanese Prime Minister Shinzo Abe met Finnish President Aino Laine in Tokyo on Tuesday. Laine arrived in the country on Sunday for a four-day stay.",
        "meeting FIN-JPN occurred 2016-06-28 JPN; visit FIN-JPN occurred 2016-06-26..2016-06-29 JPN",
    ),
    (
        "A Cuban delegation led by Trade Minister Raul Ferrer arrived in Luanda on Monday.",
        "visit AGO-CUB occurred 2016-06-27 AGO",
    ),
    (
        "Cuba will send a delegation headed by Trade Minister Raul Ferrer to Luanda next week.",
        "visit AGO-CUB planned 2016-07-04..2016-07-10 AGO",
    ),
    (
        "A high-level Mexican delegation to Panama signed a trade agreement on Monday.",
        "~visit MEX-PAN occurred 2016-06-27 PAN",
    ),
    ("A group of Swedish lawmakers visited Taiwan last week.", "visit SWE-TWN occurred 2016-06-20..2016-06-26 TWN"),
    ("A team of Iranian officials is in Vienna for talks with the IAEA.", "~visit AUT-IRN occurred - AUT"),
    ("Five U.S. senators were to leave for Havana on Friday.", "visit CUB-USA planned 2016-07-01 CUB"),
    ("An Australian parliamentary delegation toured Fiji in May.", "visit AUS-FJI occurred 2016-05-01..2016-05-31 FJI"),
    (
        "A Congolese government mission headed by Justice Minister Jean Mukendi flew to Kigali on Monday.",
        "visit COD-RWA occurred 2016-06-27 RWA",
    ),
    ("Thai Foreign Minister Somchai Boonmee is expected in Berlin on Friday.", "visit DEU-THA planned 2016-07-01 DEU"),
    ("Thai Foreign Minister Somchai Boonmee is expected to visit Germany soon.", "visit DEU-THA planned - DEU"),
    ("Thai Foreign Minister Somchai Boonmee was due in Berlin on Thursday.", "visit DEU-THA planned 2016-06-30 DEU"),
    (
        "German Chancellor Uwe Brandt has invited Thai Prime Minister Somchai Boonmee to visit Germany.",
        "visit DEU-THA possible - DEU",
    ),
    (
        "German Chancellor Uwe Brandt invited Thai Prime Minister Somchai Boonmee to visit Germany, and Boonmee accepted the invitation.",
        "visit DEU-THA planned - DEU",
    ),
    (
        "Thai Prime Minister Somchai Boonmee accepted an invitation to visit Germany in the fall.",
        "~visit DEU-THA planned 2016-09-01..2016-11-30 DEU",
    ),
    ("Thai Prime Minister Somchai Boonmee said he was ready to travel to Phnom Penh.", "visit KHM-THA possible - KHM"),
    (
        "Thai Prime Minister Somchai Boonmee may visit Cambodia in August.",
        "visit KHM-THA possible 2016-08-01..2016-08-31 KHM",
    ),
    ("Thai Prime Minister Somchai Boonmee would like to visit Cambodia.", "visit KHM-THA possible - KHM"),
    ("Thai Prime Minister Somchai Boonmee is considering a trip to Cambodia.", "visit KHM-THA possible - KHM"),
    (
        "Thai Prime Minister Somchai Boonmee has cancelled a trip to Cambodia set for Friday.",
        "visit KHM-THA cancelled 2016-07-01 KHM",
    ),
    ("Thai Prime Minister Somchai Boonmee's trip to Cambodia has been postponed.", "visit KHM-THA cancelled - KHM"),
    (
        "Thai Prime Minister Somchai Boonmee had been due to visit Cambodia on Monday but stayed at home.",
        "visit KHM-THA cancelled 2016-06-27 KHM",
    ),
    ("Thai Prime Minister Somchai Boonmee will not travel to Cambodia.", "visit KHM-THA denied - KHM"),
    (
        "The foreign ministry denied reports that Thai Prime Minister Somchai Boonmee had visited Israel.",
        "visit ISR-THA denied - ISR",
    ),
    (
        "A spokesman dismissed as nonsense a report that Thai Prime Minister Somchai Boonmee had visited Israel.",
        "visit ISR-THA denied - ISR",
    ),
    (
        "Media reports of a visit by Thai Prime Minister Somchai Boonmee to Israel are baseless, a spokesman said.",
        "visit ISR-THA denied - ISR",
    ),
    ("Thai Prime Minister Somchai Boonmee has yet to visit Cambodia.", "visit KHM-THA denied - KHM"),
    ("Thai Prime Minister Somchai Boonmee ruled out a visit to Cambodia.", "visit KHM-THA denied - KHM"),
    (
        "It is not clear whether Thai Prime Minister Somchai Boonmee will visit Cambodia.",
        "visit KHM-THA possible - KHM",
    ),
    ("Thai Prime Minister Somchai Boonmee will visit Cambodia if the talks succeed.", "visit KHM-THA possible - KHM"),
    (
        "Thai Prime Minister Somchai Boonmee is not planning to visit Cambodia, officials said.",
        "visit KHM-THA denied - KHM",
    ),
    (
        "Peruvian President Alan Quispe will attend a summit of Pacific leaders in Sydney on July 8.",
        "visit AUS-PER planned 2016-07-08 AUS",
    ),
    (
        "Peruvian President Alan Quispe attended the Pacific Forum summit, which opened on Monday in Sydney.",
        "visit AUS-PER occurred 2016-06-27 AUS",
    ),
    (
        "Peruvian President Alan Quispe told a conference in Sydney on Monday that fish stocks were falling.",
        "visit AUS-PER occurred 2016-06-27 AUS",
    ),
    (
        "Peruvian President Alan Quispe addressed a conference in Sydney on Monday.",
        "visit AUS-PER occurred 2016-06-27 AUS",
    ),
    (
        "Peruvian President Alan Quispe arrived in Sydney on Monday to take part in the summit.",
        "visit AUS-PER occurred 2016-06-27 AUS",
    ),
    (
        "Peruvian President Alan Quispe arrived in Sydney on Monday to attend the Pacific Forum summit. He will meet Indonesian President Joko Susanto on the sidelines of the summit on Wednesday.",
        "visit AUS-PER occurred 2016-06-27 AUS; meeting IDN-PER planned 2016-07-06 AUS",
    ),
    (
        "Peruvian President Alan Quispe will meet Indonesian President Joko Susanto on the sidelines of the Pacific Forum. The forum will be held in Sydney from July 8 to 10.",
        "meeting IDN-PER planned 2016-07-08..2016-07-10 AUS",
    ),
    (
        "Peruvian President Alan Quispe met Indonesian President Joko Susanto on the sidelines of the G20 summit in Hangzhou on Monday.",
        "meeting IDN-PER occurred 2016-06-27 CHN",
    ),
    (
        "The Pacific Forum summit opened in Sydney on Monday. Peruvian President Alan Quispe met Indonesian President Joko Susanto on the sidelines of the meeting.",
        "meeting IDN-PER occurred 2016-06-27 AUS",
    ),
    (
        "Peruvian President Alan Quispe and Indonesian President Joko Susanto met on the margins of the UN General Assembly in New York last week.",
        "meeting IDN-PER occurred 2016-06-20..2016-06-26 USA",
    ),
    (
        "Norwegian Prime Minister Lars Holm arrived in Lima on Tuesday. Peruvian President Alan Quispe visited Norway in 2014.",
        "visit NOR-PER occurred 2016-06-28 PER; visit NOR-PER occurred 2014-01-01..2014-12-31 NOR",
    ),
    (
        "Norwegian Prime Minister Lars Holm arrived in Lima on Tuesday. His last visit to Peru was in May 2013.",
        "visit NOR-PER occurred 2016-06-28 PER; visit NOR-PER occurred 2013-05-01..2013-05-31 PER",
    ),
    (
        "Norwegian Prime Minister Lars Holm said on Tuesday that the fund was safe. He had earlier visited Peru.",
        "visit NOR-PER occurred - PER",
    ),
    (
        "Norwegian Prime Minister Lars Holm met Peruvian President Alan Quispe on Tuesday. The two leaders last met in Oslo two years ago.",
        "~meeting NOR-PER occurred 2016-06-28 -",
    ),
    (
        "Norwegian Prime Minister Lars Holm said on Tuesday after talks with Peruvian President Alan Quispe that the fund was safe.",
        "meeting NOR-PER occurred 2016-06-28 -",
    ),
    (
        "LIMA, June 28 (AFP) - Norwegian Prime Minister Lars Holm said on Tuesday he had discussed fish with Peruvian President Alan Quispe.",
        "meeting NOR-PER occurred 2016-06-28 PER",
    ),
    (
        "Speaking to reporters after talks with Peruvian President Alan Quispe, Norwegian Prime Minister Lars Holm said Tuesday that the fund was safe.",
        "meeting NOR-PER occurred 2016-06-28 -",
    ),
    (
        "Swedish Foreign Minister Nils Ek flew to Oslo on Wednesday to meet Norwegian Foreign Minister Anna Berg.",
        "visit NOR-SWE occurred 2016-06-29 NOR; meeting NOR-SWE occurred 2016-06-29 NOR",
    ),
    (
        "Swedish Foreign Minister Nils Ek leaves for Oslo on Friday to meet Norwegian Foreign Minister Anna Berg.",
        "visit NOR-SWE planned 2016-07-01 NOR; meeting NOR-SWE planned 2016-07-01 NOR",
    ),
    ("Norwegian tennis player Lars Holm arrived in Lima on Tuesday.", ""),
    ("The government urged Norwegians to keep visiting Peru.", ""),
    ("Norwegian Prime Minister Lars Holm urged tourists to visit Peru.", ""),
    ("Norwegian Prime Minister Lars Holm spoke about the visit of the pope.", ""),
    ("Norwegian warships arrived in Lima on Tuesday.", ""),
    ("Norwegian Prime Minister Lars Holm signed an order to stop citizens from travelling to Peru.", ""),
    ("The diplomat defected and left for Peru, Norwegian officials said.", ""),
    ("Norwegian troops arrived in Mali in May.", ""),
    ("The countries that Norwegian Prime Minister Lars Holm visited, Peru and Chile, are rich in copper.", "~"),
    ("Norwegian Prime Minister Lars Holm led a delegation of fishermen to Lima.", "visit NOR-PER occurred - PER"),
    (
        "Norwegian Prime Minister Lars Holm visited the southern Peruvian city of Arequipa on Monday.",
        "visit NOR-PER occurred 2016-06-27 PER",
    ),
    (
        "Norwegian Prime Minister Lars Holm paid a surprise visit to Peru on Monday.",
        "visit NOR-PER occurred 2016-06-27 PER",
    ),
    (
        "Norwegian Prime Minister Lars Holm was in Lima on Monday, where he met Peruvian President Alan Quispe.",
        "visit NOR-PER occurred 2016-06-27 PER; meeting NOR-PER occurred 2016-06-27 PER",
    ),
    (
        "Norwegian Prime Minister Lars Holm stopped in Lima on Monday on his way to Chile.",
        "~visit NOR-PER occurred 2016-06-27 PER",
    ),
    (
        "Norwegian Prime Minister Lars Holm concluded his visit to Peru and left Lima for Santiago on Monday.",
        "~visit NOR-PER occurred 2016-06-27 PER; visit CHL-NOR occurred 2016-06-27 CHL",
    ),
    ("Norwegian Prime Minister Lars Holm crossed into Sweden on Monday.", "visit NOR-SWE occurred 2016-06-27 SWE"),
    (
        "Norwegian Prime Minister Lars Holm spent two days in Lima this week.",
        "visit NOR-PER occurred 2016-06-27..2016-07-03 PER",
    ),
    (
        "The Norwegian prime minister's trip to Lima, the first in ten years, begins on Sunday.",
        "visit NOR-PER planned 2016-07-03 PER",
    ),
    ("Norwegian Prime Minister Lars Holm is currently visiting Peru.", "visit NOR-PER occurred - PER"),
    ("Norway's King Harald arrives in Lima today.", "visit NOR-PER planned 2016-06-30 PER"),
    (
        "Nigerian Foreign Minister Musa Bello visited Chadian President Idriss Saleh in N'Djamena on Monday.",
        "meeting NGA-TCD occurred 2016-06-27 TCD; visit NGA-TCD occurred 2016-06-27 TCD",
    ),
    ("Nigerian Foreign Minister Musa Bello visited the wounded president in hospital on Monday.", ""),
    (
        "Nigeria sent Foreign Minister Musa Bello, with two aides, to N'Djamena on Monday.",
        "visit NGA-TCD occurred 2016-06-27 TCD",
    ),
    (
        "The president is weighing whether to send Musa Bello, the Nigerian special envoy, to the Chadian capital in July.",
        "visit NGA-TCD possible 2016-07-01..2016-07-31 TCD",
    ),
    ("The African Union has dispatched its envoy, Musa Bello, to Chad.", "visit AU-TCD occurred - TCD"),
    (
        "Nigerian Foreign Minister Musa Bello travelled to Asia in May for talks with officials in Nepal and Bhutan.",
        "~visit NGA-NPL occurred 2016-05-01..2016-05-31 NPL; visit BTN-NGA occurred 2016-05-01..2016-05-31 BTN",
    ),
    (
        "Nigerian President Musa Bello leaves for Asia on Friday. He is to meet Nepalese Prime Minister Ram Thapa in Kathmandu on Sunday.",
        "visit NGA-NPL planned 2016-07-03 NPL; meeting NGA-NPL planned 2016-07-03 NPL",
    ),
    # Who was sent is on no tour: a meeting somewhere else is a meeting alone.
    (
        "Nigerian Foreign Minister Musa Bello arrived in Lima on Tuesday. He was sent as the president's envoy. Bello met "
        "Nepalese Prime Minister Ram Thapa in Kathmandu on Monday.",
        "visit NGA-PER occurred 2016-06-28 PER; meeting NGA-NPL occurred 2016-06-27 NPL",
    ),
    # A journey that was not made makes no visit of a meeting.
    (
        "Nigerian President Musa Bello has not travelled abroad since March. On Tuesday he met Nepalese Prime Minister Ram "
        "Thapa in Kathmandu.",
        "meeting NGA-NPL occurred 2016-06-28 NPL",
    ),
    (
        "Nigerian President Musa Bello is on a tour of Asia. On Tuesday he met Nepalese Prime Minister Ram Thapa in Kathmandu.",
        "visit NGA-NPL occurred 2016-06-28 NPL; meeting NGA-NPL occurred 2016-06-28 NPL",
    ),
    (
        "On his return from a summit in Nepal, Nigerian President Musa Bello praised the talks.",
        "visit NGA-NPL occurred - NPL",
    ),
    (
        "Nigerian President Musa Bello spoke to reporters on his way back from a summit in Nepal.",
        "visit NGA-NPL occurred - NPL",
    ),
    (
        "Shots were heard in Kathmandu before the arrival of Nigerian envoy Musa Bello, who was there to see Prime Minister Ram Thapa.",
        "~visit NGA-NPL occurred - NPL",
    ),
    (
        "Nigerian President Musa Bello called in at Kathmandu on his way to Beijing in May.",
        "~visit NGA-NPL occurred 2016-05-01..2016-05-31 NPL",
    ),
    (
        "Nigerian President Musa Bello stopped over in Kathmandu on Monday for talks with Prime Minister Ram Thapa.",
        "visit NGA-NPL occurred 2016-06-27 NPL; meeting NGA-NPL occurred 2016-06-27 NPL",
    ),
    (
        "Nigerian President Musa Bello met Nepalese Prime Minister Ram Thapa in Kathmandu on Wednesday. From there he flies to Thimphu.",
        "~meeting NGA-NPL occurred 2016-06-29 NPL; visit BTN-NGA planned - BTN",
    ),
    (
        "Nepalese Prime Minister Ram Thapa said on Monday that Nigerian President Musa Bello had accepted an invitation to come to Nepal in July.",
        "visit NGA-NPL planned 2016-07-01..2016-07-31 NPL",
    ),
    (
        "KATHMANDU, June 28 (AFP) - Nigerian President Musa Bello will not come, Nepalese officials said on Tuesday.",
        "visit NGA-NPL denied - NPL",
    ),
    (
        "Nepalese Prime Minister Ram Thapa invited Nigerian President Musa Bello to pay a state visit to Nepal. Bello accepted the invitation with pleasure.",
        "visit NGA-NPL planned - NPL",
    ),
    (
        "Nepalese Prime Minister Ram Thapa invited Nigerian President Musa Bello to Nepal. The invitation was accepted.",
        "visit NGA-NPL planned - NPL",
    ),
    (
        "Nepalese Prime Minister Ram Thapa invited Nigerian President Musa Bello to Nepal. Bello has not replied.",
        "visit NGA-NPL possible - NPL",
    ),
    (
        "A newspaper said that Nigerian President Musa Bello had secretly visited Israel in May. His office said no such visit took place.",
        "visit ISR-NGA denied 2016-05-01..2016-05-31 ISR",
    ),
    (
        'A website reported that Nigerian President Musa Bello met Israeli Prime Minister Dan Levi in Paris in May. "That never happened," his spokesman said.',
        "meeting ISR-NGA denied 2016-05-01..2016-05-31 FRA",
    ),
    ("Most of the Nigerian soldiers were to arrive in Nepal on Friday, President Musa Bello said.", ""),
    ("President Musa Bello of Nigeria urged Americans to keep visiting Nepal.", ""),
    ("Nigerian President Musa Bello attended a seminar in Nepal on Monday by video link.", ""),
    ("Nigerian President Musa Bello signed an order to keep foreigners from travelling to Nepal.", ""),
    (
        "Just ahead of Nigerian President Musa Bello's trip to Nepal, the ministry on Sunday warned of floods.",
        "visit NGA-NPL planned - NPL",
    ),
    ("The Nigerian delegation to Nepal was led by Foreign Minister Musa Bello.", "visit NGA-NPL occurred - NPL"),
    (
        "Nepal is the first country that Nigerian President Musa Bello has visited since the election.",
        "visit NGA-NPL occurred - NPL",
    ),
    ("Nepal was the last stop of a four-nation tour by Nigerian President Musa Bello.", "visit NGA-NPL occurred - NPL"),
    (
        "Nigerian President Musa Bello's tour took him to Nepal and Bhutan.",
        "visit NGA-NPL occurred - NPL; visit BTN-NGA occurred - BTN",
    ),
    ("Nigerian President Musa Bello heads to Nepal on Monday.", "visit NGA-NPL planned 2016-07-04 NPL"),
    ("Nigerian President Musa Bello lands in Nepal on Monday.", "visit NGA-NPL planned 2016-07-04 NPL"),
    (
        "Nigerian Foreign Minister Musa Bello was in Nepal last week.",
        "visit NGA-NPL occurred 2016-06-20..2016-06-26 NPL",
    ),
    ("Speaking in Kathmandu, Nigerian Foreign Minister Musa Bello said the talks had gone well.", ""),
    ("Nigerian Foreign Minister Musa Bello opened an embassy in Kathmandu on Monday.", "~"),
    (
        "Nigerian Foreign Minister Musa Bello kicked off a visit to Nepal on Monday.",
        "visit NGA-NPL occurred 2016-06-27 NPL",
    ),
    (
        "In Geneva, where he is for a conference on mines, Nigerian Foreign Minister Musa Bello said on Monday that aid would go on.",
        "visit CHE-NGA occurred 2016-06-27 CHE",
    ),
    (
        "Before that he had been to Nepal, where Nigerian President Musa Bello arrived on Sunday.",
        "visit NGA-NPL occurred 2016-06-26 NPL",
    ),
    (
        "Nepalese Prime Minister Ram Thapa, who was himself in Abuja in May, praised the accord.",
        "visit NGA-NPL occurred 2016-05-01..2016-05-31 NGA",
    ),
    ("Nigerian President Musa Bello reached Kathmandu on Sunday.", "visit NGA-NPL occurred 2016-06-26 NPL"),
    ("Nigerian President Musa Bello reached an agreement with the unions on Sunday.", ""),
    (
        "Nigerian President Musa Bello spent three days in Nepal, which he left on Sunday for Bhutan.",
        "~visit BTN-NGA occurred 2016-06-26 BTN",
    ),
]


def _shown(record) -> str:
    first, last = record.date.start, record.date.end
    days = "-" if first is None else f"{first}" if first == last else f"{first}..{last}"
    place = record.place.country if record.place and record.place.country else "-"
    return f"{record.kind.value} {'-'.join(record.countries)} {record.status.value} {days} {place}"


@pytest.mark.parametrize(("text", "line"), ROWS, ids=[text[:70] for text, _ in ROWS])
def test_trips(text: str, line: str) -> None:
    wanted = sorted(part.strip() for part in line.lstrip("~").split(";") if part.strip())
    found = sorted(_shown(record) for record in read(text, PUBLISHED).records)
    assert [row for row in wanted if row not in found] == [], found
    if not line.startswith("~"):
        assert found == wanted
