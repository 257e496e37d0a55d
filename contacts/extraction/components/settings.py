"""When and where a trigger's contact was (see ``when`` and ``where``), and the destinations of those who travel."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Doc, Token

from ..types import DateValue, Place
from .destination_lists import DestinationLists
from .occasions import Occasions
from .when import DateReader, When
from .where import PlaceReader, Where

__all__ = ["Settings", "When", "Where"]


class Settings:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.dates = DateReader(doc)
        self.places = PlaceReader(doc)
        self._destinations = DestinationLists(doc, self.dates)

    def when(self, token: Token) -> When | None:
        return self.dates.when(token)

    def where(self, token: Token) -> Where | None:
        return self.places.where(token)

    @cached_property
    def _occasions(self) -> Occasions:
        return Occasions(self.doc, self.dates, self.places)

    def occasion(self, token: Token) -> tuple[Place | None, DateValue | None]:
        """Place and days of the summit or assembly that a trigger's contact is told at."""
        return self._occasions.of(token)

    def home(self) -> Place | None:
        return self.places.home()

    def destinations(self, token: Token, prepositions, place_object: bool) -> list[Place]:
        """The places after a verb or noun of travel."""
        return [place for place, _ in self._destinations.after(token, prepositions, place_object)]
