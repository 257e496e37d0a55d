"""When: the date that belongs to a trigger, read in its own sentence, and the day that the story is at."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from ..types import NO_DATE, DateValue, Kind, Precision
from .date_ties import BARRED, Chain, price_of, right_beside

NOT_EVENT_DATES = ("dateline", "duration")
VAGUE = 4  # the price of a time that no calendar holds, so that a date goes first
NEARBY = 80  # tokens


@dataclass(slots=True)
class When:
    """A date read for one trigger. ``price``: how far it stands off in the sentence (``date_ties``)."""

    value: DateValue
    how: str
    future: bool | None = None
    reported: bool = False
    price: int = 0


class DateReader:
    """The dates of one doc, and which trigger each belongs to."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.mentions = [m for m in doc._.dates if m.kind not in NOT_EVENT_DATES]
        self.starts = [m.start for m in self.mentions]
        self.dates = [m for m in self.mentions if m.value.precision is not Precision.UNKNOWN]
        self.heads = sorted(t.head for t in doc._.triggers if not t.blocked)
        self.kinds = {t.head: t.kind for t in doc._.triggers}

    def when(self, token: Token) -> When | None:
        """The date of the sentence that is tied most closely to the trigger; it may have no value."""
        mentions = self.between(token.sent.start, token.sent.end, unresolved=True)
        if not mentions:
            return None
        chain = Chain(token)
        best, best_key = None, None
        for mention in mentions:
            price = price_of(self.doc, mention, chain)
            if price >= BARRED or price > 0 and self._of_a_call(token, mention):
                continue
            if mention.value.precision is Precision.UNKNOWN:
                price += VAGUE
            key = (price, self._triggers_between(token.i, mention), self._distance(token.i, mention))
            if best_key is None or key < best_key:
                best, best_key = mention, key
        if best is None:
            return None
        return When(self._value(token, best), _how(best_key[0]), best.future, False, best_key[0])

    def at(self, token: Token, mention) -> When:
        """The date as a trigger's own, where the order of the words tells that it is."""
        return When(self._value(token, mention), _how(0), mention.future)

    def _of_a_call(self, token: Token, mention) -> bool:
        """'Agreed to meet in a telephone call on Monday': the day right behind a call is the call's alone."""
        mine = self.kinds.get(token.i)
        for i in range(max(token.i + 1, mention.start - 4), mention.start):
            other = self.kinds.get(i)
            if (
                other in (Kind.CALL, Kind.MESSAGE)
                and other is not mine
                and right_beside(self.doc, mention, self.doc[i])
            ):
                return True
        return False

    def between(self, start: int, end: int, unresolved: bool = False) -> list:
        """The mentions between two tokens, in text order; those without a value only where asked for."""
        found = self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return found if unresolved else [m for m in found if m.value.precision is not Precision.UNKNOWN]

    def _value(self, token: Token, mention) -> DateValue:
        if mention.value.precision is Precision.UNKNOWN:
            return replace(NO_DATE, basis=mention.value.basis, span=mention.value.span)
        if mention.stay is not None and (self.kinds.get(token.i) in (Kind.VISIT, None) or self._lasts(token, mention)):
            return mention.stay
        return self.today(mention)

    def _lasts(self, token: Token, mention) -> bool:
        """Is it this noun's length that made the stay ('three days of talks', 'a two-day summit')?"""
        for length in self.doc._.dates:
            if length.kind == "duration" and length.stay is mention.stay and abs(length.start - token.i) < 5:
                root = self.doc[length.start : length.end].root
                if token.is_ancestor(root) or any(
                    c.lower_ == "of" and any(n == token for n in c.children) for c in root.children
                ):
                    return True
        return False

    def _distance(self, index: int, mention) -> int:
        return index - mention.end if mention.end <= index else mention.start - index

    def _triggers_between(self, index: int, mention) -> int:
        low, high = (mention.end, index) if mention.end <= index else (index + 1, mention.start)
        return bisect_left(self.heads, high) - bisect_left(self.heads, low) if high > low else 0

    def today(self, mention) -> DateValue:
        """A bare weekday that is the day of publication means that day, in the future tense too.

        Not where the story has gone on to later days already.
        """
        value, published = mention.value, self.doc._.published
        if not published or value.start is None or value.start != value.end or (value.start - published).days != 7:
            return value
        basis = value.basis.lower()
        if (
            basis.split()[-1] != published.strftime("%A").lower()
            or "next" in basis
            or self._went_on(mention, published)
        ):
            return value
        return replace(value, start=published, end=published)

    def _went_on(self, mention, published) -> bool:
        """Does one of the two dates before lie ahead of publication?"""
        at = bisect_left(self.starts, mention.start)
        return any(
            m.value.start and m.value.start > published and mention.start - m.start < NEARBY
            for m in self.mentions[max(0, at - 2) : at]
        )


def _how(price: int) -> str:
    return "with the verb" if price == 0 else "in the clause" if price < 3 else "in the sentence"


def climb(token: Token) -> Token:
    """The word that a phrase hangs on, over its prepositions."""
    at = token.head
    for _ in range(6):
        if at.pos_ not in ("ADP", "NUM", "SCONJ", "ADV", "DET") or at.head.i == at.i:
            break
        at = at.head
    return at
