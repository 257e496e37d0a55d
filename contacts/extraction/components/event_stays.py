"""How long a visit lasted: an arrival with a length or a departure, and the days of each stop of a tour."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from ..types import DateValue, Kind, Precision
from . import officials
from .clauses import subject_tokens
from .date_stays import LONGEST
from .date_ties import stay_words, words
from .when import DateReader, When, climb

if TYPE_CHECKING:
    from .merging import Event

STORY = "the day of the story"
NEAR = 60  # tokens between a telling of a visit and a pronoun's departure
BEHIND = 5  # tokens between a stop and its own date


@dataclass(slots=True)
class Departure:
    value: DateValue
    at: int
    person: object | None


class Stays:
    """Answers for one doc: what its lengths and departures make of the day of a visit."""

    def __init__(self, doc: Doc, dates: DateReader) -> None:
        self.doc = doc
        self.dates = dates
        self.lengths = self._lengths()
        self.departures = self._departures()

    def apply(self, events: list[Event]) -> None:
        visits = [event for event in events if event.kind is Kind.VISIT]
        for event in events:
            if not _is_one_day(event.date) or self._by_length(event) or self._by_borders(event):
                continue
            if event.kind is Kind.VISIT:
                self._by_departure(event, visits)

    def _told_border(self, event: Event) -> str:
        """Whether the telling that dates the event tells of its opening or its end."""
        for frame in event.frames:
            token = self.doc[frame.token]
            if frame.when is not None and frame.when.value == event.date and token.pos_ == "NOUN":
                return _border(token.head)
        return ""

    def _by_borders(self, event: Event) -> bool:
        """'Opened on Tuesday' in one telling and 'ended on Thursday' in another."""
        days = {"start": None, "end": None}
        for frame in event.frames:
            token = self.doc[frame.token]
            border = _border(token.head) if token.pos_ == "NOUN" else ""
            if border and frame.when is not None and _is_one_day(frame.when.value):
                days[border] = days[border] or frame.when.value
        first, last = days["start"], days["end"]
        if first is None or last is None or not 0 < (last.end - first.start).days <= LONGEST:
            return False
        event.date = replace(first, end=last.end)
        return True

    # -- lengths ------------------------------------------------------------------------------------------------------

    def _lengths(self) -> dict[int, tuple[int, str]]:
        """Noun of a visit to its days, and which of them its verb tells of: "start", "end" or "" for any."""
        found = {}
        for mention in self.doc._.dates:
            if (
                mention.kind != "duration"
                or mention.stay is not None
                or not mention.days
                or not 1 < mention.days <= LONGEST
            ):
                continue
            noun = _noun_above(self.doc[mention.start : mention.end].root)
            if noun is not None:
                ruler = noun.head
                found[noun.i] = (mention.days, _border(ruler))
        return found

    def _by_length(self, visit: Event) -> bool:
        from .dates import combine

        for frame in visit.frames:
            length = self.lengths.get(frame.token)
            if length is not None:
                days, border = length
                border = border or self._told_border(visit)
                if not border and (visit.date_how == STORY or visit.kind is not Kind.VISIT):
                    return False  # any day of the stay
                visit.date = replace(combine(visit.date, days, border or "start"), basis=visit.date.basis)
                return True
        return False

    # -- departures ---------------------------------------------------------------------------------------------------

    def _departures(self) -> list[Departure]:
        found = []
        table = officials.at(self.doc)
        for mention in self.dates.dates:
            value = self.dates.today(mention)
            if not _is_one_day(value):
                continue
            verb = climb(self.doc[mention.start : mention.end].root)
            if verb.pos_ != "VERB" or not _goes_home(verb):
                continue
            subjects = subject_tokens(verb)
            known = table[subjects[0].i] if subjects else None
            found.append(Departure(value, verb.i, known.person if known is not None else None))
        return found

    def _by_departure(self, visit: Event, visits: list[Event]) -> None:
        for departure in self.departures:
            days = (departure.value.end - visit.date.end).days
            if not 0 < days <= LONGEST or not self._leaves(departure, visit):
                continue
            if any(
                other is not visit
                and other.persons & visit.persons
                and other.date.start
                and visit.date.end < other.date.start <= departure.value.start
                for other in visits
            ):
                continue
            visit.date = replace(visit.date, end=departure.value.end)
            return

    def _leaves(self, departure: Departure, visit: Event) -> bool:
        if departure.person is not None:
            return departure.person in visit.persons
        return any(-3 <= departure.at - frame.token <= NEAR for frame in visit.frames)


def _border(verb: Token) -> str:
    if verb.pos_ != "VERB":
        return ""
    lemma = verb.lemma_.lower()
    return "end" if lemma in stay_words("last") else "start" if lemma in stay_words("first") else ""


def _is_one_day(value: DateValue) -> bool:
    return value.start is not None and value.precision is Precision.DAY and value.start == value.end


def _noun_above(token: Token) -> Token | None:
    for _ in range(4):
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod", "npadvmod"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _goes_home(verb: Token) -> bool:
    if verb.lemma_.lower() in stay_words("last"):
        return True
    return verb.lemma_.lower() in words("homeward") and any(c.lower_ in ("home", "out", "back") for c in verb.children)


# -- tours ------------------------------------------------------------------------------------------------------------


def split_tours(doc: Doc, dates: DateReader, events: list[Event]) -> None:
    """'To Berlin on Tuesday and to Rome on Wednesday': each stop of one trigger takes the date behind its own name."""
    stops: dict[int, list] = {}
    for event in events:
        for frame in event.frames if event.kind is Kind.VISIT else ():
            place = frame.destination if frame.trigger.pattern != "leave" else None
            if place is not None and place.span is not None and place.span[0] >= doc[frame.token].idx:
                stops.setdefault(frame.token, []).append((place.span, frame))
    for token, found in stops.items():
        spans = sorted({span for span, _ in found})
        if len(spans) > 1:
            _date_stops(doc, dates, doc[token].sent.end, spans, found)


def _date_stops(doc: Doc, dates: DateReader, sentence_end: int, spans, found) -> None:
    own = {}
    for number, span in enumerate(spans):
        place = doc.char_span(*span, alignment_mode="expand")
        limit = (
            doc.char_span(*spans[number + 1], alignment_mode="expand").start
            if number + 1 < len(spans)
            else sentence_end
        )
        if place is None:
            return
        near = dates.between(place.end, min(limit, place.end + BEHIND))
        if near:
            own[span] = near[0]
    if any(span in own for span in spans[:-1]):
        for span, frame in found:
            if span in own:
                frame.when = When(dates.today(own[span]), "with the verb", own[span].future)
