"""The date and the place of an event: by its tellings, its visit, the day of the story, the dateline."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from ..types import DateValue, Kind, Precision, Status
from .date_ties import words
from .event_stays import STORY, Stays, split_tours
from .later_words import settle_status
from .settings import Settings
from .status_clauses import is_scheduled
from .story_day import StoryDay, comes_home

SLACK = timedelta(days=1)
NEXT = 60  # tokens between two items of a programme

if TYPE_CHECKING:
    from .merging import Event


def settle(doc: Doc, events: list[Event]) -> None:
    """Gives each event its date and its place, and says in ``date_how`` and ``place_how`` where from."""
    settle_status(doc, events)
    settings = Settings(doc)
    story = StoryDay(doc, settings.dates)
    stays = Stays(doc, settings.dates)
    visits = [event for event in events if event.kind is Kind.VISIT]
    split_tours(doc, settings.dates, events)
    for event in events:
        _date(event)
        _place(event)
        _from_occasion(doc, event, settings)
    stays.apply(events)
    for visit in visits:
        _from_meetings(visit, events)
    for event in events:
        _from_visit(doc, event, events)
    for event in events:
        _date_of_story(doc, event, story)
    stays.apply(events)
    for event in events:
        _from_visit(doc, event, events)
    _next_told(events)
    _same_scene(events)
    for event in events:
        _told_before(doc, event, settings)
        _default_place(event, settings, story)


def _date(event: Event) -> None:
    """The firmest date told: on the verb before in the sentence, a day before a month; a visit unites its days."""
    best, best_key = None, None
    for order, frame in enumerate(event.frames):
        when = frame.when
        if when is None or when.value.start is None:
            continue
        far = {"with the verb": 0, "in the clause": 1}.get(when.how, 2)
        coarse = {Precision.DAY: 0, Precision.MONTH: 2}.get(when.value.precision, 3) or _is_week(when.value)
        key = (frame.status is not event.status, when.reported, coarse, far, order)
        if best_key is None or key < best_key:
            best, best_key = when, key
    if best is not None:
        event.date, event.date_how = best.value, best.how


def _is_week(value: DateValue) -> bool:
    """'This week', which a day of that week makes finer."""
    return value.start is not None and (value.end - value.start).days >= 6 and "week" in value.basis.lower()


def _from_meetings(visit: Event, events: list[Event]) -> None:
    """A visit of an unknown day, or of 'this week', was on the days of the meetings at its destination."""
    if visit.date.start is not None and not _is_week(visit.date):
        return
    days = []
    for event in events:
        if event.kind is not Kind.MEETING or event.date.start is None or event.date.precision is not Precision.DAY:
            continue
        if event.date_how == STORY or _is_week(event.date):
            continue
        if not visit.persons & event.persons and (visit.persons or not visit.countries <= event.countries):
            continue
        place = event.place or (visit.place if not visit.persons else None)
        if place is None or place.country != visit.destination.country or event.status is not visit.status:
            continue
        if visit.date.start is None or visit.date.start <= event.date.start <= event.date.end <= visit.date.end:
            days.append(event.date)
    if days:
        first, last = min(days, key=lambda d: d.start), max(days, key=lambda d: d.end)
        visit.date, visit.date_how = replace(first, end=last.end), "its meetings"


def _place(event: Event) -> None:
    if event.destination is not None:
        event.place, event.place_how = event.destination, "destination"
        return
    for frame in event.frames:
        if frame.where is not None:
            event.place, event.place_how = frame.where.place, frame.where.how
            return


def _from_occasion(doc: Doc, event: Event, settings: Settings) -> None:
    """A meeting on the sidelines of a summit is where and when the summit is."""
    if event.kind is not Kind.MEETING or event.place is not None and event.date.start is not None:
        return
    for frame in event.frames:
        place, date = settings.occasion(doc[frame.token])
        if event.place is None and place is not None:
            event.place, event.place_how = place, "the occasion"
        if event.date.start is None and date is not None and not any(f.when for f in event.frames):
            event.date, event.date_how = date, "the occasion"


def _from_visit(doc: Doc, event: Event, events: list[Event]) -> None:
    """A meeting without a date or place of its own takes those of the visit that it belongs to."""
    if event.kind is not Kind.MEETING:
        return
    best, best_key = None, None
    for visit in events:
        if visit.kind is not Kind.VISIT or not _may_belong(event, visit) or _apart(event, visit):
            continue
        if visit.destination.country not in event.countries and not (
            event.place and event.place.country == visit.destination.country
        ):
            continue
        if event.place and event.place.country and event.place.country != visit.destination.country:
            continue
        if event.status is Status.OCCURRED and visit.status is not Status.OCCURRED or _is_over(event, visit, doc):
            continue
        key = (
            visit.status is not event.status,
            min(abs(v.token - m.token) for v in visit.frames for m in event.frames),
        )
        if best_key is None or key < best_key:
            best, best_key = visit, key
    if best is None:
        return
    if event.date.start is None and best.date.start is not None:
        event.date, event.date_how = best.date, "its visit"
        if best.date.precision is Precision.DAY and any(_on_arrival(doc, doc[f.token]) for f in event.frames):
            event.date, event.date_how = replace(best.date, end=best.date.start), "its visit's first day"
    if event.place is None:
        event.place, event.place_how = best.place, "its visit"


def _may_belong(event: Event, visit: Event) -> bool:
    """The traveller takes part, or is unnamed in one of the two, which then must agree in parties and status."""
    if visit.persons & event.persons:
        return True
    if not visit.countries <= event.countries or visit.status is not event.status:
        return False
    guests = {person for person in event.persons if person.country in visit.countries - {visit.destination.country}}
    return not visit.persons or not guests


def _is_over(event: Event, visit: Event, doc: Doc) -> bool:
    """What is still ahead belongs to no visit of days ago."""
    published = doc._.published
    if event.status not in (Status.PLANNED, Status.POSSIBLE) or visit.status is not Status.OCCURRED:
        return False
    return bool(published and visit.date.end and published - visit.date.end > 2 * SLACK)


def _apart(event: Event, visit: Event) -> bool:
    """Both dated, with days between them."""
    if event.date.start is None or visit.date.start is None:
        return False
    return event.date.start > visit.date.end + SLACK or visit.date.start > event.date.end + SLACK


def _on_arrival(doc: Doc, token: Token) -> bool:
    """'On the day of his arrival', 'on the day he lands', 'upon arrival', in the sentence of a trigger."""
    for word in token.sent:
        if word.lemma_.lower() in words("arriving"):
            before = {doc[i].lower_ for i in range(max(0, word.i - 4), word.i)}
            if before & words("day_of") and (before & {"of", "he", "she", "they"} or word.pos_ == "NOUN"):
                return True
    return False


def _date_of_story(doc: Doc, event: Event, story: StoryDay) -> None:
    """Where no telling gives a day, what occurred did so on the day that the story tells of."""
    if event.date.start is not None or any(f.when is not None for f in event.frames):
        return
    if event.status is not Status.OCCURRED and not all(is_scheduled(doc[f.token]) for f in event.frames):
        return
    if all(frame.headline for frame in event.frames) and (value := story.of_lead()) is not None:
        event.date, event.date_how = value, STORY
        return
    if event.kind is Kind.VISIT and any(_is_left_behind(doc, frame) for frame in event.frames):
        return
    for frame in event.frames:
        if frame.headline:
            continue
        value = story.at(doc[frame.token])
        if value is not None:
            event.date, event.date_how = value, STORY
            return


def _is_left_behind(doc: Doc, frame) -> bool:
    """'Came home after visits to Rome and Oslo', 'a trip with earlier stops in Rome': of a day before the story's."""
    token, place = doc[frame.token], frame.destination
    if comes_home(token):
        return True
    if place is None or place.span is None or place.span[0] < token.idx:
        return False
    return any(word.lower_ in words("bygone") for word in doc[token.i : token.sent.end] if word.idx < place.span[0])


