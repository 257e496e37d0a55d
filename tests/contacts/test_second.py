"""Second opinion: given blind, changes nothing until it is compared, and each difference is settled on one page."""

import pytest
from django.urls import reverse
from django.utils import timezone

from contacts import queries, queue, review, second
from contacts.models import Decision, Opinion, Report, ReportState, SecondReview
from tests import make
from tests.contacts.test_review_pages import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    return make.user(name="ana")


@pytest.fixture
def ben():
    return make.user(name="ben")


@pytest.fixture
def reviewed(ana):
    """An article of three proposals: the first accepted, the second rejected, the third corrected; one was added."""
    article = make.article()
    one, two, three = make.reports(article, *(make.record(day=f"2020-05-0{n}") for n in (4, 5, 6)))
    review.accept(one.pk, ana, 1)
    review.reject(two.pk, ana, 1)
    review.correct(three.pk, ana, 1, three.record | {"status": "denied"})
    review.add(article.pk, ana, make.record(day="2020-05-07", place={"text": "Secret Hall", "country": "PRT"}))
    return article


def page(client, name, *args) -> str:
    return client.get(reverse(f"contacts:{name}", args=args), follow=True).content.decode()


def post(client, name, pk, **fields):
    return client.post(reverse(f"contacts:{name}", args=[pk]), fields, follow=True).content.decode()


def test_the_second_reviewer_sees_the_machines_proposals_and_nothing_that_was_decided(client, reviewed, ana, ben):
    asked = second.ask(reviewed.pk, ana)
    second.take(asked.pk, ben)
    client.force_login(ben)
    shown = page(client, "review", reviewed.pk)
    assert "Second opinion" in shown and shown.count('class="prop opinion"') == 3
    assert not [
        word for word in ("ana", "denied", "Secret Hall", "accepted", "rejected") if word in shown.split("<main")[1]
    ]
    report = Report.objects.filter(article=reviewed).first()
    for name in ("report", "report_details", "history"):
        assert (
            client.get(reverse(f"contacts:{name}", args=[report.pk]), headers={"HX-Request": "true"}).status_code == 403
        )
    assert "Nothing decided yet" in page(client, "decisions_of", ana.pk)


def test_who_decided_on_an_article_cannot_give_its_second_opinion_and_one_person_gives_it(client, reviewed, ana, ben):
    asked = second.ask(reviewed.pk, ana)
    assert second.ask(reviewed.pk, ben) == asked, "asked for once"
    client.force_login(ana)
    assert "must come from somebody else" in post(client, "second_take", asked.pk)
    second.take(asked.pk, ben)
    with pytest.raises(second.Taken):
        second.take(asked.pk, make.user())


def test_opinions_change_no_report_and_both_are_compared_when_it_is_finished(client, reviewed, ana, ben):
    asked, decided = second.ask(reviewed.pk, ana), Decision.objects.count()
    second.take(asked.pk, ben)
    client.force_login(ben)
    one, two, three = Report.objects.filter(article=reviewed, machine__isnull=False).order_by("ordinal")
    assert "3 proposals have no opinion of yours yet" in post(client, "second_finish", asked.pk)
    post(client, "second_say", asked.pk, key=f"r{one.pk}", do="reject")
    post(client, "second_say", asked.pk, key=f"r{one.pk}", do="accept")
    post(client, "second_say", asked.pk, key=f"r{two.pk}", do="accept")
    address = reverse("contacts:second_write", args=[asked.pk])
    client.post(f"{address}?key=r{three.pk}", typed(three, date="6 May 2020", status="planned"))
    client.post(address, typed(one, date="9 May 2020"))
    assert Decision.objects.count() == decided
    shown = post(client, "second_finish", asked.pk)
    assert "1 agrees, 3 to settle, 0 settled" in shown
    asked.refresh_from_db()
    found = second.compare(asked)
    assert [(one.first, one.second, [c.field for c in one.fields]) for one in found.open] == [
        ("rejected", "accepted", []),
        ("corrected", "corrected", ["status"]),
        ("not found", "added", []),
    ]


def test_each_difference_is_settled_by_a_decision_or_by_leaving_it(client, reviewed, ana, ben):
    asked = second.take(second.ask(reviewed.pk, ana).pk, ben)
    one, two, three = Report.objects.filter(article=reviewed, machine__isnull=False).order_by("ordinal")
    second.say(asked, ben, one.pk, ReportState.REJECTED)
    second.say(asked, ben, two.pk, ReportState.ACCEPTED)
    second.say(asked, ben, three.pk, ReportState.CORRECTED, three.machine | {"status": "planned"})
    second.finish(asked, ben)
    client.force_login(make.user())
    for difference, holds in zip(second.compare(asked).open, ("second", "first", "second"), strict=True):
        report = difference.opinion.report
        post(client, "second_settle", asked.pk, opinion=difference.opinion.pk, version=report.version, holds=holds)
    for report in (one, two, three):
        report.refresh_from_db()
    assert [r.state for r in (one, two, three)] == ["rejected", "rejected", "corrected"]
    assert three.record["status"] == "planned"
    asked.refresh_from_db()
    assert asked.settled_at and second.of_article(reviewed.pk) is None
    last = Opinion.objects.filter(second=asked).last()
    assert "settled already" in post(client, "second_settle", asked.pk, opinion=last.pk, version=3, holds="second")


