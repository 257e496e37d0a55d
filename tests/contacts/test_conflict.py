"""A decision that came too late: both versions side by side, nothing applied, nothing lost, one of them chosen."""

import re

import pytest
from django.urls import reverse

from contacts import changes, conflict, review, review_log
from contacts.models import Decision, Report, ReportState
from tests import make
from tests.contacts.test_review_pages import FRAGMENT, act, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    return make.user()


@pytest.fixture
def ben():
    return make.user(name="ben")


@pytest.fixture
def analyst(client, ana):
    client.force_login(ana)
    return client


def settle(client, answer, report, **takes):
    carried = re.search(r'name="carried" value="([^"]+)"', answer.content.decode()).group(1)
    version = re.search(r'name="version" value="(\d+)"', answer.content.decode()).group(1)
    fields = {"carried": carried, "version": version} | {f"take-{name}": side for name, side in takes.items()}
    return client.post(reverse("contacts:settle", args=[report.pk]), fields, headers=FRAGMENT)


def test_a_correction_that_came_too_late_is_shown_beside_what_is_there_and_one_side_chosen(analyst, ben):
    report = make.report()
    review.correct(report.pk, ben, 1, report.record | {"status": "planned"})
    answer = act(analyst, "correct", report, **typed(report, place="Faro"))
    shown = answer.content.decode()
    assert answer.status_code == 409 and Decision.objects.count() == 1
    assert "ben has meanwhile corrected it" in shown
    assert [name in shown for name in ("Faro, Portugal", "Lisbon, Portugal", "planned", "occurred")] == [True] * 4
    assert settle(analyst, answer, report, place="mine", status="theirs").status_code == 200
    report.refresh_from_db()
    assert (report.record["place"]["text"], report.record["status"], report.version) == ("Faro", "planned", 3)


def test_accepting_what_somebody_corrected_meanwhile_shows_what_was_seen_and_what_is_there(analyst, ben):
    report = make.report()
    review.correct(report.pk, ben, 1, report.record | {"status": "planned"})
    answer = act(analyst, "accept", report)
    assert answer.status_code == 409 and "As it is now" in answer.content.decode()
    settle(analyst, answer, report, status="mine")
    report.refresh_from_db()
    assert (report.record["status"], report.state) == ("occurred", ReportState.CORRECTED)


def test_leaving_what_is_there_decides_nothing_and_another_change_shows_both_again(analyst, ben):
    report = make.report()
    review.correct(report.pk, ben, 1, report.record | {"status": "planned"})
    answer = act(analyst, "correct", report, **typed(report, place="Faro"))
    assert settle(analyst, answer, report, place="theirs", status="theirs").status_code == 200
    assert Decision.objects.count() == 1
    report.refresh_from_db()
    review.correct(report.pk, ben, 2, report.record | {"status": "denied"})
    again = settle(analyst, answer, report, place="mine")
    assert again.status_code == 409 and "changed once more" in again.content.decode()
    assert settle(analyst, again, report, place="mine").status_code == 200
    report.refresh_from_db()
    assert (report.record["place"]["text"], report.record["status"]) == ("Faro", "denied")


@pytest.mark.parametrize("carried", ["", "x", "a:b:c", "x" * 300_000])
def test_what_no_page_of_ours_carried_is_refused(analyst, carried):
    report = make.report()
    answer = analyst.post(
        reverse("contacts:settle", args=[report.pk]), {"carried": carried, "version": 1}, headers=FRAGMENT
    )
    assert answer.status_code == 409 and "Nothing was changed" in answer.content.decode()
    assert not Decision.objects.exists()


def test_what_was_carried_for_one_report_is_not_taken_for_another(analyst, ana):
    one, other = make.report(), make.report()
    carried = conflict.of(one, one.record | {"status": "denied"}).carried
    fields = {"carried": carried, "version": 1, "take-status": "mine"}
    assert analyst.post(reverse("contacts:settle", args=[other.pk]), fields, headers=FRAGMENT).status_code == 409
    assert Report.objects.get(pk=other.pk).version == 1


def test_a_later_reading_is_offered_field_by_field_and_what_was_decided_stays_until_chosen(analyst, ana):
    report = make.report()
    review.accept(report.pk, ana, 1)
    later = report.record | {"status": "planned", "place": {"text": "Porto", "country": "PRT"}}
    Report.objects.filter(pk=report.pk).update(doubt={"why": "read again", "machine": later})
    answer = analyst.get(reverse("contacts:later", args=[report.pk]), headers=FRAGMENT)
    assert "As read again" in answer.content.decode() and "Porto" in answer.content.decode()
    settle(analyst, answer, report, place="mine", status="theirs")
    report.refresh_from_db()
    assert (report.record["place"]["text"], report.record["status"], report.doubt) == ("Porto", "occurred", None)


def test_keeping_all_of_a_decided_report_takes_the_mark_off(analyst, ana):
    report = make.report()
    review.accept(report.pk, ana, 1)
    Report.objects.filter(pk=report.pk).update(
        doubt={"why": "read again", "machine": report.record | {"status": "denied"}}
    )
    answer = analyst.get(reverse("contacts:later", args=[report.pk]), headers=FRAGMENT)
    settle(analyst, answer, report, status="theirs")
    report.refresh_from_db()
    assert (report.record["status"], report.doubt, report.state) == ("occurred", None, ReportState.ACCEPTED)


def test_the_record_of_every_version_is_found_again(ana):
    report = make.report()
    review.accept(report.pk, ana, 1)
    review.correct(report.pk, ana, 2, report.record | {"status": "planned"})
    review.undo(report.pk, ana, 3)
    report.refresh_from_db()
    found = [review_log.record_at(report, version) for version in (0, 1, 2, 3, 4, 5)]
    assert [record and record["status"] for record in found] == [
        None,
        "occurred",
        "occurred",
        "planned",
        "occurred",
        None,
    ]


def test_a_chosen_field_brings_its_words_along_and_leaves_those_of_the_others():
    theirs = make.record(spans={"date": [5, 9], "participants.0.name": [0, 4]})
    mine = make.record(day="2020-05-08", basis="on Friday", spans={"date": [30, 39], "place": [40, 44]})
    record = changes.chosen(theirs, mine, ["date", "nonsense"])
    assert (record["date"]["start"], record["basis"]) == ("2020-05-08", "on Friday")
    assert record["spans"] == {"date": [30, 39], "participants.0.name": [0, 4]}
    assert theirs["spans"]["date"] == [5, 9], "the record that was there is not touched"


def test_the_chosen_kind_brings_its_word_along():
    theirs, mine = make.record(spans={"trigger": [1, 2]}), make.record(type="call", spans={"trigger": [3, 4]})
    assert changes.chosen(theirs, mine, ["type"])["spans"]["trigger"] == [3, 4]
    assert changes.chosen(theirs, mine, ["date"])["spans"]["trigger"] == [1, 2]
