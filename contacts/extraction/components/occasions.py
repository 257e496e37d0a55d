"""Occasions: the summit or assembly that a contact is told at, whose place and days another sentence may tell.

"The two will meet on the sidelines of the G20 summit. The summit opens in Rome on Saturday."
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ..types import DateValue, Place
from . import parties
from .date_ties import BARRED, Chain
from .occasion_words import group, seats
from .when import DateReader
from .where import PlaceReader, price_up


@dataclass(slots=True)
class Occasion:
    """One telling of a gathering: its noun, the words and parties of its name, and what its sentence tells of it."""

    at: int
    lemma: str
    names: frozenset[str]
    place: Place | None
    date: DateValue | None


class Occasions:
    """Answers for one doc."""

    def __init__(self, doc: Doc, dates: DateReader, places: PlaceReader) -> None:
        self.doc = doc
        self.dates = dates
        self.places = places
        self.party_at = parties.index(doc)
        self.told = [self._tell(token) for token in doc if _is_gathering(token)]

    def of(self, token: Token) -> tuple[Place | None, DateValue | None]:
        """Place and days of the gathering at which the contact of a trigger is told to be."""
        noun = self._noun(token)
        if noun is None:
            return None, None
        mine = self._tell(noun)
        same = [o for o in self.told if _is_same(mine, o)]
        if not mine.names:
            same = same or self._only(noun)
        place = next((o.place for o in [mine, *same] if o.place is not None), None) or self._seat(mine, same)
        date = next((o.date for o in [mine, *same] if o.date is not None), None)
        return place, date

    def _only(self, noun: Token) -> list[Occasion]:
        """'The meeting', 'the event': the last gathering that was named before."""
        named = [o for o in self.told if o.at < noun.i and o.names]
        return named[-1:] if noun.lemma_ in group("gathering") else []

    def _noun(self, token: Token) -> Token | None:
        """The gathering in the trigger's sentence that the contact was at."""
        chain = Chain(token)
        for other in token.sent:
            if other.i == token.i or other.dep_ != "pobj" or other.pos_ not in ("NOUN", "PROPN"):
                continue
            preposition = other.head
            margins = preposition.lower_ == "of" and preposition.head.lemma_.lower() in group("margins")
            if not margins and not (preposition.lower_ in group("during") and _is_gathering(other)):
                continue
            if price_up(self.doc, preposition, chain) < BARRED:
                return other
        return None

    def _tell(self, noun: Token) -> Occasion:
        where = self.places.where(noun)
        when = self.dates.when(noun)
        date = when.value if when is not None and when.value.start is not None and not when.reported else None
        return Occasion(noun.i, noun.lemma_.lower(), self._names(noun), where.place if where else None, date)

    def _names(self, noun: Token) -> frozenset[str]:
        """The words of its name in lower case, and the codes of the parties in it: {"pacific", "forum"}, {"apec"}."""
        found: set[str] = set()
        for token in (noun, *noun.lefts):
            for part in token.subtree if token != noun else (noun,):
                if part.pos_ in ("PROPN", "ADJ") and part.lower_ not in group("plain") and part.is_alpha:
                    found.add(part.lower_)
        if noun.i and self.party_at[noun.i] is not None:
            found.add(self.party_at[noun.i].code.lower())
        return frozenset(found)

    def _seat(self, mine: Occasion, same: list[Occasion]) -> Place | None:
        for occasion in (mine, *same):
            for words, place, code in seats():
                if words <= occasion.names:
                    return Place(place, code)
        return None


def _is_gathering(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in group("gathering")


def _is_same(one: Occasion, other: Occasion) -> bool:
    if one.at == other.at:
        return False
    if one.names and other.names:
        return bool(one.names & other.names - group("gathering")) or one.names == other.names
    named, bare = (one, other) if one.names else (other, one)
    return one.lemma == other.lemma and bool(named.names) and named.at < bare.at
