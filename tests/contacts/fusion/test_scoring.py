"""Figures of groups, on examples that were counted by hand."""

import pytest

from contacts.fusion.scoring import b_cubed, labels, pairwise


def both(right, found):
    right, found = labels(right), labels(found)
    return pairwise(right, found), b_cubed(right, found)


def test_all_right():
    pairs, cubed = both([["a", "b"], ["c"]], [["c"], ["b", "a"]])
    assert (pairs.f1, cubed.f1) == (1, 1)


def test_one_pair_missed():
    pairs, cubed = both([["a", "b", "c"], ["d"]], [["a", "b"], ["c"], ["d"]])
    assert (pairs.precision, pairs.recall) == (1, pytest.approx(1 / 3))
    assert (cubed.precision, cubed.recall) == (1, pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4))


def test_one_pair_too_many():
    pairs, cubed = both([["a"], ["b"], ["c", "d"]], [["a", "b"], ["c", "d"]])
    assert (pairs.precision, pairs.recall) == (0.5, 1)
    assert (cubed.precision, cubed.recall) == (0.75, 1)


def test_no_pair_to_find_and_none_found():
    pairs, _ = both([["a"], ["b"]], [["b"], ["a"]])
    assert pairs.f1 == 1


def test_nothing_right():
    pairs, _ = both([["a", "b"], ["c", "d"]], [["a", "c"], ["b", "d"]])
    assert pairs.f1 == 0
