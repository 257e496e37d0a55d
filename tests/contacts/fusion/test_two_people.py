"""What suggests that one person is two, rule by rule, and what answers do to the questions."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from contacts.fusion.two_people import Answered, Mention, doubts


def told(*lines: str) -> list[Mention]:
    """Each "day | name | party | title | place"; what is left out at the end is not told."""
    found = []
    for number, line in enumerate(lines):
        day, name, party, title, place = ([part.strip() for part in line.split("|")] + [""] * 4)[:5]
        when = date.fromisoformat(day)
        found.append(Mention(when, f"c{number}", when, name, party or "ESP", title, place))
    return found


def asked(*lines: str, **answered) -> list[tuple]:
    found = doubts(told(*lines), Answered(**answered))
    assert all(doubts(order, Answered(**answered)) == found for order in permutations(told(*lines)))
    return [(one.rule, one.here, one.there, one.other or one.post or (one.day.isoformat(), one.apart)) for one in found]


def test_a_silence_of_decades_asks_whether_somebody_else_came_after_it():
    lines = ("1961-04-01 | n1", "1963-04-01 | n1", "1994-02-03 | n1", "1999-01-01 | n1")
    assert asked(*lines) == [("silence", "c1", "c2", ("1994-02-03", True))]
    assert asked("1961-04-01 | n1", "1985-04-01 | n1", "2009-04-01 | n1") == []
    assert asked(*lines, days=frozenset({date(1994, 2, 3)})) == []


def test_two_names_side_by_side_in_one_contact():
    day = date(2015, 3, 1)
    both = [Mention(day, "c1", day, name) for name in ("n2", "n1")]
    [doubt] = doubts(both)
    assert (doubt.rule, doubt.one, doubt.other, doubt.here, doubt.there) == ("together", "n1", "n2", "c1", "c1")
    assert doubts(both, Answered(names=frozenset({frozenset({"n1", "n2"})}))) == []


def test_posts_that_nobody_holds_at_one_time_are_told_in_turn():
    lines = (
        "2015-03-01 | n1 || foreign minister",
        "2015-06-01 | n1 || ambassador",
        "2016-01-01 | n1 || foreign minister",
    )
    assert asked(*lines) == [("posts", "c0", "c1", "ambassador")]
    assert asked(*lines, posts=frozenset({"ambassador"})) == []
    again = (
        *lines,
        "2016-02-01 | n1 || ambassador",
        "2016-03-01 | n1 || foreign minister",
        "2016-04-01 | n1 || ambassador",
    )
    assert asked(*again) == [("posts", "c0", "c1", "ambassador")]
    assert asked(*again, "2016-05-01 | n1 || ambassador", posts=frozenset({"ambassador"})) == []


@pytest.mark.parametrize(
    "posts",
    [
        ("ambassador", "ambassador", "foreign minister"),  # one after the other
        ("foreign minister", "former ambassador", "foreign minister"),
        ("prime minister", "foreign minister", "prime minister"),  # both at once, as many are
        ("foreign minister", "envoy's friend", "foreign minister"),
    ],
)
def test_posts_one_after_the_other_and_posts_that_go_together_ask_nothing(posts):
    assert asked(*(f"201{n}-01-01 | n1 || {title}" for n, title in enumerate(posts))) == []


def test_posts_told_in_turn_over_many_years_are_no_question():
    assert asked("2000-03-01 | n1 || minister", "2006-06-01 | n1 || ambassador", "2011-01-01 | n1 || minister") == []


def test_two_spellings_with_a_post_each_are_told_apart_by_the_spellings():
    lines = ("2015-03-01 | n1 || minister", "2015-06-01 | n2 || ambassador", "2016-01-01 | n1 || minister")
    assert asked(*lines) == [("posts", "c0", "c1", "n2")]
    assert asked(*lines, names=frozenset({frozenset({"n1", "n2"})})) == []
    both = (*lines, "2016-02-01 | n2 || minister")
    assert asked(*both) == [("posts", "c0", "c1", "ambassador")]


def test_two_far_places_on_one_day():
    assert asked("2015-03-01 | n1 ||| CUB", "2015-03-01 | n2 ||| CHN") == [("places", "c0", "c1", "n2")]
    assert asked("2015-03-01 | n1 || minister | CUB", "2015-03-01 | n1 || ambassador | CHN") == [
        ("places", "c0", "c1", "ambassador")
    ]
    same = ("2015-03-01 | n1 || minister | CUB", "2015-03-01 | n1 || minister | CHN")
    assert asked(*same) == [("places", "c0", "c1", ("2015-03-01", False))]
    assert asked(*same, days=frozenset({date(2015, 3, 1)})) == []


@pytest.mark.parametrize("other", ["2015-03-01 | n1 ||| FRA", "2015-03-02 | n1 ||| CHN", "2015-03-01 | n1 |||"])
def test_near_places_other_days_and_unknown_places_ask_nothing(other):
    assert asked("2015-03-01 | n1 ||| DEU", other) == []


def test_neighbours_on_two_continents_are_not_far():
    assert asked("2015-03-01 | n1 ||| TUR", "2015-03-01 | n1 ||| GRC") == []


def test_two_parties_at_one_time_but_not_one_after_the_other():
    lines = ("2015-03-01 | n1 | EGY", "2015-06-01 | n2 | UN", "2015-09-01 | n1 | EGY")
    assert asked(*lines) == [("parties", "c0", "c1", "n2")]
    assert asked(*lines[:2], "2015-09-01 | n2 | UN") == []


def test_what_two_rules_ask_alike_is_asked_once():
    lines = (
        "2015-03-01 | n1 || minister | CUB", "2015-03-01 | n1 || ambassador | CHN", "2015-06-01 | n1 || minister",
    )  # fmt: skip
    assert [rule for rule, *_ in asked(*lines)] == ["posts"]
