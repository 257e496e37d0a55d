"""What a decision does. Every way to decide (pages, commands) calls these functions, and nothing else changes a report.

Each runs in one transaction: look whether the report is still as the person saw it, change it, record who did what from
what to what, and bring the contacts and the article's state in step. A decision is never overwritten or deleted; taking
one back is a decision of its own, and so is bringing it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from articles.models import Article
from contacts import reading, records, review_log
from contacts.fusion import readside
from contacts.models import Action, Closing, Decision, Evidence, Party, Reason, Report, ReportState


class Changed(Exception):
    """Somebody decided on this report meanwhile; ``report`` is how it is now. Nothing was done."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"report {report.pk} is at version {report.version}")
        self.report = report


class NothingToUndo(Exception):
    """There is no decision left that could be taken back."""


class NothingToRedo(Exception):
    """Nothing was taken back since the last decision."""


class NothingToKeep(Exception):
    """Nothing speaks against the report, or nobody has decided on it."""


class StillOpen(Exception):
    """The article has undecided proposals; ``left`` says how many. It was not closed."""

    def __init__(self, left: int) -> None:
        super().__init__(f"{left} undecided")
        self.left = left


_SAME = {
    ReportState.ACCEPTED: Action.ACCEPT,
    ReportState.CORRECTED: Action.CORRECT,
    ReportState.REJECTED: Action.REJECT,
}


@dataclass(frozen=True)
class Outcome:
    """What a decision makes of a report, and what is recorded of it."""

    action: Action
    state: str
    record: dict
    reason: str = Reason.NOT_GIVEN
    comment: str = ""
    undoes: Decision | None = None
    act: UUID = field(default_factory=uuid4)


def accept(report_id: int, user, version: int) -> Report:
    """Confirm a report as it stands. Raises Changed, Report.DoesNotExist."""
    with transaction.atomic():
        report = _unchanged(report_id, version)
        _apply(report, user, Outcome(Action.ACCEPT, ReportState.ACCEPTED, report.record))
        _bring_in_step([report])
    return report


def accept_all(article_id: int, user, seen: dict[int, int]) -> list[Report]:
    """Confirm all proposals of an article that are still undecided, in one act that is taken back as one.

    ``seen`` maps the ids of the proposals that the person had before them to their versions: one that is not among them
    is left. Raises Changed when somebody decided on one of them meanwhile; then none is accepted.
    """
    act = uuid4()
    with transaction.atomic():
        waiting = Report.objects.filter(article_id=article_id, pk__in=seen, state=ReportState.PROPOSED)
        accepted = []
        for pk in waiting.order_by("pk").values_list("pk", flat=True):
            report = _unchanged(pk, seen[pk])
            _apply(report, user, Outcome(Action.ACCEPT, ReportState.ACCEPTED, report.record, act=act))
            accepted.append(report)
        _bring_in_step(accepted)
    return accepted


def reject(report_id: int, user, version: int, reason: str = Reason.NOT_GIVEN, comment: str = "") -> Report:
    """Say that this is no contact, or not one of its own. Raises Changed, Report.DoesNotExist, ValueError (reason)."""
    why = Reason(reason)
    with transaction.atomic():
        report = _unchanged(report_id, version)
        _apply(report, user, Outcome(Action.REJECT, ReportState.REJECTED, report.record, why, comment[:500]))
        _bring_in_step([report])
    return report


def correct(report_id: int, user, version: int, record: dict) -> Report:
    """Confirm a report with other values. Raises Changed, records.BadRecord, Report.DoesNotExist."""
    _check(record)
    with transaction.atomic():
        report = _unchanged(report_id, version)
        _apply(report, user, Outcome(Action.CORRECT, ReportState.CORRECTED, record))
        _bring_in_step([report])
    return report


def add(article_id: int, user, record: dict) -> Report:
    """Add a contact that the machine missed. Raises records.BadRecord, Article.DoesNotExist."""
    _check(record)
    with transaction.atomic():
        report = _add(Article.objects.select_for_update(of=("self",)).get(pk=article_id), user, record, uuid4())
        _bring_in_step([report])
    return report


def split(report_id: int, user, version: int, first: dict, second: dict) -> tuple[Report, Report]:
    """Make two of one: the report becomes ``first``, ``second`` is added. Raises Changed, records.BadRecord."""
    _check(first)
    _check(second)
    act = uuid4()
    with transaction.atomic():
        report = _unchanged(report_id, version)
        _apply(report, user, Outcome(Action.CORRECT, ReportState.CORRECTED, first, act=act))
        added = _add(report.article, user, second, act)
        _bring_in_step([report, added])
    return report, added


def join(report_id: int, user, version: int, other_id: int, other_version: int) -> Report:
    """Make one of two reports of an article: the first takes what only the other says (``records.joined``), the other
    is rejected as the same. Raises Changed, records.BadRecord, ValueError (not two reports of one article)."""
    act = uuid4()
    with transaction.atomic():
        # Locked in one order, so that two people who join the same two wait instead of blocking each other.
        order = sorted([(report_id, version), (other_id, other_version)])
        found = {pk: _unchanged(pk, known) for pk, known in order}
        report, other = found[report_id], found[other_id]
        if report.pk == other.pk or report.article_id != other.article_id:
            raise ValueError("Two proposals of one article are wanted.")
        record = records.joined(report.record, other.record)
        _check(record)
        _apply(report, user, Outcome(Action.CORRECT, ReportState.CORRECTED, record, act=act))
        _apply(other, user, Outcome(Action.REJECT, ReportState.REJECTED, other.record, Reason.SAME, act=act))
        _bring_in_step([report, other])
    return report