def test_a_difference_in_a_report_that_somebody_changed_is_not_settled_unseen(client, reviewed, ana, ben):
    asked = second.take(second.ask(reviewed.pk, ana).pk, ben)
    for report in Report.objects.filter(article=reviewed, machine__isnull=False):
        second.say(asked, ben, report.pk, ReportState.ACCEPTED)
    second.finish(asked, ben)
    difference = second.compare(asked).open[0]
    review.undo(difference.opinion.report_id, ana, 2)
    client.force_login(ben)
    shown = post(client, "second_settle", asked.pk, opinion=difference.opinion.pk, version=2, holds="second")
    assert "Somebody decided on this contact meanwhile" in shown
    assert not hasattr(Opinion.objects.get(pk=difference.opinion.pk), "settlement")


@pytest.mark.parametrize(
    "fields",
    [{}, {"key": "r0", "do": "accept"}, {"key": "x", "do": "reject"}, {"key": "r1", "do": "burn"},
     {"key": "00000000-0000-0000-0000-000000000000", "do": "reject"}],
)  # fmt: skip
def test_hostile_opinions_are_told_and_change_nothing(client, reviewed, ana, ben, fields):
    asked = second.take(second.ask(reviewed.pk, ana).pk, ben)
    client.force_login(ben)
    assert "Nothing was changed" in post(client, "second_say", asked.pk, **fields)
    assert not Opinion.objects.exists()


def test_an_added_contact_is_taken_back(client, reviewed, ana, ben):
    asked = second.take(second.ask(reviewed.pk, ana).pk, ben)
    client.force_login(ben)
    own = second.say(asked, ben, None, ReportState.CORRECTED, make.record(day="2020-05-20"))
    assert "20 May 2020" in page(client, "second", asked.pk)
    post(client, "second_say", asked.pk, key=str(own.key), do="reject")
    assert "20 May 2020" not in page(client, "second", asked.pk)
    assert SecondReview.objects.get().finished_at is None


READS = ("report", "report_details", "history", "correct", "split", "join", "later")
ACTS = ("accept", "reject", "keep", "undo", "correct", "split", "join", "settle")
AS_A_WHOLE = ("accept_all", "close", "reopen", "add")


@pytest.fixture
def blind(client, reviewed, ana, ben):
    """The second reviewer, giving their opinion."""
    second.take(second.ask(reviewed.pk, ana).pk, ben)
    client.force_login(ben)
    return client


def test_no_page_of_its_reports_tells_a_second_reviewer_what_was_decided(blind, reviewed, ben):
    report, before = Report.objects.filter(article=reviewed).first(), Decision.objects.count()
    for name in READS:
        assert blind.get(reverse(f"contacts:{name}", args=[report.pk])).status_code == 403, name
    for name in ACTS:
        sent = {"version": report.version, "reason": "", "number": "2"}
        assert blind.post(reverse(f"contacts:{name}", args=[report.pk]), sent).status_code == 403, name
    for name in AS_A_WHOLE:
        address = reverse(f"contacts:{name}", args=[reviewed.pk])
        assert blind.post(address, {"seen": f"{report.pk}:{report.version}"}).status_code == 403, name
    assert blind.get(reverse("contacts:add", args=[reviewed.pk])).status_code == 403
    assert Decision.objects.count() == before


def test_the_queue_and_the_first_page_tell_a_second_reviewer_nothing_of_the_article(blind, reviewed, ana, ben):
    other = make.report(make.article("Another text of two ministers who met."))
    reviewed.state = "ready"
    reviewed.save(update_fields=["state"])
    rows = queue.show(ben, queue.FIRST, None)
    assert ([row.article.pk for row in rows.rows], rows.total) == ([other.article_id], 1)
    assert queue.next_article(ben, queue.FIRST, leaving=other.article_id).pk == other.article_id
    shown = queries.overview(ben)
    assert [article.pk for article in shown.to_review] == [other.article_id]
    assert not shown.newest
    # Everybody else sees all of it, and so does the second reviewer once they are finished.
    assert queries.overview(ana).newest and queue.show(ana, queue.FIRST, None).total == 2
    SecondReview.objects.update(finished_at=timezone.now())
    assert queries.overview(ben).newest


def test_people_are_offered_to_a_second_reviewer_as_the_machine_read_them(blind, reviewed, ana):
    one, two = Report.objects.filter(article=reviewed, state=ReportState.ACCEPTED).first(), "Zelda Quint"
    people = [*one.record["participants"][1:], one.record["participants"][0] | {"name": two}]
    review.correct(one.pk, ana, one.version, one.record | {"participants": people})
    ask = [f"{reverse('contacts:people', args=[reviewed.pk])}?q={letters}" for letters in ("", "zel")]
    assert not any(two in blind.get(address).content.decode() for address in ask)
    blind.force_login(ana)
    assert all(two in blind.get(address).content.decode() for address in ask)
