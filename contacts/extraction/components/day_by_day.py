"""One verb for contacts on several days: 'met Y on Monday and on Tuesday', 'spoke on Friday and again on Sunday'.

'On Monday and Tuesday' is one contact of two days: the preposition is not said again.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from ..grammar_words import word_class
from ..types import Kind, Precision
from .frames_types import Frame
from .settings import Settings

BETWEEN = word_class("between days told apart")
JOINT, BEFORE_A_DAY = "and", "on"


def on_each_day(frame: Frame, token: Token, settings: Settings) -> list[Frame]:
    """A frame for each day, where the sentence tells the frame's day as one of several; else none."""
    if frame.kind not in (Kind.MEETING, Kind.CALL) or frame.headline or frame.when is None:
        return []
    days = [m for m in settings.dates.between(token.sent.start, token.sent.end) if m.value.precision is Precision.DAY]
    chain: list = []
    for first, second in pairwise(days):
        if not _told_apart(token.doc, first.end, second.start):
            continue
        if chain and chain[-1] is not first:
            break
        chain = [*(chain or [first]), second]
    if not any(m.value.span == frame.when.value.span for m in chain):
        return []
    return [
        replace(frame, roles=list(frame.roles), when=settings.dates.at(token, m), explain=dict(frame.explain))
        for m in chain
    ]


def _told_apart(doc: Doc, start: int, end: int) -> bool:
    """Whether 'and on', 'and again on' and nothing else stands between; the day may have taken its 'on' in."""
    words = [token.lower_ for token in doc[start : end + 1] if not token.is_punct]
    between = words[:-1] if end >= start and words[-1:] != [BEFORE_A_DAY] else words
    return JOINT in between and BEFORE_A_DAY in between and all(word in BETWEEN for word in between)
