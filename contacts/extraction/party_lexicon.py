"""What the lexicon knows of parties: reads the files once and makes of them one table of phrases and their values.

A phrase's value is a Meaning, or one of Choice, Guarded and Dated where the text around or the article's date decides.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from contacts.extraction.lexicon_files import Entry, load_toml
from contacts.extraction.party_groups import group_facts
from contacts.extraction.party_values import (
    BLOCK,
    FORMS,
    RULES,
    YEARS,
    Choice,
    Dated,
    Guarded,
    Meaning,
    Party,
    Sense,
    Value,
    in_years,
)
from contacts.extraction.phrases import PhraseTable, orths_of

Split = Callable[[str], list[str]]

_COUNTRY = {"names": list, "adjectives": list, "demonyms": list, "capitals": list}
_ORGANISATION = {"names": list, "bodies": list, "adjectives": list}
_PARTY_BODIES = ("Central Committee", "central committee", "Political Bureau", "Politburo", "International Department")
_WORDS = {"code": str, "words": list}


def _countries() -> list[Entry]:
    return load_toml("countries", "country", {"code": str, "name": str}, _COUNTRY)


def _historic() -> list[Entry]:
    return load_toml("historic", "state", {"code": str, "name": str, **YEARS}, _COUNTRY, others=("belonged",))


def _organisations() -> list[Entry]:
    return load_toml("organisations", "organisation", {"code": str, "name": str}, _ORGANISATION)


@cache
def all_parties() -> tuple[Party, ...]:
    """Every party of the lexicon, in its order: countries, former states, organisations. Raises LexiconError."""
    return (
        *(_state(entry, "country") for entry in _countries()),
        *(_state(entry, "historic") for entry in _historic()),
        *(_organisation(entry) for entry in _organisations()),
    )


@cache
def organisations() -> frozenset[str]:
    """The codes of those parties that are no states."""
    return frozenset(party.code for party in all_parties() if party.kind == "organisation")


def _state(entry: Entry, kind: str) -> Party:
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


Fact = tuple[str, Value, Entry]


def _hand_facts() -> Iterator[Fact]:
    """Every phrase of the files written by hand, except ambiguous.toml, with its value; what wins comes first."""
    for entry in load_toml("blocks", "block", {"why": str, "words": list}):
        for phrase in entry["words"]:
            yield phrase, BLOCK, entry
    for entry in (*_countries(), *_historic()):
        yield from _state_facts(entry)
    for entry in _organisations():
        for phrase in (entry["name"], *entry.get("names", ()), *entry.get("bodies", ())):
            yield phrase, Meaning(entry["code"], "organisation"), entry
        for phrase in entry.get("adjectives", ()):
            yield phrase, Meaning(entry["code"], "adjective"), entry
    yield from _word_facts("agencies", "agency", "agency")
    yield from _word_facts("metonyms", "metonym", "metonym")
    yield from _ruling_party_facts()
    yield from _word_facts("regions", "region", "region")
    yield from _word_facts("places", "place", "city")


def _state_facts(entry: Entry) -> Iterator[Fact]:
    code, adjectives = entry["code"], entry.get("adjectives", ())
    for phrase in (entry["name"], *entry.get("names", ())):
        yield phrase, Meaning(code, "name", attributive=phrase in adjectives), entry
    for key, form in (("adjectives", "adjective"), ("demonyms", "demonym"), ("capitals", "capital")):
        for phrase in entry.get(key, ()):
            if not (key == "capitals" and "from" in entry):  # these depend on the article's date: see _dated
                yield phrase, Meaning(code, form), entry


def _word_facts(name: str, table: str, form: str) -> Iterator[Fact]:
    for entry in load_toml(name, table, _WORDS):
        meaning = Meaning(entry["code"], form)
        for phrase in entry["words"]:
            yield phrase, meaning, entry


def _ruling_party_facts() -> Iterator[Fact]:
    for entry in load_toml("ruling_parties", "ruling_party", _WORDS, YEARS, unique=("words",)):
        meaning = Meaning(entry["code"], "ruling_party")
        for phrase in entry["words"]:
            for form in (phrase, *_committees(phrase)):
                yield form, in_years(entry, meaning), entry


def _committees(party: str) -> Iterator[str]:
    """The bodies that write for a party: 'Central Committee of the CPC', 'CPC Central Committee'."""
    for body in _PARTY_BODIES:
        yield f"{body} of the {party}"
        yield f"{body} of {party}"
        yield f"{party} {body}"
        yield f"{party}'s {body}"


@cache
def _ambiguous() -> dict[str, Value]:
    """The words of ambiguous.toml, each with its rules."""
    tables = ("meaning", "careful", "pair")
    options = {"default": bool, "cues": list, "with": list, "alone": bool, "no_place": bool}
    senses: dict[str, list[Sense]] = {}
    for entry in load_toml("ambiguous", "meaning", {**_WORDS, "form": str}, options, unique=(), others=tables):
        for word in entry["words"]:
            senses.setdefault(word, []).append(_sense(entry))
    values: dict[str, Value] = {word: Choice(tuple(found)) for word, found in senses.items()}
    for entry in load_toml("ambiguous", "pair", {"words": list, "codes": list, "form": str}, others=tables):
        first, *rest = entry["codes"]
        values.update(dict.fromkeys(entry["words"], Meaning(first, entry["form"], tuple(rest))))
    for entry in load_toml(
        "ambiguous", "careful", {"words": list, "rule": str}, {"code": str, "form": str}, unique=(), others=tables
    ):
        for word in entry["words"]:
            values[word] = _guarded(entry, word, values.get(word))
    return values


def _sense(entry: Entry) -> Sense:
    if entry["form"] not in FORMS:
        raise entry.wrong(f"unknown form '{entry['form']}', known: {', '.join(sorted(FORMS))}", "form")
    return Sense(
        meaning=Meaning(entry["code"], entry["form"]),
        cues=orths_of(entry.get("cues", ())),
        codes=frozenset(entry.get("with", ())),
        default=entry.get("default", False),
        alone=entry.get("alone", False),
        no_place=entry.get("no_place", False),
    )


def _guarded(entry: Entry, word: str, ambiguous: Value | None) -> Guarded:
    """A careful word's value: the meaning that its line gives, or that it has elsewhere in the lexicon."""
    if entry["rule"] not in RULES:
        raise entry.wrong(f"unknown rule '{entry['rule']}', known: {', '.join(sorted(RULES))}", "rule")
    if "code" in entry:
        return Guarded(Meaning(entry["code"], entry.get("form", "name")), entry["rule"])
    value = ambiguous or _plain_facts().get(word)
    if value is None:
        raise entry.wrong(f"'{word}' is in no other file: give its code and form", "words")
    return Guarded(value, entry["rule"])


