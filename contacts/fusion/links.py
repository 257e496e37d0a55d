"""A contact that was put off, and the later one that took its place. No Django, no database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol

from contacts.extraction.types import Status
from contacts.fusion.names import SAME, alike
from contacts.fusion.values import Merged


class Somebody(Protocol):
    name: str
    country: str | None


LATEST = timedelta(days=366)  # a later contact of the same people within this took the place of what was put off


def instead(put_off: Merged, others: Iterable[Merged]) -> Merged | None:
    """Which of ``others`` took the place of a cancelled contact: the next of its kind, parties and people.

    None where it was not cancelled, has no date, or nothing followed within ``LATEST``. ``others`` are contacts of the
    same kind and parties (more do no harm); the result does not depend on their order.
    """
    start = put_off.record["date"]["start"]
    if put_off.record["status"] != Status.CANCELLED or not start:
        return None
    later = [other for other in others if _follows(put_off, other)]
    return min(later, key=lambda other: (other.record["date"]["start"], other.key), default=None)


def _follows(put_off: Merged, other: Merged) -> bool:
    before, after = put_off.record, other.record
    if other.key == put_off.key or after["status"] not in (Status.PLANNED, Status.OCCURRED, Status.POSSIBLE):
        return False
    if before["type"] != after["type"] or before["countries"] != after["countries"] or not after["date"]["start"]:
        return False
    in_time = before["date"]["end"] < after["date"]["start"] <= _latest(before["date"]["end"])
    return in_time and share_somebody(put_off.participants, other.participants)


def share_somebody(some: Iterable[Somebody], others: Iterable[Somebody]) -> bool:
    """Whether one takes part in both, however spelled."""
    others = list(others)
    return any(one.country == other.country and alike(one.name, other.name) >= SAME for one in some for other in others)


def _latest(end: str) -> str:
    try:
        return (date.fromisoformat(end) + LATEST).isoformat()
    except OverflowError:
        return date.max.isoformat()
