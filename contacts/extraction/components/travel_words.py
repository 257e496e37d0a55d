"""Words of travel in their sentence: is 'be' a stay, 'heads' a verb, 'take' what a tour does?"""

from __future__ import annotations

from spacy.tokens import Token

from ..grammar_words import word_class
from . import officials

STAY_PREPOSITIONS = word_class("after a stay's place")
JOURNEYS = word_class("journey")
VERB_FORMS = word_class("verb of travel read as noun")
AFTER_FORM = frozenset(("to", "for", "in"))


def stays(token: Token) -> bool:
    """'is in Beijing for talks', 'was in Havana last week', 'spent two days in Suva', 'was here to attend a summit'."""
    places = [c for c in token.children if c.dep_ == "prep" and c.lower_ == "in"]
    here = [c for c in token.children if c.lower_ == "here" and c.dep_ == "advmod" and c.i > token.i]
    if token.lemma_ == "spend":
        return bool(places)
    if not places and not here:
        return False
    return any(_gives_reason(child, token) for child in token.children) or any(
        place.i + 1 < grand.i < place.i + 5 and grand.lower_ in ("for", "on", "to")
        for place in places
        for grand in place.subtree
    )


def _gives_reason(child: Token, verb: Token) -> bool:
    """A purpose, an occasion or a day of the stay; without one somebody only is where he is."""
    if child.i < verb.i:
        return False
    if child.dep_ in ("advcl", "xcomp"):
        return any(grand.lower_ == "to" for grand in child.children)
    return child.dep_ == "npadvmod" or child.dep_ == "prep" and child.lower_ in STAY_PREPOSITIONS


def is_taken(token: Token) -> bool:
    """'The tour will take him to Oslo': a journey takes its traveller somewhere."""
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    if subject.lower_ in ("that", "which") and token.dep_ == "relcl":
        subject = token.head
    return subject.lemma_.lower() in JOURNEYS


def read_as_noun(token: Token) -> str | None:
    """The verb that the tagger took for a noun behind a name: 'Barack Obama heads to Lima'. None where it is none."""
    verb = token.lower_[:-1]
    if token.pos_ not in ("NOUN", "PROPN") or verb not in VERB_FORMS or not token.lower_.endswith("s") or not token.i:
        return None
    before = officials.at(token.doc)[token.i - 1]
    if before is None or before.end != token.i or token.i + 1 == len(token.doc):
        return None
    return verb if token.nbor(1).lower_ in AFTER_FORM else None
