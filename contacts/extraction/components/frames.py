"""Frames: one for each trigger that tells of a contact, with its sides, status, date and place.

Sets ``doc._.frames`` (list of Frame) in text order. What a trigger lacks to be a contact is kept in
``trigger.blocked``.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from ..types import Kind
from . import captions
from .contact_frames import ContactReader
from .frame_maker import FrameMaker
from .frames_types import Frame
from .gatherings import gathered
from .habits import no_single_one
from .joiners import join
from .listed_senders import ListedSenders
from .sides_types import Sides
from .tour_visits import visits_of_tours
from .visit_frames import VisitReader

# why a trigger is blocked
ECHO = "told by another trigger of the sentence"
NOTHING_READ = "no side or place that is not told already"


@Language.component("frames", requires=["doc._.triggers", "doc._.dates"], assigns=["doc._.frames"])
def frames(doc: Doc) -> Doc:
    doc._.frames = FrameReader(doc).read()
    return doc


class FrameReader:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.maker = FrameMaker(doc)
        self.visits = VisitReader(self.maker)
        self.contacts = ContactReader(self.maker)

    def read(self) -> list[Frame]:
        found: list[Frame] = []
        for trigger in self.doc._.triggers:
            if trigger.blocked:
                continue
            token = self.doc[trigger.head]
            trigger.blocked = no_single_one(token, trigger.kind is Kind.VISIT)
            if trigger.blocked:
                continue
            if trigger.kind is Kind.VISIT:
                found += self.visits.read(trigger, token)
                continue
            for frame in self.contacts.read(trigger, token):
                found.append(frame)
                self._remember(frame)
        found += captions.read(self.maker)
        found += ListedSenders(self.maker).read()
        found += self._gatherings(found)
        found += visits_of_tours(self.doc, self.maker.sides, found)
        self._say_why_not(kept := _without_echoes(found), found)
        found = kept
        found.sort(key=lambda frame: frame.token)
        join(self.doc, self.maker.resolver, found)
        return found

    def _say_why_not(self, kept: list[Frame], found: list[Frame]) -> None:
        """No trigger is left without a contact or a reason."""
        used, read = {frame.token for frame in kept}, {frame.token for frame in found}
        for trigger in self.doc._.triggers:
            if not trigger.blocked and not any(frame.trigger is trigger for frame in kept) and trigger.head not in used:
                trigger.blocked = ECHO if trigger.head in read else NOTHING_READ

    def _gatherings(self, found: list[Frame]) -> list[Frame]:
        """Meetings whose sides stand in several sentences."""
        told = {frame.sentence for frame in found if frame.kind is Kind.MEETING}
        more: list[Frame] = []
        for trigger in self.doc._.triggers:
            token = self.doc[trigger.head]
            sentence = (token.sent.start_char, token.sent.end_char)
            if not trigger.blocked or sentence in told or self.maker.headline[token.i]:
                continue
            roles = gathered(self.doc, self.maker.resolver, self.maker.sides, trigger)
            if roles:
                told.add(sentence)
                more.append(self.maker.frame(trigger, token, roles, Sides(how="who was present")))
        return more

    def _remember(self, frame: Frame) -> None:
        """Named people, each of another party, are whom 'the two' or 'the three' means next; and who wrote to whom."""
        if frame.kind is Kind.MESSAGE:
            self.maker.sides.near.voice.remember(self.doc[frame.token], frame.roles)
        named = [a for a, _ in frame.roles if a.person is not None]
        if len(named) == len({a.country for a in named}) > 1:
            self.maker.resolver.pairs.recent.append((frame.token, named))


def _without_echoes(found: list[Frame]) -> list[Frame]:
    """Leaves out the 'discussed' of a call or meeting told in the same sentence."""
    calls = [f for f in found if f.kind is Kind.CALL]
    return [
        f
        for f in found
        if not (
            f.kind is Kind.MEETING
            and f.trigger.entry.weak
            and f.persons
            and any(c.sentence == f.sentence and f.persons <= c.persons for c in calls)
        )
    ]


if not Doc.has_extension("frames"):
    Doc.set_extension("frames", default=None)
