"""Makes frames: what a document's frame readers share, and the status, day and place around a trigger."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Token

from ..types import Kind, Role, Status
from .actors import Actor
from .clauses import governing_verb
from .coreference import Resolver
from .frames_types import Frame
from .settings import Settings
from .sides import SideReader
from .sides_types import Sides
from .status import read_status, with_date
from .triggers import Trigger


class FrameMaker:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.resolver = Resolver(doc)
        self.sides = SideReader(doc, self.resolver)
        self.settings = Settings(doc)
        self.named = Counter(m.code for m in doc._.parties)
        self.headline = bytearray(len(doc))
        for first, last in doc._.headlines or ():
            self.headline[first:last] = b"\x01" * (last - first)

    def frame(self, trigger: Trigger, token: Token, roles: list[tuple[Actor, Role]], sides: Sides) -> Frame:
        status, cause = read_status(token, trigger.pattern)
        sentence = token.sent
        when = self.settings.when(token)
        frame = Frame(
            trigger.kind,
            trigger,
            token.i,
            (sentence.start_char, sentence.end_char),
            roles,
            status,
            cause.i if cause is not None else None,
            when,
            None,
        )
        if trigger.kind in (Kind.MEETING, Kind.VISIT):
            frame.where = self.settings.where(token)
        sure = when is not None and when.how in ("with the verb", "in the clause")
        soon = bool(when and when.future and token.tag_ == "VBZ")
        frame.status = with_date(status, when.value if when else None, sure, self.doc._.published, soon)
        frame.firm = frame.status is not Status.OCCURRED or _is_past(token)
        frame.headline = bool(self.headline[token.i])
        frame.explain = {
            "trigger": token.text,
            "pattern": f"{trigger.entry.part} {trigger.pattern}",
            "sides": sides.how,
        }
        return frame


def _is_past(token: Token) -> bool:
    """Whether the tense tells that it happened: 'met', 'held talks'; 'his visit to X' alone does not."""
    if token.pos_ in ("VERB", "AUX"):
        return True
    verb = governing_verb(token)
    return verb is not None and verb.tag_ in ("VBD", "VBN", "VBG")


def speaks_only(actor: Actor) -> bool:
    return actor.person is not None and actor.person.speaker_only
