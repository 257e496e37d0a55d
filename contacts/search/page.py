"""What the search page shows: groups of results, each with its number and one page of its rows.

``results`` is the one function for views. The number of queries does not grow with what is found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from articles import search
from contacts import links
from contacts.models import Dyad, KnownName, Party
from contacts.search import find, parties
from contacts.search.index import MOST_COUNTED
from contacts.search.names import Word, asked_words, respelled
from contacts.sight import EVERYTHING, PairYears, Sight

FEW, PAGE_SIZE = 5, 20
LAST_PAGE = 10_000
GROUPS = {
    "pairs": "Pairs",
    "parties": "Countries and organisations",
    "people": "People",
    "places": "Places",
    "outlets": "Outlets",
    "articles": "Articles",
}
Pieces = tuple[tuple[str, bool], ...]  # words, and whether they were asked for


@dataclass(frozen=True)
class Row:
    """One result. ``about`` is a line of plain words, ``quote`` words of an article."""

    address: str
    title: Pieces
    about: str = ""
    quote: Pieces = ()


@dataclass(frozen=True)
class Group:
    """Some rows of the ``total``; ``number`` is that of the page they are on, ``last`` that of the last page."""

    key: str
    title: str
    rows: list[Row]
    total: int
    more: bool
    number: int
    last: int

    @property
    def count(self) -> str:
        return f"{self.total:,}{'+' if self.more else ''}"


@dataclass(frozen=True)
class Results:
    """``whole`` is the key of the group that is shown by itself, or empty. ``meant`` is what else could be asked."""

    typed: str
    groups: list[Group]
    whole: str
    meant: str
    cut: bool
    only_without: bool

    @property
    def nothing(self) -> bool:
        return not any(group.total for group in self.groups)

    @property
    def shown(self) -> list[Group]:
        return [group for group in self.groups if group.total and self.whole in ("", group.key)]


def results(typed: str, whole: str = "", number: int = 1, few: int = FEW, sight: Sight = EVERYTHING) -> Results:
    """Everything that is found by what was typed; with ``whole`` one group of it, page by page."""
    typed = " ".join(typed.replace("\x00", " ").split())
    asked, named_in = search.parse(typed), search.wanted_part(typed)
    words = asked_words(named_in)
    whole = whole if whole in GROUPS else ""
    known = Party.objects.in_bulk() if words else {}
    named = parties.named(named_in, words, known)
    people, places = find.known(words, sight)
    named = _without_parts_of_names(named, people)
    page = _Page(whole, number, few)
    groups = [
        page.group("pairs", _pair_rows(named, words, known, sight)),
        page.group("parties", named, _party),
        page.group("people", people, lambda hit: _person(hit, known)),
        page.group("places", places, lambda hit: _place(hit, known)),
        page.group("outlets", find.outlets(words), _outlet),
        page.articles(asked),
    ]
    if len(named) == 1:
        groups[:2] = groups[1::-1]
    meant = "" if groups[-1].total else _meant(typed, words, [*people, *places], named)
    return Results(typed, groups, whole, meant, asked.cut, bool(asked.without and not asked.terms))


class _Page:
    """Which rows of a group are shown."""

    def __init__(self, whole: str, number: int, few: int) -> None:
        self._whole, self._number, self._few = whole, max(1, min(number, LAST_PAGE)), few

    def _room(self, key: str) -> tuple[int, int]:
        """The first row and how many."""
        if key != self._whole:
            return 0, 0 if self._whole else self._few
        return (self._number - 1) * PAGE_SIZE, PAGE_SIZE

    def group(self, key: str, found: Sequence, row: Callable = lambda row: row) -> Group:
        first, size = self._room(key)
        return self._made(key, [row(one) for one in found[first : first + size]], len(found))

    def articles(self, asked: search.Asked) -> Group:
        found = search.find(asked, *self._room("articles"))
        return self._made("articles", [_article(hit) for hit in found.hits], found.total, found.more)

    def _made(self, key: str, rows: list[Row], total: int, more: bool = False) -> Group:
        number = self._number if key == self._whole else 1
        return Group(key, GROUPS[key], rows, total, more, number, max(1, -(-total // PAGE_SIZE)))


def _without_parts_of_names(named: list[parties.PartyHit], people: list[find.NameHit]) -> list[parties.PartyHit]:
    """Not the UN of "Kim Jong Un": a word of a person's name that was typed with other words of it."""
    taken = {
        number
        for hit in people
        if len(hit.fit.asked) > 1 and not hit.fit.mistakes and not hit.fit.left
        for number in hit.fit.asked
    }
    return [hit for hit in named if not hit.numbers <= taken]


