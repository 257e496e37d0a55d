"""The index of articles, on the database that the tests run on: what is found, and that it never falls out of step."""

from datetime import date
from random import Random

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import details, removal, search
from articles.models import Article
from articles.search.words import spans
from tests import make
from tests.articles.conftest import story

pytestmark = pytest.mark.django_db


def titles(typed: str) -> list[str]:
    return [hit.article.title for hit in search.find(search.parse(typed), size=50).hits]


@pytest.fixture
def three():
    make.article(
        "Ana Ruiz visited Łódź and São Tomé; talks/visits were called off in the U.S. by 1,000 guests.", title="One"
    )
    make.article("The ministers’ state visit to “Reykjavík” began. Who paid? example.org/treaty did.", title="Two")
    make.article("A text about whales and the sea, long enough to be one.", title="Whales and a visit")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("visit", {"One", "Two", "Whales and a visit"}),
        ("visits talk", {"One"}),
        ("minister", {"Two"}),
        ('"state visit"', {"Two"}),
        ('"visit state"', set()),
        ("visit -whales", {"One", "Two"}),
        ("sao tome", {"One"}),
        ("SÃO-TOMÉ", {"One"}),
        ("reykjavik", {"Two"}),
        ("who", {"Two"}),
        ("treaty", {"Two"}),
        ("U.S.", {"One"}),
        ("1000", set()),
        ("1,000", {"One"}),
        ("-whales", set()),
        ("zebra", set()),
        ("title:whales", set()),
        ("vis*", set()),
    ],
)
def test_what_is_found(three, typed, found):
    assert set(titles(typed)) == found
    assert set(Article.objects.filter(search.matching(typed)).values_list("title", flat=True)) == found


def test_those_with_the_words_in_the_title_come_first_then_the_newest():
    make.article("A visit, told of at length in a text.", title="Old", published=date(2001, 1, 1))
    make.article("A visit, told of at length in some text.", title="A visit", published=date(1999, 1, 1))
    make.article("A visit, told of at length in our text.", title="New", published=date(2020, 1, 1))
    make.article("A visit, told of at length in my own text.", title="Undated", published=None)
    assert titles("visit") == ["A visit", "New", "Old", "Undated"]


def test_pages_and_their_total(monkeypatch):
    for number in range(7):
        make.article(f"A visit was made, and its number was {number} of them.", title=f"T{number}")
    asked = search.parse("visit")
    page = search.find(asked, first=5, size=5)
    assert (len(page.hits), page.total, page.more) == (2, 7, False)
    monkeypatch.setattr(search, "MOST", 4)
    assert [search.find(asked).total, search.find(asked).more] == [4, True]


def test_two_queries_whatever_is_found(three):
    with CaptureQueriesContext(connection) as asked:
        search.find(search.parse("visit"))
    assert len(asked) == 2


SYNTAX = '" """" \' NEAR( {title}:x a:b ^ * \\ %s &|!<->:*() $1 ;-- /* ?'.split() + ["a AND", "NOT NOT", "a' OR 1=1 --"]
ODD = ["\x00", "a\x00b", "🤝🏽", "\u202eabc", "שלום", "½ ² ﷺ ﬁ", "\ud800", "e\u0301\u0301", "ıİ ß"]
LONG = ["a" * 10_000, '"a" ' * 3000, "-" * 10_000, "a-" * 5000, '"' * 10_000]
HOSTILE = SYNTAX + ODD + LONG


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_input_is_no_error(three, typed):
    titles(typed)
    list(Article.objects.filter(search.matching(typed)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=60), st.sampled_from(["{}", '"{}"', "-{} visit", "visit {}"]))
def test_no_input_is_an_error(three, typed, around):
    titles(around.format(typed))


@pytest.mark.parametrize("seed", range(3))
def test_index_and_articles_agree_after_random_changes(seed):
    random, user = Random(seed), make.user()
    for step in range(60):
        there = list(Article.everything.order_by("pk"))
        one = random.choice(there) if there else None
        act = random.choice(["add", "add", "bulk", "remove", "back", "title", "update", "delete", "save"])
        if act == "add" or one is None:
            make.article(story(seed * 1000 + step), title=f"Title {step}")
        elif act == "bulk":
            text = story(seed * 1000 + step)
            Article.objects.bulk_create([Article(title="Bulk", text=text, text_hash=f"{seed} {step}")])
        elif act == "remove":
            removal.remove([one.pk], user)
        elif act == "back":
            removal.bring_back([one.pk], user)
        elif act == "title" and not one.removed:
            details.correct(one, title=f"Corrected {step}", outlet="", published=one.published, url="", author="")
        elif act == "update":
            Article.everything.filter(pk=one.pk).update(title=f"Updated {step}", state_note="x")
        elif act == "delete":
            Article.everything.filter(pk=one.pk, removals=None).delete()
        else:
            one.save()
    search.check()
    for word in ("treaty", "harbour", "corrected", "updated", "bulk", "title", "copper"):
        there = [one.pk for one in Article.everything.all() if spans(f"{one.title} {one.text}", search.parse(word))]
        assert sorted(Article.everything.filter(search.matching(word)).values_list("pk", flat=True)) == sorted(there)


def test_the_check_sees_an_index_that_is_out_of_step_and_rebuilding_mends_it(three):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL derives the column itself")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER articles_index_added")
    make.article("A visit that no trigger saw, and that nobody can find.", title="Unseen")
    with pytest.raises(DatabaseError):
        search.check()
    search.install()
    search.check()
    assert titles("unseen") == ["Unseen"]


def test_a_very_long_and_odd_text_can_be_stored_and_found():
    odd = " ".join(chr(0x20000 + n) + "ﷺ" for n in range(40_000))
    make.article(f"Findable {odd}", title="Odd")
    make.article("word " + "x" * 1999 + " " + "é" * 1999 + " end of it, findable", title="Long words")
    assert set(titles("findable")) == {"Odd", "Long words"}
