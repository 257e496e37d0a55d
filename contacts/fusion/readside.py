"""The read side kept in step with the reports: the database side of fusion.

What a change touches is found by the ties that reports have (``nearness``): the whole of what hangs together with the
changed ones is clustered anew, and nothing else is looked at. So any sequence of changes ends with the rows, ids
included, that ``rebuild`` makes of the same reports and verdicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from django.db import connection, transaction

from contacts.fusion import counts, doubts, names_standing, nearness, people_doubts, persons, put_off, rows, said
from contacts.fusion.cluster import cluster
from contacts.fusion.gather import chunks, givens
from contacts.fusion.given import Given
from contacts.fusion.values import values
from contacts.models import Contact, Dyad, Party, Report
from contacts.search import index

# The number of our lock among PostgreSQL's advisory locks; any will do that nothing else uses.
READ_SIDE = 711_2015


def one_at_a_time() -> None:
    """Hold back every other change of the read side until this transaction ends.

    Two decisions on reports of one contact would both make it anew. SQLite lets one write at a time anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [READ_SIDE])


@transaction.atomic
def project(reports: Iterable[Report]) -> None:
    """Bring the read side in step with these reports: the contacts they belonged to and those they belong to now."""
    one_at_a_time()
    for some in chunks(report.pk for report in reports):
        _settle(set(some))


@transaction.atomic
def regroup(reports: Iterable[int]) -> None:
    """Bring the read side in step with what people said of these reports (ids), which did not change themselves."""
    one_at_a_time()
    for some in chunks(reports):
        _group(nearness.hanging_together(some))


@transaction.atomic
def withdraw(reports: Iterable[Report]) -> None:
    """Delete these reports, on which nobody decided, and bring the contacts that they belonged to in step."""
    one_at_a_time()
    for some in chunks(report.pk for report in reports):
        _settle(set(some), leaving=frozenset(some))
        Report.objects.filter(pk__in=some).delete()


def _settle(changed: set[int], leaving: frozenset[int] = frozenset()) -> None:
    """Where all that a comparison looks at is as it was, as after an "accept", so are the groups, and only the contacts
    of the changed reports are made anew. Else all that hangs together with them is clustered anew."""
    found = nearness.stale(changed, leaving)
    if found:
        before = nearness.hanging_together(changed)
        nearness.refresh(found)
        _group(nearness.hanging_together(before), leaving)
    else:
        groups = nearness.as_they_are(changed)
        touched = {report for group in groups for report in group}
        here = givens(touched)
        _make(touched, here, [group for group in groups if here.keys() >= set(group)])  # without what stays hidden


def _group(touched: set[int], leaving: frozenset[int] = frozenset()) -> None:
    """Cluster anew all that hangs together, and see which joins a person should look at."""
    here = givens(touched - leaving)
    binding = said.around(here)
    clusters = cluster(here.values(), *binding.binding(here), nearness.scores(here))
    contact_of = _make(touched, here, clusters.groups)
    doubts.settle(contact_of, {(one.one, one.other) for one in clusters.unsure if one.joined}, binding)


def _make(touched: set[int], here: Mapping[int, Given], groups: Iterable[Iterable[int]]) -> dict[int, str]:
    """Make the contacts of these groups anew in the place of all that ``touched`` were in. ``here``: the visible ones.

    Returns the contact of each report.
    """
    merged = [values([here[report] for report in group]) for group in groups]
    parties = {code for one in merged for code in one.record["countries"]}
    parties |= {one.country for contact in merged for one in contact.participants if one.country}
    names = dict(Party.objects.filter(pk__in=parties).values_list("pk", "name"))
    splits = names_standing.standing_splits()
    made = [rows.rows(one, here, names, splits) for one in merged]

    gone: set[str] = set()
    for some in chunks(touched):
        gone |= set(Contact.objects.filter(sources__report__in=some).values_list("pk", flat=True))
    places = {(one.contact.place, one.contact.place_country_id) for one in made}
    for some in chunks(gone):
        places |= set(Contact.objects.filter(pk__in=some).order_by().values_list("place", "place_country"))
    cells, told, loose = _leave(gone)
    tell = people_doubts.told_by(made)
    people_of = people_doubts.people_of(told ^ tell)
    touched_people, moved = persons.settle({name for name, *_ in told} | rows.write(made))
    index.keep(touched_people, places)
    people_doubts.settle(people_of | people_doubts.people_of(told ^ tell) | moved)
    counts.recount(chain(cells, (counts.cell(dyad) for one in made for dyad in one.dyads)))
    put_off.settle(made, loose)
    return {source.report_id: one.contact.pk for one in made for source in one.sources}


def _leave(contacts: set[str]) -> tuple[set[counts.Cell], set[people_doubts.Told], set[str]]:
    """Delete contacts. Returns what has to be settled after them: counts, what they told of names, and contacts that
    pointed at them."""
    loose = put_off.pointing_at(contacts) - contacts
    cells: set[counts.Cell] = set()
    told: set[people_doubts.Told] = set()
    for some in chunks(contacts):
        cells |= {counts.cell(dyad) for dyad in Dyad.objects.filter(contact__in=some)}
        told |= people_doubts.told_in(some)
        Contact.objects.filter(pk__in=some).delete()
    return cells, told, loose
