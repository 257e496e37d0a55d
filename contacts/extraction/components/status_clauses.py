"""What the form of a clause makes of a plan: a line of a diary, a plan on a condition."""

from __future__ import annotations

from spacy.tokens import Token

from .status_words import VERBS, group


def depends(verb: Token) -> bool:
    """'Will visit Rome if the talks succeed'."""
    return any(
        clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in group("condition") for c in clause.children)
        for clause in verb.children
    )


def is_scheduled(token: Token) -> bool:
    """A line of a diary: a present tense with the hour at the head of the line, or behind a bullet."""
    verb = token
    for _ in range(4):
        if verb.pos_ in VERBS or verb.head.i == verb.i:
            break
        verb = verb.head
    if verb.tag_ not in ("VBZ", "VBP"):
        return False
    doc, start = verb.doc, verb.sent.start
    while start > 0 and verb.sent.start - start < 4 and "\n" not in doc[start - 1].text:
        start -= 1
    head = [t for t in doc[start : start + 8] if not t.is_space]
    if head and head[0].text in ("--", "-", "•", "*", "–", "—") and _opens_line(head[0]):
        return True
    return any(t.lower_ in ("a.m.", "p.m.", "am", "pm", "gmt", "noon", "hrs") for t in head[:5])


def _opens_line(token: Token) -> bool:
    return token.i == 0 or "\n" in token.doc[token.i - 1].text
