"""The grammar of clauses: whose a verb is, which verb a noun hangs on."""

from __future__ import annotations

from spacy.tokens import Token

from ..grammar_words import word_class

SUBJECTS = ("nsubj", "nsubjpass")
OBJECT_CONTROL = word_class("make somebody do")
LEAVING = word_class("leave")
SPEECH = word_class("say")
FOR_OBJECT = word_class("thank and blame")
THANKS = word_class("thanks")


def subject_tokens(verb: Token, depth: int = 0) -> list[Token]:
    """The subject of a verb, its own or the one that control, coordination or a participle lends it."""
    if depth > 8:
        return []
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own and verb.head.lemma_ in LEAVING and any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children):
        return subject_tokens(verb.head, depth + 1)  # "left for Havana to meet X": Havana meets nobody
    if own:
        token = own[0]
        if token.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
            return [verb.head]
        return own[:1] if token.lower_ not in ("there", "what") else []
    head = verb.head
    if head == verb:
        return []
    if verb.dep_ == "xcomp":
        objects = [c for c in head.children if c.dep_ in ("dobj", "dative")]
        if objects and head.lemma_ in OBJECT_CONTROL:
            return objects[:1]
        return subject_tokens(head, depth + 1)
    if verb.dep_ in ("conj", "advcl", "ccomp", "dep", "aux", "parataxis"):
        return subject_tokens(head, depth + 1) if head.pos_ in ("VERB", "AUX") else []
    if verb.dep_ in ("acl", "relcl", "amod"):
        if head.dep_ == "pobj" and head.head.lower_ == "among" and head.head.head.lemma_ == "be":
            return subject_tokens(head.head.head, depth + 1)  # "X was among the leaders attending"
        infinitive = verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
        if head.pos_ == "NOUN" and (verb.dep_ == "acl" and verb.tag_ == "VB" or verb.dep_ == "relcl" and infinitive):
            governor = governing_verb(head)
            owners = [c for c in head.children if c.dep_ == "poss"]
            return owners or (subject_tokens(governor, depth + 1) if governor is not None else [])
        return [head]
    if verb.dep_ in ("pcomp", "prep"):
        above = head.head if head.pos_ == "ADP" else head
        if head.lower_ == "for" and above.lemma_ in FOR_OBJECT:
            return [c for c in above.children if c.dep_ == "dobj"][:1]
        if head.lower_ == "for" and (thanked := _thanked(head)):
            return thanked
        if head.lower_ == "from" and (kept := [c for c in above.children if c.dep_ == "dobj"]):
            return kept[:1]  # "kept the envoy from going"
        return subject_tokens(above, depth + 1) if above.pos_ in ("VERB", "AUX") else []
    return []


def _thanked(preposition: Token) -> list[Token]:
    """'Expressed his thanks to X for sending': X, wherever the parse hangs the 'for'."""
    doc = preposition.doc
    for i in range(preposition.i - 1, preposition.sent.start, -1):
        if doc[i].lower_ == "to" and doc[i - 1].lemma_.lower() in THANKS:
            return [c for c in doc[i].children if c.dep_ == "pobj"][:1]
        if doc[i].lemma_.lower() in THANKS:
            return []
    return []


def subjects_above(token: Token) -> list[list[Token]]:
    """The subjects of the verbs above a token, nearest first: whom a phrase that hangs loose is about."""
    found, at, steps = [], token, 0
    while at.head != at and steps < 12:
        if at.dep_ in ("ccomp", "parataxis") and at.head.lemma_ in SPEECH:
            break
        at = at.head
        steps += 1
        if at.pos_ in ("VERB", "AUX"):
            own = [c for c in at.children if c.dep_ in SUBJECTS]
            if own and not any(t == token or t.is_ancestor(token) for t in own):
                found.append(own)
            elif not own and (borrowed := subject_tokens(at)):
                found.append(borrowed)
    return found


def governing_verb(noun: Token) -> Token | None:
    """The verb that a noun hangs on as object or in a phrase with a preposition ('after talks', 'for a meeting')."""
    at, steps = noun, 0
    while steps < 6:
        head = at.head
        if head == at:
            return None
        if at.dep_ == "conj":
            at = head
        elif head.pos_ in ("VERB", "AUX"):
            return head if at.dep_ not in SUBJECTS else None
        elif (
            head.pos_ in ("ADP", "SCONJ") or head.dep_ == "prep" or head.pos_ in ("NOUN", "PROPN", "NUM", "ADJ", "ADV")
        ):
            at = head
        else:
            return None
        steps += 1
    return None


def first_of_list(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def has_own_subject(verb: Token) -> bool:
    """Whether the verb's subject is told, though it is nobody official: then nobody else is put in its place."""
    return any(
        t.pos_ in ("NOUN", "PROPN") or any(c.lower_ == "of" for c in t.children)  # "most of the soldiers"
        for t in subject_tokens(verb)
    )
