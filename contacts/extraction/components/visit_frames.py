"""Visits: one frame for each party that travels and each country that it travels to."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cached_property

from spacy.tokens import Token

from ..grammar_words import word_class
from ..types import Kind, Place, Precision, Rank, Role, Status
from .actors import Actor
from .clauses import subject_tokens
from .destinations import NO_DESTINATION, Destinations
from .frame_maker import FrameMaker, speaks_only
from .frames_types import Frame
from .party_guesses import guess_parties
from .sides_types import Sides
from .triggers import Trigger

ONLY_A_COUNTRY = "nobody but a country travels"  # why a trigger is blocked
FROM_AFAR = word_class("from afar")
TELLING = word_class("tell somebody") | {"say", "announce"}
NEAR_VERB = 3  # tokens, from telling to "visiting"
NO_PLACES = word_class("visited without a journey")
HABITS = word_class("again and again")
SOMEBODY = ("person", "relative")


class VisitReader:
    def __init__(self, maker: FrameMaker) -> None:
        self.maker = maker
        self.destinations = Destinations(maker)

    def read(self, trigger: Trigger, token: Token) -> list[Frame]:
        found = self._frames(trigger, token)
        visits = [frame for frame in found if frame.destination is not None]
        self.destinations.visits += visits
        self.maker.resolver.past.visitors += [a.person for v in visits for a, _ in v.roles if a.person is not None]
        return found

    def _frames(self, trigger: Trigger, token: Token) -> list[Frame]:
        sides = self.maker.sides.read(trigger)
        guess_parties(self.maker, trigger, token, sides)
        travellers = [a for a in sides.agents if a.country and a.official and not speaks_only(a)]
        reason = self._unfit(trigger, token, travellers)
        if reason:
            trigger.blocked = reason
            return []
        embassy = self._embassy(token, travellers)
        if embassy is not None:
            return [self._meeting(trigger, token, travellers, [embassy], sides)]
        visited = self._visited(trigger, token)
        if visited:
            return self._at_somebody(trigger, token, travellers, visited, sides)
        found = self._at_places(trigger, token, travellers, sides)
        tellers = self._tellers(token, travellers) if trigger.pattern == "visiting" else []
        return [*found, self._meeting(trigger, token, travellers, tellers, sides)] if tellers else found

    def _tellers(self, token: Token, travellers: list[Actor]) -> list[Actor]:
        """'President X told visiting Minister Y that ...': X received Y."""
        verb = token
        while verb.head != verb and (verb == token or verb.i > token.i or verb.dep_ in ("prep", "dative")):
            verb = verb.head
        if verb.lemma_ not in TELLING or not 0 < token.i - verb.i <= NEAR_VERB:
            return []
        own = {a.country for a in travellers}
        tellers = self.maker.sides.near.actors_of(subject_tokens(verb))
        return [a for a in tellers if a.country and a.country not in own and a.official and a.person is not None]

    def _unfit(self, trigger: Trigger, token: Token, travellers: list[Actor]) -> str:
        """Why the trigger tells of no visit, or nothing."""
        if not travellers:
            return "no official who travels"
        if all(a.person is None and a.label is None for a in travellers):
            return ONLY_A_COUNTRY
        if token.pos_ == "VERB" and any(c.dep_ == "dobj" and c.lemma_.lower() in NO_PLACES for c in token.children):
            return "a page is visited, no place"
        if trigger.pattern == "attend" and any(t.lower_ in FROM_AFAR for t in token.sent):
            return "attended from afar"
        return ""

    # -- to places ----------------------------------------------------------------------------------------------------

    def _at_places(self, trigger: Trigger, token: Token, travellers: list[Actor], sides: Sides) -> list[Frame]:
        places = self.destinations.of_visit(trigger, token, travellers)
        left = self.destinations.left_place(token, travellers) if trigger.pattern == "leave" else None
        if left is not None:
            places = [left, *places]
        if not places:
            trigger.blocked = NO_DESTINATION
            return []
        found = []
        for place in places:
            for group in _by_party(travellers, place):
                found.append(self._visit(trigger, token, group, place, sides))
                if place is left:
                    found[-1].status, found[-1].status_token = Status.OCCURRED, None
                elif trigger.pattern == "leave":
                    _only_the_day(found[-1])
        if not found:
            trigger.blocked = "at home"
        return found

    def _visit(self, trigger: Trigger, token: Token, group: list[Actor], place: Place, sides: Sides) -> Frame:
        told = _journey_of(token) if trigger.pattern == "take" else token
        frame = self.maker.frame(trigger, told, [(a, Role.VISITOR) for a in group], sides)
        frame.destination = place
        frame.retold = _is_retold(token)
        if frame.status is Status.OCCURRED and trigger.pattern in ("travel", "leave") and self._is_next(token, frame):
            frame.status, frame.status_token = Status.PLANNED, token.i
        if trigger.pattern == "return":
            frame.status, frame.status_token = Status.OCCURRED, None
        if trigger.pattern == "invite" and frame.status is Status.OCCURRED:
            frame.status, frame.status_token = Status.POSSIBLE, token.i
        return frame

    def _is_next(self, token: Token, frame: Frame) -> bool:
        """'From there he flies to Lima', in a story that is told in the past, outside its headline."""
        if token.tag_ not in ("VBZ", "VBP") or frame.headline or not self._told_in_the_past:
            return False
        return not any(c.dep_ in ("aux", "auxpass") or c.lower_ in HABITS for c in token.children)

    @cached_property
    def _told_in_the_past(self) -> bool:
        tenses = Counter(sentence.root.tag_ for sentence in self.maker.doc.sents)
        return tenses["VBD"] > 2 * (tenses["VBZ"] + tenses["VBP"] - 1)

    # -- to people ----------------------------------------------------------------------------------------------------

    def _visited(self, trigger: Trigger, token: Token) -> list[Token]:
        """'visited the president', 'a visit to President X': who is the object where a place is expected."""
        if trigger.pattern not in ("travel", "journey") or not (trigger.entry.place_object or token.pos_ != "VERB"):
            return []
        if token.pos_ == "VERB":
            objects = [c for c in token.children if c.dep_ == "dobj"]
        else:
            objects = [g for c in token.children if c.lower_ == "to" for g in c.children if g.dep_ == "pobj"]
        table = self.maker.resolver.table
        return [t for t in objects if table[t.i] is not None and getattr(table[t.i], "kind", "person") in SOMEBODY]

    def _at_somebody(self, trigger: Trigger, token: Token, travellers, visited, sides: Sides) -> list[Frame]:
        """A visit to an official of another country is a meeting with him, and a visit to the country."""
        own = {a.country for a in travellers}
        hosts = [a for t in visited for a in self.maker.resolver.resolve(t)]
        hosts = [a for a in hosts if a.country and a.official and a.country not in own and not speaks_only(a)]
        if not hosts:
            trigger.blocked = "somebody, not a place, is visited"
            return []
        found = []
        for country in dict.fromkeys(a.country for a in hosts):
            group = [a for a in hosts if a.country == country]
            found.append(self._meeting(trigger, token, travellers, group, sides))
            where = found[-1].where
            place = where.place if where is not None and where.place.country == country else None
            place = place or self.destinations.country_place(country, token.i)
            if place is not None and not any(a.rank is Rank.AMBASSADOR for a in group):
                found += [self._visit(trigger, token, party, place, sides) for party in _by_party(travellers, place)]
        return found

    def _meeting(self, trigger: Trigger, token: Token, travellers, hosts: list[Actor], sides: Sides) -> Frame:
        roles = [*((a, Role.PARTICIPANT) for a in travellers), *((a, Role.HOST) for a in hosts)]
        frame = self.maker.frame(trigger, token, roles, sides)
        frame.kind = Kind.MEETING
        return frame

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


def _by_party(travellers: list[Actor], place: Place) -> list[list[Actor]]:
    """Those for whom the place is abroad, one list for each party."""
    found: dict[str, list[Actor]] = {}
    for actor in travellers:
        if actor.country != place.country and not _resides(actor, place):
            found.setdefault(actor.country, []).append(actor)
    return list(found.values())


def _resides(actor: Actor, place: Place) -> bool:
    """An ambassador does not visit the country that he is posted to."""
    return actor.person is not None and any(
        t.rank is Rank.AMBASSADOR and t.towards == place.country for t in actor.person.titles
    )


def _journey_of(verb: Token) -> Token:
    """'Will start a tour that would take him to Oslo': the journey tells when and whether, not its clause; but for
    'a tour that had taken him to Oslo'."""
    if any(c.lower_ in ("had", "has") for c in verb.children):
        return verb
    return verb.head if verb.dep_ == "relcl" else next(c for c in verb.children if c.dep_ == "nsubj")


def _only_the_day(frame: Frame) -> None:
    """'Leaves Rome on Friday after a three-day visit for Oslo': the length is that of the visit before."""
    when = frame.when
    if when is not None and when.value.precision is Precision.DAY and when.value.start != when.value.end:
        frame.when = replace(when, value=replace(when.value, start=when.value.end))


def _is_retold(token: Token) -> bool:
    """'This was his first visit to X': says something of a visit that is told elsewhere too."""
    return token.dep_ == "attr" and any(
        c.dep_ == "nsubj" and c.lower_ in ("this", "it", "that") for c in token.head.children
    )
