"""Choosing and counting a pair's contacts in SQL: every count against a recount of the rows, one by one."""

from __future__ import annotations

import random
from datetime import date

import pytest
from django.http import QueryDict

from contacts import bulk
from contacts.forms_pair import PairFilter
from contacts.models import Dyad, Party
from contacts.pair.chips import chips
from contacts.pair.density import LAYERS
from contacts.pair.page import MOST_SIGNS, PAGE, Ask, pair_page
from contacts.pair.selection import RANK_NAMES
from contacts.pair.silence import silences
from contacts.pair.window import Window
from tests import make
from tests.contacts import many

pytestmark = pytest.mark.django_db


@pytest.fixture
def crowd() -> list[Dyad]:
    many.contacts(40, "ESP", "FRA", seed=2)  # of another pair, never to be seen
    many.contacts(400)
    bulk.analyze()
    return list(
        Dyad.objects.filter(a="ESP", b="PRT").prefetch_related(
            "contact__participations", "contact__sources__report__article"
        )
    )


def page(query: str = "", **ask):
    return pair_page(
        Party.objects.get(pk="ESP"), Party.objects.get(pk="PRT"), PairFilter(QueryDict(query)).filter(), Ask(**ask)
    )


def values_of(row: Dyad, name: str) -> set[str]:
    """What the address would say of a row in each of its choices."""
    if name == "who":
        return {one.person_id for one in row.contact.participations.all()}
    if name == "outlet":
        return {str(source.report.article.outlet_id) for source in row.contact.sources.all()}
    if name == "show":
        return {"all", "confirmed" if row.confirmed else "proposed"}
    return {RANK_NAMES[row.rank] if name == "rank" else getattr(row, name)}


def passes(row: Dyad, query: QueryDict, but: str = "") -> bool:
    """The filter as a person would explain it, one row at a time."""
    for name in ("kind", "status", "lane", "rank", "show", "who", "outlet"):
        if name != but and query.getlist(name) and not values_of(row, name) & set(query.getlist(name)):
            return False
    start, end = query.get("from"), query.get("to")
    if (start or end) and row.start is None:
        return False
    return not (start and row.end < date.fromisoformat(start)) and not (end and row.start > date(int(end), 12, 31))


def asked_at_random(seed: int, rows: list[Dyad]) -> str:
    chance, query = random.Random(seed), QueryDict(mutable=True)
    for name in ("kind", "status", "lane", "rank", "who", "outlet"):
        if chance.random() < 0.35:
            values = sorted({value for row in rows for value in values_of(row, name)})
            query.setlist(name, chance.sample(values, min(len(values), 2)))
    if chance.random() < 0.3:
        query["show"] = chance.choice(["confirmed", "proposed"])
    if chance.random() < 0.5:
        query["from"], query["to"] = "2004-07-15", str(chance.randrange(2004, 2020))
    return query.urlencode()


def test_every_count_is_that_of_a_recount(crowd):
    lists = {
        "kind": "kinds",
        "status": "statuses",
        "lane": "lanes",
        "rank": "ranks",
        "show": "shows",
        "who": "people",
        "outlet": "outlets",
    }
    for seed in range(12):
        text = asked_at_random(seed, crowd)
        query, shown = QueryDict(text), page(text)
        assert shown.shown == sum(passes(row, query) for row in crowd), text
        assert shown.undated == sum(passes(row, query) and row.start is None for row in crowd), text
        for name, facets in lists.items():
            free = [row for row in crowd if passes(row, query, but=name)]
            for facet in getattr(shown.facets, facets):
                assert facet.count == sum(facet.value in values_of(row, name) for row in free), (text, name, facet)


def test_the_list_and_the_picture_show_the_same_set(crowd):
    for seed in range(12):
        text = asked_at_random(seed, crowd)
        query, shown = QueryDict(text), page(text)
        wanted = {row.contact_id for row in crowd if passes(row, query)}
        listed = [
            entry.key for number in range(shown.list.sheets) for entry in page(text, sheet=number + 1).list.entries
        ]
        assert len(listed) == len(set(listed)) and set(listed) == wanted, text
        if shown.drawing:
            assert sum(lane.count for lane in shown.drawing.lanes) == len(wanted), text


def test_a_look_closer_at_a_bar_finds_what_it_counts(crowd):
    shown = page()
    assert shown.drawing.crowded
    for lane in shown.drawing.lanes:
        for link in lane.density.links[::5]:
            assert page(f"{link.window.query}&lane={lane.name.key}").shown == link.contacts


def test_many_are_bars_and_few_are_signs(crowd):
    assert page().shown > MOST_SIGNS and not page().drawing.shapes
    closer = page("from=2005&to=2006")
    assert closer.shown <= MOST_SIGNS and len(closer.drawing.shapes) == closer.shown == len(closer.list.entries)
    assert {layer for lane in page().drawing.lanes for layer, _ in lane.density.paths} == set(LAYERS)


