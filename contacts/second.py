"""Second opinion: an article reviewed once more by somebody who does not see what the first decided.

The second reviewer's opinions are kept beside the decisions and change no report. When they are finished, both are
compared; what differs is settled one by one, and only then decided, by the same functions as every decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from articles.models import Article
from contacts import changes, records, review
from contacts.models import Decision, Opinion, Party, Report, ReportState, SecondReview, Settlement
from contacts.when import date_words

MEANT = {
    ReportState.ACCEPTED: "accepted",
    ReportState.CORRECTED: "corrected",
    ReportState.REJECTED: "rejected",
    ReportState.PROPOSED: "undecided",
    ReportState.WITHDRAWN: "not there",
}


class NotBlind(Exception):
    """This person decided on the article already, so a second opinion of theirs would be none."""


class Taken(Exception):
    """Somebody else gives the second opinion already, or it is finished."""


class Unfinished(Exception):
    """``left`` proposals have no opinion yet."""

    def __init__(self, left: int) -> None:
        super().__init__(f"{left} without an opinion")
        self.left = left


@dataclass(frozen=True)
class Item:
    """A proposal as the second reviewer sees it: the machine's record, and their own opinion of it so far."""

    key: str
    number: int
    report: Report | None
    record: dict
    opinion: Opinion | None
    headline: str
    words: str
    quotes: list[str]

    @property
    def at(self) -> str:
        """The spans of its evidence, as "12-20 30-35"."""
        return " ".join(f"{start}-{end}" for start, end in self.record.get("evidence", []))


@dataclass(frozen=True)
class Difference:
    """One contact on which the two reviewers disagree. ``fields`` where both confirm it with other values."""

    opinion: Opinion
    headline: str
    first: str
    second: str
    fields: list[changes.Change]
    quotes: list[str]


@dataclass(frozen=True)
class Comparison:
    """Both reviews of an article: what agrees, what is still to settle, what was settled."""

    second: SecondReview
    agreed: int
    open: list[Difference]
    settled: int


def ask(article_id: int, user) -> SecondReview:
    """Set an article for a second review; one that is set already stays as it is. Raises Article.DoesNotExist."""
    with transaction.atomic():
        article = Article.objects.select_for_update(of=("self",)).get(pk=article_id)
        found = SecondReview.objects.filter(article=article, settled_at=None).first()
        return found or SecondReview.objects.create(article=article, asked_by=user)


def of_article(article_id: int) -> SecondReview | None:
    """The second review of an article that is not settled yet."""
    rows = SecondReview.objects.filter(article=article_id, settled_at=None)
    return rows.select_related("reviewer", "article").first()


def waiting() -> QuerySet[SecondReview]:
    """Second reviews that are not settled, oldest first."""
    rows = SecondReview.objects.filter(settled_at=None, article__removed=False)
    return rows.select_related("article__outlet", "reviewer").defer("article__text")


def is_blind(user, article_id: int) -> bool:
    """Whether this person gives the second opinion on an article and may not see the first's decisions yet."""
    return SecondReview.objects.filter(article=article_id, reviewer=user.pk, finished_at=None).exists()


def hidden_from(user) -> QuerySet[SecondReview]:
    """The ids of the articles on which this person gives a second opinion: nothing decided there is shown to them."""
    return SecondReview.objects.filter(reviewer=user.pk, finished_at=None).values("article")


def articles_hidden_from(user) -> list[int]:
    """The same as a list, for a page that asks more than once."""
    return list(hidden_from(user).values_list("article", flat=True))


def leave_out(rows: QuerySet[Article], user) -> QuerySet[Article]:
    """The articles without those on which this person gives a second opinion."""
    hidden = articles_hidden_from(user)
    return rows.exclude(pk__in=hidden) if hidden else rows


def take(second_id: int, user) -> SecondReview:
    """Begin, or go on with, a second review. Raises NotBlind, Taken, SecondReview.DoesNotExist."""
    with transaction.atomic():
        second = SecondReview.objects.select_for_update(of=("self",)).get(pk=second_id, article__removed=False)
        if second.finished_at or second.reviewer_id not in (None, user.pk):
            raise Taken
        if second.reviewer_id is None:
            if Decision.objects.filter(report__article=second.article_id, user=user).exists():
                raise NotBlind
            second.reviewer = user
            second.save(update_fields=["reviewer"])
    return second


def items(second: SecondReview) -> list[Item]:
    """The machine's proposals, then what the second reviewer added; nothing of the first reviewer."""
    names = dict(Party.objects.values_list("code", "name"))
    newest = _newest(second)
    by_report = {opinion.report_id: opinion for opinion in newest.values() if opinion.report_id}
    reports = Report.objects.filter(article=second.article_id, machine__isnull=False).order_by("ordinal", "pk")
    found = [_item(f"r{r.pk}", r, r.machine, by_report.get(r.pk), names, second.article.text) for r in reports]
    added = [o for o in newest.values() if o.report_id is None and o.state != ReportState.WITHDRAWN]
    found += [
        _item(str(o.key), None, o.record, o, names, second.article.text, len(found) + n) for n, o in enumerate(added)
    ]
    return found


