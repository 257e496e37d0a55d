"""The names that a search finds, kept in step with the read side by the code that writes it (``contacts.fusion``).

Rows of three letters, the same in both databases, rather than FTS5's trigrams and pg_trgm: FTS5 has none for a name of
two letters (Xi, Li) and before SQLite 3.45 none without accents; pg_trgm is an extension that a server may not carry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection, transaction
from django.db.models import Count
from django.db.models.expressions import RawSQL

from contacts.models import Contact, KnownName, Name, NameGram, Participation, Person
from contacts.search.names import grams_of, words_of

MOST_COUNTED = 1000  # so that keeping the name of who is in 100,000 contacts costs no more
BATCH = 400
_CONTACTS_OF = """(SELECT COUNT(*) FROM (SELECT 1 FROM contacts_participation p
    WHERE p.person_id = contacts_person.id LIMIT %s) AS counted)"""
_AT_PLACE = """SELECT COUNT(*) FROM (SELECT 1 FROM contacts_contact
    WHERE place = %s AND {country} LIMIT %s) AS counted"""


@transaction.atomic
def keep(people: Iterable[str], places: Iterable[tuple[str, str | None]]) -> None:
    """Bring the spellings of these people (ids) and the names of these places (name, code of the country) in step with
    the contacts.

    What it costs grows with the number of these, and not with the number of their contacts.
    """
    for ids in _batches(sorted(set(people))):
        rows = Person.objects.filter(pk__in=ids).annotate(n=RawSQL(_CONTACTS_OF, [MOST_COUNTED]))
        of = {pk: (party or "", n) for pk, party, n in rows.values_list("pk", "party", "n")}
        names = Name.objects.filter(person__in=ids).order_by().values_list("person", "spelling").distinct()
        wanted = {(person, name): of[person] for person, name in names}
        _settle({(row.person_id, row.name): row for row in KnownName.objects.filter(person__in=ids)}, wanted)
    for some in _batches(sorted({(name, country or "") for name, country in places if name})):
        counts = zip(some, _counts_at(some), strict=True)
        wanted = {(None, *place): (place[1], n) for place, n in counts if n}
        rows = KnownName.objects.filter(person=None, name__in={name for name, _ in some})
        _settle({(None, row.name, row.party): row for row in rows if (row.name, row.party) in set(some)}, wanted)


def _batches(items: list) -> Iterator[list]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _counts_at(places: list[tuple[str, str]]) -> list[int]:
    parts, values = [], []
    for name, country in places:
        parts.append(_AT_PLACE.format(country="place_country_id = %s" if country else "place_country_id IS NULL"))
        values += [name, *([country] if country else []), MOST_COUNTED]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"({part})" for part in parts), values)
        return list(cursor.fetchone())


def _settle(there: dict[tuple, KnownName], wanted: dict[tuple, tuple[str, int]]) -> None:
    """``wanted``: what each must be (party, contacts), by person and name, or for a place by None, name and country;
    what is in neither is forgotten."""
    gone = [row.pk for key, row in there.items() if key not in wanted]
    changed = [(there[key], values) for key, values in wanted.items() if key in there]
    changed = [(row, values) for row, values in changed if (row.party, row.contacts) != values]
    for row, values in changed:
        row.party, row.contacts = values
    new = [_known(key, values) for key, values in wanted.items() if key not in there]
    NameGram.objects.filter(known__in=gone).delete()
    KnownName.objects.filter(pk__in=gone).delete()
    KnownName.objects.bulk_update([row for row, _ in changed], ["party", "contacts"], batch_size=200)
    KnownName.objects.bulk_create(new, batch_size=500)
    _write_grams(new)


def _known(key: tuple, values: tuple[str, int]) -> KnownName:
    person, name, *_ = key
    party, contacts = values
    kind = KnownName.PERSON if person else KnownName.PLACE
    return KnownName(kind=kind, person_id=person, name=name, party=party, contacts=contacts)


def _write_grams(rows: Iterable[KnownName]) -> None:
    made = (NameGram(gram=gram, known=row) for row in rows for gram in sorted(grams_of(words_of(row.name))))
    while batch := list(islice(made, 5000)):
        NameGram.objects.bulk_create(batch, batch_size=5000)


def fill(using: str = "default", **_signal) -> None:
    """Make the index of an archive that is older than it (after every migrate)."""
    if not KnownName.objects.using(using).exists() and Person.objects.using(using).exists():
        rebuild()


@transaction.atomic
def rebuild() -> int:
    """Make all anew. Gives the number of names."""
    NameGram.objects.all()._raw_delete(NameGram.objects.db)
    KnownName.objects.all()._raw_delete(KnownName.objects.db)
    known = (_known(key, values) for key, values in _everything())
    total = 0
    while batch := list(islice(known, 2000)):
        KnownName.objects.bulk_create(batch, batch_size=500)
        _write_grams(batch)
        total += len(batch)
    return total


def _everything() -> Iterator[tuple[tuple, tuple[str, int]]]:
    counts = Participation.objects.exclude(person=None).order_by().values_list("person").annotate(n=Count("pk"))
    contacts = dict(counts)
    names = (
        Name.objects.exclude(person=None)
        .order_by("person", "spelling")
        .values_list("person", "spelling", "person__party")
    )
    last = None
    for person, name, party in names.iterator():
        if (person, name) != last:
            yield (person, name), (party or "", min(contacts.get(person, 0), MOST_COUNTED))
        last = (person, name)
    places = Contact.objects.exclude(place="").order_by().values_list("place", "place_country").annotate(n=Count("pk"))
    for name, country, n in places.iterator():
        yield (None, name, country or ""), (country or "", min(n, MOST_COUNTED))


def differences() -> list[str]:
    """In words, where index and read side do not agree; nothing when they do."""
    wanted = {(key[0], key[1], *values) for key, values in _everything()}
    there = {
        (row.person_id, row.name, row.party, row.contacts): row for row in KnownName.objects.prefetch_related("grams")
    }
    found = [f"missing: {values}" for values in wanted if values not in there]
    found += [f"too many: {values}" for values in there if values not in wanted]
    for row in there.values():
        if {gram.gram for gram in row.grams.all()} != grams_of(words_of(row.name)):
            found.append(f"letters of {row.name}")
    return found