@cache
def _plain_facts() -> dict[str, Value]:
    """Every phrase of the files written by hand, except ambiguous.toml, with the value that wins.

    Raises LexiconError where two entries give one phrase to different parties.
    """
    found: dict[str, tuple[Value, Entry]] = {}
    for phrase, value, entry in _hand_facts():
        if phrase not in found:
            found[phrase] = (value, entry)
        elif _code(found[phrase][0]) != _code(value) and BLOCK not in (value, found[phrase][0]):
            before = found[phrase][1]
            raise entry.wrong(
                f"'{phrase}' stands for another party in {before.file} line {before.line}: see ambiguous.toml"
            )
    values = {phrase: value for phrase, (value, _) in found.items()}
    belonged = load_toml("historic", "belonged", {**_WORDS, **YEARS}, others=("state",))
    for entry in (*_historic(), *belonged):
        for phrase in entry.get("capitals") or entry.get("words", ()):
            values[phrase] = _dated(entry, values.get(phrase))
    return values


def _code(value: Value) -> str:
    return value.meaning.code if isinstance(value, Dated) else value.code


def _dated(entry: Entry, present: Meaning | None) -> Dated | Meaning:
    """A former state's capital: its state in articles of its time, today's state in others."""
    if present is None:
        return Meaning(entry["code"], "capital")
    return Dated(Meaning(entry["code"], present.form), entry["from"], entry["to"], present)


def written_by_hand() -> frozenset[str]:
    """All phrases of the lexicon but the list of cities."""
    return frozenset(_plain_facts()) | frozenset(_ambiguous())


def _city_facts() -> Iterator[tuple[str, Value]]:
    tables = ("cities", "shared")
    shared = {
        entry["word"]: Choice(
            tuple(
                Sense(Meaning(code, "city"), codes=frozenset((code,)), default=number == 0)
                for number, code in enumerate(entry["codes"])
            )
        )
        for entry in load_toml("cities", "shared", {"word": str, "codes": list}, others=tables)
    }
    for entry in load_toml("cities", "cities", {"code": str}, {"names": list, "guarded": list}, others=tables):
        meaning, careful = Meaning(entry["code"], "city"), Guarded(Meaning(entry["code"], "city"), "place")
        for name in entry.get("names", ()):
            yield name, shared.get(name, meaning)
        for name in entry.get("guarded", ()):
            yield name, Guarded(shared[name], "place") if name in shared else careful


def _all_values() -> Iterator[tuple[str, Value]]:
    yield from group_facts()
    yield from _ambiguous().items()
    yield from _plain_facts().items()
    yield from _city_facts()


def build_table(split: Split) -> PhraseTable:
    """The table of all phrases. ``split`` cuts a phrase into words as the tokenizer of the pipeline does.

    A leading "the" becomes a rule, so that "the South" does not hide the longer "South Korea" one word later.
    """
    table = PhraseTable()
    for phrase, value in _all_values():
        if phrase.startswith(("the ", "The ")):
            phrase, value = phrase[4:], Guarded(value, "article")
        for form in spellings(phrase):
            table.add(form.split() if form.replace(" ", "").isalpha() else split(form), value)
    for cached in (_plain_facts, _ambiguous):
        cached.cache_clear()
    return table


def spellings(phrase: str) -> list[str]:
    """The phrase and how else it is printed: with ’ for ', without accents, first word capitalised, all capitals."""
    forms = [phrase]
    if "'" in phrase:
        forms.append(phrase.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"))
    if not phrase.isascii():
        forms.append(plain_spelling(phrase))
    if phrase[0].islower():
        forms += [form[0].upper() + form[1:] for form in forms]
    if len(phrase) > 3:
        forms += [form.upper() for form in forms]
    return list(dict.fromkeys(forms))


_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "’": "'", "‘": "'", "ʻ": "'"}
)


def plain_spelling(phrase: str) -> str:
    """Without accents: "Sao Tome"."""
    split = unicodedata.normalize("NFD", phrase)
    return "".join(letter for letter in split if not unicodedata.combining(letter)).translate(_LETTERS)
