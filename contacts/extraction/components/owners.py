"""Whose an office is by a word for its party: 'its foreign minister', 'the bloc's envoy', 'the kingdom's premier'."""

from __future__ import annotations

from spacy.tokens import Doc

from ..word_lists import people_words
from . import parties

ORGANISATIONS = people_words("word for an organisation")
STATES = people_words("word for a state")
PLACE_PREPOSITIONS = people_words("place preposition")
REACH = 40  # tokens
LONG_REACH = 300  # tokens, for an organisation
STATE_FORMS = ("name", "capital", "metonym")


def named(doc: Doc, possessor: int) -> str | None:
    """The organisation that a word like 'the bloc' before an office's possessive stands for."""
    if doc[possessor].lemma_.lower() not in ORGANISATIONS:
        return None
    return _last(doc, possessor, ("organisation",), LONG_REACH)


def meant(doc: Doc, possessor: int) -> str | None:
    """The party that 'its' or 'the country's' before an office means: the one named last."""
    if doc[possessor].lower_ in ("its", "their"):
        return _last(doc, possessor, (*STATE_FORMS, "organisation"), REACH)
    return (
        _last(doc, possessor, (*STATE_FORMS, "adjective"), REACH) if doc[possessor].lemma_.lower() in STATES else None
    )


def _last(doc: Doc, before: int, forms: tuple[str, ...], reach: int) -> str | None:
    party_at = parties.index(doc)
    for i in range(before - 1, max(-1, before - reach), -1):
        mention = party_at[i]
        if mention is not None and mention.form in forms and not _is_venue(doc, mention):
            return mention.code
    return None


def _is_venue(doc: Doc, mention) -> bool:
    return mention.form == "capital" and mention.start > 0 and doc[mention.start - 1].lower_ in PLACE_PREPOSITIONS
