"""The sides of a message: who wrote to whom."""

from __future__ import annotations

from spacy.tokens import Token

from ..grammar_words import word_class
from .actors import Actor
from .clauses import governing_verb, subject_tokens
from .letter_voice import SECOND_PERSON
from .sides_types import Sides
from .surroundings import Surroundings
from .triggers import Trigger

BY_MOUTH = word_class("pass on by word of mouth")
WRITTEN = word_class("always in writing")
EXCHANGED = "exchanged"
BETWEEN = word_class("between")
WITH = frozenset({"with"})
FROM_AFAR = word_class("sent from afar")
SENT_FROM_AFAR = word_class("send from afar")
TO = frozenset({"to"})
RECEIVING = word_class("receive")


class LetterSides:
    def __init__(self, near: Surroundings) -> None:
        self.near = near
        self.resolver = near.resolver

    def read(self, trigger: Trigger, noun: Token) -> Sides:
        """'sent a message to X', 'received a letter from Y', 'a telegram from Y to X'."""
        governor = governing_verb(noun)
        if governor is not None and governor.lemma_ in BY_MOUTH and noun.dep_ != "pobj" and _only_said(noun, governor):
            return Sides(how="by word of mouth")
        if _exchanged(noun, governor):
            return self._exchange(noun, governor)
        senders = self.near.actors_of(
            self.near.objects_of(noun, {"from", "by"})
            or [t for t in self.near.objects_of(noun, {"of"}) if self.resolver.table[t.i] is not None]
        )
        to = trigger.entry.by or TO
        receivers = self.near.actors_of(self.near.objects_of(noun, to))
        owners = self.near.actors_of([c for c in noun.children if c.dep_ == "poss"])
        yours = [c for c in noun.children if c.dep_ == "poss" and c.lower_ in SECOND_PERSON]
        if yours and (answered := self.near.voice.of(yours[0])):
            return Sides(answered, self.near.voice.senders, how="answered in a message")
        subjects: list[Actor] = []
        if governor is not None:
            written_to = [t for t in self.near.objects_of(governor, to) if t.i > governor.i]
            receivers = receivers or self.near.actors_of(written_to)
            receivers = receivers or self.near.actors_of(
                [c for c in governor.children if c.dep_ == "dative" and c.pos_ != "ADP"]
            )
            subjects = self.near.actors_of(subject_tokens(governor))
            if governor.lemma_ in RECEIVING:
                senders = senders or self.near.actors_of(
                    self.near.objects_of(governor, {"from"}) or self.near.following(noun.i, {"from"}, over=True)
                )
                return Sides(senders or owners, receivers or subjects, how="received")
        if not receivers:
            receivers = self.near.actors_of(self.near.following(noun.i, to))
        if not receivers and governor is not None and noun.dep_ == "pobj":
            receivers = self.near.actors_of([c for c in governor.children if c.dep_ in ("dobj", "dative")])
        writers = senders or owners or subjects or self.near.above(noun)
        if not receivers and writers and writers == self.near.voice.recipients:  # "thanks to you for sending a letter"
            receivers = self.near.voice.senders
        return Sides(writers, receivers, how="letter")

    def _exchange(self, noun: Token, governor: Token | None) -> Sides:
        """'X and Y exchanged letters', 'an exchange of letters between X and Y'."""
        between = self.near.objects_of(noun, BETWEEN) or self.near.objects_of(noun.head.head, BETWEEN)
        actors = self.near.actors_of(between or (subject_tokens(governor) if governor is not None else []))
        with_ = self.near.actors_of([*self.near.objects_of(noun, WITH), *self.near.objects_of(noun.head, WITH)])
        first = [a for a in actors if a.country and a.country == actors[0].country]
        others = with_ or [a for a in actors if a.country and a.country != actors[0].country]
        return Sides(first, others, how=EXCHANGED)


def _exchanged(noun: Token, governor: Token | None) -> bool:
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        return noun.head.head.lemma_ == "exchange"
    return governor is not None and governor.lemma_ == "exchange" and noun.dep_ in ("dobj", "nsubjpass")


def _only_said(noun: Token, verb: Token) -> bool:
    """Whether what is conveyed was said: greetings are; a letter is not, nor a message from somebody who is away."""
    if noun.lemma_ in WRITTEN or noun.lemma_ in FROM_AFAR and verb.lemma_ in SENT_FROM_AFAR:
        return False
    return not (noun.lemma_ == "message" and any(c.lower_ == "from" for c in noun.children))
