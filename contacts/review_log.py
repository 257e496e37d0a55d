"""What the kept decisions say: which stands, what can be brought again, who did what. Changes nothing."""

from __future__ import annotations

from contacts.models import Action, Closing, Decision, Report


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


def is_closed(article_id: int) -> bool:
    """Whether the last that was said of an article is that there is nothing (more) in it."""
    said = Closing.objects.filter(article_id=article_id).order_by("-pk").values_list("closes", flat=True).first()
    return bool(said)
