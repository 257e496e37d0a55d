"""The filter of a person's page, read from the address."""

from __future__ import annotations

from contacts.forms_pair import PairFilter
from contacts.pair.selection import Filter
from contacts.person.selection import LANES
from contacts.sight import EVERYTHING, Sight


class PersonFilter(PairFilter):
    """Several each: lane, status, who (ids of people who took part as well). Once: from, to, show."""

    lanes = tuple(LANES)
    ids = ("who",)

    def __init__(self, data) -> None:
        super().__init__(data)
        del self.fields["kind"], self.fields["rank"]

    def filter(self, sight: Sight = EVERYTHING) -> Filter:
        asked = super().filter(sight)
        return Filter(
            statuses=asked.statuses,
            lanes=asked.lanes,
            people=asked.people,
            start=asked.start,
            end=asked.end,
            show=asked.show,
            sight=sight,
        )
