"""parties: marks the countries, organisations and places that the text names, each with its code.

Reads: the words and their tags, ``doc._.published``. Sets ``doc._.parties``: PartyMentions in text order, no overlaps.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc

from contacts.extraction.party_lexicon import (
    STANDS,
    Choice,
    Cues,
    Guarded,
    Meaning,
    Party,
    Sense,
    all_parties,
    build_table,
    cues,
)
from contacts.extraction.phrases import PhraseTable

__all__ = ["Party", "PartyMention", "all_parties", "index", "lookup"]


@dataclass(slots=True)
class PartyMention:
    """Tokens ``start`` to ``end`` (exclusive) name the party ``code``.

    ``form``: name, adjective, demonym, capital, city, metonym, organisation, agency, ruling_party or region.
    ``stands_for_state``: a bare mention can act for the state. ``also``: further parties ("the two Koreas").
    """

    start: int
    end: int
    code: str
    form: str
    stands_for_state: bool
    also: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        return (self.code, *self.also)


if not Doc.has_extension("parties"):
    Doc.set_extension("parties", default=[])


@Language.factory("parties")
def make_parties(nlp: Language, name: str) -> PartyFinder:
    return PartyFinder(nlp)


class PartyFinder:
    def __init__(self, nlp: Language) -> None:
        self.table: PhraseTable = build_table(lambda phrase: [token.text for token in nlp.tokenizer(phrase)])

    def __call__(self, doc: Doc) -> Doc:
        orths = doc.to_array(ORTH).tolist()
        found = self.table.find(orths)
        resolver = Resolver(doc, orths, found, cues())
        doc._.parties = [mention for match in found if (mention := resolver.mention(*match))]
        return doc


class Resolver:
    """Decides what each phrase found means where it stands."""

    def __init__(self, doc: Doc, orths: list[int], found: list, words: Cues) -> None:
        self.doc = doc
        self.orths = frozenset(orths)
        self.codes = Counter(meaning.code for _, _, meaning in found if isinstance(meaning, Meaning))
        self.words = words

    def mention(self, start: int, end: int, value: object) -> PartyMention | None:
        meaning = self._meaning(start, end, value)
        if meaning is None or not meaning.code:
            return None
        stands = self._stands(start, end, meaning)
        return PartyMention(start, end, meaning.code, meaning.form, stands, meaning.also)

    def _meaning(self, start: int, end: int, value: object) -> Meaning | None:
        if isinstance(value, Guarded):
            return self._meaning(start, end, value.meaning) if self._allows(value.rule, start, end) else None
        if isinstance(value, Choice):
            return self._choose(start, end, value)
        return value

    def _allows(self, rule: str, start: int, end: int) -> bool:
        return start > 0 and self.doc[start - 1].lower_ == "the"

    def _choose(self, start: int, end: int, choice: Choice) -> Meaning | None:
        best, best_score = None, 0.0
        for sense in choice.senses:
            score = self._score(sense) + (0.5 if sense.default else 0)
            if score > best_score and not (sense.alone and self._goes_on(end)):
                best, best_score = sense.meaning, score
        return best

    def _score(self, sense: Sense) -> int:
        return len(sense.cues & self.orths) + sum(self.codes[code] for code in sense.codes)

    def _goes_on(self, end: int) -> bool:
        if end >= len(self.doc):
            return False
        after = self.doc[end]
        return after.text == "of" or after.is_title and after.text not in self.words.may_follow

    def _stands(self, start: int, end: int, meaning: Meaning) -> bool:
        if self._in_longer_name(start, end):
            return False
        if meaning.form == "adjective":
            return end < len(self.doc) and self.doc[end].text in self.words.state_nouns
        return meaning.form in STANDS

    def _in_longer_name(self, start: int, end: int) -> bool:
        """Whether the words are part of a paper's, company's, school's or treaty's name."""
        doc, words = self.doc, self.words
        for width in (1, 2):
            if start >= width and tuple(token.text for token in doc[start - width : start]) in words.name_openers:
                return True
        for token in doc[end : end + 4]:
            if token.text in words.name_heads:
                return True
            if not token.is_title and token.text not in ("of", "and", "&"):
                return False
        return False


def index(doc: Doc) -> list[PartyMention | None]:
    """For each token of the doc the mention that it belongs to, or None."""
    cached = doc.user_data.get("parties_index")
    if cached is None or cached[0] is not doc._.parties:
        by_token: list[PartyMention | None] = [None] * len(doc)
        for mention in doc._.parties:
            by_token[mention.start : mention.end] = [mention] * (mention.end - mention.start)
        cached = doc.user_data["parties_index"] = (doc._.parties, by_token)
    return cached[1]


@cache
def _lookup_table() -> tuple[PhraseTable, Language]:
    from spacy.lang.en import English

    nlp = English()
    return build_table(lambda phrase: [token.text for token in nlp.tokenizer(phrase)]), nlp


def lookup(text: str) -> str | None:
    """The code of the party that the whole of ``text`` names ("North Korean", "Havana", "CUB"), or None."""
    wanted = text.strip()
    table, nlp = _lookup_table()
    known = {party.code for party in all_parties()}
    if wanted.upper() in known:
        return wanted.upper()
    for spelling in (wanted, wanted.title(), f"the {wanted}"):
        value = table.get([token.text for token in nlp.tokenizer(spelling)])
        if code := _plain_code(value):
            return code
    return None


def _plain_code(value: object) -> str | None:
    if isinstance(value, Choice):
        value = next((sense.meaning for sense in value.senses if sense.default), None)
    if isinstance(value, Guarded):
        value = value.meaning
    return value.code or None if isinstance(value, Meaning) else None
