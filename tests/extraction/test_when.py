"""Which date a contact gets: sentences with the trigger between stars, then short stories through the whole engine.

A row is (text, days): one day or first and last, ``-`` for no date. Published on Thursday, 30 June 2016. All our own.
"""

from __future__ import annotations

from datetime import date

import pytest

from contacts.extraction import read, read_doc
from contacts.extraction.components.when import DateReader

PUBLISHED = date(2016, 6, 30)
NONE = "-"

SENTENCES = [
    # on the verb or the noun itself
    ("The president *met* the envoy on Tuesday.", "2016-06-28"),
    ("The president *met* the envoy Tuesday.", "2016-06-28"),
    ("On Tuesday the president *met* the envoy.", "2016-06-28"),
    ("The president on Tuesday *met* the envoy.", "2016-06-28"),
    ("On Tuesday Berg will *fly* to Accra.", "2016-07-05"),
    ("The ministers held *talks* in Accra on Tuesday.", "2016-06-28"),
    ("Tuesday's *talks* ended without a deal.", "2016-06-28"),
    ("The *meeting* on Tuesday ended without a deal.", "2016-06-28"),
    ("The *meeting* took place on Tuesday.", "2016-06-28"),
    ("The president is expected to *meet* the envoy on Monday.", "2016-07-04"),
    ("The president met Foreign Minister Anna Berg for *talks* on Tuesday in Accra.", "2016-06-28"),
    ("She held *talks* with President Juan Gil on Tuesday in Accra.", "2016-06-28"),
    ("The envoy paid a *visit* to Accra from May 12 to 15.", "2016-05-12 2016-05-15"),
    ("The envoy *arrived* in Accra on Monday for a three-day visit.", "2016-06-27 2016-06-29"),
    ("The envoy arrived in Accra on Monday for a three-day *visit*.", "2016-06-27 2016-06-29"),
    ("He ended a three-day *visit* to Accra on Wednesday.", "2016-06-27 2016-06-29"),
    ("The ministers will open two days of *talks* on Monday.", "2016-07-04 2016-07-05"),
    ("He sent a *letter* dated March 30.", "2016-03-30"),
    ("The *letter* that the king received on Tuesday was short.", "2016-06-28"),
    ("They *met* a week ago.", "2016-06-23"),
    ("He *visited* Accra in 2013.", "2013-01-01 2013-12-31"),
    ("It was in May that she *visited* Accra.", "2016-05-01 2016-05-31"),
    ("They *met* recently.", NONE),
    # shared with the clause
    ("The envoy flew to Accra on Monday to *meet* the king.", "2016-06-27"),
    ("The envoy came to Accra on Monday for *talks* with the king.", "2016-06-27"),
    ("The envoy visited Accra on Monday and *met* the king.", "2016-06-27"),
    ("The envoy arrived on Monday, *holding* talks with the king.", "2016-06-27"),
    ("The envoy flew on Monday to Accra, where he *met* the king.", "2016-06-27"),
    ("In May 2011, when she *toured* Ghana, it rained.", "2011-05-01 2011-05-31"),
    ("The king on Monday received Anna Berg, who *came* from Oslo with a gift.", "2016-06-27"),
    ("They *met* at Tuesday's summit in Accra.", "2016-06-28"),
    ("The minister attended the *forum* held in Accra from May 12 to 14.", "2016-05-12 2016-05-14"),
    # another hour of the same day
    ("Shortly before sunset on Tuesday the king *received* the envoy.", "2016-06-28"),
    ("After breakfast on Tuesday the king *met* the envoy.", "2016-06-28"),
    ("Shortly before the vote on Tuesday the king *received* the envoy.", NONE),
    # a perfect infinitive has been
    ("Her only contact appears to have been on Wednesday, when she *met* the envoy.", "2016-06-29"),
    ("Her only contact is expected to be on Wednesday, when she will *meet* the envoy.", "2016-07-06"),
    # the day of somebody's words
    ("The ministry said Tuesday that the president had *met* the envoy.", NONE),
    ("The ministry said on Tuesday the president will *visit* Accra.", NONE),
    ("The president will *visit* Accra, the ministry said on Tuesday.", NONE),
    ("The president will *visit* Accra, the agency reported on Tuesday.", NONE),
    ("The minister told reporters here on Tuesday that she had *met* the king.", NONE),
    ("The ministry announced on Tuesday a *visit* by the king.", NONE),
    ("The ministry said on Tuesday the president will *visit* Accra on Friday.", "2016-07-01"),
    ("The two agreed on Tuesday to *meet* in Accra.", NONE),
    ("The two agreed on Tuesday to *meet* in Accra in July.", "2016-07-01 2016-07-31"),
    ("The president cancelled on Tuesday his *visit* to Accra.", NONE),
    ("The president cancelled a *visit* planned for July.", "2016-07-01 2016-07-31"),
    ("The palace called off a *visit* that it had announced for July 12 and 13.", "2016-07-12 2016-07-13"),
    # dates of other clauses and other things
    ("The king, who took office in May, *met* the envoy.", NONE),
    ("The king *met* the envoy, who took office in May.", NONE),
    ("The king has not *met* him since he took office in May.", NONE),
    ("The king *met* the envoy about the 2005 accord.", NONE),
    ("The king *met* the envoy to discuss next year's election.", NONE),
    ("The king *met* the victims of Tuesday's flood.", NONE),
    ("The king *met* the envoy after the vote in May.", NONE),
    ("The two *discussed* the treaty of 1998 on Tuesday.", "2016-06-28"),
    ("He *arrived* on Saturday and left for home on Tuesday.", "2016-06-25"),
    ("He *met* the king on Monday and the premier on Wednesday.", "2016-06-27"),
    ("She met the king on Monday and will *meet* the premier on Friday.", "2016-07-01"),
    ("She met the king on Monday and *met* the premier on Wednesday.", "2016-06-29"),
    ("She met the king on Monday and will *meet* the premier later.", NONE),
    ("He returned to Oslo on Wednesday after *visits* to Ghana and Togo.", NONE),
    ("He leaves on Friday for Oslo, from where he will *visit* Togo.", NONE),
    ("The two agreed to *meet* in a telephone conversation on Tuesday.", NONE),
]


