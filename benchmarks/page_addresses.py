"""What users ask of each page, drawn from an archive with their skew: what has many contacts is opened often."""

from __future__ import annotations

from collections import Counter
from random import Random
from urllib.parse import urlencode

from django.db.models import Count, Sum
from django.urls import NoReverseMatch, reverse

from contacts.models import Contact, KnownName, PairYear, Participation, Party

EQUAL = (150, 250)  # contacts of a pair that archives of any size have


class Drawn:
    """Addresses of an archive, the same for the same seed."""

    def __init__(self, seed: int, number: int) -> None:
        self._random, self._number = Random(seed), number
        counted = PairYear.objects.order_by().values_list("a", "b").annotate(n=Sum("contacts"))
        self.pairs = {(a, b): n for a, b, n in counted.order_by("-n", "a", "b")}
        self._names = dict(Party.objects.values_list("code", "name"))

    def pages(self) -> dict[str, list[str]]:
        """Addresses by page; an empty list where the program has no such page."""
        busiest = next(iter(self.pairs))
        least, most = EQUAL
        equal = {pair: n for pair, n in self.pairs.items() if least <= n <= most}
        return {
            "pair": self._pair_pages(self._some(self.pairs)),
            "pair, whole": [self._pair(pair) for pair in self._some(self.pairs)],
            "pair, busiest": [self._pair(busiest)],
            "pair of equal size": [self._pair(pair) for pair in self._some(equal)] if equal else [],
            "country": self._countries(),
            "matrix": self._matrices(),
            "person": self._people(),
            "contact": self._contacts(),
            "search": self._searches(),
            "compare": [self._comparison() for _ in range(self._number)],
            "overview": [reverse("contacts:overview")],
            "pairs": [reverse("contacts:pairs"), *(f"{reverse('contacts:pairs')}?page={n}" for n in (2, 3, 10))],
        }

    def _some(self, weighted: dict) -> list:
        return self._random.choices(list(weighted), list(weighted.values()), k=self._number)

    @staticmethod
    def _pair(pair: tuple[str, str], **query: str) -> str:
        return _with(reverse("contacts:pair", args=pair), query)

    def _pair_pages(self, pairs: list) -> list[str]:
        """Six of ten as the page opens; the others have gone closer or chosen something."""
        queries = [{}] * 6 + [{"from": "2015", "to": "2016"}, {"kind": "visit"}, {"show": "confirmed"}, {"page": "2"}]
        return [self._pair(pair, **queries[at % len(queries)]) for at, pair in enumerate(pairs)]

    def _countries(self) -> list[str]:
        weights: Counter[str] = Counter()
        for (a, b), contacts in self.pairs.items():
            weights[a] += contacts
            weights[b] += contacts
        queries = [{}, {}, {}, {"sort": "last"}, {"kind": "visit"}]
        codes = self._some(dict(weights.most_common()))
        return [_with(reverse("contacts:party", args=[code]), queries[n % 5]) for n, code in enumerate(codes)]

    def _matrices(self) -> list[str]:
        queries = ({}, {"by": "recency"}, {"from": "2015", "to": "2024"}, {"kind": "visit"}, {"rows": "europe"})
        return [_with(reverse("contacts:matrix"), query) for query in queries]

    def _people(self) -> list[str]:
        try:
            reverse("contacts:person", args=["0" * 32])
        except NoReverseMatch:
            return []
        rows = Participation.objects.exclude(person=None).order_by().values_list("person").annotate(n=Count("pk"))
        people = self._some(dict(rows.order_by("-n", "person")))
        return [reverse("contacts:person", args=[person]) for person in people]

    def _contacts(self) -> list[str]:
        total = Contact.objects.count()
        keys = Contact.objects.order_by("pk").values_list("pk", flat=True)
        places = [self._random.randrange(total) for _ in range(self._number)]
        return [reverse("contacts:contact", args=[keys[place]]) for place in places]

    def _searches(self) -> list[str]:
        people = list(
            KnownName.objects.filter(kind="person").order_by("-contacts", "pk").values_list("name", flat=True)[:400]
        )
        typed = []
        for at, pair in enumerate(self._some(self.pairs)):
            a, b = (self._names[code] for code in pair)
            name = self._random.choice(people)
            family = name.split()[-1]
            typed.append((a, f"{a} {b}", name, family[:4], family[:-2] + "x" + family[-1], "fisheries talks")[at % 6])
        return [_with(reverse("contacts:search"), {"q": words}) for words in typed]

    def _comparison(self) -> str:
        pairs = dict.fromkeys(self._random.choices(list(self.pairs), list(self.pairs.values()), k=3))
        query = urlencode([("pair", f"{a}-{b}") for a, b in pairs])
        return f"{reverse('contacts:compare')}?{query}"


def _with(address: str, query: dict[str, str]) -> str:
    return f"{address}?{urlencode(query)}" if query else address
