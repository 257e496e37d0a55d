"""What a contact's page shows: its values and which source each is from, all sources side by side with what they tell
otherwise, why they are one, and what else may be the same.

``contact_page`` is the one function for views. The number of queries does not grow with the sources.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from contacts import changes
from contacts.camps import Camp, camps
from contacts.extraction.types import Kind, Precision, Status
from contacts.fusion import gather, names, put_off, verdicts
from contacts.fusion.compare import Comparison, compare
from contacts.fusion.points import OPEN
from contacts.fusion.rows import first_report
from contacts.models import Contact, Dyad, Participation, Party, Report, ReportState, Source, Tie
from contacts.person import journeys
from contacts.quotes import first_words
from contacts.sight import Sight
from contacts.when import when_words

QUOTE_LENGTH = 400
NEARBY = timedelta(days=45)
MOST_NEARBY = 12
MOST_ALIKE = 20
MOST_PUT_OFF = 3
# The fields of a record, as the page names and words them, with the keys of Contact.values_from that they are under.
FIELDS = ("status", "date", "place", "countries", "participants", "type")


@dataclass(frozen=True)
class Told:
    """One report of the contact. ``number`` counts from 1; ``first`` is whether the contact rests on it."""

    number: int
    report: Report
    state: str
    quote: str

    @property
    def article(self):
        return self.report.article

    @property
    def outlet(self) -> str:
        return self.article.outlet.name if self.article.outlet else "Outlet not known"


@dataclass(frozen=True)
class Said:
    """What one source says of one field; ``differs`` from what the contact shows."""

    words: str
    differs: bool


@dataclass(frozen=True)
class Field:
    """One field of the contact: the value shown, the numbers of the sources it is from, what each source says;
    ``camps`` is the same by what they say."""

    name: str
    label: str
    shown: str
    sources: tuple[int, ...]
    told: tuple[Said, ...]
    camps: tuple[Camp, ...] = ()

    @property
    def disputed(self) -> bool:
        return any(said.differs for said in self.told)


@dataclass(frozen=True)
class Why:
    """What agrees and what differs between two reports, in sentences. ``never``: what rules out that they are one."""

    agrees: tuple[str, ...]
    differs: tuple[str, ...]
    never: str


@dataclass(frozen=True)
class Join:
    """Two of the reports, the second number joined to an earlier one, and why."""

    one: Told
    other: Told
    why: Why


@dataclass(frozen=True)
class PutOff:
    """The other of two contacts of which one took the place of one that was put off, and why, in sentences."""

    contact: Contact
    when: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class Alike:
    """A contact that may be the same as this one: the two reports that are compared, and why."""

    mine: int
    theirs: Report
    contact: Contact
    when: str
    why: Why


@dataclass(frozen=True)
class Person:
    name: str
    id: str
    title: str
    party: Party | None
    role: str


@dataclass(frozen=True)
class ContactPage:
    """Everything on the page. ``alike`` waits for a person's word, ``nearby`` is only close in time."""

    contact: Contact
    when: str
    parties: tuple[Party, ...]
    pairs: tuple[tuple[Party, Party], ...]
    people: tuple[Person, ...]
    told: tuple[Told, ...]
    fields: tuple[Field, ...]
    joins: tuple[Join, ...]
    alike: tuple[Alike, ...]
    nearby: tuple[Contact, ...]
    history: list[verdicts.Entry]
    trips: tuple[journeys.Trip, ...]
    put_off: tuple[PutOff, ...]
    instead: PutOff | None

    @property
    def first(self) -> int:
        """The report that the contact is named by, for a word on the contact as a whole."""
        return first_report(self.contact.pk)

    @property
    def disputed(self) -> list[Field]:
        return [field for field in self.fields if field.disputed]


def moved(contact_id: str) -> str | None:
    """Where a contact went whose id is no more: the one that its first report belongs to now. None: nowhere."""
    if not contact_id[1:].isdecimal() or len(contact_id) > 18:
        return None
    return Source.objects.filter(report=first_report(contact_id)).values_list("contact", flat=True).first()


