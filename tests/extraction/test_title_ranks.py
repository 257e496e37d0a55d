"""The rank of a title that stands by itself."""

import pytest

from contacts.extraction.title_ranks import rank_of
from contacts.extraction.types import Rank


@pytest.mark.parametrize(
    "title, rank",
    [
        ("President", Rank.HEAD_OF_STATE),
        ("prime ministers", Rank.HEAD_OF_GOVERNMENT),
        ("Minister of Foreign Affairs", Rank.FOREIGN_MINISTER),
        ("minister for trade and foreign affairs", Rank.FOREIGN_MINISTER),
        ("deputy prime minister and foreign minister", Rank.FOREIGN_MINISTER),
        ("First Vice President of the Councils of State and Ministers", Rank.DEPUTY),
        ("vice president, special envoy", Rank.SPECIAL_ENVOY),
        ("under-secretary-general", Rank.ORGANISATION),
        ("ex-president", Rank.OTHER),
        ("former minister", Rank.OTHER),
        ("senior officials", Rank.OTHER),
        ("his counterpart", None),
        ("", None),
        ("<b>%s</b>\x00", None),
    ],
)
def test_the_rank_of_a_title(title, rank):
    assert rank_of(title) is rank
