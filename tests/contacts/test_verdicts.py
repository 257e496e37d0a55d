"""What people say of two reports: kept, bound to, taken back, and never in contradiction."""

from __future__ import annotations

import pytest

from contacts import review
from contacts.fusion import rebuilding, verdicts
from contacts.models import AppendOnly, Contact, Report, Source, Tie, Verdict
from tests import make

pytestmark = pytest.mark.django_db


def reports_of(contact: Contact) -> set[int]:
    return set(contact.sources.values_list("report", flat=True))


def contacts() -> set[frozenset[int]]:
    return {frozenset(reports_of(contact)) for contact in Contact.objects.all()}


@pytest.fixture
def judge():
    return make.user(name="ana")


@pytest.fixture
def three() -> list[int]:
    """Three reports that no machine would join, in three articles."""
    return [
        make.report(day=f"{year}-05-04", participants=[make.person(name, "ESP")]).pk
        for year, name in ((2001, "Ana Ruiz"), (2007, "Leo Prats"), (2014, "Marta Gil"))
    ]


def test_what_a_person_calls_the_same_is_one_contact_after_every_rebuild_until_taken_back(three, judge):
    a, b, c = three
    said = verdicts.say_same(b, a, judge, "one and the same")
    assert contacts() == {frozenset({a, b}), frozenset({c})}
    rebuilding.rebuild()
    assert contacts() == {frozenset({a, b}), frozenset({c})}
    verdicts.undo(said.pk, judge)
    assert contacts() == {frozenset({a}), frozenset({b}), frozenset({c})}
    assert [(row.same, row.comment, row.takes_back_id) for row in Verdict.objects.all()] == [
        (True, "one and the same", None),
        (None, "", said.pk),
    ]


def test_what_a_person_calls_not_the_same_is_two_contacts_though_all_agrees(judge):
    one, other = make.report(), make.report()
    assert len(contacts()) == 1
    verdicts.say_apart(one.pk, other.pk, judge)
    assert len(contacts()) == 2
    review.accept(one.pk, judge, 1)
    rebuilding.rebuild()
    assert len(contacts()) == 2


def test_a_contradiction_is_refused_in_words_and_nothing_is_lost(three, judge):
    a, b, c = three
    verdicts.say_same(a, b, judge)
    verdicts.say_same(b, c, make.user(name="rui"))
    with pytest.raises(verdicts.Contradiction) as told:
        verdicts.say_apart(a, c, judge)
    assert "ana" in str(told.value) and "rui" in str(told.value) and "Take back one of these first" in str(told.value)
    assert [(v.one_id, v.other_id) for v in told.value.verdicts] == [(a, b), (b, c)]
    assert Verdict.objects.count() == 2
    assert contacts() == {frozenset(three)}


def test_the_same_cannot_be_said_against_not_the_same_of_others_of_the_two_contacts(three, judge):
    a, b, c = three
    apart = verdicts.say_apart(a, c, judge)
    verdicts.say_same(a, b, judge)
    with pytest.raises(verdicts.Contradiction) as told:
        verdicts.say_same(b, c, judge)
    assert told.value.verdicts == [apart]
    assert Verdict.objects.count() == 2


def test_the_other_may_be_said_of_the_same_two_and_undo_brings_back_what_was_said_before(three, judge):
    a, b, _ = three
    verdicts.say_same(a, b, judge)
    later = verdicts.say_apart(a, b, judge)
    assert len(contacts()) == 3
    verdicts.undo(later.pk, judge)
    assert len(contacts()) == 2
    with pytest.raises(verdicts.CannotHold, match="taken back already"):
        verdicts.undo(later.pk, judge)


def test_an_undo_that_would_contradict_what_was_said_since_is_refused(three, judge):
    a, b, c = three
    verdicts.say_apart(a, c, judge)
    changed = verdicts.say_same(a, c, judge)
    verdicts.say_same(a, b, judge)
    verdicts.say_same(b, c, judge)
    with pytest.raises(verdicts.Contradiction):
        verdicts.undo(changed.pk, judge)
    assert Verdict.objects.count() == 4


