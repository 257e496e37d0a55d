"""An actor: one who takes part in a contact."""

from __future__ import annotations

from dataclasses import dataclass

from ..people import Person
from ..types import Rank


@dataclass(slots=True, eq=False)
class Actor:
    """One who takes part: a person of the article, or an unnamed side of a party."""

    country: str | None
    person: Person | None = None
    label: str | None = None
    start: int = 0
    end: int = 0
    rank: Rank | None = None
    official: bool = True

    @property
    def key(self):
        return self.person if self.person is not None else self.country


def actor_of(person: Person, start: int, end: int) -> Actor:
    """The person as actor, named by the tokens ``start`` to ``end``."""
    return Actor(person.country, person, None, start, end, person.rank, person.official)
