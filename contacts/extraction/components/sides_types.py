"""Who is on which side of a contact, and when what was found is too little."""

from __future__ import annotations

from dataclasses import dataclass, field

from .actors import Actor


@dataclass(slots=True)
class Sides:
    agents: list[Actor] = field(default_factory=list)
    partners: list[Actor] = field(default_factory=list)
    host: str = ""
    how: str = ""

    @property
    def actors(self) -> list[Actor]:
        seen, out = set(), []
        for actor in self.agents + self.partners:
            if actor.key is not None and actor.key not in seen:
                seen.add(actor.key)
                out.append(actor)
        return out


def both_needed(sides: Sides) -> Sides:
    """These verbs tell of a contact only with somebody on either side."""
    if sides.agents and sides.partners or len(sides.actors) == 1:
        return sides
    return Sides(how="one side only")


def named_needed(sides: Sides, described: bool = False) -> Sides:
    """Of weak words only what is told of people counts: a name on one side, at least a description on the other.

    ``described``: descriptions on both sides are enough.
    """
    people = [a for a in sides.actors if a.person is not None or a.label]
    told = len(people) == len(sides.actors) and len({a.country for a in people if a.country}) > 1
    if told and (described or any(a.person is not None for a in people)):
        return sides
    return Sides(how="too little for a weak word")
