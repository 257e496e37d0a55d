"""Words of travel in their sentence: is 'be' a stay, 'take' what a tour does?"""

from __future__ import annotations

from spacy.tokens import Token

from ..grammar_words import word_class
from . import parties

STAY_PREPOSITIONS = word_class("after a stay's place")
JOURNEYS = word_class("journey")


def stays(token: Token) -> bool:
    """'is in Beijing for talks', 'was in Havana last week', 'spent two days in Suva', 'was here to attend a summit'."""
    places = [c for c in token.children if c.dep_ == "prep" and c.lower_ == "in"]
    here = [c for c in token.children if c.lower_ == "here" and c.dep_ == "advmod" and c.i > token.i]
    if token.lemma_ == "spend":
        return bool(places)
    where = token.dep_ == "relcl" and any(c.lower_ == "where" for c in token.children)
    if where and not places:  # not "Oslo, where he was to meet her"
        return any(c.dep_ == "prep" and c.lower_ in ("for", "on") and c.i > token.i for c in token.children)
    if not places and not here:
        return False
    if len(places) > 1:  # "was in Rome in May"
        return True
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


def names_place(verb: Token) -> bool:
    """'reached Harare', not 'reached an agreement', 'reached him'."""
    found = parties.index(verb.doc)
    objects = [found[c.i] for c in verb.children if c.dep_ == "dobj"]
    return any(mention is not None and mention.form in ("name", "capital", "city") for mention in objects)


def is_taken(token: Token) -> bool:
    """'The tour will take him to Oslo': a journey takes its traveller somewhere."""
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return False
    if subject.lower_ in ("that", "which") and token.dep_ == "relcl":
        subject = token.head
    return subject.lemma_.lower() in JOURNEYS
