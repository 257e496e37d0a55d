"""What was typed, understood; where its words stand; the piece of a text that shows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.snippets import marked, snippet
from articles.search.words import LONGEST, MOST_TERMS, parse, spans


@pytest.mark.parametrize(
    ("typed", "terms", "without"),
    [
        ("Visit Havana", [("visit",), ("havana",)], []),
        ('"state visit" Madrid', [("state", "visit"), ("madrid",)], []),
        ("“state visit”", [("state", "visit")], []),
        ("talks -fish", [("talks",)], [("fish",)]),
        ('talks -"fish and chips"', [("talks",)], [("fish", "and", "chips")]),
        ("Díaz-Canel", [("diaz", "canel")], []),
        ("a-b -c", [("a", "b")], [("c",)]),
        ('"never closed', [("never", "closed")], []),
        ("visit visit", [("visit",)], []),
        ("title:visit OR NEAR(a b) ^x *", [("title", "visit"), ("or",), ("near", "a"), ("b",), ("x",)], []),
        ("-only", [], [("only",)]),
        ('%% 🤝 _ \x00 \' ""', [], []),
        ("", [], []),
    ],
)
def test_what_was_typed_is_understood(typed, terms, without):
    asked = parse(typed)
    assert (list(asked.terms), list(asked.without)) == (terms, without)
    assert bool(asked) == bool(terms)


def test_of_a_very_long_input_the_beginning_is_read():
    assert parse("a" * 10_000).cut and len(parse("a" * 10_000).terms[0][0]) == LONGEST
    many = parse(" ".join(f"w{n}" for n in range(40)))
    assert many.cut and len(many.terms) == MOST_TERMS
    assert not parse("a few words").cut


def found(text: str, typed: str) -> list[str]:
    return [text[start:end] for start, end, _ in spans(text, parse(typed))]


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("He visited; her visits went on.", "visit", ["visited", "visits"]),
        ("A state visit, a state of visits, the State Visits.", '"state visit"', ["state visit", "State Visits"]),
        ("Miguel Díaz-Canel and D\u0069\u0301az Canel", "diaz canel", ["Díaz", "Canel", "Di\u0301az", "Canel"]),
        ("Miguel Díaz-Canel and Diaz", "DÍAZ-CANEL", ["Díaz-Canel"]),
        ("𝕏 🤝 talks שלום talks", "talk", ["talks", "talks"]),
        ("שלום עליכם", "שלום", ["שלום"]),
        ("nothing of it", "visit", []),
    ],
)
def test_words_are_found_in_every_form_and_to_the_letter(text, typed, shown):
    assert found(text, typed) == shown


def test_a_snippet_shows_where_most_of_the_words_are_and_says_where_that_is():
    text = (
        "A visit was announced. "
        + "The weather stayed mild. " * 40
        + "Their visit to Havana began.\n\nIt ended soon. "
        + "x " * 200
    )
    shown = snippet(text, parse("visit havana"))
    words = "".join(piece for piece, _ in shown.pieces)
    assert [piece for piece, mark in shown.pieces if mark] == ["visit", "Havana"]
    assert words.startswith("…") and words.endswith(" …") and "\n" not in words and len(words) < 260
    start, end = map(int, shown.at.split("-"))
    assert text[start:end] == "visit" and text[end:].startswith(" to Havana")


def test_without_the_words_it_is_how_the_text_begins():
    shown = snippet("Short and whole.", parse("zebra"))
    assert shown.pieces == (("Short and whole.", False),) and shown.at == ""


def test_a_line_is_marked_whole():
    assert marked("State visit", parse("visits")) == (("State ", False), ("visit", True))


@given(st.text(max_size=400), st.text(max_size=400))
def test_no_input_is_an_error_and_every_span_is_a_piece_of_the_text(text, typed):
    asked = parse(typed)
    assert all(word and word.isalnum() for term in (*asked.terms, *asked.without) for word in term)
    last = 0
    for start, end, number in spans(text, asked):
        assert last <= start < end <= len(text) and number < len(asked.terms)
        last = end
    assert "".join(words for words, _ in marked(text, asked)) == text
    shown = snippet(text, asked)
    assert not shown.at or text[slice(*map(int, shown.at.split("-")))]
