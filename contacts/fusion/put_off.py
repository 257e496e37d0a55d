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
from contacts.fusion.links import LATEST, instead, share_somebody
from contacts.fusion.rows import Rows, contact_id, first_report
from contacts.fusion.taking_part import Participant
from contacts.fusion.values import Merged
from contacts.models import Contact, Dyad, Participation

LONGEST = 2 * LATEST  # from the first day that was put off to the first day that took its place
_AT_ONCE = 50  # new contacts in one query
_TAKES_PLACE = (Status.PLANNED, Status.POSSIBLE, Status.OCCURRED)


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
    new = [one.dyads[0] for one in made if one.contact.status in _TAKES_PLACE and one.contact.start]
    for at in range(0, len(new), _AT_ONCE):
        _offer(new[at : at + _AT_ONCE])


def _find(pk: str) -> None:
    """Look at all that may have taken the place of one that was put off."""
    dyad = Dyad.objects.filter(contact=pk, status=Status.CANCELLED).order_by("a", "b").select_related("contact").first()
    if dyad is None or dyad.end is None:
        return
    until = min(_moved(dyad.end, LATEST), _moved(dyad.start, LONGEST))
    later = Dyad.objects.filter(a=dyad.a_id, b=dyad.b_id, start__range=(dyad.end, until))
    later = later.filter(kind=dyad.kind, status__in=_TAKES_PLACE)
    here = _taking_part(Dyad.objects.filter(pk=dyad.pk))[pk]
    alike = [other for other, people in _taking_part(later).items() if share_somebody(here, people)]
    chosen = None
    if alike:
        merged = _merged({pk, *alike})
        chosen = instead(merged.pop(pk), merged.values())
    wanted = contact_id(chosen.key) if chosen else None
    if wanted != dyad.contact.instead_id:
        Contact.objects.filter(pk=pk).update(instead=wanted)


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
    merged = _merged({*pointing, *filter(None, pointing.values()), *(pk for some in offered.values() for pk in some)})
    for pk, present in pointing.items():
        chosen = instead(merged[pk], [merged[other] for other in (present, *offered[pk]) if other])
        wanted = contact_id(chosen.key) if chosen else None
        if wanted != present:
            Contact.objects.filter(pk=pk).update(instead=wanted)


def _is_shortly_before(row: Dyad, new: Dyad) -> bool:
    same = (row.a_id, row.b_id, row.kind) == (new.a_id, new.b_id, new.kind)
    return same and _earliest(new) <= row.start and row.end < new.start <= _moved(row.end, LATEST)


def _earliest(new: Dyad) -> date:
    return _moved(new.start, -LONGEST)


def _merged(contacts: Iterable[str]) -> dict[str, Merged]:
    """Stored contacts as far as ``links`` looks at them."""
    parties, people, found = defaultdict(set), defaultdict(list), {}
    for some in chunks(contacts):
        for pk, a, b in Dyad.objects.filter(contact__in=some).order_by().values_list("contact", "a", "b"):
            parties[pk] |= {a, b}
        for row in Participation.objects.filter(contact__in=some).order_by("contact", "ordinal"):
            people[row.contact_id].append(Participant(row.name, row.party_id, row.title, row.role, (row.name,), ()))
        for row in Contact.objects.filter(pk__in=some):
            when = {side: day.isoformat() if day else None for side, day in (("start", row.start), ("end", row.end))}
            record = {
                "type": row.kind,
                "status": row.status,
                "countries": sorted(parties[row.pk]),
                "date": when | {"precision": row.precision},
                "place": {"text": row.place, "country": row.place_country_id} if row.place else None,
                "participants": [
                    {"name": one.name or None, "country": one.country, "title": one.title or None, "role": one.role}
                    for one in people[row.pk]
                ],
            }
            found[row.pk] = Merged(
                first_report(row.pk), record, tuple(people[row.pk]), {}, (), row.witnesses, row.confirmed
            )
    return found


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min
