"""What a pair's page shows: the contacts of two parties that a filter lets through, as a list by year and as a drawing.

``pair_page`` is the one function for views. The number of queries does not grow with the contacts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, QuerySet
from django.db.models.functions import Least, Substr

from contacts import drawing, records
from contacts.extraction.types import Kind, Status
from contacts.forms_pair import Filter
from contacts.lanes import A_IN_B, B_IN_A, CALLS, ELSEWHERE, MESSAGES, lane_and_side
from contacts.models import Contact, Dyad, Evidence, Participation, Party, Source
from contacts.silence import silences, span_words
from contacts.when import month_words, when_words

GAP_MONTHS = 12
QUOTE_LENGTH = 320


@dataclass(frozen=True)
class Who:
    """A participant. ``side`` is "a" or "b" for the two parties of the page, empty for others."""

    name: str
    title: str
    code: str
    party: str
    side: str


@dataclass(frozen=True)
class SourceLink:
    """One report that a contact was made from, to link to."""

    report_id: int
    article_id: int
    outlet: str
    title: str
    published: date | None


@dataclass(frozen=True)
class Entry:
    """One contact as the list and the drawing show it. ``lane`` is where it is drawn, ``side`` whose it is."""

    key: str
    kind: str
    status: str
    confirmed: bool
    start: date | None
    end: date | None
    precision: str
    when: str
    headline: str
    people: tuple[Who, ...]
    place: str
    lane: str
    side: str
    sources: tuple[SourceLink, ...]
    quote: str

    is_gap = False

    @property
    def spoken(self) -> str:
        """The whole in one line, for the title of a sign."""
        doubt = "" if self.confirmed else " Proposed, not confirmed."
        return f"{self.when}: {self.kind}, {self.status}. {self.headline}.{doubt}"


@dataclass(frozen=True)
class Gap:
    """A silence between two contacts that occurred."""

    words: str
    after: str
    before: str

    is_gap = True


@dataclass(frozen=True)
class Year:
    label: str
    rows: tuple[Entry | Gap, ...]


@dataclass(frozen=True)
class Facet:
    """A choice of the filter: how many contacts it holds when all other choices stay as they are."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Totals:
    """The pair as a whole, whatever the filter. ``silence`` is the longest time without a contact, in words."""

    contacts: int
    confirmed: int
    first: str
    last: str
    silence: str

    @property
    def proposed(self) -> int:
        return self.contacts - self.confirmed


@dataclass(frozen=True)
class PairPage:
    """Everything on a pair's page."""

    a: Party
    b: Party
    filter: Filter
    totals: Totals
    shown: int
    kinds: tuple[Facet, ...]
    statuses: tuple[Facet, ...]
    shows: tuple[Facet, ...]
    years: tuple[Year, ...]
    undated: tuple[Entry, ...]
    drawing: drawing.Drawing | None
    span: str


def pair_page(a: Party, b: Party, asked: Filter, today: date | None = None) -> PairPage:
    """The page of two parties, ``a`` before ``b`` by code. Five queries, fewer when nothing is found."""
    everything = list(Dyad.objects.filter(a=a, b=b).order_by("start", "pk"))
    passing = [row for row in everything if asked.passes(row)]
    entries = _entries(_asked(a, b, asked), a, b) if passing else []
    dated = [entry for entry in entries if entry.start]
    return PairPage(
        a=a,
        b=b,
        filter=asked,
        totals=_totals(everything),
        shown=len(entries),
        kinds=_facets("kind", Kind, asked.kinds, asked, everything),
        statuses=_facets("status", Status, asked.statuses, asked, everything),
        shows=_shows(asked, everything),
        years=_years(dated, asked),
        undated=tuple(entry for entry in entries if not entry.start),
        drawing=_drawing(entries, a, b, asked, today),
        span=_span_words(dated),
    )


# The rows


def _asked(a: Party, b: Party, asked: Filter) -> QuerySet[Dyad]:
    """The rows of the filter with all that an entry is made of; the same tests as ``Filter.passes``, in SQL."""
    rows = Dyad.objects.filter(a=a, b=b).order_by("start", "end", "pk")
    if asked.kinds:
        rows = rows.filter(kind__in=asked.kinds)
    if asked.statuses:
        rows = rows.filter(status__in=asked.statuses)
    if asked.confirmed:
        rows = rows.filter(confirmed=True)
    if asked.start:
        rows = rows.filter(end__gte=asked.start)
    if asked.end:
        rows = rows.filter(start__lte=asked.end)
    words = Substr("report__article__text", F("start") + 1, Least(F("end") - F("start"), QUOTE_LENGTH))
    evidence = Evidence.objects.filter(field="").annotate(words=words)
    sources = Source.objects.select_related("report__article__outlet").defer(
        "report__article__text", "report__machine", "report__record"
    )
    return rows.select_related("contact").prefetch_related(
        Prefetch("contact__participations", Participation.objects.select_related("person", "party")),
        Prefetch("contact__sources", sources),
        Prefetch("contact__sources__report__evidence", evidence),
    )


def _entries(rows: Iterable[Dyad], a: Party, b: Party) -> list[Entry]:
    return [_entry(row.contact, a, b) for row in rows]


