"""What the components that read people hand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from .types import Rank
from .word_lists import people_words

STAFF = people_words("staff")


@dataclass(slots=True, eq=False)
class Title:
    """A mention of an office: 'the South Korean foreign minister', with or without the name beside it.

    ``start``/``end`` are token indexes over the whole phrase, ``core`` where the words before its head begin.
    """

    start: int
    end: int
    head: int
    word: str
    kind: str
    rank: Rank
    plural: bool = False
    definite: bool = False
    former: bool = False
    country: str | None = None
    towards: str | None = None
    poss: int | None = None
    portfolio: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()  # further parties before the head, from right to left
    person: Person | None = None
    like: Title | None = None  # the office that a counterpart shares

    @property
    def all_countries(self) -> list[str]:
        """The parties before the head, in text order."""
        return [*reversed(self.also), self.country] if self.country else []


@dataclass(slots=True, eq=False)
class Name:
    """A mention of a person by name; ``start``/``end`` are token indexes."""

    start: int
    end: int
    words: tuple[str, ...]
    country: str | None = None
    titles: list[Title] = field(default_factory=list)
    honorific: str = ""
    strong: bool = False
    reporter: bool = False
    person: Person | None = None


@dataclass(slots=True, eq=False)
class Person:
    """One human in the article: all mentions that mean the same one."""

    words: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    country: str | None = None
    country_basis: str = ""
    sex: str = ""
    private: bool = False

    @property
    def rank(self) -> Rank | None:
        ranks = [title.rank for title in self.titles]
        return min(ranks, key=list(Rank).index) if ranks else None

    @property
    def official(self) -> bool:
        if self.titles and all(
            title.former and title.rank is Rank.OTHER and title.word in STAFF for title in self.titles
        ):
            return False
        kinds = {title.kind for title in self.titles}
        if self.private and "person" not in kinds:
            return False
        if kinds & {"person", "group", "relative"}:
            return True
        return not kinds and self.country is not None

    @property
    def speaker_only(self) -> bool:
        return bool(self.titles) and all(title.kind == "speaker" for title in self.titles)
