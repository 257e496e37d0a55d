"""The article cut into pieces: joined they are the text, and each offset is a code point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.highlight import markup, missed, pieces
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
    assert [(p.text, p.what, p.reports) for p in found] == [
        ("ab", "", (1,)),
        ("c", "date", (1, 2)),
        ("d", "", (1, 2)),
        ("ef", "", (2,)),
    ]


def test_the_first_piece_of_each_report_is_where_its_link_leads():
    found = pieces("abcdef", [], [evidence(1, 2, 7), evidence(4, 5, 7), evidence(4, 5, 8)])
    assert [piece.first_of for piece in found] == [(), (7,), (), (8,), ()]


def test_spans_outside_the_text_are_ignored():
    assert [p.text for p in pieces("abc", [(1, 9, "date")], [evidence(5, 7)])] == ["abc"]


def test_a_near_miss_that_no_report_uses_is_told_as_possibly_missed():
    marks = [(0, 3, "missed"), (4, 8, "missed"), (9, 12, "missed"), (12, 13, "missed"), (13, 17, "trigger")]
    found = pieces("met some sat. Rome", marks, [evidence(7, 12), evidence(9, 12, 2, "trigger")])
    assert [(p.text, p.what) for p in found if p.what] == [
        ("met", "missed"), ("som", "trigger"), ("e", "trigger"), ("sat", "trigger"), (".", "missed"),
        (" Rom", "trigger"),
    ]  # fmt: skip
    assert missed(found) == 2


def test_the_markup_is_the_text_escaped_with_a_number_where_evidence_begins():
    found = pieces("<b>met</b> & Ana", [(3, 6, "trigger")], [evidence(0, 6, 7), evidence(0, 2, 8), evidence(3, 6, 9)])
    shown = markup(found, {7: 1, 8: 2, 9: 3}, chosen=7)
    note = '<a class="note{}" id="r{}" href="?report={}#p{}" data-r="{}" data-n="{}" aria-label="Proposal {}"></a>'
    assert shown == (
        note.format(" on", 7, 7, 7, 7, 1, 1)
        + note.format("", 8, 8, 8, 8, 2, 2)
        + '<mark class=lit data-r="7 8">&lt;b</mark><mark class=lit data-r="7">&gt;</mark>'
        + note.format("", 9, 9, 9, 9, 3, 3)
        + '<mark class="trigger lit" data-r="7 9">met</mark>&lt;/b&gt; &amp; Ana'
    )
