"""The read side: made from reports, the same after every rebuild, in step after every decision."""

import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contacts import review
from contacts.fusion import rebuilding
from contacts.models import Contact, Dyad, Participation, Person, Report, Source, Window
from tests import make

pytestmark = pytest.mark.django_db
TABLES = (Contact, Source, Dyad, Participation)


def rows() -> dict:
    """All rows of the read side but for the numbers that the database gives."""
    found = {}
    for model in (*TABLES, Person):
        names = [
            f.attname
            for f in model._meta.concrete_fields
            if not (f.primary_key and f.attname == "id" and f.get_internal_type() == "BigAutoField")
        ]
        found[model.__name__] = sorted(map(repr, model.objects.order_by().values_list(*names)))
    return found


def some_reports() -> list[Report]:
    everyone = [
        ("Ana Ruiz", "ESP"),
        ("Rui Costa", "PRT"),
        ("Léa Petit", "FRA"),
        ("José Núñez", "ESP"),
        ("Jose Nunez", "ESP"),
    ]
    made = []
    for number in range(6):
        records = []
        for day in range(1, 4):
            who = [make.person(*everyone[(number + day + n) % 5]) for n in range(2)] + [
                make.person(None, "ITA", "officials")
            ]
            countries = sorted({p["country"] for p in who})
            records.append(make.record(day=f"2020-05-0{day}", participants=who, countries=countries))
        records.append(make.record(date={"start": None, "end": None, "precision": "unknown"}))
        made += make.reports(make.article(), *records)
    return made


def test_two_articles_that_tell_the_same_meeting_make_one_contact():
    make.report(participants=[make.person("José Núñez", "ESP"), make.person("Rui Costa", "PRT")])
    make.report(participants=[make.person("Rui Costa", "PRT"), make.person("Jose Nunez", "ESP")])
    assert Contact.objects.count() == 1
    assert Source.objects.count() == 2


@pytest.mark.parametrize(
    "values",
    [
        {"day": "2020-06-04"},
        {"type": "call"},
        {"participants": [make.person("Ana Ruiz", "ESP"), make.person("Eva Sol", "PRT")]},
    ],
)
def test_reports_that_differ_in_month_kind_or_people_stay_apart(values):
    make.report()
    make.report(**values)
    assert Contact.objects.count() == 2


@pytest.mark.parametrize(
    "values",
    [
        {"day": "2020-05-05"},
        {"participants": [make.person("Ana Ruiz", "ESP")]},
        {"date": {"start": "2020-05-01", "end": "2020-05-31", "precision": "month"}},
    ],
)
def test_reports_that_say_the_same_less_exactly_come_together(values):
    make.report()
    make.report(**values)
    assert Contact.objects.count() == 1


def test_a_confirmed_report_gives_the_contact_its_values():
    first, second = make.report(status="occurred"), make.report(status="planned")
    assert Contact.objects.get().status == "occurred"
    review.accept(second.pk, make.user(), 1)
    contact = Contact.objects.get()
    assert (contact.status, contact.confirmed) == ("planned", True)
    assert [s.report_id for s in contact.sources.all()] == [second.pk, first.pk]


def test_each_pair_of_parties_gets_its_dyad_in_order():
    make.report(countries=["ESP", "FRA", "PRT"])
    assert set(Dyad.objects.values_list("a", "b")) == {("ESP", "FRA"), ("ESP", "PRT"), ("FRA", "PRT")}


def test_a_rebuild_gives_the_same_rows_after_any_decisions():
    reports, judge, dice = some_reports(), make.user(), random.Random(5)
    for _ in range(60):
        report = Report.objects.get(pk=dice.choice(reports).pk)
        act = dice.choice([review.accept, review.reject, review.undo, another_day])
        try:
            act(report.pk, judge, report.version)
        except review.NothingToUndo:
            pass
    kept = rows()
    assert all(kept.values())
    rebuilding.rebuild()
    assert rows() == kept
    for model in (Contact, Person):
        model.objects.all().delete()
    rebuilding.rebuild()
    assert rows() == kept


def another_day(pk: int, judge, version: int) -> None:
    day = {"start": "2020-05-03", "end": "2020-05-03", "precision": "day"}
    review.correct(pk, judge, version, Report.objects.get(pk=pk).record | {"date": day})


def test_a_person_is_named_by_the_longest_spelling_whichever_came_first():
    for spelling in ("Jose Nunez", "José Núñez", "Jose-Nunez"):
        make.report(participants=[make.person(spelling, "ESP"), make.person("Rui Costa", "PRT")])
    assert set(Person.objects.values_list("name", flat=True)) == {"Jose Nunez", "Rui Costa"}


def test_rebuilding_does_not_touch_the_reports():
    report = make.report()
    before = Report.objects.values().get()
    rebuilding.rebuild()
    assert Report.objects.values().get() == before
    assert Source.objects.get().report == report


def test_the_queries_of_one_decision_do_not_grow_with_the_archive():
    judge, asked = make.user(), []
    for _ in range(2):
        report = some_reports()[0]
        with CaptureQueriesContext(connection) as queries:
            review.accept(report.pk, judge, 1)
        asked.append(len(queries))
        for number in range(12):
            make.report(day=f"2021-05-{1 + number:02}", participants=[make.person(f"Ana Ruiz {number}", "ESP")])
    assert asked[0] == asked[1] < 70


def test_contacts_that_were_made_by_other_weights_are_made_anew_at_the_next_start(monkeypatch):
    make.report()
    made = []
    monkeypatch.setattr(rebuilding, "rebuild", lambda: made.append(True))
    rebuilding.rebuild_if_older()
    assert not made
    Window.objects.update(digest="0" * 32)
    rebuilding.rebuild_if_older()
    assert made
