"""The contacts of a pair as its list shows them: who, where, from which words. Five queries
for any number of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from contacts import links
from contacts.extraction.types import Status
from contacts.models import Contact, Dyad, Participation, Source
from contacts.pair.density import OPEN, PENCIL, SURE
from contacts.pair.signs import Item
from contacts.quotes import first_words
from contacts.sight import Sight
from contacts.when import when_words

QUOTE_LENGTH = 320


@dataclass(slots=True)
class Who:
    """A participant. ``id`` is that of the person, empty where no name is known; ``side`` is "a" or "b" for the parties
    that the page is about, empty for others."""

    id: str
    name: str
    title: str
    code: str
    party: str
    side: str

    @property
    def address(self) -> str:
        return links.person(self.id) if self.id else ""


@dataclass(slots=True)
class SourceLink:
    """One report that a contact was made from, to link to."""

    report_id: int
    article_id: int
    outlet: str
    title: str
    published: date | None
    url: str


@dataclass(slots=True)
class Other:
    """Another contact that an entry points to: what it was put off to, or what was put off to it."""

    key: str
    when: str


@dataclass(slots=True)
class Entry:
    """One contact. ``lane`` is where it is drawn, ``side`` whose it is; ``sources`` begins with the one that it rests
    on, ``witnesses`` are those of them that do not print the same text."""

    key: str
    kind: str
    status: str
    confirmed: bool
    start: date | None
    end: date | None
    precision: str
    when: str
    headline: str
    place: str
    lane: str
    side: str
    rank: int
    witnesses: int
    later: Other | None = None
    before: list[Other] = field(default_factory=list)
    people: list[Who] = field(default_factory=list)
    sources: list[SourceLink] = field(default_factory=list)
    quote: str = ""

    is_gap = False

    @property
    def spoken(self) -> str:
        """The whole in one line, for the title of a sign."""
        doubt = "" if self.confirmed else " Proposed, not confirmed."
        later = f" Put off to {self.later.when}." if self.later else ""
        return f"{self.when}: {self.kind}, {self.status}. {self.headline}.{doubt}{later}"

    @property
    def layer(self) -> str:
        """Which part of a bar it is where it is not drawn as a sign."""
        return layer_of(self.confirmed, self.status)

    @property
    def item(self) -> Item:
        return Item(self.key, self.lane, self.start, self.end, self.precision, self, self.rank)


def layer_of(confirmed: bool, status: str) -> str:
    return PENCIL if not confirmed else SURE if status == Status.OCCURRED else OPEN


def brief(rows: QuerySet[Dyad], sight: Sight) -> list[Entry]:
    """The rows without people, sources and words: what a sign needs. One query."""
    named = rows.values_list(
        "contact", "kind", "status", "confirmed", "start", "end", "contact__precision", "contact__headline",
        "contact__place", "lane", "side", "rank", "witnesses", "contact__instead", "contact__instead__start",
        "contact__instead__end", "contact__instead__precision",
    )  # fmt: skip
    return [
        Entry(
            key, kind, status, confirmed, start, end, precision, when_words(start, end, precision), headline, place,
            lane, side, rank, witnesses, _other(later, then, sight),
        )
        for key, kind, status, confirmed, start, end, precision, headline, place, lane, side, rank, witnesses, later,
        *then in named
    ]  # fmt: skip


def _other(key: str | None, when: Sequence, sight: Sight) -> Other | None:
    return Other(key, when_words(*when)) if key and key not in sight.contacts else None


def full(entries: list[Entry], sides: Mapping[str, str], sight: Sight) -> list[Entry]:
    """The same entries with all that the list shows. ``sides`` maps codes of parties to "a" or "b". Four queries."""
    by_key = {entry.key: entry for entry in entries}
    if entries:
        _add_people(by_key, sides, sight)
        _add_sources(by_key)
        _add_quotes(entries)
        _add_what_was_put_off(by_key, sight)
    return entries


def _add_people(entries: dict[str, Entry], sides: Mapping[str, str], sight: Sight) -> None:
    rows = Participation.objects.filter(contact__in=list(entries)).order_by("contact", "ordinal")
    for key, pk, name, title, code, party in rows.values_list(
        "contact", "person", "person__name", "title", "party", "party__name"
    ):
        name = sight.name(pk, name) if pk else ""
        if name or title:
            entries[key].people.append(Who(pk or "", name, title, code or "", party or "", sides.get(code, "")))


def _add_sources(entries: dict[str, Entry]) -> None:
    rows = Source.objects.filter(contact__in=list(entries)).order_by("contact", "rank")
    for key, *values in rows.values_list(
        "contact", "report", "report__article", "report__article__outlet__name", "report__article__title",
        "report__article__published", "report__article__url",
    ):  # fmt: skip
        report, article, outlet, title, published, url = values
        entries[key].sources.append(SourceLink(report, article, outlet or "", title, published, _web(url)))


def _web(url: str) -> str:
    """An address that may be linked to; nothing for one of another kind (javascript:, file:)."""
    return url if url.startswith(("https://", "http://")) else ""


def _add_quotes(entries: Sequence[Entry]) -> None:
    """The first words that each contact's first report was read from."""
    first = {entry.sources[0].report_id: entry for entry in entries if entry.sources}
    for report, quote in first_words(first, QUOTE_LENGTH).items():
        first[report].quote = quote


def _add_what_was_put_off(entries: dict[str, Entry], sight: Sight) -> None:
    rows = sight.seen(Contact.objects.filter(instead__in=list(entries)).order_by("start", "pk"), "pk")
    for instead, key, *when in rows.values_list("instead", "pk", "start", "end", "precision"):
        entries[instead].before.append(Other(key, when_words(*when)))
