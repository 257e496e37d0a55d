"""Which contacts of a person are asked for, as rows that the drawing and the list of a pair's page can read."""

from __future__ import annotations

from django.db.models import Case, CharField, Exists, F, OuterRef, QuerySet, Value, When

from contacts.extraction.types import Kind, Role
from contacts.models import Participation
from contacts.pair.selection import ALL, CONFIRMED, Filter

WENT, RECEIVED, MEETINGS, CALLS, MESSAGES = "went", "received", "meetings", "calls", "messages"
LANES = {
    WENT: "Visits made",
    RECEIVED: "Visits of others",
    MEETINGS: "Meetings",
    CALLS: "Calls",
    MESSAGES: "Messages",
}

# Of two participations in one contact (a person under two spellings) the first is the one that counts.
_EARLIER = Participation.objects.filter(
    contact=OuterRef("contact"), person=OuterRef("person"), ordinal__lt=OuterRef("ordinal")
).order_by()
_LANE = Case(
    When(contact__kind=Kind.VISIT, role=Role.VISITOR, then=Value(WENT)),
    When(contact__kind=Kind.VISIT, then=Value(RECEIVED)),
    When(contact__kind=Kind.CALL, then=Value(CALLS)),
    When(contact__kind=Kind.MESSAGE, then=Value(MESSAGES)),
    default=Value(MEETINGS),
    output_field=CharField(),
)
_COPIED = ("kind", "status", "confirmed", "start", "end", "rank", "witnesses")


def matching(person: str, asked: Filter, but: frozenset[str] | set[str] = frozenset()) -> QuerySet[Participation]:
    """A row for each contact of the person that passes, with what ``Dyad`` has of a contact: kind, status, confirmed,
    start, end, rank, witnesses, lane and side. ``but`` names choices to leave out, as the fields of ``Filter``."""
    rows = asked.sight.seen(Participation.objects.filter(person=person).exclude(Exists(_EARLIER)).order_by())
    rows = rows.annotate(
        **{name: F(f"contact__{name}") for name in _COPIED},
        lane=_LANE,
        side=Case(When(role=Role.VISITOR, then=Value("a")), default=Value(""), output_field=CharField()),
    )
    for name, field, chosen in (("statuses", "contact__status", asked.statuses), ("lanes", "lane", asked.lanes)):
        if chosen and name not in but:
            rows = rows.filter(**{f"{field}__in": sorted(chosen)})
    if asked.show != ALL and "show" not in but:
        rows = rows.filter(contact__confirmed=asked.show == CONFIRMED)
    if asked.start:
        rows = rows.filter(contact__end__gte=asked.start)
    if asked.end:
        rows = rows.filter(contact__start__lte=asked.end)
    if asked.people and "people" not in but:
        with_them = Participation.objects.filter(contact=OuterRef("contact"), person__in=sorted(asked.people))
        rows = rows.filter(Exists(with_them.order_by()))
    return rows