def _item(key: str, report: Report | None, machine: dict, opinion, names, text: str, at: int | None = None) -> Item:
    record = opinion.record if opinion else machine
    words = f"{record['type'].capitalize()}, {record['status']} · {date_words(record['date'])}"
    quotes = [text[start:end] for start, end in record.get("evidence", [])]
    number = (report.ordinal if report else at) + 1
    return Item(key, number, report, record, opinion, records.headline(record, names), words, quotes)


def _newest(second: SecondReview) -> dict[UUID, Opinion]:
    """The opinions that count: the newest of each key, in the order in which they were first given."""
    found: dict[UUID, Opinion] = {}
    for opinion in Opinion.objects.filter(second=second).select_related("report", "settlement").order_by("pk"):
        found[opinion.key] = opinion
    return found


def say(
    second: SecondReview, user, report_id: int | None, state: str, record: dict | None = None, key: UUID | None = None
):
    """Keep the second reviewer's opinion of a proposal, or of a contact that they add (no report). Raises Taken,
    records.BadRecord, Report.DoesNotExist."""
    if second.reviewer_id != user.pk or second.finished_at:
        raise Taken
    if record is not None:
        records.check(record, set(Party.objects.values_list("code", flat=True)))
    if report_id is None:
        if record is None and key is not None:
            record = _newest(second)[key].record
        return Opinion.objects.create(second=second, state=state, record=record, **({"key": key} if key else {}))
    report = Report.objects.get(pk=report_id, article=second.article_id, machine__isnull=False)
    earlier = Opinion.objects.filter(second=second, report=report).order_by("-pk").first()
    same = {"key": earlier.key} if earlier else {}
    return Opinion.objects.create(second=second, report=report, state=state, record=record or report.machine, **same)


def finish(second: SecondReview, user) -> None:
    """Hand in the second review. Raises Unfinished, Taken."""
    if second.reviewer_id != user.pk or second.finished_at:
        raise Taken
    left = sum(item.opinion is None for item in items(second))
    if left:
        raise Unfinished(left)
    second.finished_at = timezone.now()
    second.save(update_fields=["finished_at"])
    _settle_when_done(second)


def compare(second: SecondReview) -> Comparison:
    """Both reviews side by side, once the second is finished."""
    names = dict(Party.objects.values_list("code", "name"))
    agreed, settled, differing = 0, 0, []
    for opinion in _newest(second).values():
        if hasattr(opinion, "settlement"):
            settled += 1
        elif _agrees(opinion):
            agreed += 1
        else:
            differing.append(_difference(opinion, names, second.article.text))
    return Comparison(second, agreed, differing, settled)


def _agrees(opinion: Opinion) -> bool:
    if opinion.report is None:
        return opinion.state == ReportState.WITHDRAWN
    both = opinion.report.confirmed == (opinion.state != ReportState.REJECTED)
    decided = opinion.report.state != ReportState.PROPOSED
    if not opinion.report.confirmed:
        return both and decided
    return both and not changes.differences(opinion.report.record, opinion.record, {}, "")


def _difference(opinion: Opinion, names: dict[str, str], text: str) -> Difference:
    first = opinion.report
    both = first is not None and first.confirmed and opinion.state != ReportState.REJECTED
    return Difference(
        opinion=opinion,
        headline=records.headline(opinion.record, names),
        first=MEANT[first.state] if first else "not found",
        second=MEANT[opinion.state] if first else "added",
        fields=changes.differences(first.record, opinion.record, names, text) if both else [],
        quotes=[text[start:end] for start, end in opinion.record.get("evidence", [])],
    )


def settle(second: SecondReview, user, opinion_id: int, version: int, *, second_holds: bool) -> None:
    """Say whose view of one contact holds, and decide accordingly.

    Raises review.Changed, Taken (settled already, or not finished), records.BadRecord, Opinion.DoesNotExist.
    """
    with transaction.atomic():
        opinion = Opinion.objects.select_for_update(of=("self",)).get(pk=opinion_id, second=second)
        if not second.finished_at or Settlement.objects.filter(opinion=opinion).exists():
            raise Taken
        if second_holds:
            _decide(second, user, opinion, version)
        Settlement.objects.create(opinion=opinion, user=user, second_holds=second_holds)
        _settle_when_done(second)


def _decide(second: SecondReview, user, opinion: Opinion, version: int) -> None:
    if opinion.report_id is None:
        review.add(second.article_id, user, opinion.record)
    elif opinion.state == ReportState.REJECTED:
        review.reject(opinion.report_id, user, version)
    else:
        review.correct(opinion.report_id, user, version, opinion.record)


def _settle_when_done(second: SecondReview) -> None:
    if not compare(second).open:
        second.settled_at = timezone.now()
        second.save(update_fields=["settled_at"])
