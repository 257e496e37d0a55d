"""How a word hangs on the one above it, and what the word above says of the contact below it."""

from __future__ import annotations

from spacy.tokens import Token

from ..types import Status
from .status_words import VERBS, Cue, cues, group, hangs_by, is_bare


def link_of(at: Token, head: Token) -> str:
    """ "argument": the head is about it; "subject"; "joined": told in one breath; "clause": a full clause that the
    head reports; "setting": only time or place of the head; "stop"."""
    dep = at.dep_
    if at.pos_ in VERBS and dep != "prep":  # "following", "including" are prepositions
        return _verb_link(at, head, dep)
    if dep in ("prep", "agent") or at.pos_ == "ADP":
        low = at.lower_
        if (
            low in group("about")
            or low == "on"
            and head.lemma_ in group("decides_on")
            or head.pos_ not in VERBS
            and cue_of(head, at)
        ):
            return "argument"
        return "setting"
    if dep in ("nsubj", "nsubjpass", "csubj"):
        return "subject"
    if dep in (
        "dobj",
        "attr",
        "oprd",
        "dative",
        "acomp",
        "pobj",
        "conj",
        "compound",
        "nmod",
        "poss",
        "dep",
        "appos",
    ):
        return "stop" if dep in ("appos", "poss") and head.pos_ != "NOUN" else "argument"
    return "setting" if dep in ("npadvmod", "advmod") else "stop"


def _verb_link(at: Token, head: Token, dep: str) -> str:
    if any(c.lower_ == "having" for c in at.children if c.dep_ == "aux"):
        return "stop"
    if dep == "xcomp" or dep == "ccomp" and is_bare(at):
        return "argument"
    if dep == "csubj":
        return "subject"
    if dep == "ccomp":
        return "clause" if head.pos_ in VERBS or head.pos_ == "ADJ" else "stop"
    if (
        dep in ("acl", "relcl")
        and head.lemma_.lower() in group("content")
        and any(c.lower_ == "that" for c in at.children)
    ):
        return "argument"
    if dep == "acl":
        return "argument" if at.tag_ == "VB" or head.lemma_ in ("talk",) else "stop"
    if dep == "conj":
        own = any(c.dep_ in ("nsubj", "nsubjpass", "aux") and c.lower_ != "to" for c in at.children)
        return "stop" if own or at.tag_ in ("VBD", "VBZ", "VBP") else "joined"
    if dep == "pcomp":
        return "argument"
    if dep == "advcl" and head.pos_ == "ADJ" and at.tag_ == "VB":
        return "argument"
    if dep == "advcl" and at.tag_ == "VB" and any(c.lower_ == "to" for c in at.children):
        cue = cue_of(head, at) or cue_beside(head, at)
        return "argument" if cue is not None and cue.status is not Status.CANCELLED else "joined"
    if dep == "advcl":
        return (
            "setting" if at.tag_ in ("VB", "VBG", "VBN") and not any(c.dep_ == "mark" for c in at.children) else "stop"
        )
    if dep == "relcl":
        return "relative" if at.tag_ == "VB" and not any(c.tag_ == "MD" for c in at.children) else "stop"
    return "stop"


def cue_of(head: Token, below: Token) -> Cue | None:
    if below.lemma_.lower() in group("handed") and head.lemma_ == "accept":
        return None
    kind = "verb" if head.pos_ in VERBS else "adjective" if head.pos_ in ("ADJ", "ADV") else "noun"
    table = cues()
    lemma = head.lemma_.lower()
    options: tuple[Cue, ...] = ()
    if kind == "verb":
        for child in head.children:
            if child.dep_ in ("prt", "advmod", "prep") and (
                options := table.get((f"{lemma}+{child.lower_}", kind), ())
            ):
                break
    options = options or table.get((lemma, kind), ()) or table.get((head.lower_[:-1], kind), ())  # "hopes" is no "hop"
    if not options and kind == "verb" and head.tag_ == "VBN":
        options = table.get((head.lower_, "adjective"), ())
    return next((cue for cue in options if not cue.prepositions or hangs_by(below) & cue.prepositions), None)


def cue_beside(head: Token, below: Token) -> Cue | None:
    """'Found it possible to come', 'gave him an invitation to visit': the cue is the verb's other complement."""
    if below.pos_ not in VERBS or below.tag_ != "VB" or head.pos_ not in VERBS:
        return None
    for child in head.children:
        if (
            head.i < child.i < below.i
            and child.dep_ in ("oprd", "acomp", "dobj", "ccomp")
            and child.pos_ in ("ADJ", "NOUN")
        ):
            cue = cue_of(child, below)
            if cue is not None and cue.status is Status.POSSIBLE:
                return cue
    return None
