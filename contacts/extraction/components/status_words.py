"""What the status climb reads words by: cues and groups of lexicon/status.toml, small questions about a verb."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from ..lexicon_files import load_toml
from ..types import Status

VERBS = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Cue:
    status: Status
    negated: Status
    prepositions: frozenset[str]
    over: bool


@lru_cache
def cues() -> dict[tuple[str, str], tuple[Cue, ...]]:
    found: dict[tuple[str, str], tuple[Cue, ...]] = {}
    entries = load_toml(
        "status",
        "cue",
        required=("status", "class", "words"),
        optional=("with", "negated", "over"),
        unique=(),
        others=("group",),
    )
    for entry in entries:
        status = Status(entry["status"])
        negated = (
            Status(entry["negated"])
            if "negated" in entry
            else Status.POSSIBLE
            if status is Status.DENIED
            else Status.DENIED
        )
        cue = Cue(status, negated, frozenset(entry.get("with", ())), entry.get("over", False))
        for word in entry["words"].split():
            key = (word, entry["class"])
            found[key] = (*found.get(key, ()), cue)
    return found


@lru_cache
def _groups() -> dict[str, frozenset[str]]:
    entries = load_toml("status", "group", required=("name", "words"), others=("cue",))
    return {entry["name"]: frozenset(entry["words"].split()) for entry in entries}


def group(name: str) -> frozenset[str]:
    """The words of a ``[[group]]`` of status.toml."""
    return _groups()[name]


# -- small questions about a verb -------------------------------------------------------------------------------------


def bare_partner(verb: Token) -> Token:
    """An infinitive that the parser joined to a verb of the past ('to lay flowers for those who died and meet him'):
    the infinitive to the left that it continues."""
    if verb.dep_ != "conj" or verb.tag_ != "VB" or verb.head.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return verb
    for i in range(verb.head.i - 1, verb.sent.start, -1):
        token = verb.doc[i]
        if token.tag_ == "VB" and any(c.lower_ == "to" or c.tag_ == "MD" for c in token.children):
            return token
    return verb


def is_bare(verb: Token) -> bool:
    """An infinitive or participle without a tense of its own."""
    return verb.tag_ in ("VB", "VBG", "VBN") and not any(
        c.tag_ == "MD" or c.lower_ in ("has", "have", "had", "was", "were", "is", "are", "did")
        for c in verb.children
        if c.dep_ in ("aux", "auxpass")
    )


def is_subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass", "csubj")


def is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def negation(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in group("negative") or child.lower_ == "no" and verb.pos_ == "NOUN":
            return child
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and child.lower_ in ("nobody", "none", "neither", "no-one"):
            return child
    return None


def had_been(head: Token) -> bool:
    """'Had been due', 'had planned', 'was supposed'."""
    verb = head if head.pos_ in VERBS else head.head
    lows = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")} | {verb.lower_}
    return "had" in lows or head.lower_ == "supposed" and bool(lows & {"was", "were"})


def hangs_by(below: Token) -> set[str]:
    """The preposition by which the contact hangs on the word above: itself, or 'to-verb' for an infinitive."""
    if below.dep_ == "nsubjpass":
        return {"passive"}
    if below.pos_ in VERBS:
        return {"to-verb"} | ({below.head.lower_} if below.dep_ == "pcomp" else set())
    return {below.lower_} if below.dep_ == "prep" or below.pos_ == "ADP" else set()
