"""The engine's vocabulary: what the components hand to each other, and what an article's reading consists of.

Spans are ``(start, end)`` pairs in Python code points into the article's stored text, end exclusive.
Dates are ``datetime.date``. The field names and the meaning of each value are the codebook's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Span = tuple[int, int]


class Kind(StrEnum):
    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    MESSAGE = "message"


class Status(StrEnum):
    OCCURRED = "occurred"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Role(StrEnum):
    VISITOR = "visitor"
    HOST = "host"
    SENDER = "sender"
    RECIPIENT = "recipient"
    PARTICIPANT = "participant"


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class Rank(StrEnum):
    """Protocol rank of a title, highest first."""

    HEAD_OF_STATE = "head of state"
    HEAD_OF_GOVERNMENT = "head of government"
    FOREIGN_MINISTER = "foreign minister"
    DEFENCE_MINISTER = "defence minister"
    MINISTER = "other minister"
    SPECIAL_ENVOY = "special envoy"
    AMBASSADOR = "ambassador"
    DEPUTY = "deputy"
    LEGISLATOR = "legislator"
    PARTY = "party"
    MILITARY = "military"
    ORGANISATION = "organisation"
    OTHER = "other"


class Mark(StrEnum):
    """What a span of the text names, for the coloured marks of the review page."""

    PERSON = "person"
    PARTY = "party"
    PLACE = "place"
    DATE = "date"
    TRIGGER = "trigger"
    MISSED = "missed"  # a trigger of no contact that had a side: here one may have been missed


@dataclass(frozen=True, slots=True)
class DateValue:
    """An interval of days. ``start`` and ``end`` are both None exactly when the precision is unknown.

    ``basis`` is the words it was read from ("later that day"), ``span`` where they stand.
    """

    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.UNKNOWN
    basis: str = ""
    span: Span | None = None

    def as_dict(self) -> dict:
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "precision": self.precision.value,
        }


NO_DATE = DateValue()


@dataclass(frozen=True, slots=True)
class Place:
    """Where it was, in the article's words; ``country`` is a party code or None."""

    text: str
    country: str | None = None
    span: Span | None = None

    def as_dict(self) -> dict:
        return {"text": self.text, "country": self.country}


@dataclass(frozen=True, slots=True)
class Participant:
    """A named person, or (name None) an unnamed side.

    ``country`` is the code of the party represented, ``basis`` what a person's was read from ("beside the name").
    """

    name: str | None
    country: str | None
    title: str | None
    role: Role
    rank: Rank | None = None
    name_span: Span | None = None
    title_span: Span | None = None
    basis: str = ""

    def as_dict(self) -> dict:
        return {"name": self.name, "country": self.country, "title": self.title, "role": self.role.value}


@dataclass(slots=True)
class Record:
    """One proposed contact."""

    kind: Kind
    status: Status
    countries: tuple[str, ...]
    date: DateValue = NO_DATE
    place: Place | None = None
    participants: tuple[Participant, ...] = ()
    evidence: tuple[Span, ...] = ()
    confidence: float = 0.5
    trigger: Span | None = None
    status_span: Span | None = None
    explain: dict[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict:
        """The codebook's JSON of this contact, and beside it what a reviewer's page needs.

        The codebook's keys stand as ``score.py`` reads them. ``confidence`` is 0-1, ``basis`` the words the date
        was read from, ``spans`` maps a field ("trigger", "status", "date", "place", "participants.0.name") to a span.
        """
        return {
            "type": self.kind.value,
            "status": self.status.value,
            "countries": sorted(self.countries),
            "date": self.date.as_dict(),
            "place": self.place.as_dict() if self.place else None,
            "participants": [p.as_dict() for p in self.participants],
            "evidence": [list(span) for span in self.evidence],
            "confidence": round(self.confidence, 3),
            "basis": self.date.basis,
            "spans": {name: list(span) for name, span in self._spans().items()},
        }

    def _spans(self) -> dict[str, Span]:
        found: dict[str, Span | None] = {
            "trigger": self.trigger,
            "status": self.status_span,
            "date": self.date.span,
            "place": self.place.span if self.place else None,
        }
        for number, person in enumerate(self.participants):
            found[f"participants.{number}.name"] = person.name_span
            found[f"participants.{number}.title"] = person.title_span
        return {name: span for name, span in found.items() if span is not None}


@dataclass(slots=True)
class Reading:
    """What the engine makes of one article: the proposed contacts in text order, and the marks for the page."""

    records: list[Record] = field(default_factory=list)
    marks: list[tuple[int, int, Mark]] = field(default_factory=list)