def contact_page(contact: Contact, sight: Sight) -> ContactPage:
    """The page of a contact; some twenty queries, however many sources it has."""
    told = _told(contact)
    party_names = dict(Party.objects.values_list("code", "name"))
    dyads = list(Dyad.objects.filter(contact=contact).select_related("a", "b").order_by("a", "b"))
    parties = {party.pk: party for dyad in dyads for party in (dyad.a, dyad.b)}
    taking_part = list(
        Participation.objects.filter(contact=contact).select_related("person", "party").order_by("ordinal")
    )
    alike = _alike(told, party_names, sight)
    return ContactPage(
        contact=contact,
        when=when_words(contact.start, contact.end, contact.precision),
        parties=tuple(parties[code] for code in sorted(parties)),
        pairs=tuple((dyad.a, dyad.b) for dyad in dyads),
        people=_people(taking_part, sight),
        told=told,
        fields=_fields(_record(contact, sorted(parties), taking_part), contact, told, party_names),
        joins=_joins(told, party_names),
        alike=alike,
        nearby=_nearby(contact, dyads, {one.contact.pk for one in alike}, sight),
        history=verdicts.history([one.report.pk for one in told]),
        trips=_trips(contact, sight),
        put_off=_put_off(contact, sight),
        instead=_instead(contact, sight),
    )


def _told(contact: Contact) -> tuple[Told, ...]:
    sources = (
        Source.objects.filter(contact=contact)
        .select_related("report__article__outlet")
        .defer("report__article__text", "report__machine")
        .order_by("rank")
    )
    quotes = first_words([source.report_id for source in sources], QUOTE_LENGTH)
    return tuple(
        Told(number, source.report, ReportState(source.report.state).label, quotes.get(source.report_id, ""))
        for number, source in enumerate(sources, 1)
    )


def _people(rows: Sequence[Participation], sight: Sight) -> tuple[Person, ...]:
    names = [sight.name(row.person_id, row.person.name) if row.person else "" for row in rows]
    return tuple(
        Person(name, row.person_id or "", row.title, row.party, row.role) for name, row in zip(names, rows, strict=True)
    )


def _put_off(contact: Contact, sight: Sight) -> tuple[PutOff, ...]:
    """What this one took the place of; seldom more than one."""
    rows = sight.seen(Contact.objects.filter(instead=contact), "pk").order_by("start", "pk")[:MOST_PUT_OFF]
    return tuple(_linked(one, put_off.reasons(one.pk, contact.pk, sight.contacts)) for one in rows)


def _instead(contact: Contact, sight: Sight) -> PutOff | None:
    found = sight.seen(Contact.objects.filter(pk=contact.instead_id), "pk").first() if contact.instead_id else None
    return _linked(found, put_off.reasons(contact.pk, found.pk, sight.contacts)) if found else None


def _linked(other: Contact, why: tuple[str, ...]) -> PutOff:
    return PutOff(other, when_words(other.start, other.end, other.precision), why)


def _trips(contact: Contact, sight: Sight) -> tuple[journeys.Trip, ...]:
    """The journeys that a visit is a leg of."""
    if contact.kind != Kind.VISIT or contact.precision != Precision.DAY:
        return ()
    return journeys.with_contact(contact.pk, contact.start, contact.end, sight)


# What the contact shows, and what each source says


def _fields(shown: dict, contact: Contact, told: Sequence[Told], party_names: dict[str, str]) -> tuple[Field, ...]:
    found = []
    for name in FIELDS:
        label, words = changes.field_words(name)
        now = words(shown, party_names)
        said = tuple(_said(name, words(one.report.record, party_names), now, one.report, shown) for one in told)
        by_words = camps(now, [(one.outlet, each.words, each.differs) for one, each in zip(told, said, strict=True)])
        found.append(Field(name, label, now, _from(contact, name, told), said, by_words))
    return tuple(found)


def _record(contact: Contact, codes: list[str], people: Sequence[Participation]) -> dict:
    """The contact's values in the form of a record."""
    place = {"text": contact.place, "country": contact.place_country_id} if contact.place else None
    start, end = (day.isoformat() if day else None for day in (contact.start, contact.end))
    return {
        "type": contact.kind,
        "status": contact.status,
        "countries": codes,
        "date": {"start": start, "end": end, "precision": contact.precision},
        "place": place,
        "participants": [
            {"name": one.name or None, "country": one.party_id, "title": one.title, "role": one.role} for one in people
        ],
    }


def _said(name: str, words: str, shown: str, report: Report, contact: dict) -> Said:
    """A source that does not tell a field does not differ in it, one that names fewer people neither, nor one that
    announced what has come to something since."""
    record = report.record
    if name == "participants":
        return Said(words, any(not _is_shown(person, contact) for person in record["participants"] if person["name"]))
    silent = (name == "place" and not record.get("place")) or (name == "date" and not record["date"]["start"])
    return Said(words, words != shown and not silent and not (name == "status" and _before_it(report, contact)))


