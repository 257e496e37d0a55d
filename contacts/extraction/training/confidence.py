"""Fits the weights of confidence.toml: logistic regression with a quadratic penalty, by Newton's method. No randomness.

    python -m contacts.extraction.training.confidence [--shared ../shared] [FOLDER ...]

From our own articles for developing, the developing part of the dev set where it is there, and folders of coded
articles (the codebook's JSON). What is kept aside is left out: ``benchmarks/engine.py`` shows how well the weights hold
on it. A proposed contact counts as right when ``scoring`` pairs it with a coded one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy

from contacts.extraction import evaluate, scoring
from contacts.extraction.components.confidence import features
from contacts.extraction.lexicon_files import LEXICON

PENALTY = 4.0
RARE = 8
STEPS = 30


def articles(shared: Path, folders: Iterable[Path]) -> Iterator[evaluate.Article]:
    aside = evaluate.aside_names()
    for name in evaluate.OWN_DEVELOPING:
        yield from evaluate.own_articles(name)
    for name, article in evaluate.dev_articles(shared).items():
        if name not in aside:
            yield article
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            yield json.loads(path.read_text(encoding="utf-8"))


def examples(article: evaluate.Article) -> Iterator[tuple[list[str], bool]]:
    """The features of each contact proposed for it, and whether it is one of the coded ones."""
    records = evaluate.doc_of(article)._.records
    right = {j for _, j in scoring.pairs(article["contacts"], [record.as_dict() for record in records])}
    for number, record in enumerate(records):
        yield features(record), number in right


def fit(rows: list[tuple[list[str], bool]]) -> dict[str, float]:
    counts: dict[str, int] = {}
    for names, _ in rows:
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    known = sorted(name for name, count in counts.items() if count >= RARE)
    place = {name: i for i, name in enumerate(known)}
    table = numpy.zeros((len(rows), len(known)))
    for row, (names, _) in enumerate(rows):
        for name in names:
            if name in place:
                table[row, place[name]] = 1
    target = numpy.array([right for _, right in rows], dtype=float)
    penalty = numpy.full(len(known), PENALTY)
    penalty[place["always"]] = 1e-6
    found = numpy.zeros(len(known))
    for _ in range(STEPS):
        guess = 1 / (1 + numpy.exp(-table @ found))
        slope = table.T @ (target - guess) - penalty * found
        bend = (table.T * (guess * (1 - guess))) @ table + numpy.diag(penalty)
        found += numpy.linalg.solve(bend, slope)
    return {name: round(float(found[i]), 2) for name, i in place.items()}


def written(weights: dict[str, float], rows: int) -> str:
    lines = [
        "# How much each feature of a proposed contact speaks for (or against) its being right. Made by",
        f"# `python -m contacts.extraction.training.confidence` from {rows} proposed contacts; do not edit by hand.",
    ]
    for name, weight in sorted(weights.items()):
        lines += ["[[weight]]", f'feature = "{name}"', f"weight = {weight:.2f}"]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--shared", type=Path, default=evaluate.ROOT.parent / "shared")
    arguments = parser.parse_args()
    rows = [row for article in articles(arguments.shared, arguments.folders) for row in examples(article)]
    (LEXICON / "confidence.toml").write_text(written(fit(rows), len(rows)), encoding="utf-8")
    right = sum(flag for _, flag in rows)
    sys.stdout.write(f"{len(rows)} proposed contacts, {right} right\n")


if __name__ == "__main__":
    main()
