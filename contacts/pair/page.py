"""All that a pair's page shows, for one choice of contacts. The number of queries does not grow with the contacts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from contacts.lanes import A_IN_B, B_IN_A, CALLS, ELSEWHERE, MESSAGES
from contacts.models import Party, Source
from contacts.pair import axis, drawing, entries, listing
from contacts.pair.drawing import Drawing, Frame, LaneName
from contacts.pair.entries import Entry
from contacts.pair.facets import COUNTED, Cells, Facets, facets
from contacts.pair.selection import Filter, matching
from contacts.pair.series import counts_of
from contacts.pair.totals import Month, Totals, by_month, long_silences, totals
from contacts.pair.window import Window
from contacts.pair.zoom import Zoom, zoom
from contacts.sight import Sight
from contacts.when import month_words

MOST_SIGNS = 120  # more are listed page by page, and drawn as a density where a lane has many
FEW = 30  # contacts of a lane that are drawn as signs even then
PAGE = 60  # entries of a page of a long list


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of a page beside its filter: which part of the list (``sheet``, from 1, or the one with the
    contact ``at``), what the offered names of people and outlets hold, and the day that is today."""

    sheet: int = 1
    at: str = ""
    like: dict[str, str] = field(default_factory=lambda: {"who": "", "outlet": ""})
    today: date | None = None


@dataclass(frozen=True, slots=True)
class PairPage:
    """Everything on a pair's page. ``shown`` is how many contacts pass, ``undated`` how many of them have no date."""

    a: Party
    b: Party
    filter: Filter
    totals: Totals
    shown: int
    undated: int
    facets: Facets
    list: listing.Sheet
    drawing: Drawing | None
    window: Window
    time: str
    zoom: Zoom
    span: str
    like: dict[str, str]

    @property
    def title(self) -> str:
        return f"{self.a.name} and {self.b.name}"


def lane_names(a: Party, b: Party) -> tuple[LaneName, ...]:
    return (
        LaneName(A_IN_B, f"From {a.name} to {b.name}", "a"),
        LaneName(B_IN_A, f"From {b.name} to {a.name}", "b"),
        LaneName(ELSEWHERE, "Elsewhere, or place unknown"),
        LaneName(CALLS, "Calls"),
        LaneName(MESSAGES, "Messages"),
    )


def sides(a: Party, b: Party) -> dict[str, str]:
    return {a.pk: "a", b.pk: "b"}


def pair_page(a: Party, b: Party, asked: Filter, ask: Ask = Ask()) -> PairPage:
    """The page of two parties, ``a`` before ``b`` by code."""
    names = lane_names(a, b)
    everything = by_month(matching(a.pk, b.pk, Filter(sight=asked.sight)))
    months = by_month(matching(a.pk, b.pk, asked)) if asked.narrows else everything
    cells = Cells(matching(a.pk, b.pk, asked, but=COUNTED), asked)
    rows = matching(a.pk, b.pk, asked)
    frame = frame_of(months, asked, cells.undated)
    gaps = listing.Gaps(long_silences(months), of_all=asked.only_dates)
    part = listing.Part(cells.contacts, cells.undated, part_size(cells.contacts), asked.sight)
    sheet = listing.sheet(rows, sides(a, b), part, ask, gaps)
    whole = totals(everything)
    drawn = drawing_of(rows, frame, names, cells, sheet.entries, ask.today, asked.sight) if cells.contacts else None
    return PairPage(
        a=a,
        b=b,
        filter=asked,
        totals=whole,
        shown=cells.contacts,
        undated=cells.undated,
        facets=facets(a.pk, b.pk, asked, cells, [(n.key, n.label) for n in names], ask.like),
        list=sheet,
        drawing=drawn,
        zoom=zoom_of(frame, whole, asked),
        span=years_words(months),
        window=frame.window,
        time=frame.window.label if asked.start and asked.end else frame.window.months_label,
        like=ask.like,
    )


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing alone, with what stands beside it in a file: of how many contacts it is, out of how many reports,
    and the day on which it was made."""

    a: Party
    b: Party
    filter: Filter
    drawing: Drawing
    contacts: int
    reports: int
    made: date


def pair_picture(a: Party, b: Party, asked: Filter, today: date) -> Picture | None:
    """None where no contact passes."""
    rows, cells = matching(a.pk, b.pk, asked), Cells(matching(a.pk, b.pk, asked, but=COUNTED), asked)
    if not cells.contacts:
        return None
    frame = frame_of(by_month(rows), asked, cells.undated)
    listed = []
    if cells.contacts <= MOST_SIGNS:
        listed = entries.full(entries.brief(rows, asked.sight), sides(a, b), asked.sight)
    drawn = drawing_of(rows, frame, lane_names(a, b), cells, listed, today, asked.sight)
    reports = Source.objects.filter(contact__in=rows.values("contact")).count()
    return Picture(a, b, asked, drawn, cells.contacts, reports, today)


def part_size(contacts: int) -> int:
    """How many entries a page of the list has: all, as long as each has its sign."""
    return MOST_SIGNS if contacts <= MOST_SIGNS else PAGE


def frame_of(months: Sequence[Month], asked: Filter, undated: int) -> Frame:
    """The window of time: the asked days, or those of the contacts that pass."""
    dated = [month for month in months if month.first]
    if not dated and not (asked.start and asked.end):
        return Frame(None, None, bool(undated))
    first = min((month.first for month in dated), default=asked.start)
    last = max((month.last for month in dated), default=asked.end)
    return Frame(*axis.span(first, last, asked.start, asked.end), bool(undated))


def drawing_of(
    rows: QuerySet,
    frame: Frame,
    names: Sequence[LaneName],
    cells: Cells,
    listed: Sequence[Entry],
    today: date | None,
    sight: Sight,
) -> Drawing:
    """Few contacts as signs, which are the entries of the list; of many, the lanes that hold few, and the others as a
    density."""
    if cells.contacts <= MOST_SIGNS:
        return drawing.draw(frame, names, [entry.item for entry in listed], today=today)
    lanes = cells.dated_by_lane()
    few = [lane for lane, number in lanes.items() if 0 < number <= FEW]
    many = [lane for lane, number in lanes.items() if number > FEW]
    alone = rows.filter(lane__in=few, start__isnull=False).order_by("start", "pk")
    apart = entries.brief(alone, sight) if few else []
    counts = counts_of(rows.filter(lane__in=many), frame.division) if many else []
    undated = Counter({lane: cells.by_lane[lane] - lanes[lane] for lane in cells.by_lane})
    return drawing.draw(frame, names, [entry.item for entry in apart], counts, undated, today)


def zoom_of(frame: Frame, whole: Totals, asked: Filter) -> Zoom:
    return zoom(frame.window, Window(whole.since, whole.until), bool(asked.start or asked.end))


def years_words(months: Sequence[Month]) -> str:
    dated = [month for month in months if month.first]
    if not dated:
        return ""
    first, last = dated[0].first, max(month.last for month in dated)
    if (first.year, first.month) == (last.year, last.month):
        return f"in {month_words(first)}"
    return f"in {first.year}" if first.year == last.year else f"from {first.year} to {last.year}"
