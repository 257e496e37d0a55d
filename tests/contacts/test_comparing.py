"""Pairs beside each other: what is typed for a pair, the counts of each stretch of time, the bars."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from contacts.comparing import BAND, comparison
from contacts.forms_compare import CompareFilter, read_pair
from contacts.forms_world import Asked
from contacts.models import Party
from tests import make

pytestmark = pytest.mark.django_db
CUBA, CHINA = ("CUB", "PRK"), ("CHN", "USA")


@pytest.fixture
def known():
    return dict(Party.objects.values_list("code", "name"))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("CUB-PRK", ("CUB", "PRK")),
        ("prk-cub", ("CUB", "PRK")),
        ("Cuba and North Korea", ("CUB", "PRK")),
        ("North Korea, Cuba", ("CUB", "PRK")),
        ("Trinidad and Tobago and Cuba", ("CUB", "TTO")),
        ("Cuba – Trinidad and Tobago", ("CUB", "TTO")),
        ("ARAB-LEAGUE-EGY", ("ARAB-LEAGUE", "EGY")),
        ("French with Germany", ("DEU", "FRA")),
    ],
)
def test_a_pair_is_read_as_people_write_it(known, text, codes):
    assert read_pair(text, known) == codes


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Cuba", "Write two parties"),
        ("Cuba and Cuba", "two different parties"),
        ("Cuba and Atlantis", "no party “Atlantis”"),
        ("<script>", "Write two parties"),
        ("-" * 100, "no party"),
    ],
)
def test_what_is_no_pair_is_said_in_words(known, text, says):
    with pytest.raises(forms.ValidationError, match=says):
        read_pair(text, known)


def meeting(pair: tuple[str, str], day: str, **values):
    a, b = pair
    make.report(
        countries=list(pair), day=day, participants=[make.person(f"P {a} {day}", a), make.person("Q", b)], **values
    )


def sums(page) -> list[list[int]]:
    return [[counts[n] for _, counts in reversed(page.table)] for n in range(len(page.strips))]


def test_each_pair_is_counted_by_year_on_one_axis():
    meeting(CUBA, "2001-05-04", place={"text": "Havana", "country": "CUB"})
    meeting(CUBA, "2016-05-04", place={"text": "Pyongyang", "country": "PRK"})
    meeting(CUBA, "2016-06-04", place=None)
    meeting(CHINA, "2016-06-04")
    meeting(CHINA, "2017-06-04", status="planned")
    page = comparison([CUBA, CHINA], Asked())
    assert page.each == "year" and [when for when, _ in page.table] == ["2016", "2001"]
    assert sums(page) == [[1, 2], [0, 1]]
    assert [strip.contacts for strip in page.strips] == [3, 1]
    last = page.strips[0].bars[-1]
    assert (last.first, last.last) == (date(2016, 1, 1), date(2016, 12, 31))
    assert [part.side for part in last.parts] == ["a", ""]
    assert sum(float(part.height) for part in last.parts) == pytest.approx(BAND)
    assert float(page.strips[1].bars[0].parts[0].height) == pytest.approx(BAND / 2)


def test_a_short_time_is_counted_by_quarter_or_month():
    meeting(CUBA, "2016-12-31")
    meeting(CUBA, "2020-01-01")
    assert [when for when, _ in comparison([CUBA], Asked()).table] == ["Jan–Mar 2020", "Oct–Dec 2016"]
    page = comparison([CUBA], Asked(first=2016, last=2016))
    assert page.each == "month" and page.strips[0].bars[0].last == date(2016, 12, 31)
    assert page.strips[0].bars[0].x == "91.667%"


def test_kinds_narrow_it_and_nothing_found_is_no_drawing():
    meeting(CUBA, "2016-12-31")
    page = comparison([CUBA, CHINA], Asked(kinds=frozenset({"call"})))
    assert page.height == 0 and [strip.contacts for strip in page.strips] == [0, 0]


def test_the_page_keeps_what_was_typed_and_shows_what_was_understood(client):
    client.force_login(make.user("reader"))
    meeting(CUBA, "2016-12-31")
    html = client.get("/compare/", {"pair": ["Cuba and North Korea", "Atlantis and Cuba", "prk-cub"]}).content.decode()
    assert 'value="Atlantis and Cuba"' in html and "no party “Atlantis”" in html
    assert html.count("1 contact, the last in Dec 2016") == 1
    assert "Choose the pairs to compare" in client.get("/compare/").content.decode()


def test_form_takes_four_pairs_at_most():
    form = CompareFilter(QueryDict("&".join(f"pair=CUB-{code}" for code in ("PRK", "CHN", "USA", "VNM", "RUS"))))
    assert len(form.pairs) == len(form.boxes) == 4


def test_more_contacts_ask_no_more_queries(client):
    client.force_login(make.user("reader"))

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/compare/?pair=CUB-PRK&pair=CHN-USA").status_code == 200
        return len(seen)

    meeting(CUBA, "2016-12-31")
    before = queries()
    for year in range(2001, 2009):
        meeting(CUBA, f"{year}-02-03")
        meeting(CHINA, f"{year}-02-03")
    assert queries() == before


def test_a_year_that_would_be_cut_off_at_the_right_has_no_label():
    for day in ("1996-05-04", "2026-01-04"):
        make.report(day=day)
    ticks = comparison([("ESP", "PRT")], Asked()).ticks
    assert [tick.label for tick in ticks[-2:]] == ["2024", ""] and ticks[0].label == "1996"
