"""Repairs of the stock parse where names are known: 'Barack Obama heads to Lima' has a verb, no compound noun, and
'met Fayez al-Sarraj' has one verb, not two.

Sets tag, part of speech, lemma, head and relation of such words. Reads ``officials.at``; runs before all that
reads verbs.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from ..grammar_words import word_class
from ..people import Name
from . import officials

VERBS = word_class("verb read as noun")
AFTER_A_VERB = ("ADP", "DET", "PRON", "PROPN", "NUM", "PART")


@Language.component("repairs", requires=["doc._.people"])
def repairs(doc: Doc) -> Doc:
    table = officials.at(doc)
    for token in doc:
        if token.pos_ in ("NOUN", "PROPN") and (lemma := _verb(token)) and _follows_a_name(token, table):
            _make_verb(token, lemma)
        elif token.pos_ == "VERB" and isinstance(found := table[token.i], Name) and found.end - found.start > 1:
            _make_name(token, found)
        elif token.dep_ == "npadvmod" and isinstance(table[token.i], Name) and _is_object(token, table):
            token.dep_ = "dobj"
    return doc


def _is_object(token: Token, table) -> bool:
    """'Met Kenyan President Ruth Mwangi': a person right behind a verb that has no object is no time or measure."""
    verb = token.head
    if verb.pos_ != "VERB" or verb.i >= token.i or any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        return False
    between = token.doc[verb.i + 1 : table[token.i].start]
    return all(table[t.i] is not None or t.pos_ in ("DET", "ADJ") for t in between)


def _make_name(token: Token, name: Name) -> None:
    """A part of a name that the parse takes for a verb is the object of the verb before, and lends it what follows."""
    verb = token.head
    if verb == token or verb.i >= name.start or verb.pos_ != "VERB" or any(c.dep_ == "dobj" for c in verb.children):
        return
    children = list(token.children)
    if not any(name.start <= child.i < name.end for child in children):
        return
    token.tag_, token.pos_, token.lemma_, token.dep_ = "NNP", "PROPN", token.text, "dobj"
    for child in children:
        if name.start <= child.i < name.end:
            child.dep_ = "compound"
        elif child.i >= name.end:
            child.head = verb


def _verb(token: Token) -> str:
    low = token.lower_
    if token.tag_ not in ("NNS", "NNPS") or not token.text.islower() or not low.endswith("s"):
        return ""
    return next((form for form in (low[:-1], low[:-2]) if form in VERBS), "")


def _follows_a_name(token: Token, table) -> bool:
    """A full name or a name with its title, and no article that would make one noun of it all ('the Obama visits')."""
    if not token.i or token.i + 1 == len(token.doc) or table[token.i] is not None:
        return False
    before = table[token.i - 1]
    if not isinstance(before, Name) or before.end != token.i or token.nbor(1).pos_ not in AFTER_A_VERB:
        return False
    first = min([before.start, *(title.start for title in before.titles if title.end <= before.start)])
    opener = token.doc[first - 1].lower_ if first else ""
    return opener not in ("the", "a", "an") and token.doc[before.end - 1].head == token


def _make_verb(token: Token, lemma: str) -> None:
    token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", lemma
    token.nbor(-1).dep_ = "nsubj"
