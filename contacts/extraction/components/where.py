"""Where: the place in a trigger's sentence that belongs to it.

A phrase with 'in' or 'at' is tied to a trigger as a date is (``date_ties``): by the way between the two in the tree.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ..types import Place
from . import parties
from .date_ties import BARRED, DEEPEST, VERBS, Chain, is_event, stands_for_somebody, words
from .occasion_words import towns

PLACE_FORMS = ("name", "capital", "city", "region", "metonym")
HERE_REACH = 12
THERE_REACH = 60
POINTING = ("here", "there")
LEADING_TO = ("in", "at", "to")
BEFORE_WHERE = 5


@dataclass(slots=True)
class Where:
    place: Place
    how: str


class PlaceReader:
    """The places of one doc, and which trigger each belongs to."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.party_at = parties.index(doc)

    def place(self, mention) -> Place:
        span = self.doc[mention.start : mention.end]
        return Place(span.text, towns().get(span.text.lower(), mention.code), (span.start_char, span.end_char))

    def home(self) -> Place | None:
        """The place of filing."""
        line = self.doc._.dateline
        if line is None:
            return None
        start = self.doc[line.start].idx
        return Place(line.text, towns().get(line.text.lower(), line.country), (start, start + len(line.text)))

    def where(self, token: Token) -> Where | None:
        host = self._of_host(token)
        if host is not None:
            return host
        chain = Chain(token)
        best, best_key = None, None
        for i in range(token.sent.start, token.sent.end):
            mention = self.party_at[i]
            if mention is None or mention.start != i:
                continue
            price = self._price(mention, chain)
            if price < BARRED and (best_key is None or (price, abs(i - token.i)) < best_key):
                best, best_key = mention, (price, abs(i - token.i))
        if best is not None and best_key[0] == 0:
            return Where(self.place(best), "in the clause")
        return self._pointed(token, chain) or (Where(self.place(best), "in the clause") if best is not None else None)

    def _pointed(self, token: Token, chain: Chain) -> Where | None:
        """'Here' is the place of filing, 'there' the place named last before the sentence."""
        for word in token.sent:
            if word.lower_ not in POINTING or word.dep_ == "expl":
                continue
            near = word.lower_ == "here" and token.i < word.i < token.i + HERE_REACH
            if not near and price_up(self.doc, word.head, chain) >= BARRED:
                continue
            place = self.home() if word.lower_ == "here" else self._last_named(token.sent.start)
            if place is not None:
                return Where(place, word.lower_)
        return None

    def _last_named(self, before: int) -> Place | None:
        for i in range(before - 1, max(-1, before - THERE_REACH), -1):
            mention = self.party_at[i]
            if mention is not None and mention.form in PLACE_FORMS and mention.form != "metonym":
                return self.place(mention)
        return None

    def told_before(self, token: Token, countries: frozenset[str]) -> Place | None:
        """The place last named with 'in', 'at' or 'to' before the trigger, where that lies in one of the countries."""
        for i in range(token.i - 1, max(0, token.sent.start - THERE_REACH), -1):
            mention = self.party_at[i]
            if mention is None or mention.form not in ("city", "capital", "name") or i > mention.start:
                continue
            if self.doc[i - 1].lower_ in LEADING_TO:
                return self.place(mention) if mention.code in countries else None
        return None

    def _of_host(self, token: Token) -> Where | None:
        """'Cairo will host the talks': a town or country as subject is the place."""
        verb = token.head if token.dep_ in ("dobj", "nsubjpass") else token
        if verb.lemma_.lower() not in words("hosting"):
            return None
        for child in verb.children:
            mention = self.party_at[child.i] if child.dep_ == "nsubj" else None
            if mention is not None and mention.form in ("name", "capital", "city"):
                return Where(self.place(mention), "the host")
        return None

    def _price(self, mention, chain: Chain) -> int:
        after = self.doc[mention.end] if mention.end < len(self.doc) else None
        on_ground = after is not None and after.lower_ in words("ground")
        if mention.form not in PLACE_FORMS and not (mention.form == "adjective" and on_ground):
            return BARRED
        root = after if on_ground else self.doc[mention.start : mention.end].root
        if self._names_meeting(mention, root, chain.token):
            return 1
        if self._before_where(mention, chain):
            return 1
        preposition = _preposition(root, mention.form in ("city", "capital"))
        if preposition is None or not (
            preposition.lower_ in words("place_prepositions")
            or preposition.lower_ == "on"
            and (on_ground or "Island" in root.text)
        ):
            return BARRED
        price = price_up(self.doc, preposition, chain)
        if (
            price >= BARRED
            and preposition.is_sent_start
            and mention.end < len(self.doc)
            and self.doc[mention.end].text == ","
        ):
            return 3  # "In Oslo, he praised the port after talks with her"
        return price

    def _names_meeting(self, mention, root: Token, trigger: Token) -> bool:
        """'The Paris conference', 'the Geneva talks': a town right before the noun, and no second party beside it."""
        if (
            mention.form not in ("city", "capital")
            or root.head != trigger
            or root.dep_ not in ("compound", "nmod", "amod", "poss")
        ):
            return False
        return trigger.pos_ == "NOUN" and not any(
            self.party_at[i] is not None
            for i in range(max(0, mention.start - 2), trigger.i)
            if not mention.start <= i < mention.end
        )

    def _before_where(self, mention, chain: Chain) -> bool:
        """'Flew to Cairo, where he met the king'."""
        for i in range(mention.end, min(mention.end + BEFORE_WHERE, len(self.doc))):
            token = self.doc[i]
            if token.lower_ == "where" and token.i < chain.token.i:
                return token.head.i in chain.price and chain.price[token.head.i] < BARRED
            if self.party_at[i] is not None or token.is_sent_start:
                return False
        return False


def price_up(doc: Doc, preposition: Token, chain: Chain) -> int:
    at, price = preposition, 0
    for _ in range(DEEPEST):
        if at.i in chain.price:
            return price + chain.price[at.i]
        head = at.head
        if head.i == at.i:
            return BARRED
        if at.pos_ in VERBS:
            price += _clause_price(at, head, chain)
        elif at.pos_ == "ADP" or at.dep_ == "prep":
            if at.lower_ in words("apart") or at != preposition and at.lower_ in words("topic"):
                return BARRED
        elif not stands_for_somebody(doc, at):
            price += 1
        at = head
    return BARRED


def _clause_price(verb: Token, head: Token, chain: Chain) -> int:
    """A place of a clause below the trigger's: only where that clause tells of the trigger ('talks held in Oslo')."""
    if (
        verb.dep_ in ("acl", "relcl")
        and verb.lemma_.lower() in words("happens")
        and (head == chain.token or is_event(head))
    ):
        return 0
    if verb.dep_ in ("aux", "auxpass"):
        return 0
    if verb.dep_ == "xcomp" and chain.carries(head) and head.lemma_.lower() in words("light"):
        return 0
    if (
        verb.dep_ == "conj"
        and head.i in chain.price
        and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    ):
        return 4
    return BARRED


def _preposition(root: Token, town: bool) -> Token | None:
    at = root
    for _ in range(4):
        head = at.head
        if head.i == at.i:
            return None
        if head.pos_ == "ADP":
            return head
        if (
            at.dep_ not in ("conj", "appos", "compound", "nmod", "poss")
            or at.dep_ in ("compound", "nmod", "poss")
            and not town
            and (is_event(head))
        ):
            return None
        at = head
    return None
