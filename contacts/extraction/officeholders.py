"""Who held an office when: for names that an article gives without a party. From officeholders.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from .lexicon_files import load_toml
from .years import story_year

LINE = re.compile(r"(?P<name>[^;]+);\s*(?P<office>[^;]+);\s*(?P<first>\d{4})-(?P<last>\d{4})$")
GRACE = 1
COMMON = frozenset(
    "ali ahmed ibrahim yusuf hassan hussein omar hill brown martin taylor baker perry cook ford lee kim".split()
)
REIGNS = {"king", "queen", "emir", "sultan", "emperor", "pope", "crown prince", "prince", "grand duke"}
SONS = {"jr", "junior", "ii", "iii"}  # the son of an office-holder is none


@dataclass(frozen=True, slots=True)
class Holder:
    party: str
    words: tuple[str, ...]
    office: str
    first: int
    last: int

    def held(self, year: int, grace: int = GRACE) -> bool:
        return self.first - grace <= year <= self.last + grace


def _fold(text: str) -> tuple[str, ...]:
    from .components.names import fold

    return tuple(w for part in text.split() if (w := re.sub(r"[^\w]", "", fold(part))))


@lru_cache
def _by_word() -> dict[str, list[Holder]]:
    found: dict[str, list[Holder]] = {}
    for entry in load_toml("officeholders", "holders", required=("party", "people")):
        for line in entry["people"]:
            match = LINE.match(line)
            if match is None:
                raise entry.wrong(f"'{line}' is not 'name; office; first-last'", "people")
            holder = Holder(
                entry["party"], _fold(match["name"]), match["office"], int(match["first"]), int(match["last"])
            )
            for word in holder.words:
                found.setdefault(word, []).append(holder)
    return found


def of_story(doc: Doc, words: tuple[str, ...]) -> Holder | None:
    """The office-holder whose name these words are in an article."""
    return find(words, story_year(doc), sure=doc._.published is not None)


def of_reign(doc: Doc, name: str) -> Holder | None:
    """The sovereign of the time whom a title and one word mean: 'King CHARLES', 'Emir TAMIM'."""
    year = story_year(doc)
    found = [
        h for h in _by_word().get(name, ()) if h.office in REIGNS and year and h.held(year) and name in h.words[:2]
    ]
    return found[0] if len({h.party for h in found}) == 1 else None


def find(words: tuple[str, ...], year: int | None, *, sure: bool = True) -> Holder | None:
    """The only office-holder of the year, or by full name of a time before, whose name these words are.

    One word must be the family name. Where the year is not known, or not ``sure``, a full name is enough that holders
    of one party alone have had.
    """
    if words[-1] in SONS or len(words) == 1 and words[0] in COMMON:
        return None
    namesakes = _by_word().get(words[-1], ())
    mine = set(words)
    known = [h for h in namesakes if mine <= set(h.words)]
    if len(words) == 1:
        found = [h for h in known if year and h.held(year, 0) and words[0] in family_names(h)]
    else:
        found = (
            [h for h in known if year and h.held(year)]
            or [h for h in known if not sure or year is None or h.first - GRACE <= year]
            or [h for h in namesakes if year and h.held(year) and set(h.words) <= mine and len(h.words) > 1]
            or [h for h in namesakes if year and h.held(year) and _by_initials(words, h.words)]
            or [h for h in _by_word().get(words[1], ()) if year and h.held(year) and _begins(words, h.words)]
        )
    return found[0] if len({h.party for h in found}) == 1 else None


def _by_initials(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """'S. Jaishankar', 'J. D. Vance': initials in the place of the given names."""
    initials = words[:-1]
    return words[-1] == known[-1] and all(
        len(a) == 1 and b.startswith(a) for a, b in zip(initials, known, strict=False)
    )


def _begins(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """'Salva Kiir Mayardit', known as Salva Kiir: a further family name stands behind."""
    return 1 < len(known) < len(words) and words[: len(known)] == known


def family_names(holder: Holder) -> tuple[str, ...]:
    from .word_lists import first_surnames

    last = holder.words[-1]
    names = [last]
    for opening in ("al", "el"):
        if last.startswith(opening) and len(last) > 5:
            names.append(last[2:])
    if holder.words[0] in first_surnames() and len(holder.words) in (2, 3):
        names = [
            holder.words[0],
            *([last] if len(holder.words) == 2 and holder.party not in ("CHN", "KOR", "PRK", "TWN") else []),
        ]
    return tuple(names)
