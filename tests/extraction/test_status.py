"""Status: each sentence with its trigger between stars, and what the words around make of the contact. All our own."""

from __future__ import annotations

import pytest

from contacts.extraction.components.status import read_status, with_date
from contacts.extraction.components.status_words import cues, group
from contacts.extraction.pipeline import load
from contacts.extraction.types import DateValue, Precision, Status

OCCURRED, PLANNED, POSSIBLE, CANCELLED, DENIED = Status

SENTENCES = [
    # told in the past, or as news
    (OCCURRED, "The president *met* the envoy in Accra."),
    (OCCURRED, "The president has *met* the envoy in Accra."),
    (OCCURRED, "The ministers held *talks* in Accra on Monday."),
    (OCCURRED, "The envoy arrived in Accra for *talks* with the president."),
    (OCCURRED, "The envoy, who *visited* Accra in May, praised the port."),
    (OCCURRED, "The *talks* took place in Accra."),
    (OCCURRED, "The *meeting* was held behind closed doors."),
    (OCCURRED, "After *meeting* the king, the envoy flew home."),
    (OCCURRED, "The ministry announced that the president had *met* the envoy."),
    (OCCURRED, "The ministry confirmed that the envoy *visited* Accra last week."),
    (OCCURRED, "The minister agreed during the *talks* to lift the ban."),
    (OCCURRED, "The minister announced on a *visit* to Accra that the ban would be lifted."),
    (OCCURRED, "The two agreed over the *talks* in Accra to reopen the border."),
    (OCCURRED, "The president opened a two-day *visit* to Accra."),
    (OCCURRED, "He thanked the king for having *received* him."),
    (OCCURRED, "The president accepted the *credentials* of the new ambassador."),
    (OCCURRED, "The president did not speak to reporters after the *meeting*."),
    (OCCURRED, "The minister briefed the king on the *talks* she held in Accra."),
    (OCCURRED, "The envoy called on the premier and left him a *letter* from the king."),
    (OCCURRED, "The president may have erred, he said after *talks* with the envoy."),
    # ahead
    (PLANNED, "The president will *meet* the envoy on Monday."),
    (PLANNED, "The president is to *meet* the envoy on Monday."),
    (PLANNED, "The president is due to *meet* the envoy on Monday."),
    (PLANNED, "The president is expected to *meet* the envoy on Monday."),
    (PLANNED, "The president is going to *meet* the envoy on Monday."),
    (PLANNED, "The president plans to *meet* the envoy."),
    (PLANNED, "The president agreed to *meet* the envoy."),
    (PLANNED, "The president has decided to *visit* Accra."),
    (PLANNED, "The two will hold *talks* in Accra."),
    (PLANNED, "The *talks* will take place in Accra."),
    (PLANNED, "The *meeting* is scheduled for Monday."),
    (PLANNED, "The *visit* is planned for May."),
    (PLANNED, "A *meeting* set for Monday will deal with fish."),
    (PLANNED, "The *summit* is to open on Monday."),
    (PLANNED, "The ministry said the president would *visit* Accra in May."),
    (PLANNED, "He accepted an invitation to *visit* Accra."),
    (PLANNED, "The king has accepted the invitation of the president to *visit* Accra."),
    (PLANNED, "He confirmed his *plans* to *visit* Accra."),
    (PLANNED, "The upcoming *visit* was on the minds of both."),
    (PLANNED, "The ministry announced a *visit* by the king."),
    (PLANNED, "The premier will seek more aid during a *visit* to Accra."),
    (PLANNED, "The premier will fly home after *talks* with the king."),
    (PLANNED, "The minister will go to Accra and *meet* the king."),
    (PLANNED, "She was scheduled to lay a wreath and *meet* the king."),
    (PLANNED, "The king told his minister to *meet* the envoy."),
    (PLANNED, "The envoy is certain to *meet* the king."),
    (PLANNED, "The minister will take part in *talks* with the envoy."),
    (PLANNED, "The ministry promised that the king would *visit* Accra."),
    (PLANNED, "In Accra she would *meet* the king."),
    (PLANNED, "The envoys were to leave for Accra to *meet* the king."),
    (PLANNED, "The envoy will fly to Accra to *meet* the king."),
    (PLANNED, "2:30 p.m. The secretary *meets* the foreign minister of Ghana."),
    # perhaps
    (POSSIBLE, "The president may *meet* the envoy."),
    (POSSIBLE, "The president might *visit* Accra in May."),
    (POSSIBLE, "The president could *visit* Accra."),
    (POSSIBLE, "The president hopes to *meet* the envoy."),
    (POSSIBLE, "The president wants to *meet* the envoy."),
    (POSSIBLE, "The president is ready to *meet* the envoy."),
    (POSSIBLE, "The president is willing to *meet* the envoy."),
    (POSSIBLE, "The president offered to *meet* the envoy."),
    (POSSIBLE, "The president invited the king to *visit* Accra."),
    (POSSIBLE, "He extended an invitation to the king to *visit* Accra."),
    (POSSIBLE, "The president is considering a *visit* to Accra."),
    (POSSIBLE, "The president proposed a *meeting* with the king."),
    (POSSIBLE, "The president called for *talks* with the rebels' backers."),
    (POSSIBLE, "It is unclear whether the president will *meet* the envoy."),
    (POSSIBLE, "The president has not ruled out a *meeting* with the king."),
    (POSSIBLE, "A *meeting* with the king cannot be ruled out."),
    (POSSIBLE, "A *meeting* with the king is possible."),
    (POSSIBLE, "A *visit* to Accra is under discussion."),
    (POSSIBLE, "A possible *visit* to Accra was on their minds."),
    (POSSIBLE, "If the two *meet*, fish will be the topic."),
    (POSSIBLE, "She would *meet* the king if he freed the crew."),
    (POSSIBLE, "A *meeting* of the two was being discussed."),
    (POSSIBLE, "The envoy may fly to Accra to *meet* the king."),
    (POSSIBLE, "Will the president *visit* Accra?"),
    (POSSIBLE, "The envoy asked for a *meeting* with the king."),
    (POSSIBLE, "The offer to *meet* the king still stands."),
    (POSSIBLE, "He found it possible to *visit* Accra."),
    (POSSIBLE, "The president urged the king to *meet* the envoy."),
    # called off
    (CANCELLED, "The president cancelled his *visit* to Accra."),
    (CANCELLED, "The president has called off a *visit* to Accra."),
    (CANCELLED, "The *visit* has been postponed."),
    (CANCELLED, "The *talks* planned for Monday were called off."),
    (CANCELLED, "The *visit*, which had been planned for May, was put off."),
    (CANCELLED, "The president was to have *met* the envoy on Monday."),
    (CANCELLED, "The *visit* was to have begun on Monday."),
    (CANCELLED, "The president had been due to *meet* the envoy."),
    (CANCELLED, "The two were supposed to *meet* in May."),
    (CANCELLED, "The *talks* are off."),
    (CANCELLED, "The *talks* set for Monday are off."),
    (CANCELLED, "The cancelled *visit* still angers both."),
    (CANCELLED, "He gave up his *visit* to Accra."),
    (CANCELLED, "The *session* fell victim to the plague and was scrapped."),
    (CANCELLED, "The second round of *talks* had to be put off."),
    (CANCELLED, "He announced the postponement of his *visit*."),
    (CANCELLED, "The president cancelled plans to *visit* Accra."),
    # did not or will not
    (DENIED, "The president did not *meet* the envoy."),
    (DENIED, "The president will not *meet* the envoy."),
    (DENIED, "The president has never *met* the envoy."),
    (DENIED, "The president has yet to *meet* the envoy."),
    (DENIED, "The president refused to *meet* the envoy."),
    (DENIED, "The president declined to *receive* the envoy."),
    (DENIED, "The president rejected an offer to *meet* the envoy."),
    (DENIED, "The president has ruled out a *meeting* with the envoy."),
    (DENIED, "The president has no plans to *meet* the envoy."),
    (DENIED, "No *meeting* took place in Accra."),
    (DENIED, "No *meeting* with the envoy is planned."),
    (DENIED, "The *meeting* never took place."),
    (DENIED, "A *meeting* with the king is not happening."),
    (DENIED, "The president does not want to *meet* the envoy."),
    (DENIED, "The president denied that he had *met* the envoy."),
    (DENIED, "The ministry denied reports that the king *met* the envoy."),
    (DENIED, "The ministry denied what was written about a *meeting* in Accra."),
    (DENIED, "The ministry refuted what was written about *talks* in Accra."),
    (OCCURRED, "The president denied at a *meeting* with the envoy that the ban would be lifted."),
    (POSSIBLE, "The minister did not deny that the king had *met* the envoy."),
    (DENIED, "He was not invited to, and did not attend, any *meeting* with the envoy."),
    (OCCURRED, "He did not say much when any of them came to the *meeting* with the envoy."),
    (DENIED, "The president failed to *meet* the envoy."),
    (DENIED, "The president was unable to *meet* the envoy."),
]


