"""What a reader may see of the read side: all but what rests on an article on which they give a second opinion.

A page asks ``of(user)`` once and hands the answer to whatever chooses, counts or names contacts. For nearly everybody
nothing is hidden, at one query of a few rows; the others see an archive in which that article tells of no contact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Case, Exists, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Length

from contacts import second
from contacts.fusion import counts
from contacts.models import Dyad, Name, PairYear, Participation, Person, Report, Source


@dataclass(frozen=True)
class Sight:
    """``articles`` and ``contacts`` are the ids of what is hidden."""

    articles: frozenset[int] = frozenset()
    contacts: frozenset[str] = frozenset()

    def seen(self, rows: QuerySet, path: str = "contact") -> QuerySet:
        """The rows without those whose contact is hidden; ``path`` leads from a row to its contact."""
        return rows.exclude(**{f"{path}__in": sorted(self.contacts)}) if self.contacts else rows

    def hidden(self, rows: QuerySet, path: str = "contact") -> QuerySet:
        """Only those whose contact is hidden."""
        return rows.filter(**{f"{path}__in": sorted(self.contacts)}) if self.contacts else rows.none()

    def keeps_back(self, contact: str) -> bool:
        """Whether this is the address of a contact that is hidden, or would be if its first report still told of one:
        that there is none any more was decided as well."""
        if not self.articles or contact in self.contacts:
            return contact in self.contacts
        number = contact[1:]
        if not number.isdecimal() or len(number) > 17:
            return False
        return Report.objects.filter(pk=int(number), article__in=self.articles).exists()

    def name(self, person: str, name: str) -> str:
        """What to call a person (an id), whose ``name`` may be a spelling out of a hidden contact."""
        return self.names.get(person) or name

    @cached_property
    def names(self) -> dict[str, str]:
        """The people of hidden contacts, each with the fullest spelling that others tell; empty: no other does."""
        if not self.contacts:
            return {}
        told = self.seen(Participation.objects.filter(person=OuterRef("pk")).order_by())
        fullest = told.order_by(Length("name").desc(), "name").values("name")[:1]
        people = Person.objects.filter(pk__in=self.hidden(Participation.objects.exclude(person=None)).values("person"))
        return {pk: name or "" for pk, name in people.values_list("pk", Subquery(fullest))}

    def knows(self, person: str) -> bool:
        """Whether a contact that is seen tells of this person."""
        return self.names.get(person) != ""

    def called(self, rows: QuerySet[Name]) -> QuerySet[Name]:
        """The names without those that only hidden contacts tell."""
        hidden = self.hidden_names()
        return rows.exclude(pk__in=list(hidden)) if hidden else rows

    def hidden_names(self) -> dict[str, tuple[str, str | None]]:
        """The names that only hidden contacts tell: ids, each with what it is folded to, and its party. One query, none
        where nothing is hidden."""
        if not self.contacts:
            return {}
        told = self.seen(Participation.objects.filter(known_as=OuterRef("pk")).order_by())
        names = Name.objects.filter(pk__in=self.hidden(Participation.objects.exclude(known_as=None)).values("known_as"))
        return {pk: (key, party) for pk, key, party in names.exclude(Exists(told)).values_list("pk", "key", "party")}

    @cached_property
    def years(self) -> PairYears:
        """The counts of pairs, without what is hidden. Nothing hidden: no query; else two for each 200 cells of it."""
        hidden = self.hidden(Dyad.objects.select_related(None).only("a", "b", "start", "kind").order_by())
        cells = sorted({counts.cell(dyad) for dyad in hidden}) if self.contacts else []
        now, there = {}, {}
        for at in range(0, len(cells), _AT_ONCE):
            rows, dyads = counts.of_cells(cells[at : at + _AT_ONCE])
            there |= {(row.a_id, row.b_id, row.year, row.kind): row.pk for row in rows}
            now |= {(row.a_id, row.b_id, row.year, row.kind): row for row in counts.counted(self.seen(dyads))}
        return PairYears({pk: now.get(cell) for cell, pk in there.items()})


_AT_ONCE = 200
EVERYTHING = Sight()


@dataclass(frozen=True)
class PairYears:
    """``PairYear`` as a reader sees it. ``changed``: what rows (ids) are to be read as; None where nothing is left."""

    changed: dict[int, PairYear | None]

    @property
    def rows(self) -> QuerySet[PairYear]:
        """The rows in which something is left, in no order."""
        gone = [pk for pk, row in self.changed.items() if row is None]
        rows = PairYear.objects.order_by()
        return rows.exclude(pk__in=gone) if gone else rows

    def __getitem__(self, field: str):
        """One of its numbers, to sum or to compare."""
        kept = [(pk, row) for pk, row in self.changed.items() if row is not None]
        if not kept:
            return F(field)
        column = PairYear._meta.get_field(field)
        whens = [When(pk=pk, then=Value(getattr(row, field), output_field=column)) for pk, row in kept]
        return Case(*whens, default=F(field), output_field=column)


def of(user) -> Sight:
    """What this person may see. One query, two where something is hidden."""
    articles = frozenset(second.articles_hidden_from(user))
    if not articles:
        return EVERYTHING
    return Sight(articles, frozenset(_resting_on(articles)))


def _resting_on(articles: Iterable[int]) -> QuerySet:
    return Source.objects.filter(report__article__in=articles).order_by().values_list("contact", flat=True)
