"""What was put off, what took its place, and why."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from contacts.fusion.links import ANNOUNCED, Dated, instead, why
from contacts.fusion.values import values
from tests.contacts.fusion.told import told

PUT_OFF = "visit cancelled COD-VAT 2022-07-02..2022-07-05 | Kinshasa COD | Francis VAT visitor (pope) | 2022-06-10"
LATER = "visit occurred COD-VAT 2023-01-31..2023-02-03 | Kinshasa COD | Pope Francis VAT visitor | 2023-02-03"
NOVEMBER = LATER.replace("2023-01-31..2023-02-03", "2022-11-05..2022-11-08")


def dated(line: str, number: int, articles: str = "") -> Dated | None:
    """A contact of one report; ``articles`` are letters, one for each that tells of it."""
    merged = values([told(line, key=number)])
    record, when = merged.record, merged.record["date"]
    if not when["start"]:
        return None
    told_by = frozenset(articles or f"its own {number}")
    return Dated(
        key=number,
        kind=record["type"],
        status=record["status"],
        parties=tuple(record["countries"]),
        start=date.fromisoformat(when["start"]),
        end=date.fromisoformat(when["end"]),
        precision=when["precision"],
        country=(record["place"] or {}).get("country") or "",
        people=merged.participants,
        told_by=told_by,
        announced_by=told_by if record["status"] in ANNOUNCED else frozenset(),
    )


def contacts(*lines: str) -> list[Dated]:
    return [dated(*line.split(" ## ")[:1], number, *line.split(" ## ")[1:]) for number, line in enumerate(lines)]


def found(*lines: str) -> int | None:
    """The number of the line that took the place of the first."""
    first, *others = contacts(*lines)
    chosen = {instead(first, order) for order in permutations(others)}
    assert len(chosen) == 1
    one = chosen.pop()
    return one and one.key


def reasons(*lines: str) -> str:
    first, *others = contacts(*lines)
    return " ".join(why(first, instead(first, others), others))


def test_the_later_date_of_what_was_put_off():
    assert found(PUT_OFF, LATER) == 1
    assert found(PUT_OFF, LATER.replace("occurred", "planned")) == 1


def test_the_next_one_took_its_place_and_not_the_one_after():
    assert found(PUT_OFF, LATER, NOVEMBER) == 2


def test_not_what_was_before_or_much_later_or_of_others_or_called_off_too():
    assert found(PUT_OFF, LATER.replace("2023", "2022")) is None
    assert found(PUT_OFF, LATER.replace("2023", "2024")) is None
    assert found(PUT_OFF, LATER.replace("Pope Francis", "Pietro Parolin")) is None
    assert found(PUT_OFF, LATER.replace("occurred", "cancelled")) is None
    assert found(PUT_OFF, LATER.replace("visit occurred", "call occurred")) is None
    assert found(PUT_OFF, LATER.replace("COD-VAT", "SSD-VAT")) is None


def test_only_what_was_cancelled_points_on():
    assert found(PUT_OFF.replace("cancelled", "denied"), LATER) is None


def test_not_a_visit_to_the_other_of_the_two_parties():
    assert found(PUT_OFF, LATER.replace("Kinshasa COD", "Rome VAT")) is None
    assert found(PUT_OFF, LATER.replace("Kinshasa COD", "")) == 1


def test_a_nearer_visit_that_is_much_shorter_did_not_take_its_place():
    short = NOVEMBER.replace("2022-11-05..2022-11-08", "2022-11-05")
    assert found(PUT_OFF, LATER, short) == 1
    assert found(PUT_OFF, short) == 1
    assert found(PUT_OFF, LATER, NOVEMBER.replace("2022-11-05..2022-11-08", "2022-11")) == 2
    assert found(PUT_OFF.replace("..2022-07-05", ""), LATER, short) == 2


def test_what_an_article_names_as_the_new_date_comes_first():
    named = LATER.replace("occurred", "planned") + " ## a"
    assert found(PUT_OFF + " ## ab", NOVEMBER, named) == 2
    assert found(PUT_OFF + " ## b", NOVEMBER, named) == 1


def test_what_one_article_tells_beside_it_comes_before_what_none_does():
    assert found(PUT_OFF + " ## ab", NOVEMBER, LATER + " ## b") == 2


def test_it_is_said_why_and_what_was_passed_over():
    short = NOVEMBER.replace("2022-11-05..2022-11-08", "2022-11-05")
    said = reasons(PUT_OFF + " ## ab", short, LATER + " ## b")
    assert "Pope Francis in both, the same destination" in said
    assert "One article tells of both." in said and "4 days long, where 4 were set." in said
    assert said.endswith("Nearer, but passed over: 5 Nov 2022, much shorter.")
    named = reasons(PUT_OFF + " ## a", NOVEMBER, LATER.replace("occurred", "planned") + " ## a")
    assert "names this as the new date" in named and "which no such article names." in named
    assert "passed over" not in reasons(PUT_OFF, NOVEMBER, LATER)


@pytest.mark.parametrize("last", ["9999-12-31", "9999-12-30"])
def test_the_end_of_the_calendar_is_no_error(last):
    assert found(PUT_OFF.replace("2022-07-02..2022-07-05", last), LATER) is None
