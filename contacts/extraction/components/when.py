"""When: the date that belongs to a trigger, read in its own sentence, and the day that the story is at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from ..types import DateValue, Precision
from . import date_tense
from .sides import governing_verb

NOT_EVENT_DATES = ("dateline", "vague", "duration")


@dataclass(slots=True)
class When:
    """A date read for one trigger. ``how``: what ties it; ``reported``: it may be the day of somebody's words."""

    value: DateValue
    how: str
    future: bool | None = None
    reported: bool = False


class DateReader:
    """The dates of one doc, and which trigger each belongs to."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.dates = [m for m in doc._.dates if m.kind not in NOT_EVENT_DATES and m.value.precision is not Precision.UNKNOWN]
        self.heads = sorted(t.head for t in doc._.triggers if not t.blocked)

    def when(self, token: Token) -> When | None:
        """The date in the trigger's sentence that belongs to it: on its own verb first, else the nearest."""
        sentence = token.sent
        best, best_key, best_mention = None, None, None
        anchor = anchor_of(token)
        for mention in self.dates:
            if mention.end <= sentence.start or mention.start >= sentence.end:
                continue
            key = self._closeness(token, anchor, mention)
            if key is not None and (best_key is None or key < best_key):
                best, best_key, best_mention = mention, key, mention
        if best is None:
            return None
        value = best.stay if best.stay is not None else self._today(best)
        reported = date_tense.reported(self.doc, best.start) if best_key[0] >= 3 else False
        how = ("with the verb", "in the clause", "in the clause", "in the sentence", "in the sentence")[min(best_key[0], 4)]
        return When(value, how, best_mention.future, reported)

    def _today(self, mention) -> DateValue:
        """A bare weekday that is the day of publication means that day, in the future tense too."""
        value, published = mention.value, self.doc._.published
        if published and value.start and value.start == value.end and (value.start - published).days == 7 \
                and value.basis.split()[-1].lower() == published.strftime("%A").lower() and "next" not in value.basis.lower():
            return replace(value, start=published, end=published)
        return value

    def story_day(self, index: int) -> DateValue | None:
        """The day that the story tells of at this point: the last single day named before, or the first of its sentence."""
        published = self.doc._.published
        sentence = self.doc[index].sent
        best = None
        for mention in self.dates:
            if mention.start >= sentence.end:
                break
            value = self._today(mention)
            if value.precision is not Precision.DAY or value.start != value.end:
                continue
            if published and not 0 <= (published - value.start).days <= 10:
                continue
            if best is None or sentence.start <= mention.start:
                best = value
        return best

    def _closeness(self, token: Token, anchor: Token, mention) -> tuple | None:
        host = _attached_to(self.doc, mention)
        distance = token.i - mention.end if mention.end <= token.i else mention.start - token.i
        between = self._triggers_between(token.i, mention)
        if host == token or host == anchor:
            return (0, between, distance)
        if _in_other_clause(host, anchor):
            return None
        if anchor.is_ancestor(host) and not between:
            return (1, between, distance)
        if between == 0:
            return (3, between, distance)
        return (4, between, distance)

    def _triggers_between(self, index: int, mention) -> int:
        low, high = (mention.end, index) if mention.end <= index else (index + 1, mention.start)
        return sum(1 for h in self.heads if low <= h < high)


def anchor_of(token: Token) -> Token:
    """The verb that carries the trigger's tense: itself, or the light verb above a noun."""
    if token.pos_ in ("VERB", "AUX"):
        return token
    return governing_verb(token) or token


def _in_other_clause(host: Token, anchor: Token) -> bool:
    """Whether the date hangs on another clause that the trigger's verb governs: 'met X after he took office in May'."""
    at, steps = host, 0
    while at != anchor and steps < 12:
        if at.pos_ in ("VERB", "AUX") and at.head != at and (at.dep_ in ("advcl", "relcl", "ccomp", "acl") or (
                at.dep_ == "pcomp" and at.head.lower_ in ("since", "before"))):
            return anchor.is_ancestor(at)
        if at.head == at:
            return False
        at = at.head
        steps += 1
    return False


def _attached_to(doc: Doc, mention) -> Token:
    return climb(doc[mention.start:mention.end].root)


def climb(token: Token) -> Token:
    steps = 0
    at = token.head
    while at.pos_ in ("ADP", "NUM", "SCONJ", "ADV", "DET") and at.head != at and steps < 6:
        at = at.head
        steps += 1
    return at
