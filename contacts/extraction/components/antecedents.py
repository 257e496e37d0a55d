"""Which person told before is meant by 'he', 'the minister' or 'the Sudanese president', and whom a story is about."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..people import Name, Person, Title
from ..types import Rank
from ..word_lists import people_words
from . import officials

SEX = dict.fromkeys(people_words("male pronoun"), "m") | dict.fromkeys(people_words("female pronoun"), "f")
GENERIC = people_words("general office")
CERTAIN_OFFICE = people_words("certain office")
PASSING = people_words("passing word")
INDEFINITE = people_words("indefinite")
COMPANY = people_words("company")
SYNONYMS = tuple(people_words(name) for name in ("like premier", "like envoy", "like leader"))
LONG_LOOK = 8  # sentences, for a pronoun: a page may say 'he' and nothing else
LONG_CHAIN = 25  # pronouns, one after the other


class Antecedents:
    """Answers for one document; remembers what each pronoun was found to mean."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.table = officials.at(doc)
        self.meant: dict[tuple[int, str], Person | None] = {}
        self.depth = 0
        self.visitors: list[Person] = []

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
            or SEX.get(token.lower_) != (sex or "m")
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
        if subject is None or subject.i < token.i or token.i > root.i or token.lower_ not in SEX:
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
            if child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in SEX and child.i < token.i:
                return self.antecedent(child, SEX[child.lower_])
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
                person = self.antecedent(self.doc[i], SEX[self.doc[i].lower_]) if pronoun else found.person
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
            elif found is None and sex and self.doc[i].lower_ in SEX:
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

    def described(self, title: Title) -> Person | None:
        """The person already met that 'the Sudanese president' or 'the minister' means."""
        if title.kind in ("group", "relative") and title.word not in COMPANY:
            return None
        if not title.definite and not title.country and self.doc[title.head].text.islower():
            return None
        before = title.start - 1
        if before >= 0 and self.doc[before].lower_ in INDEFINITE:
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
            same_word = any(title.word == other.word for other in person.titles)
            key = (bool(earlier), same_word, max(earlier) if earlier else -person.names[0].start)
            if best_key is None or key > best_key:
                best, best_key = person, key
        if best is None and title.definite and title.word in GENERIC and not title.plural:
            best = self._generic(title)
        return best

    def national(self, token: Token, country: str) -> Person | None:
        """Whom 'the Turk' means: the last official of that party named before."""
        floor = self._floor(token)
        for i in range(token.i - 1, floor - 1, -1):
            found = self.table[i]
            person = found.person if isinstance(found, Name) else None
            if person is not None and person.country == country and person.official and not person.speaker_only:
                return person
        return None

    def _floor(self, token: Token) -> int:
        start = token.sent.start
        for _ in range(LONG_LOOK):
            if start == 0:
                break
            start = self.doc[start - 1].sent.start
        return start

    def _generic(self, title: Title) -> Person | None:
        """'The veteran diplomat': the last subject, where nobody holds such an office by name and no party speaks
        against it."""
        if title.portfolio & CERTAIN_OFFICE or title.end - title.start > 3:
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
            mine = title.portfolio - PASSING
            return (
                mine <= other.portfolio | {title.word}
                or title.rank is other.rank
                or title.country is not None
                and len(mine) <= 3
            )
        if title.rank is other.rank and any({title.word, other.word} <= group for group in SYNONYMS):
            return True
        return title.word == "leader" and other.rank in (Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT)
