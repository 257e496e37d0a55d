"""A few hundred broken files, the same ones at each run; ``make fuzz`` breaks 10,000."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.readers import Unreadable, child, formats
from tests.files.mutations import _TOKENS
from tests.fuzz import flaw, fuzz


def test_a_broken_file_ends_in_an_article_or_a_plain_message():
    outcomes, findings = fuzz(300, seed=20261124)
    assert not findings
    assert len(outcomes) > 10
    child.stop()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    pieces=st.lists(st.one_of(st.sampled_from(_TOKENS), st.binary(max_size=40), st.text(max_size=40).map(str.encode))),
    name=st.sampled_from(sorted(suffix for one in formats().values() for suffix in one.suffixes)),
)
def test_any_bytes_under_any_name(reading, pieces, name):
    try:
        assert not flaw(reading(b"".join(pieces), f"a{name}"))
    except Unreadable:
        pass
