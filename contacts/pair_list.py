"""The list of all pairs that have contacts, with counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max, Q, QuerySet, Sum

from contacts import links
from contacts.extraction.types import Kind
from contacts.models import Party
from contacts.pair.axis import percent
from contacts.sight import PairYears
from contacts.when import month_words


@dataclass(frozen=True)
class PairRow:
    """A pair in the list. ``share`` is its number of contacts beside the largest of the list, in per cent."""

    a: Party
    b: Party
    contacts: int
    confirmed: int
    kinds: tuple[tuple[str, int], ...]
    last: str
    share: str
    confirmed_share: str

    @property
    def address(self) -> str:
        return links.pair(self.a.pk, self.b.pk)


def pair_counts(years: PairYears) -> QuerySet:
    """The pairs that have contacts, most first, as dictionaries. One query for each page of them."""
    kinds = {kind.value: Sum(years["contacts"], filter=Q(kind=kind.value), default=0) for kind in Kind}
    return (
        years.rows.values("a", "b")
        .annotate(total=Sum(years["contacts"]), sure=Sum(years["confirmed"]), newest=Max(years["last"]), **kinds)
        .order_by("-total", "a", "b")
    )


def pair_rows(counts: Sequence[dict], most: int) -> list[PairRow]:
    """Rows of ``pair_counts`` as the page shows them. One query."""
    parties = Party.objects.in_bulk({code for row in counts for code in (row["a"], row["b"])})
    return [
        PairRow(
            a=parties[row["a"]],
            b=parties[row["b"]],
            contacts=row["total"],
            confirmed=row["sure"],
            kinds=tuple((kind.value, row[kind.value]) for kind in Kind),
            last=month_words(row["newest"]) if row["newest"] else "",
            share=percent(100 * row["total"] / most),
            confirmed_share=percent(100 * row["sure"] / most),
        )
        for row in counts
    ]
