"""What a person says of two reports: the same contact, or not the same. Every way to say it calls these functions.

Each runs in one transaction: look whether it can hold beside what was said before, record it, and bring the contacts in
step. What was said is never changed; taking it back is a row of its own. It binds every later making of contacts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet

from contacts.fusion import readside, said
from contacts.fusion.compare import Comparison, compare
from contacts.fusion.gather import givens, visible
from contacts.fusion.said import Pair, Said, in_order
from contacts.models import Report, Source, Tie, Verdict

MOST_COUNTED = 1000  # unsure joins; more are told as "more than"


class CannotHold(Exception):
    """What was to be said; the message tells in plain words why it was not. Nothing was stored."""


class Contradiction(CannotHold):
    """It cannot hold beside what somebody said before: ``verdicts``, which would have to be taken back first."""

    def __init__(self, words: str, verdicts: list[Verdict]) -> None:
        super().__init__(words)
        self.verdicts = verdicts


def say_same(one: int, other: int, user, comment: str = "") -> Verdict:
    """Say that two reports tell of one contact. Raises CannotHold."""
    return _say(one, other, user, comment, same=True)


def say_apart(one: int, other: int, user, comment: str = "") -> Verdict:
    """Say that two reports tell of two contacts. Raises CannotHold."""
    return _say(one, other, user, comment, same=False)


def take_out(report: int, user, comment: str = "") -> list[Verdict]:
    """Say of a report that it tells of another contact than all others that it is joined with. Raises CannotHold."""
    with transaction.atomic():
        readside.one_at_a_time()
        contact = Source.objects.filter(report=report).values("contact")
        others = Source.objects.filter(contact__in=contact).exclude(report=report).order_by("report")
        ids = list(others.values_list("report", flat=True))
        if not ids:
            raise CannotHold("It stands alone already. Load the page again.")
        return [_say(report, other, user, comment, same=False) for other in ids]


def undo(verdict: int, user) -> Verdict:
    """Take back what was said; what was said of the two before holds again. Raises CannotHold, Verdict.DoesNotExist."""
    with transaction.atomic():
        readside.one_at_a_time()
        taken = Verdict.objects.get(pk=verdict)
        pair = (taken.one_id, taken.other_id)
        standing = _standing(Verdict.objects.filter(one=taken.one_id, other=taken.other_id).order_by("pk"))
        if not standing or standing[-1] != taken:
            raise CannotHold("That was taken back already, or somebody said something else of these two since.")
        before = standing[-2].same if len(standing) > 1 else None
        _look(pair, before)
        return _store(Verdict(one_id=pair[0], other_id=pair[1], same=before, user=user, takes_back=taken))


def _say(one: int, other: int, user, comment: str, *, same: bool) -> Verdict:
    pair = in_order(one, other)
    with transaction.atomic():
        readside.one_at_a_time()
        if one == other or visible().filter(pk__in=pair).count() < 2:
            raise CannotHold("Two reports are wanted that are both still shown. Load the page again.")
        _look(pair, same)
        return _store(Verdict(one_id=pair[0], other_id=pair[1], same=same, user=user, comment=comment[:500]))


def _look(pair: Pair, same: bool | None) -> None:
    """Raises Contradiction where this cannot hold beside what was said of other reports."""
    standing = said.around(pair).standing
    rest = Said({known: verdict for known, verdict in standing.items() if known != pair})
    if same is True and (against := rest.keeps_apart(*pair)):
        words = f"{_who(against)} said that {_what(against)} are not the same contact"
        raise Contradiction(f"{words}, and these two belong to them. Take that back first.", [against])
    if same is False and rest.group(pair[0]) == rest.group(pair[1]):
        chain = _chain(rest, *pair)
        words = "; ".join(f"{_who(verdict)} said that {_what(verdict)} are the same contact" for verdict in chain)
        raise Contradiction(f"{words}. So these two are the same as well. Take back one of these first.", chain)


def _who(verdict: Verdict) -> str:
    return f"{verdict.user.get_username()} ({verdict.at:%d %b %Y})"


def _what(verdict: Verdict) -> str:
    titles = dict(Report.objects.filter(pk__in=[verdict.one_id, verdict.other_id]).values_list("pk", "article__title"))
    return f"“{titles[verdict.one_id]}” (report {verdict.one_id}) and “{titles[verdict.other_id]}” ({verdict.other_id})"


def _chain(binding: Said, start: int, goal: int) -> list[Verdict]:
    """The fewest "same" verdicts that lead from one report to another."""
    beside = defaultdict(dict)
    for (one, other), verdict in sorted(binding.standing.items()):
        if verdict.same:
            beside[one][other] = beside[other][one] = verdict
    ways: dict[int, list[Verdict]] = {start: []}
    ends = [start]
    for end in ends:
        for report, verdict in beside[end].items():
            if report not in ways:
                ways[report] = [*ways[end], verdict]
                ends.append(report)
    return ways[goal]


def _store(verdict: Verdict) -> Verdict:
    verdict.save()
    readside.regroup((verdict.one_id, verdict.other_id))
    return verdict


def _standing(rows: Iterable[Verdict]) -> list[Verdict]:
    """What was said of one pair and not taken back, the newest last."""
    standing: list[Verdict] = []
    for row in rows:
        if row.takes_back_id is None:
            standing.append(row)
        else:
            standing = [kept for kept in standing if kept.pk != row.takes_back_id]
    return standing


# What pages show


@dataclass(frozen=True)
class Entry:
    """A verdict in a history. ``stands``: it is what holds now, so it can be taken back."""

    verdict: Verdict
    stands: bool


def history(reports: Iterable[int]) -> list[Entry]:
    """All that was ever said of the reports of a contact (ids), the newest first; articles and users are at hand. One
    query, two where anything was said."""
    reports = list(reports)
    said_of = list(Verdict.objects.filter(Q(one__in=reports) | Q(other__in=reports)).order_by().values_list("pk"))
    if not said_of:
        return []
    rows = list(
        Verdict.objects.filter(pk__in=[pk for (pk,) in said_of])
        .select_related("user", "one__article__outlet", "other__article__outlet")
        .defer(*_heavy("one"), *_heavy("other"))
        .order_by("pk")
    )
    by_pair = defaultdict(list)
    for row in rows:
        by_pair[row.one_id, row.other_id].append(row)
    stand = {standing[-1].pk for of_pair in by_pair.values() if (standing := _standing(of_pair))}
    return [Entry(row, row.pk in stand) for row in reversed(rows)]


def why(one: int, other: int) -> Comparison:
    """What speaks for and against that two reports are one contact. Raises Report.DoesNotExist for one not shown."""
    found = givens(in_order(one, other))
    if len(found) < 2:
        raise Report.DoesNotExist
    return compare(*found.values())


@dataclass(frozen=True)
class UnsureJoin:
    """Two reports on which a person should look; ``joined``: at present they are one contact."""

    one: Report
    other: Report
    score: float
    joined: bool


def unsure_joins(start: int = 0, most: int = 50, hidden: Set[int] = frozenset()) -> list[UnsureJoin]:
    """What nobody decided, the likeliest first; articles and outlets of the reports are at hand. Without those of the
    articles that are ``hidden``. One query."""
    rows = (
        _open(hidden)
        .select_related("one__article__outlet", "other__article__outlet", "one__source", "other__source")
        .defer(*_heavy("one"), *_heavy("other"))
        .order_by("-score", "id")[start : start + most]
    )
    return [
        UnsureJoin(tie.one, tie.other, tie.score, tie.one.source.contact_id == tie.other.source.contact_id)
        for tie in rows
    ]


def count_unsure_joins(hidden: Set[int] = frozenset()) -> int:
    """How many wait, counted up to MOST_COUNTED."""
    return _open(hidden)[:MOST_COUNTED].count()


def _open(hidden: Set[int]) -> QuerySet[Tie]:
    rows = Tie.objects.filter(open=True)
    if hidden:
        rows = rows.exclude(Q(one__article__in=hidden) | Q(other__article__in=hidden))
    return rows


def _heavy(report: str) -> tuple[str, str]:
    return f"{report}__article__text", f"{report}__machine"
