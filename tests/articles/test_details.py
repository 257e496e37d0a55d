"""What is known about an article, corrected by a person."""

from datetime import date

import pytest
from django.urls import reverse

from articles import intake
from articles.models import Article, Basis
from tests import make
from tests.articles.conftest import story

pytestmark = pytest.mark.django_db


def correct(client, article, **values):
    given = {"title": article.title, "outlet": article.outlet.name, "published": article.published or "", **values}
    return client.post(reverse("articles:correct", args=[article.pk]), given, follow=True)


def test_the_page_says_where_the_date_was_found_and_asks_for_a_missing_one(analyst):
    article = make.article(
        published_basis=Basis.DATELINE, language="de", url="https://example.org/a", author="A. Writer"
    )
    page = analyst.get(reverse("articles:details", args=[article.pk])).content.decode()
    assert "the dateline" in page and "German" in page and "https://example.org/a" in page and "A. Writer" in page
    page = analyst.get(reverse("articles:details", args=[make.article(published=None).pk])).content.decode()
    assert "no publication date" in page


def test_another_date_has_the_article_read_again_and_is_typed_from_now_on(analyst, started):
    article = make.article(published_basis=Basis.DATELINE)
    page = correct(analyst, article, published="2021-02-03", title="Better").content.decode()
    article.refresh_from_db()
    assert (article.published, article.published_basis, article.title) == (date(2021, 2, 3), Basis.TYPED, "Better")
    assert started == [article.pk] and "read again under the new date" in page


def test_other_corrections_start_no_reading_and_keep_the_basis(analyst, started):
    article = make.article(published_basis=Basis.DATELINE)
    correct(analyst, article, outlet="New Outlet", url="https://example.org/b", author="B")
    article.refresh_from_db()
    assert (article.outlet.name, article.url, article.author) == ("New Outlet", "https://example.org/b", "B")
    assert article.published_basis == Basis.DATELINE and started == []
    assert "Nothing was changed" in correct(analyst, article, url=article.url, author="B").content.decode()


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"published": "0000-00-00"}, "not a date"),
        ({"published": "2999-01-01"}, "lies in the future"),
        ({"published": "1066-10-14"}, "Dates before"),
        ({"url": "javascript:alert(1)"}, "not an address"),
        ({"title": ""}, "required"),
    ],
)
def test_a_wrong_value_is_told_beside_its_field_and_nothing_is_saved(analyst, started, values, says):
    article = make.article()
    answer = correct(analyst, article, outlet="Typed", **values)
    assert answer.status_code == 422 and says in answer.content.decode() and "Typed" in answer.content.decode()
    assert Article.objects.get().outlet.name == "The Test Gazette" and started == []


def test_a_reader_sees_and_cannot_change(client):
    client.force_login(make.user("reader"))
    article = make.article()
    page = client.get(reverse("articles:details", args=[article.pk])).content.decode()
    assert article.title in page and "Save" not in page
    assert correct(client, article, title="Mine").status_code == 403


def test_giving_the_text_of_a_removed_article_says_so(analyst, started):
    article = intake.store(text=story()).article
    analyst.post(reverse("articles:remove"), {"article": article.pk})
    answer = analyst.post(reverse("articles:add"), {"text": story()}, follow=True)
    assert "was removed earlier" in answer.content.decode()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://a.b/c d", "https://a.b/cd"),
        ("javascript:x", ""),
        ("//a", ""),
        ("http://", ""),
        ("HTTP://A", "HTTP://A"),
    ],
)
def test_only_addresses_of_the_web_are_kept(given, kept):
    assert intake.clean_url(given) == kept
