"""The geometry of the drawn timeline."""

from __future__ import annotations

from datetime import date

import pytest

from contacts.pair import axis, drawing, signs
from contacts.pair.axis import NARROWEST, Scale, percent
from contacts.pair.drawing import HEAD, Frame, LaneName
from contacts.pair.signs import ROW, Item

TWO = (LaneName("there", "There", "a"), LaneName("here", "Here", "b"))


def draw(items, names, start: date | None = None, end: date | None = None, today: date | None = None):
    dated = [item for item in items if item.start]
    if dated:
        first, last = min(item.start for item in dated), max(item.end for item in dated)
        frame = Frame(*axis.span(first, last, start, end), tray=len(dated) < len(items))
    else:
        frame = Frame(None, None, tray=True)
    return drawing.draw(frame, names, items, today=today)


def item(key: str, start: date | None, end: date | None = None, precision: str = "day", lane: str = "there") -> Item:
    return Item(key, lane, start, end or start, precision, key)


def month(key: str, year: int, number: int, last: int, **values) -> Item:
    return item(key, date(year, number, 1), date(year, number, last), "month", **values)


def x(shape) -> float:
    return float(shape.x.rstrip("%"))


def width(shape) -> float:
    return float(shape.width.rstrip("%"))


def shapes(*items: Item, **values) -> dict:
    return {shape.entry: shape for shape in draw(items, TWO, **values).shapes}


def test_time_is_to_scale():
    found = shapes(item("a", date(2010, 1, 1)), item("b", date(2011, 1, 1)), item("c", date(2013, 1, 1)))
    one, two = x(found["b"]) - x(found["a"]), x(found["c"]) - x(found["b"])
    assert two / one == pytest.approx(731 / 365, rel=0.001)


def test_the_first_and_the_last_contact_stand_at_the_ends():
    found = shapes(item("a", date(2010, 1, 1)), item("b", date(2020, 1, 1)))
    assert x(found["a"]) == pytest.approx(axis.MARGIN, abs=0.1)
    assert x(found["b"]) == pytest.approx(100 - axis.MARGIN, abs=0.1)


def test_asked_dates_bound_the_axis():
    found = shapes(item("a", date(2010, 7, 2)), start=date(2010, 1, 1), end=date(2010, 12, 31))
    assert x(found["a"]) == pytest.approx(50, abs=0.2)


def test_days_outside_the_asked_dates_are_cut_at_the_edge():
    year = item("a", date(2010, 1, 1), date(2010, 12, 31), "year")
    found = shapes(year, start=date(2010, 10, 1), end=date(2011, 3, 1))
    assert float(found["a"].left.rstrip("%")) == pytest.approx(axis.MARGIN, abs=0.01)


def test_a_day_is_a_point_a_month_a_soft_bar_a_year_a_wider_softer_one():
    found = shapes(
        item("day", date(2010, 3, 4)),
        month("month", 2010, 6, 30),
        item("year", date(2011, 1, 1), date(2011, 12, 31), "year"),
        item("stay", date(2012, 3, 1), date(2012, 3, 20)),
    )
    assert (found["day"].width, found["day"].softness) == ("", "day")
    assert found["month"].softness == "month"
    assert found["year"].softness == "year"
    assert found["stay"].softness == "day"
    assert width(found["year"]) / width(found["month"]) == pytest.approx(365 / 30, rel=0.01)
    assert width(found["stay"]) / width(found["month"]) == pytest.approx(20 / 30, rel=0.01)


def test_signs_that_would_overlap_are_stacked_and_none_is_lost():
    found = draw([item(str(n), date(2015, 5, 5)) for n in range(7)] + [item("far", date(2019, 1, 1))], TWO)
    same_day = [shape for shape in found.shapes if shape.entry != "far"]
    assert len({shape.x for shape in same_day}) == 1
    assert sorted(shape.y for shape in same_day) == [same_day[0].y + ROW * n for n in range(7)]
    assert next(shape.y for shape in found.shapes if shape.entry == "far") == same_day[0].y


def test_no_two_signs_touch_at_the_narrowest_width():
    found = draw([item(str(n), date.fromordinal(735000 + 11 * n)) for n in range(120)], TWO)
    rows: dict[float, list[float]] = {}
    for shape in found.shapes:
        rows.setdefault(shape.y, []).append(x(shape) / 100 * NARROWEST)
    assert len(found.shapes) == 120
    for places in rows.values():
        places.sort()
        assert all(right - left >= 14 for left, right in zip(places, places[1:], strict=False))


def test_bars_of_one_row_do_not_lie_on_each_other():
    first = item("first", date(2010, 1, 1), date(2010, 12, 31), "year")
    second = item("second", date(2010, 9, 1), date(2011, 2, 1))
    found = shapes(first, second, item("last", date(2020, 1, 1)))
    assert found["first"].y != found["second"].y


