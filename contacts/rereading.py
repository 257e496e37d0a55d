"""An article read once more, under another publication date or by another engine: what comes in place of what.

Proposals that nobody touched give way to the new reading. A report that somebody decided on stays as it is; where the
new reading says something else of the same words, the report is marked for another look, and no decision is made.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from contacts import records
from contacts.fusion import readside, said
from contacts.models import Evidence, Extraction, Report, ReportState

COMPARED = ("type", "status", "countries", "date", "place", "participants")
DATE_CHANGED = "the date changed: look again"
ENGINE_CHANGED = "the engine reads it otherwise now: look again"


@dataclass(frozen=True)
class Plan:
    """``new`` records become proposals; ``kept`` pairs each kept report with what the new reading says in its place."""

    new: list[dict]
    kept: list[tuple[Report, dict | None]] = field(default_factory=list)


def plan(touched: list[Report], found: list[dict]) -> Plan:
    """Match the records of a new reading with the reports that somebody decided on, by the words they rest on."""
    left = list(found)
    kept = []
    for report in touched:
        same = max(left, key=lambda record: _likeness(report.machine or report.record, record), default=None)
        if same is not None and _likeness(report.machine or report.record, same):
            left.remove(same)
        else:
            same = None
        kept.append((report, same))
    return Plan(left, kept)


def _likeness(one: dict, other: dict) -> float:
    """How much two records are of the same words, 0 to 3; 0 where they share none or are of another kind."""
    if one["type"] != other["type"]:
        return 0.0
    shared = _overlap(one.get("evidence", []), other.get("evidence", []))
    if not shared:
        return 0.0
    return shared + (one["countries"] == other["countries"]) + (_names(one) == _names(other))


def _overlap(one: list, other: list) -> float:
    """The share of code points that two lists of spans have in common."""
    a, b = ({at for start, end in spans for at in range(start, end)} for spans in (one, other))
    return len(a & b) / len(a | b) if a and b else 0.0


def _names(record: dict) -> set[str]:
    return {person["name"] for person in record["participants"] if person["name"]}


def says_the_same(one: dict, other: dict) -> bool:
    return all(one.get(key) == other.get(key) for key in COMPARED)


def doubts(report: Report, later: dict | None) -> bool:
    """Whether a later reading speaks against a report: neither what the machine said then nor what it says by now."""
    if report.machine is None:
        return False
    if later is None:
        return report.state != ReportState.REJECTED
    return not says_the_same(report.machine, later) and not says_the_same(report.record, later)


def store(run: Extraction, found: list[dict]) -> None:
    """Write the records of a finished run in place of untouched proposals of earlier ones, in one transaction."""
    before = list(Report.objects.filter(article_id=run.article_id).select_for_update(of=("self",)).order_by("pk"))
    decided = set(
        Report.objects.filter(article_id=run.article_id, decisions__isnull=False).values_list("pk", flat=True)
    )
    decided |= said.spoken_of(report.pk for report in before)
    touched = [report for report in before if report.pk in decided or report.machine is None]
    readside.withdraw([report for report in before if report not in touched])
    planned = plan(touched, found)
    why = DATE_CHANGED if _another_date(run, touched) else ENGINE_CHANGED
    for report, later in planned.kept:
        report.doubt = {"why": why, "machine": later} if doubts(report, later) else None
        report.save(update_fields=["doubt"])
    _propose(run, planned.new, taken={report.ordinal for report in touched})


def _another_date(run: Extraction, touched: list[Report]) -> bool:
    runs = {report.extraction_id for report in touched}
    return Extraction.objects.filter(pk__in=runs).exclude(published=run.published).exists()


def _propose(run: Extraction, found: list[dict], taken: set[int]) -> None:
    """Make the proposals, each at the first free place in the article's list."""
    free = (place for place in range(len(found) + len(taken)) if place not in taken)
    made = [
        Report(article_id=run.article_id, extraction=run, ordinal=place, machine=record, record=record)
        for place, record in zip(free, found, strict=False)
    ]
    made = Report.objects.bulk_create(made)
    Evidence.objects.bulk_create(row for report in made for row in records.evidence_rows(report))
    readside.project(made)
