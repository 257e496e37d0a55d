"""Pairs of reports that tell of one contact, and pairs that do not. The contacts are public facts, the wording ours."""

import pytest

from contacts.fusion.compare import compare
from tests.contacts.fusion.told import told

ONE = {
    "talks dated a day apart, none in print before the second": (
        "meeting occurred IRN-USA 2015-03-26 | Lausanne CHE | Javad Zarif IRN; John Kerry USA | 2015-03-27",
        "meeting occurred IRN-USA 2015-03-27 | Lausanne CHE | Javad Zarif IRN; John Kerry USA | 2015-03-27",
    ),
    "a call over the date line": (
        "call occurred CHN-USA 2021-09-09 | | Joe Biden USA; Xi Jinping CHN | 2021-09-09",
        "call occurred CHN-USA 2021-09-10 | | Joe Biden USA; Xi Jinping CHN | 2021-09-10",
    ),
    "the same words": (
        "visit occurred DEU-FRA 2017-05-15 | Berlin DEU | Emmanuel Macron FRA visitor (president) | 2017-05-15",
        "visit occurred DEU-FRA 2017-05-15 | Berlin DEU | Emmanuel Macron FRA visitor (president) | 2017-05-16",
    ),
    "announced and held": (
        "visit planned DEU-FRA 2017-05-15 | Berlin DEU | Emmanuel Macron FRA visitor | 2017-05-12",
        "visit occurred DEU-FRA 2017-05-15 | Germany DEU | Macron FRA visitor | 2017-05-15",
    ),
    "looked back on by month": (
        "meeting occurred PRK-USA 2018-06-12 | Capella hotel, Singapore SGP | Donald Trump USA; Kim Jong Un PRK | 2018-06-12",
        "meeting occurred PRK-USA 2018-06 | Singapore SGP | Kim Jong-un PRK; Donald J. Trump USA | 2019-02-20",
    ),
    "both looked back on by month": (
        "meeting occurred PRK-USA 2018-06 | Singapore SGP | Donald Trump USA; Kim Jong Un PRK | 2018-12-30",
        "meeting occurred PRK-USA 2018-06 | | Kim Jongun PRK; Trump USA | 2019-02-20",
    ),
    "the evening there, the next morning here": (
        "call occurred JPN-USA 2016-11-17 | | Shinzo Abe JPN; Barack Obama USA | 2016-11-18",
        "call occurred JPN-USA 2016-11-18 | | Abe Shinzo JPN (prime minister); Barack Obama USA | 2016-11-18",
    ),
    "arrival, and the whole stay": (
        "visit occurred CHN-USA 1972-02-21 | Beijing CHN | Richard Nixon USA visitor | 1972-02-21",
        "visit occurred CHN-USA 1972-02-21..1972-02-28 | China CHN | Richard Nixon USA visitor | 1972-02-28",
    ),
    "a day of the stay, and the whole": (
        "visit occurred CUB-USA 2016-03-21 | Havana CUB | Barack Obama USA visitor | 2016-03-21",
        "visit occurred CUB-USA 2016-03-20..2016-03-22 | Cuba CUB | Barack Hussein Obama USA visitor | 2016-03-23",
    ),
    "stays that overlap": (
        "visit occurred CHN-PAK 2015-04-19..2015-04-20 | Islamabad PAK | Xi Jinping CHN visitor | 2015-04-21",
        "visit occurred CHN-PAK 2015-04-20..2015-04-21 | Islamabad PAK | Xi Jinping CHN visitor | 2015-04-22",
    ),
    "each paper names its own guest of honour": (
        "visit occurred CHN-PAK 2015-04-20 | Islamabad PAK | Xi Jinping CHN visitor | 2015-04-21",
        "visit occurred CHN-PAK 2015-04-20 | Pakistan PAK | Peng Liyuan CHN visitor; Xi Jinping CHN visitor | 2015-04-21",
    ),
    "one side unnamed": (
        "meeting occurred ISR-EGY 1977-11-20 | Knesset, Jerusalem ISR | Anwar Sadat EGY; Menachem Begin ISR | 1977-11-20",
        "meeting occurred ISR-EGY 1977-11-20 | Jerusalem ISR | Anwar el-Sadat EGY; - ISR (Israeli leaders) | 1977-11-21",
    ),
    "a title for a name": (
        "meeting occurred IRN-USA 2015-07-14 | Vienna AUT | Javad Zarif IRN (foreign minister); John Kerry USA (secretary of state) | 2015-07-14",
        "meeting occurred IRN-USA 2015-07-14 | Vienna AUT | - IRN (foreign minister); - USA (secretary of state) | 2015-07-15",
    ),
    "Arabic names by two hands": (
        "meeting occurred EGY-USA 2009-06-04 | Cairo EGY | Barack Obama USA; Hosni Mubarak EGY host | 2009-06-04",
        "meeting occurred EGY-USA 2009-06-04 | Qubba Palace EGY | Husni Mubarak EGY; Obama USA | 2009-06-05",
    ),
    "Libya's leader by two hands": (
        "visit occurred ITA-LBY 2009-06-10..2009-06-12 | Rome ITA | Muammar Gaddafi LBY visitor | 2009-06-11",
        "visit occurred ITA-LBY 2009-06-10 | Italy ITA | Moammar Kadhafi LBY visitor (colonel) | 2009-06-10",
    ),
    "Ukrainian and Russian spelling": (
        "visit occurred UKR-USA 2022-12-21 | Washington USA | Volodymyr Zelenskyy UKR visitor | 2022-12-21",
        "visit occurred UKR-USA 2022-12-21 | Washington USA | Vladimir Zelensky UKR visitor | 2022-12-22",
    ),
    "surname first and last": (
        "meeting occurred JPN-RUS 2016-12-15 | Nagato JPN | Vladimir Putin RUS; Shinzo Abe JPN host | 2016-12-15",
        "meeting occurred JPN-RUS 2016-12-15..2016-12-16 | Japan JPN | Abe Shinzō JPN; Putin RUS | 2016-12-17",
    ),
    "initials": (
        "visit occurred CHN-IND 1954-10-19..1954-10-30 | Peking CHN | J. Nehru IND visitor | 1954-10-20",
        "visit occurred CHN-IND 1954-10-19 | Beijing CHN | Jawaharlal Nehru IND visitor | 1954-10-19",
    ),
    "accents and a second surname": (
        "visit occurred CUB-VEN 2013-04-27 | Havana CUB | Nicolás Maduro Moros VEN visitor | 2013-04-28",
        "visit occurred CUB-VEN 2013-04-27 | Havana CUB | Nicolas Maduro VEN visitor | 2013-04-29",
    ),
    "met says one, did not meet says the other": (
        "meeting occurred IND-PAK 2014-11-27 | Kathmandu NPL | Narendra Modi IND; Nawaz Sharif PAK | 2014-11-28",
        "meeting denied IND-PAK 2014-11-27 | Kathmandu NPL | Narendra Modi IND; Nawaz Sharif PAK | 2014-11-27",
    ),
    "planned, and called off": (
        "visit planned CHN-USA 2023-02-05..2023-02-06 | Beijing CHN | Antony Blinken USA visitor | 2023-01-20",
        "visit cancelled CHN-USA 2023-02-05 | Beijing CHN | Antony J. Blinken USA visitor | 2023-02-03",
    ),
    "called off, told twice": (
        "visit cancelled CHN-USA 2023-02-05..2023-02-06 | China CHN | Blinken USA visitor | 2023-02-03",
        "visit cancelled CHN-USA 2023-02 | Beijing CHN | Antony Blinken USA visitor | 2023-06-18",
    ),
    "a plan that moved by two days": (
        "visit planned FRA-IND 2018-03-08 | New Delhi IND | Emmanuel Macron FRA visitor | 2018-02-20",
        "visit occurred FRA-IND 2018-03-10 | New Delhi IND | Emmanuel Macron FRA visitor | 2018-03-10",
    ),
    "a plan for next week": (
        "visit planned JPN-USA 2019-05-20..2019-05-26 | Tokyo JPN | Donald Trump USA visitor | 2019-05-17",
        "visit occurred JPN-USA 2019-05-25..2019-05-28 | Tokyo JPN | Donald Trump USA visitor | 2019-05-29",
    ),
    "a plan without a date": (
        "visit planned PRK-RUS ? | Moscow RUS | Kim Jong Un PRK visitor | 2019-04-15",
        "visit occurred PRK-RUS 2019-04-24..2019-04-26 | Vladivostok RUS | Kim Jong Un PRK visitor | 2019-04-26",
    ),
    "possible, then held": (
        "meeting possible RUS-USA 2021-06-16 | Geneva CHE | Joe Biden USA; Vladimir Putin RUS | 2021-05-20",
        "meeting occurred RUS-USA 2021-06-16 | Villa La Grange, Geneva CHE | Joe Biden USA; Vladimir Putin RUS | 2021-06-16",
    ),
    "a letter by both sides": (
        "message occurred PRK-USA 2018-07-06 | | Kim Jong Un PRK sender; Donald Trump USA recipient | 2018-07-12",
        "message occurred PRK-USA 2018-07-06 | | Kim Jong Un PRK sender; - USA recipient (president) | 2018-07-13",
    ),
    "the host left out": (
        "meeting occurred ARM-AZE-EU 2022-05-22 | Brussels BEL | Charles Michel EU host; Ilham Aliyev AZE; Nikol Pashinyan ARM | 2022-05-22",
        "meeting occurred ARM-AZE 2022-05-22 | Brussels BEL | Nikol Pashinian ARM; Ilham Aliyev AZE | 2022-05-23",
    ),
    "four of the leaders and five": (
        "meeting occurred DEU-FRA-ITA-UKR 2022-06-16 | Kyiv UKR | Olaf Scholz DEU; Emmanuel Macron FRA; Mario Draghi ITA; Volodymyr Zelensky UKR host | 2022-06-16",
        "meeting occurred DEU-FRA-ITA-ROU-UKR 2022-06-16 | Kyiv UKR | Scholz DEU; Macron FRA; Draghi ITA; Klaus Iohannis ROU; Zelenskyy UKR | 2022-06-17",
    ),
    "a named minister, and the minister": (
        "visit occurred CHN-PRK 2018-05-02..2018-05-03 | Pyongyang PRK | Wang Yi CHN visitor (foreign minister) | 2018-05-03",
        "visit occurred CHN-PRK 2018-05-02 | North Korea PRK | - CHN visitor (minister of foreign affairs) | 2018-05-02",
    ),
    "officials of both sides, unnamed": (
        "meeting occurred KOR-PRK 2018-01-09 | Panmunjom KOR | - KOR (officials); - PRK (officials) | 2018-01-09",
        "meeting occurred KOR-PRK 2018-01-09 | Peace House, Panmunjom KOR | - KOR (senior officials); - PRK (officials) | 2018-01-09",
    ),
    "the pope by one word": (
        "visit occurred IRQ-VAT 2021-03-05..2021-03-08 | Iraq IRQ | Pope Francis VAT visitor | 2021-03-08",
        "visit occurred IRQ-VAT 2021-03-05 | Baghdad IRQ | Francis VAT visitor (pope) | 2021-03-05",
    ),
    "no day of printing known": (
        "meeting occurred EGY-ETH 2018-06-10 | Cairo EGY | Abiy Ahmed ETH; Abdel Fattah al-Sisi EGY | ",
        "meeting occurred EGY-ETH 2018-06-10 | Cairo EGY | Abiy Ahmed Ali ETH; Abdul Fatah El-Sissi EGY | 2018-06-11",
    ),
}  # fmt: skip

