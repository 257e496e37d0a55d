"""Many contacts drawn as bars, and the windows of time that one can go to."""

from __future__ import annotations

import re
from datetime import date

import pytest

from contacts.pair import density, drawing
from contacts.pair.axis import Scale
from contacts.pair.density import BAR, LINK, Count, Division, densities
from contacts.pair.drawing import MOST_ROWS, Frame, LaneName
from contacts.pair.signs import Item, size_of
from contacts.pair.steps import STEPS, Step, first_of_month, month_number
from contacts.pair.window import Window
from contacts.pair.zoom import LADDER, zoom

LANES = (LaneName("there", "There", "a"), LaneName("here", "Here", "b"))


def division(first: date, last: date) -> Division:
    return Division(Scale(first, last, 2, 98))


def years(first: int, last: int) -> Division:
    return division(date(first, 1, 1), date(last, 12, 31))


def bars(found: density.Density, layer: str) -> list[tuple[float, float, float]]:
    """(left, width, height) of each bar of a layer."""
    path = dict(found.paths).get(layer, "")
    return [tuple(map(float, bar)) for bar in re.findall(r"M([\d.]+) [\d.]+h([\d.]+)v-([\d.]+)", path)]


def number(cut: Division, day: date) -> int:
    return cut.bar.number(day)


def test_every_piece_of_time_is_found_again_by_its_number():
    for step in STEPS:
        for day in (date(1, 1, 1), date(1899, 12, 31), date(2016, 2, 29), date(2026, 11, 24), date(9998, 6, 1)):
            piece = step.number(day)
            assert step.first(piece) <= day <= step.last(piece)
            assert step.number(step.last(piece)) == piece == step.number(step.first(piece))


def test_weeks_begin_on_monday():
    assert Step(days=7).first(Step(days=7).number(date(2026, 11, 26))) == date(2026, 11, 23)


@pytest.mark.parametrize(
    "first, last",
    [
        ((1996, 1, 1), (2026, 12, 31)),
        ((2010, 3, 1), (2010, 3, 31)),
        ((2012, 5, 4), (2015, 6, 7)),
        ((1700, 1, 1), (2020, 1, 1)),
    ],
)
def test_links_hold_whole_bars_and_both_have_room(first, last):
    cut = division(date(*first), date(*last))
    assert cut.link.holds(cut.bar)
    assert cut.scale.width(cut.link) >= LINK and cut.scale.width(cut.bar) >= BAR


def test_a_bar_is_as_high_as_its_count_and_stands_on_its_days():
    cut = years(2000, 2019)
    spring, later = number(cut, date(2004, 2, 1)), number(cut, date(2010, 2, 1))
    counts = [Count("there", "sure", spring, spring, 10), Count("there", "sure", later, later, 5)]
    one, two = bars(densities(cut, counts)["there"], "sure")
    assert one[2] == density.HEIGHT and two[2] == density.HEIGHT / 2
    assert one[0] == pytest.approx(cut.scale.at(cut.bar.first(spring)) * 100, abs=1)


def test_lanes_share_one_scale_of_heights():
    cut = years(2000, 2019)
    at = number(cut, date(2004, 2, 1))
    found = densities(cut, [Count("there", "sure", at, at, 8), Count("here", "sure", at, at, 2)])
    assert bars(found["here"], "sure")[0][2] == bars(found["there"], "sure")[0][2] / 4


def test_what_may_be_of_several_bars_is_spread_softly_over_all_of_them():
    cut = years(2000, 2019)
    first, last = number(cut, date(2004, 1, 1)), number(cut, date(2004, 12, 31))
    assert last > first
    found = densities(cut, [Count("there", "sure", first, last, 12)])["there"]
    assert not bars(found, "sure") and len(bars(found, "soft")) == last - first + 1


def test_proposed_and_not_occurred_are_parts_of_their_own():
    cut = years(2000, 2019)
    at = number(cut, date(2004, 2, 1))
    found = densities(cut, [Count("there", layer, at, at, 1) for layer in ("sure", "open", "pencil")])["there"]
    assert [layer for layer, _ in found.paths] == ["sure", "open", "pencil"]


def test_a_link_counts_what_a_look_at_its_days_would_find():
    cut = years(2000, 2019)
    begin, end = number(cut, date(2004, 1, 1)), number(cut, date(2005, 12, 31))
    inside = number(cut, date(2004, 5, 1))
    links = densities(cut, [Count("there", "sure", inside, inside, 3), Count("there", "sure", begin, end, 1)])[
        "there"
    ].links
    assert [(link.window.label, link.contacts) for link in links] == [("2004", 4), ("2005", 1)]


