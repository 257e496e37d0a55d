"""Status: whether a contact has occurred, is planned, possible, cancelled or denied.

The tree is climbed from the trigger. Each word above it changes what the words below have made of the contact: modal
verbs, negation and the cues of lexicon/status.toml. The climb ends at the border of the clause that tells of it.
"""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from ..types import DateValue, Status
from .status_clauses import depends, is_scheduled
from .status_links import cue_beside, cue_of, link_of
from .status_words import (
    VERBS,
    Cue,
    bare_partner,
    cues,
    group,
    had_been,
    is_passive,
    is_subject,
    negation,
)

HIGHEST = 10


def read_status(token: Token, pattern: str = "") -> tuple[Status, Token | None]:
    """The status of the contact that this trigger tells of, and the word that decides it."""
    if pattern == "visiting":
        return Status.OCCURRED, None
    status, cause = StatusReader(token).read()
    if status is Status.OCCURRED or status is Status.POSSIBLE:
        denial = _never_any(token) or _denied_above(token)
        if denial is not None:
            return Status.DENIED, denial
    return status, cause


def _never_any(token: Token) -> Token | None:
    """'Was not invited to, and did not attend, any meeting with him': "any" stands under a negation before it."""
    if not any(c.dep_ == "det" and c.lower_ == "any" for c in token.children):
        return None
    return next((w for w in token.sent if w.i < token.i and w.dep_ == "neg"), None)


def _denied_above(token: Token) -> Token | None:
    """'Denied what was written about a meeting at which he brought them together': a denial above, over any clauses,
    but not by way of its own time or place ('denied at a meeting with her')."""
    at = token
    for _ in range(HIGHEST):
        head = at.head
        if head.i == at.i or at.pos_ == "ADP" and at.lower_ not in group("about"):
            return None
        if head.pos_ in VERBS and head.lemma_.lower() in group("denial"):
            outright = head.i < token.i and not any(c.dep_ == "neg" for c in head.children)
            return head if outright else None
        at = head
    return None


def with_date(
    status: Status, value: DateValue | None, sure: bool, published: date | None, future: bool = False
) -> Status:
    """What the date makes of it: what 'occurred' after publication is planned, and 'departs this evening' too."""
    if published is None or value is None or value.start is None:
        return status
    if status is Status.OCCURRED and sure and (value.start > published or future and value.start == published):
        return Status.PLANNED
    return status


