"""Triggers: the words that tell of a contact. Sets ``doc._.triggers`` (list of Trigger), in text order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from ..grammar_words import word_class
from ..people import Name, Title
from ..types import Kind, Rank
from . import face_to_face, idioms, officials, parties
from .apart_verbs import apart
from .travel_words import is_taken, names_place, stays
from .trigger_lexicon import Entry, entries


@dataclass(slots=True, eq=False)
class Trigger:
    head: int
    kind: Kind
    pattern: str
    entry: Entry
    blocked: str = ""
    idiom: idioms.Idiom | None = None
    face: face_to_face.VerbClass | None = None


HABITUAL = word_class("no single one")
TELEPHONE = word_class("telephone")
BY_WIRE = ("by", "over", "via", "on", "through")
NO_WAY = word_class("no way to a place")
OBJECTS = ("dobj", "nsubjpass")
CREDENCE = word_class("credence")
CALLING_TO = word_class("telephone somebody to")
BESIDE_NAMES = ("visiting", "delegation")  # triggers that may be words of a title


@Language.component("triggers", requires=["doc._.titles", "doc._.dates"], assigns=["doc._.triggers"])
def triggers(doc: Doc) -> Doc:
    table, party_at, skipped, known = officials.at(doc), parties.index(doc), doc._.skipped, entries()
    found = []
    for token in doc:
        if not token.is_alpha or skipped[token.i] or party_at[token.i] is not None:
            continue
        if table[token.i] is not None and token.lower_ not in BESIDE_NAMES and not _verb_taken_for_title(token, table):
            continue
        listed = _listed(token, known)
        entry = next((e for e in listed if _fits(token, e)), None)
        if entry is not None:
            found.append(_trigger(token, entry))
            continue
        idiom = idioms.find(token)
        if idiom is not None and idioms.other_side(token, idiom, table) is not None:
            special = special_entry(" ".join(idiom.words), idiom.kind, "idiom")
            found.append(Trigger(token.i, special.kind, special.pattern, special, idiom=idiom))
        elif (face := face_to_face.find(token)) is not None:
            found.append(_face(token, face))
        elif all(e.particle for e in listed) and (together := _together(token, known, table)) is not None:
            if _fits(token, together):
                found.append(_trigger(token, together))
        elif (face := face_to_face.find_any(token)) is not None:
            found.append(_face(token, face))
    doc._.triggers = found
    return doc


def _face(token: Token, face: face_to_face.VerbClass) -> Trigger:
    kind = Kind.CALL if face.kind is Kind.MEETING and _says_by_telephone(token) else face.kind
    special = special_entry(face.sense, kind, "face to face")
    return Trigger(token.i, kind, special.pattern, special, face=face)


def _says_by_telephone(verb: Token) -> bool:
    """'Told him by telephone': in a phrase of the verb itself."""
    return any(
        c.dep_ == "prep" and c.lower_ in BY_WIRE and any(g.lower_ in TELEPHONE for g in c.children)
        for c in verb.children
    )


def _together(token: Token, known, table) -> Entry | None:
    """Any other verb with a person beside, with or opposite its subject: 'laid a wreath with X', 'sat opposite Y'; or
    'together': 'X and Y opened the bridge together'."""
    if token.pos_ != "VERB" or token.lemma_ in apart():
        return None
    entry = known["*", "verb"][0]
    if any(c.lower_ == "together" and c.dep_ == "advmod" for c in token.children):
        return entry
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in entry.by and any(table[g.i] is not None for g in child.children):
            return entry
    return None


def _verb_taken_for_title(token: Token, table) -> bool:
    """'will host the premier': no title, though the word is one."""
    found = table[token.i]
    return token.pos_ == "VERB" and isinstance(found, Title) and found.start == token.i


@lru_cache
def special_entry(text: str, kind: Kind, pattern: str) -> Entry:
    """A line as triggers.toml would have it, for what other files teach."""
    none: frozenset[str] = frozenset()
    return Entry(text, pattern, kind, pattern, none, none, "", none, True, False, False, False, False, False, none)


def person_after(token: Token) -> Token | None:
    """The head of the title or name that follows 'visiting' at once: 'visiting former Malaysian prime minister X'."""
    table = officials.at(token.doc)
    if token.i + 1 >= len(token.doc):
        return None
    found = table[token.i + 1] or (
        table[token.i + 2] if token.i + 2 < len(token.doc) and token.nbor(1).is_title else None
    )
    if found is None or found.start > token.i + 2:
        return None
    head = getattr(found, "head", None)
    return token.doc[head if head is not None else found.end - 1]


def _before_a_person(token: Token) -> bool:
    found = person_after(token)
    return found is not None and (
        token.is_sent_start or found.text.istitle() or token.nbor(1).pos_ in ("ADJ", "PROPN", "NOUN")
    )


def _trigger(token: Token, entry: Entry) -> Trigger:
    """A meeting by telephone is a call; a call 'on' somebody is a meeting."""
    if entry.kind is Kind.MEETING and _by_telephone(token):
        return Trigger(token.i, Kind.CALL, entry.pattern, entry)
    if entry.pattern == "letter" and any(c.lower_ == "of" and _next_is(c, CREDENCE) for c in token.children):
        return Trigger(token.i, Kind.MEETING, "credentials", entry)
    if entry.pattern == "call" and _on_somebody(token):
        return Trigger(token.i, Kind.MEETING, "call_on", entry)
    if entry.word == "call" and entry.part == "verb" and _is_called_in(token):
        return Trigger(token.i, Kind.MEETING, "summon", entry)
    if entry.pattern == "call_on" and entry.part == "verb" and _calls_person(token):
        return Trigger(token.i, Kind.CALL, "phone", entry)
    return Trigger(token.i, entry.kind, entry.pattern, entry)


def _next_is(token: Token, words: frozenset[str]) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in words


def _to_a_place(token: Token) -> bool:
    found = parties.index(token.doc)
    return any(found[g.i] is not None for c in token.children if c.lower_ == "to" for g in c.children)


def _next_is_day(token: Token) -> bool:
    return any(mention.start == token.i + 1 for mention in token.doc._.dates)


def _is_called_in(verb: Token) -> bool:
    """'the ambassador was called in', 'was called to the ministry'."""
    table = officials.at(verb.doc)
    called = [
        c
        for c in verb.subtree
        if c.dep_ in ("nsubjpass", "dobj", "pobj")
        and (c.head == verb or c.head.head == verb and c.head.lower_ == "in")
        and _is_envoy(table[c.i])
    ]
    return bool(called) and any(c.lower_ in ("in", "to") and c.i > verb.i for c in verb.children)


def _is_envoy(found: Name | Title | None) -> bool:
    titles = found.person.titles if isinstance(found, Name) else [found] if found is not None else []
    return any(title.rank in (Rank.AMBASSADOR, Rank.SPECIAL_ENVOY) for title in titles)


def called(verb: Token, table) -> list[Token]:
    """The objects of a verb; where it has none, a name that the parse takes for what somebody is called."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if objects or any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return objects
    return [c for c in verb.children if c.dep_ == "oprd" and isinstance(table[c.i], Name)]


