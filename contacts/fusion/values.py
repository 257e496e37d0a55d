"""What a contact shows, out of its reports, and which report each value is from. No Django, no database.

For each field: what a person chose goes above all (the latest choice first), then what a report says above what it
leaves open, then confirmed above proposed. Among equals:

- status: as the article published last has it; but what has happened is not planned any more
- date: the more precise; then that of a report with the status shown; of a meeting the shorter; then the later one's
- place: the fuller; then the later article's
- parties and people: those of all reports of the same standing, each person once with the fullest name and title
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from contacts.extraction.types import Kind, Precision, Status
from contacts.fusion.given import Given, Key
from contacts.fusion.standing import latest_first, standing
from contacts.fusion.taking_part import Participant, people_of

FINENESS = [Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.UNKNOWN]
FIRMNESS = [Status.OCCURRED, Status.CANCELLED, Status.DENIED, Status.PLANNED, Status.POSSIBLE]
OPEN = (Status.PLANNED, Status.POSSIBLE)


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
    ranked = sorted(reports, key=lambda given: (not given.confirmed, not given.chosen, latest_first(given), given.key))
    status = _status(ranked)
    when = min(ranked, key=lambda given: _by_date(given, status.status))
    place = min(ranked, key=_by_place)
    people, title_from = people_of(ranked)
    countries, countries_from = _countries(ranked, people)
    record = {
        "type": ranked[0].kind,
        "status": status.status,
        "countries": countries,
        "date": dict(when.record["date"]),
        "place": dict(place.record["place"]) if place.record.get("place") else None,
        "participants": [
            {"name": one.name or None, "country": one.country, "title": one.title or None, "role": one.role}
            for one in people
        ],
    }
    from_ = {"type": ranked[0].key, "status": status.key, "countries": countries_from, "date": when.key}
    from_["place"] = place.key
    for number, one in enumerate(people):
        from_[f"participants.{number}"] = one.people[0][0]
        if one.title:
            from_[f"participants.{number}.title"] = title_from[number]
    return Merged(
        key=min(given.key for given in ranked),
        record=record,
        participants=people,
        values_from=from_,
        ranked=tuple(given.key for given in ranked),
        witnesses=witnesses(ranked),
        confirmed=ranked[0].confirmed,
    )


def witnesses(reports: Iterable[Given]) -> int:
    """How many sources tell of it; one text printed by several outlets counts once."""
    return len({given.witness for given in reports})


def _status(reports: list[Given]) -> Given:
    """The report whose status is shown."""
    best = min(standing(given, "status") for given in reports)
    equals = [given for given in reports if standing(given, "status") == best]
    last = min(equals, key=lambda given: (latest_first(given), FIRMNESS.index(Status(given.status)), given.key))
    if last.status in OPEN:
        happened = [given for given in equals if given.status == Status.OCCURRED]
        return min(happened, key=lambda given: (latest_first(given), given.key), default=last)
    return last


def _by_date(given: Given, status: str) -> tuple:
    choice, rest = standing(given, "date")
    length = (given.days[1] - given.days[0]).days if given.days and given.kind != Kind.VISIT else 0
    return (
        choice,
        given.days is None,
        rest,
        FINENESS.index(Precision(given.precision)),
        given.status != status,
        length,
        latest_first(given),
        given.key,
    )


def _by_place(given: Given) -> tuple:
    choice, rest = standing(given, "place")
    place = given.record.get("place") or {}
    text = place.get("text") or ""
    return choice, not place, rest, not place.get("country"), -len(text), latest_first(given), given.key


def _countries(reports: list[Given], people: tuple[Participant, ...]) -> tuple[list[str], Key]:
    """The parties, and the report that names most of them: of the chosen report, else of all of the best standing.

    Those of people that a person chose are always among them.
    """
    best = min(standing(given, "countries") for given in reports)
    equals = [given for given in reports if standing(given, "countries") == best]
    codes = {code for given in equals for code in given.parties}
    codes |= {one.country for one in people if one.country}
    fullest = max(equals, key=lambda given: (len(given.parties), [-n for n in latest_first(given)]))
    return sorted(codes), fullest.key
