"""What a decision does. Every way to decide (pages, commands) calls these functions, and nothing else changes a report.

Each runs in one transaction: look whether the report is still as the person saw it, change it, record who did what from
what to what, and bring the contacts and the article's state in step. A decision is never overwritten or deleted; taking
one back is a decision of its own.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from contacts import fusion, reading, records
from contacts.models import Action, Decision, Evidence, Party, Report, ReportState


class Changed(Exception):
    """Somebody decided on this report meanwhile; ``report`` is how it is now. Nothing was done."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"report {report.pk} is at version {report.version}")
        self.report = report


class NothingToUndo(Exception):
    """The report has no decision left that could be taken back."""


class NothingToKeep(Exception):
    """Nothing speaks against the report, or nobody has decided on it."""


_SAME = {
    ReportState.ACCEPTED: Action.ACCEPT,
    ReportState.CORRECTED: Action.CORRECT,
    ReportState.REJECTED: Action.REJECT,
}


def accept(report_id: int, user, version: int) -> Report:
    """Confirm a report as it stands. Raises Changed, Report.DoesNotExist."""
    return _decide(report_id, user, version, Action.ACCEPT, ReportState.ACCEPTED)


def reject(report_id: int, user, version: int) -> Report:
    """Say that this is no contact. Raises Changed, Report.DoesNotExist."""
    return _decide(report_id, user, version, Action.REJECT, ReportState.REJECTED)


def correct(report_id: int, user, version: int, record: dict) -> Report:
    """Confirm a report with other values. Raises Changed, records.BadRecord, Report.DoesNotExist."""
    records.check(record, set(Party.objects.values_list("code", flat=True)))
    return _decide(report_id, user, version, Action.CORRECT, ReportState.CORRECTED, record)


def keep(report_id: int, user, version: int) -> Report:
    """Say that a report still holds as it was decided, though a later reading says otherwise.

    A decision like the one before, with the same outcome. Raises Changed, NothingToKeep, Report.DoesNotExist.
    """
    with transaction.atomic():
        report = _unchanged(report_id, version)
        if report.state not in _SAME or report.doubt is None:
            raise NothingToKeep
        _apply(report, user, _SAME[report.state], report.state, report.record)
    return report


def undo(report_id: int, user, version: int) -> Report:
    """Take back the newest standing decision on a report. Raises Changed, NothingToUndo, Report.DoesNotExist."""
    with transaction.atomic():
        report = _unchanged(report_id, version)
        last = last_standing(report)
        if last is None:
            raise NothingToUndo
        _apply(report, user, Action.UNDO, last.state_before, last.record_before, undoes=last)
    return report


def last_standing(report: Report) -> Decision | None:
    """The newest decision on a report that was not taken back."""
    standing = Decision.objects.filter(report=report, undone_by=None).exclude(action=Action.UNDO)
    return standing.order_by("-pk").first()


def _decide(report_id, user, version, action: Action, state: ReportState, record: dict | None = None) -> Report:
    with transaction.atomic():
        report = _unchanged(report_id, version)
        _apply(report, user, action, state, record if record is not None else report.record)
    return report


def _unchanged(report_id: int, version: int) -> Report:
    """The report, locked until the transaction ends."""
    # no_key: another decision may point to this row (as a source of its contact) while we hold it.
    rows = Report.objects.select_for_update(of=("self",), no_key=True).select_related("article")
    report = rows.get(pk=report_id)
    if report.version != version:
        raise Changed(report)
    return report


def _apply(report: Report, user, action: Action, state: str, record: dict, undoes: Decision | None = None) -> None:
    now = timezone.now()
    Decision.objects.create(
        report=report,
        user=user,
        at=now,
        action=action,
        state_before=report.state,
        state_after=state,
        record_before=report.record,
        record_after=record,
        undoes=undoes,
    )
    report.state, report.version = state, report.version + 1
    report.decided_at = now if undoes is None else _decided_before(report)
    report.doubt = None
    if record != report.record:
        report.record = record
        report.evidence.all().delete()
        Evidence.objects.bulk_create(records.evidence_rows(report))
    report.save(update_fields=["state", "version", "record", "decided_at", "doubt"])
    fusion.project([report])
    reading.show_review_state(report.article_id)


def _decided_before(report: Report):
    """When the state that an undo brings back was decided."""
    last = last_standing(report)
    return last.at if last else None
