"""Acts of several decisions (accept all, split, join), adding, redo, reasons, and closing an article."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import ArticleState
from contacts import records, review, review_log
from contacts.models import Action, Closing, Contact, Decision, Reason, Report, ReportState
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    return make.user()


def states(*reports) -> list[str]:
    for report in reports:
        report.refresh_from_db()
    return [report.state for report in reports]


def test_all_that_were_seen_are_accepted_in_one_act_and_taken_back_in_one(ana):
    article = make.article()
    one, two, three = make.reports(article, *(make.record(day=f"2020-05-0{n}") for n in (4, 5, 6)))
    review.reject(two.pk, ana, 1)
    accepted = review.accept_all(article.pk, ana, {one.pk: 1, two.pk: 1, three.pk: 1})
    assert [report.pk for report in accepted] == [one.pk, three.pk]
    assert states(one, two, three) == ["accepted", "rejected", "accepted"]
    undone = review.undo(three.pk, ana, 2)
    assert {report.pk for report in undone} == {one.pk, three.pk}
    assert states(one, two, three) == ["proposed", "rejected", "proposed"]
    review.redo(one.pk, ana, 3)
    assert states(one, two, three) == ["accepted", "rejected", "accepted"]


def test_a_proposal_that_was_not_seen_is_not_accepted_with_the_rest(ana):
    article = make.article()
    one, two = make.reports(article, make.record(), make.record(day="2020-05-05"))
    review.accept_all(article.pk, ana, {one.pk: 1})
    assert states(one, two) == ["accepted", "proposed"]


def test_none_is_accepted_when_one_changed_meanwhile(ana):
    article = make.article()
    one, two = make.reports(article, make.record(), make.record(day="2020-05-05"))
    review.accept(two.pk, ana, 1)
    review.undo(two.pk, ana, 2)
    with pytest.raises(review.Changed):
        review.accept_all(article.pk, ana, {one.pk: 1, two.pk: 1})
    assert states(one, two) == ["proposed", "proposed"]


def test_an_added_report_is_corrected_from_birth_and_gone_when_taken_back(ana):
    article = make.article(state=ArticleState.NOTHING)
    added = review.add(article.pk, ana, make.record())
    assert (added.machine, added.state, added.extraction) == (None, ReportState.CORRECTED, None)
    assert Contact.objects.get().confirmed
    review.undo(added.pk, ana, added.version)
    assert states(added) == ["withdrawn"]
    assert not Contact.objects.exists() and not Report.objects.present().exists()
    article.refresh_from_db()
    assert article.state == ArticleState.NOTHING
    review.redo(added.pk, ana, added.version)
    assert states(added) == ["corrected"] and Contact.objects.exists()


def test_one_report_is_split_into_two_and_back(ana):
    report = make.report()
    dinner = report.record | {"evidence": [[21, 30]], "place": None}
    first, second = review.split(report.pk, ana, 1, report.record | {"status": "planned"}, dinner)
    assert (first.record["status"], second.record["evidence"]) == ("planned", [[21, 30]])
    review.undo(second.pk, ana, second.version)
    assert states(first, second) == ["proposed", "withdrawn"]
    assert first.record["status"] == "occurred"


def test_two_reports_are_joined_into_one_and_back(ana):
    article = make.article()
    one, two = make.reports(
        article,
        make.record(participants=[make.person("Ana Ruiz", "ESP"), make.person(None, "PRT")], place=None),
        make.record(participants=[make.person("Rui Costa", "PRT")], evidence=[[30, 40]]),
    )
    review.join(one.pk, ana, 1, two.pk, 1)
    assert states(one, two) == ["corrected", "rejected"]
    assert [p["name"] for p in one.record["participants"]] == ["Ana Ruiz", "Rui Costa"]
    assert (one.record["evidence"], one.record["place"]["text"]) == ([[0, 20], [30, 40]], "Lisbon")
    assert Decision.objects.get(report=two).reason == Reason.SAME
    review.undo(two.pk, ana, two.version)
    assert states(one, two) == ["proposed", "proposed"]


def test_reports_of_two_articles_are_not_joined(ana):
    one, two = make.report(), make.report()
    with pytest.raises(ValueError, match="one article"):
        review.join(one.pk, ana, 1, two.pk, 1)
    with pytest.raises(ValueError, match="one article"):
        review.join(one.pk, ana, 1, one.pk, 1)
    assert not Decision.objects.exists()


def test_joining_takes_the_finer_date_where_it_lies_within_the_vaguer():
    month = {"start": "2020-05-01", "end": "2020-05-31", "precision": "month"}
    day, other = make.record(), make.record(day="2020-06-04")
    assert records.joined(make.record() | {"date": month}, day)["date"] == day["date"]
    assert records.joined(make.record() | {"date": month}, other)["date"] == month
    assert records.joined(day, make.record() | {"date": month})["date"] == day["date"]


def test_an_act_of_which_somebody_changed_a_part_is_not_taken_back(ana):
    article, ben = make.article(), make.user()
    one, two = make.reports(article, make.record(), make.record(day="2020-05-05"))
    review.accept_all(article.pk, ana, {one.pk: 1, two.pk: 1})
    review.reject(two.pk, ben, 2)
    with pytest.raises(review.Changed) as told:
        review.undo(one.pk, ana, 2)
    assert told.value.report == two
    assert states(one, two) == ["accepted", "rejected"]


def test_redo_brings_back_one_after_the_other_until_a_new_decision(ana):
    report = make.report()
    review.accept(report.pk, ana, 1)
    review.correct(report.pk, ana, 2, report.record | {"status": "planned"})
    review.undo(report.pk, ana, 3)
    review.undo(report.pk, ana, 4)
    assert states(report) == ["proposed"]
    review.redo(report.pk, ana, 5)
    assert states(report) == ["accepted"]
    review.redo(report.pk, ana, 6)
    assert states(report) == ["corrected"] and report.record["status"] == "planned"
    with pytest.raises(review.NothingToRedo):
        review.redo(report.pk, ana, 7)
    review.undo(report.pk, ana, 7)
    review.reject(report.pk, ana, 8)
    with pytest.raises(review.NothingToRedo):
        review.redo(report.pk, ana, 9)
    assert [d.action for d in Decision.objects.order_by("pk")][-5:] == ["undo", "redo", "redo", "undo", "reject"]


def test_a_reason_is_kept_with_the_rejection_and_an_unknown_one_refused(ana):
    report = make.report()
    with pytest.raises(ValueError):
        review.reject(report.pk, ana, 1, reason="boredom")
    review.reject(report.pk, ana, 1, reason="inside", comment="Both are of Lisbon.")
    decision = Decision.objects.get()
    assert (decision.action, decision.reason, decision.comment) == (Action.REJECT, Reason.INSIDE, "Both are of Lisbon.")


def test_a_person_undoes_what_they_did_last_whatever_others_did_since(ana):
    ben, one, two = make.user(), make.report(), make.report()
    review.accept(one.pk, ana, 1)
    review.accept(two.pk, ben, 1)
    assert review_log.last_act(ana).report == one
    review.undo(one.pk, ana, 2)
    assert review_log.last_act(ana) is None


def test_an_article_without_proposals_waits_until_a_person_says_that_nothing_is_there(ana):
    article = make.article(state=ArticleState.NOTHING)
    review.close(article.pk, ana)
    article.refresh_from_db()
    assert article.state == ArticleState.REVIEWED
    review.reopen(article.pk, ana)
    article.refresh_from_db()
    assert article.state == ArticleState.NOTHING
    with pytest.raises(review.NothingToUndo):
        review.reopen(article.pk, ana)
    assert [said.closes for said in Closing.objects.all()] == [True, False]


def test_an_article_with_undecided_proposals_is_not_closed(ana):
    report = make.report()
    with pytest.raises(review.StillOpen) as told:
        review.close(report.article_id, ana)
    assert told.value.left == 1
    assert not Closing.objects.exists()


def test_accepting_all_brings_the_contacts_in_step_once_however_many_there_are(ana):
    counts = []
    for number in (3, 12):
        article = make.article()
        reports = make.reports(article, *(make.record(day=f"2020-05-{day:02}") for day in range(1, number + 1)))
        with CaptureQueriesContext(connection) as asked:
            review.accept_all(article.pk, ana, {report.pk: 1 for report in reports})
        counts.append(sum("contacts_dyad" in query["sql"] for query in asked.captured_queries))
    assert counts[0] == counts[1]
