"""Dates: each sentence with its publication day, and what is read from it."""

from __future__ import annotations

from datetime import date

import pytest

from contacts.extraction.components.dates import combine, parse_typed
from contacts.extraction.types import DateValue, Precision


def test_a_typed_range_of_days_counts_from_publication():
    assert parse_typed("28-30 June", date(2016, 7, 4)).as_dict() == {
        "start": "2016-06-28",
        "end": "2016-06-30",
        "precision": "day",
    }


def test_a_stay_counts_its_first_day():
    point = DateValue(date(2016, 6, 28), date(2016, 6, 28), Precision.DAY)
    assert combine(point, 3).end == date(2016, 6, 30)


def test_what_is_no_date_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="is not a date that can be read"):
        parse_typed("banana", date(2016, 7, 4))
