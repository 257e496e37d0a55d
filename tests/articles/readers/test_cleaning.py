"""Letters: encodings, control characters, joined lines, dates, language."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.readers import Code, Unreadable, dates
from articles.readers.clean import clean_line, clean_text, safe_name
from articles.readers.decode import CUT, MIXED, NULS, decode
from articles.readers.language import language
from articles.readers.naming import date_in_name
from articles.readers.wrapping import join, unwrap, words_of
from tests.files.stories import FOREIGN, story

TODAY = date(2026, 11, 24)


@given(st.text(st.characters(codec=None), max_size=300))
def test_clean_text_is_final(text):
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", clean)
    clean.encode()


@given(st.text(st.characters(codec=None), max_size=900))
def test_a_line_is_one_clean_line(text):
    line = clean_line(text)
    assert clean_line(line) == line and "\n" not in line and len(line) <= 500


@given(st.text(st.sampled_from("abc./\\:\x00\u202e \n"), max_size=30))
def test_a_name_is_no_path(name):
    safe = safe_name(name)
    assert safe and not set("/\\\n\x00\u202e") & set(safe) and safe not in (".", "..")


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_utf8_comes_back_as_it_was(text):
    assert decode(text.encode())[0] == text.lstrip("\ufeff") or text.startswith("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_give_letters_or_a_plain_refusal(data):
    try:
        assert isinstance(decode(data)[0], str)
    except Unreadable as refused:
        assert refused.code in (Code.BINARY, Code.UNKNOWN_ENCODING)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_western_encodings_are_told_apart(encoding):
    text = "“We are friends,” said Zoë N’Dour in the café – José Ferrer of Málaga agreed.\n" * 3
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize(("name", "encoding"), [("ru", "cp1251"), ("ru", "koi8-r"), ("zh", "gb18030"), ("pl", "cp1250"),
                                                ("pl", "iso8859-2"), ("ko", "euc-kr"), ("fr", "cp1252")])  # fmt: skip
def test_other_encodings_are_told_apart(name, encoding):
    text = "\n\n".join(FOREIGN[name].paragraphs)
    assert decode(text.encode(encoding))[0] == text


def test_a_wrong_declaration_is_not_believed():
    assert decode("Málaga, José".encode(), "iso-8859-1")[0] == "Málaga, José"
    assert decode("Málaga".encode("latin-1"), "iso-8859-1")[0] == "Málaga"
    assert decode(b"plain words", "rot13")[0] == decode(b"plain words", "no such thing")[0] == "plain words"


def test_flaws_are_warned_of():
    assert decode(b"some words\x00 and more of them, and more, and more words still") == (
        "some words and more of them, and more, and more words still", (NULS,),
    )  # fmt: skip
    assert decode("words and more words é".encode()[:-1])[1] == (CUT,)
    assert decode("Málaga\n".encode() + "José\n".encode("cp1252")) == ("Málaga\nJosé\n", (MIXED,))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016-06-30", date(2016, 6, 30)),
        ("2016-06-30T23:15:00+09:00", date(2016, 6, 30)),
        ("20160630", date(2016, 6, 30)),
        ("June 30, 2016", date(2016, 6, 30)),
        ("Thursday, 30 June 2016", date(2016, 6, 30)),
        ("Sept. 3rd, 2016", date(2016, 9, 3)),
        ("30.06.2016", date(2016, 6, 30)),
        ("06/30/2016", date(2016, 6, 30)),
        ("Thu, 30 Jun 2016 09:00:00 +0000", date(2016, 6, 30)),
        ("03/04/2016", None),
        ("0000-00-00", None),
        ("2999-01-01", None),
        ("2016-02-30", None),
        ("1066-10-14", None),
        ("2026-11-26", None),
        ("2026-11-25", date(2026, 11, 25)),
        ("yesterday", None),
        ("", None),
        ("Thu, 99 Jun 2016 99:00:00 +0000", None),
    ],
)
def test_dates_are_strict(text, day):
    assert dates.parse(text, TODAY) == day


@given(st.text(max_size=80))
def test_any_text_is_a_believable_date_or_none(text):
    day = dates.parse(text, TODAY)
    assert day is None or date(1800, 1, 1) <= day <= date(2026, 11, 25)


def test_a_name_may_hold_the_date(limits):
    assert date_in_name("2016-06-30 envoy.pdf", limits).value == date(2016, 6, 30)
    assert date_in_name("scan_20160630_2.pdf", limits).value == date(2016, 6, 30)
    assert date_in_name("order 1234567890.pdf", limits) is None


@pytest.mark.parametrize(
    ("first", "second", "text", "joined"),
    [
        ("the minis-", "ter said", "", "the minister said"),
        ("the vice-", "minister said", "", "the vice-minister said"),
        ("a well-", "known man", "a well-known man", "a well-known man"),
        ("the north-", "eastern border", "the northeastern town", "the northeastern border"),
        ("Jean-", "Pierre said", "", "Jean-Pierre said"),
        ("from 2010-", "2012", "", "from 2010- 2012"),
        ("the soft\u00ad", "ness", "", "the softness"),
        ("one", "two", "", "one two"),
    ],
)
def test_words_cut_at_a_lines_end_are_made_whole(first, second, text, joined):
    assert join(first, second, words_of(text)) == joined


def test_wrapped_lines_are_joined_and_lists_stay():
    one = story(3).paragraphs[0]
    import textwrap

    wrapped = "\n".join(textwrap.wrap(one, 70, break_on_hyphens=False))
    assert unwrap(f"A title\n\n{wrapped}\n\n{wrapped}") == f"A title\n\n{one}\n\n{one}"
    verses = "One line\nAnother line\nA third\nThe last"
    assert unwrap(verses) == verses


@pytest.mark.parametrize("code", FOREIGN)
def test_languages_are_told(code):
    assert language(" ".join(FOREIGN[code].paragraphs)) == code


def test_a_text_of_names_is_still_english():
    assert (
        language("PYONGYANG, May 3 (KCNA) -- Kim Yong Nam, Choe Ryong Hae and Ri Su Yong saw off Salvador Valdes Mesa.")
        == "en"
    )
    assert language("12") == ""
