"""The places named after a word of travel: 'to Japan, South Korea and China', 'visited the Cuban capital'."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..grammar_words import word_class
from ..types import Place
from . import officials, parties
from .date_ties import words
from .when import DateReader
from .where import PLACE_FORMS

WIDEST = 9  # tokens of other words on the way to a place
ADJECTIVES = 3  # tokens between a party's adjective and the town or land that it describes
BETWEEN = word_class("between destinations")
CLOSING = word_class("no destination after")
REGIONS = word_class("parts of the world")
IN_REGION = word_class("before a place in a region")
BEFORE_DAY = word_class("before a day")


class DestinationLists:
    """Answers for one doc."""

    def __init__(self, doc: Doc, dates: DateReader) -> None:
        self.doc = doc
        self.dates = dates
        self.party_at = parties.index(doc)
        self.people = officials.at(doc)
        self.heads = frozenset(dates.heads)

    def after(self, token: Token, prepositions, place_object: bool) -> list[tuple[Place, int]]:
        """Each place with the token that it starts at. ``place_object``: the verb's object may be one."""
        end = token.sent.end
        dated = {m.start: m.end for m in self.dates.between(token.i, end, unresolved=True)}
        found: list[tuple[Place, int]] = []
        i, gap, region = token.i + 1, 0, False
        open_ = place_object or i < end and self.party_at[i] is not None
        while i < end and gap < WIDEST:
            if i in dated or found and i + 1 in dated and self.doc[i].lower_ in BEFORE_DAY:
                i = max(i + 1, dated.get(i, 0))
                continue
            mention = self.party_at[i]
            if mention is not None:
                if self.people[i] is not None and (found or open_):
                    break
                place = self._place(mention, place_object) if open_ and self.people[i] is None else None
                if place is not None:
                    if all(place.country != other.country for other, _ in found):
                        found.append((place, i))
                    gap = -1
                i, gap = mention.end, gap + 1
                continue
            low = self.doc[i].lower_
            if low in REGIONS and open_ and not found:
                region, gap = True, 0
            elif low in prepositions or region and low in IN_REGION:
                open_ = True
            elif found and low not in BETWEEN or self._is_other_trigger(i):
                break
            elif open_ and low in CLOSING:
                open_ = False
            i, gap = i + 1, gap + 1
        return found

    def _place(self, mention, place_object: bool) -> Place | None:
        """The place that a mention names; none where it only owns something ('Ghana's president')."""
        if mention.form == "adjective":
            return self._ground(mention)
        if mention.form not in PLACE_FORMS:
            return None
        following = self.doc[mention.end].lower_ if mention.end < len(self.doc) else ""
        if following in ("'s", "’s") and not place_object:
            return None
        span = self.doc[mention.start : mention.end]
        return Place(span.text, mention.code, (span.start_char, span.end_char))

    def _ground(self, mention) -> Place | None:
        """'The Peruvian capital', 'the Peruvian coastal town'; not 'the Peruvian city of Lima', which Lima tells."""
        for i in range(mention.end, min(mention.end + ADJECTIVES, len(self.doc))):
            token = self.doc[i]
            if token.lower_ in words("ground"):
                if i + 1 < len(self.doc) and self.doc[i + 1].lower_ == "of":
                    return None
                span = self.doc[mention.start : i + 1]
                return Place(span.text, mention.code, (span.start_char, span.end_char))
            if token.pos_ != "ADJ":
                return None
        return None

    def _is_other_trigger(self, i: int) -> bool:
        return self.doc[i].pos_ == "VERB" and i in self.heads or self.doc[i].text == ";"
