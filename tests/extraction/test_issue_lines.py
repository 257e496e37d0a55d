"""Sentences of our own for the clauses of what the engine must do: people by all their names, parties, several days."""

from __future__ import annotations

from datetime import date

import pytest

from contacts.extraction import read
from contacts.extraction.types import Kind, Role

PUBLISHED = date(2025, 9, 17)  # a Wednesday


def people(text):
    return {f"{p.name} {p.country}" for r in read(text, PUBLISHED).records for p in r.participants}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Foreign Minister S. Jaishankar met his Saudi counterpart, Prince Faisal bin Farhan, in Riyadh on Monday.",
            {"S. Jaishankar IND", "Faisal bin Farhan SAU"},
        ),
        (
            "Party General Secretary To Lam met Lao President Thongloun Sisoulith in Vientiane on Monday.",
            {"To Lam VNM", "Thongloun Sisoulith LAO"},
        ),
        (
            "Kenya's William Samoei arap Ruto met Uganda's Yoweri Kaguta Museveni in Entebbe on Monday.",
            {"William Samoei arap Ruto KEN", "Yoweri Kaguta Museveni UGA"},
        ),
        (
            "A special envoy of President Lee Jae-myung, former prime minister Kim Boo-kyum, met German Chancellor "
            "Friedrich Merz in Berlin on Monday.",
            {"Kim Boo-kyum KOR", "Friedrich Merz DEU"},
        ),
        ("Czech President Petr Pavel was received by Pope Leo on Monday.", {"Petr Pavel CZE", "Leo VAT"}),
        (
            "French Prime Minister Sebastien Lecornu was received by King Charles on Tuesday.",
            {"Sebastien Lecornu FRA", "Charles GBR"},
        ),
        ("Iraq's foreign minister, Fuad Hussein, met Emir Tamim on Sunday.", {"Fuad Hussein IRQ", "Tamim QAT"}),
    ],
)
def test_names_and_the_parties_they_stand_for(text, who):
    assert people(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Carmela Zahra flew to Tbilisi on Monday. The Maltese foreign minister met President Giorgi Lomidze of "
            "Georgia.",
            "Carmela Zahra MLT",
        ),
        ("Portuguese foreign minister travels to Luanda\n\nManuel Ferreira will visit Angola.", "Manuel Ferreira PRT"),
    ],
)
def test_the_office_in_one_sentence_and_the_name_in_another_are_one_person(text, who):
    assert who in people(text)


def test_the_office_of_somebody_else_is_not_given_to_a_name_without_one():
    text = (
        "Carmela Zahra sang in Tbilisi on Monday. Lars Holm, the Norwegian foreign minister, met Georgian President "
        "Giorgi Lomidze. The Norwegian foreign minister also met Georgian Prime Minister Nino Beridze."
    )
    assert people(text) == {"Lars Holm NOR", "Giorgi Lomidze GEO", "Nino Beridze GEO"}


@pytest.mark.parametrize(
    ("text", "sender", "receiver"),
    [
        (
            "The Central Committee of the Communist Party of Vietnam sent congratulations to the Lao People's "
            "Revolutionary Party on its congress.",
            "VNM",
            "LAO",
        ),
        (
            "The Cambodian People's Party Central Committee sent a message to the Workers' Party of Korea on Friday.",
            "KHM",
            "PRK",
        ),
        (
            "The Central Committee of the Workers' Party of Korea sent a letter to the General Council of the United "
            "Russia Party on Friday.",
            "PRK",
            "RUS",
        ),
        (
            "The prime minister of Norway expressed thanks to Russian President Dmitry Medvedev for sending a letter to "
            "the king of Sweden.",
            "RUS",
            "SWE",
        ),
    ],
)
def test_who_wrote_to_whom(text, sender, receiver):
    [message] = read(text, PUBLISHED).records
    roles = {p.country: p.role for p in message.participants}
    assert (message.kind, roles[sender], roles[receiver]) == (Kind.MESSAGE, Role.SENDER, Role.RECIPIENT)


