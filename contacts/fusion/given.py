"""A report as fusion sees it, and when the contact that it tells of may have been. No Django, no database."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import combinations
from typing import Any

from contacts.extraction.types import Precision, Status

Key = Hashable  # of one sortable type in one call: int for stored reports, "id#index" for files
DAY = timedelta(days=1)
# Two days told up to twice this far apart may still mean one: it is added on both sides of each report's days.
SLACK = timedelta(days=3)
# Where an undated contact is looked for, as days before and after the publication of its article.
UNDATED = {
    Status.OCCURRED: (120, 1),
    Status.PLANNED: (30, 365),
    Status.POSSIBLE: (30, 365),
    Status.CANCELLED: (120, 365),
    Status.DENIED: (120, 30),
}


@dataclass(frozen=True, eq=False)
class Given:
    """One report. ``record`` is the codebook's JSON and is not changed.

    ``article`` is the key of its article: two reports of one article are never joined but by a person's word.
    ``text_group`` is shared by articles that print the same text (an agency's); they count as one witness.
    ``confirmed`` says that a person accepted, corrected or added it, ``decided_at`` when; ``chosen`` names the keys of
    ``record`` whose values a person set (all of them where a person added the report).
    """

    key: Key
    article: Key
    record: Mapping[str, Any]
    published: date | None = None
    text_group: Key = None
    outlet: str = ""
    confirmed: bool = False
    decided_at: datetime | None = None
    chosen: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        return self.record["type"]

    @property
    def status(self) -> str:
        return self.record["status"]

    @property
    def precision(self) -> str:
        return self.record["date"]["precision"]

    @cached_property
    def parties(self) -> frozenset[str]:
        return frozenset(self.record["countries"])

    @cached_property
    def ordered(self) -> tuple[str, ...]:
        """The codes of its parties in order."""
        return tuple(sorted(self.parties))

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """First and last day; None where no date is known."""
        when = self.record["date"]
        if not when["start"]:
            return None
        return date.fromisoformat(when["start"]), date.fromisoformat(when["end"] or when["start"])

    @cached_property
    def named(self) -> tuple[Mapping[str, Any], ...]:
        """The participants who have a name."""
        return tuple(person for person in self.record["participants"] if person["name"])

    @cached_property
    def sides(self) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
        """The named participants of each party; under "" those of whom no party is known."""
        found: dict[str, tuple] = {}
        for person in self.named:
            code = person["country"] or ""
            found[code] = (*found.get(code, ()), person)
        return found

    @property
    def witness(self) -> Key:
        """What counts once among the sources of a contact."""
        return self.article if self.text_group is None else ("text", self.text_group)


def window(given: Given) -> tuple[date, date] | None:
    """First and last day between which the contact may have been, with room for what sources tell differently.

    Two reports can be one contact only if their windows overlap. None: nothing dates it, so it stands alone.
    """
    if given.days:
        room = SLACK if given.precision == Precision.DAY else timedelta()
        first, last = _as_printed(given)
        return _moved(first, -room), _moved(last, room)
    if given.published is None:
        return None
    before, after = UNDATED[Status(given.status)]
    return _moved(given.published, timedelta(days=-before)), _moved(given.published, timedelta(days=after))


def _as_printed(given: Given) -> tuple[date, date]:
    """Its days, as far as its article could know: of a vague time the part before it was printed where it tells of what
    has been, and the part after it where it tells of what is to come."""
    first, last = given.days
    if given.published is None or given.precision == Precision.DAY:
        return first, last
    if given.status == Status.OCCURRED:
        last = min(last, _moved(given.published, DAY))
    elif given.status in (Status.PLANNED, Status.POSSIBLE):
        first = max(first, _moved(given.published, -DAY))
    return (first, last) if first <= last else given.days


def pairs(given: Given) -> list[tuple[str, str]]:
    """The pairs of its parties, each in order. Two reports can be one contact only if they share a pair."""
    return list(combinations(given.ordered, 2))


def may_be_one(one: Given, other: Given) -> bool:
    """Whether the two need to be compared at all: one kind, a shared pair of parties, windows that overlap.

    What the database's candidate query must find, and no rule of its own beside it.
    """
    here, there = window(one), window(other)
    if one.kind != other.kind or len(one.parties & other.parties) < 2 or here is None or there is None:
        return False
    return here[0] <= there[1] and there[0] <= here[1]


def _moved(day: date, by: timedelta) -> date:
    """The day, moved; at the ends of the calendar as far as it goes."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min
