"""The matrix and the page of a party: right counts, filters, hostile addresses, and a constant number of queries."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contacts import regions, review, sparks
from contacts.country import country_page
from contacts.extraction.components.parties import all_parties
from contacts.forms_world import CountryFilter, MatrixFilter
from contacts.matrix import matrix
from contacts.models import Party
from contacts.sight import EVERYTHING
from tests import make

TODAY = date(2024, 6, 1)


def visit(guest: str, host: str, day: str, name: str = "Ana Ruiz", **values):
    return make.report(
        type="visit",
        countries=sorted([guest, host]),
        day=day,
        place={"text": "the capital", "country": host},
        participants=[make.person(name, guest, "foreign minister", "visitor")],
        **values,
    )


def asked(form=MatrixFilter, **values):
    from django.http import QueryDict

    query = QueryDict(mutable=True)
    for name, value in values.items():
        query.setlist(name.rstrip("_"), value if isinstance(value, list) else [value])
    return form(query).asked()


def counts(found) -> dict[tuple[str, str], int]:
    return {
        (row.party.pk, column.pk): cell.count
        for row in found.rows
        for column, cell in zip(found.columns, row.cells, strict=True)
        if cell and cell.count
    }


@pytest.mark.django_db
class TestMatrix:
    @pytest.fixture(autouse=True)
    def some(self):
        visit("CUB", "PRK", "2016-06-28")
        visit("PRK", "CUB", "2018-11-04", "Ri Yong Ho")
        make.report(countries=["CUB", "VNM"], day="2024-05-20", participants=[make.person("Le Van", "VNM")])
        make.report(type="call", countries=["JPN", "UN"], day="2021-02-03", place=None, participants=[])

    def test_each_pair_stands_in_both_its_rows(self):
        straight = {("CUB", "PRK"): 2, ("CUB", "VNM"): 1, ("JPN", "UN"): 1}
        turned = {(b, a): count for (a, b), count in straight.items()}
        assert counts(matrix(asked(), TODAY)) == straight | turned

    def test_regions_choose_rows_and_columns(self):
        found = matrix(asked(rows="caribbean", columns="eastern-asia"), TODAY)
        assert counts(found) == {("CUB", "PRK"): 2}
        assert (found.pairs, found.contacts) == (1, 2)
        assert counts(matrix(asked(rows="organisations"), TODAY)) == {("UN", "JPN"): 1}

    def test_years_and_kinds_narrow_it(self):
        assert counts(matrix(asked(from_="2017", to="2020"), TODAY)) == {("CUB", "PRK"): 1, ("PRK", "CUB"): 1}
        assert set(counts(matrix(asked(kind=["call"]), TODAY))) == {("JPN", "UN"), ("UN", "JPN")}

    def test_shades_tell_how_recent_the_last_contact_is(self):
        found = matrix(asked(by="recency"), TODAY)
        cells = {
            (row.party.pk, c.pk): cell for row in found.rows for c, cell in zip(found.columns, row.cells, strict=True)
        }
        assert [cells[pair].shade for pair in (("CUB", "VNM"), ("CUB", "PRK"))] == [4, 1]
        assert cells["CUB", "VNM"].shown == "2024"

    def test_what_finds_no_room_is_counted(self):
        found = matrix(asked(), TODAY, size=2)
        assert len(found.rows) == len(found.columns) == 2 and found.left_out == 3

    def test_a_rejected_contact_is_counted_no_more(self):
        report = visit("CUB", "PRK", "2020-01-02")
        review.reject(report.pk, make.user(), report.version)
        assert counts(matrix(asked(), TODAY))["CUB", "PRK"] == 2


@pytest.mark.django_db
class TestParty:
    def page(self, code: str = "CUB", **values):
        return country_page(Party.objects.get(pk=code), asked(CountryFilter, **values), EVERYTHING)

    def test_partners_with_who_came_and_who_went(self):
        visit("CUB", "PRK", "2016-06-28", "Salvador Valdes Mesa")
        visit("PRK", "CUB", "2018-11-04", "Ri Yong Ho")
        visit("PRK", "CUB", "2019-11-04", "Ri Yong Ho", status="planned")
        page = self.page()
        (partner,) = page.partners
        assert (partner.party.pk, partner.contacts, partner.went, partner.came) == ("PRK", 3, 1, 1)
        assert [[who.name for who in one.people] for one in page.visits_in] == [["Ri Yong Ho"]]
        assert [one.other.pk for one in page.visits_out] == ["PRK"]
        assert page.visits_out[0].when == "28 Jun 2016" and page.years == "2016–2019"
        assert self.page("PRK").visits_in[0].people[0].name == "Salvador Valdes Mesa"

    def test_order_and_filter(self):
        visit("CUB", "PRK", "2016-06-28")
        visit("CUB", "PRK", "2017-06-28")
        visit("CUB", "VNM", "2020-06-28")
        assert [p.party.pk for p in self.page().partners] == ["PRK", "VNM"]
        assert [p.party.pk for p in self.page(sort="last").partners] == ["VNM", "PRK"]
        assert [p.party.pk for p in self.page(from_="2017").partners] == ["VNM", "PRK"]
        page = self.page(kind=["call"])
        assert page.partners == () and page.visits_out == () and page.known

    def test_a_contact_without_a_date_is_counted_and_in_no_year(self):
        undated = {"start": None, "end": None, "precision": "unknown"}
        make.report(countries=["CUB", "PRK"], date=undated, participants=[make.person("Ana Ruiz", "CUB")])
        page = self.page()
        assert page.contacts == 1 and page.years == "" and page.partners[0].peak == "no dates known"

    def test_an_unknown_party_and_one_without_contacts(self, client):
        client.force_login(make.user("reader"))
        answer = client.get("/parties/QQQ/")
        assert answer.status_code == 404 and "no party with the code QQQ" in answer.content.decode()
        assert "No contact of Kiribati is known yet" in client.get("/parties/KIR/").content.decode()
        assert client.get("/parties/kir/?sort=last")["Location"] == "/parties/KIR/?sort=last"


HOSTILE = [
    "?from=x&to=99999&kind=zz&rows=q&by=7&sort=%00",
    "?from=2020&to=2010",
    "?kind=%3Cscript%3E&rows=%27",
    "?page=-1",
]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/matrix/", "/parties/CUB/"])
@pytest.mark.parametrize("query", HOSTILE)
def test_what_is_not_understood_is_told_and_the_page_shown(client, path, query):
    client.force_login(make.user("reader"))
    visit("CUB", "PRK", "2016-06-28")
    answer = client.get(path + query)
    assert answer.status_code == 200 and "<script>" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/matrix/", "/parties/ESP/"])
def test_what_a_number_leads_to_is_what_it_counted(client, path):
    for day, kind in (
        ("2014-05-04", "call"),
        ("2016-05-04", "call"),
        ("2016-06-04", "message"),
        ("2016-08-04", "meeting"),
    ):
        make.report(day=day, type=kind)
    client.force_login(make.user("reader"))
    html = client.get(f"{path}?kind=call&kind=message&from=2015").content.decode()
    address = unescape(re.search(r'"(/pairs/ESP-PRT/[^"]*)"', html)[1])
    assert address == "/pairs/ESP-PRT/?kind=call&kind=message&from=2015"
    assert "<b>2</b> of 4 contacts" in client.get(address).content.decode()
    assert '"/pairs/ESP-PRT/"' in client.get(path).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/matrix/", "/parties/CUB/", "/", "/pairs/"])
def test_more_contacts_ask_no_more_queries(client, path):
    client.force_login(make.user("reader"))

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(path).status_code == 200
        return len(seen)

    visit("CUB", "PRK", "2016-06-28")
    visit("VNM", "CUB", "2016-06-28")
    before = queries()
    for number, code in enumerate(("CHN", "MEX", "RUS", "ESP")):
        visit("CUB", code, f"201{number}-06-28", f"Person {number}")
        visit(code, "CUB", f"201{number}-07-28", f"Guest {number}")
    assert queries() == before


def test_every_party_that_is_or_was_a_country_has_its_region():
    parts = {slug: codes for slug, (_, codes) in regions.regions().items()}
    grouped = [codes for _, codes in (regions.regions()[regions.slug(e["name"])] for e in regions._entries())]
    assert sum(map(len, grouped)) == len(frozenset().union(*grouped)), "a code stands in two regions"
    states = {party.code for party in all_parties() if party.kind != "organisation"}
    assert states == frozenset().union(*parts.values())


def test_the_bars_of_a_spark_stand_in_their_years():
    assert sparks.path({2000: 4, 2009: 1}, 2000, 2009).count("M") == 2
    assert sparks.path({2000: 4}, 2000, 2000).endswith(f"v-{sparks.HEIGHT}h12v{sparks.HEIGHT}z")
    assert sparks.path({1990: 3}, 2000, 2009) == ""
