"""The history of a report and of a person: who decided what, when and why, and what was taken back. Only reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator

from contacts import changes, records, second
from contacts.models import Action, Closing, Decision, Party, Reason, Report
from contacts.when import date_words

PAGE_SIZE = 40
WORDS = {
    Action.ACCEPT: "accepted",
    Action.CORRECT: "corrected",
    Action.REJECT: "rejected",
    Action.ADD: "added",
    Action.UNDO: "taken back",
    Action.REDO: "brought again",
}


@dataclass(frozen=True)
class Entry:
    """One decision in words. ``taken_back``: who took it back and when, if it was and still is."""

    decision: Decision
    did: str
    why: str
    changes: list[changes.Change]
    stands: bool
    taken_back: Decision | None
    headline: str = ""


@dataclass(frozen=True)
class History:
    report: Report
    headline: str
    entries: list[Entry]
    machine: str


def of_report(report: Report) -> History:
    """Everything that was decided on a report, oldest first, and how the machine had proposed it. Three queries."""
    names = dict(Party.objects.values_list("code", "name"))
    rows = list(Decision.objects.filter(report=report).select_related("user", "undoes").order_by("pk"))
    machine = ""
    if report.machine is not None:
        words = f"{report.machine['type']}, {report.machine['status']}, {date_words(report.machine['date'])}"
        machine = f"{records.headline(report.machine, names)} ({words})"
    back = _taken_back(rows)
    entries = [_entry(row, back.get(row.pk), report.standing_id, names, report.article.text) for row in rows]
    return History(report, records.headline(report.record, names), entries, machine)


def _taken_back(rows: list[Decision]) -> dict[int, Decision]:
    """For each decision that is taken back as things are now: the undo."""
    back: dict[int, Decision] = {}
    for row in rows:
        if row.action == Action.UNDO:
            back[row.undoes_id] = row
        elif row.action == Action.REDO:
            back.pop(row.undoes_id, None)
    return back


def _entry(row: Decision, back: Decision | None, standing: int | None, names: dict[str, str], text: str) -> Entry:
    did = WORDS[row.action]
    if row.undoes is not None:
        did = f"{did}: {WORDS[row.undoes.action]}"
    why = Reason(row.reason).label if row.reason else ""
    return Entry(
        decision=row,
        did=did,
        why=": ".join(filter(None, [why, row.comment])),
        changes=_changes(row, names, text),
        stands=row.pk == standing,
        taken_back=back,
        headline=records.headline(row.record_after, names),
    )


def _changes(row: Decision, names: dict[str, str], text: str) -> list[changes.Change]:
    """What a decision changed. Without the article's text, other evidence cannot be quoted and is left out."""
    found = changes.differences(row.record_before, row.record_after, names, text)
    return [change for change in found if text or change.field != "evidence"]


@dataclass(frozen=True)
class Decisions:
    """A page of what a person decided, newest first, and the articles that they last closed."""

    page: Page
    entries: list[Entry]
    closed: list[Closing]


def of_person(user, number: str | None, reader) -> Decisions:
    """What a person decided, newest first; what still stands can be taken back from here. Left out are the articles on
    which ``reader`` gives a second opinion."""
    hidden = second.hidden_from(reader)
    rows = Decision.objects.filter(user=user, report__article__removed=False).exclude(report__article__in=hidden)
    rows = rows.select_related("report__article__outlet", "undoes", "user").defer("report__article__text")
    page = Paginator(rows.order_by("-pk"), PAGE_SIZE).get_page(number)
    names = dict(Party.objects.values_list("code", "name"))
    found = list(page.object_list)
    about = Decision.objects.filter(report__in={row.report_id for row in found}, action__in=[Action.UNDO, Action.REDO])
    back = _taken_back(list(about.select_related("user").order_by("pk")))
    entries = [_entry(row, back.get(row.pk), row.report.standing_id, names, "") for row in found]
    said = Closing.objects.filter(user=user, article__removed=False).exclude(article__in=hidden)
    said = said.select_related("article").defer("article__text")
    return Decisions(page, entries, list(said.order_by("-pk")[:10]) if page.number == 1 else [])


@dataclass(frozen=True)
class Last:
    """The newest decision on a report: who did what when, for somebody whose own came too late."""

    who: str
    did: str
    at: datetime


def last_on(report: Report) -> Last | None:
    row = Decision.objects.filter(report=report).select_related("user", "undoes").order_by("-pk").first()
    if row is None:
        return None
    did = WORDS[row.action] if row.undoes is None else f"{WORDS[row.action]}: {WORDS[row.undoes.action]}"
    return Last(row.user.get_full_name() or row.user.get_username(), did, row.at)
