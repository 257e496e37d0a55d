"""What a decision on the review page answers: the changed proposals, the count and a word on it, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django_htmx.http import trigger_client_event

from articles.models import Article
from contacts import queries, review_log
from contacts.models import Report

# More rows than these are not sent one by one: the page asks for its list anew, so that an answer stays small.
ROWS = 12
UNDONE = "Undone"
# What a press names as its target that puts nothing in a place (static/js/review.js).
NOWHERE = "said"


@dataclass(frozen=True)
class Toast:
    """The line that tells what was done. ``elsewhere`` is the article it was done in, if not the open one."""

    words: str
    undo: bool = True
    redo: bool = False
    elsewhere: Article | None = None


def number(text: str | None) -> int:
    """A whole number from outside, or 0."""
    return int(text) if text and text.isdecimal() and len(text) < 19 else 0


def span(text: str | None) -> tuple[int, int] | None:
    """A place in a text from outside, as "120-131", or None."""
    start, _, end = (text or "").partition("-")
    return (number(start), number(end)) if number(end) and (number(start) or start == "0") else None


def review_address(article_id: int, report_id: int | None = None) -> str:
    """The page of an article, open at a report where one is named."""
    page = reverse("contacts:review", args=[article_id])
    return f"{page}?report={report_id}#r{report_id}" if report_id else page


def answer(
    request: HttpRequest,
    reports: Report | list[Report] | tuple[Report, ...],
    *,
    problem: str = "",
    done: str = "",
    status: int = 200,
) -> HttpResponse:
    """The proposals as they are now: rows for htmx to put in place, or without it the page.

    Where the request has a row as its target (a form in its place), the first comes plain and takes that place; all
    others are swapped out of band. ``done`` says what was done: "accepted". The page is told by an event "decided"
    which rows changed, and whether it has to ask for its list or for all of its ``desk`` anew.
    """
    rows = list(reports) if isinstance(reports, list | tuple) else [reports]
    if not request.htmx:
        if problem:
            messages.error(request, problem)
        return redirect(review_address(rows[0].article_id, rows[0].pk))
    shown = queries.proposals(rows) if len(rows) <= ROWS else []
    words = _words(done, rows, shown)
    desk = bool(done) and review_log.changed_the_text([row.pk for row in rows])
    if desk:
        shown = []  # the page asks for the text anew, and its list with it
    in_place = rows[0].pk if request.htmx.target != NOWHERE else None
    return _render(
        request,
        rows[0].article_id,
        {
            "rows": shown,
            "in_place": in_place,
            "problem": problem,
            "said": words or problem,
        },
        Toast(words, redo=done == UNDONE) if words else None,
        event={"rows": [row.pk for row in rows], "whole": not shown, "desk": desk, "problem": bool(problem)},
        status=status,
    )


def said(request: HttpRequest, article_id: int, toast: Toast, *, status: int = 200) -> HttpResponse:
    """Only a word on what was done, where no row of the open article changed."""
    return _render(request, article_id, {"said": toast.words}, toast, event={"rows": [], "whole": False}, status=status)


def _words(done: str, rows: list[Report], shown: list[queries.Proposal]) -> str:
    if not done:
        return ""
    if len(rows) == 1:
        return f"{shown[0].number} {done[0].lower()}{done[1:]}: {shown[0].headline}"
    return f"{len(rows)} proposals {done[0].lower()}{done[1:]}"


def _render(request, article_id: int, context: dict, toast: Toast | None, *, event: dict, status: int) -> HttpResponse:
    total, decided = queries.counts(article_id)
    context |= {"article_id": article_id, "toast": toast, "total": total, "decided": decided, "left": total - decided}
    rendered = render(request, "contacts/review.html#answer", context, status=status)
    return trigger_client_event(rendered, "decided", event, after="settle")
