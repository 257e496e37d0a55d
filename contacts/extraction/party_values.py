"""What a phrase of the party lexicon may mean: the values that the table of phrases holds."""

from __future__ import annotations

from dataclasses import dataclass

from contacts.extraction.lexicon_files import Entry

YEARS = {"from": int, "to": int}
STANDS = frozenset({"name", "capital", "metonym", "organisation", "ruling_party", "group"})
GROUP = "group"
FORMS = STANDS | {"adjective", "demonym", "city", "agency", "region"}
RULES = frozenset({"place", "person", "hyphen", "small_caps", "unowned"})


@dataclass(frozen=True, slots=True)
class Party:
    """A country, a former state or an organisation, as the lexicon has it. ``kind``: country, historic, organisation.

    ``start`` and ``end`` are a former state's years.
    """

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
    """A party and how a phrase names it. ``also``: further parties ("the two Koreas").

    ``attributive``: the same word is the adjective ("U.S.").
    """

    code: str
    form: str
    also: tuple[str, ...] = ()
    attributive: bool = False


BLOCK = Meaning("", "block")


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of an ambiguous word, with what speaks for it in the article (word hashes, codes)."""

    meaning: Meaning
    cues: frozenset[int] = frozenset()
    codes: frozenset[str] = frozenset()
    default: bool = False
    alone: bool = False
    no_place: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of several meanings."""

    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A phrase that means ``meaning`` in articles of the years ``start`` to ``end``, else ``otherwise`` or nothing."""

    meaning: Meaning
    start: int
    end: int
    otherwise: Meaning | None


@dataclass(frozen=True, slots=True)
class Guarded:
    """A phrase that is a party only in the right surroundings. ``rule``: "article" (after "the") or one of RULES."""

    value: Meaning | Choice | Dated
    rule: str


Value = Meaning | Choice | Dated | Guarded


def in_years(entry: Entry, meaning: Meaning) -> Meaning | Dated:
    return (
        Dated(meaning, entry.get("from", 0), entry.get("to", 9999), None) if {"from", "to"} & entry.keys() else meaning
    )
