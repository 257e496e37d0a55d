"""The page of a contact and the queue of unsure joins: what sources say otherwise, why, and a person's word on it."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contacts import review, second
from contacts.contact_page import contact_page
from contacts.joins import joins_page
from contacts.models import Contact, Source, Verdict
from contacts.sight import EVERYTHING
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst(client):
    client.user = make.user("analyst")
    client.force_login(client.user)
    return client


def of(report) -> Contact:
    return Source.objects.get(report=report).contact


def told(outlet: str, **values):
    return make.report(make.article(outlet=outlet), **values)


@pytest.fixture
def two():
    """One meeting, told by two outlets of which one denies it and has another place."""
    first = told("KCNA", place={"text": "Lisbon", "country": "PRT"})
    other = told("Yonhap", status="denied", place={"text": "Porto", "country": "PRT"})
    assert of(first) == of(other)
    return first, other


def unsure():
    """Two reports that are two contacts, and of which the machine is not sure."""
    one, other = told("KCNA"), told("Yonhap", day="2020-05-05", place={"text": "Madrid", "country": "ESP"})
    assert of(one) != of(other)
    return one, other


class TestPage:
    def test_sources_stand_side_by_side_and_what_they_tell_otherwise_is_marked(self, two):
        page = contact_page(of(two[0]), EVERYTHING)
        fields = {field.name: field for field in page.fields}
        assert [one.outlet for one in page.told] == ["KCNA", "Yonhap"]
        assert {field.name for field in page.disputed} == {"status", "place"}
        assert {said.words for said in fields["status"].told} == {"occurred", "denied"}
        assert [said.differs for said in fields["date"].told] == [False, False]
        shown = fields["status"].shown
        assert [said.differs for said in fields["status"].told] == [
            said.words != shown for said in fields["status"].told
        ]

    def test_who_says_what_is_told_for_each_field_in_dispute(self, two, client):
        told("Reuters", place=None)
        client.force_login(make.user("reader"))
        camps = {field.name: field.camps for field in contact_page(of(two[0]), EVERYTHING).disputed}
        assert [(camp.words, set(camp.outlets)) for camp in camps["status"]] == [
            ("occurred", {"KCNA", "Reuters"}),
            ("denied", {"Yonhap"}),
        ]
        assert {camp.outlets for camp in camps["place"]} == {("KCNA",), ("Yonhap",)}, "who is silent is in no camp"
        html = client.get(f"/contacts/{of(two[0]).pk}/").content.decode()
        said = " ".join(re.sub("<[^>]+>", "", html).split())
        assert "Reuters say occurred; Yonhap says denied." in said

    def test_each_value_names_the_source_that_it_is_from(self, two, analyst):
        review.correct(two[1].pk, analyst.user, 1, two[1].record | {"status": "occurred"})
        page = contact_page(of(two[0]), EVERYTHING)
        place = next(field for field in page.fields if field.name == "place")
        confirmed = next(one for one in page.told if one.report.pk == two[1].pk)
        assert (place.shown, place.sources) == ("Porto, Portugal", (confirmed.number,))

    def test_a_source_that_is_silent_or_names_fewer_people_does_not_differ(self):
        first = told("KCNA")
        told("Yonhap", place=None, participants=[make.person("Rui Costa", "PRT"), make.person(None, "ESP")])
        assert contact_page(of(first), EVERYTHING).disputed == []

    @pytest.mark.parametrize(
        ("printed", "outcome", "disputed"),
        [
            (date(2020, 5, 1), "occurred", []),
            (date(2020, 5, 1), "cancelled", []),
            (date(2020, 5, 1), "denied", ["status"]),
            (date(2020, 5, 20), "occurred", ["status"]),
        ],
        ids=["then held", "then called off", "denied", "in print afterwards"],
    )
    def test_a_plan_in_print_before_its_outcome_does_not_contradict_it(self, printed, outcome, disputed):
        make.report(make.article(outlet="KCNA", published=printed), status="planned")
        after = told("Yonhap", status=outcome)
        page = contact_page(of(after), EVERYTHING)
        assert len(page.told) == 2
        assert [field.name for field in page.disputed] == disputed

    def test_somebody_else_is_a_difference_and_another_spelling_is_not(self):
        people = [make.person("Ana Ruíz", "ESP"), make.person("Rui Costa", "PRT")]
        first = told("KCNA")
        told("Yonhap", participants=people)
        page = contact_page(of(first), EVERYTHING)
        assert len(page.told) == 2 and page.disputed == []

    def test_why_they_are_one_is_said(self, two):
        (join,) = contact_page(of(two[0]), EVERYTHING).joins
        assert any("Ana Ruiz" in words for words in join.why.agrees)
        assert join.why.differs

    def test_the_page_shows_it_with_links_to_the_words(self, two, analyst):
        html = analyst.get(f"/contacts/{of(two[0]).pk}/").content.decode()
        for report in two:
            assert f'/review/{report.article_id}/?report={report.pk}#r{report.pk}"' in html
        assert "The sources disagree on status, place" in html and "Spain and Portugal" in html

    def test_a_contact_that_was_put_off_leads_to_its_later_date(self, analyst):
        off = told("KCNA", status="cancelled", day="2020-05-04")
        later = told("Yonhap", status="planned", day="2020-05-20")
        Contact.objects.filter(pk=of(off).pk).update(instead=of(later))
        assert f'href="/contacts/{of(later).pk}/"' in analyst.get(f"/contacts/{of(off).pk}/").content.decode()
        assert f'href="/contacts/{of(off).pk}/"' in analyst.get(f"/contacts/{of(later).pk}/").content.decode()

    def test_an_old_address_leads_to_where_the_contact_went(self, two, analyst):
        assert analyst.get(f"/contacts/c{two[1].pk}/").url == f"/contacts/{of(two[0]).pk}/"
        for gone in ("c999999", "x", "c" + "9" * 40, "c-1"):
            assert analyst.get(f"/contacts/{gone}/").status_code == 404

    def test_who_gives_a_second_opinion_sees_no_contact_of_that_article(self, two, analyst):
        asked = second.ask(two[0].article_id, make.user())
        second.take(asked.pk, analyst.user)
        assert analyst.get(f"/contacts/{of(two[0]).pk}/").status_code == 403

    def test_more_sources_ask_no_more_queries(self, analyst):
        def queries() -> int:
            with CaptureQueriesContext(connection) as seen:
                assert analyst.get(f"/contacts/{of(first).pk}/").status_code == 200
            return len(seen)

        first = told("KCNA")
        told("Yonhap", status="denied")
        unsure_one = told("Tass", day="2020-05-05", place={"text": "Madrid", "country": "ESP"})
        before = queries()
        for number in range(6):
            told(f"Outlet {number}")
            told(f"Another {number}", day="2020-05-05", place={"text": "Madrid", "country": "ESP"})
        assert of(unsure_one) != of(first)
        assert queries() == before


class TestWord:
    def test_the_queue_shows_both_and_why(self):
        one, other = unsure()
        page = joins_page(None, EVERYTHING)
        (question,) = page.questions
        assert {question.one.report.pk, question.other.report.pk} == {one.pk, other.pk}
        assert {side.quote for side in question.sides} == {each.article.text[:20].strip() for each in (one, other)}
        assert page.total == 1 and not question.joined and question.why.agrees and question.why.differs

    @pytest.mark.parametrize(("same", "contacts"), [("yes", 1), ("no", 2)])
    def test_a_word_settles_it_and_can_be_taken_back(self, analyst, same, contacts):
        one, other = unsure()
        answer = analyst.post(
            "/joins/say/", {"one": one.pk, "other": other.pk, "same": same, "back": "/joins/"}, follow=True
        )
        html = answer.content.decode()
        assert "No join waits for a word" in html and "Said:" in html
        assert Contact.objects.count() == contacts
        said = Verdict.objects.get()
        page = analyst.get(f"/contacts/{of(one).pk}/").content.decode()
        assert f"/joins/{said.pk}/undo/" in page
        analyst.post(f"/joins/{said.pk}/undo/", {"back": f"/contacts/{of(one).pk}/"})
        assert Contact.objects.count() == 2 and joins_page(None, EVERYTHING).total == 1

    def test_a_source_is_taken_out_of_a_contact(self, analyst):
        reports = [told("KCNA"), told("Yonhap"), told("Tass")]
        assert Contact.objects.count() == 1
        analyst.post(f"/reports/{reports[2].pk}/take-out/", {"back": "/"})
        assert of(reports[0]) == of(reports[1]) != of(reports[2])
        assert "alone already" in analyst.post(f"/reports/{reports[2].pk}/take-out/", follow=True).content.decode()

    def test_what_cannot_hold_is_refused_in_words(self, analyst):
        one, other = unsure()
        analyst.post("/joins/say/", {"one": one.pk, "other": other.pk, "same": "yes"})
        third = told("Tass", day="2001-01-01", participants=[make.person("Leo Prats", "ESP")])
        analyst.post("/joins/say/", {"one": other.pk, "other": third.pk, "same": "yes"})
        answer = analyst.post("/joins/say/", {"one": one.pk, "other": third.pk, "same": "no"}, follow=True)
        assert "Take back one of these first" in answer.content.decode()

    @pytest.mark.parametrize("sent", [{}, {"one": "x", "other": "1"}, {"one": "1", "other": "9" * 30}])
    def test_a_broken_request_is_told_in_words(self, analyst, sent):
        assert "Two reports are wanted" in analyst.post("/joins/say/", sent, follow=True).content.decode()

    def test_the_way_back_never_leads_elsewhere(self, analyst):
        one, other = unsure()
        sent = {"one": one.pk, "other": other.pk, "same": "no", "back": "https://evil.example/"}
        assert analyst.post("/joins/say/", sent).url == "/joins/"

    def test_a_reader_sees_no_buttons_and_may_not_press_them(self, client):
        one, other = unsure()
        client.force_login(make.user("reader"))
        html = client.get("/joins/").content.decode()
        assert re.search("Two articles each", html) and "<button name" not in html
        assert client.post("/joins/say/", {"one": one.pk, "other": other.pk, "same": "yes"}).status_code == 403

    def test_contacts_close_in_time_are_offered(self, analyst):
        first = told("KCNA", day="2020-05-04")
        near = told("Yonhap", day="2020-05-30", participants=[make.person("Leo Prats", "ESP")])
        far = told("Yonhap", day="2021-05-30", participants=[make.person("Leo Prats", "ESP")])
        ids = [one.pk for one in contact_page(of(first), EVERYTHING).nearby]
        assert of(near).pk in ids and of(far).pk not in ids
        assert of(first).start == date(2020, 5, 4)
