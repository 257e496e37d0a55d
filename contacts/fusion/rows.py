"""The rows of contacts, out of what was merged from their reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from contacts import bulk, records
from contacts.extraction.title_ranks import rank_of
from contacts.extraction.types import Kind, Role
from contacts.fusion.given import Given
from contacts.fusion.names_standing import Splits
from contacts.fusion.persons import name_row
from contacts.fusion.values import Merged
from contacts.lanes import lane_and_side
from contacts.models import NO_RANK, RANKS, Contact, Dyad, Name, Participation, Source

_RANKS = {rank: place for place, rank in enumerate(RANKS)}


def contact_id(first: int) -> str:
    """The id of a contact whose lowest report this is: no other contact has it, and a rebuild finds it again."""
    return f"c{first}"


def first_report(contact_id: str) -> int:
    return int(contact_id[1:])


def title_rank(title: str) -> int:
    """The place of a title among RANKS, NO_RANK where it names no office."""
    rank = rank_of(title)
    return NO_RANK if rank is None else _RANKS[rank]


@dataclass(frozen=True)
class Rows:
    """The unsaved rows of one contact."""

    contact: Contact
    sources: list[Source]
    names: list[Name]
    participations: list[Participation]
    dyads: list[Dyad]


def rows(merged: Merged, reports: Mapping[int, Given], party_names: Mapping[str, str], splits: Splits) -> Rows:
    """``reports``: at least those that it was merged from. ``party_names`` maps codes to names, for the headline;
    ``splits`` say where a name is somebody else's."""
    record, first = merged.record, reports[merged.ranked[0]]
    when, place = record["date"], record.get("place") or {}
    start, end = (date.fromisoformat(when[side]) if when[side] else None for side in ("start", "end"))
    names = [
        name_row(one.name, one.country, start, one.title, splits) if one.name else None for one in merged.participants
    ]
    contact = Contact(
        id=contact_id(merged.key),
        kind=record["type"],
        status=record["status"],
        start=start,
        end=end,
        precision=when["precision"],
        place=(place.get("text") or "")[:300],
        place_country_id=place.get("country"),
        confirmed=merged.confirmed,
        confirmed_at=first.decided_at if merged.confirmed else None,
        headline=records.headline(record, party_names)[:300],
        witnesses=merged.witnesses,
        values_from=merged.values_from,
    )
    participations = [
        Participation(
            contact=contact,
            ordinal=number,
            known_as=name,
            name=one.name[:200],
            party_id=one.country,
            title=one.title[:300],
            role=one.role,
        )
        for number, (one, name) in enumerate(zip(merged.participants, names, strict=True))
    ]
    ranks = [title_rank(one.title) for one in merged.participants]
    contact.rank = min(ranks, default=NO_RANK)
    return Rows(
        contact,
        [Source(contact=contact, report_id=report, rank=place) for place, report in enumerate(merged.ranked)],
        [name for name in names if name],
        participations,
        [_dyad(contact, participations, ranks, a, b) for a, b in combinations(sorted(set(record["countries"])), 2)],
    )


def _dyad(contact: Contact, taking_part: list[Participation], ranks: list[int], a: str, b: str) -> Dyad:
    lane, side = lane_and_side(contact, taking_part, a, b)
    return Dyad(
        contact=contact,
        a_id=a,
        b_id=b,
        start=contact.start,
        end=contact.end,
        kind=contact.kind,
        status=contact.status,
        confirmed=contact.confirmed,
        lane=lane,
        side=side,
        rank=_pair_rank(contact, taking_part, ranks, a, b),
        witnesses=contact.witnesses,
    )


def _pair_rank(contact: Contact, taking_part: list[Participation], ranks: list[int], a: str, b: str) -> int:
    """The highest of those who took part for these two; of a visit, of those who travelled."""
    theirs = [(one, rank) for one, rank in zip(taking_part, ranks, strict=True) if one.party_id in (a, b)]
    travelled = [pair for pair in theirs if pair[0].role == Role.VISITOR] if contact.kind == Kind.VISIT else []
    return min((rank for _, rank in travelled or theirs), default=NO_RANK)


def write(made: Iterable[Rows]) -> set[str]:
    """Store new contacts; returns the ids of the names in them, which ``persons.settle`` has to look at."""
    made = list(made)
    names = {name.pk: name for one in made for name in one.names}
    Name.objects.bulk_create(names.values(), ignore_conflicts=True)
    whose = dict(Name.objects.filter(pk__in=names).values_list("pk", "person"))
    for one in made:
        for row in one.participations:
            row.person_id = whose.get(row.known_as_id)
    for model, objects in zip((Contact, Source, Participation, Dyad), _by_table(made), strict=True):
        model.objects.bulk_create(objects)
    return set(names)


def write_many(made: Iterable[Rows], known: set[str]) -> None:
    """The same for a rebuild, which says afterwards who everybody is. ``known``: ids of names that are stored; the new
    ones are added to it."""
    made = list(made)
    names = {name.pk: name for one in made for name in one.names if name.pk not in known}
    known |= names.keys()
    Name.objects.bulk_create(names.values(), ignore_conflicts=True)
    for objects in _by_table(made):
        bulk.insert(objects)


def _by_table(made: list[Rows]) -> Iterator[list]:
    yield [one.contact for one in made]
    for name in ("sources", "participations", "dyads"):
        yield [row for one in made for row in getattr(one, name)]
