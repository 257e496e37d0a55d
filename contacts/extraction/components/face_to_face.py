"""Verbs of being together, from contact_verbs.toml: what one official does to another only where both are.

'Hugged him', 'told him at the foreign ministry', 'gave her an hour', 'the two strolled', 'thanked him by telephone'.
``find`` and ``find_any`` are asked by ``triggers`` for each verb that is no trigger, ``FaceSides`` by the side reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from ..lexicon_files import load_toml
from ..types import Kind
from . import officials
from .apart_verbs import apart
from .clause_settings import AT, by_telephone, has_setting
from .clauses import SUBJECTS, subject_tokens
from .sides_types import Sides
from .surroundings import Surroundings

ANY_VERB = "*"
HOW = "face to face"
DONE = ("dobj", "nsubjpass")
OTHERS = (*DONE, "dative")
EMPTY = frozenset(("other", "another", "it", "itself", "himself", "herself", "themselves", "nobody", "nothing", "that"))
COMPLEMENTS = ("ccomp", "xcomp", "oprd")
OPTIONAL = {
    **dict.fromkeys(("to", "object", "path", "setting"), list),
    **dict.fromkeys(("complement", "passive", "joint", "guests", "unnamed"), bool),
}


@dataclass(frozen=True, slots=True)
class VerbClass:
    """One class of contact_verbs.toml."""

    sense: str
    kind: Kind
    to: frozenset[str]
    object: frozenset[str]
    path: frozenset[str]
    setting: frozenset[str]
    complement: bool
    passive: bool
    joint: bool
    guests: bool
    unnamed: bool


@lru_cache
def by_verb() -> dict[str, tuple[VerbClass, ...]]:
    found: dict[str, list[VerbClass]] = {}
    for entry in load_toml(
        "contact_verbs",
        "verbs",
        required={"sense": str, "kind": str, "text": str},
        optional=OPTIONAL,
    ):
        listed = VerbClass(
            entry["sense"],
            Kind(entry["kind"]),
            frozenset(entry.get("to", ())),
            frozenset(entry.get("object", ())),
            frozenset(entry.get("path", ())),
            frozenset(entry.get("setting", ())),
            entry.get("complement", False),
            entry.get("passive", False),
            entry.get("joint", False),
            entry.get("guests", False),
            entry.get("unnamed", False),
        )
        for verb in entry["text"].split():
            found.setdefault(verb, []).append(listed)
    return {verb: tuple(classes) for verb, classes in found.items()}


def find(verb: Token) -> VerbClass | None:
    """The first class that names the verb and whose demands its clause meets."""
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    return next((c for c in by_verb().get(verb.lemma_.lower(), ()) if _fits(verb, c)), None)


def find_any(verb: Token) -> VerbClass | None:
    """The first of the classes of any verb."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() in apart():
        return None
    return next((c for c in by_verb()[ANY_VERB] if _fits(verb, c)), None)


def _fits(verb: Token, listed: VerbClass) -> bool:
    children = list(verb.children)
    if listed.object and not any(c.dep_ in DONE and c.lemma_.lower() in listed.object for c in children):
        return False
    if listed.path and not any(c.lower_ in listed.path for c in children):
        return False
    if not listed.complement and any(c.dep_ in COMPLEMENTS for c in children):
        return False
    if listed.passive and not _agents(verb):
        return False
    if not listed.joint and not listed.passive and not _others(verb, listed):
        return False
    if listed.kind is Kind.CALL:
        return by_telephone(verb)
    return not listed.setting or has_setting(verb, listed.setting)


def _agents(verb: Token) -> list[Token]:
    """Who does it in the passive: 'flanked by X'."""
    return [g for c in verb.children if c.dep_ == "agent" or c.lower_ == "by" for g in c.children if g.dep_ == "pobj"]


def _others(verb: Token, listed: VerbClass) -> list[Token]:
    """Whom it is done to: people among the objects, and after the prepositions of the class."""
    table = officials.at(verb.doc)
    objects = [c for c in verb.children if c.dep_ in OTHERS]
    found = list(objects)
    if listed.to:
        placed = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in AT]
        places = [g for c in placed for g in c.children if g.dep_ == "pobj"]
        for above in (verb, *objects, *places):
            found += [
                g
                for c in above.children
                if c.dep_ in ("prep", "dative") and c.lower_ in listed.to
                for g in c.children
                if g.dep_ == "pobj"
            ]
    return [t for t in found if table[t.i] is not None or t.pos_ == "PRON" and t.lower_ not in EMPTY]


class FaceSides:
    def __init__(self, near: Surroundings) -> None:
        self.near = near

    def read(self, verb: Token, listed: VerbClass) -> Sides:
        """The subject, and those to whom it is done; people on both sides, at least one of them named."""
        if listed.passive:
            subjects, others = subject_tokens(verb), self._doers(verb)
        else:
            subjects, others = subject_tokens(verb), _others(verb, listed)
            if any(c.dep_ == "nsubjpass" for c in others) and not listed.joint:
                subjects = self._doers(verb)
        doers, done_to = self.near.actors_of(subjects), self.near.actors_of(others)
        if not doers and not any(c.dep_ in SUBJECTS for c in verb.children):
            doers = self.near.above(verb)
        if listed.guests and len({a.country for a in done_to if a.country}) > 1:
            return _known(Sides(doers, done_to, how=HOW), listed)
        if not doers or not done_to and not listed.joint:
            return Sides(how="one side only")
        return _known(Sides(doers, done_to, how=HOW), listed)

    def _doers(self, verb: Token) -> list[Token]:
        return _agents(verb) or self.near.following(verb.i, {"by"})


def _known(sides: Sides, listed: VerbClass) -> Sides:
    """Only what is told of people counts, of two parties, with a name among them."""
    actors = sides.actors
    people = [a for a in actors if a.person is not None or a.label]
    named = listed.unnamed or any(a.person is not None for a in people)
    if named and len(people) == len(actors) and len({a.country for a in people if a.country}) > 1:
        return sides
    return Sides(how="too little for a face to face")
