"""Which contacts of a pair are asked for: the choices, and the rows that pass them, in SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from contacts.extraction.types import Rank
from contacts.models import Dyad, Participation, Source
from contacts.sight import EVERYTHING, Sight

ALL, CONFIRMED, PROPOSED = "all", "confirmed", "proposed"
NOBODY = "none"  # how an address names the rank of a contact in which nobody has a title
RANK_NAMES = (*(rank.value for rank in Rank), NOBODY)


@dataclass(frozen=True)
class Filter:
    """Which contacts of a pair are asked for. An empty choice lets everything through.

    ``ranks`` are numbers (0 is the head of state), ``people`` and ``outlets`` are ids. A contact whose days are
    uncertain passes ``start`` and ``end`` when one of its possible days does; one without a date only when neither
    is given. ``sight`` is what the reader may see, which is no choice of theirs.
    """

    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    lanes: frozenset[str] = frozenset()
    ranks: frozenset[int] = frozenset()
    people: frozenset[str] = frozenset()
    outlets: frozenset[int] = frozenset()
    start: date | None = None
    end: date | None = None
    show: str = ALL
    sight: Sight = field(default=EVERYTHING, compare=False)

    @property
    def narrows(self) -> bool:
        return self != Filter()

    @property
    def only_dates(self) -> bool:
        """Whether everything but the dates lets all contacts through."""
        return self == Filter(start=self.start, end=self.end)


def matching(a: str, b: str, asked: Filter, but: frozenset[str] | set[str] = frozenset()) -> QuerySet[Dyad]:
    """The rows of a pair that pass. ``but`` names choices to leave out, as the fields of ``Filter`` are called.

    The index over pair, days and the copied values answers all of it but people and outlets, which are looked up for
    the contacts of the pair alone, so that a page costs what its pair holds and not what the archive holds.
    """
    rows = asked.sight.seen(Dyad.objects.filter(a=a, b=b).order_by())
    for name, column, chosen in (
        ("kinds", "kind", asked.kinds),
        ("statuses", "status", asked.statuses),
        ("lanes", "lane", asked.lanes),
        ("ranks", "rank", asked.ranks),
    ):
        if chosen and name not in but:
            rows = rows.filter(**{f"{column}__in": sorted(chosen)})
    if asked.show != ALL and "show" not in but:
        rows = rows.filter(confirmed=asked.show == CONFIRMED)
    if asked.start:
        rows = rows.filter(end__gte=asked.start)
    if asked.end:
        rows = rows.filter(start__lte=asked.end)
    if asked.people and "people" not in but:
        took_part = Participation.objects.filter(contact=OuterRef("contact"), person__in=sorted(asked.people))
        rows = rows.filter(Exists(took_part.order_by()))
    if asked.outlets and "outlets" not in but:
        told = Source.objects.filter(contact=OuterRef("contact"), report__article__outlet__in=sorted(asked.outlets))
        rows = rows.filter(Exists(told.order_by()))
    return rows
