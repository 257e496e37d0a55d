"""What stands around a trigger: the actors of its objects, of the verbs above it, to its left and in front of it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..grammar_words import word_class
from .actors import Actor
from .clauses import subjects_above
from .coreference import Resolver
from .letter_voice import SECOND_PERSON, LetterVoice
from .speakers import FIRST_PERSON, Speakers

OBJECT_PREPOSITIONS = word_class("before an object")
WINDOW = 30  # tokens


class Surroundings:
    def __init__(self, doc: Doc, resolver: Resolver) -> None:
        self.doc = doc
        self.resolver = resolver
        self.speakers = Speakers(doc, resolver)
        self.voice = LetterVoice(doc)
        self.heads = {trigger.head for trigger in doc._.triggers if trigger.idiom is None and trigger.face is None}

    def actors_of(self, tokens: list[Token]) -> list[Actor]:
        found: list[Actor] = []
        for token in tokens:
            if token.lower_ in FIRST_PERSON or token.lower_ in SECOND_PERSON:
                found += self.speakers.of(token) or self.voice.of(token)
            else:
                found += self.resolver.resolve(token)
        return found

    def objects_of(self, head: Token, prepositions) -> list[Token]:
        found = []
        for child in head.children:
            if child.lower_ in prepositions and child.dep_ in ("prep", "agent", "prt", "advmod", "dative"):
                found += [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
                found += [
                    g
                    for c in child.children
                    if c.dep_ == "conj" and c.lower_ in prepositions
                    for g in c.children
                    if g.dep_ == "pobj"
                ]
        return found

    def following(self, index: int, prepositions, over: bool = False) -> list[Token]:
        """The objects of the first such preposition after a token, before the next trigger or the end of the clause."""
        stop = min(len(self.doc), index + WINDOW)
        for i in range(index + 1, stop):
            token = self.doc[i]
            if token.is_sent_start or token.text in (";",) or i in self.heads and not (over and token.pos_ == "NOUN"):
                return []
            if token.lower_ in prepositions:
                return [c for c in token.children if c.dep_ in ("pobj", "pcomp")]
        return []

    def above(self, token: Token) -> list[Actor]:
        """The first subject of a verb above that is somebody."""
        for tokens in subjects_above(token):
            actors = [a for a in self.actors_of(tokens) if a.country]
            if actors:
                return actors
        return self.to_the_left(token)

    def to_the_left(self, token: Token) -> list[Actor]:
        """Where the parse shows no subject: the nearest official before the trigger who is nobody's object."""
        i = token.i - 1
        start = token.sent.start
        while i >= start:
            if self.doc[i].text in (";", '"', "”", "“"):
                return []
            found = self.resolver.table[i]
            if found is None:
                i -= 1
                continue
            before = found.start - 1
            while before > start and (
                self.doc[before].pos_ in ("DET", "NUM", "ADJ") or self.resolver.table[before] is not None
            ):
                before -= 1
            if (
                before < start
                or self.doc[before].lower_ not in OBJECT_PREPOSITIONS
                and self.doc[before].pos_ not in ("VERB",)
            ):
                actors = [
                    a
                    for a in self.resolver.resolve(
                        self.doc[found.end - 1 if not hasattr(found, "head") else found.head]
                    )
                    if a.country
                ]
                if actors and not (actors[0].person is not None and actors[0].person.speaker_only):
                    return actors
            i = found.start - 1
        return []

    def just_before(self, noun: Token) -> list[Actor]:
        """'Rex Y, on a visit to Z,': the name or title that the phrase follows at once."""
        i = noun.i - 1
        while i > noun.sent.start and noun.i - i < 6 and self.doc[i].lower_ != "on":
            i -= 1
        if self.doc[i].lower_ != "on" or i < 2:
            return []
        before = i - 2 if self.doc[i - 1].text in (",", "(", "—", "--") else i - 1
        found = self.resolver.table[before]
        return self.actors_of([self.doc[before]]) if found is not None and found.end == before + 1 else []

    def before(self, noun: Token) -> list[Actor]:
        """'U.S.-North Korean talks', 'the Cuban-Chinese meeting': parties in front of the noun."""
        found: list[Actor] = []
        i = noun.i - 1
        while i >= 0 and noun.i - i < 10:
            mention = self.resolver.party_at[i]
            token = self.doc[i]
            if mention is not None:
                found[:0] = [Actor(code, None, None, mention.start, mention.end) for code in mention.codes]
                i = mention.start - 1
                continue
            if token.pos_ in ("ADJ", "NOUN", "NUM") or token.text in ("-", "–", "and", ","):
                i -= 1
                continue
            break
        return found if len(found) > 1 else []
