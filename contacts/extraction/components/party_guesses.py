"""Parties guessed from the contact itself: who meets or travels is of another party than the others."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..types import Kind
from . import affiliation
from .destinations import TO
from .frame_maker import FrameMaker
from .sides_types import Sides
from .triggers import Trigger

OFFICIALS = 3  # with an office and a party, in a long story
SPARSE = 100  # tokens for each of them, in a short one


def guess_parties(maker: FrameMaker, trigger: Trigger, token: Token, sides: Sides) -> None:
    """A person of whom nothing tells the party, but who travels or meets: the party named nearby or most often
    that is
    not the other side's and not the destination."""
    if trigger.entry.weak or not _is_diplomatic(maker.doc):
        return
    if trigger.kind is Kind.VISIT and (_only_mr(sides) or not _among_officials(maker, token)):
        return
    unknown = [
        a
        for a in sides.actors
        if a.person is not None and a.country is None and len(a.person.words) > 1 and not a.person.titles
    ]
    if not unknown:
        return
    barred = {a.country for a in sides.actors if a.country}
    if trigger.kind is Kind.VISIT:
        barred |= {place.country for place in maker.settings.destinations(token, TO, trigger.entry.place_object)}
    for actor in unknown:
        code = affiliation.guess(maker.doc, actor.person, barred)
        if code:
            actor.person.country, actor.person.country_basis = code, "guessed from its contact"
            actor.country, actor.official = code, actor.person.official


def _is_diplomatic(doc: Doc) -> bool:
    """Whether a story has officials enough for somebody of whom it tells nothing to be one too."""
    officials = sum(1 for p in doc._.people if p.titles and p.official and p.country)
    return officials >= OFFICIALS or officials * SPARSE >= len(doc)


def _among_officials(maker: FrameMaker, token: Token) -> bool:
    """Whether the sentence tells of offices or talks: else somebody of whom nothing is known travels for
    himself."""
    heads = {t.head for t in maker.doc._.triggers if t.kind is not Kind.VISIT and not t.entry.weak}
    return any(
        i in heads or getattr(maker.resolver.table[i], "kind", "") in ("person", "group")
        for i in range(token.sent.start, token.sent.end)
    )


def _only_mr(sides: Sides) -> bool:
    """Whether a traveller of whom nothing is known is just 'Mr X': as often as not a private person."""
    unknown = [a.person for a in sides.actors if a.person is not None and a.country is None]
    return any(name.honorific in ("mr", "mrs", "ms", "miss") for person in unknown for name in person.names)


def part_equals(doc: Doc, sides: Sides) -> None:
    """Two foreign ministers are of two parties: where one of them was only guessed to be of the other's, guess
    again."""
    people = [a for a in sides.actors if a.person is not None and a.country and a.rank in affiliation.UNIQUE]
    for one in people:
        for other in people:
            if (
                one is other
                or one.country != other.country
                or one.rank is not other.rank
                or other.person.country_basis != "nearby"
            ):
                continue
            code = affiliation.most_named(doc, {one.country})
            if code:
                other.person.country, other.person.country_basis, other.country = code, "not the other's", code
