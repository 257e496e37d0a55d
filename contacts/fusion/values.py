"""What a contact shows, out of its reports, and which report each value is from. No Django, no database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from contacts.fusion.given import Given, Key


@dataclass(frozen=True, slots=True)
class Participant:
    """One person, or (``name`` "") one unnamed side, of a contact. ``spellings``: every name that a source gives,
    the shown one first; ``people``: (key of the report, place in its participants) of each mention."""

    name: str
    country: str | None
    title: str
    role: str
    spellings: tuple[str, ...]
    people: tuple[tuple[Key, int], ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """A contact's values. ``record`` is the codebook's JSON without evidence; ``values_from`` maps a field ("type",
    "status", "countries", "date", "place", "participants.0", "participants.0.title") to the key of its report.

    ``ranked``: the reports, the one that the contact rests on first. ``witnesses``: sources that print different texts.
    """

    key: Key  # the lowest key of its reports
    record: dict[str, Any]
    participants: tuple[Participant, ...]
    values_from: dict[str, Key]
    ranked: tuple[Key, ...]
    witnesses: int
    confirmed: bool


def values(reports: Iterable[Given]) -> Merged:
    """One contact out of its reports, of which there is at least one; the same in whatever order they come."""
    ranked = sorted(reports, key=lambda given: (not given.confirmed, given.key))
    first = ranked[0]
    people = tuple(
        Participant(
            name=person["name"] or "",
            country=person["country"],
            title=person["title"] or "",
            role=person["role"],
            spellings=(person["name"],) if person["name"] else (),
            people=((first.key, number),),
        )
        for number, person in enumerate(first.record["participants"])
    )
    fields = ["type", "status", "countries", "date", "place", *(f"participants.{n}" for n in range(len(people)))]
    return Merged(
        key=min(given.key for given in ranked),
        record={field: first.record.get(field) for field in ("type", "status", "countries", "date", "place")}
        | {"participants": [dict(person) for person in first.record["participants"]]},
        participants=people,
        values_from=dict.fromkeys(fields, first.key),
        ranked=tuple(given.key for given in ranked),
        witnesses=witnesses(ranked),
        confirmed=first.confirmed,
    )


def witnesses(reports: Iterable[Given]) -> int:
    """How many sources tell of it; one text printed by several outlets counts once."""
    return len({given.witness for given in reports})
