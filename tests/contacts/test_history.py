"""The history of a report and a person's decisions: who, when, which field from what to what, why, undone by whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from contacts import history, review
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    return make.user(name="ana")


@pytest.fixture
def analyst(client, ana):
    client.force_login(ana)
    return client


def test_the_history_tells_each_decision_with_what_it_changed_and_who_took_it_back(ana):
    report, ben = make.report(), make.user(name="ben")
    review.correct(
        report.pk, ana, 1, report.record | {"status": "planned", "place": {"text": "Faro", "country": "PRT"}}
    )
    review.undo(report.pk, ben, 2)
    review.reject(report.pk, ana, 3, "inside", "Both are of Lisbon.")
    report.refresh_from_db()
    found = history.of_report(report)
    assert [entry.did for entry in found.entries] == ["corrected", "taken back: corrected", "rejected"]
    corrected, _, rejected = found.entries
    assert [(c.label, c.one, c.other) for c in corrected.changes] == [
        ("Status", "occurred", "planned"),
        ("Place", "Lisbon, Portugal", "Faro, Portugal"),
    ]
    assert corrected.taken_back.user == ben and not corrected.stands
    assert (rejected.why, rejected.stands) == ("inside one country: Both are of Lisbon.", True)
    assert "Ana Ruiz" in found.machine


def test_what_was_brought_again_is_no_longer_shown_as_taken_back(ana):
    report = make.report()
    review.accept(report.pk, ana, 1)
    review.undo(report.pk, ana, 2)
    review.redo(report.pk, ana, 3)
    report.refresh_from_db()
    accepted, _, again = history.of_report(report).entries
    assert accepted.taken_back is None and accepted.stands and again.did == "brought again: accepted"


def test_the_page_of_a_report_added_by_hand_says_so_and_escapes_everything(analyst, ana):
    article = make.article()
    hostile = make.record(place={"text": "<b>Lisbon</b>", "country": "PRT"})
    added = review.add(article.pk, ana, make.record())
    review.correct(added.pk, ana, added.version, hostile)
    shown = analyst.get(reverse("contacts:history", args=[added.pk])).content.decode()
    assert "Added by hand" in shown and "&lt;b&gt;Lisbon" in shown and "<b>Lisbon" not in shown


def test_my_decisions_are_undone_from_their_page(analyst, ana):
    one, two = make.report(), make.report()
    review.accept(one.pk, ana, 1)
    review.reject(two.pk, make.user(), 1)
    shown = analyst.get(reverse("contacts:decisions")).content.decode()
    assert f"/reports/{one.pk}/undo/" in shown and f"/reports/{two.pk}/undo/" not in shown
    analyst.post(f"/reports/{one.pk}/undo/", {"version": 2})
    shown = analyst.get(reverse("contacts:decisions")).content.decode()
    assert "Taken back by ana" in shown and f"/reports/{one.pk}/undo/" not in shown


def test_the_list_of_a_persons_decisions_leaves_out_evidence_that_it_cannot_quote(analyst, ana):
    report = make.report()
    review.correct(report.pk, ana, 1, report.record | {"status": "planned", "evidence": [[3, 12]]})
    shown = analyst.get(reverse("contacts:decisions")).content.decode()
    assert "planned" in shown and "no words" not in shown
    assert "<b>Evidence</b>" in analyst.get(reverse("contacts:history", args=[report.pk])).content.decode()


def test_a_reader_sees_a_colleagues_decisions_without_undo(client, ana):
    report = make.report()
    review.accept(report.pk, ana, 1)
    review.close(report.article_id, ana)
    client.force_login(make.user("reader"))
    shown = client.get(reverse("contacts:decisions_of", args=[ana.pk])).content.decode()
    assert "Decisions of ana" in shown and "/undo/" not in shown and "nothing (more) here" in shown


@pytest.mark.parametrize("name", ["history", "decisions"])
def test_pages_ask_as_often_for_many_decisions_as_for_few(analyst, ana, name):
    counts = []
    for decided in (2, 12):
        report = make.report()
        for version in range(1, decided, 2):
            review.accept(report.pk, ana, version)
            review.undo(report.pk, ana, version + 1)
        address = reverse("contacts:history", args=[report.pk]) if name == "history" else reverse("contacts:decisions")
        with CaptureQueriesContext(connection) as asked:
            analyst.get(address)
        counts.append(len(asked))
    assert counts[0] == counts[1]
