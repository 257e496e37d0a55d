"""Who is meant: from a token of the parse to the actors that it stands for.

A name, a title ('the French foreign minister'), a party ('Havana'), a pronoun, a pair ('the two leaders') or a list.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..party_lexicon import organisations
from ..people import Name, Title
from ..word_lists import people_words, title_words
from . import nationals, officials, parties
from .actors import Actor, actor_of
from .antecedents import SEX, Antecedents
from .pairs import Pairs

PLACE_PREPOSITIONS = people_words("place preposition")
PLURAL_PRONOUNS = people_words("plural pronoun")
TRAVELLING = people_words("travelling group")
GUESSED = {"", "nearby", "the office's usual party", "guessed from its contact"}
LEADS = people_words("leading verb")
DAYS = people_words("day word")
DEPTH = 4


class Resolver:
    """Answers for one document. ``past`` finds whom a pronoun or description means, ``pairs`` whom 'the two' means."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.table = officials.at(doc)
        self.party_at = parties.index(doc)
        self.home = doc.user_data.get("home")
        self.past = Antecedents(doc)
        self.pairs = Pairs(doc, self.past)
        self.names = sorted((n for p in doc._.people for n in p.names), key=lambda n: n.start)

    def resolve(self, token: Token, depth: int = 0) -> list[Actor]:
        """The actors of the noun phrase with this head, its coordinated parts included."""
        if depth > DEPTH:
            return []
        token = self._before_the_day(token)
        first, last = self.unit(token)
        if token.pos_ in ("VERB", "AUX") and self.table[token.i] is None:
            return []
        actors = self._own(token, depth)
        seen = {actor.key for actor in actors}
        for i in range(first, last):
            for child in self.doc[i].children:
                before = child.i < token.i and child.dep_ != "conj"
                if first <= child.i < last or before and not self._begins_list(child, token):
                    continue
                if before or child.dep_ == "conj" or (child.dep_ == "appos" and self._is_listed(token, child)):
                    more = self.resolve(child, depth + 1)
                elif child.dep_ == "appos" and child.i > token.i:
                    more = self._behind_the_office(token, child, depth)
                else:
                    continue
                for actor in more:
                    if actor.key not in seen:
                        seen.add(actor.key)
                        actors.append(actor)
        return actors

    def _behind_the_office(self, token: Token, office: Token, depth: int) -> list[Actor]:
        """'X, a vice minister, Y, an official of the department, and diplomats from Z': the parse may hang the next of
        a list on the office of the one before."""
        item = self.table[office.i]
        if not isinstance(item, Title) or item.person is None or not isinstance(self.table[token.i], Name):
            return []
        found: list[Actor] = []
        for child in office.children:
            other = self.table[child.i]
            if child.i < office.i or child.dep_ not in ("appos", "conj") or other is None:
                continue
            if getattr(other, "person", None) is not item.person and (isinstance(other, Name) or other.plural):
                found += self.resolve(child, depth + 1)
        return found

    def _before_the_day(self, token: Token) -> Token:
        """'met with X Monday': the parse may take the day for the head of the name."""
        if token.lower_ not in DAYS or token.i == 0 or self.table[token.i] is not None:
            return token
        found = self.table[token.i - 1]
        if isinstance(found, Name):
            return self.doc[found.end - 1]
        return self.doc[found.head] if isinstance(found, Title) else token

    def unit(self, token: Token) -> tuple[int, int]:
        """The tokens of the name or title that a token stands in, title and name beside each other taken together."""
        found = self.table[token.i]
        if found is None:
            mention = self.party_at[token.i]
            return (mention.start, mention.end) if mention is not None else (token.i, token.i + 1)
        first, last = found.start, found.end
        if isinstance(found, Name):
            for title in found.titles:
                if title.end <= found.start and found.start - title.end <= 2:
                    first = min(first, title.start)
        elif found.person is not None:
            for name in found.person.names:
                if 0 <= name.start - found.end <= 2:
                    last = name.end
        return first, last

    def names_person(self, token: Token) -> bool:
        return isinstance(self.table[token.i], Name)

    def _begins_list(self, child: Token, last: Token) -> bool:
        """'X and Defence Minister Y signed': the parse may hang the first of a list on the last."""
        return (
            child.dep_ in ("nmod", "compound")
            and self.names_person(child)
            and getattr(self.table[last.i], "person", None) is not None
            and any(c.dep_ == "cc" for c in child.children)
        )

    def _is_listed(self, token: Token, child: Token) -> bool:
        """An apposition that is in truth the next of a list: another name."""
        mine, other = self.table[token.i], self.table[child.i]
        return (
            isinstance(other, Name)
            and (not isinstance(mine, Name) or mine.person is not other.person)
            and not (isinstance(mine, Title) and mine.person is other.person)
        )

    def _own(self, token: Token, depth: int) -> list[Actor]:
        found = self.table[token.i]
        if isinstance(found, Name):
            return [actor_of(found.person, found.start, found.end)]
        if isinstance(found, Title):
            return self._titled(found, token, depth)
        if token.pos_ == "PRON" or token.lower_ in SEX:
            return self._pronoun(token)
        mention = self.party_at[token.i]
        if mention is not None:
            return self._party(mention, token)
        if self.pairs.is_pair(token):
            return self.pairs.pair_before(token)
        return self._inside(token, depth)

    def _party(self, mention, token: Token) -> list[Actor]:
        if nationals.is_one(mention, token):
            person = self.past.national(token, mention.code)
            return [actor_of(person, token.i, token.i + 1)] if person is not None else []
        if mention.form in ("city", "adjective"):
            # 'the Kuwait-based paper' is nobody; 'the Israelis' is a demonym
            if not (mention.form == "adjective" and token.tag_ in ("NNPS", "NNS")):
                return []
        root = self.doc[mention.start : mention.end].root
        if root.dep_ == "pobj" and root.head.lower_ in PLACE_PREPOSITIONS:
            return []
        return [Actor(code, None, None, mention.start, mention.end) for code in mention.codes]

    def _inside(self, token: Token, depth: int) -> list[Actor]:
        """'members of a Ugandan delegation', 'a group led by X': the actors in what hangs on the noun."""
        actors: list[Actor] = []
        for child in token.children:
            mention = self.party_at[child.i]
            if mention is not None and mention.form == "ruling_party" and child.dep_ in ("compound", "nmod", "poss"):
                return [Actor(mention.code, None, None, mention.start, mention.end)]  # "the United Russia Party"
            if child.dep_ == "prep" and child.lower_ in ("of", "including") and token.pos_ in ("NOUN", "PROPN"):
                for inner in child.children:
                    if inner.dep_ == "pobj" and (
                        isinstance(self.table[inner.i], (Title, Name)) or token.lower_ in title_words()
                    ):
                        actors += self.resolve(inner, depth + 1)
        return actors or self.led_by(token, depth)

    def led_by(self, token: Token, depth: int = 0) -> list[Actor]:
        """'a delegation led by Foreign Minister X'."""
        actors: list[Actor] = []
        for child in token.children:
            if child.dep_ in ("acl", "relcl", "prep", "amod") and child.lemma_ in LEADS:
                for grand in child.children:
                    if grand.dep_ in ("agent", "prep"):
                        for inner in grand.children:
                            actors += self.resolve(inner, depth + 1)
                    elif grand.dep_ in ("dobj", "pobj"):
                        actors += self.resolve(grand, depth + 1)
        return [actor for actor in actors if actor.person is not None]

    def _included(self, token: Token, depth: int) -> list[Actor]:
        """'Other officials he met included X, Y and Z': those that the subject is said to include."""
        if token.dep_ != "nsubj" or token.head.lemma_ not in ("include", "be"):
            return []
        actors: list[Actor] = []
        for child in token.head.children:
            if child.dep_ in ("dobj", "attr"):
                actors += self.resolve(child, depth + 1)
        return [actor for actor in actors if actor.person is not None]

    def _titled(self, title: Title, token: Token, depth: int) -> list[Actor]:
        if title.person is not None:
            return [actor_of(title.person, title.start, title.end)]
        if title.kind == "private":
            return []
        if title.plural and self.pairs.is_pair(self.doc[title.head]):
            return self.pairs.pair_before(token)
        named = [actor_of(n.person, n.start, n.end) for p in self.doc._.people for n in p.names if title in n.titles]
        if named:
            return named
        led = self.led_by(self.doc[title.head], depth) or self._included(self.doc[title.head], depth)
        if led:
            self._of_the_delegation(title, led)
            return led
        if not title.plural:
            person = self.past.described(title)
            if person is not None:
                return [actor_of(person, title.start, title.end)]
        pair = self.pairs.of_pair(title)
        if pair:
            return pair
        country = title.country or self._country_of(title) or self._posted_in(title)
        label = self.doc[title.start : title.end].text
        return [
            Actor(code, None, " ".join(label.split()), title.start, title.end, title.rank, title.kind != "speaker")
            for code in (*reversed(title.also), country)
        ]

    def _of_the_delegation(self, title: Title, led: list[Actor]) -> None:
        """Who leads a delegation of Mongolia is of Mongolia, whatever was guessed before; who leads one of the UN is of
        the UN."""
        for actor in led:
            if title.country in organisations() or title.country and actor.person.country_basis in GUESSED:
                actor.person.country, actor.person.country_basis = title.country, "the delegation's"
                actor.country, actor.official = title.country, True

    def _country_of(self, title: Title) -> str | None:
        """The party of an office without one: of its possessor ('its', 'his', 'Castro's'), else the place of filing."""
        if title.kind == "relative":
            return None
        if title.poss is not None:
            owner = self.doc[title.poss]
            if owner.lower_ in ("its", "their"):
                mention = self.pairs.last_party(owner.i)
                return mention.code if mention else None
            actors = self._own(owner, 1)
            return next((a.country for a in actors if a.country), None)
        if (title.definite or self.doc[title.head].text[0].isupper()) and (
            title.kind == "group" and title.word not in TRAVELLING or title.kind != "group" and not title.plural
        ):
            return self.home
        return None

    def _posted_in(self, title: Title) -> str | None:
        """'officials in Ashgabat': those of the place."""
        if not title.plural or title.end + 1 >= len(self.doc) or self.doc[title.end].lower_ != "in":
            return None
        mention = self.party_at[title.end + 1]
        return mention.code if mention is not None and mention.form in ("name", "capital") else None

    def _pronoun(self, token: Token) -> list[Actor]:
        low = token.lower_
        if low in ("who", "whom", "which", "that") and token.head.dep_ == "relcl":
            return self.resolve(token.head.head, 2)
        if low in SEX:
            person = self.past.antecedent(token, SEX[low])
            if person is not None:
                return [actor_of(person, token.i, token.i + 1)]
            return self._unnamed_before(token)
        if low in PLURAL_PRONOUNS:
            group = self._group_before(token) if low in ("they", "them") else []
            return group or self.pairs.pair_before(token)
        if low == "it" and (group := self._group_before(token)):
            return group
        if low == "it" or low == "its":
            mention = self.pairs.last_party(token.i)
            return [Actor(mention.code, None, None, token.i, token.i + 1)] if mention and low == "it" else []
        return []

    def _group_before(self, token: Token) -> list[Actor]:
        """'A delegation led by X arrived. It was met by Y': the group that was subject of the sentence before."""
        start = token.sent.start
        before = self.doc[start - 1].sent if start else None
        for i in range(before.start, before.end) if before is not None else ():
            found = self.table[i]
            if (
                isinstance(found, Title)
                and found.head == i
                and found.kind == "group"
                and self.doc[i].dep_ in ("nsubj", "nsubjpass")
            ):
                return self.resolve(self.doc[i], DEPTH - 1)
        return []

    def _unnamed_before(self, token: Token) -> list[Actor]:
        """'The foreign minister said that he ...': an official without a name, as subject of the same sentence."""
        for i in range(token.sent.start, token.i):
            found = self.table[i]
            if (
                isinstance(found, Title)
                and found.head == i
                and found.kind == "person"
                and not found.plural
                and self.doc[i].dep_ == "nsubj"
            ):
                return [a for a in self._titled(found, self.doc[i], DEPTH - 1) if a.country]
        return []
