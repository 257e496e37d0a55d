"""The day that a story tells of where a sentence itself names none: that of the lead, the heading or the paragraph.

A press story has one day, told in its lead ("said on Monday", "arrived on Monday"), and does not name it again.
A digest has headings ("WEDNESDAY"), a look back has its own year ("In February 2010 he came. He brought a letter").
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from ..types import DateValue, Kind, Precision
from .clauses import governing_verb
from .date_ties import BARRED, Chain, price_of, spoken, words
from .date_words import lexicon


@cache
def hours() -> frozenset[str]:
    return frozenset(lexicon()["part"]) | frozenset(lexicon()["hours"])


RECENT = 10  # days before publication that a story still tells of
RECALLED_STEPS = 6


class StoryDay:
    """Answers for one doc. ``dates`` is its ``DateReader``."""

    def __init__(self, doc: Doc, dates) -> None:
        self.doc = doc
        self.dates = dates
        self.lead = next((m for m in dates.dates if self._may_lead(m)), None)
        self.headings = [m for m in dates.dates if self._may_lead(m) and _is_heading(doc, m)]

    def at(self, token: Token) -> DateValue | None:
        """The story's day for the contact of a trigger, None where the text tells it of another time."""
        if is_perfect(token) and not (_names_hour(token) or _is_news(token) or self._just_met(token)):
            return None
        if is_recalled(token) or _is_revealed(token) or self._has_time_of_its_own(token):
            return None
        heading = [m for m in self.headings if m.start <= token.i]
        if heading:
            return heading[-1].value
        return self._of_paragraph(token)

    def _just_met(self, token: Token) -> bool:
        """'He had met her' tells of the same day, as a rule, though 'he had met her before' does not."""
        if self.dates.kinds.get(token.i) is not Kind.MEETING:
            return False
        lows = {word.lower_ for word in token.sent}
        if "had" not in lows or lows & words("before_now") or self.lead is None:
            return False
        told = self.dates.between(token.sent.start, token.sent.end)
        return all(self.dates.today(m).start == self.dates.today(self.lead).start for m in told)

    def of_lead(self) -> DateValue | None:
        return self.dates.today(self.lead) if self.lead is not None else None

    def _may_lead(self, mention) -> bool:
        value, published = self.dates.today(mention), self.doc._.published
        if value.precision is not Precision.DAY or value.start != value.end:
            return False
        return not published or 0 <= (published - value.start).days <= RECENT

    def _of_paragraph(self, token: Token) -> DateValue | None:
        """The lead's day, unless the sentence before in this paragraph told of another time."""
        sentence = token.sent
        root = Chain(sentence.root)
        found = None
        for mention in self.dates.between(sentence.start, sentence.end):
            if self._may_lead(mention) and not spoken(self.doc, mention) and price_of(self.doc, mention, root) < BARRED:
                found = mention
                break
        if found is None:
            found = self._just_told(token)
        if found is None:
            found = self.lead if self.lead is not None and self.lead.start < sentence.end else None
        return self.dates.today(found) if found is not None else None

    def _just_told(self, token: Token):
        """The time of the sentence before, in the same paragraph, where that looks back to another month or year."""
        start = token.sent.start
        if start < 2 or any(self.doc[i].is_space and "\n" in self.doc[i].text for i in (start - 1, start)):
            return None
        previous = self.doc[start - 1].sent
        told = [m for m in self.dates.between(previous.start, start) if not spoken(self.doc, m)]
        if not told or not self._is_past(told[-1].value):
            return None
        root = previous.root
        chain = Chain(root)
        tied = [m for m in told if price_of(self.doc, m, chain) < BARRED]
        return tied[-1] if tied and root.tag_ == "VBD" else None

    def _is_past(self, value: DateValue) -> bool:
        published = self.doc._.published
        return bool(published and value.end and value.end <= published)

    def _has_time_of_its_own(self, token: Token) -> bool:
        """A date at the head of the sentence that is not tied to the trigger, but puts its clause elsewhere in time."""
        sentence = token.sent
        published = self.doc._.published
        for mention in self.dates.between(sentence.start, sentence.end, unresolved=True):
            if spoken(self.doc, mention) or mention.kind == "vague":
                continue
            value = mention.value
            if value.start is None:
                if mention.relative:
                    return True
                continue
            if (
                published
                and value.end < published
                and (published - value.end).days > RECENT
                and mention.start - sentence.start < 3
            ):
                return True
        return False


