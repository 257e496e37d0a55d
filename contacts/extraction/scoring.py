"""How well proposed contacts agree with coded ones: the rules that the dev set's ``score.py`` prints, for articles in
memory and without the dev set. ``tests/extraction/test_scoring.py`` holds the two against each other.

Contacts are the codebook's JSON objects. Two are paired when they are of one kind and share two parties, or one party
and one named person; each is paired once, so that the pairs together are most alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta

NEAR = timedelta(days=1)
LOOSE = timedelta(days=3)
SUFFIXES = {"jr", "sr", "ii", "iii"}
# What two contacts of one kind have in common, beside a point for each party and each named person.
SAME_DATE, SAME_STATUS, SAME_PLACE, ONE_MORE_NAME, LEAST = 1.5, 0.7, 0.5, -0.1, 0.01


@dataclass(slots=True)
class Scores:
    """Counts that add up over articles."""

    articles: int = 0
    gold: int = 0
    found: int = 0
    paired: int = 0
    strict: int = 0  # pairs whose parties, status and date are all right
    status: int = 0
    date: int = 0
    parties: int = 0
    place: int = 0
    placed: int = 0  # pairs whose coded contact has a country of place
    people: int = 0  # coded people found in the paired contact, with their party
    people_gold: int = 0
    people_found: int = 0

    def __add__(self, other: Scores) -> Scores:
        return Scores(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def figures(self) -> dict[str, float | None]:
        """0 to 1; None where there is nothing to count."""
        return {
            "precision": share(self.paired, self.found) or 0.0,
            "recall": share(self.paired, self.gold) or 0.0,
            "detection": f1(self.paired, self.found, self.gold),
            "strict": f1(self.strict, self.found, self.gold),
            "people": f1(self.people, self.people_found, self.people_gold),
            "status": share(self.status, self.paired),
            "date": share(self.date, self.paired),
            "place": share(self.place, self.placed),
            "parties": share(self.parties, self.paired),
        }


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0


def total(scores: Iterable[Scores]) -> Scores:
    return sum(scores, Scores())


def score(gold: list[dict], found: list[dict]) -> Scores:
    """One article."""
    scores = Scores(articles=1, gold=len(gold), found=len(found))
    scores.people_gold = sum(len(_named(contact)) for contact in gold)
    scores.people_found = sum(len(_named(contact)) for contact in found)
    for i, j in pairs(gold, found):
        coded, read = gold[i], found[j]
        status, day = coded.get("status") == read.get("status"), _same_date(coded, read)
        parties = _parties(coded) == _parties(read)
        scores.paired += 1
        scores.status += status
        scores.date += day
        scores.parties += parties
        scores.strict += status and day and parties
        if _place(coded):
            scores.placed += 1
            scores.place += _place(coded) == _place(read)
        scores.people += sum(any(_same_delegate(one, other) for other in _named(read)) for one in _named(coded))
    return scores


def pairs(gold: list[dict], found: list[dict]) -> list[tuple[int, int]]:
    """Indices of coded and proposed contacts that are the same."""
    table = [[_likeness(coded, read) for read in found] for coded in gold]
    return [(i, j) for i, j in _assign(table) if table[i][j] > 0]


def _likeness(gold: dict, found: dict) -> float:
    """0 where the two cannot be one contact."""
    if gold["type"] != found["type"]:
        return 0.0
    parties, people = len(_parties(gold) & _parties(found)), _people_in_common(gold, found)
    if parties < 2 and not (parties and people):
        return 0.0
    points = 1.0 + parties + people + ONE_MORE_NAME * abs(len(_named(gold)) - len(_named(found)))
    points += SAME_DATE * _same_date(gold, found)
    points += SAME_STATUS * (gold.get("status") == found.get("status"))
    points += SAME_PLACE * (_place(gold) == _place(found))
    return max(points, LEAST)


def _assign(table: list[list[float]]) -> list[tuple[int, int]]:
    """Rows to columns, each once, with the highest sum: the Hungarian method with potentials, cubic in the size."""
    if not table or not table[0]:
        return []
    if len(table) > len(table[0]):
        return [(i, j) for j, i in _assign([list(column) for column in zip(*table, strict=True)])]
    rows, columns = len(table), len(table[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    holder = [0] * (columns + 1)  # which row has a column; rows and columns count from 1, 0 is none
    for row in range(1, rows + 1):
        holder[0], column = row, 0
        slack, way, seen = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while holder[column]:
            seen[column] = True
            at, step, after = holder[column], float("inf"), 0
            for j in range(1, columns + 1):
                if seen[j]:
                    continue
                cost = -table[at - 1][j - 1] - row_price[at] - column_price[j]
                if cost < slack[j]:
                    slack[j], way[j] = cost, column
                if slack[j] < step:
                    step, after = slack[j], j
            for j in range(columns + 1):
                if seen[j]:
                    row_price[holder[j]] += step
                    column_price[j] -= step
                else:
                    slack[j] -= step
            column = after
        while column:
            holder[column], column = holder[way[column]], way[column]
    return sorted((holder[j] - 1, j - 1) for j in range(1, columns + 1) if holder[j])


def _parties(contact: dict) -> set[str]:
    return set(contact.get("countries") or [])


def _place(contact: dict) -> str | None:
    return (contact.get("place") or {}).get("country")


def _named(contact: dict) -> list[dict]:
    return [person for person in contact.get("participants") or [] if person.get("name")]


def _people_in_common(gold: dict, found: dict) -> int:
    free, count = list(_named(found)), 0
    for person in _named(gold):
        hit = next((other for other in free if same_person(person["name"], other["name"])), None)
        if hit:
            free.remove(hit)
            count += 1
    return count


def _same_delegate(one: dict, other: dict) -> bool:
    return same_person(one["name"], other["name"]) and one.get("country") == other.get("country")


def same_person(one: str, other: str) -> bool:
    """All words of the shorter name stand in the longer, accents, hyphens and single letters aside."""
    first, second = _words(one), _words(other)
    return bool(first and second) and (first <= second or second <= first)


def _words(name: str) -> set[str]:
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    found = re.findall(r"[a-z]+", re.sub(r"- ?|['’]", "", letters))
    return {word for word in found if len(word) > 1} - SUFFIXES


def _same_date(gold: dict, found: dict) -> bool:
    """Both undated; or both ends within a day; or, for a month or a year, overlapping and no longer."""
    coded, read = _days(gold), _days(found)
    if coded is None or read is None:
        return coded is read
    if gold["date"].get("precision") in ("month", "year"):
        overlap = coded[0] <= read[1] and read[0] <= coded[1]
        return overlap and read[1] - read[0] <= coded[1] - coded[0] + LOOSE
    return abs(coded[0] - read[0]) <= NEAR and abs(coded[1] - read[1]) <= NEAR


def _days(contact: dict) -> tuple[date, date] | None:
    days = contact.get("date") or {}
    if not days.get("start"):
        return None
    start = date.fromisoformat(days["start"])
    return start, date.fromisoformat(days["end"]) if days.get("end") else start
