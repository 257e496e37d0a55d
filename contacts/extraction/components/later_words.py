"""What a later sentence makes of a contact: the invitation was accepted, the report was denied.

"He invited her to Oslo. She accepted with pleasure."  "A paper wrote that they had met. 'There was no such meeting.'"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, Token

from ..types import Status
from .status_words import group, negation

if TYPE_CHECKING:
    from .merging import Event

SENTENCES = 2  # after the one that tells of the contact


def settle_status(doc: Doc, events: list[Event]) -> None:
    """Sets ``frame.status`` of the frames that a sentence behind them decides."""
    sentences = list(doc.sents)
    number = {sentence.start: n for n, sentence in enumerate(sentences)}
    for event in events:
        frame = event.frames[-1]
        at = number.get(doc[frame.token].sent.start)
        if at is None:
            continue
        if event.status is Status.POSSIBLE and _is_invitation(doc[frame.token].sent):
            own = [token for token in doc[frame.token].sent if token.i > frame.token]
            decide(frame, Status.PLANNED, _accepted([own, *sentences[at + 1 : at + 1 + SENTENCES]]))
        elif event.status is Status.OCCURRED and _is_hearsay(doc[frame.token].sent):
            decide(frame, Status.DENIED, _retracted(sentences[at + 1 : at + 1 + SENTENCES]))


def decide(frame, status: Status, cause: Token | None) -> None:
    if cause is not None:
        frame.status, frame.status_token, frame.firm = status, cause.i, True


def _is_invitation(sentence: Span) -> bool:
    return any(token.lemma_.lower() in group("invitation") for token in sentence)


def _accepted(sentences) -> Token | None:
    """'Accepted it', 'accepted the invitation', 'the invitation was accepted'."""
    for sentence in sentences:
        for token in sentence:
            if token.lemma_ != "accept" or token.pos_ != "VERB" or negation(token) is not None:
                continue
            things = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
            if not things or any(_means_the_invitation(thing) for thing in things):
                return token
    return None


def _means_the_invitation(token: Token) -> bool:
    return token.lower_ in ("it", "which") or token.lemma_.lower() in group("invitation")


def _is_hearsay(sentence: Span) -> bool:
    """Told by somebody whom the article need not believe: 'a newspaper wrote', 'reports said'."""
    return any(
        token.lemma_.lower() in group("hearsay") and token.dep_ in ("nsubj", "pobj", "dobj", "nsubjpass")
        for token in sentence
    )


def _retracted(sentences) -> Token | None:
    """'There was no such meeting', 'that never happened', 'it did not take place'."""
    for sentence in sentences:
        for token in sentence:
            if token.lower_ == "such" and token.i and token.nbor(-1).lower_ == "no" and token.head.pos_ == "NOUN":
                return token.nbor(-1)
            if token.lemma_ in group("comes_about") and (negative := negation(token)) is not None:
                subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
                if subject is not None and subject.lower_ in ("that", "this", "it"):
                    return negative
    return None