def test_links_at_the_edge_ask_for_no_day_outside_the_window():
    cut = division(date(2000, 6, 10), date(2019, 3, 5))
    first, last = number(cut, date(2000, 6, 10)), number(cut, date(2019, 3, 5))
    links = densities(cut, [Count("there", "sure", first, first, 1), Count("there", "sure", last, last, 1)])[
        "there"
    ].links
    assert (links[0].window.first, links[-1].window.last) == (date(2000, 6, 10), date(2019, 3, 5))


def test_a_lane_that_would_need_too_many_rows_becomes_a_density_and_the_other_stays_signs():
    day = date(2010, 5, 5)
    items = [Item(str(n), "there", day, day, "day") for n in range(MOST_ROWS + 1)]
    found = drawing.draw(
        Frame(date(2010, 1, 1), date(2010, 12, 31), False), LANES, [*items, Item("x", "here", day, day, "day")]
    )
    crowded, calm = found.lanes
    assert crowded.density and not calm.density and found.crowded
    assert [link.contacts for link in crowded.density.links] == [MOST_ROWS + 1] and len(found.shapes) == 1
    assert (crowded.count, calm.count) == (MOST_ROWS + 1, 1)


def test_the_rank_of_the_visitor_is_the_size_of_the_sign():
    assert size_of(0) > size_of(2) > size_of(9) == size_of(13)


@pytest.mark.parametrize(
    "first, last, words, label",
    [
        ((2015, 1, 1), (2015, 12, 31), ("2015", "2015"), "2015"),
        ((2015, 1, 1), (2016, 12, 31), ("2015", "2016"), "2015–2016"),
        ((2015, 3, 1), (2015, 3, 31), ("2015-03", "2015-03"), "Mar 2015"),
        ((2015, 1, 1), (2015, 3, 31), ("2015-01", "2015-03"), "Jan–Mar 2015"),
        ((2015, 11, 1), (2016, 2, 29), ("2015-11", "2016-02"), "Nov 2015 – Feb 2016"),
        ((2015, 3, 3), (2015, 3, 3), ("2015-03-03", "2015-03-03"), "3 Mar 2015"),
        ((2015, 3, 3), (2015, 3, 9), ("2015-03-03", "2015-03-09"), "3–9 Mar 2015"),
        ((2015, 3, 3), (2015, 5, 9), ("2015-03-03", "2015-05-09"), "3 Mar – 9 May 2015"),
    ],
)
def test_a_window_is_said_as_short_as_it_can_be(first, last, words, label):
    window = Window(date(*first), date(*last))
    assert (window.words, window.label) == (words, label)


KNOWN = Window(date(1990, 1, 1), date(2020, 12, 31))


def test_closer_and_closer_ends_at_a_month_and_farther_leads_back_to_all_time():
    window, lengths = KNOWN, []
    while (closer := zoom(window, KNOWN, True).closer) is not None:
        assert KNOWN.first <= closer.first and closer.last <= KNOWN.last
        window = closer
        lengths.append(window.months)
    assert lengths == list(reversed(LADDER))
    steps = 0
    while (window := zoom(window, KNOWN, True).farther) != Window():
        steps += 1
        assert steps < 20
    assert steps >= 6


def test_a_window_of_days_opens_to_its_month():
    assert zoom(Window(date(2015, 3, 3), date(2015, 3, 9)), KNOWN, True).farther.label == "Mar 2015"


def test_there_is_nothing_earlier_than_the_first_contact():
    way = zoom(Window(date(1990, 1, 1), date(1991, 12, 31)), KNOWN, True)
    assert way.earlier is None and way.later.label == "1991–1992"


def test_all_time_can_only_be_looked_at_closer():
    way = zoom(KNOWN, KNOWN, False)
    assert way.closer and not (way.farther or way.earlier or way.later or way.whole)


@pytest.mark.parametrize("first, last", [((1, 1, 1), (1, 2, 1)), ((9999, 11, 1), (9999, 12, 31))])
def test_the_ends_of_the_calendar_can_be_zoomed_at(first, last):
    way = zoom(Window(date(*first), date(*last)), KNOWN, True)
    assert way.farther and first_of_month(month_number(date(9999, 12, 1)) + 5) == date.max
