"""Contact.instead: which later contact took the place of one that was put off, kept right in the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from contacts.extraction.types import Status
from contacts.fusion.gather import chunks
from contacts.fusion.links import ANNOUNCED, LATEST, TAKES_PLACE, Dated, instead, share_somebody, why
from contacts.fusion.rows import Rows, contact_id, first_report
from contacts.fusion.taking_part import Participant
from contacts.models import Contact, Dyad, Participation, Source

LONGEST = 2 * LATEST  # from the first day that was put off to the first day that took its place
_AT_ONCE = 50  # new contacts in one query


def pointing_at(contacts: Iterable[str]) -> set[str]:
    """The contacts that these took the place of."""
    found: set[str] = set()
    for some in chunks(contacts):
        found |= set(Contact.objects.filter(instead__in=some).values_list("pk", flat=True))
    return found


def settle(made: Iterable[Rows], loose: Iterable[str]) -> None:
    """After contacts were made anew: find what took the place of those put off among them and of the ``loose`` ones,
    whose later date went away; and see which others the new ones take the place of."""
    made = list(made)
    put_off = {one.contact.pk for one in made if one.contact.status == Status.CANCELLED and one.contact.start}
    for pk in sorted(put_off | set(loose)):
        _find(pk)
    new = [one.dyads[0] for one in made if one.contact.status in TAKES_PLACE and one.contact.start]
    for at in range(0, len(new), _AT_ONCE):
        _offer(new[at : at + _AT_ONCE])


def _find(pk: str) -> None:
    """Look at all that may have taken the place of one that was put off."""
    known = _following(pk)
    here = known.pop(pk, None)
    chosen = instead(here, known.values()) if here else None
    wanted = contact_id(chosen.key) if chosen else None
    if wanted != Contact.objects.values_list("instead", flat=True).get(pk=pk):
        Contact.objects.filter(pk=pk).update(instead=wanted)


def _following(pk: str, hidden: Iterable[str] = ()) -> dict[str, Dated]:
    """A contact that was put off, with all that may have taken its place, but for what is ``hidden``; nothing for
    another."""
    dyad = Dyad.objects.filter(contact=pk, status=Status.CANCELLED).order_by("a", "b").first()
    if dyad is None or dyad.end is None:
        return {}
    until = min(_moved(dyad.end, LATEST), _moved(dyad.start, LONGEST))
    later = Dyad.objects.filter(a=dyad.a_id, b=dyad.b_id, start__range=(dyad.end, until))
    later = later.filter(kind=dyad.kind, status__in=TAKES_PLACE).exclude(contact__in=list(hidden))
    here = _taking_part(Dyad.objects.filter(pk=dyad.pk))[pk]
    alike = [other for other, people in _taking_part(later).items() if share_somebody(here, people)]
    return _dated({pk, *alike}) if alike else {}


def reasons(pk: str, chosen: str, hidden: Iterable[str] = ()) -> tuple[str, ...]:
    """Why one contact (id) took the place of another that was put off (``pk``), in sentences. Six queries."""
    known = _following(pk, hidden)
    if pk not in known or chosen not in known:
        return ()
    return why(known[pk], known[chosen], (one for key, one in known.items() if key != pk))


def _taking_part(dyads: QuerySet[Dyad]) -> dict[str, list[Participant]]:
    """Who takes part in the contacts of these dyads, one query."""
    rows = dyads.order_by().values_list("contact", "contact__participations__name", "contact__participations__party")
    found = defaultdict(list)
    for pk, name, party in rows:
        found[pk].append(Participant(name or "", party, "", "", (), ()))
    return found


def _offer(new: list[Dyad]) -> None:
    """Let those that were put off shortly before point at the new ones, where these came sooner than what they point
    at. ``new``: the first dyad of each."""
    shortly = reduce(or_, (Q(a=d.a_id, b=d.b_id, kind=d.kind, start__range=(_earliest(d), d.start)) for d in new))
    before = Dyad.objects.filter(shortly, status=Status.CANCELLED).select_related("contact")
    pointing = {row.contact_id: row.contact.instead_id for row in before}
    if not pointing:
        return
    offered = {
        pk: [d.contact_id for d in new if _is_shortly_before(row, d)] for row in before for pk in [row.contact_id]
    }
    dated = _dated({*pointing, *filter(None, pointing.values()), *(pk for some in offered.values() for pk in some)})
    for pk, present in pointing.items():
        chosen = instead(dated[pk], [dated[other] for other in (present, *offered[pk]) if other])
        wanted = contact_id(chosen.key) if chosen else None
        if wanted != present:
            Contact.objects.filter(pk=pk).update(instead=wanted)


def _is_shortly_before(row: Dyad, new: Dyad) -> bool:
    same = (row.a_id, row.b_id, row.kind) == (new.a_id, new.b_id, new.kind)
    return same and _earliest(new) <= row.start and row.end < new.start <= _moved(row.end, LATEST)


def _earliest(new: Dyad) -> date:
    return _moved(new.start, -LONGEST)


def _dated(contacts: Iterable[str]) -> dict[str, Dated]:
    """Stored contacts as far as ``links`` looks at them."""
    parties, people, told, announced = (defaultdict(set), defaultdict(list), defaultdict(set), defaultdict(set))
    found = {}
    for some in chunks(contacts):
        for pk, a, b in Dyad.objects.filter(contact__in=some).order_by().values_list("contact", "a", "b"):
            parties[pk] |= {a, b}
        named = Participation.objects.filter(contact__in=some).exclude(name="").order_by("contact", "ordinal")
        for row in named:
            people[row.contact_id].append(Participant(row.name, row.party_id, row.title, row.role, (row.name,), ()))
        sources = Source.objects.filter(contact__in=some).order_by()
        for pk, article, status in sources.values_list("contact", "report__article", "report__record__status"):
            told[pk].add(article)
            if status in ANNOUNCED:
                announced[pk].add(article)
        for row in Contact.objects.filter(pk__in=some, start__isnull=False, end__isnull=False):
            found[row.pk] = Dated(
                key=first_report(row.pk),
                kind=row.kind,
                status=row.status,
                parties=tuple(sorted(parties[row.pk])),
                start=row.start,
                end=row.end,
                precision=row.precision,
                country=row.place_country_id or "",
                people=tuple(people[row.pk]),
                told_by=frozenset(told[row.pk]),
                announced_by=frozenset(announced[row.pk]),
            )
    return found


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min
