"""Principals: who sends an envoy, whose adviser or wife somebody is; the two are of one party."""

from __future__ import annotations

from spacy.tokens import Doc

from ..people import Person, Title
from ..word_lists import people_words
from . import owners
from .antecedents import SEX

AGENTS = people_words("agent office")
SPOUSES = people_words("spouse")
LINKS = {"of", "to", "for"}
REACH = 6  # tokens, from the office to its principal

Owners = dict[int, Person]


def pairs(doc: Doc, people: list[Person], titles: list[Title]) -> list[tuple[Person, Person]]:
    """'a special envoy to President Castro', 'Putin's adviser X', 'his wife Y': (who is sent, who sends)."""
    by_token = {i: name.person for person in people for name in person.names for i in range(name.start, name.end)}
    found = []
    for title in titles:
        if title.word not in AGENTS and not title.portfolio & SPOUSES:
            continue
        agent = title.person or _subject(doc, title, by_token)
        principal = _possessor(doc, title, by_token, agent) or _behind(doc, title, by_token)
        if principal is None and title.portfolio & SPOUSES:
            principal = _last_before(doc, title.start, by_token, agent)
        if agent and principal and agent is not principal:
            found.append((agent, principal))
    return found


def unnamed(doc: Doc, people: list[Person], titles: list[Title]) -> None:
    """'An aide to Prime Minister X', 'the bloc's envoys': gives the party to an office without a name."""
    by_token = {i: name.person for person in people for name in person.names for i in range(name.start, name.end)}
    for title in titles:
        if title.person is not None or title.country is not None or title.kind not in ("person", "group"):
            continue
        if title.poss is not None:
            title.country = owners.named(doc, title.poss)
        principal = _behind(doc, title, by_token) if title.word in AGENTS else None
        if principal is not None:
            title.country = principal.country


def _possessor(doc: Doc, title: Title, by_token: Owners, agent: Person | None) -> Person | None:
    """'Putin's adviser'; 'his envoy': the one named last before in the sentence."""
    if title.poss is None:
        return None
    if doc[title.poss].lower_ in SEX:
        return _last_before(doc, title.poss, by_token, agent)
    return by_token.get(title.poss)


def _last_before(doc: Doc, at: int, by_token: Owners, agent: Person | None) -> Person | None:
    """The subject of the sentence that stands before, else the person named nearest before in it."""
    nearest = None
    for i in range(at - 1, doc[at].sent.start - 1, -1):
        person = by_token.get(i)
        if person is None or person is agent:
            continue
        if doc[i].dep_ in ("nsubj", "nsubjpass"):
            return person
        nearest = nearest or person
    return nearest


def _behind(doc: Doc, title: Title, by_token: Owners) -> Person | None:
    """'envoy of the Peruvian President X': the person behind 'of' or 'to' and a title."""
    at = title.end
    if at >= len(doc) or doc[at].lower_ not in LINKS:
        return None
    while at < len(doc) and at - title.end < REACH and (doc[at].lower_ in LINKS or _is_title(doc, at)):
        if at in by_token:
            break
        at += 1
    return by_token.get(at)


def _is_title(doc: Doc, at: int) -> bool:
    return doc[at].text[0].isupper() or doc[at].text == "-" or doc[at].pos_ in ("ADJ", "PROPN")


def _subject(doc: Doc, title: Title, by_token: Owners) -> Person | None:
    """'X arrived ... as a special envoy to Y': the subject of the verb."""
    head = doc[title.head]
    if head.dep_ != "pobj" or head.head.lower_ != "as":
        return None
    for i in range(title.start - 1, head.sent.start, -1):
        person = by_token.get(i)
        if person is not None and person.country is None and i != title.poss:
            return person
    verb = head.head.head
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return by_token.get(child.i)
        verb = verb.head
    return None
