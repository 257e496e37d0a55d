"""Near-duplicates: what is alike meets in a band, what is not does not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.duplicates import ALIKE, bands, shingles, signature, similarity
from tests.files.stories import FOREIGN, story


def words(number: int) -> str:
    return "\n\n".join(story(number).paragraphs)


def meet(one: str, two: str) -> bool:
    return bool(set(bands(signature(one))) & set(bands(signature(two))))


def test_the_same_words_give_the_same_signature():
    assert signature(words(1)) == signature(words(1).upper().replace("\n\n", " — "))


def test_a_line_more_or_another_agencys_name_is_alike():
    for changed in (words(2) + " One more line.", words(2).replace("ministry", "office"), words(2)[60:]):
        assert meet(words(2), changed)
        assert similarity(signature(words(2)), signature(changed)) >= ALIKE


def test_other_articles_are_not_alike():
    marks = [signature(words(number)) for number in range(60)]
    assert max(similarity(one, two) for n, one in enumerate(marks) for two in marks[:n]) < 0.4


def test_scripts_without_spaces():
    chinese = "".join(FOREIGN["zh"].paragraphs) * 2
    assert similarity(signature(chinese), signature(chinese + "完")) > 0.8
    assert len(shingles(chinese)) > 30


def test_the_estimate_is_near_the_truth():
    for number in range(20):
        one, two = words(number), words(number)[: 200 + 30 * number]
        truth = len(shingles(one) & shingles(two)) / len(shingles(one) | shingles(two))
        assert abs(similarity(signature(one), signature(two)) - truth) < 0.17


@given(st.text(max_size=200))
def test_any_text_has_a_signature_and_bands_for_a_64_bit_column(text):
    assert len(signature(text)) == 480
    assert len(bands(signature(text))) == 20
    assert all(-(2**63) <= band < 2**63 for band in bands(signature(text)))


def test_stored_signatures_keep_their_meaning():
    """Fails when the hashing changes: then VERSION must be raised and the stored signatures made anew."""
    assert bands(signature("The foreign minister met his counterpart in Hanoi."))[0] == FIRST_BAND


FIRST_BAND = -8942245023034327240
