"""Decides what a phrase of the party lexicon means where it stands.

By the words beside it, by the other parties of the article and by the article's date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from contacts.extraction.party_cues import cues
from contacts.extraction.party_groups import nouns_after_groups
from contacts.extraction.party_values import BLOCK, STANDS, Choice, Dated, Guarded, Meaning, Sense, Value
from contacts.extraction.phrases import Match

_HYPHENS = frozenset("-\N{EN DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}")
_JOINS = frozenset({"and", "or", "&", ",", "-"})
_REACH = 6  # words
_PERSONAL = frozenset({"NNP", "NNPS"})


class Context:
    """One Doc with the phrases found in it. ``year``: of publication, or None."""

    def __init__(self, doc: Doc, orths: Sequence[int], found: Sequence[Match], year: int | None) -> None:
        self.doc = doc
        self.year = year
        self.words = cues()
        self._orths = frozenset(orths)
        self._codes = Counter(value.code for _, _, value in found if isinstance(value, Meaning))
        self._starts = {start: value for start, _, value in found}
        self._ends = {end: value for _, end, value in found}
        self._stops = {start: end for start, end, _ in found}
        self._rules = {
            "article": self._after_the,
            "place": self._is_place,
            "person": self._is_no_person,
            "hyphen": lambda start, end, value: self._text(end) in _HYPHENS,
            "small_caps": self._in_small_letters,
            "unowned": self._is_unowned,
            "people": lambda start, end, value: self._text(end) in nouns_after_groups()["people"],
            "talks": lambda start, end, value: self._text(end).lower() in nouns_after_groups()["talks"],
        }

    def meaning(self, start: int, end: int, value: Value) -> Meaning | None:
        """What the tokens mean here, or None for no party."""
        if isinstance(value, Guarded):
            return self.meaning(start, end, value.value) if self._rules[value.rule](start, end, value.value) else None
        if isinstance(value, Choice):
            return self._choose(start, end, value)
        if isinstance(value, Dated):
            return self._by_year(value)
        if value is BLOCK or value.form == "city" and not self._is_no_person(start, end):
            return None
        return value

    def stands_for_state(self, start: int, end: int, meaning: Meaning, attributive: bool) -> bool:
        """Whether a bare mention can act for its state."""
        if self._in_longer_name(start, end) or self._text(start - 1) in self.words.past_word and self._is_past(start):
            return False
        if meaning.form == "adjective" or attributive:
            return self._describes_state(end)
        if meaning.form == "demonym":
            return self._after_the(start, end)
        if meaning.form == "metonym" and self._is_venue(start):
            return False
        return meaning.form in STANDS

    def _is_venue(self, start: int) -> bool:
        """Whether a house is only where something was: "at the White House"."""
        before = start - 2 if self._text(start - 1).lower() == "the" else start - 1
        return self._text(before) in self.words.place_word or self._text(before) in ("at", "At")

    def _describes_state(self, end: int) -> bool:
        """Whether an adjective describes a state's people: "Cuban and Chinese officials", "Cuban new envoys"."""
        for _ in range(_REACH):
            if self._text(end) in self.words.state_noun:
                return True
            if self._text(end) in _JOINS and end + 1 in self._stops:
                end = self._stops[end + 1]
            elif end < len(self.doc) and self.doc[end].tag_ in ("JJ", "JJS"):
                end += 1
            else:
                return False
        return False

    def is_attributive(self, end: int) -> bool:
        """Whether a word that is both name and adjective describes the noun after it: "U.S. officials"."""
        return (
            end < len(self.doc)
            and self.doc[end].is_alpha
            and self.doc[end].tag_[:2] in ("NN", "JJ", "VB")
            and self.doc[end].lower_ not in _TIMES
            and (self.doc[end].tag_ not in ("VBD", "VBZ", "VBP", "VB"))
        )

    def _text(self, at: int) -> str:
        return self.doc[at].text if 0 <= at < len(self.doc) else ""

    # -- several meanings ---------------------------------------------------------------------------------------------

    def _choose(self, start: int, end: int, choice: Choice) -> Meaning | None:
        best, best_score = None, 0.0
        for sense in choice.senses:
            score = self._score(sense)
            if score > best_score and self._fits(sense, start, end):
                best, best_score = sense.meaning, score
        return best

    def _score(self, sense: Sense) -> float:
        named = sum(self._codes[code] for code in sense.codes)
        return len(sense.cues & self._orths) + named + (0.5 if sense.default else 0)

    def _fits(self, sense: Sense, start: int, end: int) -> bool:
        if sense.alone and (self._text(end) == "of" or self._goes_on(end)):
            return False
        return not (sense.no_place and self._text(start - 1) in self.words.place_word | self.words.travel_place_word)

    def _by_year(self, value: Dated) -> Meaning | None:
        if self.year is not None and value.start <= self.year <= value.end:
            return value.meaning
        return value.otherwise if self.year is not None or value.otherwise else value.meaning

    # -- rules --------------------------------------------------------------------------------------------------------

    def _after_the(self, start: int, end: int, value: Value | None = None) -> bool:
        """Right after "the", or one small word later: "the hungry North"."""
        before = self._text(start - 1)
        return before.lower() == "the" or before.islower() and self._text(start - 2).lower() == "the"

    def _is_place(self, start: int, end: int, value: Value | None = None) -> bool:
        if self._goes_on(end):
            return False
        before = self._text(start - 1)
        if before in self.words.place_word:
            return True
        if before in self.words.travel_place_word and self._travels(start - 1):
            return True
        if before == "of" and self._text(start - 2).lower() in self.words.travel_word:
            return True
        if self._text(end) == "," and self._is_land(end + 1):
            return True
        return self._opens_line(start) and self.doc[start].is_upper and not self._text(end).isalnum()

    def _opens_line(self, start: int) -> bool:
        return start == 0 or "\n" in self._text(start - 1)

    def _travels(self, at: int) -> bool:
        return any(token.lower_ in self.words.travel_word for token in self.doc[max(0, at - 4) : at + 1])

    def _is_land(self, at: int) -> bool:
        value = self._starts.get(at)
        return isinstance(value, Meaning) and value.form in ("name", "region") or isinstance(value, Guarded | Choice)

    def _is_no_person(self, start: int, end: int, value: Value | None = None) -> bool:
        before = self.doc[start - 1] if start else None
        if (
            before is not None
            and _is_name(before)
            and before.text not in self.words.may_precede
            and not isinstance(self._ends.get(start), Meaning)
        ):
            return False
        return not self._goes_on(end) or self._text(end) in self.words.name_head or end in self._starts

    def _goes_on(self, end: int) -> bool:
        """Whether a capitalised word follows that may be a surname or the rest of a longer name."""
        return end < len(self.doc) and _is_name(self.doc[end]) and self.doc[end].text not in self.words.may_follow

    def _in_small_letters(self, start: int, end: int, value: Value) -> bool:
        around = [self.doc[at] for at in (start - 1, end) if 0 <= at < len(self.doc)]
        return not any(token.is_upper and token.is_alpha and len(token) > 1 for token in around)

    def _is_unowned(self, start: int, end: int, value: Value) -> bool:
        owner = self._ends.get(start - 1 if self._text(start - 1) in ("'s", "’s", "'", "’") else start)
        return not isinstance(owner, Meaning) or owner.code in ("", getattr(value, "code", None))

    # -- longer names -------------------------------------------------------------------------------------------------

    def _in_longer_name(self, start: int, end: int) -> bool:
        """Whether the words are part of a paper's, company's, school's or treaty's name."""
        doc, words = self.doc, self.words
        for width in (1, 2):
            if start >= width and doc[start - width : start].text in words.name_opener:
                return True
        for token in doc[end : end + 4]:
            if token.text in words.name_head:
                return True
            if not token.is_title and token.text not in ("of", "and", "&"):
                return False
        return False

    def _is_past(self, start: int) -> bool:
        value = self._starts.get(start)
        return isinstance(value, Meaning) and value.code in _PAST


def _is_name(token: Token) -> bool:
    return token.is_title and token.is_alpha and token.tag_ in _PERSONAL


_TIMES = frozenset(
    "today tonight tomorrow yesterday monday tuesday wednesday thursday "
    "friday saturday sunday early late next last this earlier later ahead".split()
)
_PAST = frozenset({"SUN", "YUG", "CSK", "DDR", "SCG"})
