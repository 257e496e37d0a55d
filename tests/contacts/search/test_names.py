"""Names typed with small mistakes: which words are meant, and how a name is shown and suggested."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.search.names import asked_words, fit, grams, marked, mistakes_allowed, respelled, words_of


def meant(typed: str, name: str) -> str | None:
    """The name with the words that are meant in brackets; None where none is."""
    words = words_of(name)
    found = fit(asked_words(typed), words)
    return found and "".join(f"[{part}]" if mark else part for part, mark in marked(name, words, found))


@pytest.mark.parametrize(
    ("typed", "name", "shown"),
    [
        ("diaz canel", "Miguel Díaz-Canel", "Miguel [Díaz-Canel]"),
        ("Diaz Cannel", "Miguel Díaz-Canel", "Miguel [Díaz-Canel]"),
        ("CANEL MIGUEL", "Miguel Díaz-Canel", "[Miguel] Díaz-[Canel]"),
        ("Diazcanel", "Miguel Díaz-Canel", "Miguel [Díaz-Canel]"),
        ("Sergey Lavrow", "Sergei Lavrov", "[Sergei Lavrov]"),
        ("Pyongyan", "Pyongyang", "[Pyongyang]"),
        ("kimjongun", "Kim Jong Un", "[Kim Jong Un]"),
        ("xi", "Xi Jinping", "[Xi] Jinping"),
        ("li", "Xi Jinping", None),
        ("khrushev", "Nikita Khrushchev", "Nikita [Khrushchev]"),
        ("ndjamena", "N’Djamena", "[N’Djamena]"),
        ("pyon", "Pyongyang", "[Pyongyang]"),
        ("p", "Pyongyang", None),
        ("pyon talks", "Pyongyang", None),
        ("hanoi", "Havana", None),
        ("", "Havana", None),
    ],
)
def test_which_words_of_a_name_are_meant(typed, name, shown):
    assert meant(typed, name) == shown


def test_a_word_of_the_name_is_used_once():
    found = fit(asked_words("kim kim"), words_of("Kim Jong Un"), typing=False)
    assert found.pairs == ((0, (0,)),)


@pytest.mark.parametrize(("word", "most"), [("kim", 0), ("cuba", 1), ("lavrov", 1), ("pyongyang", 2)])
def test_how_many_mistakes_a_word_allows_for(word, most):
    assert mistakes_allowed(word) == most


@pytest.mark.parametrize(
    ("typed", "name", "suggested"),
    [
        ("Diaz Cannel in Hanoi", "Miguel Díaz-Canel", "Díaz-Canel in Hanoi"),
        ("talks with sergey lavrow", "Sergei Lavrov", "talks with Sergei Lavrov"),
        ("cannel diaz", "Miguel Díaz-Canel", "Canel Díaz"),
    ],
)
def test_a_suggestion_spells_the_name_as_it_is_spelled(typed, name, suggested):
    asked, words = asked_words(typed), words_of(name)
    assert respelled(typed, asked, name, words, fit(asked, words)) == suggested


def test_short_names_have_letters_in_a_row_too():
    assert grams("xi") == {"  x", " xi", "xi "}


@given(st.text(max_size=200), st.text(max_size=80))
def test_no_input_is_an_error_and_pieces_are_the_name(typed, name):
    asked, words = asked_words(typed), words_of(name)
    found = fit(asked, words)
    assert "".join(part for part, _ in marked(name, words, found)) == name
    if found:
        respelled(typed, asked, name, words, found)
