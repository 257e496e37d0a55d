"""The read side made anew from all reports, in time that is linear in them and memory that hardly grows.

Reports are read in blocks, three times: to write the windows; pair by pair, to compare those whose windows overlap; and
in order, to write the contacts. In memory are one block, the windows that are open on one day of one pair, the verdicts
of people, the ids of persons, and two numbers a report that say which hang together.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection, transaction
from django.db.models import Exists, Max, OuterRef

from contacts import bulk
from contacts.extraction.types import Status
from contacts.fusion import counts, doubts, names_standing, nearness, people_doubts, persons, put_off, rows, said
from contacts.fusion.cluster import cluster
from contacts.fusion.gather import AT_ONCE, givens, read, visible
from contacts.fusion.given import Given
from contacts.fusion.readside import one_at_a_time
from contacts.fusion.said import Pair, Said
from contacts.fusion.settings import EDITION
from contacts.fusion.values import values
from contacts.models import (
    Contact,
    Dyad,
    Name,
    NameTie,
    PairYear,
    Participation,
    Party,
    Person,
    PersonDoubt,
    Report,
    Source,
    Tie,
    Window,
)
from contacts.search import index

BLOCK = 2000  # reports
MOST_PAIRS = 20_000  # compared at once


@transaction.atomic
def rebuild() -> int:
    """Make the whole read side anew from the reports. Returns the number of contacts."""
    one_at_a_time()
    for model in (Tie, Window, PairYear, Dyad, Participation, Source, Contact, NameTie, PersonDoubt, Name, Person):
        _empty(model)
    binding = said.everything()
    _write_windows()
    _write_ties()
    made, unsure = _write_contacts(binding)
    persons.settle_all()
    people_doubts.settle_all()
    counts.recount_all()
    _put_off()
    _settle_doubts(unsure, binding)
    index.rebuild()
    bulk.analyze()
    return made


def rebuild_if_older(using: str = "default", **_signal) -> None:
    """Runs after every migrate: contacts that an older program made, without windows or names or by other weights, are
    made anew."""
    if using != "default" or not Contact.objects.exists():
        return
    unnamed = Participation.objects.filter(known_as=None).exclude(person=None)
    otherwise = Window.objects.exclude(digest__startswith=EDITION)
    if not Window.objects.exists() or unnamed.exists() or otherwise.exists():
        rebuild()


def _empty(model) -> None:
    """All rows at once: Django's own way would first load each contact to see what hangs on it."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


def _blocks() -> Iterator[list[Given]]:
    last = 0
    while block := read(visible().filter(pk__gt=last).order_by("pk")[:BLOCK]):
        yield block
        last = block[-1].key


def _write_windows() -> None:
    for block in _blocks():
        bulk.insert(row for given in block for row in nearness.windows(given))


def _write_ties() -> None:
    """Compare all whose windows overlap, pair by pair."""
    known: dict[int, Given] = {}
    for some in _lists(_overlapping(), MOST_PAIRS):
        wanted = {report for _, one, other in some for report in (one, other)}
        known = {report: given for report, given in known.items() if report in wanted}
        known |= givens(wanted - known.keys())
        candidates = ((pair, known[one], known[other]) for pair, one, other in some)
        # Two that share several pairs meet once for each, and are compared at the first.
        nearness.write_ties((one, other) for pair, one, other in candidates if pair == _first_shared(one, other))


def _overlapping() -> Iterator[tuple[str, int, int]]:
    """A pair of parties and two reports, in order, whose windows under it overlap."""
    ordered = Window.objects.order_by("pair", "kind", "first", "report")
    block, active = None, []
    for pair, kind, first, last, report in ordered.values_list("pair", "kind", "first", "last", "report").iterator():
        if block != (pair, kind):
            block, active = (pair, kind), []
        active = [before for before in active if before[0] >= first]
        for _, other in active:
            yield pair, *said.in_order(report, other)
        active.append((last, report))


def _first_shared(one: Given, other: Given) -> str:
    shared = sorted(one.parties & other.parties)
    return " ".join(shared[:2])


def _write_contacts(binding: Said) -> tuple[int, set[Pair]]:
    """Returns how many, and the joins on which a person should look."""
    hanging = _hanging_together(binding)
    names = dict(Party.objects.values_list("pk", "name"))
    splits = names_standing.standing_splits()
    people: set[str] = set()
    unsure: set[Pair] = set()
    made = 0
    for block in _blocks():
        here = {given.key: given for given in block}
        components = [hanging.take(report) for report in here]
        here |= givens({report for component in components for report in component} - here.keys())
        new = []
        for component in components:
            groups, doubted = _clustered([here[report] for report in component if report in here], binding)
            unsure |= doubted
            new += [rows.rows(values([here[report] for report in group]), here, names, splits) for group in groups]
        rows.write_many(new, people)
        made += len(new)
    return made, unsure


def _clustered(found: list[Given], binding: Said) -> tuple[list[list[int]], set[Pair]]:
    if len(found) < 2:
        return [[one.key] for one in found], set()
    clusters = cluster(found, *binding.binding(given.key for given in found))
    return clusters.groups, {(one.one, one.other) for one in clusters.unsure if one.joined}


def _settle_doubts(unsure: set[Pair], binding: Said) -> None:
    """Contact by contact, for those whose reports have ties."""
    tied = Exists(Tie.objects.filter(one=OuterRef("report"))) | Exists(Tie.objects.filter(other=OuterRef("report")))
    contacts = Source.objects.filter(tied).order_by("contact").values_list("contact", flat=True).distinct()
    for some in _lists(contacts.iterator(), AT_ONCE):
        contact_of = dict(Source.objects.filter(contact__in=some).order_by().values_list("report", "contact"))
        doubts.settle(contact_of, unsure, binding)


def _put_off() -> None:
    cancelled = Contact.objects.filter(status=Status.CANCELLED).exclude(start=None).order_by("pk")
    for some in _lists(cancelled.values_list("pk", flat=True).iterator(), BLOCK):
        put_off.settle([], some)


class _Hanging:
    """Which reports hang together: disjoint rings of ids, in three arrays."""

    def __init__(self, highest: int) -> None:
        self._root, self._next = (array("q", range(highest + 1)) for _ in range(2))
        self._taken = bytearray(highest + 1)

    def _of(self, report: int) -> int:
        root = self._root
        while root[report] != report:
            root[report] = report = root[root[report]]
        return report

    def tie(self, one: int, other: int) -> None:
        a, b = self._of(one), self._of(other)
        if a != b:
            self._root[max(a, b)] = min(a, b)
            self._next[one], self._next[other] = self._next[other], self._next[one]

    def take(self, report: int) -> list[int]:
        """All that hang together with a report; nothing for one that was taken before."""
        ring = []
        while not self._taken[report]:
            self._taken[report] = 1
            ring.append(report)
            report = self._next[report]
        return sorted(ring)


def _hanging_together(binding: Said) -> _Hanging:
    hanging = _Hanging(Report.objects.aggregate(highest=Max("pk"))["highest"] or 0)
    for one, other in Tie.objects.filter(together=True).values_list("one", "other").iterator():
        hanging.tie(one, other)
    for (one, other), verdict in binding.standing.items():
        if verdict.same:
            hanging.tie(one, other)
    return hanging


def _lists(items: Iterable, size: int) -> Iterator[list]:
    items = iter(items)
    while some := list(islice(items, size)):
        yield some
