"""What people said of reports, as far as it bears on some of them.

"Same" is passed on: who said that A and B are the same, and B and C, said so of A and C, and "A is not D" holds for all
three. That holds too where B is not visible at present.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from django.db.models import Q

from contacts.fusion.gather import chunks
from contacts.models import Verdict

Pair = tuple[int, int]  # ids of two reports, in order


def in_order(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


@dataclass
class Said:
    """The standing verdicts, by pair, and the groups that "same" makes of the reports they name."""

    standing: dict[Pair, Verdict] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._group: dict[int, int] = {}
        for (one, other), verdict in sorted(self.standing.items()):
            if verdict.same:
                self._group[max(self.group(one), self.group(other))] = min(self.group(one), self.group(other))
        self._apart: dict[int, dict[int, Verdict]] = defaultdict(dict)  # both ways
        for pair, verdict in sorted(self.standing.items()):
            if not verdict.same:
                one, other = map(self.group, pair)
                self._apart[one].setdefault(other, verdict)
                self._apart[other].setdefault(one, verdict)

    def group(self, report: int) -> int:
        """The lowest id of the reports that are the same as this one by people's word."""
        while (lower := self._group.get(report, report)) != report:
            report = lower
        return report

    def keeps_apart(self, one: int, other: int) -> Verdict | None:
        """The verdict by which the two are not the same, said of them or of others that are the same as they."""
        return self._apart.get(self.group(one), {}).get(self.group(other))

    def settles(self, one: int, other: int) -> bool:
        return self.group(one) == self.group(other) or self.keeps_apart(one, other) is not None

    def binding(self, reports: Iterable[int]) -> tuple[list[Pair], list[Pair]]:
        """What is said of these reports, pair by pair: the same, and not the same."""
        members = defaultdict(list)
        for report in sorted(set(reports)):
            members[self.group(report)].append(report)
        same = [pair for group in members.values() for pair in zip(group, group[1:], strict=False)]
        apart = [
            in_order(*pair)
            for one in members
            for other in self._apart.get(one, ())
            if one < other
            for pair in product(members[one], members.get(other, ()))
        ]
        return same, sorted(apart)


def around(reports: Iterable[int]) -> Said:
    """All that binds these reports: a few queries, more only where "same" goes on from report to report."""
    standing = _same_from(reports)
    beyond = {pk for pair, verdict in standing.items() if not verdict.same for pk in pair}
    if beyond:
        standing |= _same_from(beyond)
    return Said(standing)


def everything() -> Said:
    """Every standing verdict; people say few in comparison to what machines read."""
    return Said(_newest(Verdict.objects.select_related("user").order_by("pk").iterator()))


def neighbours(reports: Iterable[int]) -> set[int]:
    """Who is the same as one of these by a verdict on the two."""
    return {pk for pair, verdict in _touching(reports).items() if verdict.same for pk in pair}


def _same_from(reports: Iterable[int]) -> dict[Pair, Verdict]:
    """The standing verdicts on these reports, and on all that are the same as they."""
    found: dict[Pair, Verdict] = {}
    seen, new = set(), set(reports)
    while new:
        seen |= new
        here = _touching(new)
        found |= here
        new = {pk for pair, verdict in here.items() if verdict.same for pk in pair} - seen
    return found


def _touching(reports: Iterable[int]) -> dict[Pair, Verdict]:
    found: dict[Pair, Verdict] = {}
    for some in chunks(reports):
        rows = Verdict.objects.filter(Q(one__in=some) | Q(other__in=some))
        found |= _newest(rows.select_related("user").order_by("pk"))
    return found


def _newest(rows: Iterable[Verdict]) -> dict[Pair, Verdict]:
    """The newest of each pair, without those that say nothing any more."""
    newest = {(row.one_id, row.other_id): row for row in rows}
    return {pair: row for pair, row in newest.items() if row.same is not None}


def spoken_of(reports: Iterable[int]) -> set[int]:
    """Those on which somebody ever said anything, taken back or not."""
    named: set[int] = set()
    for some in chunks(reports):
        rows = Verdict.objects.filter(Q(one__in=some) | Q(other__in=some))
        named |= {pk for pair in rows.values_list("one", "other") for pk in pair} & set(some)
    return named
