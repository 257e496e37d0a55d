"""Visits: one frame for each party that travels and each country that it travels to."""

from __future__ import annotations

from spacy.tokens import Token

from ..types import Kind, Place, Rank, Role, Status
from .actors import Actor
from .destinations import Destinations
from .frame_maker import FrameMaker, speaks_only
from .frames_types import Frame
from .party_guesses import guess_parties
from .triggers import Trigger


class VisitReader:
    def __init__(self, maker: FrameMaker) -> None:
        self.maker = maker
        self.destinations = Destinations(maker)

    def read(self, trigger: Trigger, token: Token) -> list[Frame]:
        found = self._visits(trigger, token)
        self.destinations.visits += [v for v in found if v.destination is not None]
        self.maker.resolver.past.visitors += [a.person for v in found for a, _ in v.roles if a.person is not None]
        return found

    def _visits(self, trigger: Trigger, token: Token) -> list[Frame]:
        sides = self.maker.sides.read(trigger)
        guess_parties(self.maker, trigger, token, sides)
        travellers = [a for a in sides.agents if a.country and a.official and not speaks_only(a)]
        if not travellers:
            trigger.blocked = "no official who travels"
            return []
        if all(a.person is None and a.label is None for a in travellers):
            trigger.blocked = "nobody but a country travels"
            return []
        if (
            token.pos_ == "VERB"
            and trigger.pattern != "visiting"
            and any(c.dep_ == "dobj" and self.maker.resolver.names_person(c) for c in token.children)
        ):
            trigger.blocked = "somebody, not a place, is visited"
            return []
        embassy = self._embassy(token, travellers)
        if embassy is not None:
            frame = self.maker.frame(
                trigger, token, [*((a, Role.PARTICIPANT) for a in travellers), (embassy, Role.HOST)], sides
            )
            frame.kind = Kind.MEETING
            return [frame]
        places = self.destinations.of_visit(trigger, token, travellers)
        left = self.destinations.left_place(token, travellers) if trigger.pattern == "leave" else None
        if left is not None:
            places = [left, *places]
        if not places:
            trigger.blocked = "no destination"
            return []
        found = []
        for place in places:
            by_country: dict[str, list[Actor]] = {}
            for actor in travellers:
                if actor.country != place.country and not _resides(actor, place):
                    by_country.setdefault(actor.country, []).append(actor)
            for group in by_country.values():
                frame = self.maker.frame(trigger, token, [(a, Role.VISITOR) for a in group], sides)
                frame.destination = place
                if place is left:
                    frame.status, frame.status_token = Status.OCCURRED, None
                frame.retold = _is_retold(token)
                if trigger.pattern == "invite" and frame.status is Status.OCCURRED:
                    frame.status, frame.status_token = Status.POSSIBLE, token.i
                found.append(frame)
        if not found:
            trigger.blocked = "at home"
        return found

    def _embassy(self, token: Token, travellers: list[Actor]) -> Actor | None:
        """'visited the Vietnamese embassy here': a meeting with those who work there."""
        own = {a.country for a in travellers}
        for child in token.children:
            found = self.maker.resolver.table[child.i]
            if (
                child.dep_ == "dobj"
                and getattr(found, "word", "") == "embassy"
                and found.country
                and found.country not in own
            ):
                return next(iter(self.maker.resolver.resolve(child)), None)
        return None


def _resides(actor: Actor, place: Place) -> bool:
    """An ambassador does not visit the country that he is posted to."""
    return actor.person is not None and any(
        t.rank is Rank.AMBASSADOR and t.towards == place.country for t in actor.person.titles
    )


def _is_retold(token: Token) -> bool:
    """'This was his first visit to X': says something of a visit that is told elsewhere too."""
    return token.dep_ == "attr" and any(
        c.dep_ == "nsubj" and c.lower_ in ("this", "it", "that") for c in token.head.children
    )
