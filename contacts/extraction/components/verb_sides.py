"""The sides of a contact that a verb tells of: subject, object and whom it was done with."""

from __future__ import annotations

from spacy.tokens import Token

from ..grammar_words import word_class
from ..people import Title
from ..types import Kind
from .actors import Actor
from .clauses import SUBJECTS, first_of_list, has_own_subject, subject_tokens
from .sides_types import Sides, both_needed, named_needed
from .speakers import FIRST_PERSON
from .surroundings import Surroundings
from .triggers import Trigger, called

SIGNING = word_class("sign")
DEEDS = word_class("what is signed")
BETWEEN = word_class("between")


class VerbSides:
    def __init__(self, near: Surroundings) -> None:
        self.near = near
        self.resolver = near.resolver

    def read(self, trigger: Trigger, verb: Token) -> Sides:
        if trigger.kind is Kind.VISIT and _is_phrase_of_speech(trigger, verb):
            return Sides(how="a speaker's phrase")
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or (
            verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and trigger.pattern in ("receive", "summon")
        )
        subjects = self.near.actors_of(subject_tokens(verb))
        objects = self.near.actors_of([c for c in verb.children if c.dep_ in ("dobj", "dative")])
        if trigger.pattern == "phone" and not objects:
            objects = self.near.actors_of(called(verb, self.resolver.table))
        by = trigger.entry.by or {"with"}
        others = self.near.actors_of(self.near.objects_of(verb, by))
        if not others and trigger.pattern == "beside":  # 'raised the accord with X'
            deeds = [c for c in verb.children if c.dep_ == "dobj"]
            others = self.near.actors_of([t for c in deeds for t in self.near.objects_of(c, by)])
        if trigger.pattern in ("receive", "summon"):
            return both_needed(self._receive(verb, passive, subjects, objects))
        if trigger.pattern == "unite":
            return Sides(objects, [a for a in subjects if a.person is not None], host="partner", how="brought together")
        if trigger.pattern in ("send", "invite", "take"):
            return Sides(subjects if passive else objects, [], how="invited" if trigger.pattern == "invite" else "sent")
        if trigger.pattern == "reciprocal" and passive:
            agents = self.near.actors_of(self.near.objects_of(verb, {"by"}))
            return Sides(agents, subjects, how="passive")
        if not subjects and not passive and not has_own_subject(verb):
            subjects = self.near.above(verb)
        if trigger.pattern in ("reciprocal", "speak", "call_on", "phone", "write"):
            partners = others or (objects if trigger.pattern in ("reciprocal", "phone", "write") else [])
            if trigger.pattern == "write" and not partners:
                to = self.near.objects_of(verb, {"to"}) or self.near.following(verb.i, {"to"})
                partners = self.near.actors_of(to)
            if not partners and not objects and trigger.pattern in ("reciprocal", "speak"):
                partners = self.near.actors_of(self.near.following(verb.i, by))
            if (
                not partners
                and verb.dep_ == "relcl"
                and trigger.pattern in ("reciprocal", "speak")
                and len(subjects) == 1
            ):
                subjects = self.near.actors_of([first_of_list(verb.head)])
            sides = Sides(subjects, partners, host="partner" if trigger.pattern == "call_on" else "", how="verb")
            if trigger.pattern == "call_on" and (not partners or _urges(verb)):
                return Sides(how="urges")
            if trigger.pattern in ("call_on", "phone", "write"):
                return both_needed(sides)
            if trigger.entry.weak and trigger.kind is not Kind.CALL:
                return named_needed(sides, trigger.entry.described)
            return sides
        if trigger.pattern == "beside":
            return self._beside(verb, passive, subjects, others)
        return Sides(subjects, [], how="verb")

    def _beside(self, verb: Token, passive: bool, subjects: list[Actor], others: list[Actor]) -> Sides:
        """'compared notes with Y', 'the two presidents signed': named people on both sides, else nothing."""
        signing = verb.lemma_ in SIGNING
        told = subjects
        if passive:
            told = self.near.actors_of(self.near.objects_of(verb, {"by"}))
            if signing and not told:
                told = [
                    a
                    for c in verb.children
                    if c.dep_ == "nsubjpass"
                    for a in self.near.actors_of(self.near.objects_of(c, BETWEEN))
                ]
        if (
            signing
            and len({a.country for a in told}) > 1
            and (all(a.person is not None or a.label for a in told) or self._at_a_place(verb) and self._is_deed(verb))
        ):
            return Sides(told, others, how="signed")
        named = [a for a in told if a.person is not None]
        others = [a for a in others if a.person is not None or a.label]
        pronoun = any(c.dep_ in SUBJECTS and c.lower_ in ("they", "both") for c in verb.children)
        if named and others or len({a.country for a in named}) > 1 and not pronoun:
            return Sides(named, others, how="beside")
        return Sides(how="one side only")

    def _at_a_place(self, verb: Token) -> bool:
        """'signed here on Tuesday', 'signed in Hanoi on 3 May'."""
        place = any(
            c.lower_ == "here"
            or c.lower_ in ("in", "at")
            and any(self.resolver.party_at[g.i] is not None for g in c.children)
            for c in verb.children
        )
        return place and verb.tag_ in ("VBD", "VBN")

    def _is_deed(self, verb: Token) -> bool:
        """Whether what is signed is an agreement."""
        return any(c.lemma_.lower() in DEEDS for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))

    def _receive(self, verb: Token, passive: bool, subjects: list[Actor], objects: list[Actor]) -> Sides:
        if passive:
            hosts = self.near.actors_of(self.near.objects_of(verb, {"by"}))
            if not hosts and verb.lemma_ in ("summon", "call"):
                hosts = self._summoners(verb, subjects)
            return Sides(subjects, hosts, host="partner", how="passive")
        if not objects and verb.lemma_ == "call":  # 'called in the ambassador'
            objects = self.near.actors_of(self.near.objects_of(verb, {"in"}))
        if not objects and any(c.dep_ == "dobj" and c.pos_ != "PRON" for c in verb.children):
            return Sides(how="a thing is received")
        return Sides(objects, subjects, host="partner", how="receive")

    def _summoners(self, verb: Token, summoned: list[Actor]) -> list[Actor]:
        """'was summoned to the Zimbabwean foreign ministry', 'to the ministry in Tripoli': whose ministry it is,
        or where it stands."""
        away = {a.country for a in summoned}
        called_to = self.near.actors_of(self.near.objects_of(verb, {"to", "at"}))
        hosts = [a for a in called_to if a.country and a.country not in away]
        if hosts:
            return hosts
        for token in verb.subtree:
            mention = self.resolver.party_at[token.i]
            if (
                token.i > verb.i
                and mention is not None
                and mention.form in ("name", "capital")
                and mention.code not in away
            ):
                return [Actor(mention.code, None, "foreign ministry", mention.start, mention.end)]
        found = [self.resolver.table[a.start] for a in summoned]
        posts = [t.towards for t in found if isinstance(t, Title) and t.towards] or [self.resolver.home]
        return (
            [Actor(posts[0], None, "foreign ministry", verb.i, verb.i + 1)] if posts[0] and posts[0] not in away else []
        )


def _is_phrase_of_speech(trigger: Trigger, verb: Token) -> bool:
    """'we are here to stay', 'I come to this': not said of a journey."""
    usual = trigger.entry.weak or trigger.pattern == "stay"
    return usual and any(t.lower_ in FIRST_PERSON for t in subject_tokens(verb))


def _urges(verb: Token) -> bool:
    """'called on X to do something' is no visit to X."""
    return any(
        c.dep_ in ("xcomp", "advcl", "ccomp") and c.i > verb.i and any(g.lower_ == "to" for g in c.children)
        for c in verb.subtree
        if c.head == verb or c.head.dep_ in ("pobj", "prep")
    )
