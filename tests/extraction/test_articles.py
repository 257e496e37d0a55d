"""Short articles of ours: what several sentences tell of one contact comes together, and what is not the article
is not read."""

import json
from datetime import date
from pathlib import Path

import pytest

from contacts.extraction import read, read_doc
from contacts.extraction.components.boilerplate import LONGEST_SENTENCE
from contacts.extraction.scoring import score
from contacts.extraction.types import Kind, Mark, Status

GOLD = sorted((Path(__file__).parent / "gold").glob("*.json"))
SEED = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev" / "seed.json"


def test_a_meeting_takes_the_day_and_the_place_of_its_visit():
    text = (
        "Maltese Foreign Minister Carmela Zahra arrived in Tbilisi on Tuesday. "
        "Zahra held talks with Georgian President Giorgi Lomidze."
    )
    records = read(text, date(2018, 3, 9)).records
    assert [(r.kind, r.date.start, r.place.country) for r in records] == [
        (Kind.VISIT, date(2018, 3, 6), "GEO"),
        (Kind.MEETING, date(2018, 3, 6), "GEO"),
    ]


def test_one_visit_told_three_times_is_one_record():
    text = (
        "Maltese Foreign Minister Carmela Zahra arrived in Tbilisi on Tuesday. "
        "Her visit to Georgia is the first in years. "
        "During her stay, Zahra will open a school."
    )
    records = read(text, date(2018, 3, 9)).records
    assert [r.kind for r in records] == [Kind.VISIT]
    assert len(records[0].evidence) >= 2


def test_people_present_join_the_meeting():
    text = (
        "Maltese Foreign Minister Carmela Zahra met Georgian President Giorgi Lomidze on Tuesday. "
        "Georgian Finance Minister Nino Beridze was present."
    )
    [record] = read(text, date(2018, 3, 9)).records
    assert sorted(p.name for p in record.participants) == ["Carmela Zahra", "Giorgi Lomidze", "Nino Beridze"]


def test_a_headline_and_its_story_are_one_contact():
    text = (
        "Maltese minister meets Georgian president\n\n"
        "TBILISI, March 6 (Agency) - Maltese Foreign Minister Carmela Zahra met "
        "Georgian President Giorgi Lomidze on Tuesday.\n"
    )
    assert [r.kind for r in read(text, date(2018, 3, 6)).records] == [Kind.MEETING]


def test_a_trip_put_off_and_its_new_date_are_two_records():
    text = (
        "Georgian President Giorgi Lomidze has postponed a visit to Malta that was set for Monday. "
        "He will visit Malta in May instead."
    )
    statuses = sorted(r.status for r in read(text, date(2018, 3, 9)).records if r.kind is Kind.VISIT)
    assert statuses == [Status.CANCELLED, Status.PLANNED]


def test_menus_and_related_headlines_are_not_read():
    text = (
        "Home | World | Politics | Sport\n\n"
        "Maltese Foreign Minister Carmela Zahra opened a school in Gozo on Monday.\n\n"
        "She said that more would follow.\n\n"
        "Related stories\n"
        "Georgian President Giorgi Lomidze met Latvian President Ilze Kalnina in Riga\n"
    )
    assert read(text, date(2018, 3, 9)).records == []


def test_offsets_point_into_the_stored_text():
    text = (
        "Café – naïve 🙂 line.\r\n\r\n"
        "Maltese Foreign Minister Carmela Zahra met Georgian President Giorgi Lomidze on Tuesday."
    )
    reading = read(text, date(2018, 3, 9))
    [record] = reading.records
    assert text[slice(*record.trigger)] == "met"
    assert [text[slice(*p.name_span)] for p in record.participants] == [p.name for p in record.participants]
    assert text[slice(*record.date.span)].endswith("Tuesday")
    ends = [0]
    for start, end, mark in reading.marks:
        assert ends[-1] <= start < end <= len(text)
        assert isinstance(mark, Mark)
        ends.append(end)


@pytest.mark.parametrize("text", ["", "   \n\n ", "Hm", "🙂" * 50, "a" * 5000, "\n".join(["Kenya"] * 300)])
def test_odd_texts_are_read_without_complaint(text):
    assert read(text).records == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold(path):
    """Our own coded articles: every contact is found with its parties, status and days, and nothing else."""
    article = json.loads(path.read_text(encoding="utf-8"))
    published = date.fromisoformat(article["published"])
    read_as = [r.as_dict() for r in read(article["text"], published).records]

    def essence(contact):
        days = contact["date"]
        people = sorted(p["name"] for p in contact["participants"] if p["name"])
        return [contact["type"], contact["status"], contact["countries"], days["start"], days["end"], people]

    assert sorted(map(essence, read_as), key=str) == sorted(map(essence, article["contacts"]), key=str)


@pytest.mark.parametrize("joint", [" and then ", " , ", " "])
def test_a_line_without_an_end_is_cut_into_sentences_of_bounded_length(joint):
    """What looks through a sentence for each word of contact would else take a time that grows with its square."""
    clause = "Norwegian Foreign Minister Lars Holm met Peruvian President Ana Ruiz in Lima on Tuesday"
    doc = read_doc(joint.join([clause] * 60), date(2016, 6, 30))
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST_SENTENCE
    assert any(record.countries == ("NOR", "PER") for record in doc._.records)


@pytest.mark.parametrize(
    "sentence",
    [
        "Other officials she met included Defence Minister Jorge Salas and Congress speaker Luis Prado.",
        "Other officials she met included Luis Prado, the speaker, and Jorge Salas, the defence minister.",
    ],
)
def test_people_listed_in_the_next_sentence_belong_to_the_meeting(sentence):
    text = f"Norwegian Foreign Minister Ingrid Dahl met Peruvian President Ana Ruiz in Lima on Tuesday. {sentence}"
    (meeting,) = read(text, date(2016, 6, 30)).records
    assert {p.name for p in meeting.participants} == {"Ingrid Dahl", "Ana Ruiz", "Jorge Salas", "Luis Prado"}
    assert len(meeting.evidence) == 2


def test_what_a_list_of_other_things_includes_is_nobody():
    text = (
        "Norwegian Foreign Minister Ingrid Dahl met Peruvian President Ana Ruiz in Lima on Tuesday. "
        "Earlier guests of the hotel included Luis Prado, the speaker."
    )
    (meeting,) = read(text, date(2016, 6, 30)).records
    assert {p.name for p in meeting.participants} == {"Ingrid Dahl", "Ana Ruiz"}


def test_every_contact_of_the_seed_article_is_read_and_nothing_else():
    if not SEED.exists():
        pytest.skip(f"{SEED} is not on this machine")
    seed = json.loads(SEED.read_text(encoding="utf-8"))

    found = [record.as_dict() for record in read(seed["text"], date.fromisoformat(seed["published"])).records]
    scores = score(seed["contacts"], found)
    assert (scores.gold, scores.found, scores.strict) == (12, 12, 12)
