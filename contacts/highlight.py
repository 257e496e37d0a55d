"""The article cut into pieces for the page: each piece knows what it names and which reports it is evidence of.

All borders of all spans cut the text, so spans may overlap freely and no markup nests. Joined, the pieces are the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from contacts.models import Evidence


@dataclass(frozen=True)
class Piece:
    """``what`` is a Mark's value or empty; ``reports`` the ids of reports whose evidence it is part of;
    ``fields`` the same for single fields, as "12:date"; ``first_of`` the ids whose evidence begins here."""

    text: str
    what: str = ""
    reports: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()
    first_of: tuple[int, ...] = field(default=())

    @property
    def plain(self) -> bool:
        return not (self.what or self.reports or self.fields)


def pieces(text: str, marks: Iterable[tuple[int, int, str]], evidence: Iterable[Evidence]) -> list[Piece]:
    """Cut ``text``. ``marks`` are (start, end, what); spans outside the text are ignored. Linear but for the sort."""
    opens, closes = defaultdict(list), defaultdict(list)
    for start, end, tag in _spans(marks, evidence):
        if 0 <= start < end <= len(text):
            opens[start].append(tag)
            closes[end].append(tag)
    found, active, seen, last = [], defaultdict(int), set(), 0
    for border in sorted({0, len(text), *opens, *closes}):
        if border > last:
            found.append(_piece(text[last:border], active, seen))
        for tag in closes[border]:
            active[tag] -= 1
            if not active[tag]:
                del active[tag]
        for tag in opens[border]:
            active[tag] += 1
        last = border
    return found


def _spans(marks, evidence):
    for start, end, what in marks:
        yield start, end, ("mark", what)
    for row in evidence:
        yield (
            row.start,
            row.end,
            (("field", f"{row.report_id}:{row.field}") if row.field else ("report", row.report_id)),
        )


def _piece(text: str, active: dict, seen: set[int]) -> Piece:
    by_sort = defaultdict(list)
    for sort, value in active:
        by_sort[sort].append(value)
    reports = tuple(sorted(by_sort["report"]))
    first = tuple(report for report in reports if report not in seen)
    seen.update(first)
    return Piece(text, min(by_sort["mark"], default=""), reports, tuple(sorted(by_sort["field"])), first)
