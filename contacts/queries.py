"""What the review page and the overview show. No function asks more queries where there are more rows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from articles.models import Article, ArticleState
from contacts import highlight, queue, records, second, sight
from contacts.forms_world import Asked
from contacts.fusion import verdicts
from contacts.matrix import Matrix, matrix
from contacts.models import Contact, Decision, Extraction, Party, Report, ReportState, Source
from contacts.sight import Sight
from contacts.when import date_words

ROWS = 8
MATRIX_SIZE = 10


@dataclass(frozen=True)
class Person:
    """A participant as the page shows one. ``at`` are the spans of its own words, as "12-20 30-35"."""

    number: int
    name: str
    title: str
    party: str
    code: str
    role: str
    at: str = ""


@dataclass(frozen=True)
class Proposal:
    """One report as the page shows it. ``decision`` is its newest standing decision, or None; ``at`` the spans of the
    words that its fields were read from, as "12-20 30-35"."""

    report: Report
    number: int
    headline: str
    kind: str
    status: str
    parties: list[Party]
    date: str
    precision: str
    basis: str
    place: str
    place_country: str
    people: list[Person]
    quotes: list[str]
    decision: Decision | None
    at: dict[str, str]
    doubt: Doubt | None = None


@dataclass(frozen=True)
class Doubt:
    """What a later reading says against a report: ``now`` is how it would be proposed today, or empty."""

    why: str
    now: str


@dataclass(frozen=True)
class ReviewPage:
    """Everything on the review page of one article."""

    article: Article
    art: str
    missed: int
    proposals: list[Proposal]
    chosen: int | None
    decided: int
    extraction: Extraction | None

    @property
    def left(self) -> int:
        return len(self.proposals) - self.decided

    @property
    def seen(self) -> str:
        """The undecided proposals with their versions, as "12:1 13:1": what accepting all that remain is about."""
        waiting = (one.report for one in self.proposals if one.report.state == ReportState.PROPOSED)
        return " ".join(f"{report.pk}:{report.version}" for report in waiting)


def review_page(article: Article, chosen: int | None = None, opened_at: tuple[int, int] | None = None) -> ReviewPage:
    """The article with its reports.

    ``chosen`` is the id of the report to light. Without one of this article's, it is the first that is undecided.
    ``opened_at`` are words of the text to show, as a search leads to them.
    """
    reports = list(
        Report.objects.present()
        .filter(article=article)
        .select_related("standing__user")
        .defer("machine", "standing__record_before", "standing__record_after")  # reading JSON is half of the page
        .prefetch_related("evidence")
        .order_by("ordinal", "pk")
    )
    for report in reports:
        report.article = article
    newest = article.extractions.order_by("-sent_at", "-pk").first()
    evidence = [row for report in reports for row in report.evidence.all()]
    shown = proposals(reports)
    chosen = chosen if chosen in {report.pk for report in reports} else _first_open(reports)
    pieces = highlight.pieces(article.text, newest.marks if newest else [], evidence, opened_at)
    return ReviewPage(
        article=article,
        art=highlight.markup(pieces, {one.report.pk: one.number for one in shown}, chosen),
        missed=highlight.missed(pieces),
        proposals=shown,
        chosen=chosen,
        decided=sum(report.state != ReportState.PROPOSED for report in reports),
        extraction=newest,
    )


def _first_open(reports: list[Report]) -> int | None:
    """The first report that waits for somebody: undecided, or doubted by a later reading."""
    waiting = (report.pk for report in reports if report.state == ReportState.PROPOSED or report.doubt is not None)
    return next(waiting, None)


def counts(article_id: int) -> tuple[int, int]:
    """How many reports an article has, and how many of them are decided."""
    total = Count("pk")
    row = (
        Report.objects.present()
        .filter(article=article_id)
        .aggregate(total=total, decided=Count("pk", filter=~Q(state=ReportState.PROPOSED)))
    )
    return row["total"], row["decided"]


def proposals(reports: list[Report]) -> list[Proposal]:
    """The reports of an article as the page shows them, numbered by their place in the article's list."""
    parties = Party.objects.in_bulk({code for report in reports for code in _codes(report.record)})
    return [_proposal(report, parties) for report in reports]


def _codes(record: dict) -> set[str]:
    place = (record.get("place") or {}).get("country")
    return {code for code in [place, *record["countries"], *(p["country"] for p in record["participants"])] if code}


