"""The page of a person: every figure against what was stored, and the ways from it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contacts import review
from contacts.models import Contact, Dyad, Name, Participation, Person
from contacts.pair.page import Ask
from contacts.pair.selection import CONFIRMED, Filter
from contacts.person.page import person_page
from contacts.person.selection import MEETINGS, WENT, matching
from tests import make
from tests.contacts import many

pytestmark = pytest.mark.django_db
TODAY = date(2024, 1, 1)


def ana() -> Person:
    return Person.objects.select_related("party").get(name="Ana Ruiz")


def shown(asked: Filter | None = None, **ask):
    return person_page(ana(), asked or Filter(), Ask(today=TODAY, **ask))


def visit(day: str, country: str, place: str, *others: dict, title: str | None = "minister", **values):
    who = [make.person("Ana Ruiz", "ESP", title, "visitor"), *others]
    parties = sorted({"ESP", country})
    return make.report(
        type="visit", day=day, countries=parties, place={"text": place, "country": country}, participants=who, **values
    )


@pytest.fixture
def reader(client):
    client.force_login(make.user("reader"))
    return client


def test_facts_posts_and_lanes_say_what_a_person_would_count():
    visit("2015-03-02", "PRT", "Lisbon", title="deputy minister")
    visit("2017-05-04", "FRA", "Paris", title="Minister")
    make.report(day="2018-06-07", participants=[make.person("Ana Ruiz", "ESP", "minister"), make.person("Léa", "FRA")])
    review.accept(visit("2019-01-09", "FRA", "Paris").pk, make.user(), 1)
    page = shown()
    assert (page.totals.contacts, page.totals.confirmed, page.totals.first, page.totals.last) == (
        4, 1, "Mar 2015", "Jan 2019",
    )  # fmt: skip
    assert [(lane.name.key, lane.count) for lane in page.drawing.lanes] == [
        ("went", 3), ("received", 0), ("meetings", 1), ("calls", 0), ("messages", 0),
    ]  # fmt: skip
    assert [(post.title, post.code, post.when, post.contacts) for post in page.posts] == [
        ("minister", "ESP", "May 2017 – Jan 2019", 3),
        ("deputy minister", "ESP", "Mar 2015", 1),
    ]


def test_the_filter_goes_by_kind_status_time_reviewed_and_company():
    lea = make.person("Léa Petit", "FRA", "minister", "host")
    visit("2015-03-02", "PRT", "Lisbon")
    visit("2017-05-04", "FRA", "Paris", lea, status="planned")
    make.report(day="2018-06-07", participants=[make.person("Ana Ruiz", "ESP"), lea], countries=["ESP", "FRA"])
    person = Person.objects.get(name="Léa Petit").pk
    for asked, number in (
        (Filter(), 3),
        (Filter(lanes=frozenset({WENT})), 2),
        (Filter(lanes=frozenset({MEETINGS})), 1),
        (Filter(statuses=frozenset({"planned"})), 1),
        (Filter(start=date(2016, 1, 1)), 2),
        (Filter(end=date(2016, 1, 1)), 1),
        (Filter(show=CONFIRMED), 0),
        (Filter(people=frozenset({person})), 2),
    ):
        page = shown(asked)
        assert page.shown == number == matching(ana().pk, asked).count(), asked
        assert len(page.list.entries) == number
        assert page.totals.contacts == 3


def test_counterparts_are_people_of_other_parties_the_most_frequent_first():
    lea, rui = make.person("Léa Petit", "FRA"), make.person("Rui Costa", "PRT")
    mate = make.person("Leo Prats", "ESP")
    for day in ("2015-03-02", "2016-03-02"):
        make.report(day=day, countries=["ESP", "FRA"], participants=[make.person("Ana Ruiz", "ESP"), mate, lea])
    make.report(day="2019-03-02", participants=[make.person("Ana Ruiz", "ESP"), rui])
    assert [(one.name, one.code, one.contacts, one.last) for one in shown().counterparts] == [
        ("Léa Petit", "FRA", 2, "Mar 2016"),
        ("Rui Costa", "PRT", 1, "Mar 2019"),
    ]


def test_visits_that_follow_on_one_another_are_a_journey_here_and_on_the_contact_page(reader):
    first = visit("2019-05-03", "PRT", "Lisbon")
    visit("2019-05-05", "FRA", "Paris")
    visit("2019-05-20", "ITA", "Rome")
    visit("2019-05-21", "DEU", "Berlin", status="cancelled")
    [trip] = shown().trips
    assert [(stop.where, stop.when) for stop in trip.stops] == [
        ("Lisbon, Portugal", "3 May 2019"),
        ("Paris, France", "5 May 2019"),
    ]
    page = reader.get(f"/contacts/{first.source.contact_id}/").content.decode()
    assert "Part of a journey" in page and "Paris, France" in page and f"/people/{ana().pk}/" in page
    rome = Contact.objects.get(place="Rome").pk
    assert "Part of a journey" not in reader.get(f"/contacts/{rome}/").content.decode()


def test_every_entry_leads_to_the_contact_and_to_the_sentence(reader):
    report = visit("2019-05-03", "PRT", "Lisbon")
    page = reader.get(f"/people/{ana().pk}/").content.decode()
    assert f'href="/contacts/{report.source.contact_id}/"' in page
    assert f'href="/review/{report.article_id}/?report={report.pk}' in page


def test_a_name_that_is_another_persons_leads_on_and_an_unknown_one_is_told(reader):
    make.report(participants=[make.person("Ana Ruiz", "ESP"), make.person("Rui Costa", "PRT")])
    make.report(day="2001-01-01", participants=[make.person("Ana María Ruiz", "ESP"), make.person("Eva Sol", "PRT")])
    person = Person.objects.get(party="ESP")
    other = Name.objects.filter(party="ESP").exclude(pk=person.pk).get()
    assert reader.get(f"/people/{other.pk}/").headers["Location"] == f"/people/{person.pk}/"
    assert "Also written" in reader.get(f"/people/{person.pk}/").content.decode()
    answer = reader.get("/people/0123456789abcdef/")
    assert answer.status_code == 404


@pytest.mark.parametrize("key", ["x" * 300, "' OR 1=1 --", "<script>", "\x00", "..%2f..", "é", "0"])
def test_hostile_ids_are_not_found(reader, key):
    assert reader.get(f"/people/{key}/").status_code == 404


@pytest.mark.parametrize(
    "query",
    ["from=yesterday", "from=2020&to=2010", "status=happy", "lane=a-in-b", "kind=visit", "rank=minister",
     "page=9999999", "page=-1", "at=<script>", "who=%00", "who=' OR 1=1", "show=none", "outlet=1"],
)  # fmt: skip
def test_hostile_filters_show_the_page_all_the_same(reader, query):
    make.report()
    answer = reader.get(f"/people/{ana().pk}/?{query}")
    assert answer.status_code == 200 and "<script>" not in answer.content.decode().split("<main")[1]


def test_two_spellings_in_one_contact_are_one_contact_of_the_person():
    make.report(participants=[make.person("Ana Ruiz", "ESP"), make.person("Leo Prats", "ESP")])
    Participation.objects.update(person=ana().pk)
    assert shown().totals.contacts == shown().shown == 1


def crowded(number: int) -> Person:
    rows = many.contacts(number)
    Participation.objects.filter(ordinal=0).update(person=Person.objects.filter(party="ESP").first())
    assert len(rows) == Dyad.objects.count()
    return Participation.objects.filter(ordinal=0).first().person


def queries_of(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_the_number_of_queries_does_not_grow_with_the_contacts(reader):
    person = crowded(140)
    address = f"/people/{person.pk}/"
    few = queries_of(reader, address)
    many.contacts(400, seed=2)
    Participation.objects.filter(ordinal=0).update(person=person)
    assert queries_of(reader, address) == few <= 34


def test_list_and_picture_show_the_same_set_sheet_by_sheet():
    person = crowded(300)
    first = person_page(person, Filter(), Ask(today=TODAY))
    assert first.shown == 300 and first.drawing.crowded
    found = [entry.key for number in range(1, first.list.sheets + 1)
             for ask in [Ask(sheet=number, today=TODAY)]
             for entry in person_page(person, Filter(), ask).list.entries]  # fmt: skip
    assert len(found) == len(set(found)) == 300
    assert sum(lane.count for lane in first.drawing.lanes) == 300


def test_a_fragment_holds_only_what_a_choice_changes(reader):
    make.report()
    answer = reader.get(f"/people/{ana().pk}/?lane=meetings", headers={"HX-Request": "true", "HX-Target": "shown"})
    words = answer.content.decode()
    assert "<html" not in words and 'id="shown"' in words and 'id="fs-lane" hx-swap-oob' in words
    assert answer.headers["HX-Push-Url"].endswith("?lane=meetings")
