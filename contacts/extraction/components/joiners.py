"""Joiners: sentences that add people to a contact told just before. 'X was among them.' 'Also present were Y and Z.'"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..types import Kind, Role
from ..word_lists import people_words
from .coreference import Resolver
from .frames_types import Frame

ATTENDING = people_words("attending verb")
PRESENT = people_words("presence")
MEETING_WORDS = people_words("meeting noun")
MEETING_VERBS = people_words("meeting verb")
REACH = 3  # sentences


def join(doc: Doc, resolver: Resolver, found: list[Frame]) -> None:
    """Adds to each meeting the people whom the sentences after it name as present."""
    meetings = [f for f in found if f.kind in (Kind.MEETING, Kind.CALL)]
    if not meetings:
        return
    for token in doc:
        people = joining(token)
        if not people:
            continue
        frame = _before(doc, token, meetings)
        if frame is None:
            continue
        known = frame.persons
        for person in people:
            for actor in resolver.resolve(person):
                if actor.person is not None and actor.person not in known and actor.country and actor.official:
                    frame.roles.append((actor, Role.PARTICIPANT))
                    frame.joined.append((token.sent.start_char, token.sent.end_char))


def joining(token: Token) -> list[Token]:
    """The nouns that such a sentence names as taking part."""
    low = token.lower_
    if low == "among" and token.head.lemma_ == "be" and any(c.lower_ in ("them", "those") for c in token.children):
        return [c for c in token.head.children if c.dep_ in ("nsubj", "attr")]
    if (
        low in PRESENT
        and token.pos_ in ("ADJ", "NOUN")
        and (token.head.lemma_ == "be" or token.head.dep_ == "prep" and token.head.head.lemma_ == "be")
    ):
        verb = token.head if token.head.lemma_ == "be" else token.head.head
        return [c for c in verb.children if c.dep_ in ("nsubj", "attr") and c != token]
    if token.lemma_ == "include" and token.pos_ == "VERB" and _tells_whom(token):
        return [named for c in token.children if c.dep_ == "dobj" for named in (c, *_behind_titles(c))]
    if token.pos_ == "VERB" and token.lemma_ in ATTENDING:
        objects = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
        if any(c.lemma_.lower() in MEETING_WORDS for c in objects):
            agents = [g for c in token.children if c.dep_ == "agent" for g in c.children]
            return agents or [c for c in token.children if c.dep_ == "nsubj"]
    if token.pos_ == "VERB" and (
        token.lemma_ == "participate" or token.lemma_ == "take" and any(c.lower_ == "part" for c in token.children)
    ):
        where = [g for c in token.subtree if c.lower_ == "in" for g in c.children]
        if not where or any(g.lemma_.lower() in MEETING_WORDS for g in where):
            return [c for c in token.children if c.dep_ in ("nsubj", "attr")]
    return []


def _tells_whom(verb: Token) -> bool:
    """'Other officials she met included X and Y': a subject of whom a clause says that they were met."""
    return any(
        clause.dep_ == "relcl" and clause.lemma_ in MEETING_VERBS
        for subject in verb.children
        if subject.dep_ == "nsubj"
        for clause in subject.children
    )


def _behind_titles(noun: Token) -> list[Token]:
    """'X, the speaker, and Y, the minister': the parse hangs Y on the speaker."""
    return [c for title in noun.children if title.dep_ == "appos" for c in title.children if c.dep_ == "conj"]


def _before(doc: Doc, token: Token, meetings: list[Frame]) -> Frame | None:
    floor = token.sent.start
    for _ in range(REACH):
        if floor == 0:
            break
        floor = doc[floor - 1].sent.start
    near = [f for f in meetings if floor <= f.token < token.i]
    return near[-1] if near else None
