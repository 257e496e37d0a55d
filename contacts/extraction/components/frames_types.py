"""What the frame reader hands to merging: one telling of one contact."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..types import Kind, Place, Role, Span, Status
from .actors import Actor
from .settings import When, Where
from .triggers import Trigger


@dataclass(slots=True, eq=False)
class Frame:
    """One telling of one contact."""

    kind: Kind
    trigger: Trigger
    token: int
    sentence: Span
    roles: list[tuple[Actor, Role]]
    status: Status
    status_token: int | None = None
    when: When | None = None
    where: Where | None = None
    destination: Place | None = None
    explain: dict[str, str] = field(default_factory=dict)
    headline: bool = False
    retold: bool = False
    again: bool = False
    firm: bool = True
    joined: list[Span] = field(default_factory=list)

    @property
    def countries(self) -> frozenset[str]:
        codes = {actor.country for actor, _ in self.roles if actor.country}
        if self.destination is not None and self.destination.country:
            codes.add(self.destination.country)
        return frozenset(codes)

    @property
    def persons(self) -> frozenset:
        return frozenset(actor.person for actor, _ in self.roles if actor.person is not None)
