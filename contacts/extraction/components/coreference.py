"""Who is meant: from a token of the parse to the actors that it stands for.

A name, a title ('the French foreign minister'), a party ('Havana'), a pronoun, a pair ('the two leaders') or a list.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ..people import Name, Person, Title
from ..types import Rank
from ..word_lists import title_words
from . import officials, parties

PRONOUNS_ONE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
PLACE_PREPOSITIONS = {"in", "at", "near", "outside", "into", "inside", "across", "around", "through", "throughout"}
PRONOUNS_MANY = {"they", "them", "their", "both", "two", "themselves"}
PAIR_NOUNS = {
    "leader",
    "side",
    "president",
    "minister",
    "country",
    "nation",
    "man",
    "head",
    "party",
    "official",
    "premier",
    "diplomat",
    "government",
    "neighbour",
    "neighbor",
    "ally",
    "counterpart",
    "delegation",
    "pair",
    "state",
    "woman",
}
STATES = {"country", "nation", "state", "neighbour", "neighbor", "government", "people", "ally"}
PAIR_WORDS = {"two", "both"}
GENERIC = {
    "diplomat",
    "official",
    "politician",
    "envoy",
    "leader",
    "statesman",
    "general",
    "visitor",
    "guest",
    "dignitary",
    "minister",
    "president",
    "premier",
    "emissary",
    "host",
}
TRAVELLING = {"delegation", "team", "troika", "entourage", "mission", "side"}
GUESSED = {"", "nearby", "the office's usual party", "guessed from its contact"}
LEADS = {"lead", "head", "include", "comprise", "chair"}
DAYS = {
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "here",
    "morning",
    "afternoon",
    "evening",
    "night",
}
LOOK_BACK = 3  # sentences, for a pair
LONG_LOOK = 8  # sentences, for a pronoun: a page may say 'he' and nothing else
DEPTH = 4
LONG_CHAIN = 25  # pronouns, one after the other


@dataclass(slots=True, eq=False)
class Actor:
    """One who takes part: a person of the article, or an unnamed side of a party."""

    country: str | None
    person: Person | None = None
    label: str | None = None
    start: int = 0
    end: int = 0
    rank: Rank | None = None
    official: bool = True

    @property
    def key(self):
        return self.person if self.person is not None else self.country


class Resolver:
    """Answers for one document; remembers nothing but the document."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.table = officials.at(doc)
        self.party_at = parties.index(doc)
        self.home = doc.user_data.get("home")
        self.meant: dict[tuple[int, str], Person | None] = {}
        self.depth = 0
        self.recent: list[tuple[int, list[Actor]]] = []
        self.visitors: list[Person] = []
        self.names = sorted((n for p in doc._.people for n in p.names), key=lambda n: n.start)

    # -- noun phrases -------------------------------------------------------------------------------------------------

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
                if first <= child.i < last or child.i < token.i and child.dep_ != "conj":
                    continue
                if child.dep_ == "conj" or (child.dep_ == "appos" and self._is_listed(token, child)):
                    for actor in self.resolve(child, depth + 1):
                        if actor.key not in seen:
                            seen.add(actor.key)
                            actors.append(actor)
        return actors

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
            return [self._person(found.person, found.start, found.end)]
        if isinstance(found, Title):
            return self._titled(found, token, depth)
        if token.pos_ == "PRON" or token.lower_ in PRONOUNS_ONE:
            return self._pronoun(token)
        mention = self.party_at[token.i]
        if mention is not None:
            return self._party(mention, token)
        if self.is_pair(token):
            return self.pair_before(token)
        return self._inside(token, depth)

    def _person(self, person: Person, start: int, end: int) -> Actor:
        return Actor(person.country, person, None, start, end, person.rank, person.official)

    def _party(self, mention, token: Token) -> list[Actor]:
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
            if child.dep_ == "prep" and child.lower_ in ("of", "including") and token.pos_ == "NOUN":
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

    # -- titles without a name ----------------------------------------------------------------------------------------

    def _titled(self, title: Title, token: Token, depth: int) -> list[Actor]:
        if title.person is not None:
            return [self._person(title.person, title.start, title.end)]
        if title.kind == "private":
            return []
        if title.plural and self.is_pair(self.doc[title.head]):
            return self.pair_before(token)
        named = [
            self._person(n.person, n.start, n.end) for p in self.doc._.people for n in p.names if title in n.titles
        ]
        if named:
            return named
        led = self.led_by(self.doc[title.head], depth) or self._included(self.doc[title.head], depth)
        if led:
            self._of_the_delegation(title, led)
            return led
        if not title.plural:
            person = self.described(title)
            if person is not None:
                return [self._person(person, title.start, title.end)]
        pair = self._of_pair(title)
        if pair:
            return pair
        country = title.country or self._country_of(title) or self._posted_in(title)
        label = self.doc[title.start : title.end].text
        return [
            Actor(code, None, " ".join(label.split()), title.start, title.end, title.rank, title.kind != "speaker")
            for code in (country, *title.also)
        ]

    def _of_the_delegation(self, title: Title, led: list[Actor]) -> None:
        """Who leads a delegation of Mongolia is of Mongolia, whatever was guessed before."""
        for actor in led:
            if title.country and actor.person.country_basis in GUESSED:
                actor.person.country, actor.person.country_basis, actor.country = (
                    title.country,
                    "the delegation's",
                    title.country,
                )

    def described(self, title: Title) -> Person | None:
        """The person already met that 'the Sudanese president' or 'the minister' means."""
        if title.kind in ("group", "relative") and title.word not in ("guest", "visitor", "host"):
            return None
        if not title.definite and not title.country and self.doc[title.head].text.islower():
            return None
        before = title.start - 1
        if before >= 0 and self.doc[before].lower_ in ("a", "an", "another", "any", "no", "some"):
            return None
        if title.word in ("guest", "visitor") and self.visitors:
            return self.visitors[-1]
        best, best_key = None, None
        for person in self.doc._.people:
            if not any(self._same_office(title, other) for other in person.titles):
                continue
            if title.country and person.country and title.country != person.country:
                continue
            earlier = [n.start for n in person.names if n.start < title.start]
            key = (bool(earlier), max(earlier) if earlier else -person.names[0].start)
            if best_key is None or key > best_key:
                best, best_key = person, key
        if best is None and title.definite and title.word in GENERIC and not title.plural:
            best = self._generic(title)
        return best

    def _generic(self, title: Title) -> Person | None:
        """'The veteran diplomat': the last subject, where nobody holds such an office by name and no party speaks
        against it."""
        if (
            title.portfolio & {"foreign", "prime", "defence", "defense", "secretary", "vice"}
            or title.end - title.start > 3
        ):
            return None
        token = self.doc[title.head]
        person = self.antecedent(token, "")
        if person is None or (title.country and person.country != title.country):
            return None
        return person

    def _same_office(self, title: Title, other: Title) -> bool:
        if other.kind != title.kind or other is title:
            return False
        if title.word == other.word:
            mine = title.portfolio - {"the", "visiting", "veteran", "of", "former"}
            return (
                mine <= other.portfolio | {title.word}
                or title.rank is other.rank
                or title.country is not None
                and len(mine) <= 3
            )
        synonyms = (
            {"premier", "minister", "pm"},
            {"envoy", "representative", "emissary", "mediator", "negotiator"},
            {"leader", "president", "king", "chairman"},
        )
        if title.rank is other.rank and any({title.word, other.word} <= group for group in synonyms):
            return True
        return title.word == "leader" and other.rank in (Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT)

    def _country_of(self, title: Title) -> str | None:
        """The party of an office without one: of its possessor ('its', 'his', 'Castro's'), else the place of filing."""
        if title.kind == "relative":
            return None
        if title.poss is not None:
            owner = self.doc[title.poss]
            if owner.lower_ in ("its", "their"):
                mention = self._last_party(owner.i)
                return mention.code if mention else None
            actors = self._own(owner, 1)
            return next((a.country for a in actors if a.country), None)
        if (title.definite or self.doc[title.head].text[0].isupper()) and (
            title.kind == "group" and title.word not in TRAVELLING or title.kind != "group" and not title.plural
        ):
            return self.home
        return None

    def _of_pair(self, title: Title) -> list[Actor]:
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

    def _posted_in(self, title: Title) -> str | None:
        """'officials in Ashgabat': those of the place."""
        if not title.plural or title.end + 1 >= len(self.doc) or self.doc[title.end].lower_ != "in":
            return None
        mention = self.party_at[title.end + 1]
        return mention.code if mention is not None and mention.form in ("name", "capital") else None

    def _last_party(self, index: int):
        for i in range(index - 1, max(-1, index - 40), -1):
            mention = self.party_at[i]
            if mention is not None and mention.form in ("name", "capital", "metonym", "organisation"):
                return mention
        return None

    # -- pronouns and pairs -------------------------------------------------------------------------------------------

    def is_pair(self, token: Token) -> bool:
        if token.lower_ in ("both", "two") and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj"):
            return True
        if token.lemma_.lower() not in PAIR_NOUNS or not token.lower_.endswith(("s", "men")):
            return False
        return (
            any(self.doc[i].lower_ in PAIR_WORDS for i in range(max(0, token.i - 3), token.i))
            or token.lower_ == "sides"
        )

    def _pronoun(self, token: Token) -> list[Actor]:
        low = token.lower_
        if low in ("who", "whom", "which", "that") and token.head.dep_ == "relcl":
            return self.resolve(token.head.head, 2)
        if low in PRONOUNS_ONE:
            person = self.antecedent(token, PRONOUNS_ONE[low])
            if person is not None:
                return [self._person(person, token.i, token.i + 1)]
            return self._unnamed_before(token)
        if low in PRONOUNS_MANY:
            return self.pair_before(token)
        if low == "it" and (group := self._group_before(token)):
            return group
        if low == "it" or low == "its":
            mention = self._last_party(token.i)
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

    def antecedent(self, token: Token, sex: str) -> Person | None:
        """The person that 'he' or 'she' means: the subject of the same sentence, or of the ones before."""
        key = (token.i, sex)
        if key not in self.meant:
            self.meant[key] = None  # while it is being read
            self.meant[key] = self._read_antecedent(token, sex)
        return self.meant[key]

    def _read_antecedent(self, token: Token, sex: str) -> Person | None:
        sentence = token.sent
        limit = token.i
        barred = self._clause_subject(token)
        ahead = self._subject_ahead(token, sentence, sex)
        if ahead is not None:
            return ahead
        for _ in range(LONG_LOOK):
            found = self._best_in(sentence.start, limit, sex, barred)
            if found is not None:
                return found
            if sentence.start == 0:
                return None
            limit = sentence.start
            sentence = self.doc[sentence.start - 1].sent
        return None

    def _same_pronoun(self, token: Token, sex: str) -> Person | None:
        """Whom 'he' meant as subject of an earlier clause: 'he' goes on meaning him. Not followed over more than
        a few."""
        if (
            token.dep_ not in ("nsubj", "nsubjpass")
            or PRONOUNS_ONE.get(token.lower_) != (sex or "m")
            or self.depth >= LONG_CHAIN
        ):
            return None
        self.depth += 1
        person = self.antecedent(token, sex)
        self.depth -= 1
        return person

    def _subject_ahead(self, token: Token, sentence, sex: str) -> Person | None:
        """'In his meeting with Y, X said': a pronoun in a phrase in front means the subject that follows."""
        root = sentence.root
        subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.i < token.i or token.i > root.i or token.lower_ not in PRONOUNS_ONE:
            return None
        top = token
        while top.head != root and top.head != top:
            top = top.head
        found = self.table[subject.i]
        if top.dep_ not in ("prep", "advcl") or not isinstance(found, Name):
            return None
        return found.person if not (sex and found.person.sex and found.person.sex != sex) else None

    def _clause_subject(self, token: Token) -> Person | None:
        """The subject of the same clause, whom an object pronoun ('received him') cannot mean."""
        if token.dep_ not in ("dobj", "pobj", "dative"):
            return None
        verb = token.head
        for _ in range(3):
            if verb.pos_ in ("VERB", "AUX"):
                break
            verb = verb.head
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in PRONOUNS_ONE and child.i < token.i:
                return self.antecedent(child, PRONOUNS_ONE[child.lower_])
            if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ != "PRON":
                found = self.table[child.i]
                if isinstance(found, Title):
                    return found.person or (None if found.plural else self.described(found))
                return found.person if isinstance(found, Name) else None
        return None

    def topic(self, token: Token, barred: set[str], back: int = 2) -> Person | None:
        """Whom the story is about at this point: the last subject of another party than the barred ones."""
        sentence = token.sent
        end = token.i
        for _ in range(back + 1):
            best, best_key = None, None
            for i in range(sentence.start, end):
                found = self.table[i]
                pronoun = (
                    found is None and self.doc[i].lower_ in ("he", "she") and self.doc[i].dep_ in ("nsubj", "nsubjpass")
                )
                if not pronoun and (not isinstance(found, Name) or found.start != i):
                    continue
                person = self.antecedent(self.doc[i], PRONOUNS_ONE[self.doc[i].lower_]) if pronoun else found.person
                if person is None or person.country is None or person.country in barred or person.speaker_only:
                    continue
                root = self.doc[i] if pronoun else self.doc[found.start : found.end].root
                key = (root.dep_ in ("nsubj", "nsubjpass"), i)
                if best_key is None or key > best_key:
                    best, best_key = person, key
            if best is not None:
                return best if best.official else None
            if sentence.start == 0:
                return None
            end = sentence.start
            sentence = self.doc[sentence.start - 1].sent
        return None

    def _best_in(self, start: int, end: int, sex: str, barred: Person | None = None) -> Person | None:
        best, best_key = None, None
        for i in range(start, end):
            found = self.table[i]
            if isinstance(found, Name) and found.start == i:
                person, root = found.person, self.doc[found.start : found.end].root
            elif isinstance(found, Title) and found.head == i and found.person is None and not found.plural:
                person, root = self.described(found), self.doc[i]
            elif found is None and sex and self.doc[i].lower_ in PRONOUNS_ONE:
                person, root = self._same_pronoun(self.doc[i], sex), self.doc[i]
            else:
                continue
            if person is None or person is barred or (person.sex and sex and person.sex != sex):
                continue
            subject = root.dep_ in ("nsubj", "nsubjpass") and not any(c.lower_ == "among" for c in root.head.children)
            possessive = root.dep_ == "poss"
            key = (subject, not possessive, person.official and not person.speaker_only, -i if subject else i)
            if best_key is None or key > best_key:
                best, best_key = person, key
        return best

    def pair_before(self, token: Token) -> list[Actor]:
        """'The two leaders': the last two persons of different parties, with who stands nearest first."""
        found: list[Actor] = []
        countries: set[str] = set()
        floor = self._floor(token)
        if self._means_states(token):
            return self._party_pair(token, floor)
        far = self._floor(token, LONG_LOOK)
        for index, actors in reversed(self.recent):
            if far <= index < token.i:
                return [Actor(a.country, a.person, a.label, a.start, a.end, a.rank, a.official) for a in actors]
        i = token.i - 1
        while i >= floor and len(found) < 2:
            item = self.table[i]
            actor = None
            if isinstance(item, Name):
                actor = self._person(item.person, item.start, item.end)
                i = item.start
            elif isinstance(item, Title) and item.head == i and not item.plural and (person := self.described(item)):
                actor = self._person(person, item.start, item.end)
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
        if len(found) == 2:
            return found[::-1]
        if token.pos_ == "PRON":
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
                and mention.form != "city"
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
