"""What the queue of unsure joins shows: two reports each on which nobody decided, side by side, and why."""

from __future__ import annotations

from dataclasses import dataclass

from contacts import records
from contacts.contact_page import Why, why_words
from contacts.fusion import gather, verdicts
from contacts.fusion.compare import compare
from contacts.models import Party, Report
from contacts.quotes import first_words
from contacts.sight import Sight
from contacts.when import date_words

PAGE_SIZE = 20
QUOTE_LENGTH = 320


@dataclass(frozen=True)
class Side:
    """One of the two reports, as a line says it; ``quote`` is its sentence."""

    report: Report
    headline: str
    words: str
    state: str
    quote: str


@dataclass(frozen=True)
class Question:
    one: Side
    other: Side
    joined: bool
    why: Why

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.one, self.other


@dataclass(frozen=True)
class JoinsPage:
    """``total`` is counted up to a limit; ``more`` says that there are more than that."""

    questions: tuple[Question, ...]
    total: int
    more: bool
    number: int
    has_next: bool


def joins_page(number: str | None, sight: Sight) -> JoinsPage:
    """A page of the queue, the likeliest first."""
    at = max(1, min(int(number), verdicts.MOST_COUNTED // PAGE_SIZE)) if number and number.isdecimal() else 1
    rows = verdicts.unsure_joins((at - 1) * PAGE_SIZE, PAGE_SIZE + 1, sight.articles)
    shown = rows[:PAGE_SIZE]
    names = dict(Party.objects.values_list("code", "name"))
    ids = [report.pk for row in shown for report in (row.one, row.other)]
    givens, quotes = gather.givens(ids), first_words(ids, QUOTE_LENGTH)
    total = verdicts.count_unsure_joins(sight.articles)
    return JoinsPage(
        questions=tuple(
            Question(
                _side(row.one, names, quotes),
                _side(row.other, names, quotes),
                row.joined,
                why_words(compare(givens[row.one.pk], givens[row.other.pk]), names),
            )
            for row in shown
        ),
        total=total,
        more=total >= verdicts.MOST_COUNTED,
        number=at,
        has_next=len(rows) > PAGE_SIZE,
    )


def _side(report: Report, names: dict[str, str], quotes: dict[int, str]) -> Side:
    record = report.record
    place = (record.get("place") or {}).get("text")
    words = ", ".join(filter(None, [record["type"], record["status"], date_words(record["date"]), place]))
    return Side(report, records.headline(record, names), words, report.get_state_display(), quotes.get(report.pk, ""))
