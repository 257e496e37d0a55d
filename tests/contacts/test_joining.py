"""Joining a person with another by hand: who is offered, what is said to become one, and the way back."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contacts import second
from contacts.fusion import names_said
from contacts.models import NameVerdict, Person
from contacts.person import joining
from contacts.sight import EVERYTHING, of
from tests import make

pytestmark = pytest.mark.django_db


def met(name: str, party: str = "ESP", day: str = "2020-05-04", title: str = "minister", **values) -> Person:
    make.report(day=day, participants=[make.person(name, party, title)], **values)
    return Person.objects.get(names__spelling=name, names__party=party)


@pytest.fixture
def analyst(client):
    client.user = make.user("analyst")
    client.force_login(client.user)
    return client


def candidates(person: Person, typed: str, sight=EVERYTHING) -> list[joining.Candidate]:
    return joining.candidates(person, typed, sight)


def names(found) -> list[str]:
    return [one.name for one in found]


def test_names_like_the_persons_own_are_offered_before_anything_is_typed_whatever_the_party():
    ghali = met("Boutros Ghali", "EGY")
    met("Boutros Boutros-Ghali", "UN", "2021-05-04")
    met("Rui Costa", "PRT", "2021-09-04")
    assert names(candidates(ghali, "")) == ["Boutros Boutros-Ghali"]


def test_whom_the_machine_asks_about_comes_first():
    met("Ana Ruiz"), met("Alberto Ruiz", day="2020-07-04")
    short = met("A. Ruiz", day="2020-09-04")
    found = candidates(short, " ")
    assert {one.name for one in found if one.asked} == {"Ana Ruiz", "Alberto Ruiz"} and found[0].asked


@pytest.mark.parametrize("typed", ["mazen", "abu masen", "ABÚ"])
def test_others_are_found_by_what_is_typed_with_every_spelling_of_theirs(typed):
    abbas = met("Mahmoud Abbas")
    met("Abu Mazen", day="2020-07-04")
    [one] = candidates(abbas, typed)
    assert (one.name, one.contacts, one.party) == ("Abu Mazen", "1 contact", "Spain")


def test_what_becomes_one_is_said_beforehand(analyst):
    ghali = met("Boutros Ghali", "EGY", "1990-05-04", "foreign minister")
    other = met("Boutros Boutros-Ghali", "UN", "1992-05-04", "secretary-general")
    found = joining.joining(ghali, other, EVERYTHING)
    assert (found.name, found.party, found.parties_differ) == ("Boutros Boutros-Ghali", "United Nations", True)
    assert [(half.contacts, half.when) for half in found.halves] == [(1, "May 1990"), (1, "May 1992")]
    page = analyst.get(f"/people/{ghali.pk}/join/?with={other.pk}").content.decode()
    assert "Shown as <b><bdi>Boutros Boutros-Ghali</bdi></b>" in page and "secretary-general" in page
    said = {"one": ghali.pk, "other": other.pk, "same": "yes", "back": f"/people/{ghali.pk}/"}
    answer = analyst.post("/names/say/", said, follow=True).content.decode()
    assert "Said: one person." in answer
    assert Person.objects.get().name == found.name
    back = f"/names/said/{NameVerdict.objects.get().pk}/undo/"
    assert f'action="{back}"' in answer
    assert "Taken back." in analyst.post(back, {"back": "/people/"}, follow=True).content.decode()
    assert Person.objects.count() == 2


def test_two_who_met_each_other_are_told_as_what_speaks_against_it(analyst):
    both = [make.person("Mahmoud Abbas", "ESP"), make.person("Abu Mazen", "ESP")]
    make.report(participants=both)
    one, other = (Person.objects.get(name=name) for name in ("Mahmoud Abbas", "Abu Mazen"))
    page = analyst.get(f"/people/{one.pk}/join/?with={other.pk}").content.decode()
    assert "What speaks against it" in page and "take part in one contact side by side" in page
    assert "/answer/" not in page


def test_what_somebody_said_before_is_told_when_it_forbids_the_joining(analyst):
    one, other = met("Mahmoud Abbas"), met("Abu Mazen", day="2020-07-04")
    third = met("Leo Prats", day="2020-09-04")
    names_said.say_apart(one.pk, other.pk, analyst.user)
    names_said.say_same(one.pk, third.pk, analyst.user)
    said = {"one": third.pk, "other": other.pk, "same": "yes", "back": f"/people/{third.pk}/"}
    assert "two people&#x27;s" in analyst.post("/names/say/", said, follow=True).content.decode()
    assert Person.objects.count() == 2


def test_whom_only_a_blind_article_tells_of_is_not_offered(analyst):
    ana = met("Ana Ruiz")
    hidden = met("Alberto Ruiz", day="2020-07-04")
    article = hidden.participations.get().contact.sources.get().report.article_id
    second.take(second.ask(article, make.user()).pk, analyst.user)
    assert names(candidates(ana, "alberto")) == ["Alberto Ruiz"]
    assert candidates(ana, "alberto", of(analyst.user)) == candidates(ana, "", of(analyst.user)) == []
    assert analyst.get(f"/people/{ana.pk}/join/?with={hidden.pk}").status_code == 404


@pytest.mark.parametrize("query", ["with=%00", "with=nobody", "with=' OR 1=1", "name=%00%ff", "name=" + "x" * 5000])
def test_hostile_addresses_are_answered(analyst, query):
    ana = met("Ana Ruiz")
    for headers in ({}, {"HX-Request": "true"}):
        answer = analyst.get(f"/people/{ana.pk}/join/?{query}", headers=headers)
        assert answer.status_code == (404 if "nobody" in query or "OR" in query else 200)
    assert analyst.get("/people/nobody/join/").status_code == 404
    assert analyst.get(f"/people/{ana.pk}/join/?with={ana.pk}").status_code == 200


def test_the_persons_page_leads_there_and_a_fragment_holds_only_the_names(analyst):
    ana = met("Ana Ruiz")
    assert f'href="/people/{ana.pk}/join/"' in analyst.get(f"/people/{ana.pk}/").content.decode()
    part = analyst.get(f"/people/{ana.pk}/join/?name=nobody", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part and "0 people found" in part


def test_as_many_queries_for_many_as_for_few(analyst):
    ana = met("Ana Ruiz")

    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            analyst.get(f"/people/{ana.pk}/join/?name=sol")
        return len(found)

    met("Eva Sol", day="2021-01-05")
    few = asked()
    for number, name in enumerate(("Ida Sol", "Max Sol", "Rosa Sol", "Tom Sol"), 2):
        met(name, day=f"2021-0{number}-25")
    assert asked() == few
    assert len(candidates(ana, "sol")) == 5