TWO = {
    "a month apart": (
        "meeting occurred KOR-PRK 2018-04-27 | Panmunjom KOR | Moon Jae-in KOR; Kim Jong Un PRK | 2018-04-27",
        "meeting occurred KOR-PRK 2018-05-26 | Panmunjom PRK | Moon Jae-in KOR; Kim Jong Un PRK | 2018-05-27",
    ),
    "visits of one person a month apart": (
        "visit occurred CHN-PRK 2018-05-07..2018-05-08 | Dalian CHN | Kim Jong Un PRK visitor | 2018-05-08",
        "visit occurred CHN-PRK 2018-06-19..2018-06-20 | Beijing CHN | Kim Jong Un PRK visitor | 2018-06-20",
    ),
    "different travellers": (
        "visit occurred CHN-USA 2023-06-18..2023-06-19 | Beijing CHN | Antony Blinken USA visitor | 2023-06-19",
        "visit occurred CHN-USA 2023-06-18 | Beijing CHN | Daniel Kritenbrink USA visitor | 2023-06-19",
    ),
    "different hosts on one day": (
        "meeting occurred CHN-USA 2023-06-19 | Beijing CHN | Antony Blinken USA; Xi Jinping CHN | 2023-06-19",
        "meeting occurred CHN-USA 2023-06-19 | Beijing CHN | Antony Blinken USA; Wang Yi CHN | 2023-06-19",
    ),
    "brothers": (
        "meeting occurred CUB-VEN 2006-12-05 | Havana CUB | Raúl Castro CUB; Hugo Chávez VEN | 2006-12-06",
        "meeting occurred CUB-VEN 2006-12-05 | Havana CUB | Fidel Castro CUB; Hugo Chávez VEN | 2006-12-06",
    ),
    "father and son": (
        "meeting occurred KOR-PRK 2000-06-13 | Pyongyang PRK | Kim Dae-jung KOR; Kim Jong Il PRK | 2000-06-13",
        "meeting occurred KOR-PRK 2000-06-13 | Pyongyang PRK | Kim Dae-jung KOR; Kim Yong Nam PRK | 2000-06-13",
    ),
    "husband and wife": (
        "visit occurred PRK-USA 2009-08-04 | Pyongyang PRK | Bill Clinton USA visitor | 2009-08-04",
        "visit occurred PRK-USA 2009-08-04 | Pyongyang PRK | Hillary Clinton USA visitor | 2009-08-04",
    ),
    "two destinations of one tour": (
        "visit occurred DEU-FRA 2017-05-15 | Berlin DEU | Emmanuel Macron FRA visitor | 2017-05-15",
        "visit occurred FRA-MLI 2017-05-19 | Gao MLI | Emmanuel Macron FRA visitor | 2017-05-19",
    ),
    "there and back": (
        "visit occurred CHN-RUS 2023-03-20..2023-03-22 | Moscow RUS | Xi Jinping CHN visitor | 2023-03-22",
        "visit occurred CHN-RUS 2023-03-20..2023-03-22 | Beijing CHN | Vladimir Putin RUS visitor | 2023-03-22",
    ),
    "a call and a meeting": (
        "call occurred RUS-USA 2021-12-07 | | Joe Biden USA; Vladimir Putin RUS | 2021-12-07",
        "meeting occurred RUS-USA 2021-12-07 | | Joe Biden USA; Vladimir Putin RUS | 2021-12-07",
    ),
    "calls a week apart": (
        "call occurred FRA-RUS 2022-02-28 | | Emmanuel Macron FRA; Vladimir Putin RUS | 2022-02-28",
        "call occurred FRA-RUS 2022-03-06 | | Emmanuel Macron FRA; Vladimir Putin RUS | 2022-03-06",
    ),
    "spoke, and will speak again": (
        "call occurred FRA-RUS 2022-02-28 | | Emmanuel Macron FRA; Vladimir Putin RUS | 2022-02-28",
        "call planned FRA-RUS 2022-03-03 | | Emmanuel Macron FRA; Vladimir Putin RUS | 2022-03-02",
    ),
    "calls three days apart": (
        "call occurred FRA-RUS 2022-02-28 | | Emmanuel Macron FRA; Vladimir Putin RUS | 2022-02-28",
        "call occurred FRA-RUS 2022-03-03 | | Emmanuel Macron FRA; Vladimir Putin RUS | 2022-03-03",
    ),
    "a letter and its answer": (
        "message occurred PRK-USA 2019-01-18 | | Kim Jong Un PRK sender; Donald Trump USA recipient | 2019-01-20",
        "message occurred PRK-USA 2019-01-18 | | Donald Trump USA sender; Kim Jong Un PRK recipient | 2019-01-20",
    ),
    "congratulations of two senders": (
        "message occurred CHN-PRK 2021-01-11 | | Xi Jinping CHN sender; Kim Jong Un PRK recipient | 2021-01-12",
        "message occurred CHN-PRK 2021-01-11 | | Song Tao CHN sender; Kim Jong Un PRK recipient | 2021-01-12",
    ),
    "put off, and the later date": (
        "visit cancelled CHN-USA 2023-02-05..2023-02-06 | Beijing CHN | Antony Blinken USA visitor | 2023-02-03",
        "visit occurred CHN-USA 2023-06-18..2023-06-19 | Beijing CHN | Antony Blinken USA visitor | 2023-06-19",
    ),
    "put off, and planned for later": (
        "visit cancelled COD-VAT 2022-07-02..2022-07-05 | Kinshasa COD | Francis VAT visitor | 2022-06-10",
        "visit planned COD-VAT 2023-01-31 | Kinshasa COD | Francis VAT visitor | 2022-12-01",
    ),
    "has yet to visit, and a later visit": (
        "visit denied IND-ISR ? | Jerusalem ISR | Narendra Modi IND visitor | 2016-02-01",
        "visit occurred IND-ISR 2017-07-04..2017-07-06 | Tel Aviv ISR | Narendra Modi IND visitor | 2017-07-06",
    ),
    "met in May, will meet at the end of May": (
        "meeting occurred JPN-USA 2016-05 | Ise JPN | Shinzo Abe JPN; Barack Obama USA | 2016-05-10",
        "meeting planned JPN-USA 2016-05 | Hiroshima JPN | Shinzo Abe JPN; Barack Obama USA | 2016-05-20",
    ),
    "years apart, by year alone": (
        "visit occurred CHN-PRK 2010 | Beijing CHN | Kim Jong Il PRK visitor | 2012-01-02",
        "visit occurred CHN-PRK 2011 | Beijing CHN | Kim Jong Il PRK visitor | 2012-01-02",
    ),
    "other parties": (
        "meeting occurred AUS-GBR-USA 2023-03-13 | San Diego USA | Joe Biden USA; Rishi Sunak GBR; Anthony Albanese AUS | 2023-03-13",
        "meeting occurred AUS-IND-JPN 2023-03-13 | San Diego USA | Anthony Albanese AUS; - IND; - JPN | 2023-03-13",
    ),
    "a meeting of three called off, one of two held": (
        "meeting denied CHN-EGY-SDN 2016-01-21 | Cairo EGY | Xi Jinping CHN; Abdel Fattah al-Sisi EGY; Omar al-Bashir SDN | 2016-01-20",
        "meeting occurred CHN-EGY 2016-01-21 | Cairo EGY | Xi Jinping CHN; Abdel Fattah al-Sisi EGY | 2016-01-21",
    ),
    "one surname, two people, one side": (
        "meeting occurred KOR-USA 2013-05-07 | Washington USA | Park Geun-hye KOR; Barack Obama USA | 2013-05-07",
        "meeting occurred KOR-USA 2013-05-07 | Washington USA | Park Jin KOR; Barack Obama USA | 2013-05-07",
    ),
    "another premier of the same name but one letter": (
        "meeting occurred CHN-DEU 2023-06-20 | Berlin DEU | Li Qiang CHN; Olaf Scholz DEU | 2023-06-20",
        "meeting occurred CHN-DEU 2023-06-20 | Berlin DEU | Li Keqiang CHN; Olaf Scholz DEU | 2023-06-20",
    ),
    "two of three on the margins": (
        "meeting occurred JPN-KOR-USA 2023-08-18 | Camp David USA | Joe Biden USA host; Fumio Kishida JPN; Yoon Suk Yeol KOR | 2023-08-18",
        "meeting occurred KOR-USA 2023-08-18 | Camp David USA | Joe Biden USA; Yoon Suk Yeol KOR | 2023-08-18",
    ),
    "a named minister, and another minister": (
        "meeting occurred CHN-RUS 2023-03-21 | Moscow RUS | Wang Yi CHN (foreign minister); - RUS (officials) | 2023-03-21",
        "meeting occurred CHN-RUS 2023-03-21 | Moscow RUS | - CHN (defence minister); - RUS (officials) | 2023-03-21",
    ),
    "talks that went on the next day": (
        "meeting occurred IRN-USA 2015-03-26 | Lausanne CHE | Javad Zarif IRN; John Kerry USA | 2015-03-26",
        "meeting occurred IRN-USA 2015-03-27 | Lausanne CHE | Javad Zarif IRN; John Kerry USA | 2015-03-27",
    ),
    "two months of one year": (
        "visit occurred FRA-RUS 2019-08 | Moscow RUS | Emmanuel Macron FRA visitor | 2020-01-10",
        "visit occurred FRA-RUS 2019-05 | Moscow RUS | Emmanuel Macron FRA visitor | 2020-01-10",
    ),
}  # fmt: skip


