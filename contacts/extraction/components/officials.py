"""People: which names are persons, their titles, the party that each represents; one cluster a person.

Reads parties; sets ``doc._.people`` (list of Person), ``doc._.titles`` (list of Title) and ``doc._.dateline``.
``at(doc)`` maps a token to the Name or Title that it stands in.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from .. import officeholders
from ..people import Name, Person, Title
from ..word_lists import first_surnames, given_names, name_words
from . import affiliation, datelines, parties
from .names import find_runs, fold, looks_like_person, make_name
from .titles import POSSESSIVE, find_titles

SPEECH = {"say", "tell", "add", "note", "explain", "stress", "declare", "warn", "announce", "claim", "argue", "quote"}
APPOSITION_ADVERBS = {"also", "now", "currently", "then", "himself", "formerly", "previously"}


@Language.component("officials", requires=["doc._.parties", "doc._.skipped"], assigns=["doc._.people", "doc._.titles"])
def officials(doc: Doc) -> Doc:
    doc._.dateline = datelines.find(doc)
    titles = find_titles(doc)
    doc.user_data["capitalised"] = _capitalised_lines(doc)
    names = _names(doc, titles)
    _attach_titles(doc, names, titles)
    _name_the_unnamed(doc, names, titles)
    affiliation.beside_names(doc, names)
    accepted = [name for name in names if _is_person(doc, name)]
    people, kept = _cluster(doc, accepted, names)
    _use_shared_titles(doc)
    affiliation.settle(doc, people, titles)
    doc._.people, doc._.titles = people, titles
    table: list[Name | Title | None] = [None] * len(doc)
    for title in titles:
        for i in range(title.start, title.end):
            table[i] = title
    for name in kept:
        for i in range(name.start, name.end):
            table[i] = name
    doc.user_data["officials"] = table
    return doc


def at(doc: Doc) -> list[Name | Title | None]:
    return doc.user_data["officials"]


# -- names ------------------------------------------------------------------------------------------------------------


def _names(doc: Doc, titles: list[Title]) -> list[Name]:
    blocked = bytearray(doc._.skipped)
    party_at = parties.index(doc)
    for i, mention in enumerate(party_at):
        if mention is not None and not _part_of_name(doc, mention):
            blocked[i] = 1
    for title in titles:
        if not _is_surname(doc, title):
            blocked[title.start : title.end] = b"\x01" * (title.end - title.start)
    if doc._.dateline:
        line = doc._.dateline
        blocked[line.start : line.end] = b"\x01" * (line.end - line.start)
    return [name for run in find_runs(doc, blocked) for name in _split_honorific(doc, *run)]


def _capitalised_lines(doc: Doc) -> bytearray:
    """Marks headlines In Which Every Word Has a Capital: names there count only when the body has them too."""
    mask = bytearray(len(doc))
    for first, last in doc._.headlines or ():
        words = [doc[i] for i in range(first, last) if doc[i].is_alpha and not doc[i].is_stop]
        if len(words) > 3 and sum(w.text[0].isupper() for w in words) > 0.85 * len(words):
            mask[first:last] = b"\x01" * (last - first)
    return mask


def _is_surname(doc: Doc, title: Title) -> bool:
    """'John Major', 'Stephen King': a title word that follows a given name and stands alone."""
    return (
        title.end - title.start == 1
        and title.start > 0
        and doc[title.start].text.istitle()
        and doc[title.start - 1].lower_ in given_names()
        and doc[title.start - 1].text.istitle()
    )


def _part_of_name(doc: Doc, mention) -> bool:
    """'Chad', 'Jordan', 'Israel' as a given or family name beside one: 'Hamilton Jordan', 'Israel Katz'."""
    if mention.end - mention.start != 1 or mention.form not in ("name", "city", "capital"):
        return False
    token = doc[mention.start]
    before = doc[mention.start - 1] if mention.start else None
    after = doc[mention.end] if mention.end < len(doc) else None
    if (
        before is not None
        and before.text.istitle()
        and before.lower_ in given_names()
        and before.whitespace_
        and not (after is not None and after.lower_ in POSSESSIVE)
    ):
        return True
    return (
        token.lower_ in given_names()
        and after is not None
        and after.text.istitle()
        and after.pos_ == "PROPN"
        and after.lower_ not in name_words()["never"]
    )


def _split_honorific(doc: Doc, start: int, end: int) -> list[Name]:
    honorifics = name_words()["honorific"]
    honorific = ""
    while start < end and doc[start].lower_ in honorifics:
        honorific = honorific or doc[start].lower_.rstrip(".")
        start += 1
    if start >= end:
        return []
    name = make_name(doc, start, end)
    name.honorific = honorific
    return [name] if name.words else []


# -- titles beside names ----------------------------------------------------------------------------------------------


def _attach_titles(doc: Doc, names: list[Name], titles: list[Title]) -> None:
    starts = {name.start: name for name in names}
    by_start = {}
    for title in titles:
        by_start[title.start] = title
    for title in titles:
        _attach_before(doc, title, starts)
    for name in names:
        _attach_after(doc, name, by_start)
    _share_titles(doc, titles)


def _skip_honorifics(doc: Doc, at: int) -> int:
    honorifics = name_words()["honorific"]
    while at < len(doc) and (doc[at].lower_ in honorifics or doc[at].is_quote):
        at += 1
    return at


def _attach_before(doc: Doc, title: Title, starts: dict[int, Name]) -> None:
    """'Foreign Minister Yun Byung-se'; 'his Cuban counterpart, Bruno Rodriguez,'; 'Presidents A of X and B of Y'."""
    at = _skip_honorifics(doc, title.end)
    if at + 3 < len(doc) and doc[at].text == "(" and doc[at + 1].is_upper and doc[at + 2].text == ")":
        at = _skip_honorifics(doc, at + 3)  # "director of the Bureau of Investigation (FBI) X"
    name = starts.get(at)
    apposed = False
    if name is None and at < len(doc) and doc[at].text in (",", "(", ":"):
        name = starts.get(_skip_honorifics(doc, at + 1))
        if name is not None:
            apposed = True
            closes = (
                name.end >= len(doc)
                or doc[name.end].text in ",.;)"
                or doc[name.end].is_space
                or doc[name.end].pos_ in ("AUX", "VERB")
                or doc[name.end].lower_
                in ("and", "on", "in", "to", "at", "of", "who", "with", "for", "as", "about", "over")
            )
            if not closes or (title.plural and len(name.words) < 2):
                name = None
    if name is None:
        return
    if title.kind == "relative" and title.word in ("guest", "visitor", "host") and apposed is False:
        pass
    _bind(name, title)
    if title.plural:
        _attach_list(doc, title, name, starts)


def _attach_list(doc: Doc, title: Title, name: Name, starts: dict[int, Name]) -> None:
    """The other names of a plural title: 'ministers A, B and C', each perhaps with 'of X'. Where the title names as
    many
    parties as there are people ('the Chinese and Mauritian premiers, A and B'), they belong together in order."""
    listed = [name]
    party_at = parties.index(doc)
    at = name.end
    for _ in range(12):
        while at < len(doc) and (
            doc[at].lower_ in ("of", "the", ",", "and", "(", ")")
            or party_at[at] is not None
            or doc[at].lower_ in name_words()["honorific"]
        ):
            at += 1
        following = starts.get(at)
        if following is None or following.titles:
            break
        _bind(following, title)
        listed.append(following)
        at = following.end
    codes = title.all_countries
    if len(codes) == len(listed) > 1:
        for member, code in zip(listed, codes, strict=True):
            member.country = code


def _bind(name: Name, title: Title) -> None:
    if title not in name.titles:
        name.titles.append(title)
    name.strong = True


def _attach_after(doc: Doc, name: Name, by_start: dict[int, Title]) -> None:
    """'Salvador Valdes Mesa, a Cuban vice president,'; 'X, also a vice chairman of ..., and head of ...'."""
    at = name.end
    if (
        at + 1 >= len(doc)
        or len(name.words) == 1
        and name.start
        and doc[name.start - 1].lower_ in ("in", "at", "near", "from")
    ):
        return
    if doc[at].text == "(":
        at += 1
    elif doc[at].text in (",", "—", "--", "–"):
        at += 1
        if doc[at].like_num and at + 1 < len(doc) and doc[at + 1].text == ",":
            at += 2
        if doc[at].lower_ in ("who", "himself") and at + 1 < len(doc):
            if doc[at + 1].lemma_ not in ("be", "become", "serve"):
                return
            at += 2
            if doc[at].lower_ == "as":
                at += 1
    else:
        return
    title = _title_at(doc, at, by_start)
    while title is not None:
        if title.person is None and not _names_other(doc, title, name):
            _bind(name, title)
        else:
            return
        at = title.end
        if at + 1 < len(doc) and doc[at].text == "," and doc[at + 1].lower_ == "and":
            at += 2
        elif at < len(doc) and doc[at].lower_ in ("and", ","):
            at += 1
        else:
            return
        title = _title_at(doc, at, by_start, strict=True)


def _name_the_unnamed(doc: Doc, names: list[Name], titles: list[Title]) -> None:
    """'..., the Polish foreign minister said. Dariusz R. told reporters ...': the new name that opens the next
    sentence."""
    subjects = {
        doc[t.head].sent.start: t
        for t in titles
        if t.kind == "person"
        and not t.plural
        and t.country
        and t.definite
        and doc[t.head].dep_ == "nsubj"
        and doc[t.head].head.lemma_ in SPEECH
    }
    if not subjects:
        return
    held = {id(t) for name in names for t in name.titles}
    met: set[tuple[str, ...]] = set()
    for name in names:
        new = name.words not in met
        met.add(name.words)
        sentence = doc[name.start].sent
        if not new or len(name.words) < 2 or name.titles or name.start - sentence.start > 2 or sentence.start == 0:
            continue
        title = subjects.get(doc[sentence.start - 1].sent.start)
        root = doc[name.start : name.end].root
        if title is not None and id(title) not in held and root.dep_ == "nsubj" and root.head.lemma_ in SPEECH:
            _bind(name, title)
            held.add(id(title))


def _title_at(doc: Doc, at: int, by_start: dict[int, Title], strict: bool = False) -> Title | None:
    """The title that begins at a token or after its article, adverb or number."""
    for ahead in range(4):
        if at + ahead >= len(doc):
            return None
        title = by_start.get(at + ahead)
        if title is not None:
            return None if strict and (title.plural or ahead == 0 and doc[at - 1].lower_ == ",") else title
        token = doc[at + ahead]
        if not (
            token.pos_ in ("DET", "NUM", "ADV", "PRON")
            or token.lower_ in APPOSITION_ADVERBS
            or token.lower_ in ("one", "of", "his", "her", "its", "their", "not", "as", "only")
            or token.pos_ == "ADJ"
        ):
            return None
    return None


def _names_other(doc: Doc, title: Title, name: Name) -> bool:
    """Whether the title belongs to a name that follows it: 'X, the prime minister Y'."""
    if title.kind == "group" and title.word not in ("government",):
        return True
    at = _skip_honorifics(doc, title.end)
    return (
        at < len(doc)
        and doc[at].text.istitle()
        and doc[at].pos_ == "PROPN"
        and at == title.end
        and doc[at].lower_ not in name_words()["never"]
        and not title.definite
        and parties.index(doc)[at] is None
    )


def _share_titles(doc: Doc, titles: list[Title]) -> None:
    """'Deputy Prime Minister and Minister of Foreign Affairs X': both are X's when neither has an article."""
    for first, second in zip(titles, titles[1:], strict=False):
        if second.start <= first.end or second.start - first.end > 2 or first.plural or first.kind != "person":
            continue
        between = [doc[i].lower_ for i in range(first.end, second.start)]
        if between in (["and"], [","], [",", "and"]):
            doc.user_data.setdefault("shared_titles", []).append((first, second))


