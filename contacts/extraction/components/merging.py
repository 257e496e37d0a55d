"""Merging: tellings of one contact become one record, and a meeting in a visit takes the visit's dates and place.

Sets ``doc._.records`` (list of Record), in text order.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from ..grammar_words import word_class
from ..people import Name, Person, Title
from ..types import NO_DATE, DateValue, Kind, Participant, Place, Record, Role, Span, Status
from .actors import Actor
from .event_settings import settle
from .frames_types import Frame
from .names import written
from .title_text import offices

MEALS = word_class("meals apart from talks")
FIRM = {Role.HOST: 2, Role.VISITOR: 2, Role.SENDER: 2, Role.RECIPIENT: 2, Role.PARTICIPANT: 1}


@dataclass(slots=True, eq=False)
class Event:
    """The frames that tell of one contact."""

    frames: list[Frame] = field(default_factory=list)
    date: DateValue = NO_DATE
    date_how: str = ""
    place: Place | None = None
    place_how: str = ""
    # of all frames, kept while they are joined: a contact may be told hundreds of times
    countries: frozenset[str] = frozenset()
    parties: set[frozenset[str]] = field(default_factory=set)  # those of each telling
    persons: frozenset[Person] = frozenset()

    def add(self, frame: Frame) -> None:
        self.frames.append(frame)
        self.countries |= frame.countries
        self.parties.add(frame.countries)
        self.persons |= frame.persons

    @property
    def kind(self) -> Kind:
        return self.frames[0].kind

    @property
    def destination(self) -> Place | None:
        return next((f.destination for f in self.frames if f.destination), None)

    @property
    def status(self) -> Status:
        return self.deciding().status

    def deciding(self) -> Frame:
        """The frame whose status counts: the first of the body, but occurred over planned where both are told."""
        body = [f for f in self.frames if not f.headline] or self.frames
        body = [f for f in body if f.firm] or body
        for status in (Status.CANCELLED, Status.DENIED):
            for frame in body:
                if frame.status is status:
                    return frame
        for frame in body:
            if frame.status is Status.OCCURRED:
                return frame
        for frame in body:
            if frame.status is Status.PLANNED:
                return frame
        return body[0]


@Language.component("merging", requires=["doc._.frames"], assigns=["doc._.records"])
def merging(doc: Doc) -> Doc:
    events: list[Event] = []
    for frame in doc._.frames:
        home = next((e for e in reversed(events) if _same(e, frame)), None)
        if home is None:
            home = Event()
            events.append(home)
        home.add(frame)
    settle(doc, events)
    doc._.records = [_record(doc, event) for event in events]
    return doc


# -- which frames are one contact -------------------------------------------------------------------------------------


def _same(event: Event, frame: Frame) -> bool:
    if event.kind is not frame.kind:
        return False
    if frame.kind is Kind.VISIT:
        return _same_visit(event, frame)
    if _is_meal(frame) and not any(_is_meal(f) or f.headline or f.sentence == frame.sentence for f in event.frames):
        return False
    if frame.again and not any(f.again or f.headline for f in event.frames):
        return False
    if frame.kind is Kind.MESSAGE and _answers(event, frame):
        return False
    if not all(_within(frame.countries, parties) for parties in event.parties):
        return False
    if not _people_fit(event, frame):
        return False
    return _statuses_fit(event, frame) and _dates_fit(event, frame)


def _same_visit(event: Event, frame: Frame) -> bool:
    if event.destination.country != frame.destination.country:
        return False
    if {a.country for a, _ in frame.roles} != {a.country for a, _ in event.frames[0].roles}:
        return False
    if frame.persons and event.persons and not frame.persons & event.persons:
        return False
    if frame.retold:
        return True
    return _statuses_fit(event, frame) and _dates_fit(event, frame)


def _within(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """The parties of one are among those of the other. Asked of each telling: what a heading sums up ('met colleagues
    from A, B and C') does not make one meeting of 'met X of A' and 'met Y of B'."""
    return mine <= theirs or theirs <= mine


def _is_meal(frame: Frame) -> bool:
    """A dinner or reception told beside talks is a contact of its own."""
    return frame.trigger.entry.word in MEALS and frame.trigger.entry.part == "noun"


def _answers(event: Event, frame: Frame) -> bool:
    """A message the other way: its senders are those whom the one told before was sent to."""
    senders = {a.country for a, role in frame.roles if role is Role.SENDER}
    return bool(senders) and any(
        (other.token == frame.token or other.sentence != frame.sentence and not other.headline)
        and senders <= {a.country for a, role in other.roles if role is Role.RECIPIENT}
        for other in event.frames
    )


def _people_fit(event: Event, frame: Frame) -> bool:
    """No party has one person here and another there."""
    for country in frame.countries & event.countries:
        here = {p for p in frame.persons if p.country == country}
        there = {p for p in event.persons if p.country == country}
        if here and there and not here & there:
            return False
    return True


def _statuses_fit(event: Event, frame: Frame) -> bool:
    if not frame.firm or not any(other.firm for other in event.frames):
        return True
    firm = {Status.OCCURRED, Status.PLANNED, Status.POSSIBLE}
    for other in event.frames:
        if other.status is frame.status or other.headline or frame.headline:
            return True
    return (
        all(other.status in firm for other in event.frames)
        and frame.status in firm
        and (frame.when is None or all(other.when is None for other in event.frames))
        and frame.status is not Status.OCCURRED
    )


def _dates_fit(event: Event, frame: Frame) -> bool:
    if frame.when is None or frame.when.reported:
        return True
    mine = frame.when.value
    for other in event.frames:
        if other.when is None or other.when.reported or other.when.value.start is None or mine.start is None:
            continue
        theirs = other.when.value
        if mine.end < theirs.start or theirs.end < mine.start:
            return False
    return True


# -- records ----------------------------------------------------------------------------------------------------------


def _record(doc: Doc, event: Event) -> Record:
    deciding = event.deciding()
    cause = deciding.status_token
    token = doc[event.frames[0].token]
    explain = dict(event.frames[0].explain)
    explain["date"], explain["place"] = event.date_how, event.place_how
    explain["tellings"] = "; ".join(f"{f.explain['trigger']!r} ({f.explain['pattern']})" for f in event.frames)
    return Record(
        kind=event.kind,
        status=event.status,
        countries=tuple(sorted(event.countries)),
        date=event.date,
        place=event.place,
        participants=tuple(_participants(doc, event)),
        evidence=_evidence(event),
        trigger=(token.idx, token.idx + len(token)),
        status_span=(doc[cause].idx, doc[cause].idx + len(doc[cause])) if cause is not None else None,
        explain=explain,
    )


def _evidence(event: Event) -> tuple[Span, ...]:
    return tuple(sorted({span for frame in event.frames for span in (frame.sentence, *frame.joined)}))


def _participants(doc: Doc, event: Event) -> list[Participant]:
    people: dict[Person, Role] = {}
    unnamed: dict[str, tuple[Actor, Role]] = {}
    for frame in event.frames:
        for actor, role in frame.roles:
            if actor.person is not None:
                if FIRM[role] >= FIRM[people.get(actor.person, Role.PARTICIPANT)] or actor.person not in people:
                    people[actor.person] = role
            elif actor.country:
                known = unnamed.get(actor.country)
                if known is None or (known[0].label is None and actor.label):
                    unnamed[actor.country] = (actor, role)
    found = [participant(doc, person, role) for person, role in people.items()]
    named = {p.country for p in found}
    for country, (actor, role) in unnamed.items():
        if country not in named:
            span = (doc[actor.start].idx, doc[actor.end - 1].idx + len(doc[actor.end - 1])) if actor.label else None
            found.append(Participant(None, country, actor.label, role, actor.rank, None, span))
    return found


def participant(doc: Doc, person: Person, role: Role) -> Participant:
    fullest = max(person.names, key=lambda n: (len(n.words), -n.start))
    titles = [t for t in person.titles if t.kind != "private"]
    title = titles[0] if titles else None
    return Participant(
        name=written(doc, fullest.start, fullest.end),
        country=person.country,
        title=offices(doc, titles),
        role=role,
        rank=person.rank,
        name_span=_span(doc, fullest),
        title_span=_span(doc, title) if title else None,
        basis=person.country_basis,
    )


def _span(doc: Doc, mention: Name | Title) -> Span:
    return doc[mention.start].idx, doc[mention.end - 1].idx + len(doc[mention.end - 1])


if not Doc.has_extension("records"):
    Doc.set_extension("records", default=None)