# What is still got wrong; docs/fusion.md says why.
WRONGLY_JOINED = {
    "two of three on the margins, at the third's": (
        "meeting occurred CHN-JPN-KOR 2019-12-24 | Chengdu CHN | Li Keqiang CHN host; Shinzo Abe JPN; Moon Jae-in KOR | 2019-12-24",
        "meeting occurred JPN-KOR 2019-12-24 | Chengdu CHN | Shinzo Abe JPN; Moon Jae-in KOR | 2019-12-24",
    ),
    "two talks of one day": (
        "meeting occurred PRK-USA 2019-02-28 | Metropole, Hanoi VNM | Donald Trump USA; Kim Jong Un PRK | 2019-02-28",
        "meeting occurred PRK-USA 2019-02-28 | garden of the Metropole, Hanoi VNM | Donald Trump USA; Kim Jong Un PRK | 2019-02-28",
    ),
}  # fmt: skip
WRONGLY_APART = {
    "a name that was garbled": (
        "visit occurred PRK-RUS 2019-04-25 | Vladivostok RUS | Kim Jong Un PRK visitor | 2019-04-25",
        "visit occurred PRK-RUS 2019-04-25 | Vladivostok RUS | Chong Eun PRK visitor | 2019-04-25",
    ),
    "a wrong day": (
        "meeting occurred CUB-USA 2013-12-10 | Johannesburg ZAF | Barack Obama USA; Raúl Castro CUB | 2013-12-10",
        "meeting occurred CUB-USA 2013-12-15 | South Africa ZAF | Barack Obama USA; Raúl Castro CUB | 2014-12-18",
    ),
    "two parties confused": (
        "meeting occurred KOR-USA 2018-06-12 | Singapore SGP | Donald Trump USA; Kim Jong Un KOR | 2018-06-12",
        "meeting occurred PRK-USA 2018-06-12 | Singapore SGP | Donald Trump USA; Kim Jong Un PRK | 2018-06-12",
    ),
}  # fmt: skip


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE)
def test_two_reports_of_one_contact_come_together(pair):
    one, other = map(told, pair)
    assert compare(one, other).together, compare(one, other)


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_reports_of_two_contacts_stay_apart(pair):
    one, other = map(told, pair)
    assert not compare(one, other).together, compare(one, other)


@pytest.mark.parametrize("pair", WRONGLY_JOINED.values(), ids=WRONGLY_JOINED)
@pytest.mark.xfail(strict=True)
def test_reports_of_two_contacts_that_cannot_be_told_apart_yet(pair):
    one, other = map(told, pair)
    assert not compare(one, other).together


@pytest.mark.parametrize("pair", WRONGLY_APART.values(), ids=WRONGLY_APART)
@pytest.mark.xfail(strict=True)
def test_reports_of_one_contact_that_are_not_recognised_yet(pair):
    one, other = map(told, pair)
    assert compare(one, other).together


@pytest.mark.parametrize("pair", [*ONE.values(), *TWO.values()], ids=[*ONE, *TWO])
def test_a_comparison_is_the_same_both_ways_and_says_why(pair):
    one, other = map(told, pair)
    found = compare(one, other)
    assert compare(other, one) == found
    assert found.never or all(point.words and point.field for point in found.points)


def test_parties_in_words_are_named_by_the_page():
    one, other = map(told, TWO["there and back"])
    words = [point.said({"CHN": "China", "RUS": "Russia"}) for point in compare(one, other).points]
    assert "In China says one, in Russia the other." in words
