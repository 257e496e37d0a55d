"""Who takes part in a contact, out of its reports: each person once. No Django, no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contacts.extraction.types import Role
from contacts.fusion.given import Given, Key
from contacts.fusion.names import SAME, alike, words
from contacts.fusion.standing import Standing, latest_first, standing

SURELY = 0.95  # names of two words or more that are so alike are one person, though two parties are told


@dataclass(frozen=True, slots=True)
class Participant:
    """One person, or (``name`` "") one unnamed side, of a contact. ``spellings``: every name that a source gives,
    the shown one first; ``people``: (key of the report, place in its participants) of each mention, the one that the
    shown name is from first."""

    name: str
    country: str | None
    title: str
    role: str
    spellings: tuple[str, ...]
    people: tuple[tuple[Key, int], ...]


@dataclass(slots=True)
class _Mention:
    given: Given
    place: int
    person: Mapping[str, Any]
    heard: bool  # whether its report is one of those whose people are shown

    @property
    def name(self) -> str:
        return self.person["name"] or ""


@dataclass(slots=True)
class _Found:
    """One person, or one side without a name."""

    mentions: list[_Mention] = field(default_factory=list)


def people_of(ranked: list[Given]) -> tuple[tuple[Participant, ...], list[Key]]:
    """The participants, and for each the key of the report that its title is from.

    Shown are the people of the report in which a person chose them, else of all of the best standing. Other reports
    add spellings, but nobody. ``ranked``: the reports in the order in which they are heard.
    """
    best = min(standing(given, "participants") for given in ranked)
    mentions = [
        _Mention(given, place, person, standing(given, "participants") == best)
        for given in sorted(ranked, key=lambda given: standing(given, "participants") != best)
        for place, person in enumerate(given.record["participants"])
    ]
    named = _united([mention for mention in mentions if mention.name])
    sides = {one.person["country"] for found in named for one in found.mentions}
    unnamed: dict[str | None, _Found] = {}
    for mention in mentions:
        if mention.heard and not mention.name and mention.person["country"] not in sides:
            unnamed.setdefault(mention.person["country"], _Found()).mentions.append(mention)
    everybody = [*named, *unnamed.values()]
    made = [_participant(found) for found in everybody]
    return tuple(one for one, _ in made), [key for _, key in made]


def _united(mentions: list[_Mention]) -> list[_Found]:
    """Mentions of one person together; only those whom a report that is heard names. A report's own are never one."""
    found: list[_Found] = []
    for mention in mentions:
        fits = [(_likeness(mention, one), -number) for number, one in enumerate(found)]
        likeness, number = max(fits, default=(0.0, 0))
        if likeness:
            found[-number].mentions.append(mention)
        elif mention.heard:
            found.append(_Found([mention]))
    return found


def _likeness(mention: _Mention, found: _Found) -> float:
    """How alike the name is to those of a person found so far; 0 for another person."""
    if any(one.given.key == mention.given.key for one in found.mentions):
        return 0.0
    best = max(alike(mention.name, one.name) for one in found.mentions)
    parties = {one.person["country"] for one in found.mentions}
    elsewhere = mention.person["country"] and parties.isdisjoint({mention.person["country"], None})
    enough = SURELY if elsewhere else SAME
    return best if best >= enough and not (elsewhere and len(words(mention.name)) < 2) else 0.0


def _participant(found: _Found) -> tuple[Participant, Key]:
    heard = [one for one in found.mentions if one.heard]
    shown = min(heard, key=_fullest_name)
    titled = min(heard, key=_fullest_title)
    party = next((one.person["country"] for one in heard if one.person["country"]), None)
    roles = [one.person["role"] for one in heard]
    return Participant(
        name=shown.name,
        country=party,
        title=titled.person["title"] or "",
        role=next((role for role in roles if role != Role.PARTICIPANT), roles[0]),
        spellings=tuple(dict.fromkeys(one.name for one in (shown, *found.mentions) if one.name)),
        people=tuple(dict.fromkeys((one.given.key, one.place) for one in (shown, *found.mentions))),
    ), titled.given.key


def _fullest_name(one: _Mention) -> tuple:
    return _heard(one), -len(words(one.name)), -len(one.name), one.name, one.given.key


def _fullest_title(one: _Mention) -> tuple:
    title = one.person["title"] or ""
    return _heard(one), not title, -len(title), latest_first(one.given), one.given.key


def _heard(one: _Mention) -> Standing:
    return standing(one.given, "participants")
