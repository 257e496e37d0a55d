"""When and where: the date and the place that belong to a trigger."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from ..types import DateValue, Place, Precision
from . import date_tense, parties
from .sides import governing_verb

NOT_EVENT_DATES = ("dateline", "vague", "duration")
PLACE_FORMS = ("name", "capital", "city", "region", "metonym")
PLACE_PREPOSITIONS = {"in", "at", "near", "outside", "to", "into", "for"}
HERE = {"here"}


@dataclass(slots=True)
class When:
    value: DateValue
    how: str
    future: bool | None = None
    reported: bool = False


@dataclass(slots=True)
class Where:
    place: Place
    how: str


class Settings:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.party_at = parties.index(doc)
        self.dates = [m for m in doc._.dates if m.kind not in NOT_EVENT_DATES and m.value.precision is not Precision.UNKNOWN]
        self.heads = sorted(t.head for t in doc._.triggers if not t.blocked)

    # -- dates --------------------------------------------------------------------------------------------------------

    def when(self, token: Token) -> When | None:
        """The date in the trigger's sentence that belongs to it: on its own verb first, else the nearest."""
        sentence = token.sent
        best, best_key, best_mention = None, None, None
        anchor = _anchor(token)
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
        if host is token or host is anchor:
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

    # -- places -------------------------------------------------------------------------------------------------------

    def where(self, token: Token) -> Where | None:
        """The 'in' or 'at' phrase of the trigger's clause that names a place with a country."""
        anchor = _anchor(token)
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
            attached = _climb(preposition)
            if attached is token or attached is anchor:
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
        while i < sentence_end and gap < 9:
            current, mention = self.doc[i], self.party_at[i]
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


def _anchor(token: Token) -> Token:
    """The verb that carries the trigger's tense: itself, or the light verb above a noun."""
    if token.pos_ in ("VERB", "AUX"):
        return token
    return governing_verb(token) or token


def _in_other_clause(host: Token, anchor: Token) -> bool:
    """Whether the date hangs on another clause that the trigger's verb governs: 'met X after he took office in May'."""
    at, steps = host, 0
    while at is not anchor and steps < 12:
        if at.pos_ in ("VERB", "AUX") and at.head is not at and (at.dep_ in ("advcl", "relcl", "ccomp", "acl") or (
                at.dep_ == "pcomp" and at.head.lower_ in ("since", "before"))):
            return anchor.is_ancestor(at)
        if at.head is at:
            return False
        at = at.head
        steps += 1
    return False


def _attached_to(doc: Doc, mention) -> Token:
    return _climb(doc[mention.start:mention.end].root)


def _climb(token: Token) -> Token:
    steps = 0
    at = token.head
    while at.pos_ in ("ADP", "NUM", "SCONJ", "ADV", "DET") and at.head is not at and steps < 6:
        at = at.head
        steps += 1
    return at


def _preposition(root: Token) -> Token | None:
    at, steps = root, 0
    while steps < 4:
        head = at.head
        if head is at:
            return None
        if head.pos_ == "ADP":
            return head
        if at.dep_ in ("conj", "appos", "compound", "nmod", "poss"):
            at = head
            steps += 1
            continue
        return None
    return None
