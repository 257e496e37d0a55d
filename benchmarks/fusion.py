"""Which reports are one contact: how well it is found, and that it takes time linear in the reports.

    python -m benchmarks.fusion [--shared ../shared] [--reports 100000]

- On the coded contacts of the dev set, where it is there: of the articles that fusion is developed on, and of those
  kept aside (only their scores are looked at; articles that tell of the same contacts are on the same side).
- On the engine's own reports of the same articles, paired with the coded ones as ``score.py`` pairs them.
- Speed on made-up reports with the skew of the real world: processor time a report at a fifth of them, and at all.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from contacts.extraction import evaluate, scoring  # noqa: E402
from contacts.fusion import scoring as joins  # noqa: E402
from contacts.fusion.cluster import cluster  # noqa: E402
from contacts.fusion.files import givens  # noqa: E402
from contacts.fusion.given import Given  # noqa: E402
from contacts.fusion.settings import WEIGHTS  # noqa: E402

ARGUMENTS = {"--shared": (Path, ROOT.parent / "shared"), "--reports": (int, 100_000)}
TITLES = ("reports", "contacts", "pairs P", "pairs R", "pairs F1", "B3 P", "B3 R", "B3 F1")

SHAKES, SHAKEN = 40, 0.3


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fusion", description=__doc__.splitlines()[0])
    for name, (kind, default) in ARGUMENTS.items():
        parser.add_argument(name, type=kind, default=default)
    given = parser.parse_args(arguments)
    for line in (*quality(given.shared), *speed(given.reports)):
        print(line, flush=True)


def quality(shared: Path) -> Iterator[str]:
    dev = evaluate.dev_articles(shared)
    if not dev:
        yield f"skipped: there is no dev set at {shared / 'eval' / 'dev'}, so no scores"
        return
    aside = evaluate.aside_names()
    parts = {
        "developing": {name: a for name, a in dev.items() if name not in aside},
        "kept aside": {name: a for name, a in dev.items() if name in aside},
        "all": dev,
    }
    yield " " * 24 + "".join(f"{title:>9}" for title in TITLES)
    for part, articles in parts.items():
        yield row(f"coded, {part}", *coded(articles))
    yield shaken(dev)
    read = {name: evaluate.proposed(article) for name, article in dev.items()}
    for part, articles in parts.items():
        right, found = engine(articles, read)
        yield row(f"engine, {part}", right, found)
        lost = 1 - joins.pair_count(right.values()) / joins.pair_count(right_of(articles).values())
        yield f"{'':24}{lost:.3f} of the coded pairs are out of reach: the engine has not both reports"
        right, found = engine(articles, read, only_right=True)
        yield row("  what it read right", right, found)


def row(name: str, right: dict, found: dict) -> str:
    pairs, cubed = joins.pairwise(right, found), joins.b_cubed(right, found)
    figures = f"{pairs.precision:>9.3f}{pairs.recall:>9.3f}{pairs.f1:>9.3f}"
    figures += f"{cubed.precision:>9.3f}{cubed.recall:>9.3f}{cubed.f1:>9.3f}"
    return f"{name:24}{len(right):>9}{len({found[key] for key in right}):>9}{figures}"


def right_of(articles: dict[str, evaluate.Article]) -> dict[str, str]:
    """The coded contact of each coded report: its ``same_as``, or itself."""
    return {
        f"{article['id']}#{number}": contact.get("same_as") or f"{article['id']}#{number}"
        for article in articles.values()
        for number, contact in enumerate(article["contacts"])
    }


def coded(articles: dict[str, evaluate.Article]) -> tuple[dict, dict]:
    groups = cluster(given for article in articles.values() for given in givens(article)).groups
    return right_of(articles), joins.labels(groups)


def shaken(articles: dict[str, evaluate.Article]) -> str:
    """How much hangs on the exact weights: the scores with each of them changed at random."""
    dice, kept, scores = Random(1), dict(WEIGHTS), []
    try:
        for _ in range(SHAKES):
            WEIGHTS.update({name: points * dice.uniform(1 - SHAKEN, 1 + SHAKEN) for name, points in kept.items()})
            scores.append(joins.pairwise(*coded(articles)).f1)
    finally:
        WEIGHTS.update(kept)
    scores.sort()
    found = f"pairs F1 {scores[0]:.3f} to {scores[-1]:.3f}, in the middle {scores[len(scores) // 2]:.3f}"
    return f"  each weight changed at random by up to {SHAKEN:.0%}, {SHAKES} times: {found}"


def engine(
    articles: dict[str, evaluate.Article], read: dict[str, list[dict]], only_right: bool = False
) -> tuple[dict, dict]:
    """Right and found groups of the engine's reports that are paired with a coded one; with ``only_right`` of those
    alone whose parties, status and date are as coded. All its reports are fused either way."""
    every = right_of(articles)
    right = {
        f"{article['id']}#{j}": every[f"{article['id']}#{i}"]
        for name, article in articles.items()
        for i, j in scoring.pairs(article["contacts"], read[name])
        if not only_right or scoring.score([article["contacts"][i]], [read[name][j]]).strict
    }
    reports = [given for name, article in articles.items() for given in givens(article | {"contacts": read[name]})]
    found = joins.labels(cluster(reports).groups)
    return right, {key: found[key] for key in right}


def speed(most: int) -> Iterator[str]:
    """Time a report, few and many: of an archive five times as long, not five times as dense."""
    seconds = {}
    for number in (most // 5, most):
        reports = made_up(number)
        start = time.process_time()
        groups = cluster(reports).groups
        seconds[number] = (time.process_time() - start) / number
        each = f"{seconds[number] * 1e6:.0f} µs of processor time a report"
        yield f"{number:>9,} reports: {len(groups):,} contacts, {each}"
    few, many = seconds.values()
    yield f"time a report, many over few: {many / few:.2f}"


COUNTRIES = [f"{a}{b}X" for a in "ABCDEFG" for b in "ABCDEFGHIJ"]


def made_up(number: int) -> list[Given]:
    """Reports of made-up contacts, one to six reports each; few pairs have most of them. The years grow with the
    number, 4,000 reports a year."""
    dice, reports = Random(number), []
    days = max(365, number * 365 // 4000)
    while len(reports) < number:
        a, b = (COUNTRIES[min(int(dice.paretovariate(0.7)) - 1, len(COUNTRIES) - 1)] for _ in range(2))
        if a != b:
            people = [f"{dice.choice(GIVEN)} {dice.choice(SURNAMES)} {code}" for code in sorted((a, b))]
            kind, day = dice.choice(["visit", "meeting", "meeting", "call"]), 722_000 + dice.randrange(days)
            for _ in range(dice.choice([1, 1, 1, 2, 3, 6])):
                reports.append(_report(len(reports), kind, sorted((a, b)), people, day, dice))
    return reports[:number]


GIVEN = "Ana Rui Mira Joao Lena Paul Ivo Sara Emil Nora".split()
SURNAMES = "Costa Berg Novak Silva Horvat Lund Moreau Rossi Weber Popov".split()


def _report(number: int, kind: str, parties: list[str], people: list[str], day: int, dice: Random) -> Given:
    day += dice.choice([0, 0, 0, 1])
    start = date.fromordinal(day)
    when = {"start": start.isoformat(), "end": start.isoformat(), "precision": "day"}
    if dice.random() < 0.1:
        first = start.replace(day=1)
        when = {"start": first.isoformat(), "end": start.replace(day=28).isoformat(), "precision": "month"}
    who = people[:1] if kind == "visit" else people
    role = "visitor" if kind == "visit" else "participant"
    record = {
        "type": kind,
        "status": dice.choice(["occurred", "occurred", "planned"]),
        "countries": parties,
        "date": when,
        "place": {"text": parties[1], "country": parties[1]} if kind != "call" else None,
        "participants": [
            {"name": name, "country": code, "title": "minister", "role": role}
            for name, code in zip(who, parties, strict=False)
        ],
    }
    return Given(number, number, record, published=date.fromordinal(day + dice.choice([0, 1, 20])))


if __name__ == "__main__":
    main()