def _is_heading(doc: Doc, mention) -> bool:
    """A day that stands alone on its line."""
    before = doc[mention.start - 1] if mention.start else None
    after = doc[mention.end] if mention.end < len(doc) else None
    if after is not None and after.text in (":", ",") and mention.end + 1 < len(doc):
        after = doc[mention.end + 1]
    return (
        (before is None or "\n" in before.text)
        and (after is None or "\n" in after.text)
        and not doc[mention.start].text.isdigit()
    )


def is_perfect(token: Token) -> bool:
    """Told in a perfect tense, its own or that of the verb that it is joined to: 'had met and thanked him'."""
    verb = token if token.pos_ in ("VERB", "AUX") else governing_verb(token)
    if verb is None and token.dep_ in ("nsubj", "nsubjpass"):
        verb = token.head
    for _ in range(4):
        if verb is None:
            return False
        auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
        if any(c.lower_ in ("had", "has", "have", "'ve", "’ve", "having") for c in auxiliaries):
            return True
        if (
            verb.dep_ != "conj"
            or auxiliaries
            or verb.tag_ not in ("VBN", "VBD")
            or any(c.dep_ == "nsubj" for c in verb.children)
        ):
            return False
        verb = verb.head
    return False


def _is_revealed(token: Token) -> bool:
    """'Confirmed that she made the trip', 'days after he left': of an earlier day that the text does not tell."""
    verb = token if token.pos_ in ("VERB", "AUX") else governing_verb(token)
    for _ in range(RECALLED_STEPS):
        if verb is None or verb.head.i == verb.i:
            return False
        if verb.dep_ == "ccomp" and verb.tag_ == "VBD" and verb.head.lemma_.lower() in words("reveals"):
            return True
        opener = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("after", "before")), None)
        if opener is not None and opener.i and opener.nbor(-1).lemma_.lower() in words("spans"):
            return True
        verb = verb.head if verb.head.pos_ in ("VERB", "AUX") else None
    return False


def _names_hour(token: Token) -> bool:
    """'Had landed at noon', 'had met him a few hours before': on the same day in spite of the tense."""
    return any(word.lower_ in hours() for word in token.sent)


def _is_news(token: Token) -> bool:
    """'Has arrived', 'have left': the present perfect of a coming and going that is the news itself."""
    return token.lemma_.lower() in words("comings") and any(
        c.lower_ in ("has", "have", "'ve", "’ve") for c in token.children
    )


def _is_left_behind(token: Token, head: Token) -> bool:
    """Is what hangs on the verb by 'after' of an earlier day? Not where somebody speaks after it."""
    lemma = head.lemma_.lower()
    if lemma in words("homecoming") or lemma in words("voyage") and token.lemma_.lower() in words("left_behind"):
        return True
    return head.tag_ in ("VBZ", "VBP", "VBG") and lemma not in words("utters")


def comes_home(token: Token) -> bool:
    """'Returned after visits to Rome', 'arrived after a stop in Rome'."""
    at = token
    for _ in range(RECALLED_STEPS):
        head = at.head
        if head.i == at.i:
            return False
        if at.lower_ in ("after", "following"):
            return _is_left_behind(token, head)
        at = head
    return False


def is_recalled(token: Token) -> bool:
    """Is the contact only called to mind: 'thanked her for sending a message', 'returned after visits to'?"""
    at = token
    if any(c.dep_ == "amod" and c.lower_ in words("bygone") for c in token.children):
        return True
    for _ in range(RECALLED_STEPS):
        head = at.head
        if head.i == at.i:
            return False
        if at.lower_ in ("before", "ahead", "until", "till"):
            return True
        if at.lower_ in ("after", "following") and _is_left_behind(token, head):
            return True
        if at.lower_ == "for" and any(
            c.dep_ in ("dobj", "attr") and c.lemma_.lower() in words("recalls") for c in head.children
        ):
            return True
        if (
            at.dep_ in ("prep", "dative", "pcomp", "dobj")
            and head.lemma_.lower() in words("recalls")
            and at.i != token.i
        ):
            return True
        at = head
    return False
