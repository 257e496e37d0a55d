"""Where only one side of a contact is told in the sentence, the other is whom the story is about."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..people import Name
from .actors import Actor
from .coreference import Resolver
from .sides_types import Sides
from .triggers import Trigger

NEAR = 10  # tokens between two people who are told as a pair


class OneSided:
    def __init__(self, doc: Doc, resolver: Resolver) -> None:
        self.doc = doc
        self.resolver = resolver

    def complete(self, trigger: Trigger, sides: Sides) -> Sides:
        """Where only one side of a contact is told in the sentence, the other is whom the story is about."""
        token = self.doc[trigger.head]
        pair = self._pair_of_sentence(trigger, token, sides)
        if pair:
            return Sides(pair, [], how="the two of the sentence")
        known = [a for a in sides.actors if a.country and a.person is not None]
        if not known or len({a.country for a in sides.actors if a.country}) > 1:
            return sides
        if any(not a.official for a in sides.actors) or not self._lacks_a_side(trigger, token, sides):
            return sides
        person = self.resolver.past.topic(token, {a.country for a in known})
        if person is None:
            return sides
        other = Actor(
            person.country, person, None, person.names[0].start, person.names[0].end, person.rank, person.official
        )
        if sides.partners:
            return Sides(
                [*sides.agents, other], sides.partners, sides.host, sides.how + ", the other side from the story"
            )
        return Sides(sides.agents, [other], sides.host, sides.how + ", the other side from the story")

    def _pair_of_sentence(self, trigger: Trigger, token: Token, sides: Sides) -> list[Actor]:
        """'In a call on Saturday, X and Y ...': the only two officials of a sentence, of two parties, where the
        grammar shows
        fewer."""
        if (
            trigger.entry.weak
            or trigger.pattern not in ("event", "call")
            or len({a.country for a in sides.actors if a.country}) > 1
        ):
            return []
        if (
            any(not a.official for a in sides.actors)
            or any(c.dep_ == "poss" for c in token.children)
            and not sides.actors
        ):
            return []
        found: list[Actor] = []
        for i in range(token.sent.start, token.sent.end):
            item = self.resolver.table[i]
            if not isinstance(item, Name) or item.start != i or item.person in [a.person for a in found]:
                continue
            if item.person.country is None or item.person.speaker_only or not item.person.official:
                continue
            found.append(Actor(item.person.country, item.person, None, item.start, item.end, item.person.rank, True))
        if len(found) != 2 or found[0].country == found[1].country:
            return []
        between = [self.doc[i].lower_ for i in range(found[0].end, found[1].start)]
        return found if len(between) <= NEAR and {"and", "with", "after", "told", "to"} & set(between) else []

    def _lacks_a_side(self, trigger: Trigger, token: Token, sides: Sides) -> bool:
        """Whether the grammar leaves room for somebody not named here: 'received him', 'the talks with X'."""
        if trigger.pattern in ("speak", "letter", "write", "call_on", "beside", "phone", "face to face"):
            return False
        if trigger.pattern in ("receive", "summon"):
            objects = [c for c in token.children if c.dep_ == "dobj"]
            return not sides.agents and (not objects or objects[0].pos_ == "PRON")
        if sides.host == "partner" and trigger.entry.part == "noun":
            return True
        return bool(sides.partners) and not sides.agents
