"""Which of several reports is heard first on a field. No Django, no database."""

from __future__ import annotations

from contacts.fusion.given import Given

Standing = tuple[float, int]  # the lower the better: a person's choice (the latest first), and confirmed or not


def standing(given: Given, field: str) -> Standing:
    """Reports of one standing are equals on the field."""
    if field in given.chosen:
        return (-given.decided_at.timestamp() if given.decided_at else 0.0), 0
    return float("inf"), 0 if given.confirmed else 1


def latest_first(given: Given) -> tuple[bool, int]:
    """Sorts by publication, the last first, undated articles at the end."""
    return given.published is None, -given.published.toordinal() if given.published else 0
