"""Status: whether a contact has occurred, is planned, possible, cancelled or denied, from what governs its trigger."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from ..lexicon_files import load_toml
from ..types import Status

FUTURE_AUX = {"will", "shall", "'ll", "’ll", "wo"}
MAYBE_AUX = {"may", "might", "could", "would", "should", "can"}
NEGATIVES = {"not", "n't", "n’t", "never", "no", "nor", "neither", "without"}
SPEECH = {"say", "tell", "report", "add", "announce", "state", "note", "reveal", "disclose", "quote", "mention", "recall"}
ABOUT = {"to", "of", "for", "about", "on", "from", "over", "with"}
UP = {"xcomp", "ccomp", "dobj", "pobj", "nsubjpass", "nsubj", "acl", "pcomp", "prep", "conj", "attr", "acomp", "csubj", "dative", "agent", "relcl",
      "oprd", "advcl", "compound", "poss", "nmod", "appos", "dep"}


@lru_cache
def cues() -> dict[tuple[str, str], Status]:
    found = {}
    for entry in load_toml("status", "cue", required=("status", "class", "words"), unique=("status", "class")):
        for word in entry["words"].split():
            found.setdefault((word, entry["class"]), Status(entry["status"]))
    return found


def read_status(token: Token) -> tuple[Status, Token | None]:
    """The status of the contact that this trigger tells of, and the word that decides it."""
    found: list[tuple[Status, Token]] = []
    _modifiers(token, found)
    if token.lemma_ in ("due", "expect"):
        found.append((Status.PLANNED, token))
    at, steps, child, setting = token, 0, None, False
    while steps < 8:
        if child is not None and child.dep_ == "prep" and child.lower_ not in ABOUT:
            setting = True
        if at.pos_ in ("VERB", "AUX"):
            _auxiliaries(at, found, token, setting)
        if at != token and not setting:
            cue = _cue_of(at)
            if cue and _reaches(at, child):
                found.append((_negated(at, cue), at))
                if cue is Status.POSSIBLE and at.pos_ == "NOUN":
                    break
        if at.head == at or at.dep_ not in UP or at.lemma_ in SPEECH and at != token:
            break
        if at.dep_ == "advcl" and (at != token) and steps:
            break
        if at.dep_ in ("relcl", "appos") and at.pos_ in ("VERB", "AUX"):
            break
        if at.dep_ == "conj" and at.pos_ in ("VERB", "AUX") and any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in at.children):
            break
        if at.dep_ == "advcl" and any(c.dep_ == "mark" or c.dep_ == "nsubj" for c in at.children):
            break
        child, at = at, at.head
        steps += 1
    for status in (Status.DENIED, Status.CANCELLED, Status.POSSIBLE, Status.PLANNED):
        for value, cause in found:
            if value is status:
                return status, cause
    return Status.OCCURRED, None


def _cue_of(token: Token) -> Status | None:
    """The cue of a governor, with its particle where it has one: 'put off', 'call off'."""
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ == "prt":
            cue = cues().get((f"{lemma}+{child.lower_}", "governor"))
            if cue:
                return cue
    return cues().get((lemma, "governor"))


def _reaches(at: Token, child: Token | None) -> bool:
    """A verb of the past with a contact as its setting ('agreed during talks') says nothing of the contact's status."""
    if child is None:
        return True
    if child.dep_ in ("nsubj", "advcl", "npadvmod"):
        return False
    return True


def _negated(at: Token, cue: Status) -> Status:
    negative = any(c.dep_ == "neg" or c.lower_ in ("no", "never") for c in at.children)
    if not negative:
        return cue
    return {Status.DENIED: Status.POSSIBLE, Status.CANCELLED: Status.PLANNED}.get(cue, Status.DENIED if cue is Status.PLANNED else cue)


def _modifiers(token: Token, found) -> None:
    for child in token.children:
        if child.dep_ in ("amod", "compound", "det", "advmod", "nmod", "acl", "relcl"):
            cue = cues().get((child.lower_, "modifier")) or cues().get((child.lemma_.lower(), "modifier"))
            if child.dep_ in ("acl", "relcl") and not cue:
                cue = cues().get((child.lemma_.lower(), "governor")) if child.tag_ == "VBN" or child.dep_ == "relcl" else None
                cue = cue if cue in (Status.CANCELLED, Status.PLANNED) else None
            if cue:
                found.append((cue, child))
            elif child.lower_ == "no" and token.pos_ == "NOUN":
                found.append((Status.DENIED, child))


def _auxiliaries(verb: Token, found, trigger: Token, setting: bool = False) -> None:
    """What the verb's auxiliaries say. Of a verb whose setting the contact is ('will speak after the talks') only the future counts."""
    children = list(verb.children)
    if setting:
        future = [c for c in children if c.dep_ == "aux" and c.lower_ in FUTURE_AUX | {"would"}]
        if future:
            found.append((Status.PLANNED, future[0]))
        return
    aux = [c for c in children if c.dep_ in ("aux", "auxpass")]
    negative = [c for c in children if c.dep_ == "neg" or c.lower_ in ("never", "not")]
    lows = {c.lower_ for c in aux}
    for child in children:
        if child.dep_ == "mark" and child.lower_ in ("if", "whether", "unless"):
            found.append((Status.POSSIBLE, child))
    if negative:
        found.append((Status.DENIED, negative[0]))
    if lows & FUTURE_AUX:
        found.append((Status.PLANNED, aux[0]))
    elif lows & MAYBE_AUX and not (lows & {"would"} and verb.head.lemma_ in SPEECH | {"announce", "confirm"}):
        found.append((Status.POSSIBLE, aux[0]))
    elif "would" in lows:
        found.append((Status.PLANNED, aux[0]))
    if "to" in lows and verb.dep_ == "xcomp" and verb.head.lemma_ in ("be", "have"):
        head = verb.head
        if head.lemma_ == "have" and any(c.lower_ == "yet" for c in head.children) or any(c.lower_ == "yet" for c in children):
            found.append((Status.DENIED, head))
        elif head.lemma_ == "be":
            perfect = "have" in lows
            found.append((Status.CANCELLED if perfect else Status.PLANNED, head))
    if verb.lemma_ == "go" and verb.tag_ == "VBG" and verb != trigger and any(c.dep_ == "xcomp" for c in children):
        found.append((Status.PLANNED, verb))
