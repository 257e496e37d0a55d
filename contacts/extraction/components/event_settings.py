"""The date and the place of an event: of all its tellings, of the visit that it belongs to, of the story's day, of the dateline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from ..types import Kind, Precision, Status
from .settings import Settings
from .sides import governing_verb

if TYPE_CHECKING:
    from .merging import Event


def settle(doc: Doc, events: list[Event]) -> None:
    """Gives each event its date and its place, and says in ``date_how`` and ``place_how`` where from."""
    settings = Settings(doc)
    for event in events:
        _date(event)
        _place(event)
    for event in events:
        _from_visit(event, events)
    for event in events:
        _date_of_story(doc, event, settings)
    for event in events:
        _from_visit(event, events)
        _default_place(event, settings)


def _date(event: Event) -> None:
    """The firmest date told: on the verb before in the sentence, a day before a month; a visit unites its days."""
    best, best_key = None, None
    for order, frame in enumerate(event.frames):
        when = frame.when
        if when is None or when.value.start is None:
            continue
        far = {"with the verb": 0, "in the clause": 1}.get(when.how, 2)
        coarse = {Precision.DAY: 0, Precision.MONTH: 1}.get(when.value.precision, 2)
        key = (frame.status is not event.status, when.reported, coarse, far, order)
        if best_key is None or key < best_key:
            best, best_key = when, key
    if best is not None:
        event.date, event.date_how = best.value, best.how


def _place(event: Event) -> None:
    if event.destination is not None:
        event.place, event.place_how = event.destination, "destination"
        return
    for frame in event.frames:
        if frame.where is not None:
            event.place, event.place_how = frame.where.place, frame.where.how
            return


def _from_visit(event: Event, events: list[Event]) -> None:
    """A meeting without a date or place of its own takes those of the visit that it belongs to."""
    if event.kind is not Kind.MEETING:
        return
    best, best_key = None, None
    for visit in events:
        if visit.kind is not Kind.VISIT or not visit.persons & event.persons and not (
                not visit.persons and visit.countries <= event.countries):
            continue
        if visit.destination.country not in event.countries and not (
                event.place and event.place.country == visit.destination.country):
            continue
        if event.place and event.place.country and event.place.country != visit.destination.country:
            continue
        if event.status is Status.OCCURRED and visit.status is not Status.OCCURRED:
            continue
        key = (visit.status is not event.status, min(abs(v.token - m.token) for v in visit.frames for m in event.frames))
        if best_key is None or key < best_key:
            best, best_key = visit, key
    if best is None:
        return
    if event.date.start is None and best.date.start is not None:
        event.date, event.date_how = best.date, "its visit"
    if event.place is None:
        event.place, event.place_how = best.place, "its visit"


def _date_of_story(doc: Doc, event: Event, settings: Settings) -> None:
    """Where no telling gives a day, what occurred did so on the day that the story tells of; not what 'had' happened."""
    if event.date.start is not None or event.status is not Status.OCCURRED:
        return
    for frame in event.frames:
        if frame.headline or _past_perfect(doc[frame.token]):
            continue
        value = settings.dates.story_day(frame.token)
        if value is not None:
            event.date, event.date_how = value, "the day of the story"
            return


def _past_perfect(token: Token) -> bool:
    verb = token if token.pos_ in ("VERB", "AUX") else governing_verb(token)
    return verb is not None and any(c.dep_ == "aux" and c.lower_ in ("had", "has", "have") for c in verb.children)


def _default_place(event: Event, settings: Settings) -> None:
    """Where nothing tells the place of a meeting: the place of filing, where its country takes part."""
    if event.kind is not Kind.MEETING or event.place is not None or event.status is not Status.OCCURRED:
        return
    home = settings.home()
    if home is not None and home.country in event.countries:
        event.place, event.place_how = home, "dateline"