def test_a_verdict_on_what_is_not_shown_or_on_one_report_is_refused(three, judge):
    a, b, _ = three
    review.reject(b, judge, 1)
    for pair in ((a, b), (a, a), (a, 10**9)):
        with pytest.raises(verdicts.CannotHold, match="both still shown"):
            verdicts.say_same(*pair, judge)


def test_the_same_holds_through_a_report_that_was_rejected_meanwhile(three, judge):
    a, b, c = three
    verdicts.say_same(a, b, judge)
    verdicts.say_same(b, c, judge)
    review.reject(b, judge, 1)
    assert contacts() == {frozenset({a, c})}
    rebuilding.rebuild()
    assert contacts() == {frozenset({a, c})}


def test_a_verdict_is_never_changed(three, judge):
    said = verdicts.say_same(*three[:2], judge)
    said.same = False
    with pytest.raises(AppendOnly):
        said.save()


def test_the_history_of_a_contact_says_what_stands(three, judge):
    a, b, c = three
    first = verdicts.say_same(a, b, judge)
    taken = verdicts.undo(first.pk, judge)
    again = verdicts.say_same(a, b, judge)
    verdicts.say_apart(a, c, judge)
    mates = Source.objects.filter(contact__sources__report=b).values_list("report", flat=True)
    found = verdicts.history(mates)
    assert [(entry.verdict.pk, entry.stands) for entry in found][1:] == [
        (again.pk, True),
        (taken.pk, False),
        (first.pk, False),
    ]
    assert found[0].stands


def test_an_unsure_join_waits_until_somebody_settles_it_be_it_of_others_that_are_the_same(three, judge, monkeypatch):
    from contacts.fusion import nearness
    from contacts.fusion.compare import Comparison

    monkeypatch.setattr(nearness, "compare", lambda _one, _other: Comparison(0.4))
    a, *_ = three
    one, other = make.report(day="2019-03-01"), make.report(day="2019-03-02")
    [waits] = verdicts.unsure_joins()
    assert (waits.one, waits.other, waits.joined) == (one, other, False)
    assert verdicts.count_unsure_joins() == 1
    same = verdicts.say_same(a, one.pk, judge)
    verdicts.say_apart(a, other.pk, judge)
    assert verdicts.unsure_joins() == []
    verdicts.undo(same.pk, judge)
    assert len(verdicts.unsure_joins()) == 1
    rebuilding.rebuild()
    assert [(tie.one_id, tie.other_id, tie.open) for tie in Tie.objects.all()] == [(one.pk, other.pk, True)]


def test_why_is_answered_for_any_two_shown_reports(three):
    assert verdicts.why(three[2], three[0]).score < 0.5
    with pytest.raises(Report.DoesNotExist):
        verdicts.why(three[0], 10**9)


def test_of_two_contacts_with_many_reports_one_join_waits(judge, monkeypatch):
    from contacts.fusion import nearness
    from contacts.fusion.compare import Comparison

    monkeypatch.setattr(nearness, "compare", lambda one, other: Comparison(0.3 + 0.01 * (one.key + other.key) % 0.1))
    reports = [make.report(day=f"2019-03-0{1 + number}").pk for number in range(4)]
    verdicts.say_same(reports[0], reports[1], judge)
    verdicts.say_same(reports[2], reports[3], judge)
    [waits] = verdicts.unsure_joins()
    across = Tie.objects.filter(one__in=reports[:2], other__in=reports[2:])
    assert across.count() == 4
    assert waits.score == max(across.values_list("score", flat=True))
    kept = list(Tie.objects.order_by("one", "other").values_list("one", "other", "open"))
    rebuilding.rebuild()
    assert list(Tie.objects.order_by("one", "other").values_list("one", "other", "open")) == kept


def test_an_undated_report_comes_back_to_the_contact_that_a_person_put_it_in(judge):
    nowhen = {"date": {"start": None, "end": None, "precision": "unknown"}}
    one, other = make.report(), make.report(make.article(published=None), **nowhen)
    verdicts.say_same(one.pk, other.pk, judge)
    review.reject(other.pk, judge, 1)
    assert contacts() == {frozenset({one.pk})}
    review.undo(other.pk, judge, 2)
    assert contacts() == {frozenset({one.pk, other.pk})}
