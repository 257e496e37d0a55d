"""Which stored reports may be one contact: windows to find candidates by, and ties to the ones that are like.

Ties are kept so that a later change compares nothing that was compared before, and so that what hung together with a
report before it changed can still be found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from contacts.fusion import said
from contacts.fusion.compare import compare
from contacts.fusion.gather import chunks, digest, givens
from contacts.fusion.given import Given, pairs, window
from contacts.fusion.said import in_order
from contacts.models import Source, Tie, Window

REACHES = (8, 32, 128, 512, 4_000_000)  # days; the last holds every window


def windows(given: Given) -> list[Window]:
    """The unsaved rows under which a report is found; none where nothing dates it."""
    when = window(given)
    if when is None:
        return []
    first, last = when
    reach = next(reach for reach in REACHES if (last - first).days <= reach)
    mark = digest(given)
    return [
        Window(
            report_id=given.key, pair=" ".join(pair), kind=given.kind, reach=reach, first=first, last=last, digest=mark
        )
        for pair in pairs(given)
    ]


@dataclass(frozen=True)
class Stale:
    """Reports whose windows and ties are not what they say now: ``new`` has those to write, ``old`` those to drop.

    ``moved``: those that came into sight or went out of it; some have no window, and only a person's word joins them.
    """

    new: Mapping[int, Given]
    old: Set[int]
    moved: Set[int]

    def __bool__(self) -> bool:
        return bool(self.new or self.old or self.moved)


def stale(changed: Iterable[int], leaving: frozenset[int] = frozenset()) -> Stale:
    """Which of these reports say something else than when they were compared.

    Of a report that is not visible, or ``leaving``, nothing is kept.
    """
    changed = set(changed)
    shown = givens(changed - leaving)
    here = {pk: given for pk, given in shown.items() if window(given)}
    known: dict[int, str] = {}
    made_from: set[int] = set()
    for some in chunks(changed):
        made_from |= set(Source.objects.filter(report__in=some).order_by().values_list("report", flat=True))
        known |= dict(Window.objects.filter(report__in=some).values_list("report", "digest"))
    new = {pk: given for pk, given in here.items() if known.get(pk) != digest(given)}
    old = (known.keys() - here.keys()) | (known.keys() & new.keys())
    return Stale(new, old, made_from ^ shown.keys())


def refresh(found: Stale) -> None:
    """Bring windows and ties of these reports in step."""
    new = found.new
    for some in chunks(found.old):
        Window.objects.filter(report__in=some).delete()
        Tie.objects.filter(Q(one__in=some) | Q(other__in=some)).delete()
    Window.objects.bulk_create((row for given in new.values() for row in windows(given)), batch_size=500)
    near = {pair for given in new.values() for pair in _near(given)}
    others = givens({pk for pair in near for pk in pair} - new.keys()) | new
    write_ties([(others[one], others[other]) for one, other in sorted(near)])


def _near(given: Given) -> Iterator[said.Pair]:
    """The pairs of this report with each whose window overlaps with its own: an index look-up for each reach."""
    first, last = window(given)
    for some in chunks(" ".join(pair) for pair in pairs(given)):
        for reach in REACHES:
            rows = Window.objects.filter(
                pair__in=some, kind=given.kind, reach=reach, first__range=(_before(first, reach), last), last__gte=first
            )
            for other in rows.values_list("report", flat=True):
                if other != given.key:
                    yield in_order(given.key, other)


def _before(day: date, days: int) -> date:
    return day - timedelta(days) if (day - date.min).days > days else date.min


def write_ties(candidates: Iterable[tuple[Given, Given]]) -> None:
    """Compare, and keep what may be one. Which of them a person is asked about is seen later (``doubts``)."""
    rows = []
    for one, other in candidates:
        found = compare(one, other)
        if found.near or found.together:
            rows.append(Tie(one_id=one.key, other_id=other.key, score=found.score, together=found.together, open=False))
    Tie.objects.bulk_create(rows, batch_size=500)


def scores(reports: Collection[int]) -> dict[said.Pair, float]:
    """How alike each two of these reports are, as far as they may be one contact. Their ties must be in step."""
    found = {}
    for some in chunks(reports):
        rows = Tie.objects.filter(one__in=some).values_list("one", "other", "score")
        found |= {(one, other): score for one, other, score in rows if other in reports}
    return found


def hanging_together(reports: Iterable[int]) -> set[int]:
    """These reports and all that hang together with them by ties, by verdicts, or in a contact as it is now.

    A whole component or several, so that clustering them anew gives what clustering everything would give.
    """
    found, new = set(), set(reports)
    while new:
        found |= new
        new = (_tied(new) | said.neighbours(new) | _in_one_contact(new)) - found
    return found


def as_they_are(reports: Iterable[int]) -> list[list[int]]:
    """The groups that these reports are in: the reports of each contact; one that is in none stands alone."""
    groups: dict[str, list[int]] = {}
    alone = set(reports)
    for some in chunks(alone):
        rows = Source.objects.filter(contact__sources__report__in=some).order_by("report")
        for contact, report in rows.values_list("contact", "report").distinct():
            groups.setdefault(contact, []).append(report)
    alone -= {report for group in groups.values() for report in group}
    return [*(sorted(set(group)) for group in groups.values()), *([report] for report in sorted(alone))]


def _tied(reports: Iterable[int]) -> set[int]:
    found = set()
    for some in chunks(reports):
        rows = Tie.objects.filter(Q(one__in=some) | Q(other__in=some), together=True)
        found |= {pk for pair in rows.values_list("one", "other") for pk in pair}
    return found


def _in_one_contact(reports: Iterable[int]) -> set[int]:
    found = set()
    for some in chunks(reports):
        rows = Source.objects.filter(contact__sources__report__in=some)
        found |= set(rows.order_by().values_list("report", flat=True))
    return found
