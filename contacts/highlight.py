"""The article cut into pieces for the page: each piece knows what it names and which reports it is evidence of.

All borders of all spans cut the text, so spans may overlap freely and no markup nests. Joined, the pieces are the text.
Single fields cut nothing: the page lights their words by their offsets (static/js/offsets.js).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from django.utils.html import format_html

from contacts.extraction.types import Mark
from contacts.models import Evidence


@dataclass(frozen=True)
class Piece:
    """``what`` is a Mark's value or empty; ``reports`` the ids of reports whose evidence it is part of; ``first_of``
    the ids whose evidence begins here; ``found`` is "first" or "more" for the words that the page was opened at."""

    text: str
    what: str = ""
    reports: tuple[int, ...] = ()
    first_of: tuple[int, ...] = ()
    found: str = ""

    @property
    def plain(self) -> bool:
        return not (self.what or self.reports or self.found)


def pieces(
    text: str,
    marks: Iterable[tuple[int, int, str]],
    evidence: Iterable[Evidence],
    opened_at: tuple[int, int] | None = None,
) -> list[Piece]:
    """Cut ``text``. ``marks`` are (start, end, what), ``opened_at`` the words that the page is opened at; spans outside
    the text are ignored. Linear but for the sort."""
    rows = [row for row in evidence if 0 <= row.start < row.end <= len(text)]
    opens, closes = defaultdict(list), defaultdict(list)
    opened = [(*opened_at, ("found", True))] if opened_at else []
    for start, end, tag in chain(_spans(marks, rows), opened):
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


def _spans(marks, rows: list[Evidence]):
    used = _Used(rows)
    for start, end, what in marks:
        yield start, end, ("mark", Mark.TRIGGER.value if what == Mark.MISSED and used.any_of(start, end) else what)
    for row in rows:
        if not row.field:
            yield row.start, row.end, ("report", row.report_id)


class _Used:
    """Which parts of the text some report is about: its evidence, and the words of its fields."""

    def __init__(self, rows: list[Evidence]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((row.start, row.end) for row in rows):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def any_of(self, start: int, end: int) -> bool:
        last = bisect_right(self._starts, end - 1) - 1
        return last >= 0 and self._ends[last] > start


def _piece(text: str, active: dict, seen: set[int | str]) -> Piece:
    if not active:
        return Piece(text)
    by_sort = defaultdict(list)
    for sort, value in active:
        by_sort[sort].append(value)
    reports = tuple(sorted(by_sort["report"]))
    first = tuple(report for report in reports if report not in seen)
    seen.update(first)
    found = ""
    if by_sort["found"]:
        found = "more" if "found" in seen else "first"
        seen.add("found")
    return Piece(text, min(by_sort["mark"], default=""), reports, first, found)


def missed(found: list[Piece]) -> int:
    """How many words may tell of a contact that no report is about."""
    return sum(piece.what == Mark.MISSED for piece in found)


_NOTE = (
    '<a class="note{on}" id="r{pk}" href="?report={pk}#p{pk}" data-r="{pk}" data-n="{n}" aria-label="Proposal {n}"></a>'
)
_CLASSES = set(Mark)


def markup(found: list[Piece], numbers: dict[int, int], chosen: int | None = None) -> str:
    """The pieces as HTML, with the number of each proposal where its evidence begins. The texts of it are the article.

    ``numbers`` maps the ids of reports to what the page numbers them. Of the markup only names and whole numbers of our
    own are put together here; every text goes through ``format_html``, all in one call: there are thousands of them.
    """
    form = "".join(f"{_notes(piece, numbers, chosen)}{_form(piece, chosen)}" for piece in found)
    return format_html(form, *(piece.text for piece in found))


def _notes(piece: Piece, numbers: dict[int, int], chosen: int | None) -> str:
    ids = map(int, piece.first_of)
    return "".join(_NOTE.format(on=" on" if pk == chosen else "", pk=pk, n=int(numbers[pk])) for pk in ids)


def _form(piece: Piece, chosen: int | None) -> str:
    what = piece.what if piece.what in _CLASSES else ""
    names = [what, "lit" if chosen in piece.reports else "", "found" if piece.found else ""]
    names = " ".join(filter(None, names))
    if not names and not piece.reports:
        return "{}"
    place = " id=found" if piece.found == "first" else ""
    classes = f' class="{names}"' if " " in names else f" class={names}" if names else ""
    data = f' data-r="{" ".join(map(str, piece.reports))}"' if piece.reports else ""
    return f"<mark{place}{classes}{data}>{{}}</mark>"