def test_a_lane_of_few_keeps_its_signs_beside_crowded_ones():
    many.contacts(MOST_SIGNS + 1, lane="a-in-b", kind="visit", start=date(2001, 2, 3), end=date(2001, 2, 3))
    many.contacts(3, seed=5, lane="calls", kind="call", start=date(2001, 2, 3), end=date(2001, 2, 3))
    shown = page()
    lanes = {lane.name.key: lane for lane in shown.drawing.lanes}
    assert lanes["a-in-b"].density and not lanes["calls"].density and len(shown.drawing.shapes) == 3


def test_a_long_list_is_cut_into_sheets_and_any_contact_can_be_turned_to(crowd):
    first = page()
    assert len(first.list.entries) == PAGE and (first.list.first, first.list.last) == (1, PAGE)
    assert first.list.following == 2 and first.list.previous is None and first.list.left == len(crowd) - PAGE
    last = page(sheet=99)
    assert last.list.number == last.list.sheets and last.list.following is None
    assert last.list.years[-1].label == "?" and last.list.undated_at <= last.list.number
    for number in (2, last.list.number):
        for entry in page(sheet=number).list.entries[::20]:
            assert page(at=entry.key).list.number == number


def test_a_sheet_goes_on_with_the_year_of_the_one_before():
    many.contacts(MOST_SIGNS + 5, start=date(2001, 2, 3), end=date(2001, 2, 3))
    assert [(year.label, year.goes_on) for year in page(sheet=2).list.years] == [("2001", True)]


def test_silences_over_all_sheets_are_those_of_the_rows_one_by_one(crowd):
    for query in ("", "kind=visit&lane=a-in-b", "status=occurred&rank=head+of+state"):
        days = [
            (row.start, row.end)
            for row in crowd
            if row.start and row.status == "occurred" and passes(row, QueryDict(query))
        ]
        wanted = [months for months, _, _ in silences(days) if months >= 12]
        shown = page(query)
        found = [
            row
            for n in range(shown.list.sheets)
            for year in page(query, sheet=n + 1).list.years
            for row in year.rows
            if row.is_gap
        ]
        assert len(found) == len(wanted), query
    assert wanted


def test_people_and_sources_are_found_by_letters_of_their_name(crowd):
    shown = page(like={"who": "DMITRI", "outlet": "er 1"})
    assert {facet.label for facet in shown.facets.people} == {"Dmitri ESP", "Dmitri PRT"}
    assert [facet.label for facet in shown.facets.outlets] == ["Paper 1"]


def test_a_contact_that_was_put_off_and_its_later_date_lead_to_each_other():
    one, other = (
        make.report(day=day, type="visit", participants=[make.person(name, "ESP", None, "visitor")])
        for day, name in (("2015-03-02", "Ana Ruiz"), ("2018-09-09", "Luis Gil"))
    )
    early, late = one.source.contact, other.source.contact
    early.instead = late
    early.save()
    entries = {entry.key: entry for entry in page().list.entries}
    assert entries[early.pk].later.key == late.pk and "Put off to 9 Sep 2018" in entries[early.pk].spoken
    assert [other.key for other in entries[late.pk].before] == [early.pk]


def test_each_thing_that_is_set_can_be_taken_out_by_itself(crowd):
    someone = crowd[0].contact.participations.all()[0].person
    asked = PairFilter(
        QueryDict(
            f"from=2005&to=2009&kind=visit&kind=call&rank=head+of+state&show=proposed&who={someone.pk}&lane=nonsense"
        )
    )
    shown = page(asked.address())
    found = {
        chip.label: chip.without for chip in chips(asked, shown.facets, Window(shown.filter.start, shown.filter.end))
    }
    assert set(found) == {"2005–2009", "Visit", "Call", "Head of state", "Proposed", someone.name}
    assert "from=" not in found["2005–2009"] and "kind=visit" in found["2005–2009"]
    assert "kind=call" in found["Visit"] and "kind=visit" not in found["Visit"]


HOSTILE = """kind=%00 who=' outlet=99999999999 outlet=-1 outlet=%D9%A3 rank=15 page=0 page=-3 page=9999999999 page=x
at=zz' who=fffffffffffffffffffffffffffffffff at=00000000000000000000000000000000
from=0001&to=9999 from=9999-12-31 to=0001-01-01
from=%00 who_like=%00%27%25_ outlet_like=%25 show=all&show=x lane=calls'-- from=2016&to=2015""".split()
HOSTILE.append("&".join(f"who={number:032x}" for number in range(300)))
PARTS = [{}, {"HX-Request": "true"}, *({"HX-Request": "true", "HX-Target": part} for part in ("fs-who", "more"))]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("headers", PARTS, ids=["page", "answer", "names", "more"])
def test_nonsense_in_the_address_never_breaks_the_page(client, query, headers):
    client.force_login(make.user("reader"))
    make.report()
    assert client.get(f"/pairs/ESP-PRT/?{query}", headers=headers).status_code == 200
    assert client.get(f"/pairs/ESP-PRT/picture.svg?{query}").status_code in (200, 404)


def test_an_address_taken_apart_and_put_together_asks_for_the_same(crowd):
    for seed in range(40):
        asked = PairFilter(QueryDict(asked_at_random(seed, crowd)))
        again = PairFilter(QueryDict(asked.address()))
        assert again.filter() == asked.filter() and again.address() == asked.address()
