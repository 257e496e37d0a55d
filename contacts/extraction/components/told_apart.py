"""Several contacts told in one: 'met separately with X and Y', 'meetings with X, Y and Z', 'phoned X and Y'."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from ..grammar_words import word_class
from ..types import Kind, Role
from .actors import Actor
from .clauses import governing_verb
from .frames_types import Frame
from .letter_sides import EXCHANGED
from .sides_types import Sides
from .triggers import Trigger

SEPARATELY = word_class("one by one")
ALWAYS_PLURAL = word_class("talks in the plural")
LETTERS = word_class("letters")
AT_ONE_TIME = word_class("several at a time")
OTHER_WAY = {Role.SENDER: Role.RECIPIENT, Role.RECIPIENT: Role.SENDER}
IN_ORDER = word_class("in the same order")
IN_TURN = word_class("in turn")
AND_THEN = word_class("and then")


def told_apart(frame: Frame, sides: Sides, trigger: Trigger, token: Token) -> list[Frame]:
    """The frame, or one for each party of the side that was met, called or written to one by one."""
    if sides.how == EXCHANGED:
        return [frame, replace(frame, roles=[(a, OTHER_WAY[role]) for a, role in frame.roles])]
    if _in_order(token, sides):
        roles = {a.key: role for a, role in frame.roles}
        return [
            replace(frame, roles=[(a, roles.get(a.key, Role.PARTICIPANT)) for a in pair], explain=dict(frame.explain))
            for pair in zip(sides.agents, sides.partners, strict=True)
        ]
    centre, others = _centre(sides)
    by_party: dict[str, set[int]] = {}
    for actor in others:
        if actor.country and all(actor.country != c.country for c in centre):
            by_party.setdefault(actor.country, set()).add(id(actor))
    if len(by_party) < 2 or not _one_by_one(trigger, token, others):
        return [frame]
    middle = {id(actor) for actor in centre}
    return [
        replace(
            frame,
            roles=[(a, role) for a, role in frame.roles if id(a) in middle or id(a) in group],
            explain=dict(frame.explain),
        )
        for group in by_party.values()
    ]


def _in_order(token: Token, sides: Sides) -> bool:
    """'A and B met C and D respectively': the first with the first, the second with the second."""
    agents, partners = sides.agents, sides.partners
    if len(agents) != len(partners) or len(agents) < 2 or not any(t.lower_ in IN_ORDER for t in token.sent):
        return False
    pairs = zip(agents, partners, strict=True)
    return all(a.country and b.country and a.country != b.country and a.official and b.official for a, b in pairs)


def _centre(sides: Sides) -> tuple[list[Actor], list[Actor]]:
    """The side of one party, who takes part in each, and the others."""
    if len({a.country for a in sides.agents if a.country}) == 1:
        return sides.agents, sides.partners
    if len({a.country for a in sides.partners if a.country}) == 1:
        return sides.partners, sides.agents
    return [], []


def _one_by_one(trigger: Trigger, token: Token, others: list[Actor]) -> bool:
    if trigger.kind is Kind.MESSAGE:
        return token.tag_ == "NNS" and token.lemma_ in LETTERS
    if _said_to_be(token):
        return True
    if trigger.kind is Kind.CALL:
        together = any(t.lower_ in AT_ONE_TIME for t in token.sent)
        return not together and (trigger.pattern == "phone" or trigger.pattern == "call" and token.tag_ == "NNS")
    if trigger.pattern == "event" and token.tag_ == "NNS" and token.lemma_ not in ALWAYS_PLURAL:
        return True
    return any(token.doc[i].lower_ in AND_THEN for i in _gaps(others))


def _said_to_be(token: Token) -> bool:
    """'separately', 'in turn', 'separate talks', 'on separate occasions'."""
    verb = token if token.pos_ == "VERB" else governing_verb(token)
    beside = [*token.children, *(verb.children if verb is not None else ())]
    nouns = [g for c in beside if c.dep_ == "prep" for g in c.children]
    return any(t.lower_ in SEPARATELY for t in [*beside, *(g for noun in nouns for g in noun.children)]) or any(
        noun.lower_ in IN_TURN for noun in nouns
    )


def _gaps(actors: list[Actor]) -> list[int]:
    """The tokens between neighbours of a list."""
    spans = sorted((a.start, a.end) for a in actors)
    return [i for (_, end), (start, _) in zip(spans, spans[1:], strict=False) for i in range(end, min(start, end + 8))]
