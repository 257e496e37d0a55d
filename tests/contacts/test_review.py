"""Decisions: what they do to a report, what is remembered, what undo brings back, what nobody may overwrite."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from articles.models import ArticleState
from contacts import review
from contacts.models import (
    Action,
    AppendOnly,
    Contact,
    Decision,
    Evidence,
    MachineRecordChanged,
    Report,
    ReportState,
)
from contacts.records import BadRecord
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    return make.user()


def corrected(report, **values):
    return report.record | values


def test_accepting_confirms_the_contact_and_is_remembered(ana):
    report = make.report()
    assert not Contact.objects.get().confirmed
    review.accept(report.pk, ana, version=1)
    report.refresh_from_db()
    decision = Decision.objects.get()
    assert (report.state, report.version) == (ReportState.ACCEPTED, 2)
    assert (decision.user, decision.action, decision.state_before) == (ana, Action.ACCEPT, ReportState.PROPOSED)
    assert Contact.objects.get().confirmed


def test_rejecting_takes_the_contact_away_and_undo_brings_it_back(ana):
    report = make.report()
    review.reject(report.pk, ana, version=1)
    assert not Contact.objects.exists()
    review.undo(report.pk, ana, version=2)
    report.refresh_from_db()
    assert (report.state, report.version, report.decided_at) == (ReportState.PROPOSED, 3, None)
    assert not Contact.objects.get().confirmed


def test_a_correction_changes_the_contact_and_never_the_machines_record(ana):
    report = make.report()
    place = {"text": "Porto", "country": "PRT"}
    review.correct(report.pk, ana, 1, corrected(report, place=place, evidence=[[3, 9]]))
    report.refresh_from_db()
    assert report.state == ReportState.CORRECTED
    assert report.machine["place"]["text"] == "Lisbon"
    assert Contact.objects.get().place == "Porto"
    assert list(Evidence.objects.filter(field="").values_list("start", "end")) == [(3, 9)]


def test_undo_takes_back_one_decision_after_the_other(ana):
    report = make.report()
    review.accept(report.pk, ana, 1)
    accepted_at = Report.objects.get().decided_at
    review.correct(report.pk, ana, 2, corrected(report, status="planned"))
    review.undo(report.pk, ana, 3)
    report.refresh_from_db()
    assert (report.state, report.record["status"], report.decided_at) == (ReportState.ACCEPTED, "occurred", accepted_at)
    review.undo(report.pk, ana, 4)
    report.refresh_from_db()
    assert report.state == ReportState.PROPOSED
    with pytest.raises(review.NothingToUndo):
        review.undo(report.pk, ana, 5)
    assert [d.action for d in Decision.objects.order_by("pk")] == ["accept", "correct", "undo", "undo"]


def test_a_decision_on_a_report_that_somebody_changed_is_not_applied(ana):
    report, ben = make.report(), make.user()
    review.accept(report.pk, ben, version=1)
    with pytest.raises(review.Changed) as told:
        review.reject(report.pk, ana, version=1)
    assert told.value.report.state == ReportState.ACCEPTED
    assert Decision.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"countries": ["ESP"]}, "at least two parties"),
        ({"countries": ["PRT", "ESP"]}, "in order"),
        ({"countries": ["ESP", "XXX"]}, "no party “XXX”"),
        ({"type": "party"}, "is no type"),
        ({"status": "maybe"}, "is no status"),
        ({"date": {"start": "2020-05-09", "end": "2020-05-04", "precision": "day"}}, "after its last"),
        ({"date": {"start": "2020-05-09", "end": "2020-05-09", "precision": "unknown"}}, "has no days"),
        ({"participants": [make.person("Li Wei", "CHN")]}, "stands for a party"),
        ({"participants": [make.person("Ana Ruiz", "ESP", role="boss")]}, "is no role"),
    ],
)
def test_a_correction_that_breaks_the_codebook_is_refused_and_nothing_is_recorded(ana, values, says):
    report = make.report()
    with pytest.raises(BadRecord, match=says):
        review.correct(report.pk, ana, 1, corrected(report, **values))
    assert not Decision.objects.exists()


def test_an_article_is_reviewed_when_nothing_is_left_and_open_again_after_undo(ana):
    article = make.article()
    one, two = make.reports(article, make.record(), make.record(day="2020-05-05"))
    review.accept(one.pk, ana, 1)
    article.refresh_from_db()
    assert article.state == ArticleState.READY
    review.reject(two.pk, ana, 1)
    article.refresh_from_db()
    assert article.state == ArticleState.REVIEWED
    review.undo(two.pk, ana, 2)
    article.refresh_from_db()
    assert article.state == ArticleState.READY


def test_decisions_are_never_changed_or_deleted(ana):
    report = make.report()
    review.accept(report.pk, ana, 1)
    decision = Decision.objects.get()
    for attempt in (
        decision.save,
        decision.delete,
        Decision.objects.all().delete,
        lambda: Decision.objects.update(action="undo"),
    ):
        with pytest.raises(AppendOnly):
            attempt()


def test_the_machines_record_of_a_report_can_never_change():
    report = make.report()
    report.machine = report.machine | {"status": "denied"}
    with pytest.raises(MachineRecordChanged):
        report.save()
    with pytest.raises(MachineRecordChanged):
        Report.objects.update(machine={})
    assert Report.objects.get().machine["status"] == "occurred"


@pytest.mark.django_db(transaction=True)
def test_two_people_deciding_at_once_on_one_contact_both_get_through(ana):
    ben = make.user()
    for _ in range(6):
        reports = [make.report(), make.report()]
        start = threading.Barrier(2)

        def decide(report, user, start=start):
            start.wait(10)
            try:
                return review.accept(report.pk, user, 1)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            done = [pool.submit(decide, report, user) for report, user in zip(reports, (ana, ben), strict=True)]
            assert [job.result(30).state for job in done] == [ReportState.ACCEPTED] * 2
    contact = Contact.objects.get()
    assert contact.confirmed and contact.sources.count() == 12
