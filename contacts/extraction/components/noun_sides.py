"""The sides of a contact that a noun tells of: 'talks between', 'the visit of', 'a call from', 'a dinner for'."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from ..grammar_words import word_class
from ..people import Name, Title
from ..types import Kind
from .actors import Actor
from .clauses import governing_verb, has_own_subject, subject_tokens
from .letter_sides import RECEIVING, LetterSides
from .sides_types import Sides, both_needed
from .surroundings import WINDOW, Surroundings
from .trigger_lexicon import light_verbs
from .triggers import Trigger
from .verb_sides import BETWEEN

TELLING = word_class("tell somebody")
PRESIDING = word_class("preside")
COUNTING = word_class("counts talks")
WITH = frozenset({"with"})
MEDIATING = word_class("mediate")
GIVING = word_class("give a meal")
MEALS = word_class("meals and festivities")


class NounSides:
    def __init__(self, near: Surroundings) -> None:
        self.near = near
        self.resolver = near.resolver
        self.letters = LetterSides(near)

    def read(self, trigger: Trigger, noun: Token) -> Sides:
        sides = self._read(trigger, noun)
        if trigger.pattern not in ("letter", "credentials", "journey"):
            told = {a.country for a in (*sides.agents, *sides.partners)}
            more = [a for a in self._mediators(noun) if a.country and a.country not in told]
            if more and (sides.agents or sides.partners):
                return replace(sides, partners=[*sides.partners, *more])
        return sides

    def _mediators(self, noun: Token) -> list[Actor]:
        """'talks mediated by X', 'under the mediation of X': who is in the room between the two."""
        found: list[Actor] = []
        for child in noun.children:
            if child.dep_ in ("acl", "relcl") and child.lemma_ in MEDIATING:
                found += self.near.actors_of(self.near.objects_of(child, {"by"}))
            for g in child.children if child.dep_ == "prep" else ():
                if g.lemma_.lower() == "mediation":
                    found += self.near.actors_of(self.near.objects_of(g, {"of", "by"}))
                    found += self.near.actors_of([c for c in g.children if c.dep_ in ("poss", "amod")])
        return found

    def _read(self, trigger: Trigger, noun: Token) -> Sides:
        if trigger.pattern == "letter":
            return self.letters.read(trigger, noun)
        if trigger.pattern == "credentials":
            return self._credentials(noun)
        if trigger.pattern == "call_on":
            return self._call_on(noun)
        between = self._between(noun)
        if between is not None:
            return between
        owners = self._owners(noun)
        if any(c.dep_ == "prep" and c.lower_ == "between" for c in noun.children):
            return Sides(self._named_between(noun), owners, how="between")
        call = self._call(noun) if trigger.pattern == "call" else None
        if call is not None:
            return call
        governor = governing_verb(noun)
        honoured = self._honoured(trigger, noun, governor)
        if honoured:
            hosts = owners or self._subjects(governor) or self._givers(noun)
            return Sides(honoured, hosts, host="partner", how="in honour")
        return self._with(trigger, noun, governor, owners)

    def _subjects(self, governor: Token | None) -> list[Actor]:
        return self.near.actors_of(subject_tokens(governor)) if governor is not None else []

    def _owners(self, noun: Token) -> list[Actor]:
        """'X's meeting', 'the X visit'."""
        return self.near.actors_of(
            [
                c
                for c in noun.children
                if c.dep_ == "poss" or c.dep_ in ("compound", "nmod") and self.resolver.names_person(c)
            ]
        )

    def _credentials(self, noun: Token) -> Sides:
        governor = governing_verb(noun)
        takers = self.near.objects_of(noun, {"to"})
        if not takers and governor is not None:
            takers = self.near.objects_of(governor, {"to"})
        received = self.near.actors_of(takers or self.near.following(noun.i, {"to"}))
        givers = self.near.actors_of(self.near.objects_of(noun, {"of", "from"}))
        if givers and governor is not None and governor.lemma_ in RECEIVING:
            return both_needed(Sides(givers, self._subjects(governor), host="partner", how="credentials"))
        return both_needed(Sides(self._subjects(governor), received, host="partner", how="credentials"))

    def _call_on(self, noun: Token) -> Sides:
        """'paid a courtesy call on X'."""
        owners = self.near.actors_of([c for c in noun.children if c.dep_ == "poss"])
        callers = owners or self._subjects(governing_verb(noun)) or self.near.above(noun)
        on = self.near.objects_of(noun, {"on", "upon"}) or self.near.following(noun.i, {"on", "upon"})
        return Sides(callers, self.near.actors_of(on), host="partner", how="call on")

    def _between(self, noun: Token) -> Sides | None:
        """'talks between X and Y', hosted by Z."""
        found = self._named_between(noun)
        if len({a.country for a in found}) < 2 and (found or any(c.lower_ in BETWEEN for c in noun.children)):
            found = self._listed_between(noun) or found
        if len(found) < 2:
            return None
        governor = governing_verb(noun)
        hosts = self._subjects(governor) if governor is not None and governor.lemma_ in PRESIDING else []
        return Sides(found, hosts, host="partner" if hosts else "", how="between")

    def _named_between(self, noun: Token) -> list[Actor]:
        return self.near.actors_of(self.near.objects_of(noun, BETWEEN) or self.near.following(noun.i, BETWEEN))

    def _call(self, noun: Token) -> Sides | None:
        """'a call from X', 'placed a call to Y'."""
        callers = self.near.actors_of(self.near.objects_of(noun, {"from", "by"}))
        called = self.near.actors_of(self.near.objects_of(noun, {"to"}))
        governor = governing_verb(noun)
        if governor is not None and not callers and governor.lemma_ in RECEIVING:
            callers = self.near.actors_of(self.near.objects_of(governor, {"from"}))
        if not callers and not called:
            return None
        others = called if callers and called else self._subjects(governor)
        return Sides(callers or others, called or others, how="call from or to")

    def _with(self, trigger: Trigger, noun: Token, governor: Token | None, owners: list[Actor]) -> Sides:
        """'X's talks with Y', 'X held a meeting with Y', 'told X in talks'."""
        by = trigger.entry.by or WITH
        partners = self.near.actors_of(self.near.objects_of(noun, by))
        if not partners and governor is not None:
            beside = [t for t in self.near.objects_of(governor, by) if t.i > governor.i]
            partners = self.near.actors_of(beside)
        if not partners:
            partners = self.near.actors_of(self.near.following(noun.i, by))
        agents, how = owners, "possessive"
        if not agents:
            agents, how = self._noun_agents(trigger, noun, governor)
        told = governor is not None and governor.lemma_ in TELLING and noun.dep_ == "pobj"
        if told and not partners and trigger.pattern in ("event", "call"):
            partners = self.near.actors_of([c for c in governor.children if c.dep_ in ("dobj", "dative")])
        compound = self.near.before(noun) if trigger.kind is not Kind.VISIT else []
        if not agents or (not partners and compound):
            agents = agents + [a for a in compound if all(a.country != b.country for b in agents)]
        return Sides(agents, partners, how=how)

    def _listed_between(self, noun: Token) -> list[Actor]:
        """'between A and China's B was called off': the list as it stands, where the parse has cut it."""
        at = next((c.i for c in noun.children if c.lower_ in BETWEEN), noun.i)
        found: list[Actor] = []
        seen_and = False
        for i in range(at + 1, min(at + WINDOW, noun.sent.end)):
            token = self.near.doc[i]
            if token.pos_ in ("AUX", "VERB") and self.resolver.table[i] is None or token.text == ";":
                break
            if token.lower_ == "and":
                seen_and = True
            item = self.resolver.table[i]
            if item is not None and item.end - 1 == i and (isinstance(item, Name) or item.person is None):
                found += self.resolver.resolve(self.near.doc[item.head if isinstance(item, Title) else i], 4)
        return found if seen_and else []

    def _honoured(self, trigger: Trigger, noun: Token, governor: Token | None) -> list[Actor]:
        """'gave a dinner for X', 'a reception in honour of the guests'."""
        if trigger.entry.word not in MEALS:
            return []
        found = self.near.actors_of(self.near.objects_of(noun, {"for"}))
        if not found and noun.dep_ == "nsubjpass":  # 'a dinner was given by X for Y'
            verb = noun.head
            found = self.near.actors_of(
                self.near.objects_of(verb, {"for"}) or self.near.following(verb.i, {"for"}, True)
            )
        if not found and governor is not None:
            found = self.near.actors_of([t for t in self.near.objects_of(governor, {"for"}) if t.i > noun.i])
            if not found and governor.lemma_ in GIVING:  # 'gave him a dinner', 'kept her to lunch'
                found = self.near.actors_of(
                    [c for c in governor.children if c.dep_ in ("dative", "dobj") and c.i < noun.i]
                )
        if found:
            return found
        for i in range(noun.i + 1, min(noun.i + 8, len(self.near.doc))):
            if self.near.doc[i].lower_ in ("honour", "honor"):
                return self.near.actors_of(self.near.following(i, {"of"}))
        return []

    def _givers(self, noun: Token) -> list[Actor]:
        """'a dinner was given by X': who gave it."""
        verb = noun.head if noun.dep_ == "nsubjpass" else next((c for c in noun.children if c.tag_ == "VBN"), None)
        return self.near.actors_of(self.near.objects_of(verb, {"by"})) if verb is not None else []

    def _noun_agents(self, trigger: Trigger, noun: Token, governor: Token | None) -> tuple[list[Actor], str]:
        beside = self.near.just_before(noun)
        if beside:
            return beside, "noun before"
        if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "during") and noun.head.head.pos_ in ("NOUN", "PROPN"):
            actors = self.near.actors_of([noun.head.head])
            if actors:
                return actors, "noun above"
        top = _counted(noun)
        if top.dep_ == "nsubjpass" and top.head.lemma_ in light_verbs():
            actors = self.near.actors_of(self.near.objects_of(top.head, {"by"}))
            if actors:
                return actors, "passive light verb"
        of = self.near.actors_of(self.near.objects_of(noun, {"of", "by"}))
        if not of and trigger.pattern == "journey":
            of = self._by_somebody(noun)
        for clause in noun.children:
            if clause.dep_ == "relcl" and clause.lemma_ in light_verbs():
                own = self.near.actors_of(
                    [c for c in clause.children if c.dep_ == "nsubj" and c.lower_ not in ("that", "which", "who")]
                )
                if own or any(c.dep_ == "nsubj" and c.lower_ not in ("that", "which", "who") for c in clause.children):
                    return own, "relative clause"
        if of and (trigger.pattern in ("journey", "letter") or len(of) > 1):
            return of, "of"
        if top.dep_ in ("dobj", "nsubjpass") and top.head.lemma_ not in light_verbs():
            return of, "of"
        if governor is not None:
            subjects = self.near.actors_of(subject_tokens(governor))
            if subjects:
                return subjects, "light verb" if top.dep_ == "dobj" else "clause"
            if noun.dep_ == "dobj" and has_own_subject(governor) or any(c.dep_ == "poss" for c in noun.children):
                return of, "of"
        return of or self.near.above(noun), "clause above"

    def _by_somebody(self, noun: Token) -> list[Actor]:
        """'the visit to Germany by the secretary of state': the one named after the place."""
        for i in range(noun.i + 1, min(noun.i + 10, noun.sent.end)):
            token = self.near.doc[i]
            if token.pos_ in ("VERB", "AUX") or token.text in ",;":
                break
            if token.lower_ in ("by", "of"):
                found = [
                    a
                    for a in self.near.actors_of([c for c in token.children if c.dep_ == "pobj"])
                    if a.person is not None or a.label
                ]
                if found:
                    return found
        return []


def _counted(noun: Token) -> Token:
    """'a round of talks': the noun that stands for the talks in the clause."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in COUNTING:
        noun = noun.head.head
    return noun