def _pair_rows(
    named: list[parties.PartyHit], words: tuple[Word, ...], known: dict[str, Party], sight: Sight
) -> list[Row]:
    """The pairs of the parties named; of a party that is named alone, those with most contacts."""
    asked = parties.pairs(named, words)
    if not asked and len(named) == 1:
        return _pairs_of(named[0], known, sight.years)
    wanted = {tuple(sorted((one.party.pk, other.party.pk))): (one, other) for one, other in asked}
    counts = _contacts_of_pairs(list(wanted), sight)
    return [
        Row(links.pair(*pair), (*one.pieces, (" and ", False), *other.pieces), _contacts(counts.get(pair, 0)))
        for pair, (one, other) in wanted.items()
    ]


def _contacts_of_pairs(pairs: list[tuple[str, str]], sight: Sight) -> dict[tuple[str, str], int]:
    if not pairs:
        return {}
    some = Q()
    for a, b in pairs:
        some |= Q(a=a, b=b)
    rows = sight.seen(Dyad.objects.filter(some).order_by()).values_list("a", "b").annotate(n=Count("pk"))
    return {(a, b): n for a, b, n in rows}


def _pairs_of(hit: parties.PartyHit, known: dict[str, Party], years: PairYears) -> list[Row]:
    code = hit.party.pk
    rows = years.rows.filter(Q(a=code) | Q(b=code)).values("a", "b").annotate(n=Sum(years["contacts"]))
    found = []
    for row in rows.order_by("-n", "a", "b"):
        other = known[row["b"] if row["a"] == code else row["a"]]
        title = (*hit.pieces, (f" and {other.name}", False))
        found.append(Row(links.pair(row["a"], row["b"]), title, _contacts(row["n"])))
    return found


def _party(hit: parties.PartyHit) -> Row:
    about = "" if hit.party.kind == "country" else hit.party.kind
    return Row(links.party(hit.party.pk), hit.pieces, about)


def _person(hit: find.NameHit, known: dict[str, Party]) -> Row:
    about = [_party_name(hit.of, known), _contacts(hit.weight)]
    shown = hit.of.person.name
    title = hit.pieces if hit.name == shown else ((f"{shown}, also written ", False), *hit.pieces)
    return Row(links.person(hit.of.person_id), title, " · ".join(filter(None, about)))


def _place(hit: find.NameHit, known: dict[str, Party]) -> Row:
    country = _party_name(hit.of, known)
    about = [country if country != hit.name else "", _contacts(hit.weight)]
    return Row(links.place(hit.name, hit.of.party), hit.pieces, " · ".join(filter(None, about)))


def _party_name(of: KnownName, known: dict[str, Party]) -> str:
    return known[of.party].name if of.party in known else ""


def _outlet(hit: find.NameHit) -> Row:
    return Row(links.outlet(hit.name), hit.pieces, "state media" if hit.of.state_media else "")


def _article(hit: search.Hit) -> Row:
    article = hit.article
    when = f"{article.published.day} {article.published:%b %Y}" if article.published else "no date"
    about = " · ".join(filter(None, [str(article.outlet or ""), when]))
    return Row(links.article(article.pk, hit.snippet.at), hit.title, about, hit.snippet.pieces)


def _contacts(number: int) -> str:
    if not number:
        return "no contact known"
    more = "+" if number == MOST_COUNTED else ""
    return f"{number:,}{more} contact{'' if number == 1 else 's'}"


def _meant(typed: str, words: tuple[Word, ...], names: list[find.NameHit], named: list[parties.PartyHit]) -> str:
    """What was typed with a name's own spelling, where somebody spelled it otherwise; else nothing."""
    guesses = [(hit.name, hit.words, hit.fit) for hit in names]
    guesses += [(hit.party.name, hit.words, hit.fit) for hit in named if hit.mistakes]
    guesses = [guess for guess in guesses if guess[2].spelled_otherwise]
    guesses.sort(key=lambda guess: (-len(guess[2].asked), guess[2].mistakes))
    return respelled(typed, words, *guesses[0]) if guesses else ""
