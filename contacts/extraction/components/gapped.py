"""One verb for several contacts: 'met X on Monday, and Y on Tuesday', 'had talks with X in Oslo and Y in Bergen'."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from ..grammar_words import word_class
from ..people import Name, Title
from ..types import Kind, Precision, Role
from .actors import Actor, actor_of
from .coreference import Resolver
from .frames_types import Frame
from .settings import Settings, Where
from .where import PLACE_FORMS

BETWEEN_PARTS = word_class("between the parts of a list of contacts")
JOINTS = ("and", ",", ";")
NEAR = 10  # tokens


@dataclass(slots=True)
class Part:
    """Whom the verb was done with, on which day (a date mention) and in which place (a party mention)."""

    actors: list[Actor] = field(default_factory=list)
    day: object = None
    place: object = None

    @property
    def is_set(self) -> bool:
        return self.day is not None or self.place is not None


def gapped(frame: Frame, token: Token, resolver: Resolver, settings: Settings) -> list[Frame]:
    """A frame for each part where every part has its own day or place; else none."""
    if frame.kind is Kind.MESSAGE or frame.headline:
        return []
    days = {m.start: m for m in settings.dates.between(token.i, token.sent.end) if m.value.precision is Precision.DAY}
    if not days and not any(resolver.party_at[i] is not None for i in range(token.i, token.sent.end)):
        return []
    parts = _parts(token, resolver, days)
    if len(parts) < 2 or not (_differ(parts, "day") or _differ(parts, "place")):
        return []
    told = {actor.key for part in parts for actor in part.actors}
    centre = [(a, role) for a, role in frame.roles if a.start < token.i and a.key not in told]
    role_of = {a.key: role for a, role in frame.roles}
    usual = next((role_of[a.key] for a in parts[0].actors if a.key in role_of), Role.PARTICIPANT)
    found = []
    for part in parts:
        roles = [*centre, *((a, role_of.get(a.key, usual)) for a in part.actors)]
        if not centre or len({a.country for a, _ in roles if a.country}) < 2:
            return []
        found.append(_frame(frame, token, roles, part, parts, settings))
    return found


def _frame(frame: Frame, token: Token, roles, part: Part, parts: list[Part], settings: Settings) -> Frame:
    when = settings.dates.at(token, part.day) if part.day is not None else frame.when
    if part.day is None and any(p.day is not None for p in parts[: parts.index(part)]):
        when = None
    where = Where(settings.places.place(part.place), "in the clause") if part.place is not None else frame.where
    if part.place is None and any(p.place is not None for p in parts):
        where = None
    if frame.kind is Kind.CALL:
        where = None
    return replace(frame, roles=roles, when=when, where=where, explain=dict(frame.explain))


def _differ(parts: list[Part], name: str) -> bool:
    values = [getattr(part, name) for part in parts]
    if any(value is None for value in values):
        return False
    seen = {value.value.start if name == "day" else (value.code, value.form) for value in values}
    return len(seen) == len(values)


def _parts(token: Token, resolver: Resolver, days: dict) -> list[Part]:
    """The parts behind a trigger, as they stand in the text: the parse seldom sees that the verb is left out."""
    doc, parts, joined, i = token.doc, [Part()], False, _first(token, resolver)
    while i < token.sent.end:
        item, mention, low = resolver.table[i], resolver.party_at[i], doc[i].lower_
        if i in days:
            if parts[-1].is_set and joined and _before_a_person(days[i], resolver):  # 'and on Tuesday Y'
                parts.append(Part())
                joined = False
            parts[-1].day = parts[-1].day or days[i]
            i = days[i].end
        elif item is not None:
            if parts[-1].is_set and joined:
                parts.append(Part())
            joined = False
            i = _take(parts[-1], i, item, resolver)
        elif mention is not None:
            if doc[i - 1].lower_ in ("in", "at") and mention.form in PLACE_FORMS and parts[-1].actors:
                parts[-1].place = parts[-1].place or mention
            elif doc[i - 1].lower_ not in ("of", "the"):
                break
            i = mention.end
        elif low in JOINTS or low in BETWEEN_PARTS:
            joined = joined or low in JOINTS
            i += 1
        else:
            break
    return [part for part in parts if part.actors and part.is_set]


def _before_a_person(day, resolver: Resolver) -> bool:
    return day.end < len(resolver.doc) and resolver.table[day.end] is not None


def _first(token: Token, resolver: Resolver) -> int:
    """Where the first of them stands: 'spoke by telephone with | President X'."""
    for i in range(token.i + 1, min(token.i + NEAR, token.sent.end)):
        if resolver.table[i] is not None:
            return i
        if token.doc[i].pos_ in ("VERB", "AUX") or token.doc[i].text in (",", ";"):
            break
    return token.sent.end


def _take(part: Part, i: int, item: Name | Title, resolver: Resolver) -> int:
    """Adds whom the name or title here means; the token behind it."""
    _, end = resolver.unit(resolver.doc[i])
    name = next((resolver.table[k] for k in range(i, end) if isinstance(resolver.table[k], Name)), None)
    if name is not None:
        actors = [actor_of(name.person, name.start, name.end)]
    elif item.person is not None or item.poss is not None or item.country or item.definite:
        actors = resolver.resolve(resolver.doc[item.head], 4)
    else:
        actors = []
    known = {actor.key for actor in part.actors}
    part.actors += [a for a in actors if a.key not in known and a.country and a.official]
    return max(end, item.end)