def _next_told(events: list[Event]) -> None:
    """An undated contact that was called off, denied or is planned, told right after a dated one of the same person:
    the programme goes on, on the same day."""
    for event in events:
        if event.date.start is not None or event.kind is not Kind.MEETING or any(f.when for f in event.frames):
            continue
        if event.status not in (Status.PLANNED, Status.CANCELLED, Status.DENIED):
            continue
        at = min(frame.token for frame in event.frames)
        near = [
            (at - frame.token, other)
            for other in events
            if other.kind is Kind.MEETING
            and other.date.precision is Precision.DAY
            and other.persons & event.persons
            and (other.status is event.status or event.status is Status.CANCELLED)
            for frame in other.frames
            if 0 < at - frame.token < NEXT
        ]
        if near:
            best = min(near, key=lambda found: found[0])[1]
            event.date, event.date_how = best.date, "the contact told before"


def _same_scene(events: list[Event]) -> None:
    """A meeting without a place was where its people met somebody else on the same day, as told nearest to it."""
    known = [
        e for e in events if e.kind in (Kind.MEETING, Kind.VISIT) and e.place is not None and e.date.start is not None
    ]
    for event in events:
        if event.kind is not Kind.MEETING or event.place is not None or event.date.start is None:
            continue
        near = [
            e
            for e in known
            if e is not event
            and e.persons & event.persons
            and e.date.start == event.date.start
            and e.date.end == event.date.end
        ]
        if near:
            best = min(near, key=lambda e: min(abs(a.token - b.token) for a in e.frames for b in event.frames))
            event.place, event.place_how = best.place, "the same day's scene"


def _told_before(doc: Doc, event: Event, settings: Settings) -> None:
    """Where nothing else tells the place of a meeting: where the story last was, in a country of one who met."""
    if event.kind is not Kind.MEETING or event.place is not None:
        return
    for frame in event.frames:
        place = settings.places.told_before(doc[frame.token], event.countries)
        if place is not None:
            event.place, event.place_how = place, "told before"
            return


def _default_place(event: Event, settings: Settings, story: StoryDay) -> None:
    """Where nothing tells the place of a meeting: the place of filing, where its country takes part."""
    if event.kind is not Kind.MEETING or event.place is not None or event.status is not Status.OCCURRED:
        return
    home = settings.home()
    lead = story.of_lead()
    today = event.date_how == STORY or lead is not None and event.date.start == lead.start
    if home is not None and (home.country in event.countries or today):
        event.place, event.place_how = home, "dateline"
