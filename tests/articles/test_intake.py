"""Taking articles in: what is kept, what is refused and in which words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import hooks, intake
from articles.models import Article, ImmutableText
from tests import make

LONG = "The foreign minister of Peru flew to Oslo on Monday for talks."


@pytest.fixture
def started(monkeypatch):
    """The ids of the articles whose reading was asked for."""
    ids = []
    monkeypatch.setattr(hooks, "_readers", [ids.append])
    return ids


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ufeffHello\x00 there\x1b[0m", "Hello there[0m"),
        ("naïve 🇨🇺 e\u0301", "naïve 🇨🇺 e\u0301"),
        ("\n\n first\tline \n\n", "first\tline"),
        ("\ud800lone", "lone"),
    ],
)
def test_text_is_kept_but_for_control_characters_and_line_ends(given, kept):
    assert intake.clean_text(given) == kept


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_what_is_left_can_be_stored(text):
    cleaned = intake.clean_text(text)
    assert intake.clean_text(cleaned) == cleaned
    cleaned.encode("utf-8")
    assert "\x00" not in cleaned and "\r" not in cleaned


def test_a_title_cannot_turn_the_direction_of_the_page():
    assert intake.clean_line("Envoy\u202e detisiv \n\x07 Paris") == "Envoy detisiv Paris"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("short", "too short"),
        ("word " * 60_001, "too long"),
        ("12345 67890 " * 10, "no words"),
        ("A text " + "x" * 2_001 + " with data in it", "without a space"),
    ],
)
def test_a_text_that_is_no_article_is_refused(text, says):
    with pytest.raises(intake.Unreadable, match=says):
        intake.check_text(text)


@pytest.mark.django_db
def test_a_stored_article_has_its_title_from_the_first_line_and_its_reading_is_asked_for(started):
    stored = intake.store(text=f"Peru and Norway talk\n\n{LONG}", outlet="Oslo  Post", published=date(2020, 5, 6))
    assert stored.article.title == "Peru and Norway talk"
    assert stored.article.outlet.name == "Oslo Post"
    assert started == [stored.article.pk]


@pytest.mark.django_db
def test_the_same_text_again_is_answered_with_the_article_that_is_here(started):
    first = intake.store(text=LONG)
    again = intake.store(text="  " + LONG.upper().replace(" ", "\n"), title="Other title")
    assert (first.already_here, again.already_here) == (False, True)
    assert again.article == first.article
    assert started == [first.article.pk]


@pytest.mark.django_db
def test_the_text_of_a_stored_article_cannot_change():
    article = Article.objects.get(pk=make.article().pk)
    article.text += " More."
    with pytest.raises(ImmutableText):
        article.save()
    article = Article.objects.defer("text").get(pk=article.pk)
    article.title = "Another title"
    article.save(update_fields=["title"])
    assert Article.objects.get(pk=article.pk).title == "Another title"
