"""Meetings, calls and messages: one frame for each trigger that has two parties, one each where met separately."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from ..grammar_words import word_class
from ..types import Kind, Role, Status
from . import affiliation
from .actors import Actor
from .frame_maker import FrameMaker, speaks_only
from .frames_types import Frame
from .party_guesses import guess_parties, part_equals
from .sides_types import Sides
from .triggers import Trigger

SPORT = word_class("sport")
A_STORY_OF_SPORT = 5  # such words in a text
SEPARATELY = word_class("one by one")


class ContactReader:
    def __init__(self, maker: FrameMaker) -> None:
        self.maker = maker
        self.sport = sum(1 for token in maker.doc if token.lower_ in SPORT) >= A_STORY_OF_SPORT

    def read(self, trigger: Trigger, token: Token) -> list[Frame]:
        """One frame, or one a partner where the sentence says that they were met separately."""
        frame = self._contact(trigger, token)
        if frame is None:
            return []
        if trigger.entry.word == "conference" and frame.status is not Status.OCCURRED:
            trigger.blocked = "no joint conference"
            return []
        if frame.kind is not Kind.MESSAGE and any(t.lower_ in SEPARATELY for t in token.sent):
            return self._one_each(frame)
        if (
            frame.kind is Kind.MESSAGE
            and token.tag_ == "NNS"
            and token.lemma_ in ("message", "letter", "telegram", "cable")
        ):
            return self._one_each(frame, Role.RECIPIENT)
        return [frame]

    def _one_each(self, frame: Frame, role: Role | None = None) -> list[Frame]:
        centre = next((pair for pair in frame.roles if pair[1] is Role.HOST), frame.roles[0])
        first = centre[0]
        others = [(a, r) for a, r in frame.roles if a.country != first.country and role in (None, r)]
        if len(others) < 2:
            return [frame]
        return [replace(frame, roles=[centre, other], explain=dict(frame.explain)) for other in others]

    def _contact(self, trigger: Trigger, token: Token) -> Frame | None:
        sides = self.maker.sides.complete(trigger, self.maker.sides.read(trigger))
        if self.sport and not any(a.person is not None and a.rank in affiliation.UNIQUE for a in sides.actors):
            trigger.blocked = "a story of sport"
            return None
        if not sides.actors:
            sides = self._of_the_story(trigger, token)
        if not sides.actors:
            trigger.blocked = "nobody named"
            return None
        guess_parties(self.maker, trigger, token, sides)
        part_equals(self.maker.doc, sides)
        actors = [a for a in sides.actors if a.official and not speaks_only(a)]
        if all(a.person is None and a.label is None for a in actors) and sides.how not in (
            "between",
            "light verb",
            "letter",
            "signed",
            "the two parties of the story",
        ):
            trigger.blocked = "only countries, nobody who acts"
            return None
        if len({a.country for a in actors if a.country}) < 2:
            trigger.blocked = "not two parties: " + ", ".join(sorted(_shown(a) for a in sides.actors))
            return None
        roles = self._roles(trigger, sides, actors)
        return self.maker.frame(trigger, token, roles, sides)

    def _of_the_story(self, trigger: Trigger, token: Token) -> Sides:
        """'Talks continued in Moscow': bare talks at a time and a place are between the two parties that the
        story is about."""
        if trigger.entry.word not in ("talk", "negotiation") or token.dep_ not in (
            "nsubj",
            "nsubjpass",
            "pobj",
            "ROOT",
        ):
            return Sides()
        if self.maker.settings.where(token) is None and self.maker.settings.when(token) is None:
            return Sides()
        (first, _most), (second, many), *rest = [*self.maker.named.most_common(3), ("", 0), ("", 0)][:3]
        if many < 3 or rest and rest[0][1] * 2 > many:
            return Sides()
        return Sides([Actor(first), Actor(second)], [], how="the two parties of the story")

    def _roles(self, trigger: Trigger, sides: Sides, actors: list[Actor]) -> list[tuple[Actor, Role]]:
        agents = {id(a) for a in sides.agents}
        roles = []
        for actor in actors:
            if not actor.country:
                continue
            role = Role.PARTICIPANT
            if trigger.kind is Kind.MESSAGE:
                role = Role.SENDER if id(actor) in agents else Role.RECIPIENT
            elif sides.host == "partner" and id(actor) not in agents:
                role = Role.HOST
            roles.append((actor, role))
        return roles


def _shown(actor: Actor) -> str:
    name = " ".join(actor.person.words) if actor.person else actor.label or "party"
    return f"{name} ({actor.country or '?'})"
