"""The articles' pages: adding, the list, the state that changes by itself."""

import pytest
from django.urls import reverse

from articles.models import Article, ArticleState
from tests import make

pytestmark = pytest.mark.django_db
TEXT = "The president of Chile received the prime minister of Japan in Santiago on Friday, his office said."


@pytest.fixture
def analyst(client):
    client.force_login(make.user("analyst"))
    return client


def add(client, **fields):
    return client.post(reverse("articles:add"), {"title": "", "outlet": "", "published": "", "text": "", **fields})


def test_a_pasted_article_is_stored_and_its_page_opens(analyst):
    answer = add(analyst, text=TEXT, outlet="Santiago Times", published="2020-05-08")
    article = Article.objects.get()
    assert answer.url == reverse("article", args=[article.pk])
    assert (article.text, article.state, str(article.published)) == (TEXT, ArticleState.WAITING, "2020-05-08")
    page = analyst.get(answer.url, follow=True)
    assert "Waiting to be read" in page.content.decode()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Paste the words"),
        ({"text": "too little"}, "too short"),
        ({"text": TEXT, "published": "2999-01-01"}, "lies in the future"),
        ({"text": TEXT, "published": "0000-00-00"}, "not a date"),
        ({"text": TEXT, "published": "1066-10-14"}, "Dates before"),
        ({"text": TEXT, "title": "x" * 501}, "at most 500"),
    ],
)
def test_bad_input_is_told_beside_its_field_and_nothing_typed_is_lost(analyst, fields, says):
    answer = add(analyst, outlet="Kept Outlet", **fields)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert "Kept Outlet" in page
    assert not Article.objects.exists()


def test_giving_the_same_text_twice_leads_to_the_article_that_is_here(analyst):
    add(analyst, text=TEXT)
    answer = analyst.post(reverse("articles:add"), {"text": TEXT}, follow=True)
    assert "Already here since" in answer.content.decode()
    assert Article.objects.count() == 1


def test_hostile_titles_are_shown_as_text(analyst):
    make.article(title="<script>alert(1)</script>", outlet="<b>Bold</b>")
    page = analyst.get(reverse("articles:list")).content.decode()
    assert "<script>alert" not in page and "<b>Bold" not in page
    assert "&lt;script&gt;" in page


def test_the_state_of_a_row_is_redrawn_only_when_it_changed(analyst):
    article = make.article(state=ArticleState.READING)
    address = reverse("articles:state", args=[article.pk])
    assert analyst.get(f"{address}?seen=reading").status_code == 204
    waiting = analyst.get(f"{address}?seen=waiting").content.decode()
    assert "hx-trigger" in waiting
    Article.objects.update(state=ArticleState.READY)
    ready = analyst.get(f"{address}?seen=reading").content.decode()
    assert "ready for review" in ready and "hx-trigger" not in ready


def test_a_failed_reading_says_why_and_can_be_tried_again(analyst, django_capture_on_commit_callbacks):
    article = make.article(state=ArticleState.FAILED, state_note="It took too long.")
    page = analyst.get(reverse("articles:list")).content.decode()
    assert "It took too long." in page and "Try again" in page
    analyst.post(reverse("articles:retry", args=[article.pk]))
    article.refresh_from_db()
    assert (article.state, article.state_note) == (ArticleState.WAITING, "")


@pytest.mark.parametrize(("state", "shown"), [("failed", ["B"]), ("", ["A", "B"]), ("nonsense", ["A", "B"])])
def test_the_list_can_be_narrowed_to_a_state(analyst, state, shown):
    make.article(title="Article A")
    make.article(title="Article B", state=ArticleState.FAILED)
    page = analyst.get(reverse("articles:list"), {"state": state}).content.decode()
    assert [letter for letter in "AB" if f"Article {letter}" in page] == shown


def test_an_empty_list_says_what_to_do(analyst):
    assert "Give the first one" in analyst.get(reverse("articles:list")).content.decode()


def test_the_list_asks_the_same_number_of_queries_for_two_and_for_forty_rows(analyst, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert analyst.get(reverse("articles:list")).status_code == 200
        return len(captured)

    make.article(), make.article()
    few = queries()
    for number in range(38):
        make.article(outlet=f"Outlet {number}")
    assert queries() == few
