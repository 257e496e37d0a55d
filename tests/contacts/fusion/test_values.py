"""What a contact shows of what its reports say."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from contacts.fusion.values import values
from tests.contacts.fusion.told import told

PLANNED = "visit planned CUB-USA 2016-03 | Cuba CUB | Barack Obama USA visitor | 2016-02-18"
HELD = "visit occurred CUB-USA 2016-03-20..2016-03-22 | Havana CUB | Barack Hussein Obama USA visitor (president) | 2016-03-23"


def merged(*lines, **more):
    """The same in every order."""
    givens = [line if not isinstance(line, str) else told(line, key=n) for n, line in enumerate(lines)]
    first, *others = [values(order) for order in permutations(givens)]
    assert all(other == first for other in others)
    return first


def field(name, *lines):
    found = merged(*lines)
    return found.record[name], found.values_from[name]


def confirmed(line, key, chosen=(), hour=9):
    at = datetime(2024, 5, 1, hour, tzinfo=UTC)
    return replace(told(line, key=key), confirmed=True, chosen=frozenset(chosen), decided_at=at)


def day(when):
    return when["start"], when["end"], when["precision"]


def test_the_later_status_is_shown():
    assert field("status", PLANNED, HELD) == ("occurred", 1)
    off = PLANNED.replace("planned", "cancelled").replace("2016-02-18", "2016-03-01")
    assert field("status", PLANNED, off) == ("cancelled", 1)


def test_what_has_happened_is_not_planned_any_more():
    late = PLANNED.replace("2016-02-18", "2016-04-30")
    assert field("status", late, HELD) == ("occurred", 1)


def test_a_later_denial_is_shown_and_a_later_report_that_it_took_place():
    held = "meeting occurred IND-PAK 2014-11-27 | Kathmandu NPL | Narendra Modi IND; Nawaz Sharif PAK | {}"
    none = held.replace("occurred", "denied")
    assert field("status", held.format("2014-11-27"), none.format("2014-11-28"))[0] == "denied"
    assert field("status", held.format("2014-11-29"), none.format("2014-11-28"))[0] == "occurred"


def test_confirmed_goes_before_later():
    assert field("status", confirmed(PLANNED, 0), HELD) == ("planned", 0)
    assert merged(confirmed(PLANNED, 0), HELD).confirmed


def test_a_persons_choice_goes_before_everything():
    held, plan = confirmed(HELD, 0, hour=11), confirmed(PLANNED, 1, ["status"])
    assert field("status", held, plan) == ("planned", 1)
    assert field("place", held, plan) == ({"text": "Havana", "country": "CUB"}, 0)


def test_of_two_choices_the_later_goes_first():
    first, last = confirmed(HELD, 0, ["status"], 9), confirmed(PLANNED, 1, ["status"], 10)
    assert field("status", first, last) == ("planned", 1)
    first, last = confirmed(HELD, 0, ["status"], 10), confirmed(PLANNED, 1, ["status"], 9)
    assert field("status", first, last) == ("occurred", 0)


def test_a_precise_date_goes_before_a_vague_one():
    when, source = field("date", HELD, PLANNED.replace("2016-02-18", "2016-08-01"))
    assert (day(when), source) == (("2016-03-20", "2016-03-22", "day"), 0)


def test_a_confirmed_date_goes_before_a_precise_proposal_but_no_date_does_not():
    assert field("date", confirmed(PLANNED, 0), HELD)[1] == 0
    assert field("date", confirmed(PLANNED.replace("2016-03 ", "? "), 0), HELD)[1] == 1
    assert field("date", confirmed(PLANNED.replace("2016-03 ", "? "), 0, ["date"]), HELD)[1] == 0


def test_of_a_plan_and_what_came_of_it_the_latter_dates_the_contact():
    plan = "visit planned FRA-IND 2018-03-08 | New Delhi IND | Emmanuel Macron FRA visitor | 2018-02-20"
    held = "visit occurred FRA-IND 2018-03-10 | New Delhi IND | Emmanuel Macron FRA visitor | 2018-03-10"
    assert field("date", plan, held)[1] == 1
    assert field("date", plan, held.removesuffix("2018-03-10"))[1] == 1


def test_a_meeting_is_dated_by_its_day_rather_than_by_the_visit_around_it():
    visit = "meeting occurred CHN-PAK 2015-04-20..2015-04-21 | | Xi Jinping CHN; Nawaz Sharif PAK | 2015-04-22"
    assert field("date", visit, visit.replace("..2015-04-21", "").replace("04-22", "04-20"))[1] == 1


def test_the_fuller_place_is_shown():
    assert field("place", PLANNED, HELD, HELD.replace("Havana", "Palace of the Revolution, Havana"))[1] == 2
    assert field("place", PLANNED.replace("Cuba CUB", ""), HELD)[1] == 1


def test_a_person_in_two_spellings_is_one_with_the_fullest_name_and_title():
    found = merged(PLANNED, HELD)
    (obama,) = found.participants
    assert (obama.name, obama.title, obama.role) == ("Barack Hussein Obama", "president", "visitor")
    assert obama.spellings == ("Barack Hussein Obama", "Barack Obama")
    assert set(obama.people) == {(0, 0), (1, 0)}
    assert found.values_from["participants.0"] == 1
    assert found.record["participants"] == [
        {"name": "Barack Hussein Obama", "country": "USA", "title": "president", "role": "visitor"}
    ]


def test_the_spelling_that_a_person_chose_is_shown():
    (obama,) = merged(confirmed(PLANNED, 0, ["participants"]), HELD).participants
    assert obama.name == "Barack Obama"
    assert obama.spellings == ("Barack Obama", "Barack Hussein Obama")


def test_people_of_proposals_are_not_shown_in_a_confirmed_contact():
    more = HELD.replace("| 2016-03-23", "; Michelle Obama USA visitor | 2016-03-23")
    assert [one.name for one in merged(confirmed(HELD, 0), more).participants] == ["Barack Hussein Obama"]
    assert len(merged(HELD, more).participants) == 2


def test_an_unnamed_side_goes_where_a_source_names_somebody():
    unnamed = (
        "meeting occurred IRN-USA 2015-07-14 | Vienna AUT | - IRN (foreign minister); - USA (delegation) | 2015-07-14"
    )
    named = (
        "meeting occurred IRN-USA 2015-07-14 | Vienna AUT | Javad Zarif IRN; - USA (a senior delegation) | 2015-07-14"
    )
    found = merged(unnamed, named)
    assert [(one.name, one.country, one.title) for one in found.participants] == [
        ("Javad Zarif", "IRN", ""),
        ("", "USA", "a senior delegation"),
    ]


def test_the_host_stays_host_though_another_source_says_participant():
    line = "meeting occurred EGY-USA 2009-06-04 | Cairo EGY | Barack Obama USA; Hosni Mubarak EGY{} | 2009-06-04"
    roles = {one.name: one.role for one in merged(line.format(""), line.format(" host")).participants}
    assert roles == {"Barack Obama": "participant", "Hosni Mubarak": "host"}


def test_two_people_of_one_report_stay_two_however_alike():
    line = "visit occurred CUB-VEN 2006-12-05 | Havana CUB | Castro CUB visitor; Raúl Castro CUB visitor | 2006-12-06"
    assert len(merged(line, line).participants) == 2


def test_parties_are_those_of_all_reports_of_one_standing():
    two = "meeting occurred JPN-KOR 2019-12-24 | Chengdu CHN | Shinzo Abe JPN; Moon Jae-in KOR | 2019-12-25"
    three = (
        "meeting occurred CHN-JPN-KOR 2019-12-24 | Chengdu CHN | Shinzo Abe JPN; Moon Jae-in KOR; - CHN | 2019-12-24"
    )
    assert field("countries", two, three) == (["CHN", "JPN", "KOR"], 1)
    assert field("countries", confirmed(two, 0), three) == (["JPN", "KOR"], 0)


@pytest.mark.parametrize("groups, count", [(["x", "x"], 1), (["x", "y"], 2), ([None, None], 2), (["x", None], 2)])
def test_one_text_in_two_papers_is_one_witness(groups, count):
    givens = [told(HELD, key=n, text_group=group) for n, group in enumerate(groups)]
    assert merged(*givens).witnesses == count
