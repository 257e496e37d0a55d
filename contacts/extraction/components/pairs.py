"""Who 'the two leaders', 'both sides', 'they' and 'officials of the two countries' are."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..people import Name, Title
from ..word_lists import people_words
from . import officials, parties
from .actors import Actor, actor_of
from .antecedents import LONG_LOOK, Antecedents

PAIR_NOUNS = people_words("pair noun")
STATES = people_words("state noun")
PAIR_WORDS = people_words("pair word")
LOOK_BACK = 3  # sentences
NUMBERS = {"three": 3, "trio": 3, "four": 4, "quartet": 4, "five": 5, "six": 6}


class Pairs:
    """Answers for one document. ``recent``: those who met, as (token, actors) in text order, which frames adds to."""

    def __init__(self, doc: Doc, antecedents: Antecedents) -> None:
        self.doc = doc
        self.table = officials.at(doc)
        self.party_at = parties.index(doc)
        self.antecedents = antecedents
        self.recent: list[tuple[int, list[Actor]]] = []

    def is_pair(self, token: Token) -> bool:
        if token.lower_ in ("both", "two") and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj"):
            return True
        if token.lower_ in NUMBERS and token.dep_ in ("nsubj", "nsubjpass") and token.nbor(-1).lower_ in ("the", "all"):
            return True
        if token.lemma_.lower() not in PAIR_NOUNS or not token.lower_.endswith(("s", "men")):
            return False
        return (
            any(self.doc[i].lower_ in PAIR_WORDS for i in range(max(0, token.i - 3), token.i))
            or token.lower_ == "sides"
            or self._number(token) > 2
        )

    def _number(self, token: Token) -> int:
        """How many 'the three leaders', 'the four' are; 2 where no other number is told."""
        if token.lower_ in NUMBERS:
            return NUMBERS[token.lower_]
        before = self.doc[max(token.sent.start, token.i - 3) : token.i]
        if token.lemma_.lower() == "party" or any(c.lower_ == "of" for c in token.children):
            return 2  # "the five parties" are in parliament
        if not any(t.lower_ in ("the", "all", "these", "those") for t in before):
            return 2
        return next((NUMBERS[t.lower_] for t in before if t.lower_ in NUMBERS), 2)

    def pair_before(self, token: Token) -> list[Actor]:
        """'The two leaders': the last two persons of different parties, with who stands nearest first."""
        found: list[Actor] = []
        countries: set[str] = set()
        floor = self._floor(token)
        number = self._number(token)
        if self._means_states(token):
            return self._party_pair(token, floor) if number == 2 else []
        far = self._floor(token, LONG_LOOK)
        if number > 2:
            floor = far
        for index, actors in reversed(self.recent):
            if far <= index < token.i and (len(actors) == number or token.pos_ == "PRON"):
                return [Actor(a.country, a.person, a.label, a.start, a.end, a.rank, a.official) for a in actors]
        i = token.i - 1
        while i >= floor and len(found) < number:
            item = self.table[i]
            actor = None
            if isinstance(item, Name):
                actor = actor_of(item.person, item.start, item.end)
                i = item.start
            elif (
                isinstance(item, Title)
                and item.head == i
                and not item.plural
                and (person := self.antecedents.described(item))
            ):
                actor = actor_of(person, item.start, item.end)
            if (
                actor
                and actor.country
                and actor.official
                and actor.country not in countries
                and not actor.person.speaker_only
            ):
                found.append(actor)
                countries.add(actor.country)
            i -= 1
        if len(found) == number:
            return found[::-1]
        if token.pos_ == "PRON" or number > 2:
            return []
        return [Actor(a.country, None, token.text, token.i, token.i + 1) for a in self._party_pair(token, floor)]

    def _means_states(self, token: Token) -> bool:
        """'The two countries', and 'they' after it: states, not their leaders."""
        if token.lemma_.lower() in STATES:
            return True
        if token.pos_ != "PRON":
            return False
        start = token.sent.start
        if start:
            start = self.doc[start - 1].sent.start
        subjects = [
            t for t in self.doc[start : token.i] if t.dep_ in ("nsubj", "nsubjpass") and t.tag_ in ("NNS", "NNPS")
        ]
        return bool(subjects) and subjects[-1].lemma_.lower() in STATES

    def _party_pair(self, token: Token, floor: int) -> list[Actor]:
        found: list[Actor] = []
        for i in range(token.i - 1, floor - 1, -1):
            mention = self.party_at[i]
            if (
                mention is not None
                and mention.start == i
                and all(mention.code != a.country for a in found)
                and mention.form not in ("city", "group")
            ):
                found.append(Actor(mention.code, None, None, mention.start, mention.end))
                if len(found) == 2:
                    return found[::-1]
        return []

    def _floor(self, token: Token, back: int = LOOK_BACK) -> int:
        sentence = token.sent
        for _ in range(back):
            if sentence.start == 0:
                break
            sentence = self.doc[sentence.start - 1].sent
        return sentence.start

    def of_pair(self, title: Title) -> list[Actor]:
        """'Officials of the two countries', 'negotiators from both sides', 'their foreign ministers': one a
        party, unnamed."""
        if title.country or not title.plural and title.kind != "group":
            return []
        pair: list[Actor] = []
        if title.poss is not None and self.doc[title.poss].lower_ == "their":
            pair = self._party_pair(self.doc[title.poss], self._floor(self.doc[title.poss]))
        for child in self.doc[title.head].children:
            if child.dep_ == "prep" and child.lower_ in ("of", "from", "for"):
                for inner in child.children:
                    if inner.dep_ == "pobj" and self.is_pair(inner):
                        pair = self.pair_before(inner)
        label = " ".join(self.doc[title.start : title.end].text.split())
        return [
            Actor(a.country, None, label, title.start, title.end, title.rank, title.kind not in ("speaker", "private"))
            for a in pair
            if a.country
        ]

    def last_party(self, index: int):
        for i in range(index - 1, max(-1, index - 40), -1):
            mention = self.party_at[i]
            if mention is not None and mention.form in ("name", "capital", "metonym", "organisation"):
                return mention
        return None
