"""Who 'I' and 'we' are: the one who says what stands between the quotation marks."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..grammar_words import word_class
from .actors import Actor
from .clauses import SPEECH, SUBJECTS
from .coreference import Resolver

FIRST_PERSON = word_class("first person")
EITHER = frozenset(('"', "``", "''"))  # opens and closes
BACK = 3  # sentences before a quotation in which its speaker may be named


class Speakers:
    def __init__(self, doc: Doc, resolver: Resolver) -> None:
        self.doc = doc
        self.resolver = resolver
        self._quoted: list[bool] | None = None

    def of(self, token: Token) -> list[Actor]:
        """The official who speaks of himself in this token; nobody where it stands in no quotation."""
        if not self._in_quotation(token.i):
            return []
        for verb in self._speech_verbs(token):
            subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
            if subject is None or subject.lower_ in FIRST_PERSON:
                continue
            return [a for a in self.resolver.resolve(subject) if a.person is not None and a.country][:1]
        return []

    def _speech_verbs(self, token: Token) -> list[Token]:
        """Outside the quotation, the likeliest first: after it in the sentence, before it, in the sentences before."""
        sentence = token.sent
        here = self._told_in(sentence.start, sentence.end)
        found = [verb for verb in here if verb.i > token.i] + [verb for verb in here[::-1] if verb.i < token.i]
        start = sentence.start
        for _ in range(BACK):
            if found or start == 0:
                break
            sentence = self.doc[start - 1].sent
            found, start = self._told_in(sentence.start, sentence.end)[::-1], sentence.start
        return found

    def _told_in(self, start: int, end: int) -> list[Token]:
        return [
            t for t in self.doc[start:end] if t.lemma_ in SPEECH and t.pos_ == "VERB" and not self._in_quotation(t.i)
        ]

    def _in_quotation(self, index: int) -> bool:
        if self._quoted is None:
            self._quoted = self._quotations()
        return self._quoted[index]

    def _quotations(self) -> list[bool]:
        """For each token whether it stands between quotation marks; a new paragraph ends what was not closed."""
        found, inside = [], False
        for token in self.doc:
            if "\n" in token.text and token.is_space and "\n\n" in token.text:
                inside = False
            elif token.text in EITHER:
                inside = not inside
            elif token.text == "“":
                inside = True
            elif token.text == "”":
                inside = False
            found.append(inside)
        return found
