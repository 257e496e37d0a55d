"""How likely two reports tell of one contact, and why, in words. No Django, no database."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from contacts.fusion.given import Given, may_be_one
from contacts.fusion.points import FAR, FIELDS, OPEN, Point, days_between, is_vague
from contacts.fusion.settings import THRESHOLDS, WEIGHTS


@dataclass(frozen=True, slots=True)
class Comparison:
    """``score``: 0 (surely two contacts) to 1 (surely one). ``never``: in words, what rules out that they are one."""

    score: float
    points: tuple[Point, ...] = ()
    never: str = ""

    @property
    def together(self) -> bool:
        """Whether they are joined where nobody said anything."""
        return not self.never and self.score >= THRESHOLDS["join"]

    @property
    def apart(self) -> bool:
        """Whether they cannot stand in one contact, though a third may be like both."""
        return bool(self.never) or self.score < THRESHOLDS["apart"]

    @property
    def near(self) -> bool:
        """Whether they may be joined, or a person be asked: what holds a component together (``cluster``)."""
        return not self.never and self.score >= THRESHOLDS["unsure_from"]

    @property
    def unsure(self) -> bool:
        """Whether a person should look."""
        return self.near and self.score < THRESHOLDS["unsure_to"]

    @property
    def agrees(self) -> list[Point]:
        return [point for point in self.points if point.weight > 0]

    @property
    def differs(self) -> list[Point]:
        return [point for point in self.points if point.weight <= 0]


def compare(one: Given, other: Given) -> Comparison:
    """The same whichever comes first."""
    if other.key < one.key:
        one, other = other, one
    never = _never(one, other)
    if never:
        return Comparison(0.0, never=never)
    points = tuple(point for field in FIELDS for point in field(one, other))
    total = WEIGHTS["base"] + sum(point.weight for point in points)
    return Comparison(round(1 / (1 + exp(-total)), 4), points)


def _never(one: Given, other: Given) -> str:
    if one.article == other.article:
        return "One article tells them apart."
    if one.kind != other.kind:
        return f"A {one.kind} is no {other.kind}."
    if len(one.parties & other.parties) < 2:
        return "They do not share two parties."
    if not may_be_one(one, other):
        return "They are too far apart in time."
    if one.days and other.days and not (is_vague(one) or is_vague(other)):
        fixed = not {one.status, other.status} & set(OPEN)
        if fixed and days_between(one.days, other.days) > FAR:
            return "They are too far apart in time."
    return ""
