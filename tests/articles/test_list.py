"""The article list: what narrows it, what the address holds, and what is done with chosen articles."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import removal
from articles.forms_list import ListFilter
from articles.models import Article, ArticleState, FileState, Removal
from tests import make

pytestmark = pytest.mark.django_db
LIST = "/articles/"


@pytest.fixture
def three(analyst) -> dict[str, Article]:
    """Alpha, Beta and Gamma, different in everything that the list can be narrowed by."""
    other = make.user("analyst", "berta")
    return {
        "Alpha": make.article("A text about whales and the sea, long enough.", title="Alpha", outlet="Oslo Post",
                              language="en", added_by=analyst.user, published=date(2020, 5, 6)),
        "Beta": make.article("A text about ministers and their talks, long.", title="Beta", outlet="Rome Daily",
                             language="de", added_by=other, published=date(2021, 1, 1), state=ArticleState.FAILED),
        "Gamma": make.article("A text about trains, 100% on time, long enough.", title="Gamma", outlet="Rome Daily",
                              language="en", added_by=other, published=None, state=ArticleState.REVIEWED),
    }  # fmt: skip


def names(client, **query) -> list[str]:
    page = client.get(LIST, query).content.decode().split('id="rows"')[-1]
    found = {name: page.find(f">{name}<") for name in ("Alpha", "Beta", "Gamma")}
    return sorted((name for name, at in found.items() if at >= 0), key=found.get)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, "Gamma Beta Alpha"),
        ({"q": "whales"}, "Alpha"),
        ({"q": "TEXT talks"}, "Beta"),
        ({"q": "gamma"}, "Gamma"),
        ({"q": "100%"}, "Gamma"),
        ({"q": "_"}, ""),
        ({"state": "failed"}, "Beta"),
        ({"outlet": "rome daily"}, "Gamma Beta"),
        ({"language": "de"}, "Beta"),
        ({"first": "2020-05-06", "last": "2020-12-31"}, "Alpha"),
        ({"undated": "on"}, "Gamma"),
        ({"sort": "added"}, "Alpha Beta Gamma"),
        ({"sort": "published"}, "Alpha Beta Gamma"),
        ({"sort": "-published"}, "Beta Alpha Gamma"),
        ({"sort": "title"}, "Alpha Beta Gamma"),
        ({"sort": "outlet"}, "Alpha Beta Gamma"),
        ({"first": "yesterday", "sort": "nonsense", "by": "x", "batch": "-4", "page": "99"}, "Gamma Beta Alpha"),
    ],
)
def test_the_list_is_narrowed_and_sorted_by_its_address(analyst, three, query, shown):
    assert names(analyst, **query) == shown.split()


def test_it_is_narrowed_to_who_gave_them_and_to_a_batch(analyst, three):
    assert names(analyst, by=analyst.user.pk) == ["Alpha"]
    upload = make.upload(name="March")
    for name in ("Alpha", "Gamma"):
        make.uploaded_file(upload, state=FileState.STORED, article=three[name])
    assert names(analyst, batch=upload.pk) == ["Gamma", "Alpha"]
    assert "Only of the batch" in analyst.get(LIST, {"batch": upload.pk}).content.decode()


def test_the_counts_are_those_of_what_the_rest_of_the_filter_leaves(analyst, three):
    page = analyst.get(LIST, {"outlet": "Rome Daily"}).content.decode()
    assert 'All <span class="soft">2</span>' in page
    assert 'Failed <span class="soft">1</span>' in page and 'Ready for review <span class="soft">0</span>' in page
    assert "?outlet=Rome+Daily&amp;state=failed" in page


def test_the_address_of_a_filter_asks_for_the_same_again():
    form = ListFilter({"q": "a b", "first": "2020-05-06", "undated": "on", "sort": "title", "state": "", "by": "77"})
    assert form.address() == "q=a+b&first=2020-05-06&undated=on&sort=title"
    assert ListFilter(dict(p.split("=") for p in form.address().split("&"))).address() == form.address().replace(
        "+", "%2B"
    )


def test_what_is_not_understood_is_told_and_empty_results_lead_on(analyst, three):
    assert "not a date" in analyst.get(LIST, {"first": "yesterday"}).content.decode()
    assert "No article is like that" in analyst.get(LIST, {"q": "zebra"}).content.decode()
    assert "in this state now" in analyst.get(LIST, {"state": "waiting"}).content.decode()


def test_pages_keep_the_filter(analyst):
    for n in range(53):
        make.article(title=f"Title {n:02d}", outlet="One")
    page = analyst.get(LIST, {"outlet": "one", "sort": "title"}).content.decode()
    assert "Page 1 of 2, 53 articles" in page and "?outlet=one&amp;sort=title&amp;page=2" in page
    assert "Title 52" in analyst.get(LIST, {"outlet": "one", "sort": "title", "page": 2}).content.decode()


def choose(client, do: str, articles, **more):
    data = {"do": do, "article": [a.pk for a in articles], "query": "outlet=Rome+Daily", **more}
    return client.post(reverse("articles:choose"), data, follow=True)


def test_chosen_articles_are_read_again(analyst, three, started):
    Article.objects.filter(title="Beta").update(state=ArticleState.WAITING)
    answer = choose(analyst, "again", [three["Beta"], three["Gamma"]])
    assert sorted(started) == sorted([three["Beta"].pk, three["Gamma"].pk])
    assert "Read again: 1 article. 1 article needed none" in answer.content.decode()
    assert answer.redirect_chain == [("/articles/?outlet=Rome+Daily", 302)]


def test_removing_asks_first_says_what_hangs_on_it_and_can_be_undone_at_once(analyst, three):
    make.report(three["Alpha"])
    asked = choose(analyst, "remove", [three["Alpha"], three["Beta"]]).content.decode()
    assert "Remove 2 articles?" in asked and "1 proposal hang" in asked
    assert Article.objects.count() == 3
    ids = f"{three['Alpha'].pk},{three['Beta'].pk}"
    page = analyst.post(reverse("articles:remove"), {"article": ids}, follow=True).content.decode()
    assert "2 articles removed." in page and "Undo" in page and "Alpha" not in page
    assert sorted(Removal.objects.values_list("hung_on_it", flat=True)) == ["", "1 proposal"]
    assert "2 articles removed." not in analyst.get(LIST).content.decode()
    removed = analyst.get(LIST, {"state": "removed"}).content.decode()
    assert "Alpha" in removed and "1 proposal hidden along" in removed and "Bring back" in removed
    back = analyst.post(reverse("articles:choose"), {"do": "back", "article": ids}, follow=True).content.decode()
    assert "Brought back: 2 articles." in back
    assert names(analyst) == ["Gamma", "Beta", "Alpha"]
    assert all(row.undone_by == analyst.user and row.undone_at for row in Removal.objects.all())


def test_all_that_a_filter_leaves_can_be_chosen_at_once(analyst, three):
    asked = choose(analyst, "remove", [], all="1").content.decode()
    assert "Remove 2 articles?" in asked and "Alpha" not in asked


def test_choosing_nothing_says_so(analyst, three):
    assert "Choose at least one" in choose(analyst, "remove", []).content.decode()
    nothing = analyst.post(reverse("articles:remove"), {"article": "x,²,99999999999999999999"}, follow=True)
    assert "Nothing was removed" in nothing.content.decode()


def test_removing_twice_is_removing_once(analyst, three):
    pk = three["Alpha"].pk
    assert removal.remove([pk], analyst.user) == [pk] and removal.remove([pk], analyst.user) == []
    assert Removal.objects.count() == 1


def test_a_reader_sees_the_list_without_what_a_reader_may_not_do(client, three):
    client.force_login(make.user("reader"))
    page = client.get(LIST).content.decode()
    assert "Alpha" in page and "Remove" not in page and "Read again" not in page and 'name="article"' not in page


@pytest.mark.parametrize("query", [{}, {"state": "removed"}, {"q": "day"}])
def test_the_list_asks_as_often_for_many_rows_as_for_few(analyst, query):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert analyst.get(LIST, query).status_code == 200
        return len(captured)

    def add(number: int) -> None:
        for _ in range(number):
            like = make.article(outlet=f"Outlet {Article.everything.count()}", added_by=make.user("analyst"))
            gone = make.article(like=like)
            removal.remove([gone.pk], analyst.user)

    add(2)
    few = queries()
    add(18)
    assert queries() == few