@pytest.mark.parametrize(("expected", "marked"), SENTENCES, ids=[marked for _, marked in SENTENCES])
def test_what_a_sentence_makes_of_a_contact(expected, marked):
    before, trigger, _ = marked.rsplit("*", 2)
    text = marked.replace("*", "")
    doc = load()(text)
    start = len(before.replace("*", ""))
    token = next(t for t in doc if t.idx == start)
    assert token.text == trigger
    assert read_status(token)[0] is expected


def test_a_visiting_guest_is_there():
    doc = load()("The ministry announced to visiting Foreign Minister Anna Berg that it would vote.")
    token = next(t for t in doc if t.text == "visiting")
    assert read_status(token, "visiting")[0] is OCCURRED


def test_what_lies_after_publication_is_planned():
    from datetime import date

    later = DateValue(date(2016, 7, 1), date(2016, 7, 1), Precision.DAY)
    assert with_date(OCCURRED, later, True, date(2016, 6, 30)) is PLANNED
    assert with_date(OCCURRED, later, True, date(2016, 7, 1)) is OCCURRED
    assert with_date(OCCURRED, later, True, date(2016, 7, 1), future=True) is PLANNED
    assert with_date(OCCURRED, later, False, date(2016, 6, 30)) is OCCURRED
    assert with_date(OCCURRED, later, True, None) is OCCURRED
    assert with_date(DENIED, later, True, date(2016, 6, 30)) is DENIED


def test_the_lexicon_loads():
    assert cues()["call+off", "verb"][0].status is CANCELLED
    assert cues()["rule+out", "verb"][0].negated is POSSIBLE
    assert "due" in group("past_plan")
