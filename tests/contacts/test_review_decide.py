"""What the views of decisions answer: reasons, accepting all, undo and redo of the last act, and how little is sent."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from contacts import review, review_log
from contacts.models import Closing, Decision, Reason, Report, ReportState
from tests import make

pytestmark = pytest.mark.django_db
PRESS = {"HX-Request": "true", "HX-Target": "said"}


@pytest.fixture
def analyst(client):
    client.user = make.user("analyst", "Anna")
    client.force_login(client.user)
    return client


def five(number: int = 5) -> list[Report]:
    days = [make.record(day=f"2020-05-{1 + day:02}") for day in range(number)]
    return make.reports(make.article(), *days)


def press(client, name, *args, **fields):
    return client.post(reverse(f"contacts:{name}", args=args), fields, headers=PRESS)


def states(reports) -> list[str]:
    return [Report.objects.get(pk=one.pk).state for one in reports]


def seen(reports) -> str:
    return " ".join(f"{one.pk}:{one.version}" for one in reports)


@pytest.mark.parametrize("reason", list(Reason.values))
def test_a_rejection_keeps_its_reason_and_comment(analyst, reason):
    report = make.report()
    assert press(analyst, "reject", report.pk, version=1, reason=reason, comment="<b>why").status_code == 200
    decision = Decision.objects.get()
    assert (decision.reason, decision.comment) == (reason, "<b>why")
    shown = analyst.get(reverse("contacts:report_details", args=[report.pk]), headers=PRESS).content.decode()
    assert "&lt;b&gt;why" in shown and "<b>why" not in shown


def test_a_comment_is_kept_as_one_line_without_control_characters(analyst):
    report = make.report()
    press(analyst, "reject", report.pk, version=1, reason="other", comment="no\x00\n\u202etalks " + "x" * 900)
    assert Decision.objects.get().comment == ("no talks " + "x" * 900)[:500]


@pytest.mark.parametrize("reason", ["nonsense", "<script>", "x" * 5000])
def test_an_unknown_reason_is_told_and_nothing_happens(analyst, reason):
    report = make.report()
    answer = press(analyst, "reject", report.pk, version=1, reason=reason)
    assert answer.status_code == 422 and "no reason known here" in answer.content.decode()
    assert not Decision.objects.exists()


def test_all_that_remain_are_accepted_and_taken_back_as_one(analyst):
    reports = five()
    review.reject(reports[0].pk, analyst.user, 1)
    answer = press(analyst, "accept_all", reports[0].article_id, seen=seen(reports))
    shown = answer.content.decode()
    assert states(reports) == ["rejected"] + ["accepted"] * 4
    assert shown.count("<li ") == 4 and "5 of 5 decided" in shown and "4 proposals accepted" in shown
    press(analyst, "undo_last", article=reports[0].article_id)
    assert states(reports) == ["rejected"] + ["proposed"] * 4


def test_accepting_all_leaves_what_was_not_seen_and_all_where_somebody_was_faster(analyst):
    reports = five()
    press(analyst, "accept_all", reports[0].article_id, seen=seen(reports[:2]))
    assert states(reports) == ["accepted"] * 2 + ["proposed"] * 3
    review.accept(reports[2].pk, make.user(), 1)
    review.undo(reports[2].pk, make.user(), 2)
    answer = press(analyst, "accept_all", reports[0].article_id, seen=seen(reports[2:]))
    assert answer.status_code == 409 and states(reports[2:]) == ["proposed"] * 3


@pytest.mark.parametrize("words", ["", "x", "1:", ":1", "1:1:1", "-1:-1", "9" * 40 + ":1", "²:1", "\x00"])
def test_nonsense_instead_of_what_was_seen_accepts_nothing(analyst, words):
    reports = five(1)
    assert press(analyst, "accept_all", reports[0].article_id, seen=words.replace("1:1:1", "0:1:1")).status_code == 409
    assert states(reports) == ["proposed"]


def test_undo_takes_back_act_after_act_and_redo_brings_them_again(analyst):
    reports = five(2)
    article = reports[0].article_id
    review.accept(reports[0].pk, analyst.user, 1)
    review.reject(reports[1].pk, analyst.user, 1, Reason.SAME)
    press(analyst, "undo_last", article=article)
    press(analyst, "undo_last", article=article)
    assert states(reports) == ["proposed", "proposed"]
    assert press(analyst, "undo_last", article=article).status_code == 409
    press(analyst, "redo_last", article=article)
    assert states(reports) == ["accepted", "proposed"]
    press(analyst, "redo_last", article=article)
    assert states(reports) == ["accepted", "rejected"]
    assert Report.objects.get(pk=reports[1].pk).standing.reason == Reason.SAME
    assert press(analyst, "redo_last", article=article).status_code == 409


def test_nothing_is_done_again_once_something_else_was_decided(analyst):
    reports = five(2)
    review.accept(reports[0].pk, analyst.user, 1)
    press(analyst, "undo_last", article=reports[0].article_id)
    review.accept(reports[1].pk, analyst.user, 1)
    assert review_log.last_taken_back(analyst.user) is None
    assert press(analyst, "redo_last", article=reports[0].article_id).status_code == 409


def test_nothing_of_others_is_taken_back(analyst):
    reports = five(1)
    review.accept(reports[0].pk, make.user(), 1)
    answer = press(analyst, "undo_last", article=reports[0].article_id)
    assert answer.status_code == 409 and "nothing of yours" in answer.content.decode()
    assert states(reports) == ["accepted"]


def test_what_was_done_in_another_article_is_taken_back_and_told(analyst):
    reports, here = five(1), make.article(title="Here")
    review.accept(reports[0].pk, analyst.user, 1)
    answer = press(analyst, "undo_last", article=here.pk)
    shown = answer.content.decode()
    assert states(reports) == ["proposed"]
    assert "<li " not in shown and f'href="/review/{reports[0].article_id}/"' in shown
    plain = analyst.post(reverse("contacts:redo_last"), {"article": here.pk})
    assert plain.url == f"/review/{reports[0].article_id}/?report={reports[0].pk}#r{reports[0].pk}"


def test_closing_is_taken_back_too_unless_something_was_decided_since(analyst):
    reports = five(1)
    review.accept(reports[0].pk, analyst.user, 1)
    review.close(reports[0].article_id, analyst.user)
    press(analyst, "undo_last", article=0)
    assert not review_log.is_closed(reports[0].article_id) and states(reports) == ["accepted"]
    press(analyst, "undo_last", article=0)
    assert states(reports) == ["proposed"]
    assert Closing.objects.count() == 2


@pytest.mark.parametrize("article", ["", "x", "-1", "9" * 30, "0"])
def test_undo_from_nowhere_is_answered_in_words(analyst, article):
    answer = press(analyst, "undo_last", article=article)
    assert answer.status_code == 409 and "nothing of yours to undo" in answer.content.decode()
    assert analyst.post(reverse("contacts:undo_last"), {"article": article}).status_code == 302


def test_an_act_on_very_many_is_answered_with_a_few_words(analyst):
    reports = make.reports(make.article(), *[make.record(place=None) for _ in range(60)])
    answer = press(analyst, "accept_all", reports[0].article_id, seen=seen(reports))
    assert set(states(reports)) == {ReportState.ACCEPTED}
    assert len(answer.content) < 15_000 and '"whole": true' in answer.headers["HX-Trigger-After-Settle"]
    some = press(analyst, "undo_last", article=reports[0].article_id)
    assert len(some.content) < 15_000


def test_twelve_rows_with_long_names_stay_a_small_answer(analyst):
    people = [make.person("Ana Maria de la Concepcion Ruiz " * 3, "ESP", "minister", "host") for _ in range(4)]
    reports = make.reports(make.article(), *[make.record(participants=people) for _ in range(12)])
    answer = press(analyst, "accept_all", reports[0].article_id, seen=seen(reports))
    assert answer.content.decode().count("<li ") == 12
    assert len(answer.content) < 15_000


def test_a_decision_asks_as_many_queries_in_a_long_article_as_in_a_short_one(analyst):
    few, many = five(2), make.reports(make.article(), *[make.record(place=None) for _ in range(40)])
    counts = []
    for reports in (few, many):
        with CaptureQueriesContext(connection) as captured:
            assert press(analyst, "accept", reports[0].pk, version=1).status_code == 200
        counts.append(len(captured))
    assert counts[1] <= counts[0] + 4, counts


def test_details_and_rows_without_htmx_lead_to_the_page(analyst):
    report = make.report()
    for name in ("report", "report_details"):
        answer = analyst.get(reverse(f"contacts:{name}", args=[report.pk]))
        assert answer.url.startswith(reverse("contacts:review", args=[report.article_id]))


def test_nothing_of_a_removed_article_can_be_decided_or_taken_back(analyst):
    reports = five(1)
    review.accept(reports[0].pk, analyst.user, 1)
    article = reports[0].article
    article.removed = True
    article.save(update_fields=["removed"])
    assert press(analyst, "accept_all", article.pk, seen="").status_code == 404
    assert press(analyst, "undo", reports[0].pk, version=2).status_code == 404
    assert analyst.get(reverse("contacts:report_details", args=[reports[0].pk]), headers=PRESS).status_code == 404
    assert press(analyst, "undo_last", article=article.pk).status_code == 409
    assert states(reports) == ["accepted"]


def test_a_hostile_comment_is_kept_as_one_clean_line(client):
    client.force_login(make.user())
    report = make.report()
    fields = {"version": 1, "reason": "other", "comment": "Both\x00 are\nof \u202eLisbon " + "x" * 5000}
    assert client.post(f"/reports/{report.pk}/reject/", fields, headers={"HX-Request": "true"}).status_code == 200
    comment = report.decisions.get().comment
    assert comment.startswith("Both are of Lisbon x") and len(comment) <= 500