def test_every_sign_stands_inside_its_lane():
    items = [item(str(n), date(2015, 5, 5), lane=("there", "here")[n % 2]) for n in range(9)]
    found = draw(items, TWO)
    tops = {lane.name.key: (lane.y + HEAD, lane.y + lane.height) for lane in found.lanes}
    for one in items:
        top, bottom = tops[one.lane]
        shape = next(shape for shape in found.shapes if shape.entry == one.key)
        assert top <= shape.y - 7 and shape.foot + signs.FOOT_HEIGHT <= bottom
    assert found.height > tops["here"][1]


def test_an_empty_lane_is_only_its_name():
    lanes = draw([item("a", date(2015, 5, 5))], TWO).lanes
    assert [(lane.count, lane.height > HEAD) for lane in lanes] == [(1, True), (0, False)]


def test_contacts_without_a_date_stand_beside_the_axis():
    found = draw([item("a", date(2015, 5, 5)), item("b", date(2016, 5, 5)), item("never", None)], TWO)
    places = {shape.entry: x(shape) for shape in found.shapes}
    assert found.tray
    assert places["a"] < places["b"] < float(found.axis_end.rstrip("%")) < places["never"] < 100
    assert next(shape.softness for shape in found.shapes if shape.entry == "never") == ""


def test_a_drawing_of_contacts_without_dates_has_no_axis():
    found = draw([item(str(n), None) for n in range(3)], TWO)
    assert found.ticks == () and found.now == "" and len({shape.x for shape in found.shapes}) == 3


@pytest.mark.parametrize(
    "first, last, labels",
    [
        (date(1990, 5, 1), date(2020, 5, 1), ["1992", "1994", "1996"]),
        (date(2010, 1, 1), date(2016, 6, 1), ["2010", "2011", "2012"]),
        (date(2012, 12, 20), date(2015, 2, 1), ["2013", "Apr", "Jul", "Oct", "2014"]),
        (date(2016, 2, 10), date(2016, 11, 1), ["Mar 2016", "Apr", "May"]),
        (date(2016, 5, 25), date(2016, 6, 20), []),
    ],
)
def test_the_axis_is_divided_as_finely_as_its_labels_have_room(first, last, labels):
    found = draw([item("a", first), item("b", last)], TWO)
    shown = [tick.label for tick in found.ticks if tick.major and tick.label]
    assert shown[: len(labels)] == labels
    places = sorted(float(tick.x.rstrip("%")) / 100 * NARROWEST for tick in found.ticks if tick.label)
    assert all(right - left >= 44 for left, right in zip(places, places[1:], strict=False))


def test_a_few_days_are_given_sixty_so_that_they_can_be_told_apart_but_not_magnified():
    found = shapes(item("a", date(2016, 3, 3)), item("b", date(2016, 3, 4)))
    assert 0 < x(found["b"]) - x(found["a"]) < 2


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (date(2012, 5, 15), date(2024, 5, 28), "2024"),
        (date(2021, 12, 6), date(2024, 11, 21), "Oct"),
        (date(2012, 5, 15), date(2024, 1, 28), "2023"),  # 2024 would be cut off
    ],
)
def test_the_last_line_that_has_room_for_its_label_has_it(first, last, label):
    found = draw([item("a", first), item("b", last)], TWO)
    assert [tick.label for tick in found.ticks if tick.label][-1] == label


def test_weeks_are_labelled_by_their_mondays():
    found = draw([item("a", date(2016, 3, 3))], TWO)
    assert [tick.label for tick in found.ticks if tick.label][:2] == ["8 Feb 2016", "15 Feb"]


def test_today_is_marked_when_the_axis_holds_it():
    items = [item("a", date(2020, 1, 1)), item("b", date(2030, 1, 1))]
    assert draw(items, TWO, today=date(2025, 1, 1)).now.startswith("50.")
    assert draw(items, TWO, today=date(2031, 1, 1)).now == ""


def test_the_ends_of_the_calendar_do_not_stop_it():
    assert draw([item("a", date.min)], TWO) and draw([item("a", date.max)], TWO)


def test_a_scale_puts_days_outside_at_its_edges():
    scale = Scale(date(2010, 1, 1), date(2010, 12, 31), 10, 90)
    assert (scale.at(date(2009, 1, 1)), scale.at(date(2012, 1, 1))) == (10, 90)
    assert (scale.at(date(2010, 1, 1)), scale.at(date(2010, 12, 31), 1)) == (10, 90)


def test_per_cent_is_written_short():
    assert [percent(value) for value in (0.0, 50.0, 33.33333, 1e-9)] == ["0%", "50%", "33.333%", "0%"]
