"""People who may be two: the questions are kept right, asked with why, answered, taken back, and bind a rebuild."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contacts import review, second, sight
from contacts.fusion import names_said, people_doubts, rebuilding
from contacts.fusion.verdicts import CannotHold
from contacts.models import Name, NameSplit, NameVerdict, Participation, Person, PersonDoubt
from contacts.person import doubted
from tests import make
from tests.contacts.test_names_said import holds, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    return make.user(name="ana")


def met(day: str, name: str = "Leo Prats", title: str = "minister", place: str = "PRT", **values):
    country = {"text": place, "country": place}
    return make.report(day=day, place=country, participants=[make.person(name, "ESP", title)], **values)


def questions() -> list[tuple]:
    return sorted(
        PersonDoubt.objects.values_list("rule", "here", "there", "one", "other", "day", "post", "apart"), key=repr
    )


def kept() -> None:
    """A rebuild asks the same."""
    before = questions()
    holds()
    assert questions() == before


def silent() -> list:
    return [met("1961-04-01"), met("1994-02-03"), met("1995-02-03", "Leo R. Prats")]


def posts() -> list:
    titles = ("foreign minister", "ambassador", "foreign minister", "ambassador to Lisbon")
    return [met(f"2015-0{n + 1}-11", title=title) for n, title in enumerate(titles)]


def test_a_silence_asked_about_and_answered_two_people_tells_all_spellings_apart_until_it_is_taken_back(ana):
    silent()
    [doubt] = PersonDoubt.objects.all()
    assert (doubt.rule, doubt.day) == ("silence", date(1994, 2, 3))
    kept()
    said = names_said.answer(PersonDoubt.objects.get().pk, ana, one_person=False)
    assert people() == {frozenset({"Leo Prats"}), frozenset({"Leo Prats", "Leo R. Prats"})}
    assert sorted(person.participations.count() for person in Person.objects.all()) == [1, 2]
    assert not PersonDoubt.objects.exists()
    kept()
    names_said.undo_split(said.pk, ana)
    assert Person.objects.get().participations.count() == 3 and PersonDoubt.objects.count() == 1
    assert set(NameSplit.objects.values_list("splits", flat=True)) == {True, None}
    kept()


def test_one_person_is_an_answer_that_stays_and_can_be_taken_back(ana):
    silent()
    said = names_said.answer(PersonDoubt.objects.get().pk, ana, one_person=True)
    assert Person.objects.count() == 1 and not PersonDoubt.objects.exists()
    kept()
    met("1996-01-01")
    assert not PersonDoubt.objects.exists()
    names_said.undo_split(said.pk, ana)
    assert PersonDoubt.objects.count() == 1
    with pytest.raises(CannotHold, match="taken back already"):
        names_said.undo_split(said.pk, ana)


def test_what_was_said_before_holds_again_after_an_undo(ana):
    silent()
    names_said.answer(PersonDoubt.objects.get().pk, ana, one_person=True)
    later = names_said.split(Name.objects.get(spelling="Leo Prats").pk, date(1994, 2, 3), ana)
    assert Person.objects.count() == 2
    names_said.undo_split(later.pk, ana)
    assert Person.objects.count() == 1 and not PersonDoubt.objects.exists()
    kept()


def test_posts_told_in_turn_make_two_people_by_the_post(ana):
    posts()
    [doubt] = PersonDoubt.objects.all()
    assert (doubt.rule, doubt.post) == ("posts", "ambassador")
    said = names_said.answer(PersonDoubt.objects.get().pk, ana, one_person=False)
    assert sorted(Name.objects.values_list("spelling", "split")) == [("Leo Prats", ""), ("Leo Prats", "as ambassador")]
    titles = {frozenset(person.participations.values_list("title", flat=True)) for person in Person.objects.all()}
    assert titles == {frozenset({"foreign minister"}), frozenset({"ambassador", "ambassador to Lisbon"})}
    kept()
    met("2016-01-01", title="Spanish ambassador")
    assert Participation.objects.filter(known_as__split="as ambassador").count() == 3
    kept()
    names_said.undo_split(said.pk, ana)
    assert Person.objects.count() == 1 and PersonDoubt.objects.count() == 1
    kept()


def test_posts_said_to_be_one_persons_are_asked_about_no_more_whichever_comes_to_be_rarer(ana):
    posts()
    names_said.answer(PersonDoubt.objects.get().pk, ana, one_person=True)
    assert not PersonDoubt.objects.exists()
    met("2015-06-11", title="ambassador")
    assert Person.objects.count() == 1 and not PersonDoubt.objects.exists()
    kept()


def test_two_spellings_at_two_places_are_two_people_by_a_word_on_the_names(ana):
    met("2015-03-01", place="CUB")
    met("2015-03-01", "Leo María Prats", place="CHN")
    [doubt] = PersonDoubt.objects.all()
    assert doubt.rule == "places" and doubt.other
    said = names_said.answer(PersonDoubt.objects.get().pk, ana, one_person=False)
    assert isinstance(said, NameVerdict) and len(people()) == 2 and not PersonDoubt.objects.exists()
    kept()
    names_said.undo(said.pk, ana)
    names_said.answer(PersonDoubt.objects.get().pk, ana, one_person=True)
    assert len(people()) == 1 and not PersonDoubt.objects.exists()
    kept()


def test_one_name_one_post_one_day_cannot_be_told_apart_but_answered(ana):
    met("2015-03-01", place="CUB")
    met("2015-03-01", place="CHN")
    [doubt] = PersonDoubt.objects.all()
    assert not doubt.apart
    with pytest.raises(CannotHold, match="nothing would tell the two apart"):
        names_said.answer(PersonDoubt.objects.get().pk, ana, one_person=False)
    names_said.answer(doubt.pk, ana, one_person=True)
    assert not PersonDoubt.objects.exists()
    kept()


def test_a_corrected_day_asks_and_asks_no_more(ana):
    met("2015-03-01", place="CUB")
    wrong = met("2015-03-05", place="CHN")
    assert not PersonDoubt.objects.exists()
    day = {"start": "2015-03-01", "end": "2015-03-01", "precision": "day"}
    review.correct(wrong.pk, ana, 1, wrong.record | {"date": day})
    assert PersonDoubt.objects.count() == 1
    review.undo(wrong.pk, ana, 2)
    assert not PersonDoubt.objects.exists()


def test_who_has_very_many_contacts_is_not_looked_at(monkeypatch):
    monkeypatch.setattr(people_doubts, "MOST", 3)
    silent()
    assert PersonDoubt.objects.count() == 1
    met("1997-01-01")
    assert not PersonDoubt.objects.exists()
    kept()


def test_confirming_what_is_known_looks_at_nobody_anew(ana, monkeypatch):
    report = silent()[0]
    monkeypatch.setattr(people_doubts, "doubts", lambda *_: pytest.fail("nothing changed of what the rules look at"))
    review.accept(report.pk, ana, 1)
    assert PersonDoubt.objects.count() == 1


@pytest.mark.parametrize("seed", range(4))
def test_after_any_changes_and_answers_a_rebuild_asks_the_same(seed, ana):
    dice, reports = Random(seed), []
    for _ in range(26):
        act = dice.choice(["met", "met", "met", "reject", "answer", "undo", "split", "say"])
        try:
            if act == "met" or not reports:
                day = f"{dice.choice([1961, 1994, 2015, 2015])}-0{dice.randint(1, 3)}-11"
                name = dice.choice(["Leo Prats", "Leo Prats", "L. Prats", "Leo María Prats"])
                reports.append(
                    met(day, name, dice.choice(["minister", "ambassador"]), dice.choice(["CUB", "CHN", "PRT"]))
                )
            elif act == "reject":
                report = dice.choice(reports)
                report.refresh_from_db()
                review.reject(report.pk, ana, report.version)
            elif act == "answer":
                doubt = dice.choice([0, *PersonDoubt.objects.values_list("pk", flat=True)])
                names_said.answer(doubt, ana, one_person=dice.random() < 0.4)
            elif act == "split":
                names_said.split(dice.choice(list(Name.objects.all())).pk, date(1994, 1, 1), ana)
            elif act == "say":
                pair = dice.sample(list(Name.objects.values_list("pk", flat=True)), 2)
                dice.choice([names_said.say_same, names_said.say_apart])(*pair, ana)
            elif dice.random() < 0.5:
                names_said.undo(dice.choice([0, *NameVerdict.objects.values_list("pk", flat=True)]), ana)
            else:
                names_said.undo_split(dice.choice([0, *NameSplit.objects.values_list("pk", flat=True)]), ana)
        except (CannotHold, NameVerdict.DoesNotExist, NameSplit.DoesNotExist, ValueError):
            continue
        kept()


class TestPages:
    def test_the_queue_says_why_takes_an_answer_and_takes_it_back(self, client, ana):
        client.force_login(ana)
        posts()
        page = client.get("/people/").content.decode()
        assert "Two posts that nobody holds at one time" in page and "11 Feb 2015, as ambassador" in page
        assert "somebody else as ambassador" in page
        doubt = PersonDoubt.objects.get()
        answer = client.post(f"/people/doubts/{doubt.pk}/answer/", {"people": "two", "back": "/people/"}, follow=True)
        words = answer.content.decode()
        assert "Said: two people." in words and "Somebody else as ambassador" in words and len(people()) == 1
        assert Person.objects.count() == 2
        back = f"/names/splits/{NameSplit.objects.get().pk}/undo/"
        assert f'action="{back}"' in words
        assert "Taken back." in client.post(back, follow=True).content.decode()
        assert Person.objects.count() == 1

    def test_a_persons_page_asks_too_and_a_reader_sees_no_button(self, client, ana):
        silent()
        client.force_login(make.user("reader"))
        page = client.get(f"/people/{Person.objects.get().pk}/").content.decode()
        assert "Nothing is known for 32 years" in page and "/answer/" not in page
        client.force_login(ana)
        page = client.get(f"/people/{Person.objects.get().pk}/").content.decode()
        assert "/answer/" in page and "from 3 Feb 1994 on" in page

    @pytest.mark.parametrize("values", [{}, {"people": "three"}, {"people": "two", "back": "//evil.example"}])
    def test_hostile_answers_are_refused_in_words(self, client, ana, values):
        client.force_login(ana)
        answer = client.post("/people/doubts/999999/answer/", values)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/people/")
        assert not NameSplit.objects.exists()

    def test_nothing_is_asked_about_an_article_that_is_read_blind(self, ana):
        first = silent()[0]
        assert len(doubted.queue(0, 10, sight.of(ana))) == 1
        asked = second.ask(first.article_id, make.user())
        second.take(asked.pk, ana)
        assert doubted.queue(0, 10, sight.of(ana)) == [] and len(doubted.queue(0, 10, sight.EVERYTHING)) == 1

    def test_as_many_queries_for_many_as_for_few(self, client, ana):
        client.force_login(ana)
        silent()

        def asked() -> int:
            with CaptureQueriesContext(connection) as found:
                client.get("/people/")
            return len(found)

        few = asked()
        for name in ("Eva Sol", "Max Sol", "Ida Gil"):
            met("1960-01-01", name)
            met("1999-01-01", name)
        assert asked() == few and PersonDoubt.objects.count() == 4


def test_a_rebuild_of_an_archive_without_questions_makes_them():
    silent()
    PersonDoubt.objects.all().delete()
    rebuilding.rebuild()
    assert PersonDoubt.objects.count() == 1
