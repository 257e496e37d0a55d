"""Standing: who of the people represents nobody, though a party stands beside the name."""

from __future__ import annotations

from spacy.tokens import Doc

from ..people import Person
from ..word_lists import people_words

SPORT = people_words("sport")
SPORT_STORY = 4  # different words of sport in an article
SONS = {"jr", "junior"}


def settle(doc: Doc, people: list[Person]) -> None:
    """Marks as private who writes the story, who plays in a sports story, and the son of a namesake."""
    sport = len(SPORT & {token.lower_ for token in doc}) >= SPORT_STORY
    for person in people:
        person.private = (
            sport and not person.titles or person.words[-1] in SONS or any(name.reporter for name in person.names)
        )
