"""Gatherings: a reception, ceremony or meeting whose own sentence names one side, the next ones the others.

'The embassy gave a reception. Present there were Vice-Premier X and Y.' 'Talks were held. They were attended by ...'
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..types import Kind, Role
from ..word_lists import people_words
from .actors import Actor
from .coreference import Resolver
from .joiners import joining
from .sides import SideReader
from .triggers import Trigger

GATHERINGS = people_words("gathering")
REACH = 3  # sentences


def gathered(doc: Doc, resolver: Resolver, sides: SideReader, trigger: Trigger) -> list[tuple[Actor, Role]]:
    """Who took part by the sentence of a trigger and the ones after it; nobody where that is one party only."""
    if (
        trigger.kind is not Kind.MEETING
        or trigger.entry.word not in GATHERINGS
        or trigger.pattern not in ("event", "beside")
    ):
        return []
    token = doc[trigger.head]
    present = [actor for noun in _present(doc, token) for actor in resolver.resolve(noun)]
    present = [a for a in present if a.official and a.country and (a.person is not None or a.label)]
    if not present:
        return []
    told = [a for a in sides.read(trigger).actors if a.official and a.country and (a.person is not None or a.label)]
    roles: dict[object, tuple[Actor, Role]] = {}
    for actor in [*told, *present]:
        roles.setdefault(actor.key, (actor, Role.PARTICIPANT))
    return list(roles.values()) if len({a.country for a, _ in roles.values()}) > 1 else []


def _present(doc: Doc, trigger: Token) -> list[Token]:
    """The nouns that this sentence or one of the next names as taking part."""
    found: list[Token] = []
    sentence = trigger.sent
    for _ in range(REACH):
        for token in sentence:
            found += joining(token)
        if sentence.end >= len(doc):
            break
        sentence = doc[sentence.end].sent
    return found
