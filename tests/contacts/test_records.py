"""A record in words."""

import pytest

from contacts import records
from contacts.when import date_words
from tests import make

NAMES = {"ESP": "Spain", "PRT": "Portugal", "FRA": "France"}


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2016-06-28", "2016-06-28", "day", "28 Jun 2016"),
        ("2016-06-28", "2016-06-30", "day", "28–30 Jun 2016"),
        ("2016-06-28", "2016-07-02", "day", "28 Jun – 2 Jul 2016"),
        ("2015-12-30", "2016-01-02", "day", "30 Dec 2015 – 2 Jan 2016"),
        ("2016-06-01", "2016-06-30", "month", "Jun 2016"),
        ("2016-01-01", "2016-06-30", "month", "Jan–Jun 2016"),
        ("2015-12-01", "2016-02-29", "month", "Dec 2015 – Feb 2016"),
        ("2016-01-01", "2016-12-31", "year", "2016"),
        ("1991-01-01", "1992-12-31", "year", "1991–1992"),
        (None, None, "unknown", "no date"),
    ],
)
def test_dates_are_written_as_precisely_as_they_are_known(start, end, precision, words):
    assert date_words({"start": start, "end": end, "precision": precision}) == words


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({}, "Ana Ruiz, Rui Costa"),
        ({"type": "visit", "participants": [make.person("Ana Ruiz", "ESP", role="visitor")]}, "Ana Ruiz in Lisbon"),
        ({"participants": [make.person(None, "ESP", "officials")]}, "Spain and Portugal"),
        ({"participants": [make.person("Ana Ruiz", "ESP")]}, "Ana Ruiz and Portugal"),
        (
            {
                "type": "message",
                "participants": [
                    make.person("Ana Ruiz", "ESP", role="sender"),
                    make.person(None, "PRT", role="recipient"),
                ],
            },
            "Ana Ruiz to Portugal",
        ),
        ({"participants": [make.person(f"P{n}", "ESP") for n in range(5)]}, "P0, P1, P2 and 2 more"),
    ],
)
def test_the_headline_says_who(values, line):
    assert records.headline(make.record(**values), NAMES) == line


def test_every_party_of_the_lexicon_fits_its_table():
    """SQLite would store a code that is too long for PostgreSQL."""
    from contacts.extraction.components.parties import all_parties
    from contacts.models import Party

    for party in all_parties():
        Party(code=party.code, name=party.name, kind=party.kind).clean_fields()
