"""Which ties wait for a person (Tie.open): of each two contacts that might be one the two reports most alike, and of a
contact the joins that are unsure. Nothing is asked where a verdict settles it, or where one article has both contacts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from django.db.models import Q

from contacts.fusion.gather import chunks
from contacts.fusion.said import Pair, Said
from contacts.models import Source, Tie


def settle(contact_of: Mapping[int, str], unsure: Set[Pair], binding: Said) -> None:
    """Bring the ties of these reports in step, after their contacts were written.

    ``contact_of``: all reports of some contacts. ``unsure``: the joins inside them on which a person should look.
    """
    ties: dict[int, Tie] = {}
    for some in chunks(contact_of):
        ties |= Tie.objects.filter(Q(one__in=some) | Q(other__in=some)).in_bulk()
    if not ties:
        return
    contact_of = dict(contact_of) | _contacts_of({pk for tie in ties.values() for pk in _pair(tie)} - contact_of.keys())
    across = {contact_of[pk] for tie in ties.values() if not _inside(tie, contact_of) for pk in _pair(tie)}
    wanted = {_pair(tie) for tie in ties.values() if _inside(tie, contact_of) and _pair(tie) in unsure}
    wanted |= _best(ties.values(), contact_of, _Known(across, binding))
    for is_open in (True, False):
        wrong = [tie.pk for tie in ties.values() if tie.open != is_open and (_pair(tie) in wanted) == is_open]
        for some in chunks(wrong):
            Tie.objects.filter(pk__in=some).update(open=is_open)


def _pair(tie: Tie) -> Pair:
    return tie.one_id, tie.other_id


def _inside(tie: Tie, contact_of: Mapping[int, str]) -> bool:
    return contact_of[tie.one_id] == contact_of[tie.other_id]


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


def _best(ties: Iterable[Tie], contact_of: Mapping[int, str], known: _Known) -> set[Pair]:
    """Of each two contacts that need to be asked about, the tie that is strongest; of equal ones the first."""
    best: dict[frozenset[str], tuple[float, Pair]] = {}
    for tie in ties:
        a, b = contact_of[tie.one_id], contact_of[tie.other_id]
        if a != b and not known.settled(a, b):
            both = frozenset((a, b))
            best[both] = min(best.get(both, (1.0, _pair(tie))), (-tie.score, _pair(tie)))
    return {pair for _, pair in best.values()}
