"""Scores without each mechanism of the engine, one at a time, and the difference to the whole engine.

    python -m benchmarks.ablation [--shared ../shared] [--only 'idioms,merging'] [--json]

A negative difference is what the mechanism is worth there. Sets: the dev set's two parts and the real articles of the
first, where they are there; our own wire stories; our own articles kept aside.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from spacy.tokens import Doc

from contacts.extraction import evaluate, load, scoring
from contacts.extraction.pipeline import AFTER_PARSING

from .mechanisms import MECHANISMS
from .switching import without

FIGURES = {"detection": "detection F1", "strict": "strict F1", "people": "participant F1"}
WIDTH = 30  # of a mechanism's name
Figures = dict[str, dict[str, float]]  # by set, then by key of FIGURES


def sets(shared: Path) -> dict[str, list[evaluate.Article]]:
    dev = evaluate.dev_articles(shared)
    parts = evaluate.dev_parts(dev)
    chosen = {row: [dev[name] for name in parts[row]] for row in ("developing", "kept aside") if row in parts}
    if dev:
        chosen["real, dev."] = [dev[name] for name in parts["real, developing"]]
    chosen["own wire"] = evaluate.own_articles("wire")
    # chosen["own fresh"] = evaluate.own_articles("fresh")
    return chosen


class Reader:
    """Reads the same articles many times; the parse, which most mechanisms do not touch, is kept."""

    def __init__(self) -> None:
        self.kept: dict[int, Doc] = {}

    def figures(self, chosen: dict[str, list[evaluate.Article]], afresh: bool) -> Figures:
        known: dict[int, scoring.Scores] = {}
        found = {}
        for name, articles in chosen.items():
            for article in articles:
                if id(article) not in known:
                    known[id(article)] = self._scores(article, afresh)
            whole = scoring.total(known[id(article)] for article in articles).figures()
            found[name] = {key: whole[key] for key in FIGURES}
        return found

    def _scores(self, article: evaluate.Article, afresh: bool) -> scoring.Scores:
        if afresh:
            doc = self._parsed(article)
        else:
            if id(article) not in self.kept:
                self.kept[id(article)] = self._parsed(article)
            doc = self.kept[id(article)].copy()
        for name in AFTER_PARSING:
            doc = load().get_pipe(name)(doc)
        return scoring.score(article["contacts"], [record.as_dict() for record in doc._.records])

    def _parsed(self, article: evaluate.Article) -> Doc:
        nlp = load()
        doc = nlp.make_doc(article["text"])
        doc._.published = date.fromisoformat(article["published"]) if article["published"] else None
        for name, pipe in nlp.pipeline:
            if name not in AFTER_PARSING:
                doc = pipe(doc)
        return doc


def ablated(chosen: dict[str, list[evaluate.Article]], only: set[str]) -> Iterator[tuple[str, Figures]]:
    """The whole engine, then without each mechanism."""
    reader = Reader()
    yield "the whole engine", reader.figures(chosen, False)
    for mechanism in MECHANISMS:
        if not only or mechanism.name in only:
            with without(mechanism):
                yield mechanism.name, reader.figures(chosen, mechanism.afresh)


def table(key: str, rows: list[tuple[str, Figures]]) -> list[str]:
    whole = rows[0][1]
    lines = [f"{FIGURES[key]:{WIDTH}}" + "".join(f"{name:>15}" for name in whole)]
    for number, (mechanism, figures) in enumerate(rows):
        title = mechanism if number == 0 else f"- {mechanism}"
        cells = [_cell(figures[name][key], whole[name][key], number > 0) for name in whole]
        lines.append(f"{title:{WIDTH}}" + "".join(f"{cell:>15}" for cell in cells))
    return lines


def _cell(value: float, whole: float, compared: bool) -> str:
    return f"{value:.3f} {value - whole:+.3f}" if compared else f"{value:.3f}       "


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ablation", description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=evaluate.ROOT.parent / "shared")
    parser.add_argument("--only", default="", help="mechanisms, with commas between")
    parser.add_argument("--json", action="store_true", help="print one object: mechanism, set, figure")
    given = parser.parse_args()
    only = {name.strip() for name in given.only.split(",") if name.strip()}
    unknown = only - {mechanism.name for mechanism in MECHANISMS}
    if unknown:
        parser.error(f"no such mechanism: {', '.join(sorted(unknown))}")
    rows = list(ablated(sets(given.shared), only))
    if given.json:
        print(json.dumps(dict(rows), indent=1))
        return
    for key in FIGURES:
        print(*table(key, rows), "", sep="\n")


if __name__ == "__main__":
    main()
