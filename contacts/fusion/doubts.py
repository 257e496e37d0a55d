"""Which ties wait for a person (Tie.open): of each two contacts that might be one the two reports most alike, and of a
contact the joins that are unsure. Nothing is asked where a verdict settles it, or where one article has both contacts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from django.db.models import Q

from contacts.fusion.gather import chunks
from contacts.fusion.said import Pair, Said
from contacts.models import Source, Tie


def settle(contact_of: Mapping[int, str], unsure: Set[Pair], binding: Said) -> None:
    """Bring the ties of these reports in step, after their contacts were written.

    ``contact_of``: all reports of some contacts. ``unsure``: the joins inside them on which a person should look.
    """
    ties: set[_Tie] = set()
    for some in chunks(contact_of):
        rows = Tie.objects.filter(Q(one__in=some) | Q(other__in=some))
        ties |= {_Tie(*row) for row in rows.values_list("pk", "one", "other", "score", "open")}
    if not ties:
        return
    contact_of = dict(contact_of) | _contacts_of({pk for tie in ties for pk in tie.pair} - contact_of.keys())
    across = {contact_of[pk] for tie in ties if not tie.inside(contact_of) for pk in tie.pair}
    wanted = {tie.pair for tie in ties if tie.inside(contact_of) and tie.pair in unsure}
    wanted |= _best(ties, contact_of, _Known(across, binding))
    for is_open in (True, False):
        wrong = [tie.pk for tie in ties if tie.open != is_open and (tie.pair in wanted) == is_open]
        for some in chunks(wrong):
            Tie.objects.filter(pk__in=some).update(open=is_open)


class _Tie(NamedTuple):
    """What is needed of a tie: a report that is like very many has thousands."""

    pk: int
    one: int
    other: int
    score: float
    open: bool

    @property
    def pair(self) -> Pair:
        return self.one, self.other

    def inside(self, contact_of: Mapping[int, str]) -> bool:
        return contact_of[self.one] == contact_of[self.other]


def _contacts_of(reports: Iterable[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for some in chunks(reports):
        found |= dict(Source.objects.filter(report__in=some).order_by().values_list("report", "contact"))
    return found


class _Known:
    """Of some contacts: which two need not be asked about."""

    def __init__(self, contacts: Iterable[str], binding: Said) -> None:
        self._articles, contact_of = defaultdict(set), {}
        for some in chunks(contacts):
            rows = Source.objects.filter(contact__in=some).order_by()
            for contact, report, article in rows.values_list("contact", "report", "report__article"):
                self._articles[contact].add(article)
                contact_of[report] = contact
        _, apart = binding.binding(contact_of)
        self._apart = {frozenset((contact_of[one], contact_of[other])) for one, other in apart}

    def settled(self, a: str, b: str) -> bool:
        return bool(self._articles[a] & self._articles[b]) or frozenset((a, b)) in self._apart


def _best(ties: Iterable[_Tie], contact_of: Mapping[int, str], known: _Known) -> set[Pair]:
    """Of each two contacts that need to be asked about, the tie that is strongest; of equal ones the first."""
    best: dict[frozenset[str], tuple[float, Pair]] = {}
    for tie in ties:
        a, b = contact_of[tie.one], contact_of[tie.other]
        if a != b and not known.settled(a, b):
            both = frozenset((a, b))
            best[both] = min(best.get(both, (1.0, tie.pair)), (-tie.score, tie.pair))
    return {pair for _, pair in best.values()}
