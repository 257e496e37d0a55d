"""Persons of the read side: whose each name is, kept right where names come or go.

Which names are one person's is decided a party at once (``identity``), and only where a spelling is new to it or gone:
a decision on a report of known people looks at nothing here. A person's id is the lowest id of its names, its name the
longest spelling, so both are the same after any order of changes.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Length

from contacts.extraction.title_ranks import rank_of
from contacts.fusion.gather import chunks
from contacts.fusion.identity import Known, people
from contacts.fusion.names import name_key
from contacts.fusion.names_standing import NONE, Splits, standing
from contacts.models import Name, NameTie, Participation, Person, split_words

_MENTIONS = Participation.objects.filter(known_as=OuterRef("pk")).order_by()
_USED = Exists(_MENTIONS)
_FULLEST = _MENTIONS.order_by(Length("name").desc(), "name").values("name")[:1]


def name_row(spelling: str, party: str | None, day: date | None, title: str, splits: Splits) -> Name:
    """The unsaved row of a name, as a contact of a day gives it, with a title. Of what was said of a name the post goes
    before the day."""
    key = name_key(spelling)
    said = splits.get((key, party), NONE)
    post = rank_of(title) if said.posts and title else None
    days = [split for split in said.days if day and split <= day]
    last, post = (days[-1] if days else None), (post if post in said.posts else "")
    apart = split_words(last, post)
    # A day's id is that of the day alone, so that what was said of such names still binds.
    mark = (key, party, last.isoformat() if last and not post else apart) if apart else (key, party)
    found = hashlib.sha256(repr(mark).encode()).hexdigest()[:32]
    return Name(pk=found, key=key, spelling=spelling[:200], party_id=party, split=apart)


def settle(ids: Iterable[str]) -> tuple[set[str], set[str]]:
    """Bring persons in step after contacts with these names were made or went. Returns the ids of the persons that they
    were and are of, some of them gone now; and of those among them that lost or gained a name."""
    parties: set[str | None] = set()
    touched: set[str] = set()
    for some in chunks(set(ids)):
        touched |= set(Name.objects.filter(pk__in=some).values_list("person", flat=True))
        unused = Name.objects.filter(~_USED, pk__in=some)
        gone = list(unused.values_list("party", "person"))
        parties |= {party for party, _ in gone}
        unused.delete()
        if gone:  # what is left of somebody who stood for two parties has another id
            left = Name.objects.filter(person__in={person for _, person in gone if person})
            parties |= set(left.values_list("party", flat=True))
        names = Name.objects.filter(pk__in=some)
        names.exclude(spelling=Subquery(_FULLEST)).update(spelling=Subquery(_FULLEST))
        parties |= set(names.filter(person=None).values_list("party", flat=True))
    moved = settle_parties(parties)
    touched |= moved
    _name(touched - {None})
    return touched - {None}, moved


def settle_all() -> None:
    """For a rebuild: every name."""
    Name.objects.filter(~_USED).delete()
    Name.objects.exclude(spelling=Subquery(_FULLEST)).update(spelling=Subquery(_FULLEST))
    settle_parties(set(Name.objects.order_by().values_list("party", flat=True).distinct()))
    _name(Person.objects.values_list("pk", flat=True))


def settle_parties(parties: Iterable[str | None]) -> set[str]:
    """Decide anew whose the names of these parties are (None: those that stand for nobody). Returns the ids of persons
    that lost or gained a name."""
    return {person for some in _together(set(parties)) for person in _settle_together(some)} - {None}


def _together(parties: set[str | None]) -> list[list[str | None]]:
    """These parties, each with those to which somebody's word on two names ties it, however far that goes on."""
    if not parties:
        return []
    tied = [pair for pair, same in standing().items() if same]
    of = dict(Name.objects.filter(pk__in={pk for pair in tied for pk in pair}).values_list("pk", "party"))
    beside: dict[str | None, set[str | None]] = defaultdict(set)
    for one, other in tied:
        if one in of and other in of:
            beside[of[one]].add(of[other])
            beside[of[other]].add(of[one])
    found, seen = [], set()
    for party in sorted(parties, key=_party_order):
        if party not in seen:
            some, new = set(), {party}
            while new:
                some |= new
                new = {other for one in new for other in beside[one]} - some
            seen |= some
            found.append(sorted(some, key=_party_order))
    return found


def _party_order(party: str | None) -> str:
    return party or ""


def _of(parties: Iterable[str | None], path: str = "party") -> Q:
    """Rows of these parties, of which one may be None."""
    codes = [party for party in parties if party]
    wanted = Q(**{f"{path}__in": codes})
    return wanted | Q(**{path: None}) if None in parties else wanted


def _settle_together(parties: list[str | None]) -> set[str | None]:
    names = {name.pk: name for name in Name.objects.filter(_of(parties))}
    said = {pair: same for pair, same in standing().items() if names.keys() >= set(pair)}
    found = people(
        [Known(name.pk, name.spelling, name.split, name.party_id or "") for name in names.values()],
        same=[pair for pair, same in said.items() if same],
        apart=[pair for pair, same in said.items() if not same],
    )
    whose = {pk: group[0] for group in found.groups for pk in group}
    first = [names[group[0]] for group in found.groups]
    rows = [Person(pk=name.pk, key=name.key, name=name.spelling, party_id=name.party_id) for name in first]
    Person.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    moved = [name for name in names.values() if name.person_id != whose[name.pk]]
    touched = {name.person_id for name in moved} | {whose[name.pk] for name in moved}
    for name in moved:
        name.person_id = whose[name.pk]
    Name.objects.bulk_update(moved, ["person"], batch_size=400)
    _show_moved([name.pk for name in moved])
    Person.objects.filter(_of(parties), names=None).delete()
    _name(touched - {None})
    _ask(parties, found.unsure)
    return touched


def _show_moved(names: list[str]) -> None:
    """The people who take part are those whose names they are known by."""
    whose = Name.objects.filter(pk=OuterRef("known_as")).values("person")[:1]
    for some in chunks(names):
        Participation.objects.filter(known_as__in=some).update(person=Subquery(whose))


def _name(persons: Iterable[str]) -> None:
    """Each by the longest of its spellings, of equal ones the first in the alphabet, and for the party of that."""
    spellings = Name.objects.filter(person=OuterRef("pk")).order_by(Length("spelling").desc(), "spelling", "pk")
    shown = (("name", "spelling"), ("key", "key"), ("party", "party"))
    fullest = {field: Subquery(spellings.values(of)[:1]) for field, of in shown}
    for some in chunks(persons):
        Person.objects.filter(Exists(spellings), pk__in=some).update(**fullest)


def _ask(parties: list[str | None], unsure: Iterable[tuple[str, str]]) -> None:
    wanted = set(unsure)
    for tie in NameTie.objects.filter(_of(parties, "one__party")):
        if (tie.one_id, tie.other_id) in wanted:
            wanted.discard((tie.one_id, tie.other_id))
        else:
            tie.delete()
    rows = [NameTie(one_id=one, other_id=other) for one, other in sorted(wanted)]
    NameTie.objects.bulk_create(rows, batch_size=1000)
