"""When and where a trigger's contact was (see ``when`` and ``where``), and the destinations of those who travel."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Doc, Token

from ..types import DateValue, Place
from . import officials, parties
from .occasions import Occasions
from .when import DateReader, When
from .where import PLACE_FORMS, PlaceReader, Where

__all__ = ["Settings", "When", "Where"]


class Settings:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.party_at = parties.index(doc)
        self.people = officials.at(doc)
        self.dates = DateReader(doc)
        self.places = PlaceReader(doc)
        self.heads = self.dates.heads

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

    def destinations(self, token: Token, prepositions, place_object: bool) -> list[tuple[Place, int]]:
        """The places after a verb or noun of travel: 'to Japan, South Korea and China', 'visited Cuba'."""
        sentence_end = token.sent.end
        found: list[tuple[Place, int]] = []
        i, gap, open_ = (
            token.i + 1,
            0,
            place_object or token.i + 1 < sentence_end and self.party_at[token.i + 1] is not None,
        )
        dated = {m.start: m.end for m in self.dates.between(token.i, sentence_end, unresolved=True)}
        while i < sentence_end and gap < 9:
            if i in dated or found and i + 1 in dated and self.doc[i].lower_ in ("on", "in", "from"):
                i = max(i + 1, dated.get(i, 0))
                continue
            current, mention = self.doc[i], self.party_at[i]
            if mention is not None and self.people[i] is not None:
                i, gap = mention.end, gap + 1
                if found or open_:
                    break
                continue
            if mention is not None and mention.form in PLACE_FORMS + ("adjective",):
                if mention.form == "adjective":
                    i, gap = mention.end, gap + 1
                    continue
                possessive = mention.end < len(self.doc) and self.doc[mention.end].lower_ in ("'s", "’s")
                if open_ and (not possessive or place_object):
                    if all(place.country != mention.code for place, _ in found):
                        span = self.doc[mention.start : mention.end]
                        found.append((Place(span.text, mention.code, (span.start_char, span.end_char)), i))
                    i, gap = mention.end, 0
                    continue
                i, gap = mention.end, gap + 1
                continue
            low = current.lower_
            if low in prepositions:
                open_ = True
            elif found and low in (
                "and",
                ",",
                "then",
                "or",
                "the",
                "as",
                "well",
                "to",
                "in",
                "later",
                "before",
                "heading",
            ):
                pass
            elif found or current.pos_ in ("VERB",) and i in self.heads or current.text == ";":
                break
            elif open_ and low in ("with", "by", "after", "from"):
                open_ = False
            i += 1
            gap += 1
        return found
