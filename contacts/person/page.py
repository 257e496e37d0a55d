"""All that a person's page shows, for one choice of contacts. The number of queries does not grow with the contacts."""

from __future__ import annotations

from dataclasses import dataclass

from contacts.models import Name, Person
from contacts.pair import listing
from contacts.pair.drawing import Drawing, LaneName
from contacts.pair.facets import COUNTED, Cells, lanes_of, shows, statuses
from contacts.pair.named import Facet
from contacts.pair.page import Ask, drawing_of, frame_of, part_size, years_words, zoom_of
from contacts.pair.selection import Filter
from contacts.pair.totals import Totals, by_month, long_silences, totals
from contacts.pair.zoom import Zoom
from contacts.person import doubted, journeys
from contacts.person.counterparts import Counterpart, chosen, counterparts
from contacts.person.journeys import Trip
from contacts.person.posts import Post, posts
from contacts.person.selection import LANES, WENT, matching
from contacts.sight import Sight

NAMES = tuple(LaneName(key, label, "a" if key == WENT else "") for key, label in LANES.items())


@dataclass(frozen=True, slots=True)
class Choices:
    """All choices of the filter. The empty ones are what only a pair's page offers."""

    lanes: tuple[Facet, ...]
    statuses: tuple[Facet, ...]
    shows: tuple[Facet, ...]
    people: tuple[Facet, ...]
    kinds: tuple[Facet, ...] = ()
    ranks: tuple[Facet, ...] = ()
    outlets: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name that is the person's. ``split``: from which day on or in which post, where it is somebody else's too."""

    id: str
    name: str
    party: str
    split: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything on a person's page. ``shown`` is how many contacts pass, ``undated`` how many of them have no date."""

    person: Person
    spellings: tuple[Spelling, ...]
    doubts: list[doubted.Asked]
    posts: tuple[Post, ...]
    trips: tuple[Trip, ...]
    counterparts: tuple[Counterpart, ...]
    filter: Filter
    totals: Totals
    shown: int
    undated: int
    facets: Choices
    list: listing.Sheet
    drawing: Drawing | None
    time: str
    zoom: Zoom
    span: str

    @property
    def title(self) -> str:
        return self.person.name

    @property
    def others(self) -> tuple[str, ...]:
        """Other ways in which the name is written, each once."""
        return tuple(dict.fromkeys(one.name for one in self.spellings if one.name != self.person.name))


def whose(key: str, sight: Sight) -> str | None:
    """The id of the person whose a name is now, for an address with a name's id. None: there is no such name."""
    now = sight.called(Name.objects.filter(pk=key)).values_list("person", flat=True).first()
    return now if now != key and now and sight.knows(now) else None


def person_page(person: Person, asked: Filter, ask: Ask) -> PersonPage:
    """The page of a person, whose party is at hand; some twenty queries, however many contacts."""
    sight = asked.sight
    person.name = sight.name(person.pk, person.name)
    everything = by_month(matching(person.pk, Filter(sight=sight)))
    months = by_month(matching(person.pk, asked)) if asked.narrows else everything
    cells = Cells(matching(person.pk, asked, but=COUNTED), asked)
    rows = matching(person.pk, asked)
    frame = frame_of(months, asked, cells.undated)
    gaps = listing.Gaps(long_silences(months), of_all=asked.only_dates)
    sides = {person.party_id: "a"} if person.party_id else {}
    part = listing.Part(cells.contacts, cells.undated, part_size(cells.contacts), sight)
    sheet = listing.sheet(rows, sides, part, ask, gaps)
    whole = totals(everything)
    return PersonPage(
        person=person,
        spellings=_spellings(person, sight),
        doubts=doubted.of_person(person, sight),
        posts=posts(person.pk, sight),
        trips=journeys.of_person(person.pk, asked.start, asked.end, sight),
        counterparts=counterparts(person, rows, sight),
        filter=asked,
        totals=whole,
        shown=cells.contacts,
        undated=cells.undated,
        facets=Choices(
            lanes=lanes_of(cells, asked, list(LANES.items())),
            statuses=statuses(cells, asked),
            shows=shows(cells, asked),
            people=chosen(asked.people, sight),
        ),
        list=sheet,
        drawing=drawing_of(rows, frame, NAMES, cells, sheet.entries, ask.today, sight) if cells.contacts else None,
        zoom=zoom_of(frame, whole, asked),
        span=years_words(months),
        time=frame.window.label if asked.start and asked.end else frame.window.months_label,
    )


def _spellings(person: Person, sight: Sight) -> tuple[Spelling, ...]:
    rows = sight.called(Name.objects.filter(person=person)).order_by("spelling", "split", "pk")
    return tuple(Spelling(*row) for row in rows.values_list("pk", "spelling", "party__name", "split"))
