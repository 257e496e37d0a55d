"""Sides: who takes part in a contact, by the grammar around its trigger.

For each trigger: the agents, the partners, and where the grammar shows it which of them is the host.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from .clauses import governing_verb, has_own_subject, subject_tokens
from .coreference import Resolver
from .face_to_face import FaceSides
from .idioms import other_side
from .noun_sides import NounSides
from .one_sided import OneSided
from .sides_types import Sides, named_needed
from .surroundings import Surroundings
from .triggers import Trigger, person_after
from .verb_sides import VerbSides


class SideReader:
    def __init__(self, doc: Doc, resolver: Resolver) -> None:
        self.doc = doc
        self.resolver = resolver
        self.near = Surroundings(doc, resolver)
        self.verbs, self.nouns = VerbSides(self.near), NounSides(self.near)
        self.faces = FaceSides(self.near)
        self.one_sided = OneSided(doc, resolver)

    def read(self, trigger: Trigger) -> Sides:
        token = self.doc[trigger.head]
        if trigger.pattern == "visiting":
            return Sides(self.near.actors_of([person_after(token) or token.head]), how="visiting")
        if trigger.pattern == "delegation":
            return Sides(self.near.actors_of([token]), how="delegation")
        if trigger.entry.part == "adjective":
            subjects = subject_tokens(token.head) if token.dep_ in ("acomp", "oprd", "attr") else [token.head]
            return Sides(self.near.actors_of(subjects), how="adjective")
        if trigger.idiom is not None:
            return self._idiom(trigger, token)
        if trigger.face is not None:
            return self.faces.read(token, trigger.face)
        if trigger.entry.part == "verb":
            return self.verbs.read(trigger, token)
        return self.nouns.read(trigger, token)

    def _idiom(self, trigger: Trigger, token: Token) -> Sides:
        """'X heard Y out', 'X was across the table from Y': the subject, and whom the phrase names."""
        other = other_side(token, trigger.idiom, self.resolver.table)
        verb = token if token.pos_ in ("VERB", "AUX") else governing_verb(token)
        subjects = self.near.actors_of(subject_tokens(verb)) if verb is not None else []
        if not subjects and (verb is None or not has_own_subject(verb)):
            subjects = self.near.above(token)
        partners = self.near.actors_of([other]) if other is not None else []
        return named_needed(Sides(subjects, partners, how="idiom"))

    def complete(self, trigger: Trigger, sides: Sides) -> Sides:
        return self.one_sided.complete(trigger, sides)
