"""Who could be meant by the letters typed as a participant's name: people of this article first, then known persons."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from articles.intake import clean_line
from articles.models import Article
from contacts.fusion.names import name_key
from contacts.models import Name, Participation, Party, Person, Report
from contacts.search import find
from contacts.search.names import asked_words
from contacts.sight import EVERYTHING, Sight
from contacts.typed import typed_party

MOST = 8
LONGEST_QUERY = 100


@dataclass(frozen=True)
class Suggestion:
    """A person to choose; ``party`` as it can be typed, ``here`` whether this article names them."""

    name: str
    title: str
    party: str
    here: bool

    def as_dict(self) -> dict:
        return asdict(self)


def suggest(article: Article, typed: str, sight: Sight = EVERYTHING) -> list[Suggestion]:
    """A short list, best first. Without letters, the people of the article: where what was decided there is hidden, as
    the machine read them."""
    wanted = name_key(clean_line(typed[:LONGEST_QUERY]))
    known = dict(Party.objects.values_list("code", "name"))
    blind = article.pk in sight.articles
    found = {name_key(person.name): person for person in of_article(article, known, blind)}
    found = {key: person for key, person in found.items() if _fits(key, wanted)}
    if wanted and len(found) < MOST:
        for person in _others(wanted, known, sight):
            found.setdefault(name_key(person.name), person)
    return list(found.values())[:MOST]


def of_article(article: Article, known: dict[str, str], blind: bool) -> list[Suggestion]:
    """Everybody whom a report of the article names, once, with the fullest title told of them."""
    people: dict[str, dict] = {}
    rows = Report.objects.present().filter(article=article, **({"machine__isnull": False} if blind else {}))
    for record in rows.order_by("ordinal").values_list("machine" if blind else "record", flat=True):
        for someone in record["participants"]:
            if someone["name"]:
                kept = people.setdefault(name_key(someone["name"]), dict(someone))
                kept["country"] = kept["country"] or someone["country"]
                kept["title"] = max(kept["title"] or "", someone["title"] or "", key=len)
    return [Suggestion(p["name"], p["title"] or "", typed_party(p["country"], known), True) for p in people.values()]


def _others(wanted: str, known: dict[str, str], sight: Sight) -> list[Suggestion]:
    """Known persons by any of their spellings, with the title that they had last, as far as contacts that are seen tell
    of them. Those whose name begins so come first, then those typed with small mistakes."""
    some = _told(Person.objects.filter(_spelled(wanted, sight)), sight)
    rows = list(some.order_by("key", "pk")[:MOST])
    if len(rows) < MOST:
        words = asked_words(wanted)
        people, _ = find.known(words, sight)
        order = {hit.of.person_id: at for at, hit in enumerate(people) if len(hit.fit.asked) == len(words)}
        near = _told(Person.objects.filter(pk__in=order.keys() - {row.pk for row in rows}), sight)
        rows += sorted(near, key=lambda row: order[row.pk])
    named = [(sight.name(row.pk, row.name), row) for row in rows[:MOST]]
    return [Suggestion(name, row.title or "", typed_party(row.party_id, known), False) for name, row in named]


def _spelled(wanted: str, sight: Sight) -> Exists:
    names = Name.objects.filter(Q(key__startswith=wanted) | Q(key__contains=f" {wanted}"), person=OuterRef("pk"))
    return Exists(sight.called(names).order_by())


def _told(rows: QuerySet[Person], sight: Sight) -> QuerySet[Person]:
    told = sight.seen(Participation.objects.filter(person=OuterRef("pk")))
    last = told.exclude(title="").order_by("-contact__start", "pk")
    rows = rows.filter(Exists(told)) if sight.contacts else rows
    return rows.annotate(title=Subquery(last.values("title")[:1]))


def _fits(key: str, wanted: str) -> bool:
    return key.startswith(wanted) or f" {wanted}" in key
