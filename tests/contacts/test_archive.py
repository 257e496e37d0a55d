"""The made-up archives of the benchmarks: the same again from the same seed, skewed, and readable by the program."""

from __future__ import annotations

import pytest
from django.db.models import Sum

from benchmarks.archive.copies import multiply
from benchmarks.archive.fill import fill
from benchmarks.archive.telling import articles
from benchmarks.archive.world import World
from contacts import records
from contacts.fusion import rebuilding
from contacts.models import Contact, Dyad, Evidence, PairYear, Party, Report, ReportState
from contacts.search import index

pytestmark = pytest.mark.django_db


def test_the_busiest_pair_of_a_million_has_twenty_thousand():
    sizes = World(1_000_000, 7).sizes()
    assert sum(sizes) == 1_000_000
    assert sizes == sorted(sizes, reverse=True) or max(sizes) == sizes[0]
    assert abs(sizes[0] - 20_000) < 500
    assert sum(sizes[:80]) > 300_000  # one pair in a hundred has a third of all


def test_a_small_archive_holds_what_the_program_would_have_stored():
    assert fill(300, 7) == Report.objects.count()
    codes = set(Party.objects.values_list("code", flat=True))
    for report in Report.objects.select_related("article", "standing"):
        records.check(report.record, codes)
        assert (report.standing is None) == (report.state == ReportState.PROPOSED)
    dated = Evidence.objects.filter(field="date").select_related("report__article").first()
    assert dated.report.article.text[dated.start : dated.end] == dated.report.record["basis"]
    assert 200 < rebuilding.rebuild() < 330
    assert Contact.objects.filter(sources__rank=1).exists()


def test_the_same_seed_gives_the_same_world():
    told = [[list(articles(world, event)) for event in world.events()] for world in (World(300, 7), World(300, 7))]
    assert told[0] == told[1]


def test_copies_are_contacts_of_their_own_and_counted():
    fill(60, 7)
    contacts, reports = rebuilding.rebuild(), Report.objects.count()
    assert multiply(3) == Contact.objects.count() == 3 * contacts
    assert Report.objects.count() == 3 * reports
    counted = PairYear.objects.aggregate(Sum("contacts"))["contacts__sum"]
    assert counted == Dyad.objects.count()
    assert not index.differences()
    for contact in Contact.objects.prefetch_related("sources__report"):
        first = contact.sources.all()[0].report
        assert contact.pk == f"c{min(source.report_id for source in contact.sources.all())}"
        assert first.record["type"] == contact.kind
    Evidence.objects.create(report=Report.objects.latest("pk"), field="x", start=0, end=1)  # numbers go on after them