def _calls_person(verb: Token) -> bool:
    """'called the president', 'called X to thank him': by telephone, unless more is said of the person ('called him
    a liar', 'called X to account')."""
    table = officials.at(verb.doc)
    objects = called(verb, table)
    others = ("oprd", "ccomp", "prt", "attr", "dative", "auxpass")
    if any(
        c.dep_ in others
        and c not in objects
        or c.dep_ == "xcomp"
        and c.lemma_ not in CALLING_TO
        or c.i > verb.i
        and c.lower_ in ("for", "on", "upon", "in", "off", "up", "out", "as", "before")
        and not _next_is_day(c)
        for c in verb.children
    ):
        return False
    if len(objects) == 1 or objects and objects[0].dep_ == "oprd":
        return isinstance(table[objects[0].i], Name)
    # 'called X to offer condolences': the parse may take X for the subject of what follows
    told = [c for c in verb.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.lemma_ in CALLING_TO]
    return not objects and any(isinstance(table[g.i], Name) for c in told for g in c.children if g.dep_ == "nsubj")


def _by_telephone(token: Token) -> bool:
    doc, before = token.doc, range(max(0, token.i - 3), token.i)
    if any(doc[i].lower_ in TELEPHONE for i in before):
        return True
    for i in range(token.i + 1, min(token.i + 14, token.sent.end - 1)):
        if doc[i].lower_ in BY_WIRE and any(doc[j].lower_ in TELEPHONE for j in range(i + 1, min(i + 4, len(doc)))):
            return True
    return False


