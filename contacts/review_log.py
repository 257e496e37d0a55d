"""What the kept decisions say: which stands, what can be brought again, who did what. Changes nothing."""

from __future__ import annotations

from contacts.models import Action, Closing, Decision, Report, ReportState


def redoable(report: Report) -> Decision | None:
    """The decision that a redo would bring again: the one taken back last, if nothing was decided since."""
    back: list[Decision] = []
    for row in Decision.objects.filter(report=report).select_related("undoes").order_by("pk"):
        if row.action == Action.UNDO:
            back.append(row.undoes)
        elif row.action == Action.REDO:
            back.pop()
        else:
            back.clear()
    return back[-1] if back else None


def others_of(decision: Decision) -> list[Decision]:
    """The other decisions of the same act. One that was brought again belongs to the act that it was first made in."""
    same = Decision.objects.filter(act=decision.act).exclude(pk=decision.pk)
    return list(same.exclude(action__in=[Action.UNDO, Action.REDO]).order_by("pk"))


def last_act(user) -> Decision | None:
    """The newest decision of a person that still stands: what their undo takes back, in whatever article it is."""
    mine = Decision.objects.filter(user=user, stands_for__isnull=False, report__article__removed=False)
    return mine.select_related("report__article").order_by("-pk").first()


def last_of(user) -> Decision | Closing | None:
    """The newest thing that a person did and that still stands: a decision, or that there is nothing in an article."""
    decision = last_act(user)
    closing = (
        Closing.objects.filter(user=user, article__removed=False).select_related("article").order_by("-pk").first()
    )
    if closing is None or not closing.closes or (decision is not None and decision.at > closing.at):
        return decision
    newest = Closing.objects.filter(article=closing.article_id).order_by("-pk").first()
    return closing if newest == closing else decision


# How far back a redo looks. Nobody takes back that many acts and brings them all again.
_FAR = 500


def last_taken_back(user) -> Decision | None:
    """What a redo brings again: the decision that a person took back last, if they decided nothing else since."""
    brought, acts = 0, set()
    mine = Decision.objects.filter(user=user, report__article__removed=False).order_by("-pk")
    for act, action, undoes in mine.values_list("act", "action", "undoes")[:_FAR]:
        if act in acts:
            continue
        acts.add(act)
        if action == Action.REDO:
            brought += 1
        elif action != Action.UNDO:
            return None
        elif brought:
            brought -= 1
        else:
            return Decision.objects.select_related("report__article").get(pk=undoes)
    return None


def is_closed(article_id: int) -> bool:
    """Whether the last that was said of an article is that there is nothing (more) in it."""
    said = Closing.objects.filter(article_id=article_id).order_by("-pk").values_list("closes", flat=True).first()
    return bool(said)


def record_at(report: Report, version: int) -> dict | None:
    """The record of a report as it was at one of its versions; None for a version that it never had."""
    if version == report.version:
        return report.record
    rows = Decision.objects.filter(report=report).order_by("pk")
    if version == 1:
        first = rows.first()
        return first.record_before if first else None
    if not 1 < version < report.version:
        return None
    row = rows[version - 2 : version - 1].first()
    return row.record_after if row else None


def changed_the_text(report_ids: list[int]) -> bool:
    """Whether the last decision on one of these changed what the article shows: evidence, or which reports it has."""
    newest = Decision.objects.filter(report__in=report_ids).order_by("report", "-pk")
    seen: set[int] = set()
    for row in newest.defer("comment").iterator():
        if row.report_id in seen:
            continue
        seen.add(row.report_id)
        if ReportState.WITHDRAWN in (row.state_before, row.state_after):
            return True
        if row.record_before.get("evidence") != row.record_after.get("evidence"):
            return True
    return False
