"""What a party's page shows: all its partners with the activity of each year, who came and who went.

``country_page`` is the one function for views. The number of queries does not grow with the contacts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Prefetch, Q, QuerySet, Sum, prefetch_related_objects

from contacts import lanes, links, sparks
from contacts.extraction.types import Kind, Role, Status
from contacts.forms_world import Asked
from contacts.models import Dyad, Participation, Party
from contacts.sight import PairYears, Sight
from contacts.when import month_words, when_words

VISITS = 12


@dataclass(frozen=True)
class Partner:
    """A party that this one has contacts with. ``went`` and ``came`` are visits that occurred; ``a`` and ``b`` are the
    pair in order; ``spark`` is drawn on the axis of the whole page, ``peak`` says its highest year in words,
    ``query`` narrows the pair's page to what was counted."""

    party: Party
    a: str
    b: str
    contacts: int
    confirmed: int
    went: int
    came: int
    last: str
    spark: str
    peak: str
    query: str

    @property
    def address(self) -> str:
        return links.pair(self.a, self.b, self.query)


@dataclass(frozen=True)
class Visitor:
    name: str
    person: str
    title: str


@dataclass(frozen=True)
class Visit:
    """One visit that occurred: to this party's country or from it. ``other`` is the other party."""

    contact: str
    when: str
    other: Party
    a: str
    b: str
    people: tuple[Visitor, ...]
    place: str
    confirmed: bool


@dataclass(frozen=True)
class CountryPage:
    """Everything on the page of a party. ``years`` are the first and the last of the small drawings, or empty."""

    party: Party
    asked: Asked
    partners: tuple[Partner, ...]
    contacts: int
    confirmed: int
    went: int
    came: int
    last: str
    years: str
    visits_in: tuple[Visit, ...]
    visits_out: tuple[Visit, ...]
    known: bool


@dataclass
class _Sum:
    contacts: int = 0
    confirmed: int = 0
    went: int = 0
    came: int = 0
    last: date | None = None
    years: dict[int, int] = field(default_factory=dict)

    def add(self, contacts: int, confirmed: int, went: int, came: int, last: date | None) -> None:
        self.contacts += contacts
        self.confirmed += confirmed
        self.went += went
        self.came += came
        self.last = max(filter(None, (self.last, last)), default=None)


def country_page(party: Party, asked: Asked, sight: Sight) -> CountryPage:
    """The page of a party, as far as it may be seen. Ten queries at most, and what ``sight`` asks."""
    sums = _sums(party, asked, sight.years)
    found = Party.objects.in_bulk(sums)
    drawn = [year for each in sums.values() for year in each.years]
    span = (min(drawn), max(drawn)) if drawn else None
    whole = _Sum()
    for each in sums.values():
        whole.add(each.contacts, each.confirmed, each.went, each.came, each.last)
    partners = [_partner(party, found[code], each, span, asked) for code, each in sums.items()]
    return CountryPage(
        party=party,
        asked=asked,
        partners=tuple(sorted(partners, key=_order(asked, sums))),
        contacts=whole.contacts,
        confirmed=whole.confirmed,
        went=whole.went,
        came=whole.came,
        last=month_words(whole.last) if whole.last else "",
        years=_years_words(span),
        visits_in=_visits(party, asked, sight, inwards=True),
        visits_out=_visits(party, asked, sight, inwards=False),
        known=bool(sums) or sight.years.rows.filter(Q(a=party) | Q(b=party)).exists(),
    )


def _sums(party: Party, asked: Asked, years: PairYears) -> dict[str, _Sum]:
    """By the code of the partner."""
    rows = (
        asked.counts(years.rows.filter(Q(a=party) | Q(b=party)))
        .values_list("a", "b", "year")
        .annotate(**{f"sum_{name}": Sum(years[name]) for name in _COUNTED}, newest=Max(years["last"]))
    )
    found: dict[str, _Sum] = {}
    for a, b, year, contacts, confirmed, a_in_b, b_in_a, last in rows:
        other, went, came = (b, a_in_b, b_in_a) if a == party.code else (a, b_in_a, a_in_b)
        each = found.setdefault(other, _Sum())
        each.add(contacts, confirmed, went, came, last)
        if year:
            each.years[year] = each.years.get(year, 0) + contacts
    return found