def _listed(token: Token, known) -> tuple[Entry, ...]:
    """The lexicon's entries for this word in this part of speech."""
    lemma = token.lemma_.lower()
    if token.lower_ == "visiting" and (token.dep_ in ("amod", "compound", "nmod") or _before_a_person(token)):
        return known["visiting", "adjective"]
    if token.pos_ == "ADJ":
        used_as_noun = token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
        return known.get((lemma, "noun" if used_as_noun else "adjective"), ())
    if token.pos_ in ("VERB", "AUX"):
        if token.tag_ == "VBG" and token.dep_ in ("amod", "compound"):
            return ()
        noun = known.get((lemma, "noun"), ()) if token.tag_ in ("VBG", "VB", "VBP") and _noun_like(token) else ()
        return known.get((lemma, "verb")) or known.get((f"{lemma}e", "verb")) or noun
    if token.pos_ in ("NOUN", "PROPN"):
        return known.get((lemma, "noun")) or known.get((lemma.rstrip("s"), "noun"), ())
    return ()


def _sees_official(verb: Token) -> bool:
    """'is to see his counterpart', 'after seeing the president', 'saw President X'; not 'sees him as', 'saw X win'."""
    table = officials.at(verb.doc)
    planned = verb.tag_ in ("VBG", "VB") and (
        verb.dep_ in ("pcomp", "xcomp", "advcl") or any(c.tag_ == "MD" for c in verb.children)
    )
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    seen = table[objects[0].i] if len(objects) == 1 else None
    return (
        seen is not None
        and (planned or verb.lower_ == "saw" and isinstance(seen, Name) and bool(seen.titles))
        and not any(c.dep_ in ("oprd", "xcomp", "ccomp", "acl") or c.lower_ in ("as", "off") for c in verb.children)
    )


def _noun_like(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).pos_ in ("DET", "ADJ", "NUM")


def _on_somebody(token: Token) -> bool:
    table = officials.at(token.doc)
    return any(
        c.lower_ in ("on", "upon") and any(table[g.i] is not None or g.pos_ == "PRON" for g in c.children)
        for c in token.children
    ) or any(c.lower_ in ("courtesy", "farewell", "protocol") for c in token.children)


def _fits(token: Token, entry: Entry) -> bool:
    table = officials.at(token.doc)
    if entry.plural and not token.lower_.endswith("s"):
        return False
    if (
        entry.kind is Kind.VISIT
        and entry.part == "noun"
        and token.tag_ == "NNS"
        and any(c.lower_ in HABITUAL for c in token.children)
    ):
        return False
    if entry.particle and not any(
        token.doc[i].lower_ == entry.particle for i in range(token.i + 1, min(token.i + 3, len(token.doc)))
    ):
        return False
    if entry.particle and entry.pattern == "travel" and any(c.dep_ in OBJECTS for c in token.children):
        return False  # who travels does it to nobody: "the envoy was called in"
    if entry.word == "be" and entry.pattern == "travel" and (token.lower_ != "been" or not _to_a_place(token)):
        return False  # "has been to Oslo", not "is to meet"
    if entry.pattern == "travel" and _next_is(token, NO_WAY):
        return False
    if entry.object and not any(c.dep_ == "dobj" and c.lemma_ in entry.object for c in token.children):
        return False
    if entry.place_only and not names_place(token):
        return False
    if entry.pattern == "stay":
        return stays(token)
    if entry.pattern == "delegation":
        return any(c.lower_ == "to" and c.i > token.i for c in token.children)
    if entry.pattern == "take":
        return is_taken(token)
    if entry.pattern == "due":
        return (
            entry.part == "adjective"
            or any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children)
            or token.dep_ == "acl"
        ) and any(c.dep_ == "prep" and c.lower_ in entry.to for c in token.children)
    if entry.word == "conference" and not (
        token.i and token.nbor(-1).lower_ in ("news", "press", "video", "phone", "telephone")
    ):
        return False
    if entry.word == "round" and any(c.lower_ == "of" for c in token.children):
        return False
    if entry.part == "noun" and token.dep_ == "compound" and token.head.i > token.i:
        return False
    if entry.pattern == "call" and (
        _on_somebody(token)
        or any(
            c.lower_ in ("from", "to", "with") and any(table[g.i] is not None for g in c.children)
            for c in token.children
        )
    ):
        return True
    if entry.pattern == "call" and any(c.dep_ == "prep" and c.lower_ == "for" for c in token.children):
        return False
    if entry.word == "see" and _sees_official(token):
        return True
    return not entry.needs or any(t.lower_ in entry.needs for t in token.sent)


if not Doc.has_extension("triggers"):
    Doc.set_extension("triggers", default=None)
