"""Meetings, calls and messages: one frame for each trigger that has two parties, one each where met separately."""

from __future__ import annotations

from spacy.tokens import Token

from ..grammar_words import word_class
from ..types import Kind, Role, Status
from . import affiliation
from .actors import Actor
from .clauses import SUBJECTS
from .day_by_day import on_each_day
from .frame_maker import FrameMaker, speaks_only
from .frames_types import Frame
from .gapped import gapped
from .once_more import ONCE_MORE, OnceMore
from .party_guesses import guess_parties, part_equals
from .sides_types import Sides
from .told_apart import told_apart
from .trigger_lexicon import light_verbs
from .triggers import Trigger

# why a trigger is blocked
ONLY_COUNTRIES = "only countries, nobody who acts"
NOT_TWO_PARTIES = "not two parties"
SPORT = word_class("sport")
A_STORY_OF_SPORT = 5  # such words in a text
ROUNDS = word_class("rounds of a tournament")
AT_HOME = word_class("talks at home")
GOING_ON = word_class("talks go on")
# what tells that two states met, though nobody of them is named or described
STATES_MEET = ("between", "light verb", "letter", "signed", "the two parties of the story", ONCE_MORE)


class ContactReader:
    def __init__(self, maker: FrameMaker) -> None:
        self.maker = maker
        self.once_more = OnceMore(maker.doc)
        self.sport_words = sum(1 for token in maker.doc if token.lower_ in SPORT)
        self.sport = self.sport_words >= A_STORY_OF_SPORT

    def read(self, trigger: Trigger, token: Token) -> list[Frame]:
        """One frame, or one a partner where the sentence says that they were met separately."""
        sides = self._sides(trigger, token)
        if sides is None:
            return []
        frame = self.maker.frame(trigger, token, self._roles(trigger, sides), sides)
        if trigger.entry.word == "conference" and frame.status is not Status.OCCURRED:
            trigger.blocked = "no joint conference"
            return []
        frame.again = sides.how == ONCE_MORE
        frames = gapped(frame, token, self.maker.resolver, self.maker.settings)
        frames = frames or on_each_day(frame, token, self.maker.settings) or told_apart(frame, sides, trigger, token)
        for told in frames:
            self.once_more.remember(told)
        return frames

    def _sides(self, trigger: Trigger, token: Token) -> Sides | None:
        sides = self.maker.sides.complete(trigger, self.maker.sides.read(trigger))
        if self.sport and not any(a.person is not None and a.rank in affiliation.UNIQUE for a in sides.actors):
            trigger.blocked = "a story of sport"
            return None
        if all(a.person is None and a.label is None for a in sides.actors) and self._of_sport(token):
            trigger.blocked = "a match"
            return None
        if all(a.person is None for a in sides.actors) and _is_round(token):
            trigger.blocked = "a match"
            return None
        if not sides.actors and self._settled(token):
            sides = self.once_more.sides(trigger, token) or self._of_the_story(trigger, token)
        if not sides.actors:
            trigger.blocked = "nobody named"
            return None
        guess_parties(self.maker, trigger, token, sides)
        part_equals(self.maker.doc, sides)
        actors = _who_act(sides)
        nobody = all(a.person is None and a.label is None for a in actors)
        if nobody and sides.how not in STATES_MEET and not (self._is_group(actors) and self._settled(token)):
            trigger.blocked = ONLY_COUNTRIES
            return None
        if len({a.country for a in actors if a.country}) < 2:
            trigger.blocked = f"{NOT_TWO_PARTIES}: " + ", ".join(sorted(_shown(a) for a in sides.actors))
            return None
        return sides

    def _of_sport(self, token: Token) -> bool:
        """'The first cricket Test between India and Sri Lanka': in a text that speaks of sport elsewhere too."""
        return self.sport_words > 1 and any(t.lower_ in SPORT for t in token.sent)

    def _is_group(self, actors: list[Actor]) -> bool:
        """'The Quartet met', 'the six-party talks': groups of states are named for what they do together."""
        return any(
            mention is not None and len(mention.codes) > 1
            for mention in (self.maker.resolver.party_at[a.start] for a in actors)
        )

    def _settled(self, token: Token) -> bool:
        """Whether the sentence tells the day or the place."""
        return self.maker.settings.where(token) is not None or self.maker.settings.when(token) is not None

    def _of_the_story(self, trigger: Trigger, token: Token) -> Sides:
        """'Talks continued in Moscow': bare talks that go on at a time and a place are between the two parties that
        the story is about."""
        if trigger.entry.word not in ("talk", "negotiation") or token.dep_ not in SUBJECTS:
            return Sides()
        if token.head.lemma_ not in GOING_ON and token.head.lemma_ not in light_verbs():
            return Sides()
        if any(t.lower_ in AT_HOME for t in token.subtree if t.i < token.i):
            return Sides()
        (first, _most), (second, many), *rest = [*self.maker.named.most_common(3), ("", 0), ("", 0)][:3]
        if many < 3 or rest and rest[0][1] * 2 > many:
            return Sides()
        return Sides([Actor(first), Actor(second)], [], how="the two parties of the story")

    def _roles(self, trigger: Trigger, sides: Sides) -> list[tuple[Actor, Role]]:
        agents = {id(a) for a in sides.agents}
        roles = []
        for actor in _who_act(sides):
            if not actor.country:
                continue
            role = Role.PARTICIPANT
            if trigger.kind is Kind.MESSAGE:
                role = Role.SENDER if id(actor) in agents else Role.RECIPIENT
            elif sides.host == "partner" and id(actor) not in agents:
                role = Role.HOST
            roles.append((actor, role))
        return roles


def _who_act(sides: Sides) -> list[Actor]:
    return [a for a in sides.actors if a.official and not speaks_only(a)]


def _shown(actor: Actor) -> str:
    name = " ".join(actor.person.words) if actor.person else actor.label or "party"
    return f"{name} ({actor.country or '?'})"


def _is_round(token: Token) -> bool:
    """'will meet Germany in the semi-final': told of teams, not of states."""
    sentence = token.sent.text.lower()
    return any(word in sentence for word in ROUNDS)
