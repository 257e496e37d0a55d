"""Meetings told as the next of those before: 'a second meeting will be held on May 3', 'the talks resume on Friday'."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from ..grammar_words import word_class
from ..types import Kind, Role
from .clauses import SUBJECTS
from .frames_types import Frame
from .sides_types import Sides
from .triggers import Trigger

NEXT = word_class("once more")
GOING_ON = word_class("go on again")
ONCE_MORE = "once more"
REACH = 3  # sentences back to the meeting that is followed


class OnceMore:
    """Of one document; remembers the meetings that were read, in text order."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.meetings: list[Frame] = []

    def remember(self, frame: Frame) -> None:
        if frame.kind is Kind.MEETING:
            self.meetings.append(frame)

    def sides(self, trigger: Trigger, token: Token) -> Sides | None:
        """Who met before, where the trigger tells of their next meeting and names nobody."""
        if trigger.pattern != "event" or not is_next(token):
            return None
        floor = token.sent.start
        for _ in range(REACH):
            floor = self.doc[floor - 1].sent.start if floor else 0
        before = [f for f in self.meetings if floor <= f.token < token.i]
        if not before:
            return None
        actors = [replace(actor) for actor, _ in before[-1].roles]
        hosts = {id(new) for new, (_, role) in zip(actors, before[-1].roles, strict=True) if role is Role.HOST}
        return Sides([a for a in actors if id(a) not in hosts], [a for a in actors if id(a) in hosts], how=ONCE_MORE)


def is_next(token: Token) -> bool:
    """'a second session', 'the next round', 'talks will resume'; not 'a second day of talks'."""
    if any(c.lower_ in NEXT and c.i < token.i for c in token.children):
        return True
    return token.dep_ in SUBJECTS and token.head.lemma_ in GOING_ON