_COUNTED = ("contacts", "confirmed", "a_in_b", "b_in_a")


def _order(asked: Asked, sums: dict[str, _Sum]):
    def key(partner: Partner):
        each = sums[partner.party.code]
        if asked.sort == "name":
            return (partner.party.name,)
        newest = -each.last.toordinal() if each.last else 0
        return (newest, -each.contacts, partner.party.name) if asked.sort == "last" else (-each.contacts, newest)

    return key


def _partner(party: Party, other: Party, each: _Sum, span: tuple[int, int] | None, asked: Asked) -> Partner:
    a, b = sorted((party.code, other.code))
    top = max(each.years, key=lambda year: (each.years[year], year), default=None)
    return Partner(
        party=other,
        a=a,
        b=b,
        contacts=each.contacts,
        confirmed=each.confirmed,
        went=each.went,
        came=each.came,
        last=month_words(each.last) if each.last else "",
        spark=sparks.path(each.years, *span) if span else "",
        peak=f"most in {top}: {each.years[top]}" if top else "no dates known",
        query=asked.of_a_pair,
    )


def _years_words(span: tuple[int, int] | None) -> str:
    if span is None:
        return ""
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"


# Who came, who went


def _visits(party: Party, asked: Asked, sight: Sight, *, inwards: bool) -> tuple[Visit, ...]:
    """The newest visits that occurred, to this party's country or out of it. Three queries."""
    if asked.kinds and Kind.VISIT.value not in asked.kinds:
        return ()
    there, back = (lanes.B_IN_A, lanes.A_IN_B) if inwards else (lanes.A_IN_B, lanes.B_IN_A)
    newest = [
        *_newest(Dyad.objects.filter(a=party, lane=there), asked, sight),
        *_newest(Dyad.objects.filter(b=party, lane=back), asked, sight),
    ]
    newest = sorted(newest, key=lambda row: (row.start, row.contact_id), reverse=True)[:VISITS]
    return tuple(_visit(row, party, inwards, sight) for row in _with_visitors(newest))


def _newest(rows: QuerySet[Dyad], asked: Asked, sight: Sight) -> Iterable[Dyad]:
    rows = sight.seen(rows).filter(kind=Kind.VISIT, status=Status.OCCURRED, start__isnull=False)
    if asked.first:
        rows = rows.filter(start__gte=date(asked.first, 1, 1))
    if asked.last:
        rows = rows.filter(start__lte=date(asked.last, 12, 31))
    return rows.select_related("contact", "a", "b").order_by("-start", "-contact_id")[:VISITS]


def _with_visitors(rows: Sequence[Dyad]) -> Sequence[Dyad]:
    visitors = Participation.objects.filter(role=Role.VISITOR).select_related("person")
    prefetch_related_objects(list(rows), Prefetch("contact__participations", visitors, to_attr="visitors"))
    return rows


def _visit(row: Dyad, party: Party, inwards: bool, sight: Sight) -> Visit:
    other = row.b if row.a_id == party.code else row.a
    guest = other.code if inwards else party.code
    contact = row.contact
    return Visit(
        contact=contact.pk,
        when=when_words(contact.start, contact.end, contact.precision),
        other=other,
        a=row.a_id,
        b=row.b_id,
        people=tuple(
            Visitor(sight.name(one.person_id, one.person.name) if one.person else "", one.person_id or "", one.title)
            for one in contact.visitors
            if one.party_id == guest and (one.person or one.title)
        ),
        place=contact.place,
        confirmed=contact.confirmed,
    )
