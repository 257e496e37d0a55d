"""The ablation's switches: each mechanism is still there to be switched off, is off while it should be, and comes back."""

from datetime import date

import pytest

from benchmarks.ablation.__main__ import Reader, ablated, short_table, table
from benchmarks.ablation.mechanisms import MECHANISMS
from benchmarks.ablation.switching import Mechanism, original, without
from contacts.extraction import read

NAMES = {mechanism.name: mechanism for mechanism in MECHANISMS}
# A sentence that is read otherwise without the mechanism.
READ_OTHERWISE = [
    ("groups of states", "Baltic presidents met Omani President Said Harthi in Riga on Tuesday."),
    ("idioms", "Iranian Foreign Minister Reza Karimi heard out Omani President Said Harthi on Tuesday."),
    ("merging", "Iranian minister Reza Karimi met Omani President Said Harthi. Karimi met Harthi on Tuesday."),
    ("status: cue words", "Iranian minister Reza Karimi refused to meet Omani President Said Harthi."),
    ("status: all of it", "Iranian minister Reza Karimi will meet Omani President Said Harthi."),
    ("any verb with a person", "Iranian minister Reza Karimi planted a tree with Omani President Said Harthi."),
    ("datelines", "TEHRAN, March 7 (Agency) -- The foreign minister received Omani President Said Harthi."),
    ("dated office-holders", "Angela Merkel met Omani President Said Harthi in Muscat on Monday."),
    ("pronouns", "Omani President Said Harthi was in a good mood. He met Peruvian Foreign Minister Ana Quispe."),
    ("counterparts", "Omani Foreign Minister Said Harthi met his Peruvian counterpart Ana Quispe."),
    (
        "joiners",
        "Omani President Said Harthi met Peruvian Foreign Minister Ana Quispe. Omani Finance Minister Ali Saadi was also present.",
    ),
    (
        "listed senders",
        "Peruvian President Ana Quispe received messages from foreign leaders. Among them are the president of Mongolia and the king of Jordan.",
    ),
    ("implied destinations", "LIMA (Agency) - Omani President Said Harthi arrived here on Monday."),
    (
        "the story's day",
        "LIMA (Agency) - Omani President Said Harthi opened a port on Monday. Harthi received Peruvian Foreign Minister Ana Quispe.",
    ),
    (
        "boilerplate",
        "Omani officials met.\n\nThey left.\n\nRelated stories\nLatvian President Ilze Kalnina meets Georgian President Giorgi Lomidze in Riga",
    ),
]


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=lambda mechanism: mechanism.name)
def test_the_engine_has_what_is_switched_off(mechanism):
    for path in mechanism.targets:
        assert callable(original(path)[2])


def test_a_function_that_is_gone_is_named():
    gone = Mechanism("gone", {"components.merging:_same": bool, "components.merging:_gone": bool})
    with pytest.raises(LookupError, match=r"the engine has no components\.merging:_gone"), without(gone):
        pass
    assert original("components.merging:_same")[2] is not bool


@pytest.mark.parametrize(("name", "text"), READ_OTHERWISE, ids=[name for name, _ in READ_OTHERWISE])
def test_it_is_off_inside_and_on_again_after(name, text):
    def reading():
        return [record.as_dict() for record in read(text, date(2018, 3, 7)).records]

    whole = reading()
    with without(NAMES[name]):
        assert reading() != whole
    assert reading() == whole


def test_a_kept_parse_is_read_as_a_fresh_one():
    text = "Iranian Foreign Minister Reza Karimi met Omani President Said Harthi on Tuesday."
    article = {"text": text, "published": "2018-03-07", "contacts": []}
    reader = Reader()
    records = [record.as_dict() for record in read(text, date(2018, 3, 7)).records]
    assert [reader.read(article, afresh) for afresh in (False, False, True)] == [records] * 3


def test_the_table_shows_values_differences_and_how_many_articles_changed():
    text = "Iranian minister Reza Karimi heard out Omani President Said Harthi on Tuesday."
    records = [record.as_dict() for record in read(text, date(2018, 3, 7)).records]
    chosen = {"own": [{"text": text, "published": "2018-03-07", "contacts": records}]}
    rows = list(ablated(chosen, {"idioms", "joiners"}))
    head, whole, without_idioms, without_joiners = table("strict", rows)
    assert head.split() == ["strict", "F1", "own", "changed"]
    assert whole.split() == ["the", "whole", "engine", "1.000"]
    assert without_idioms.split() == ["-", "idioms", "0.000", "-1.000", "1"]
    assert without_joiners.split() == ["-", "joiners", "1.000", "+0.000", "0"]
    short = [line.split()[-2:] for line in short_table(rows)]
    assert short[1:] == [["engine", "1000/1000/1000"], ["-1000/-1000/-1000", "1"], ["0/0/0", "0"]]