def _proposal(report: Report, parties: dict[str, Party]) -> Proposal:
    record = report.record
    names = {code: party.name for code, party in parties.items()}
    place = record.get("place") or {}
    at = {row.field: f"{row.start}-{row.end}" for row in report.evidence.all() if row.field}
    at["place"] = " ".join(filter(None, (at.get("place"), at.get("place.country"))))
    return Proposal(
        report=report,
        number=report.ordinal + 1,
        headline=records.headline(record, names),
        kind=record["type"],
        status=record["status"],
        parties=[parties[code] for code in record["countries"] if code in parties],
        date=date_words(record["date"]),
        precision=record["date"]["precision"],
        basis=record.get("basis", ""),
        place=place.get("text") or "",
        place_country=names.get(place.get("country"), ""),
        people=[
            Person(
                n,
                p["name"] or "",
                p["title"] or "",
                names.get(p["country"], ""),
                p["country"] or "",
                p["role"],
                at=" ".join(
                    filter(None, (at.get(f"participants.{n}.{part}") for part in ("name", "title", "country", "role")))
                ),
            )
            for n, p in enumerate(record["participants"])
        ],
        quotes=[report.article.text[row.start : row.end] for row in report.evidence.all() if not row.field],
        decision=report.standing,
        at=at,
        doubt=_doubt(report.doubt, names),
    )


def _doubt(doubt: dict | None, names: dict[str, str]) -> Doubt | None:
    if doubt is None:
        return None
    later = doubt["machine"]
    words = f"{later['type']}, {later['status']}, {date_words(later['date'])}" if later else ""
    return Doubt(doubt["why"], f"{records.headline(later, names)} ({words})" if later else "")


@dataclass(frozen=True)
class Overview:
    mark: str
    to_review: list[Article]
    to_review_total: int
    moving: list[Article]
    moving_total: int
    failed: int
    articles: int
    joins: int
    newest: list[Source]
    matrix: Matrix


def overview_mark(user) -> str:
    """Changes whenever an article's state does: what the overview compares before it draws itself anew."""
    return _mark(_states(second.articles_hidden_from(user)))


def _states(hidden: Collection[int]) -> dict[str, int]:
    rows = Article.objects.exclude(pk__in=hidden) if hidden else Article.objects.all()
    return dict(rows.order_by().values_list("state").annotate(Count("pk")))


def _mark(states: dict[str, int]) -> str:
    return "-".join(str(states.get(state.value, 0)) for state in ArticleState)


def overview(user) -> Overview:
    """The first page: what waits, what is being read, what was confirmed last, the busiest parties as a matrix. Nothing
    of what was decided on an article of which ``user`` gives a second opinion."""
    seen = sight.of(user)
    states = _states(seen.articles)
    light = Article.objects.select_related("outlet").defer("text").order_by("added_at", "pk")
    proposed = Count("reports", filter=Q(reports__state=ReportState.PROPOSED) | Q(reports__doubt__isnull=False))
    waiting = light.filter(state__in=queue.WAITING)
    waiting = waiting.exclude(pk__in=seen.articles) if seen.articles else waiting
    # First which, from the index alone; then what is in them and how much of it waits.
    first = list(waiting.values_list("pk", flat=True)[:ROWS])
    moving_states = [state for state in ArticleState if state.moves]
    return Overview(
        mark=_mark(states),
        to_review=list(light.filter(pk__in=first).annotate(proposed=proposed)),
        to_review_total=waiting.count(),
        moving=list(light.filter(state__in=moving_states)[:ROWS]),
        moving_total=sum(states.get(state.value, 0) for state in moving_states),
        failed=states.get(ArticleState.FAILED.value, 0),
        articles=sum(states.values()) + len(seen.articles),
        joins=verdicts.count_unsure_joins(seen.articles),
        newest=_newest_confirmed(seen),
        matrix=matrix(Asked(), timezone.now().date(), MATRIX_SIZE, seen),
    )


def _newest_confirmed(sight: Sight) -> list[Source]:
    """The sources whose values the newest confirmed contacts show, with what a line of the list needs."""
    seen = sight.seen(Contact.objects.filter(confirmed=True), "pk")
    newest = list(seen.order_by("-confirmed_at", "pk").values_list("pk", flat=True)[:ROWS])
    rows = Source.objects.filter(contact__in=newest, rank=0).select_related("contact", "report__article__outlet")
    rows = sorted(rows.defer("report__article__text"), key=lambda row: newest.index(row.contact_id))
    names = dict(Party.objects.values_list("code", "name"))
    for row in rows:
        row.headline = records.headline(row.report.record, names)
        row.date = date_words(row.report.record["date"])
        row.codes = row.report.record["countries"]
    return rows