class StatusReader:
    """One climb. ``state`` is what the words so far make of the contact, ``cause`` the last that changed it."""

    def __init__(self, token: Token) -> None:
        self.token = token
        self.state: Status | None = None
        self.cause: Token | None = None
        self.offer = False

    def read(self) -> tuple[Status, Token | None]:
        if self.token.pos_ not in VERBS:
            self._modifiers(self.token)
        if self.token.lemma_ in ("due", "expect"):
            self._set(Status.CANCELLED if had_been(self.token) else Status.PLANNED, self.token)
        at = self.token
        if at.pos_ in VERBS:
            self._verb(at, None)
            at = bare_partner(at)
        for _ in range(HIGHEST):
            head = at.head
            if head.i == at.i:
                break
            link = link_of(at, head)
            if link == "stop":
                break
            if link == "setting":
                self._setting(head, at)
                break
            if link != "joined":
                self._word(head, at, link)
            if head.pos_ in VERBS and link in ("argument", "joined", "subject"):
                self._verb(head, at)
            if link == "clause":
                break
            at = head
        if self.state is None and is_scheduled(self.token):
            return Status.PLANNED, self.cause
        return self.state or Status.OCCURRED, self.cause

    def _set(self, status: Status, cause: Token) -> None:
        self.state, self.cause = status, cause

    # -- what the words say -------------------------------------------------------------------------------------------

    def _verb(self, verb: Token, below: Token | None) -> None:
        """The modal verbs, the negation and the conjunction of a verb in the chain."""
        carrier = below is None or (
            verb.lemma_ in group("happens")
            if is_subject(below)
            else below.pos_ != "ADP" or verb.lemma_ in group("carrier")
        )
        cue = cue_of(verb, below) if below is not None else None
        if cue is None and carrier and (negative := negation(verb)) is not None:
            if self.state is not Status.CANCELLED:
                self._set(Status.DENIED, negative)
                return
        opener = next(
            (c for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ in ("if", "whether", "unless")), None
        )
        if opener is not None and self.state in (None, Status.PLANNED):
            self._set(Status.POSSIBLE, opener)
        self._auxiliaries(verb, below, carrier, cue)

    def _auxiliaries(self, verb: Token, below: Token | None, carrier: bool, cue: Cue | None) -> None:
        if self.state in (Status.DENIED, Status.CANCELLED, Status.POSSIBLE):
            return
        auxiliaries = {c.lower_: c for c in verb.children if c.dep_ in ("aux", "auxpass")}
        future = next((c for low, c in auxiliaries.items() if low in group("future_aux")), None)
        maybe = next((c for low, c in auxiliaries.items() if low in group("maybe_aux")), None)
        if future is not None:
            unsure = verb.sent.text.rstrip().endswith("?") or depends(verb)
            self._set(Status.POSSIBLE if unsure else Status.PLANNED, future)
        elif maybe is not None and (carrier or maybe.lower_ == "would"):
            told = not carrier or maybe.lower_ == "would" and self._is_reported(verb)
            self._set(Status.PLANNED if told else Status.POSSIBLE, maybe)
        elif "to" in auxiliaries and verb.dep_ == "xcomp" and verb.head.lemma_ in ("be", "have"):
            self._infinitive(verb, "have" in auxiliaries)
        elif verb.lemma_ == "go" and verb.tag_ == "VBG" and below is not None and below.dep_ == "xcomp":
            self._set(Status.PLANNED, verb)

    def _is_reported(self, verb: Token) -> bool:
        """'He said he would go', 'promised that they would meet', and the free 'She would meet him'; not 'would if'."""
        head = verb.head
        if verb.dep_ in ("ccomp", "xcomp", "conj") and head.pos_ in VERBS:
            cue = cue_of(head, verb)
            return head.lemma_ in group("speech") - group("hope") or cue is not None and cue.status is Status.PLANNED
        return (
            verb.dep_ == "ROOT"
            and verb.lemma_.lower() not in ("like", "love", "welcome", "want", "be")
            and not any(t.lower_ in ("if", "unless", "whether") for t in verb.sent)
        )

    def _infinitive(self, verb: Token, perfect: bool) -> None:
        """'Is to meet', 'was to have met', 'has yet to meet'."""
        head = verb.head
        if head.lemma_ == "have":
            if any(c.lower_ == "yet" for c in (*head.children, *verb.children)):
                self._set(Status.DENIED, head)
            return
        self._set(Status.CANCELLED if perfect else Status.PLANNED, head)

    def _word(self, head: Token, below: Token, link: str) -> None:
        """What the word above makes of the contact below it."""
        cue = cue_of(head, below) or cue_beside(head, below)
        if link == "subject":
            self._predicates(head)
            if cue is not None and (cue.status in (Status.CANCELLED, Status.DENIED) or is_passive(head)):
                self._apply(head, cue)
            return
        if cue is None or link == "clause" and not self._bears_clause(head, below, cue):
            return
        self._apply(head, cue)

    def _bears_clause(self, head: Token, below: Token, cue: Cue) -> bool:
        """Of a full clause only doubt and denial say something: 'announced that he had met him' is no plan."""
        if cue.status is Status.PLANNED:
            return False
        return cue.status is not Status.CANCELLED

    def _apply(self, head: Token, cue: Cue) -> None:
        negative = negation(head)
        status = cue.negated if negative is not None else cue.status
        if self.state in (Status.CANCELLED, Status.DENIED) and status is not Status.CANCELLED:
            return
        if self.state is Status.POSSIBLE and status is Status.PLANNED and not (cue.over and self.offer):
            return
        if status is Status.PLANNED and head.lemma_.lower() in group("past_plan") and had_been(head):
            status = Status.CANCELLED
        self.offer = status is Status.POSSIBLE and head.pos_ == "NOUN"
        self._set(status, negative if negative is not None and status is Status.DENIED else head)

    def _modifiers(self, noun: Token) -> None:
        table = cues()
        for child in noun.children:
            if child.dep_ in ("amod", "compound", "det", "advmod", "nmod"):
                found = table.get((child.lower_, "modifier"), ())
                if found:
                    self._set(found[0].status, child)
                elif child.lower_ == "no":
                    self._set(Status.DENIED, child)
                    return
            elif child.dep_ in ("acl", "relcl") and child.i > noun.i:
                self._participle(child)

    def _participle(self, verb: Token) -> None:
        """'A visit set for May', 'talks that were called off'."""
        cue = cue_of(verb, self.token)
        if cue is None or cue.status not in (Status.CANCELLED, Status.PLANNED) or negation(verb) is not None:
            return
        if cue.status is Status.PLANNED and (
            verb.dep_ == "relcl" and not is_passive(verb) or self.state is Status.CANCELLED
        ):
            return
        past = cue.status is Status.PLANNED and verb.lemma_.lower() in group("past_plan") and had_been(verb)
        self._set(Status.CANCELLED if past else cue.status, verb)

    def _predicates(self, verb: Token) -> None:
        """What is said of the contact as a subject: 'is off', 'is under discussion', 'fell and was scrapped'."""
        table = cues()
        for child in verb.children:
            if (
                child.dep_ in ("acomp", "advmod", "prt", "attr", "prep")
                and child.i > verb.i
                and verb.lemma_ in ("be", "remain", "seem", "look")
            ):
                words = [child.lower_, *(f"{child.lower_}_{c.lower_}" for c in child.children)]
                found = next((table[w, "predicate"] for w in words if (w, "predicate") in table), None)
                if found:
                    self._set(found[0].negated if negation(verb) is not None else found[0].status, child)
                elif child.lower_ in group("truth") and (negative := negation(verb)) is not None:
                    self._set(Status.DENIED, negative)
            elif (
                child.dep_ in ("conj", "xcomp")
                and child.pos_ in VERBS
                and not any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
            ):
                cue = cue_of(child, self.token)
                if cue is not None and cue.status is Status.CANCELLED:
                    self._set(cue.status, child)
                elif child.dep_ == "conj" and child.lemma_ == "be":
                    self._predicates(child)
                elif child.dep_ == "xcomp" and verb.lemma_ == "be":
                    self._infinitive(child, any(c.lower_ == "have" for c in child.children))

    def _setting(self, head: Token, below: Token) -> None:
        """The contact is only when or where something else is done: 'will speak after the talks'."""
        if self.state is not None:
            return
        if below.pos_ in VERBS and (cue := cue_beside(head, below)) is not None:
            self._apply(head, cue)
            return
        for _ in range(4):
            if head.pos_ in VERBS:
                future = next((c for c in head.children if c.dep_ == "aux" and c.lower_ in group("future_aux")), None)
                would = next((c for c in head.children if c.dep_ == "aux" and c.lower_ == "would"), None)
                if (
                    future is not None
                    or would is not None
                    and below.lower_ not in group("after")
                    and head.head.lemma_ in group("speech")
                ):
                    self._set(Status.PLANNED, future if future is not None else would)
                    return
                if head.lemma_ == "be" and head.tag_ in ("VBZ", "VBP") and _is_to(head):
                    self._set(Status.PLANNED, head)  # 'after the talks he is to fly on'
                    return
                if head.dep_ not in ("xcomp", "conj"):
                    return
            elif head.dep_ not in ("dobj", "pobj", "prep", "conj", "attr"):
                return
            head = head.head


def _is_to(verb: Token) -> bool:
    """'Is to be received': 'be' before an infinitive."""
    return any(
        c.dep_ == "xcomp" and any(g.dep_ == "aux" and g.lower_ == "to" for g in c.children) for c in verb.children
    )
