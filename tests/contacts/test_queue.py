"""The queue: what waits, in which order, who is where, and that an article without proposals waits for a person too."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.models import Article, ArticleState
from contacts import queue, review
from contacts.models import Claim
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    return make.user()


@pytest.fixture
def analyst(client, ana):
    client.force_login(ana)
    return client


def waiting(title: str, hours_ago: int, *found: dict, **values) -> Article:
    article = make.article(title=title, **values)
    Article.objects.filter(pk=article.pk).update(added_at=timezone.now() - timedelta(hours=hours_ago))
    make.reports(article, *found)
    article.refresh_from_db()
    return article


def test_articles_with_undecided_proposals_and_without_any_wait(ana):
    open_, nothing = waiting("open", 2, make.record()), waiting("nothing", 3)
    done = waiting("done", 4, make.record())
    review.accept(done.reports.get().pk, ana, 1)
    assert (open_.state, nothing.state) == (ArticleState.READY, ArticleState.NOTHING)
    shown = queue.show(ana, queue.FIRST, None)
    assert [(row.article, row.proposed) for row in shown.rows] == [(nothing, 0), (open_, 1)]
    assert (shown.total, shown.nothing, queue.left(ana)) == (2, 1, 2)


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("oldest", "a b c"),
        ("published", "c a b"),
        ("outlet", "b c a"),
        ("pair", "c b a"),
        ("confidence", "b a c"),
    ],
)
def test_the_queue_goes_in_the_order_that_was_chosen(ana, order, titles):
    cuba = {"countries": ["CUB", "PRK"], "participants": [make.person("Li Ming", "CUB")]}
    waiting("a", 3, make.record(confidence=0.5), outlet="Zeit", published=date(2020, 2, 1))
    waiting("b", 2, make.record(confidence=0.1, countries=["DEU", "PRT"], participants=[]), outlet="Abend",
            published=date(2020, 1, 1))  # fmt: skip
    waiting("c", 1, make.record(confidence=0.9, **cuba), outlet="Morgen", published=date(2020, 3, 1))
    found = [row.article.title for row in queue.show(ana, queue.order_of(order), None).rows]
    assert " ".join(found) == titles


def test_a_decided_proposal_no_longer_counts_for_the_order(ana):
    one = waiting("sure", 2, make.record(confidence=0.1), make.record(confidence=0.9, day="2020-05-05"))
    waiting("unsure", 1, make.record(confidence=0.5))
    review.accept(one.reports.get(ordinal=0).pk, ana, 1)
    assert [row.article.title for row in queue.show(ana, queue.order_of("confidence"), None).rows] == ["unsure", "sure"]


def test_next_passes_over_what_somebody_else_has_open_until_the_claim_is_old(ana):
    ben, now = make.user(), timezone.now()
    first, second = waiting("first", 2, make.record()), waiting("second", 1, make.record())
    queue.claim(first.pk, ben, now)
    assert queue.next_article(ana, queue.FIRST, now=now) == second
    assert queue.next_article(ben, queue.FIRST, now=now) == first
    assert queue.next_article(ana, queue.FIRST, now=now + queue.FRESH + timedelta(seconds=1)) == first
    queue.claim(second.pk, make.user(), now)
    assert queue.next_article(ana, queue.FIRST, now=now) == first


def test_next_comes_back_to_the_article_left_only_when_no_other_waits(ana):
    first, second = waiting("first", 2, make.record()), waiting("second", 1, make.record())
    assert queue.next_article(ana, queue.FIRST, leaving=first.pk) == second
    review.accept(second.reports.get().pk, ana, 1)
    assert queue.next_article(ana, queue.FIRST, leaving=first.pk) == first
    review.accept(first.reports.get().pk, ana, 1)
    assert queue.next_article(ana, queue.FIRST, leaving=first.pk) is None


def test_a_person_claims_one_article_at_a_time(ana):
    one, two = waiting("one", 2), waiting("two", 1)
    queue.claim(one.pk, ana)
    queue.claim(two.pk, ana)
    queue.claim(two.pk, ana)
    assert list(Claim.objects.values_list("article", "user")) == [(two.pk, ana.pk)]


def test_the_open_page_says_who_else_is_there_and_how_many_wait(analyst):
    article, ben = waiting("one", 2), make.user(name="ben")
    queue.claim(article.pk, ben)
    answer = analyst.post(f"/review/{article.pk}/here/").content.decode()
    assert "1 article waits" in answer and "ben has this article open too" in answer
    assert Claim.objects.count() == 2


def test_nothing_here_closes_the_article_and_leads_to_the_next(analyst):
    one, two = waiting("one", 2), waiting("two", 1, make.record())
    answer = analyst.post(f"/review/{one.pk}/close/", follow=True)
    assert answer.redirect_chain[-1][0] == f"/review/{two.pk}/"
    answer = analyst.post(f"/review/{two.pk}/close/", follow=True)
    assert "One proposal is still undecided" in answer.content.decode()
    one.refresh_from_db(), two.refresh_from_db()
    assert (one.state, two.state) == (ArticleState.REVIEWED, ArticleState.READY)
    analyst.post(f"/review/{one.pk}/reopen/")
    one.refresh_from_db()
    assert one.state == ArticleState.NOTHING


def test_next_leads_to_the_queue_when_nothing_waits_and_the_queue_says_so(analyst):
    answer = analyst.get("/review/next/", follow=True)
    assert answer.redirect_chain == [("/review/", 302)]
    assert "Nothing waits" in answer.content.decode()


def test_the_chosen_order_is_kept_and_a_hostile_one_is_the_first(analyst):
    assert analyst.get("/review/?order=confidence").context["queue"].order.name == "confidence"
    assert analyst.get("/review/").context["queue"].order.name == "confidence"
    assert analyst.get("/review/?order=';drop&page=-1&leaving=x").context["queue"].order.name == "oldest"
    assert analyst.get("/review/next/?leaving=99999999999999999999999").status_code == 302


def test_the_queue_asks_the_same_number_of_queries_for_few_and_many(analyst, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for n in (1, 6):
        for number in range(n):
            waiting(f"{n}-{number}", number, make.record())
        with CaptureQueriesContext(
            connection,
        ) as asked:
            analyst.get("/review/?order=pair")
        counts.append(len(asked))
    assert counts[0] == counts[1]