def test_a_letter_and_one_the_other_way_are_two():
    text = (
        "The prime minister of Norway sent a letter to the prime minister of Peru on Monday. "
        "The prime minister of Peru then sent a letter to the prime minister of Norway."
    )
    assert len(read(text, PUBLISHED).records) == 2


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ("on Monday and on Tuesday", [(15, 15), (16, 16)]),
        ("on Saturday and again on Sunday", [(13, 13), (14, 14)]),
        ("on Monday and Tuesday", [(15, 16)]),
        ("from Monday to Tuesday", [(15, 16)]),
    ],
)
def test_days_told_one_by_one_are_several_meetings(days, found):
    text = f"Norwegian Foreign Minister Lars Holm met Peruvian President Ana Ruiz {days}."
    records = read(text, PUBLISHED).records
    assert [(r.date.start.day, r.date.end.day) for r in records] == found


def test_respectively_joins_in_the_order_of_the_text():
    text = (
        "Amina Yusuf and Lars Holm, the Kenyan and Norwegian foreign ministers, met the presidents of Peru and Chile "
        "respectively on Monday."
    )
    assert {r.countries for r in read(text, PUBLISHED).records} == {("KEN", "PER"), ("CHL", "NOR")}


@pytest.mark.parametrize(
    "talks",
    [
        "Sudan and Ethiopia held talks mediated by Switzerland on Monday.",
        "Talks between Sudan and Ethiopia, mediated by Swiss Foreign Minister Ignazio Cassis, began on Monday.",
    ],
)
def test_who_mediates_takes_part(talks):
    [meeting] = read(talks, PUBLISHED).records
    assert meeting.countries == ("CHE", "ETH", "SDN")


@pytest.mark.parametrize("thing", ["website", "web page", "homepage"])
def test_a_page_is_visited_without_a_journey(thing):
    assert read(f"A Finnish delegation visited the {thing} of Sweden on Monday.", PUBLISHED).records == []


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Foreign Minister Lars Holm with Peruvian President Ana Ruiz in Lima on September 15, 2025.",
        "Norwegian Foreign Minister Lars Holm (left) and Peruvian President Ana Ruiz at the palace in Lima, Sept. 15.",
    ],
)
def test_a_caption_without_a_verb_tells_of_a_meeting(text):
    [meeting] = read(text, PUBLISHED).records
    assert (meeting.kind, meeting.countries, meeting.date.start) == (Kind.MEETING, ("NOR", "PER"), date(2025, 9, 15))


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Foreign Minister Lars Holm and Peruvian President Ana Ruiz",
        "Norwegian Foreign Minister Lars Holm on Peruvian President Ana Ruiz in Lima on Monday",
    ],
)
def test_names_without_a_day_or_not_side_by_side_are_no_caption(text):
    assert read(text, PUBLISHED).records == []


@pytest.mark.parametrize("telling", ["told visiting", "told the visiting", "announced to visiting"])
def test_who_tells_a_visitor_something_received_him(telling):
    text = (
        f"President Ana Ruiz of Peru {telling} Norwegian Foreign Minister Lars Holm on Monday that the port was open."
    )
    meeting = next(r for r in read(text, PUBLISHED).records if r.kind is Kind.MEETING)
    assert {(p.name, p.role) for p in meeting.participants} == {
        ("Ana Ruiz", Role.HOST),
        ("Lars Holm", Role.PARTICIPANT),
    }


@pytest.mark.parametrize(
    "thanks", ["thank you for your warm congratulations", "express thanks to you for sending congratulations"]
)
def test_what_a_reply_thanks_for_is_a_message_the_other_way(thanks):
    text = (
        "President Ana Ruiz of Peru sent a reply message to Norwegian King Harald on Monday.\n"
        f"The message said:\nI {thanks} on the anniversary of our republic."
    )
    sent, answered = read(text, PUBLISHED).records
    assert {(p.name, p.role) for p in sent.participants} == {("Ana Ruiz", Role.SENDER), ("Harald", Role.RECIPIENT)}
    assert {(p.name, p.role) for p in answered.participants} == {("Harald", Role.SENDER), ("Ana Ruiz", Role.RECIPIENT)}


def test_who_was_among_those_attending_travelled():
    text = "The Norwegian prime minister was among the leaders attending the summit, which opened on Friday in Lima."
    assert [(r.kind, r.countries) for r in read(text, PUBLISHED).records] == [(Kind.VISIT, ("NOR", "PER"))]
