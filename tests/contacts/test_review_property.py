"""Whatever two people decide and take back: state, history and read side stay as a plain model has them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from contacts import review
from contacts.fusion import rebuilding
from contacts.models import Contact, Decision, Dyad, Participation, Report, Source
from tests import make

pytestmark = pytest.mark.django_db

STATUSES = ["occurred", "planned", "cancelled"]
WHICH = st.integers(0, 2)
ACTS = st.one_of(
    st.tuples(st.just("undo"), WHICH),
    st.tuples(st.just("redo"), WHICH),
    st.tuples(st.sampled_from(["accept", "reject"]), WHICH),
    st.tuples(st.just("correct"), WHICH, st.sampled_from(STATUSES)),
    st.tuples(st.sampled_from(["add", "accept_all"])),
    st.tuples(st.sampled_from(["split", "join"]), WHICH, WHICH),
)
STEPS = st.lists(st.tuples(st.integers(0, 1), st.booleans(), ACTS), min_size=4, max_size=24)


class Model:
    """What should be: for each report its values after each decision that stands, and those taken back since.

    A value is (state, status of the record). ``acts`` are lists of the reports decided on together.
    """

    def __init__(self, reports) -> None:
        self.done = {report.pk: [(("proposed", "occurred"), None)] for report in reports}
        self.back: dict[int, list] = {report.pk: [] for report in reports}

    def now(self, pk: int) -> tuple[str, str]:
        return self.done[pk][-1][0]

    def decide(self, values: dict[int, tuple[str, str]]) -> None:
        act = frozenset(values), object()
        for pk, value in values.items():
            self.done.setdefault(pk, [(("withdrawn", value[1]), None)]).append((value, act))
            self.back[pk] = []

    def _together(self, pk: int, stacks: dict) -> list[int] | None:
        top = stacks[pk][-1] if stacks[pk] else (None, None)
        if top[1] is None:
            return None
        pks = sorted(top[1][0])
        return pks if all(stacks[other] and stacks[other][-1][1] is top[1] for other in pks) else []

    def undo(self, pk: int) -> list[int] | None:
        """The reports that an undo changes; None where there is nothing, empty where one of the act went on."""
        pks = self._together(pk, self.done)
        for other in pks or []:
            self.back[other].append(self.done[other].pop())
        return pks

    def redo(self, pk: int) -> list[int] | None:
        pks = self._together(pk, self.back)
        for other in pks or []:
            self.done[other].append(self.back[other].pop())
        return pks


def apply(model: Model, article, user, act: tuple) -> int:
    """Do it in the program and in the model. Returns how many decisions must have been recorded."""
    reports = list(Report.objects.filter(article=article).order_by("pk"))
    name, *rest = act
    picked = [reports[n % len(reports)] for n in rest if isinstance(n, int)]
    if name in ("accept", "reject"):
        getattr(review, name)(picked[0].pk, user, picked[0].version)
        model.decide({picked[0].pk: (f"{name}ed", model.now(picked[0].pk)[1])})
        return 1
    if name == "correct":
        review.correct(picked[0].pk, user, picked[0].version, picked[0].record | {"status": rest[1]})
        model.decide({picked[0].pk: ("corrected", rest[1])})
        return 1
    if name == "add":
        model.decide({review.add(article.pk, user, make.record()).pk: ("corrected", "occurred")})
        return 1
    if name == "accept_all":
        accepted = review.accept_all(article.pk, user, {report.pk: report.version for report in reports})
        model.decide({report.pk: ("accepted", model.now(report.pk)[1]) for report in accepted})
        return len(accepted)
    if name == "split":
        first, second = picked[0].record, picked[0].record | {"status": "cancelled"}
        one, two = review.split(picked[0].pk, user, picked[0].version, first, second)
        model.decide({one.pk: ("corrected", first["status"]), two.pk: ("corrected", "cancelled")})
        return 2
    if name == "join":
        one, two = picked
        if one == two:
            with pytest.raises(ValueError):
                review.join(one.pk, user, one.version, two.pk, two.version)
            return 0
        review.join(one.pk, user, one.version, two.pk, two.version)
        model.decide({one.pk: ("corrected", model.now(one.pk)[1]), two.pk: ("rejected", model.now(two.pk)[1])})
        return 2
    expected = getattr(model, name)(picked[0].pk)
    decide = getattr(review, name)
    if expected is None:
        with pytest.raises((review.NothingToUndo, review.NothingToRedo)):
            decide(picked[0].pk, user, picked[0].version)
        return 0
    if not expected:
        with pytest.raises(review.Changed):
            decide(picked[0].pk, user, picked[0].version)
        return 0
    assert sorted(report.pk for report in decide(picked[0].pk, user, picked[0].version)) == expected
    return len(expected)


def read_side() -> list:
    """Every row that pages read, without the numbers that the database gives."""
    return [
        sorted(Contact.objects.values_list()),
        sorted(Source.objects.values_list("contact", "report", "rank")),
        sorted(Participation.objects.values_list("contact", "ordinal", "person", "party", "role")),
        sorted(Dyad.objects.values_list("contact", "a", "b", "status", "confirmed")),
    ]


# Without shrinking: a failure is told within seconds, with the steps that led to it.
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(steps=STEPS)
def test_any_sequence_of_decisions_by_two_people_keeps_state_history_and_read_side_right(steps, transactional_rollback):
    with transactional_rollback():
        people = [make.user(), make.user()]
        article = make.article()
        found = make.reports(article, make.record(), make.record(day="2020-05-05"))
        model, recorded = Model(found), 0
        for who, stale, act in steps:
            if stale:
                report = Report.objects.filter(article=article).order_by("pk").first()
                with pytest.raises(review.Changed):
                    review.accept(report.pk, people[who], report.version + 1)
            recorded += apply(model, article, people[who], act)
            assert Decision.objects.count() == recorded
        for report in Report.objects.filter(article=article):
            assert (report.state, report.record["status"]) == model.now(report.pk)
            assert report.version == 1 + report.decisions.count()
            assert report.machine in (None, found[0].machine, found[1].machine)
        shown = read_side()
        rebuilding.rebuild()
        assert read_side() == shown


@pytest.fixture
def transactional_rollback():
    """Each example begins with the same rows."""
    from contextlib import contextmanager

    from django.db import transaction

    @contextmanager
    def rolled_back():
        with transaction.atomic():
            yield
            transaction.set_rollback(True)

    return rolled_back
