"""Counterparts: 'Foreign Minister X met his Thai counterpart, Y': Y's office is that of X."""

from __future__ import annotations

from spacy.tokens import Doc

from ..people import Person, Title
from ..word_lists import people_words

COUNTERPARTS = people_words("counterpart")
REACH = 2  # sentences


def link(doc: Doc, people: list[Person], titles: list[Title]) -> None:
    """Sets ``like`` of each such title to the office that it repeats, and with it the rank."""
    by_token = {i: name.person for person in people for name in person.names for i in range(name.start, name.end)}
    for number, title in enumerate(titles):
        if title.kind == "relative" and title.word in COUNTERPARTS:
            title.like = _owners(title, by_token) or _before(doc, titles[:number], title)
            if title.like is not None:
                title.rank = title.like.rank


def _owners(title: Title, by_token: dict[int, Person]) -> Title | None:
    """The office of the person named as possessor: 'Lavrov's counterpart'."""
    owner = by_token.get(title.poss) if title.poss is not None else None
    return next((t for t in owner.titles if t.kind == "person" and not t.plural), None) if owner is not None else None


def _before(doc: Doc, before: list[Title], title: Title) -> Title | None:
    """The office told last in the same sentence, else in the ones just before."""
    sentence = doc[title.head].sent
    for _ in range(REACH):
        told = [t for t in before if sentence.start <= t.start < sentence.end and t.kind == "person"]
        if told:
            return told[-1]
        if sentence.start == 0:
            return None
        sentence = doc[sentence.start - 1].sent
    return None
