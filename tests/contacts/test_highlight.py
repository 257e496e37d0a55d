"""The article cut into pieces: joined they are the text, and each offset is a code point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.highlight import pieces
from contacts.models import Evidence


def evidence(start, end, report=1, field=""):
    return Evidence(report_id=report, start=start, end=end, field=field)


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70), st.sampled_from(["person", "date"])), max_size=8),
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70), st.integers(1, 3)), max_size=8),
)
def test_the_pieces_joined_are_the_text_whatever_the_spans(text, marks, spans):
    found = pieces(text, marks, [evidence(*span) for span in spans])
    assert "".join(piece.text for piece in found) == text


@pytest.mark.parametrize("before", ["", "🇨🇺🤝 ", "e\u0301a\u0308 ", "\u202bשלום\u202c ", "a\u00adb\n"])
def test_evidence_after_odd_characters_is_lit_to_the_letter(before):
    text = f"{before}He met her in Rome."
    start = text.index("met her")
    lit = [piece.text for piece in pieces(text, [], [evidence(start, start + 7)]) if piece.reports]
    assert lit == ["met her"]


def test_overlapping_evidence_names_every_report_it_serves():
    found = pieces("abcdef", [(2, 3, "date")], [evidence(0, 4, 1), evidence(2, 6, 2), evidence(2, 3, 1, "date")])
    assert [(p.text, p.what, p.reports, p.fields) for p in found] == [
        ("ab", "", (1,), ()),
        ("c", "date", (1, 2), ("1:date",)),
        ("d", "", (1, 2), ()),
        ("ef", "", (2,), ()),
    ]


def test_the_first_piece_of_each_report_is_where_its_link_leads():
    found = pieces("abcdef", [], [evidence(1, 2, 7), evidence(4, 5, 7), evidence(4, 5, 8)])
    assert [piece.first_of for piece in found] == [(), (7,), (), (8,), ()]


def test_spans_outside_the_text_are_ignored():
    assert [p.text for p in pieces("abc", [(1, 9, "date")], [evidence(5, 7)])] == ["abc"]
