"""A contact that was put off, and the later one that took its place. No Django, no database."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from contacts.extraction.types import Kind, Precision, Status
from contacts.fusion.names import SAME, alike
from contacts.when import when_words


class Somebody(Protocol):
    name: str
    country: str | None


LATEST = timedelta(days=366)  # a later contact of the same people within this may have taken the place
TAKES_PLACE = (Status.PLANNED, Status.POSSIBLE, Status.OCCURRED)
ANNOUNCED = (Status.PLANNED, Status.POSSIBLE)


@dataclass(frozen=True)
class Dated:
    """A contact as far as these rules look at it.

    ``country`` is where it was to be; ``told_by`` are the articles that tell of
    it, ``announced_by`` those of them for which it was still to come.
    """

    key: Hashable
    kind: str
    status: str
    parties: tuple[str, ...]
    start: date
    end: date
    precision: str = Precision.DAY
    country: str = ""
    people: tuple[Somebody, ...] = ()
    told_by: frozenset[Hashable] = field(default_factory=frozenset)
    announced_by: frozenset[Hashable] = field(default_factory=frozenset)

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def precise(self) -> bool:
        return self.precision == Precision.DAY

    @property
    def when(self) -> str:
        return when_words(self.start, self.end, self.precision)


def instead(put_off: Dated, others: Iterable[Dated]) -> Dated | None:
    """Which of ``others`` took the place of a cancelled contact; None where none did, or it was not cancelled.

    It is of the same kind, parties and people, for a visit in the same country, and begins after the days that were
    set, within ``LATEST``. Of several: what an article names as the new date beside telling what was put off; then what
    is not much shorter; then what one article tells beside it; then the next. The order of ``others`` does not matter.
    """
    return min(_following(put_off, others), key=lambda other: _order(put_off, other), default=None)


def why(put_off: Dated, chosen: Dated, others: Iterable[Dated]) -> tuple[str, ...]:
    """Why this one, in sentences; the last names those of ``others`` that are nearer and were passed over."""
    who = ", ".join(dict.fromkeys(one.name for one in _shared(chosen.people, put_off.people)))
    where = ", the same destination" if put_off.country and put_off.country == chosen.country else ""
    said = [f"{who} in both{where}, within a year after the days that were set."]
    if _is_named(put_off, chosen):
        said.append("An article that tells of the putting off names this as the new date.")
    elif put_off.told_by & chosen.told_by:
        said.append("One article tells of both.")
    if put_off.days > 1 and chosen.precise and not _is_shorter(put_off, chosen):
        said.append(f"{chosen.days} days long, where {put_off.days} were set.")
    nearer = sorted((one for one in _following(put_off, others) if one.start < chosen.start), key=lambda one: one.start)
    if nearer:
        passed = "; ".join(f"{one.when}, {_passed_over(put_off, chosen, one)}" for one in nearer[:3])
        said.append(f"Nearer, but passed over: {passed}.")
    return tuple(said)


def _passed_over(put_off: Dated, chosen: Dated, nearer: Dated) -> str:
    if _is_named(put_off, chosen) and not _is_named(put_off, nearer):
        return "which no such article names"
    if _is_shorter(put_off, nearer) and not _is_shorter(put_off, chosen):
        return "much shorter"
    return "which no article tells beside it"


def _following(put_off: Dated, others: Iterable[Dated]) -> list[Dated]:
    if put_off.status != Status.CANCELLED:
        return []
    return [other for other in others if _follows(put_off, other)]


def _follows(put_off: Dated, other: Dated) -> bool:
    if other.key == put_off.key or other.status not in TAKES_PLACE:
        return False
    if (put_off.kind, put_off.parties) != (other.kind, other.parties):
        return False
    if put_off.kind == Kind.VISIT and put_off.country and other.country and put_off.country != other.country:
        return False
    return put_off.end < other.start <= _latest(put_off.end) and share_somebody(put_off.people, other.people)


def _order(put_off: Dated, other: Dated) -> tuple:
    """Smaller is better."""
    together = bool(put_off.told_by & other.told_by)
    return not _is_named(put_off, other), _is_shorter(put_off, other), not together, other.start, other.key


def _is_named(put_off: Dated, other: Dated) -> bool:
    return bool(put_off.told_by & other.announced_by)


def _is_shorter(put_off: Dated, other: Dated) -> bool:
    """Not half as long, as far as the days of both are known. A vague time is not short."""
    return put_off.precise and other.precise and other.days * 2 < put_off.days


def share_somebody(some: Iterable[Somebody], others: Iterable[Somebody]) -> bool:
    """Whether one takes part in both, however spelled."""
    return bool(_shared(some, others))


def _shared(some: Iterable[Somebody], others: Iterable[Somebody]) -> list[Somebody]:
    others = list(others)
    return [
        one
        for one in some
        if any(one.country == other.country and alike(one.name, other.name) >= SAME for other in others)
    ]


def _latest(end: date) -> date:
    try:
        return end + LATEST
    except OverflowError:
        return date.max
