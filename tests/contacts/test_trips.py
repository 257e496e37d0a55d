"""Visits that follow on one another are legs of one journey."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from contacts.trips import Visit, journeys


def visit(first: str, last: str = "", country: str = "RUS", place: str = "", key: str = "") -> Visit:
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Visit(key or f"{first}{country}", start, end, country, place)


def told(*visits: Visit) -> list[list[str]]:
    return [[leg.country for leg in one.legs] for one in journeys(visits)]


def test_two_countries_within_three_days_are_one_journey_and_four_days_are_none():
    assert told(visit("2019-05-03"), visit("2019-05-06", country="BLR")) == [["RUS", "BLR"]]
    assert told(visit("2019-05-03"), visit("2019-05-07", country="BLR")) == []


def test_the_gap_counts_from_the_last_day_of_all_before_and_not_of_the_last_leg_alone():
    long, short = visit("2019-05-01", "2019-05-10"), visit("2019-05-02", country="BLR")
    assert told(long, short, visit("2019-05-12", country="POL")) == [["RUS", "BLR", "POL"]]


def test_a_visit_alone_is_no_journey_nor_are_two_reports_of_one_stay():
    assert told(visit("2019-05-03")) == []
    assert told(visit("2019-05-03", place="Moscow"), visit("2019-05-04", place="Moscow")) == []
    assert told(visit("2019-05-03", "2019-05-05", place="Moscow"), visit("2019-05-04", place="the Kremlin")) == []


def test_two_towns_of_one_country_on_following_days_are_two_legs():
    [one] = journeys([visit("2019-05-03", place="Moscow"), visit("2019-05-05", place="Kazan")])
    assert [(leg.place, leg.when) for leg in one.legs] == [("Moscow", "3 May 2019"), ("Kazan", "5 May 2019")]
    assert one.when == "3–5 May 2019"


def test_journeys_are_in_order_of_time_whatever_the_order_of_visits():
    visits = [
        visit("2019-05-03"),
        visit("2019-05-05", country="BLR"),
        visit("2019-08-01"),
        visit("2019-08-02", country="POL"),
    ]
    results = {journeys(order) for order in permutations(visits)}
    assert len(results) == 1
    assert [one.start.month for one in results.pop()] == [5, 8]
    assert journeys([]) == ()
