"""Two versions of one report side by side: a decision that came too late, or what a later reading says.

Nothing is decided here. What a person meant is carried through the page as a signed text and comes back as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core import signing

from contacts import changes, history, review_log
from contacts.models import Party, Report

SALT = "contacts.conflict"
LONGEST = 200_000  # characters of a signed record


class NotOurs(ValueError):
    """The signed text is not one that a page of ours carried for this report."""


@dataclass(frozen=True)
class Conflict:
    """``fields`` are where what the person typed, or had before them, differs from how the report is now; ``last`` is
    who changed it meanwhile. ``later``: the other side is a later reading and nobody's decision."""

    report: Report
    fields: list[changes.Change]
    last: history.Last | None
    carried: str
    later: bool = False


def of(report: Report, mine: dict, *, later: bool = False) -> Conflict:
    names = dict(Party.objects.values_list("code", "name"))
    return Conflict(
        report=report,
        fields=changes.differences(mine, report.record, names, report.article.text),
        last=history.last_on(report),
        carried=signing.dumps({"report": report.pk, "record": mine, "later": later}, salt=SALT, compress=True),
        later=later,
    )


def seen(report: Report, version: int) -> dict:
    """What somebody who came too late had before them: the report as it was at that version, else as it is now."""
    return review_log.record_at(report, version) or report.record


def read_carried(report: Report, carried: str) -> tuple[dict, bool]:
    """The record that the person meant, and whether it is a later reading. Raises NotOurs."""
    try:
        if len(carried) > LONGEST:
            raise NotOurs
        value = signing.loads(carried, salt=SALT)
    except signing.BadSignature:
        raise NotOurs from None
    if value["report"] != report.pk:
        raise NotOurs
    return value["record"], value["later"]


def settled(report: Report, mine: dict, from_mine: Iterable[str]) -> dict:
    """One record out of both: how the report is now, with the fields taken that were chosen from ``mine``."""
    return changes.chosen(report.record, mine, from_mine)
