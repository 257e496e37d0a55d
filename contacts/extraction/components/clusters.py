"""One person a cluster: which names of an article mean the same human."""

from __future__ import annotations

from spacy.tokens import Doc

from ..people import Name, Person
from ..word_lists import first_surnames, given_names, people_words

MALE = people_words("of a man")
FEMALE = people_words("of a woman")


def cluster(doc: Doc, accepted: list[Name], names: list[Name]) -> tuple[list[Person], list[Name]]:
    """Persons from accepted names, then shorter names of the same persons, earlier and later."""
    people: list[Person] = []
    by_word: dict[str, list[Person]] = {}
    for name in sorted(accepted, key=lambda n: (-len(n.words), n.start)):
        person = _same(name, by_word) if len(name.words) > 1 else _by_one_word(doc, name, by_word)
        if person is None:
            person = Person(words=name.words)
            people.append(person)
        _join(person, name, by_word)
    taken = {id(name) for name in accepted}
    kept = list(accepted)
    for name in names:
        if id(name) in taken or name.person is not None:
            continue
        person = _by_one_word(doc, name, by_word) if len(name.words) == 1 else _same(name, by_word)
        if person is not None and doc.user_data["capitalised"][name.start] and not set(name.words) <= set(person.words):
            continue
        if person is not None:
            _join(person, name, by_word)
            kept.append(name)
    for person in people:
        person.names.sort(key=lambda n: n.start)
    people.sort(key=lambda p: p.names[0].start)
    return people, kept


def _same(name: Name, by_word: dict[str, list[Person]]) -> Person | None:
    """The person whose name holds all the words, or whose words are all held: 'George Yeo' in 'George Yong-Boon
    Yeo'."""
    mine = set(name.words)
    for person in by_word.get(name.words[-1], []) + by_word.get(name.words[0], []):
        theirs = set(person.words)
        if (mine <= theirs or theirs <= mine) and not _countries_clash(name, person):
            return person
        if (
            len(mine) == len(theirs) > 1
            and name.words[-1] == person.words[-1]
            and _initial_of(name.words[0], person.words[0])
        ):
            return person
    return None


def _initial_of(a: str, b: str) -> bool:
    return (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _countries_clash(name: Name, person: Person) -> bool:
    return bool(name.country and person.country and name.country != person.country and name.titles and person.titles)


def _by_one_word(doc: Doc, name: Name, by_word: dict[str, list[Person]]) -> Person | None:
    """The person that one word means: by family name first, then any other word; the nearest before, else after."""
    word = name.words[-1]
    best, best_key = None, None
    for person in by_word.get(word, []):
        if _countries_clash(name, person):
            continue
        family = person.words[0] if person.words[0] in first_surnames() and len(person.words) <= 3 else person.words[-1]
        nearest = max((n.start for n in person.names if n.start < name.start), default=-1)
        given = word in given_names() and word != family
        key = (word == family, not given, nearest)
        if best_key is None or key > best_key:
            best, best_key = person, key
    return best


def _join(person: Person, name: Name, by_word: dict[str, list[Person]]) -> None:
    name.person = person
    person.names.append(name)
    if len(name.words) > len(person.words):
        person.words = name.words
    for word in {*name.words, *(w for full in name.words for w in _parts(full))}:
        owners = by_word.setdefault(word, [])
        if person not in owners:
            owners.append(person)
    for title in name.titles:
        if title not in person.titles:
            person.titles.append(title)
        if not title.plural:
            title.person = person
    now = any(t.country and not t.former for t in name.titles)
    if name.country and (
        person.country is None
        and (name.titles or name.strong)
        or now
        and person.titles
        and all(t.former for t in person.titles if t not in name.titles)
    ):
        person.country = name.country
        person.country_basis = "beside the name"
    if not person.sex:
        person.sex = _sex(name)


def _parts(word: str) -> tuple[str, ...]:
    """'albashir' is also met as 'bashir'."""
    for opening in ("al", "el", "abdul", "abdel"):
        if word.startswith(opening) and len(word) > len(opening) + 3:
            return (word[len(opening) :],)
    return ()


def _sex(name: Name) -> str:
    if name.honorific in FEMALE:
        return "f"
    if name.honorific in MALE:
        return "m"
    if any(title.word in FEMALE for title in name.titles):
        return "f"
    return given_names().get(name.words[0], "") if len(name.words) > 1 else ""
