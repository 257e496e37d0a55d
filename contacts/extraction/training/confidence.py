"""Fits the weights of confidence.toml: logistic regression with a quadratic penalty, by Newton's method. No randomness.

    python -m contacts.extraction.training.confidence GOLD_DIR [GOLD_DIR ...]

Each folder holds coded articles (the codebook's JSON). Articles kept aside by tests/eval/split.toml are left out. A
proposed
contact counts as right when the dev set's ``score.py`` pairs it with a coded one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy

from contacts.extraction import files
from contacts.extraction.components.confidence import features
from contacts.extraction.evaluate import ROOT, aside_names, scorer
from contacts.extraction.lexicon_files import LEXICON

PENALTY = 2.0
RARE = 8
STEPS = 30


def examples(folders: list[Path], score_file: Path) -> Iterator[tuple[list[str], bool]]:
    """The features of each proposed contact, and whether it is one of the coded ones."""
    pairs = scorer(score_file, "best_pairs")
    aside = aside_names()
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            if path.stem in aside:
                continue
            gold = json.loads(path.read_text(encoding="utf-8"))["contacts"]
            _, doc = files.coded(files.load_article(path))
            right = {j for _, j in pairs(gold, [record.as_dict() for record in doc._.records])}
            for number, record in enumerate(doc._.records):
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
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--score", type=Path, default=ROOT.parent / "shared" / "eval" / "score.py")
    arguments = parser.parse_args()
    rows = list(examples(arguments.folders, arguments.score))
    (LEXICON / "confidence.toml").write_text(written(fit(rows), len(rows)), encoding="utf-8")
    right = sum(flag for _, flag in rows)
    sys.stdout.write(f"{len(rows)} proposed contacts, {right} right\n")


if __name__ == "__main__":
    main()
