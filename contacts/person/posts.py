"""The posts that a person held, out of the titles that their contacts tell. One query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min

from contacts.fusion.names import name_key
from contacts.fusion.rows import title_rank
from contacts.models import NO_RANK, Participation
from contacts.pair.facets import rank_label
from contacts.sight import EVERYTHING, Sight
from contacts.when import month_words

MOST = 40


@dataclass(frozen=True)
class Post:
    """A title with a party. ``since`` and ``until`` are the first and the last contact that tells it, in words."""

    title: str
    party: str
    code: str
    rank: str
    since: str
    until: str
    contacts: int

    @property
    def when(self) -> str:
        if not self.since:
            return ""
        return self.since if self.since == self.until else f"{self.since} – {self.until}"


def posts(person: str, sight: Sight = EVERYTHING) -> tuple[Post, ...]:
    """The latest first; titles that differ in case and hyphens only are one."""
    rows = sight.seen(Participation.objects.filter(person=person).exclude(title="").order_by())
    rows = rows.values_list("title", "party", "party__name").annotate(
        contacts=Count("contact", distinct=True), first=Min("contact__start"), last=Max("contact__end")
    )
    by_title: dict[tuple[str, str], list[tuple]] = {}
    for row in rows:
        by_title.setdefault((_plain(row[0]), row[1] or ""), []).append(row)
    found = sorted(map(_joined, by_title.values()), key=lambda one: (one[0] or date.min, one[1].contacts), reverse=True)
    return tuple(post for _, post in found[:MOST])


def _plain(title: str) -> str:
    return name_key(title).removeprefix("the ")


def _joined(rows: Iterable[tuple]) -> tuple[date | None, Post]:
    """One post with its last day, out of the rows of its spellings; it is written as most contacts write it."""
    rows = sorted(rows, key=lambda row: (-row[3], row[0]))
    title, code, party = rows[0][:3]
    first = min((row[4] for row in rows if row[4]), default=None)
    last = max((row[5] for row in rows if row[5]), default=None)
    rank = title_rank(title)
    return last, Post(
        title=title,
        party=party or "",
        code=code or "",
        rank=rank_label(rank) if rank < NO_RANK else "",
        since=month_words(first) if first else "",
        until=month_words(last) if last else "",
        contacts=sum(row[3] for row in rows),
    )
