"""Known names that are meant by what was typed. One query finds candidates by the letters that they share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count

from articles.models import Outlet
from contacts.models import Contact, KnownName, Participation
from contacts.search.names import Fit, Word, fit, grams, grams_of, marked, words_of
from contacts.sight import EVERYTHING, Sight

A_WORD, ALL_WORDS = 60, 120  # candidates that are looked at, for each word and for all together
_CANDIDATES = """SELECT pk FROM (SELECT k.id AS pk, COUNT(*) AS shared, k.contacts AS contacts
    FROM contacts_namegram g JOIN contacts_knownname k ON k.id = g.known_id
    WHERE g.gram IN ({grams}) GROUP BY k.id, k.contacts HAVING COUNT(*) >= {least}
    ORDER BY shared DESC, contacts DESC, pk LIMIT {most}) AS counted"""


@dataclass(frozen=True)
class NameHit:
    """Something with a name: ``of`` is the KnownName or the Outlet."""

    of: KnownName | Outlet
    name: str
    words: tuple[Word, ...]
    fit: Fit
    weight: int = 0

    @property
    def worth(self) -> tuple[int, float, int]:
        """Smaller is better: how many of the words asked for are meant, and with how many mistakes."""
        return -len(self.fit.asked), self.fit.mistakes, -self.weight

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        return marked(self.name, self.words, self.fit)


def known(asked: tuple[Word, ...], sight: Sight = EVERYTHING) -> tuple[list[NameHit], list[NameHit]]:
    """People, each by the spelling that fits best, and places, best first. Two queries, four for a reader from whom
    something is hidden."""
    ids = _candidates(asked)
    found = {KnownName.PERSON: [], KnownName.PLACE: []}
    for row in _seen(KnownName.objects.filter(pk__in=ids).select_related("person"), sight):
        if hit := _hit(row, row.name, asked, row.contacts):
            found[row.kind].append(hit)
    return _each_once(best(found[KnownName.PERSON])), best(found[KnownName.PLACE])


def _each_once(hits: Iterable[NameHit]) -> list[NameHit]:
    """The first of each person: the best spelling, and of equal ones that which the person is shown by."""
    people: dict[str, NameHit] = {}
    for hit in hits:
        kept = people.setdefault(hit.of.person_id, hit)
        if hit.name == hit.of.person.name and kept.worth == hit.worth:
            people[hit.of.person_id] = hit
    return list(people.values())


def _seen(rows: Iterable[KnownName], sight: Sight) -> Iterator[KnownName]:
    """What is known by name from contacts that are seen, counted and called as they tell."""
    if not sight.contacts:
        yield from rows
        return
    people = sight.hidden(Participation.objects.exclude(person=None)).order_by().values_list("person")
    places = sight.hidden(Contact.objects, "pk").order_by().values_list("place", "place_country")
    hidden = {(pk,): n for pk, n in people.annotate(Count("pk"))}
    hidden |= {(name, country or ""): n for name, country, n in places.annotate(Count("pk"))}
    for row in rows:
        row.contacts -= hidden.get((row.person_id,) if row.person_id else (row.name, row.party), 0)
        if row.person and sight.names.get(row.person_id):
            row.name = row.person.name = sight.names[row.person_id]
        if row.contacts > 0:
            yield row


def outlets(asked: tuple[Word, ...]) -> list[NameHit]:
    """Outlets, best first. One query; they are few."""
    rows = Outlet.objects.all() if asked else []
    return best(hit for row in rows if (hit := _hit(row, row.name, asked)))


def _candidates(asked: tuple[Word, ...]) -> list[int]:
    parts, values = [], []
    for word in asked:
        some = sorted(grams(word.key))
        # One mistake spoils three of a word's letters in a row; of a beginning only the end is missing.
        parts.append(_part(len(some), max(1, (len(some) - 2) // 2), A_WORD))
        values += some
    if len(asked) > 1:
        some = sorted(grams_of(asked))
        parts.append(_part(len(some), 2, ALL_WORDS))
        values += some
    if not parts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ".join(parts), values)
        return [pk for (pk,) in cursor.fetchall()]


def _part(grams: int, least: int, most: int) -> str:
    return _CANDIDATES.format(grams=", ".join(["%s"] * grams), least=least, most=most)


def _hit(of, name: str, asked: tuple[Word, ...], weight: int = 0) -> NameHit | None:
    words = words_of(name)
    found = fit(asked, words)
    return NameHit(of, name, words, found, weight) if found else None


def best(hits: Iterable[NameHit]) -> list[NameHit]:
    """Those that most of the words asked for mean, then those that others of these words mean ("Lavrov Rubio"); fewest
    mistakes first."""
    ranked = sorted(hits, key=lambda h: (*h.worth, h.fit.left, h.name))
    kept, meant = [], {}
    for hit in ranked:
        larger = (size for words, size in meant.items() if words & hit.fit.asked)
        if max(larger, default=0) <= len(hit.fit.asked):
            kept.append(hit)
            meant.setdefault(hit.fit.asked, len(hit.fit.asked))
    return kept
