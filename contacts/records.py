"""A report's record (the codebook's JSON): its evidence rows, its check, its summary in words.

The keys are those of ``extraction.types.Record.as_dict``. What a person types is stored only if it passes ``check``.
"""

from __future__ import annotations

from datetime import date

from contacts.extraction.types import Kind, Precision, Role, Status
from contacts.models import Evidence, Report


class BadRecord(ValueError):
    """A record that breaks the codebook; the message names the field and says what is wrong."""


def evidence_rows(report: Report) -> list[Evidence]:
    """Unsaved Evidence rows of a report's current record; spans outside the text are left out."""
    length = len(report.article.text)
    spans = [("", start, end) for start, end in report.record.get("evidence", [])]
    spans += [(field, start, end) for field, (start, end) in report.record.get("spans", {}).items()]
    return [
        Evidence(report=report, field=field, start=start, end=end)
        for field, start, end in spans
        if 0 <= start < end <= length
    ]


def check(record: dict, party_codes: set[str]) -> None:
    """Raises BadRecord unless the record is one that the codebook allows.

    ``party_codes`` are the codes that exist.
    """
    _one_of("type", record["type"], Kind)
    _one_of("status", record["status"], Status)
    codes = record["countries"]
    if len(set(codes)) < 2:
        raise BadRecord("A contact has at least two parties.")
    if codes != sorted(set(codes)):
        raise BadRecord("Each party is named once, in order.")
    for code in {*codes, *_codes_beside(record)}:
        if code not in party_codes:
            raise BadRecord(f"There is no party “{code}”.")
    _check_date(record["date"])
    for person in record["participants"]:
        _one_of("role", person["role"], Role)
        if person["country"] and person["country"] not in codes:
            raise BadRecord(f"{person['name'] or 'A participant'} stands for a party that is not in the contact.")


def joined(one: dict, other: dict) -> dict:
    """One record of two: the values of the first, and what only the other says.

    That is people, parties, a place and evidence; the first keeps its kind and status. A vague date gives way to a
    more precise one of the other that lies within it.
    """
    known = {person["name"] for person in one["participants"] if person["name"]}
    sides = {person["country"] for person in one["participants"]}
    more = [
        person
        for person in other["participants"]
        if (person["name"] and person["name"] not in known) or (not person["name"] and person["country"] not in sides)
    ]
    people = [*one["participants"], *more]
    named = {person["country"] for person in people if person["name"]}
    people = [person for person in people if person["name"] or person["country"] not in named]
    dated = other if _is_finer(other["date"], one["date"]) else one
    spans = {key: span for key, span in one.get("spans", {}).items() if not key.startswith("participants.")}
    return one | {
        "countries": sorted({*one["countries"], *other["countries"]}),
        "date": dated["date"],
        "basis": dated.get("basis", ""),
        "place": one.get("place") or other.get("place"),
        "participants": people,
        "evidence": sorted(_united(one.get("evidence", []), other.get("evidence", []))),
        "spans": spans,
    }


def _united(one: list, other: list) -> list[list[int]]:
    return [*one, *(span for span in other if span not in one)]


_FINENESS = [Precision.UNKNOWN, Precision.YEAR, Precision.MONTH, Precision.DAY]


def _is_finer(value: dict, than: dict) -> bool:
    if _FINENESS.index(value["precision"]) <= _FINENESS.index(than["precision"]):
        return False
    return not than["start"] or (than["start"] <= value["start"] and value["end"] <= than["end"])


def _codes_beside(record: dict) -> set[str]:
    place = (record.get("place") or {}).get("country")
    return {code for code in [place, *(p["country"] for p in record["participants"])] if code}


def _one_of(field: str, value: str, enum) -> None:
    if value not in {item.value for item in enum}:
        raise BadRecord(f"“{value}” is no {field}.")


def _check_date(value: dict) -> None:
    _one_of("precision", value["precision"], Precision)
    start, end = value["start"], value["end"]
    if value["precision"] == Precision.UNKNOWN:
        if start or end:
            raise BadRecord("A date of unknown precision has no days.")
        return
    if not (start and end) or date.fromisoformat(start) > date.fromisoformat(end):
        raise BadRecord("The date's first day is missing, or after its last.")


def headline(record: dict, names: dict[str, str]) -> str:
    """One line that says who: names, or party names where nobody is named. ``names`` maps codes to names."""
    people = [p["name"] for p in record["participants"] if p["name"]]
    if not people:
        return " and ".join(names.get(code, code) for code in record["countries"])
    shown = ", ".join(people[:3]) + (f" and {len(people) - 3} more" if len(people) > 3 else "")
    place = (record.get("place") or {}).get("text")
    if record["type"] == Kind.VISIT and place:
        return f"{shown} in {place}"
    if record["type"] == Kind.MESSAGE:
        return _from_to(record, names) or shown
    if len(people) == 1:
        others = set(record["countries"]) - {p["country"] for p in record["participants"] if p["name"]}
        return " and ".join([shown, *(names.get(code, code) for code in sorted(others))])
    return shown


def _from_to(record: dict, names: dict[str, str]) -> str:
    sides = {}
    for role in (Role.SENDER, Role.RECIPIENT):
        who = [p["name"] or names.get(p["country"], "") for p in record["participants"] if p["role"] == role]
        sides[role] = ", ".join(filter(None, who))
    return f"{sides[Role.SENDER]} to {sides[Role.RECIPIENT]}" if all(sides.values()) else ""