@pytest.mark.parametrize(("marked", "expected"), SENTENCES, ids=[marked for marked, _ in SENTENCES])
def test_the_date_of_a_trigger(marked, expected):
    before, trigger, _ = marked.split("*")
    doc = read_doc(marked.replace("*", ""), PUBLISHED)
    token = next(t for t in doc if t.idx == len(before))
    assert token.text == trigger
    found = DateReader(doc).when(token)
    assert _shown(found.value if found else None) == expected


def _shown(value) -> str:
    if value is None or value.start is None:
        return NONE
    return f"{value.start}" if value.start == value.end else f"{value.start} {value.end}"


# Stories: (text, [(kind, countries, days, status, country of the place), ...] of some of its contacts).
STORIES = [
    (
        "ACCRA, June 28 (Agency) -- Norwegian Foreign Minister Anna Berg arrived here on Monday for a three-day visit. "
        "She was received by Ghanaian President Kofi Mensah.",
        [
            ("visit", "GHA NOR", "2016-06-27 2016-06-29", "occurred", "GHA"),
            ("meeting", "GHA NOR", "2016-06-27 2016-06-29", "occurred", "GHA"),
        ],
    ),
    (
        "Norwegian Foreign Minister Anna Berg arrived in Ghana on Saturday and left for home on Tuesday.",
        [("visit", "GHA NOR", "2016-06-25 2016-06-28", "occurred", "GHA")],
    ),
    (
        "Norwegian Foreign Minister Anna Berg will visit Ghana next week, the ministry said on Wednesday. "
        "She is to meet Ghanaian President Kofi Mensah in Accra on Friday.",
        [
            ("visit", "GHA NOR", "2016-07-08", "planned", "GHA"),
            ("meeting", "GHA NOR", "2016-07-08", "planned", "GHA"),
        ],
    ),
    (
        "Norwegian Foreign Minister Anna Berg said on Tuesday that the ban will end. "
        "She met with Ghanaian Foreign Minister Kofi Mensah in Accra.",
        [("meeting", "GHA NOR", "2016-06-28", "occurred", "GHA")],
    ),
    (
        "Norwegian Foreign Minister Anna Berg returned to Oslo on Wednesday after visits to Ghana and Togo.",
        [("visit", "GHA NOR", NONE, "occurred", "GHA"), ("visit", "NOR TGO", NONE, "occurred", "TGO")],
    ),
    (
        "Norwegian Foreign Minister Anna Berg will travel to Ghana on Monday and to Togo on Wednesday.",
        [("visit", "GHA NOR", "2016-07-04", "planned", "GHA"), ("visit", "NOR TGO", "2016-07-06", "planned", "TGO")],
    ),
    (
        "Norwegian Foreign Minister Anna Berg spoke on Tuesday of old friends. "
        "Norwegian Prime Minister Lars Holm has sent a letter to Ghanaian President Kofi Mensah.",
        [("message", "GHA NOR", NONE, "occurred", None)],
    ),
    (
        "Norwegian Foreign Minister Anna Berg praised the port on Tuesday. "
        "In February 2010 Norwegian Prime Minister Lars Holm came to Ghana. "
        "He brought a letter to Ghanaian President Kofi Mensah.",
        [("visit", "GHA NOR", "2010-02-01 2010-02-28", "occurred", "GHA")],
    ),
    (
        "Norwegian Foreign Minister Anna Berg has put off a visit to Ghana that had been scheduled for Sunday.",
        [("visit", "GHA NOR", "2016-07-03", "cancelled", "GHA")],
    ),
    (
        "Norwegian Foreign Minister Anna Berg is in Ghana from July 2 to 4. "
        "Ghanaian President Kofi Mensah is to receive her on the day of her arrival.",
        [("meeting", "GHA NOR", "2016-07-02", "planned", "GHA")],
    ),
    (
        "Norwegian Prime Minister Lars Holm will visit Ghana on July 9, the ministry announced on Tuesday. "
        "Norwegian Foreign Minister Anna Berg telephoned Ghanaian President Kofi Mensah that afternoon.",
        [("call", "GHA NOR", "2016-06-28", "occurred", None)],
    ),
    (  # where the story last was
        "Norwegian Foreign Minister Anna Berg praised the new port in Accra. "
        "Ghanaian President Kofi Mensah met her for an hour.",
        [("meeting", "GHA NOR", NONE, "occurred", "GHA")],
    ),
    (  # but not where neither of the two is at home
        "Norwegian Foreign Minister Anna Berg praised the new port in Lagos. "
        "Ghanaian President Kofi Mensah met her for an hour.",
        [("meeting", "GHA NOR", NONE, "occurred", None)],
    ),
    (  # a sum of several meetings is none of them
        "Norwegian Foreign Minister Anna Berg met colleagues from Ghana, Togo and Benin. "
        "She received Ghanaian Foreign Minister Kofi Mensah. "
        "She received Togolese Foreign Minister Edem Koffi.",
        [("meeting", "NOR TGO", NONE, "occurred", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[text[:60] for text, _ in STORIES])
def test_the_dates_of_a_story(text, expected):
    records = read(text, PUBLISHED).records
    found = [
        (r.kind.value, " ".join(r.countries), _shown(r.date), r.status.value, r.place.country if r.place else None)
        for r in records
    ]
    assert [row for row in expected if row not in found] == [], found