def _before_it(report: Report, contact: dict) -> bool:
    """Whether a report is of a plan, in print no later than the first day of what was held, or called off."""
    printed, first = report.article.published, contact["date"]["start"]
    came_of_it = report.record["status"] in OPEN and contact["status"] in (Status.OCCURRED, Status.CANCELLED)
    return came_of_it and bool(printed and first) and printed.isoformat() <= first


def _is_shown(person: dict, contact: dict) -> bool:
    """Whether the contact shows this person, in whatever spelling."""
    return any(names.alike(person["name"], one["name"]) >= names.SAME for one in contact["participants"] if one["name"])


def _from(contact: Contact, name: str, told: Sequence[Told]) -> tuple[int, ...]:
    numbers = {one.report.pk: one.number for one in told}
    ids = {
        report
        for key, report in contact.values_from.items()
        if key == name or (name == "participants" and key.startswith("participants."))
    }
    return tuple(sorted(numbers[report] for report in ids if report in numbers))


# Why they are one, and what else may be


def _joins(told: Sequence[Told], party_names: dict[str, str]) -> tuple[Join, ...]:
    """Each source beside the one before that it is most like."""
    if len(told) < 2:
        return ()
    givens = gather.givens([one.report.pk for one in told])
    joins = []
    for at, other in enumerate(told):
        earlier = [(compare(givens[one.report.pk], givens[other.report.pk]), -one.number, one) for one in told[:at]]
        if earlier:
            found, _, one = max(earlier, key=lambda row: (row[0].score, row[1]))
            joins.append(Join(one, other, why_words(found, party_names)))
    return tuple(joins)


def why_words(found: Comparison, party_names: dict[str, str]) -> Why:
    return Why(
        agrees=tuple(point.said(party_names) for point in found.agrees),
        differs=tuple(point.said(party_names) for point in found.differs),
        never=found.never,
    )


def _alike(told: Sequence[Told], party_names: dict[str, str], sight: Sight) -> tuple[Alike, ...]:
    """The open questions between this contact's reports and those of others, the likeliest of each other contact."""
    mine = {one.report.pk for one in told}
    open_ties = Tie.objects.filter(Q(one__in=mine) | Q(other__in=mine), open=True).order_by("-score", "id")
    asked = open_ties.values_list("pk", "one", "other")[: 3 * MOST_ALIKE]
    across = [pk for pk, *pair in asked if not mine.issuperset(pair)]
    if not across:  # as with nearly every contact: the query below is a wide one
        return ()
    ties = (
        Tie.objects.filter(pk__in=across)
        .select_related(
            "one__source__contact", "other__source__contact", "one__article__outlet", "other__article__outlet"
        )
        .defer("one__article__text", "one__machine", "other__article__text", "other__machine")
        .order_by("-score", "id")
    )
    best: dict[str, tuple[int, Report]] = {}
    for tie in ties:
        here, there = (tie.one, tie.other) if tie.one_id in mine else (tie.other, tie.one)
        if there.source.contact_id not in sight.contacts:
            best.setdefault(there.source.contact_id, (here.pk, there))
    some = list(best.values())[:MOST_ALIKE]
    givens = gather.givens([pk for here, there in some for pk in (here, there.pk)])
    found = []
    for here, there in some:
        other = there.source.contact
        why = why_words(compare(givens[here], givens[there.pk]), party_names)
        found.append(Alike(here, there, other, when_words(other.start, other.end, other.precision), why))
    return tuple(found)


def _nearby(contact: Contact, dyads: Sequence[Dyad], shown: set[str], sight: Sight) -> tuple[Contact, ...]:
    """Contacts of one kind between two of the parties at about the same time, for who knows better than the machine."""
    if not contact.start or not dyads:
        return ()
    pairs = Q()
    for dyad in dyads[:6]:
        pairs |= Q(a=dyad.a_id, b=dyad.b_id)
    first, last = _moved(contact.start, -NEARBY), _moved(contact.end, NEARBY)
    rows = (
        sight.seen(Dyad.objects.filter(pairs, kind=contact.kind))
        .filter(start__gte=first, start__lte=last)
        .exclude(contact__in={contact.pk, *shown})
        .select_related("contact")
        .order_by("start", "contact")[: 3 * MOST_NEARBY]
    )
    found = {row.contact_id: row.contact for row in rows}
    for one in found.values():
        one.when = when_words(one.start, one.end, one.precision)
        one.first = first_report(one.pk)
    return tuple(found.values())[:MOST_NEARBY]


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min