def keep(report_id: int, user, version: int) -> Report:
    """Say that a report still holds as it was decided, though a later reading says otherwise.

    A decision like the one before, with the same outcome. Raises Changed, NothingToKeep, Report.DoesNotExist.
    """
    with transaction.atomic():
        report = _unchanged(report_id, version)
        if report.state not in _SAME or report.doubt is None:
            raise NothingToKeep
        _apply(report, user, Outcome(_SAME[report.state], report.state, report.record))
        _bring_in_step([report])
    return report


def undo(report_id: int, user, version: int) -> list[Report]:
    """Take back the standing decision on a report, and with it all that was decided in the same act.

    Returns the reports, this one first. Raises Changed (also where somebody decided on another report of the act
    since), NothingToUndo, Report.DoesNotExist.
    """
    with transaction.atomic():
        report = _unchanged(report_id, version)
        if report.standing is None:
            raise NothingToUndo
        others = review_log.others_of(report.standing)
        reports = _locked([report.pk, *(row.report_id for row in others)])
        act, wanted = uuid4(), {row.report_id: row for row in [report.standing, *others]}
        for pk, row in wanted.items():
            if reports[pk].standing_id != row.pk:
                raise Changed(reports[pk])
        for pk, row in wanted.items():
            taken = Outcome(Action.UNDO, row.state_before, row.record_before, undoes=row, act=act)
            _apply(reports[pk], user, taken, standing=row.before)
        _bring_in_step(reports.values())
    return [reports[pk] for pk in wanted]


def redo(report_id: int, user, version: int) -> list[Report]:
    """Bring again what was taken back last, with all of its act. Raises Changed, NothingToRedo, Report.DoesNotExist."""
    with transaction.atomic():
        report = _unchanged(report_id, version)
        again = review_log.redoable(report)
        if again is None:
            raise NothingToRedo
        rows = [again, *review_log.others_of(again)]
        reports = _locked([row.report_id for row in rows])
        act = uuid4()
        for row in rows:
            now = reports[row.report_id]
            if review_log.redoable(now) != row:
                raise Changed(now)
            brought = Outcome(Action.REDO, row.state_after, row.record_after, row.reason, row.comment, row, act)
            _apply(now, user, brought, standing=row)
        _bring_in_step(reports.values())
    return [reports[row.report_id] for row in rows]


def close(article_id: int, user) -> Closing:
    """Say that there is nothing (more) in an article. Raises StillOpen, Article.DoesNotExist."""
    return _say_of(article_id, user, closes=True)


def reopen(article_id: int, user) -> Closing:
    """Take back that there is nothing (more) in an article. Raises NothingToUndo, Article.DoesNotExist."""
    return _say_of(article_id, user, closes=False)


def _say_of(article_id: int, user, *, closes: bool) -> Closing:
    with transaction.atomic():
        article = Article.objects.select_for_update(of=("self",)).get(pk=article_id)
        left = Report.objects.filter(article=article, state=ReportState.PROPOSED).count()
        if closes and left:
            raise StillOpen(left)
        if not closes and not review_log.is_closed(article_id):
            raise NothingToUndo
        said = Closing.objects.create(article=article, user=user, closes=closes)
        reading.show_review_state(article_id)
    return said


def _check(record: dict) -> None:
    records.check(record, set(Party.objects.values_list("code", flat=True)))


def _unchanged(report_id: int, version: int) -> Report:
    """The report, locked until the transaction ends."""
    report = _locked([report_id]).get(report_id)
    if report is None:
        raise Report.DoesNotExist
    if report.version != version:
        raise Changed(report)
    return report


def _locked(ids: Iterable[int]) -> dict[int, Report]:
    # no_key: another decision may point to this row (as a source of its contact) while we hold it.
    rows = Report.objects.select_for_update(of=("self",), no_key=True).select_related("article", "standing")
    return {report.pk: report for report in rows.filter(pk__in=set(ids)).order_by("pk")}


def _add(article: Article, user, record: dict, act: UUID) -> Report:
    last = Report.objects.filter(article=article).order_by("-ordinal").values_list("ordinal", flat=True).first()
    report = Report.objects.create(
        article=article, ordinal=0 if last is None else last + 1, record=record, state=ReportState.WITHDRAWN
    )
    Evidence.objects.bulk_create(records.evidence_rows(report))
    _apply(report, user, Outcome(Action.ADD, ReportState.CORRECTED, record, act=act))
    return report


def _bring_in_step(reports: Iterable[Report]) -> None:
    """The contacts and the states of the articles of what was decided: once an act, however many reports it had."""
    reports = list(reports)
    readside.project(reports)
    for article_id in {report.article_id for report in reports}:
        reading.show_review_state(article_id)


_ITSELF = object()


def _apply(report: Report, user, outcome: Outcome, standing=_ITSELF) -> None:
    """Record the decision and make it so. ``standing``: the decision that stands from now on, as a rule the new one."""
    decision = Decision.objects.create(
        report=report,
        user=user,
        at=timezone.now(),
        action=outcome.action,
        state_before=report.state,
        state_after=outcome.state,
        record_before=report.record,
        record_after=outcome.record,
        reason=outcome.reason,
        comment=outcome.comment,
        act=outcome.act,
        before=report.standing,
        undoes=outcome.undoes,
    )
    report.standing = decision if standing is _ITSELF else standing
    report.decided_at = report.standing.at if report.standing else None
    report.state, report.version, report.doubt = outcome.state, report.version + 1, None
    if outcome.record != report.record:
        report.record = outcome.record
        report.evidence.all().delete()
        Evidence.objects.bulk_create(records.evidence_rows(report))
    report.save(update_fields=["state", "version", "record", "decided_at", "doubt", "standing"])