def _entry(contact: Contact, a: Party, b: Party) -> Entry:
    taking_part = list(contact.participations.all())
    lane, side = lane_and_side(contact, taking_part, a.pk, b.pk)
    sources = list(contact.sources.all())
    return Entry(
        key=contact.pk,
        kind=contact.kind,
        status=contact.status,
        confirmed=contact.confirmed,
        start=contact.start,
        end=contact.end,
        precision=contact.precision,
        when=when_words(contact.start, contact.end, contact.precision),
        headline=_headline(contact, taking_part, a, b),
        people=tuple(_who(one, a, b) for one in taking_part if one.person or one.title),
        place=contact.place,
        lane=lane,
        side=side,
        sources=tuple(_source(source) for source in sources),
        quote=_quote(sources[0].report.evidence.all()) if sources else "",
    )


def _who(one: Participation, a: Party, b: Party) -> Who:
    side = "a" if one.party_id == a.pk else "b" if one.party_id == b.pk else ""
    return Who(
        name=one.person.name if one.person else "",
        title=one.title,
        code=one.party_id or "",
        party=one.party.name if one.party else "",
        side=side,
    )


def _source(source: Source) -> SourceLink:
    article = source.report.article
    outlet = article.outlet.name if article.outlet else ""
    return SourceLink(source.report_id, article.pk, outlet, article.title, article.published)


def _quote(evidence: Iterable[Evidence]) -> str:
    """The first words that a report was read from, cut at a space if they are very long."""
    first = next(iter(evidence), None)
    if first is None:
        return ""
    words = " ".join(first.words.split())
    return words if first.end - first.start <= QUOTE_LENGTH else words.rsplit(" ", 1)[0] + " …"


def _headline(contact: Contact, taking_part: Sequence[Participation], a: Party, b: Party) -> str:
    names = {one.party_id: one.party.name for one in taking_part if one.party} | {a.pk: a.name, b.pk: b.name}
    record = {
        "type": contact.kind,
        "countries": [a.pk, b.pk],
        "place": {"text": contact.place},
        "participants": [
            {"name": one.person.name if one.person else None, "country": one.party_id, "role": one.role}
            for one in taking_part
        ],
    }
    return records.headline(record, names)


# Where a contact is drawn


def _drawing(entries: Sequence[Entry], a: Party, b: Party, asked: Filter, today: date | None) -> drawing.Drawing | None:
    names = (
        drawing.LaneName(A_IN_B, f"From {a.name} to {b.name}", "a"),
        drawing.LaneName(B_IN_A, f"From {b.name} to {a.name}", "b"),
        drawing.LaneName(ELSEWHERE, "Elsewhere, or place unknown"),
        drawing.LaneName(CALLS, "Calls"),
        drawing.LaneName(MESSAGES, "Messages"),
    )
    items = [drawing.Item(e.key, e.lane, e.start, e.end, e.precision, e) for e in entries]
    return drawing.draw(items, names, asked.start, asked.end, today)


# Counts and silences


def _facets(name: str, enum, chosen: frozenset[str], asked: Filter, rows: Sequence[Dyad]) -> tuple[Facet, ...]:
    found = [getattr(row, name) for row in rows if asked.passes(row, but=name)]
    return tuple(
        Facet(item.value, item.value.capitalize(), found.count(item.value), item.value in chosen) for item in enum
    )


def _shows(asked: Filter, rows: Sequence[Dyad]) -> tuple[Facet, ...]:
    found = [row.confirmed for row in rows if asked.passes(row, but="show")]
    return (
        Facet("all", "All", len(found), not asked.confirmed),
        Facet("confirmed", "Confirmed only", sum(found), asked.confirmed),
    )


def _totals(rows: Sequence[Dyad]) -> Totals:
    occurred = [row for row in rows if row.start and row.status == Status.OCCURRED]
    gaps = [months for months, _, _ in silences((row.start, row.end) for row in occurred)]
    return Totals(
        contacts=len(rows),
        confirmed=sum(row.confirmed for row in rows),
        first=month_words(min(row.start for row in occurred)) if occurred else "",
        last=month_words(max(row.end for row in occurred)) if occurred else "",
        silence=span_words(max(gaps)) if gaps and max(gaps) >= 1 else "",
    )


def _span_words(dated: Sequence[Entry]) -> str:
    if not dated:
        return ""
    first, last = min(entry.start.year for entry in dated), max(entry.end.year for entry in dated)
    return f"in {first}" if first == last else f"from {first} to {last}"


def _years(dated: Sequence[Entry], asked: Filter) -> tuple[Year, ...]:
    """Newest first. A gap stands right above the contact after which it began."""
    occurred = [(entry.start, entry.end) for entry in dated if entry.status == Status.OCCURRED]
    open_gaps = [gap for gap in silences(occurred) if gap[0] >= GAP_MONTHS]
    years: dict[int, list[Entry | Gap]] = {}
    for entry in sorted(dated, key=lambda entry: (entry.start, entry.end, entry.key), reverse=True):
        rows = years.setdefault(entry.start.year, [])
        if open_gaps and entry.status == Status.OCCURRED and entry.start < open_gaps[-1][2]:
            rows.append(_gap(*open_gaps.pop(), asked))
        rows.append(entry)
    return tuple(Year(str(year), tuple(rows)) for year, rows in years.items())


def _gap(months: int, last: date, first: date, asked: Filter) -> Gap:
    what = "None of these" if asked.kinds or asked.statuses or asked.confirmed else "No contact known"
    return Gap(f"{what} for {span_words(months)}", month_words(last), month_words(first))
