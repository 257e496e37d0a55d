"""What the lexicon knows of parties: reads the files once and makes of them one table of phrases and their meanings."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from contacts.extraction.lexicon_files import Entry, load_toml
from contacts.extraction.phrases import PhraseTable, orths_of

Split = Callable[[str], list[str]]

STANDS = frozenset({"name", "capital", "metonym", "organisation", "ruling_party"})


@dataclass(frozen=True, slots=True)
class Party:
    """A country, a former state or an organisation, as the lexicon has it. ``start`` and ``end`` are a former state's years."""

    code: str
    name: str
    kind: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means where nothing in the text says otherwise. ``also``: further parties ("inter-Korean")."""

    code: str
    form: str
    also: tuple[str, ...] = ()


BLOCK = Meaning("", "block")


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of an ambiguous word, with what speaks for it in the article (word hashes, codes)."""

    meaning: Meaning
    cues: frozenset[int]
    codes: frozenset[str]
    default: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of several meanings."""

    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Guarded:
    """A word that is a party only in the right surroundings. ``rule``: "article" (after "the"), "place", "person"."""

    meaning: Meaning | Choice
    rule: str


@dataclass(frozen=True, slots=True)
class Cues:
    name_heads: frozenset[str]
    name_openers: frozenset[tuple[str, ...]]
    state_nouns: frozenset[str]
    may_precede: frozenset[str]
    may_follow: frozenset[str]
    place_words: frozenset[str]
    travel_place_words: frozenset[str]
    travel_words: frozenset[str]


_COUNTRY_LISTS = {"names": list, "adjectives": list, "demonyms": list, "capitals": list}


@cache
def all_parties() -> tuple[Party, ...]:
    """Every party of the lexicon, in its order: countries, former states, organisations."""
    countries = [_country(entry, "country") for entry in _countries()]
    return (*countries, *(_organisation(entry) for entry in _organisations()))


def _countries() -> list[Entry]:
    return load_toml("countries", "country", {"code": str, "name": str}, _COUNTRY_LISTS)


def _organisations() -> list[Entry]:
    return load_toml(
        "organisations", "organisation", {"code": str, "name": str}, {"names": list, "bodies": list, "adjectives": list}
    )


def _country(entry: Entry, kind: str) -> Party:
    return Party(
        code=entry["code"],
        name=entry["name"],
        kind=kind,
        names=tuple(entry.get("names", ())),
        adjectives=tuple(entry.get("adjectives", ())),
        demonyms=tuple(entry.get("demonyms", ())),
        capital=next(iter(entry.get("capitals", ())), None),
        start=entry.get("from"),
        end=entry.get("to"),
    )


def _organisation(entry: Entry) -> Party:
    names = (*entry.get("names", ()), *entry.get("bodies", ()))
    return Party(entry["code"], entry["name"], "organisation", names, tuple(entry.get("adjectives", ())))


def facts() -> Iterator[tuple[str, Meaning]]:
    """Every (phrase, meaning) of the lexicon without rules, the ones that win first."""
    for entry in _countries():
        for key, form in (("names", "name"), ("adjectives", "adjective"), ("demonyms", "demonym"), ("capitals", "capital")):
            words = [entry["name"], *entry.get("names", ())] if key == "names" else entry.get(key, ())
            for phrase in words:
                yield phrase, Meaning(entry["code"], form)
    for entry in _organisations():
        for phrase in (entry["name"], *entry.get("names", ()), *entry.get("bodies", ())):
            yield phrase, Meaning(entry["code"], "organisation")


@cache
def choices() -> dict[str, Choice]:
    """The ambiguous words and what they can mean."""
    entries = load_toml(
        "ambiguous",
        "meaning",
        {"words": list, "code": str, "form": str},
        {"default": bool, "cues": list, "with": list, "alone": bool},
        unique=(),
    )
    senses: dict[str, list[Sense]] = {}
    for entry in entries:
        sense = Sense(
            meaning=Meaning(entry["code"], entry["form"]),
            cues=orths_of(entry.get("cues", ())),
            codes=frozenset(entry.get("with", ())),
            default=entry.get("default", False),
            alone=entry.get("alone", False),
        )
        for word in entry["words"]:
            senses.setdefault(word, []).append(sense)
    return {word: Choice(tuple(options)) for word, options in senses.items()}


@cache
def cues() -> Cues:
    """The words beside a name that tell what it is doing there."""
    kinds = ("name_head", "name_opener", "state_noun", "may_precede", "may_follow", "place_word", "travel_place_word", "travel_word")

    def words(table: str) -> frozenset[str]:
        entries = load_toml("cues", table, {"words": list}, {"kind": str}, others=kinds, unique=())
        return frozenset(word for entry in entries for word in entry["words"])

    heads, openers, nouns, precede, follow, places, travel_places, travel = map(words, kinds)
    return Cues(heads, frozenset(tuple(o.split()) for o in openers), nouns, precede, follow, places, travel_places, travel)


def build_table(split: Split) -> PhraseTable:
    """The table of all phrases. ``split`` cuts a phrase into words as the tokenizer of the pipeline does."""
    table = PhraseTable()
    for phrase, value in _values():
        for form in spellings(phrase):
            words = form.split() if form.replace(" ", "").isalpha() else split(form)
            if words:
                table.add(words, value)
    return table


def _values() -> Iterator[tuple[str, object]]:
    """Phrases and meanings as they go into the table: a leading "the" becomes a rule, so that "the South" does not
    hide the longer "South Korea" one word later."""
    special = choices()
    for phrase, value in (*special.items(), *(fact for fact in facts() if fact[0] not in special)):
        if phrase.startswith(("the ", "The ")):
            yield phrase[4:], Guarded(value, "article")
        else:
            yield phrase, value


def spellings(phrase: str) -> Iterable[str]:
    """The phrase and how else it is printed: typographic apostrophe, no accents, first word capitalised, all capitals."""
    forms = {phrase: None}
    if "'" in phrase:
        forms[phrase.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")] = None
    if not phrase.isascii():
        forms[_without_accents(phrase)] = None
    if phrase[0].islower():
        for form in list(forms):
            forms[form[0].upper() + form[1:]] = None
    if len(phrase) > 3:
        for form in list(forms):
            forms[form.upper()] = None
    return forms


def _without_accents(phrase: str) -> str:
    split = unicodedata.normalize("NFD", phrase)
    return "".join(letter for letter in split if not unicodedata.combining(letter)).replace("ı", "i").replace("ø", "o")
