"""Where: the place that belongs to a trigger, and the place of filing. (When: see ``when``.)"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ..types import Place
from . import officials, parties
from .when import DateReader, When, anchor_of, climb

__all__ = ["Settings", "When", "Where"]

PLACE_FORMS = ("name", "capital", "city", "region", "metonym")
HERE = {"here"}


@dataclass(slots=True)
class Where:
    place: Place
    how: str


class Settings:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.party_at = parties.index(doc)
        self.people = officials.at(doc)
        self.dates = DateReader(doc)
        self.heads = self.dates.heads

    def when(self, token: Token) -> When | None:
        return self.dates.when(token)

    def where(self, token: Token) -> Where | None:
        """The 'in' or 'at' phrase of the trigger's clause that names a place with a country."""
        anchor = anchor_of(token)
        sentence = token.sent
        best, best_key = None, None
        for i in range(sentence.start, sentence.end):
            mention = self.party_at[i]
            if mention is None or mention.start != i or mention.form not in PLACE_FORMS:
                continue
            root = self.doc[mention.start:mention.end].root
            preposition = _preposition(root)
            if preposition is None or preposition.lower_ not in ("in", "at", "near", "outside"):
                continue
            between = sum(1 for h in self.heads if min(token.i, i) < h < max(token.i, i))
            attached = climb(preposition)
            if attached == token or attached == anchor:
                key = (0, between, abs(i - token.i))
            elif between == 0 and i > token.i:
                key = (1, 0, i - token.i)
            else:
                continue
            if best_key is None or key < best_key:
                best, best_key = mention, key
        if best is None:
            return self._here(token, anchor)
        span = self.doc[best.start:best.end]
        return Where(Place(span.text, best.code, (span.start_char, span.end_char)), "in the clause")

    def _here(self, token: Token, anchor: Token) -> Where | None:
        line = self.doc._.dateline
        if line is None:
            return None
        for i in range(token.i, min(token.i + 12, token.sent.end)):
            if self.doc[i].lower_ in HERE:
                return Where(self.home(), "here")
        return None

    def home(self) -> Place | None:
        line = self.doc._.dateline
        if line is None:
            return None
        start = self.doc[line.start].idx
        return Place(line.text, line.country, (start, start + len(line.text)))

    def destinations(self, token: Token, prepositions, place_object: bool) -> list[tuple[Place, int]]:
        """The places after a verb or noun of travel: 'to Japan, South Korea and China', 'visited Cuba'."""
        sentence_end = token.sent.end
        found: list[tuple[Place, int]] = []
        i, gap, open_ = token.i + 1, 0, place_object or token.i + 1 < sentence_end and self.party_at[token.i + 1] is not None
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
                        span = self.doc[mention.start:mention.end]
                        found.append((Place(span.text, mention.code, (span.start_char, span.end_char)), i))
                    i, gap = mention.end, 0
                    continue
                i, gap = mention.end, gap + 1
                continue
            low = current.lower_
            if low in prepositions:
                open_ = True
            elif found and low in ("and", ",", "then", "or", "the", "as", "well", "to", "in", "later", "before", "heading"):
                pass
            elif found:
                break
            elif current.pos_ in ("VERB",) and i in self.heads or current.text == ";":
                break
            elif open_ and low in ("with", "by", "after", "from"):
                open_ = False
            i += 1
            gap += 1
        return found


def _preposition(root: Token) -> Token | None:
    at, steps = root, 0
    while steps < 4:
        head = at.head
        if head == at:
            return None
        if head.pos_ == "ADP":
            return head
        if at.dep_ in ("conj", "appos", "compound", "nmod", "poss"):
            at = head
            steps += 1
            continue
        return None
    return None
