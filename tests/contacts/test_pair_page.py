"""What a pair's page shows of its contacts."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from contacts.forms_pair import PairFilter, read_days
from contacts.models import Party
from contacts.pair.page import Ask, pair_page
from contacts.pair.selection import Filter
from contacts.pair.silence import silences, span_words, whole_months
from contacts.pair_list import pair_counts, pair_rows
from contacts.sight import EVERYTHING
from tests import make

pytestmark = pytest.mark.django_db

RUIZ = make.person("Ana Ruiz", "ESP", "minister", "visitor")
COSTA = make.person("Rui Costa", "PRT", "minister", "host")


def when(start: str | None, end: str | None = None, precision: str = "day") -> dict:
    return {"start": start, "end": end or start, "precision": precision}


NO_DATE = when(None, None, "unknown")


def page(query: str = "", a: str = "ESP", b: str = "PRT", today: date | None = None):
    asked = PairFilter(QueryDict(query)).filter()
    return pair_page(Party.objects.get(pk=a), Party.objects.get(pk=b), asked, Ask(today=today))


def entries(shown) -> list:
    return [row for year in shown.list.years for row in year.rows if not row.is_gap]


def counts(choices) -> dict[str, int]:
    return {facet.value: facet.count for facet in choices}


def gaps(shown) -> list[str]:
    return [row.words for year in shown.list.years for row in year.rows if row.is_gap]


# The list


def test_contacts_stand_by_year_newest_first():
    for day in ("2018-03-01", "2019-02-01", "2018-09-01"):
        make.report(day=day)
    shown = page()
    assert [year.label for year in shown.list.years] == ["2019", "2018"]
    assert [entry.when for entry in entries(shown)] == ["1 Feb 2019", "1 Sep 2018", "1 Mar 2018"]


def test_an_entry_tells_who_where_and_from_which_words():
    of = make.article("Ana Ruiz of Spain met Rui Costa in Lisbon. More follows.", title="Talks", outlet="El Diario")
    report = make.report(of, evidence=[[0, 42]])
    entry = entries(page())[0]
    assert entry.headline == "Ana Ruiz, Rui Costa"
    assert [(one.name, one.title, one.code, one.side) for one in entry.people] == [
        ("Ana Ruiz", "minister", "ESP", "a"),
        ("Rui Costa", "minister", "PRT", "b"),
    ]
    assert (entry.place, entry.quote) == ("Lisbon", "Ana Ruiz of Spain met Rui Costa in Lisbon.")
    assert [(s.report_id, s.article_id, s.outlet) for s in entry.sources] == [(report.pk, of.pk, "El Diario")]


def test_the_quoted_words_are_cut_by_code_points():
    of = make.article("🕊🕊 Peace. Ana Ruiz met Rui Costa.")
    make.report(of, evidence=[[10, 33]])
    assert entries(page())[0].quote == "Ana Ruiz met Rui Costa."


def test_very_long_words_are_cut_at_a_space():
    make.report(make.article("word " * 200), evidence=[[0, 999]])
    quote = entries(page())[0].quote
    assert quote.endswith("word …") and len(quote) < 330


def test_a_contact_of_two_articles_stands_once_with_both_sources():
    make.report(make.article("Ana Ruiz of Spain met Rui Costa."))
    make.report(make.article("Rui Costa met Ana Ruiz of Spain."))
    shown = page()
    assert shown.shown == 1 and len(entries(shown)[0].sources) == 2


def test_a_contact_without_evidence_or_people_still_stands():
    make.report(evidence=[], participants=[], spans={})
    entry = entries(page())[0]
    assert (entry.headline, entry.quote, entry.people) == ("Spain and Portugal", "", [])


def test_a_contact_without_a_date_stands_apart():
    make.report(date=NO_DATE)
    shown = page()
    assert [(year.label, [entry.when for entry in year.rows]) for year in shown.list.years] == [("?", ["no date"])]


def test_contacts_of_other_pairs_do_not_appear():
    make.report(countries=["ESP", "FRA"], participants=[RUIZ])
    assert page().totals.contacts == 0 and page().drawing is None


def test_a_contact_of_three_parties_appears_on_each_of_its_pairs():
    make.report(countries=["ESP", "FRA", "PRT"])
    assert [page(a=a, b=b).shown for a, b in (("ESP", "PRT"), ("ESP", "FRA"), ("FRA", "PRT"))] == [1, 1, 1]


# Silences


def test_a_silence_of_more_than_a_year_is_named():
    make.report(day="2015-01-10")
    make.report(day="2016-03-10")
    shown = page()
    assert gaps(shown) == ["No contact known for 14 months"]
    assert [row.is_gap for row in shown.list.years[1].rows] == [True, False]
    assert shown.totals.silence == "14 months"


def test_months_are_not_a_silence():
    make.report(day="2015-01-10")
    make.report(day="2015-12-10")
    assert gaps(page()) == []


def test_what_was_only_planned_does_not_end_a_silence():
    for day, status in (("2015-01-10", "occurred"), ("2016-01-10", "cancelled"), ("2017-01-10", "occurred")):
        make.report(day=day, status=status)
    assert gaps(page()) == ["No contact known for 2 years"]


def test_a_contact_somewhen_in_a_year_may_have_been_on_any_of_its_days():
    make.report(date=when("2015-01-01", "2015-12-31", "year"))
    make.report(day="2016-10-10")
    assert gaps(page()) == []


def test_a_long_contact_is_no_silence():
    make.report(date=when("2010-01-01", "2015-01-01"))
    make.report(day="2011-06-01", participants=[make.person("Inês Sousa", "PRT"), make.person("Luis Gil", "ESP")])
    make.report(day="2015-02-01")
    assert page().shown == 3 and gaps(page()) == []


def test_under_a_filter_a_silence_says_that_it_is_one_of_these_only():
    for day in ("2015-01-10", "2017-01-10"):
        make.report(day=day, type="call")
    make.report(day="2016-01-10")
    assert gaps(page("kind=call")) == ["None of these for 2 years"]


@pytest.mark.parametrize(
    "months, words",
    [(1, "1 month"), (14, "14 months"), (24, "2 years"), (25, "2 years and 1 month"), (40, "3 years and 4 months")],
)
def test_a_length_of_time_in_words(months, words):
    assert span_words(months) == words


def test_whole_months_are_counted_down():
    assert whole_months(date(2015, 1, 31), date(2015, 2, 28)) == 0
    assert whole_months(date(2015, 1, 10), date(2016, 1, 10)) == 12
    assert silences([]) == []


# The filter


def make_some():
    make.report(day="2015-05-05", type="visit", participants=[RUIZ, COSTA])
    make.report(day="2016-05-05", type="call", status="planned")
    make.report(date=when("2016-06-01", "2016-06-30", "month"), type="message", state="accepted")
    make.report(date=NO_DATE, type="message", status="denied")


@pytest.mark.parametrize(
    "query, found",
    [
        ("", 4),
        ("kind=visit", 1),
        ("kind=visit&kind=call", 2),
        ("status=occurred", 2),
        ("kind=message&status=denied", 1),
        ("from=2016", 2),
        ("to=2015", 1),
        ("from=2016-06-30&to=2016-07", 1),
        ("from=2016-07", 0),
        ("from=5 May 2016&to=May 2016", 1),
        ("show=confirmed", 0),
        ("kind=nonsense", 4),
        ("from=nonsense", 4),
        ("from=2016&to=2015", 2),
        ("from=2016-02-31", 4),
        ("show=nonsense", 4),
        ("unknown=1", 4),
    ],
)
def test_the_filter_lets_through_what_was_asked_for_and_ignores_nonsense(query, found):
    make_some()
    shown = page(query)
    assert shown.shown == found == len(entries(shown)) == (len(shown.drawing.shapes) if shown.drawing else 0)


def test_confirmed_only():
    from contacts import review

    make.report(day="2015-05-05")
    review.accept(make.report(day="2015-06-05").pk, make.user(), 1)
    assert [entry.when for entry in entries(page("show=confirmed"))] == ["5 Jun 2015"]
    assert (page().totals.confirmed, page().totals.proposed) == (1, 1)


def test_counts_beside_the_choices_follow_the_other_choices():
    make_some()
    shown = page("kind=message")
    assert {facet.value: facet.count for facet in shown.facets.kinds} == {
        "visit": 1,
        "meeting": 0,
        "call": 1,
        "message": 2,
    }
    assert {facet.value: facet.count for facet in shown.facets.statuses if facet.count} == {"occurred": 1, "denied": 1}
    assert [(facet.value, facet.count) for facet in shown.facets.shows] == [
        ("all", 2),
        ("confirmed", 0),
        ("proposed", 2),
    ]


def test_nonsense_is_told_beside_its_field():
    form = PairFilter(QueryDict("kind=party&from=soon&to=2015-13&show=some"))
    form.is_valid()
    assert set(form.errors) == {"kind", "from", "to", "show"}
    assert "“party”" in form.errors["kind"][0]


def test_an_end_before_the_beginning_is_told_and_ignored():
    form = PairFilter(QueryDict("from=2016&to=2015"))
    assert form.filter() == Filter(start=date(2016, 1, 1)) and "before" in form.errors["to"][0]


def test_good_choices_beside_a_bad_one_hold():
    assert PairFilter(QueryDict("kind=visit&kind=party")).filter().kinds == {"visit"}


def test_the_address_to_share_leaves_out_what_asks_for_nothing():
    assert PairFilter(QueryDict("kind=visit&status=&show=all&from=&to=2015&x=1")).address() == "kind=visit&to=2015"


@pytest.mark.parametrize(
    "typed, first, last",
    [
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2016-2", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-03-02", date(2015, 3, 2), date(2015, 3, 2)),
        (" Mar  2016 ", date(2016, 3, 1), date(2016, 3, 31)),
        ("2 march 2016", date(2016, 3, 2), date(2016, 3, 2)),
    ],
)
def test_dates_may_be_typed_in_several_ways(typed, first, last):
    assert read_days(typed) == (first, last)


@pytest.mark.parametrize("typed", ["15", "0000", "2015-00", "31 Feb 2016", "Foo 2016", "2015/03", "٢٠١٥-١٣"])
def test_what_is_no_date_is_refused_with_a_sentence(typed):
    with pytest.raises(ValueError, match="Write a year"):
        read_days(typed)


# Where it is drawn


@pytest.mark.parametrize(
    "values, lane, side",
    [
        ({"type": "visit", "participants": [RUIZ]}, "a-in-b", "a"),
        ({"type": "visit", "participants": [RUIZ], "place": None}, "a-in-b", "a"),
        ({"type": "visit", "participants": [RUIZ], "place": {"text": "Paris", "country": "FRA"}}, "elsewhere", "a"),
        ({"type": "visit", "participants": [COSTA | {"role": "visitor"}], "place": None}, "b-in-a", "b"),
        ({"type": "visit", "participants": [], "place": None}, "elsewhere", ""),
        ({"type": "meeting", "place": {"text": "Madrid", "country": "ESP"}}, "b-in-a", ""),
        ({"type": "meeting", "place": {"text": "a hotel", "country": None}}, "elsewhere", ""),
        ({"type": "call"}, "calls", ""),
        ({"type": "message", "participants": [COSTA | {"role": "sender"}]}, "messages", "b"),
        ({"type": "message"}, "messages", ""),
    ],
)
def test_the_lane_says_who_travelled_and_the_colour_whose_it_is(values, lane, side):
    make.report(**values)
    entry = entries(page())[0]
    assert (entry.lane, entry.side) == (lane, side)


def test_today_is_drawn_when_something_is_planned():
    make.report(day="2020-01-01")
    make.report(day="2022-01-01", status="planned")
    assert page(today=date(2021, 1, 1)).drawing.now


# All pairs


def test_pairs_are_listed_with_counts_and_their_last_contact():
    make_some()
    make.report(countries=["ESP", "FRA"], participants=[RUIZ])
    counts = list(pair_counts(EVERYTHING.years))
    first, second = pair_rows(counts, 4)
    assert (first.a.pk, first.b.pk, first.contacts, first.confirmed, first.last) == ("ESP", "PRT", 4, 0, "Jun 2016")
    assert first.kinds == (("visit", 1), ("meeting", 0), ("call", 1), ("message", 2))
    assert (second.contacts, second.share) == (1, "25%")
