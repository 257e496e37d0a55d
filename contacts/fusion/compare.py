"""How likely two reports tell of one contact, and why, in words. No Django, no database."""

from __future__ import annotations

from dataclasses import dataclass

from contacts.extraction.types import Precision
from contacts.fusion.given import Given
from contacts.fusion.names import name_key

JOIN = 0.5
UNSURE = (0.3, 0.7)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing in which two reports agree or differ. ``weight`` is what it adds to the score (below 0: takes)."""

    field: str  # "people", "parties", "date", "place", "status", "title", "role"
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """``score``: 0 (surely two contacts) to 1 (surely one). ``never``: in words, what rules out that they are one."""

    score: float
    points: tuple[Point, ...] = ()
    never: str = ""

    @property
    def together(self) -> bool:
        """Whether they are joined where nobody said anything."""
        return not self.never and self.score >= JOIN

    @property
    def unsure(self) -> bool:
        """Whether a person should look."""
        return not self.never and UNSURE[0] <= self.score < UNSURE[1]

    @property
    def agrees(self) -> list[str]:
        return [point.words for point in self.points if point.weight > 0]

    @property
    def differs(self) -> list[str]:
        return [point.words for point in self.points if point.weight <= 0]


def compare(one: Given, other: Given) -> Comparison:
    """The same whichever comes first. Both records are the codebook's; ``given.may_be_one`` is not asked again."""
    if one.article == other.article:
        return Comparison(0.0, never="One article tells them apart.")
    same_day = one.precision == other.precision == Precision.DAY and one.days == other.days
    people = [{name_key(person["name"]) for person in given.named} for given in (one, other)]
    same = one.kind == other.kind and one.parties == other.parties and same_day and people[0] == people[1] != set()
    return Comparison(float(same))
