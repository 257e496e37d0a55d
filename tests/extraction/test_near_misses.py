"""What is shown as possibly missed: triggers that had a side, and not every word that may tell of a contact."""

from __future__ import annotations

from datetime import date

import pytest

from contacts.extraction import read
from contacts.extraction.types import Mark


def missed(text: str) -> list[str]:
    reading = read(text, date(2018, 3, 9))
    return [text[start:end] for start, end, mark in reading.marks if mark is Mark.MISSED]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Maltese Foreign Minister Carmela Zahra held a meeting on Tuesday about ferries.", ["meeting"]),
        ("Maltese Foreign Minister Carmela Zahra met reporters. The weather was fair.", ["met"]),
        ("The two brothers held a meeting on Tuesday about ferries.", []),
        ("She called for calm, and the crowd went home.", []),
        ("Maltese Foreign Minister Carmela Zahra met Georgian President Giorgi Lomidze on Tuesday.", []),
    ],
)
def test_a_word_of_contact_with_one_side_may_have_been_missed(text, words):
    assert missed(text) == words


def test_a_word_of_contact_without_a_side_is_marked_as_a_trigger_only():
    text = "The two brothers held a meeting on Tuesday about ferries."
    assert [text[a:b] for a, b, mark in read(text, date(2018, 3, 9)).marks if mark is Mark.TRIGGER] == ["meeting"]
