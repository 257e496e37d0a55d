"""parties: marks the countries, organisations and places that the text names, each with its code.

Reads: the words and their tags, ``doc._.published``. Sets ``doc._.parties``: PartyMentions in text order, no overlaps.
What it knows stands in lexicon/: countries, historic, organisations, metonyms, ruling_parties, agencies, regions,
places, cities, blocks, and the rules for words of several meanings in ambiguous and cues.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.attrs import ORTH
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from contacts.extraction.party_context import Context
from contacts.extraction.party_lexicon import all_parties, build_table
from contacts.extraction.party_values import Choice, Dated, Guarded, Party, Value
from contacts.extraction.phrases import PhraseTable
from contacts.extraction.years import published_year

__all__ = ["Party", "PartyMention", "all_parties", "index", "lookup"]


@dataclass(slots=True)
class PartyMention:
    """Tokens ``start`` to ``end`` (exclusive) name the party ``code``.

    ``form``: name, adjective, demonym, capital, city, metonym, organisation, agency, ruling_party, region or group.
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


@Language.factory("parties", assigns=["doc._.parties"])
def make_parties(nlp: Language, name: str) -> PartyFinder:
    """Also teaches the tokenizer to cut "U.S.-led" and "U.S.-South Korean" at the hyphen, as it does with "US-led"."""
    _cut_after_initials(nlp)
    return PartyFinder(nlp)


def _cut_after_initials(nlp: Language) -> None:
    infixes = [*nlp.Defaults.infixes, r"(?<=[A-Z]\.)[-\N{EN DASH}](?=[A-Za-z])"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


class PartyFinder:
    def __init__(self, nlp: Language) -> None:
        self._table = _build(nlp)

    def __call__(self, doc: Doc) -> Doc:
        orths = doc.to_array(ORTH).tolist()
        found = self._table.find(orths)
        context = Context(doc, orths, found, published_year(doc))
        doc._.parties = [mention for match in found if (mention := _mention(context, *match))]
        return doc


def _build(nlp: Language) -> PhraseTable:
    return build_table(lambda phrase: [token.text for token in nlp.tokenizer(phrase)])


def _mention(context: Context, start: int, end: int, value: Value) -> PartyMention | None:
    meaning = context.meaning(start, end, value)
    if meaning is None:
        return None
    attributive = meaning.attributive and context.is_attributive(end)
    stands = context.stands_for_state(start, end, meaning, attributive)
    return PartyMention(start, end, meaning.code, "adjective" if attributive else meaning.form, stands, meaning.also)


def index(doc: Doc) -> list[PartyMention | None]:
    """For each token of the doc the mention that it belongs to, or None."""
    mentions = doc._.parties
    cached = doc.user_data.get("parties_index")
    if cached is None or cached[0] is not mentions:
        by_token: list[PartyMention | None] = [None] * len(doc)
        for mention in mentions:
            by_token[mention.start : mention.end] = [mention] * (mention.end - mention.start)
        cached = doc.user_data["parties_index"] = (mentions, by_token)
    return cached[1]


@cache
def _whole_phrases() -> tuple[PhraseTable, Language]:
    nlp = English()
    _cut_after_initials(nlp)
    return _build(nlp), nlp


@cache
def _codes() -> frozenset[str]:
    return frozenset(party.code for party in all_parties())


def lookup(text: str) -> str | None:
    """The code of the party that the whole of ``text`` names ("North Korean", "Havana", "CUB"), or None."""
    wanted = " ".join(text.split())
    if wanted.upper() in _codes():
        return wanted.upper()
    table, nlp = _whole_phrases()
    bare = wanted[4:] if wanted[:4].lower() == "the " else wanted
    for spelling in (bare, bare.title(), bare.upper()):
        value = table.get([token.text for token in nlp.tokenizer(spelling)])
        if value is not None and (code := _usual_code(value)):
            return code
    return None


def _usual_code(value: Value) -> str | None:
    """What a phrase means with no text around it."""
    if isinstance(value, Guarded):
        return _usual_code(value.value)
    if isinstance(value, Choice):
        return next((sense.meaning.code for sense in value.senses if sense.default), None)
    if isinstance(value, Dated):
        return _usual_code(value.otherwise or value.meaning)
    return None if value.also else value.code or None
