"""What differs between two records of one contact, field by field and in words, and one record chosen out of both."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from contacts.when import date_words

LONGEST_QUOTE = 160  # characters of a passage that are shown


@dataclass(frozen=True)
class Change:
    """A field that two records tell otherwise, with what each says in words."""

    field: str
    label: str
    one: str
    other: str


def differences(one: dict, other: dict, names: dict[str, str], text: str) -> list[Change]:
    """The fields in which two records differ. ``names`` maps party codes to names, ``text`` is the article's."""
    found = []
    for field, (label, words) in _FIELDS.items():
        if one.get(field) != other.get(field):
            found.append(Change(field, label, words(one, names, text), words(other, names, text)))
    return found


def field_words(field: str) -> tuple[str, Callable[[dict, dict[str, str]], str]]:
    """The label of a field, and what a record says in it, given the names of parties."""
    label, words = _FIELDS[field]
    return label, lambda record, names: words(record, names, "")


def chosen(theirs: dict, mine: dict, from_mine: Iterable[str]) -> dict:
    """The record of ``theirs`` with some fields, and the words that they were read from, as ``mine`` has them."""
    record, spans = copy.deepcopy(theirs), dict(theirs.get("spans", {}))
    for field in from_mine:
        if field not in _FIELDS:
            continue
        record[field] = copy.deepcopy(mine.get(field))
        own = _WORDS_OF.get(field, field)
        spans = {key: span for key, span in spans.items() if key.split(".")[0] != own}
        spans |= {key: span for key, span in mine.get("spans", {}).items() if key.split(".")[0] == own}
        if field == "date":
            record["basis"] = mine.get("basis", "")
    record["spans"] = spans
    return record


_WORDS_OF = {"type": "trigger"}  # a field whose words go by another name


def _place(record: dict, names: dict[str, str], _text: str) -> str:
    place = record.get("place") or {}
    country = names.get(place.get("country"), place.get("country") or "")
    return ", ".join(filter(None, [place.get("text"), country if country != place.get("text") else ""])) or "not told"


def _people(record: dict, names: dict[str, str], _text: str) -> str:
    people = []
    for person in record["participants"]:
        party = names.get(person["country"], person["country"] or "no party")
        title = f", {person['title']}" if person["title"] else ""
        people.append(f"{person['name'] or 'unnamed'}{title} ({party}, {person['role']})")
    return "; ".join(people) or "nobody"


def _evidence(record: dict, _names: dict[str, str], text: str) -> str:
    quotes = [" ".join(text[start:end].split()) for start, end in record.get("evidence", [])]
    shown = [quote if len(quote) <= LONGEST_QUOTE else f"{quote[: LONGEST_QUOTE - 1]}…" for quote in quotes]
    return " / ".join(f"“{quote}”" for quote in shown if quote) or "no words"


def _parties(record: dict, names: dict[str, str], _text: str) -> str:
    return ", ".join(names.get(code, code) for code in record["countries"])


def _date(record: dict, _names: dict[str, str], _text: str) -> str:
    return date_words(record["date"])


_FIELDS: dict[str, tuple[str, Callable[[dict, dict[str, str], str], str]]] = {
    "type": ("Kind", lambda record, _names, _text: record["type"]),
    "status": ("Status", lambda record, _names, _text: record["status"]),
    "countries": ("Parties", _parties),
    "date": ("Date", _date),
    "place": ("Place", _place),
    "participants": ("People", _people),
    "evidence": ("Evidence", _evidence),
}
