"""Captions without a verb: 'X with Y in Paris on Monday', 'X (left) and Y at the palace in Lima, Sept. 3'."""

from __future__ import annotations

from spacy.tokens import Span

from ..grammar_words import word_class
from ..people import Name
from ..types import Kind, Role
from .actors import Actor
from .frame_maker import FrameMaker
from .frames_types import Frame
from .sides_types import Sides
from .triggers import Trigger, special_entry

LONGEST = 40  # tokens
FINITE = ("VBD", "VBP", "VBZ", "MD")
JOINTS = ("with", "and")
MARKS = (",", "(", ")")


def read(maker: FrameMaker) -> list[Frame]:
    """A meeting for each sentence of the kind that names people of two parties and a day or a place."""
    told = {maker.doc[t.head].sent.start for t in maker.doc._.triggers if not t.blocked}
    found = []
    for sentence in maker.doc.sents:
        if len(sentence) > LONGEST or sentence.start in told or maker.doc._.skipped[sentence.start]:
            continue
        if any(token.tag_ in FINITE for token in sentence):
            continue
        people, joint = _named_side_by_side(maker, sentence)
        token = maker.doc[joint] if joint is not None else None
        if token is None or len({a.country for a in people}) < 2:
            continue
        if maker.settings.where(token) is None and maker.settings.when(token) is None:
            continue
        trigger = Trigger(token.i, Kind.MEETING, "caption", special_entry(token.lower_, Kind.MEETING, "caption"))
        found.append(maker.frame(trigger, token, [(a, Role.PARTICIPANT) for a in people], Sides(how="caption")))
    return found


def _named_side_by_side(maker: FrameMaker, sentence: Span) -> tuple[list[Actor], int | None]:
    """The officials that the sentence opens with, nothing but 'with', 'and' and titles between; the first such word."""
    resolver = maker.resolver
    between = {*JOINTS, *MARKS, *word_class("where somebody stands")}
    people: list[Actor] = []
    joint = None
    for i in range(sentence.start, sentence.end):
        item, token = resolver.table[i], maker.doc[i]
        if isinstance(item, Name):
            if item.start == i and item.person is not None:
                actors = resolver.resolve(maker.doc[item.end - 1], 4)
                people += [a for a in actors if a.person is item.person and a.country and a.official]
        elif item is None and resolver.party_at[i] is None and not token.is_space and token.lower_ != "'s":
            if token.lower_ not in between:
                break
            joint = joint if joint is not None or token.lower_ not in JOINTS or not people else i
    return people, joint
