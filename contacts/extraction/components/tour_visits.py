"""Visits on a tour: 'He is on a tour of Asia. On Tuesday he met the king in Kathmandu.'

A journey that names no country is made of visits to those countries where its traveller meets somebody at home.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from ..grammar_words import word_class
from ..types import Kind, Role
from .actors import Actor
from .destinations import NO_DESTINATION
from .frames_types import Frame
from .sides import SideReader

JOURNEYS = word_class("journey")
HOMEWARD = word_class("homeward")
REACH = 400  # tokens between the journey and a meeting on it


def visits_of_tours(doc: Doc, sides: SideReader, found: list[Frame]) -> list[Frame]:
    """One visit for each traveller and country that no frame tells of yet."""
    known = {(p, f.destination.country) for f in found if f.destination is not None for p in f.persons}
    more: list[Frame] = []
    for trigger in doc._.triggers:
        if trigger.blocked != NO_DESTINATION or not _is_journey(doc[trigger.head], trigger):
            continue
        travellers = [a for a in sides.read(trigger).agents if a.person is not None and a.country and a.official]
        for traveller in travellers:
            for meeting in found:
                place = _abroad(meeting, traveller, trigger.head)
                if place is None or (traveller.person, place.country) in known:
                    continue
                known.add((traveller.person, place.country))
                more.append(_visit(meeting, traveller, trigger, place))
    return more


def _is_journey(token: Token, trigger) -> bool:
    """A noun of travel, or a verb of going that leads nobody home and is not denied. Who is sent goes to one place,
    which is told elsewhere."""
    if trigger.entry.part == "noun":
        return trigger.entry.word in JOURNEYS
    if trigger.pattern in ("send", "invite"):
        return False
    return not any(child.lower_ in HOMEWARD or child.dep_ == "neg" for child in token.children)


def _abroad(meeting: Frame, traveller: Actor, at: int):
    """Where the traveller meets somebody of the country that they are in; None where he does not."""
    if meeting.kind is not Kind.MEETING or traveller.person not in meeting.persons or meeting.where is None:
        return None
    place = meeting.where.place
    if place.country in (None, traveller.country) or place.country not in meeting.countries:
        return None
    return place if abs(meeting.token - at) < REACH else None


def _visit(meeting: Frame, traveller: Actor, trigger, place) -> Frame:
    roles = [(traveller, Role.VISITOR)]
    explain = {**meeting.explain, "sides": "a meeting on a tour"}
    visit = replace(meeting, kind=Kind.VISIT, trigger=trigger, roles=roles, explain=explain, joined=[])
    visit.destination = place
    return visit
