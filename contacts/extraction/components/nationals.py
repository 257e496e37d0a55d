"""One person told by nationality: 'the Turk', 'the Kenyan'; and what that tells of the party of who stands before."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..people import Person
from . import parties

PERSON_PLACES = {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss"}
PLURAL_ENDINGS = ("s", "ese", "men", "sh", "ch", "ss")  # 'the French' are many
REACH = 2  # sentences


def is_one(mention, token: Token) -> bool:
    """Whether the token names one person by nationality."""
    return (
        mention.form in ("adjective", "demonym")
        and mention.start == token.i == mention.end - 1
        and token.i > 0
        and token.nbor(-1).lower_ == "the"
        and token.dep_ in PERSON_PLACES
        and not mention.also
        and not token.lower_.endswith(PLURAL_ENDINGS)
    )


def bind(doc: Doc, people: list[Person]) -> None:
    """Gives 'the Armenian' in the sentence after a person without a party to that person, where no other is of it."""
    known = {person.country for person in people}
    named = sorted((name.start, id(person), person) for person in people for name in person.names)
    for token in doc:
        mention = parties.index(doc)[token.i]
        if mention is None or mention.code in known or not is_one(mention, token):
            continue
        floor = token.sent.start
        for _ in range(REACH):
            floor = doc[floor - 1].sent.start if floor else 0
        before = [person for start, _, person in named if floor <= start < token.i and person.country is None]
        if len({id(person) for person in before}) == 1:
            before[0].country, before[0].country_basis = mention.code, "the nationality told after"
            known.add(mention.code)