# -- persons ----------------------------------------------------------------------------------------------------------


def _is_person(doc: Doc, name: Name) -> bool:
    if doc.user_data["capitalised"][name.start]:
        return False
    if any(title.kind != "group" for title in name.titles) or name.honorific:
        return not (len(name.words) == 1 and len(name.words[0]) < 2)
    never = name_words()["never"]
    spared = name_words()["surname"] | first_surnames()
    if any(doc[i].lower_ in never and doc[i].lower_ not in spared for i in range(name.start, name.end)):
        return False
    if officeholders.find(name.words, doc._.published) is not None and doc[name.start].text[0].isupper():
        return True
    if len(name.words) < 2 or doc[name.start : name.end].text.isupper() and len(doc[name.start].text) > 3:
        return False
    if name.strong or looks_like_person(name.words, doc, name.start):
        return True
    return _speaks(doc, name)


def _speaks(doc: Doc, name: Name) -> bool:
    root = doc[name.start : name.end].root
    return root.dep_ == "nsubj" and root.head.lemma_ in SPEECH


def _cluster(doc: Doc, accepted: list[Name], names: list[Name]) -> tuple[list[Person], list[Name]]:
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
    if name.honorific in ("mrs", "ms", "miss", "lady", "madam", "smt", "madame", "dame"):
        return "f"
    if name.honorific in ("mr", "sir", "lord", "sheikh", "shri", "rev"):
        return "m"
    if any(title.word in ("queen", "chairwoman", "congresswoman", "princess", "spokeswoman") for title in name.titles):
        return "f"
    return given_names().get(name.words[0], "") if len(name.words) > 1 else ""


def _use_shared_titles(doc: Doc) -> None:
    for first, second in doc.user_data.get("shared_titles", []):
        if first.person is None and second.person is not None:
            first.person = second.person
            second.person.titles.append(first)
            if second.person.country is None and first.country:
                second.person.country = first.country


for extension in ("people", "titles"):
    if not Doc.has_extension(extension):
        Doc.set_extension(extension, default=None)


__all__ = ["at", "fold", "officials"]
