"""Scores without each mechanism of the engine, one at a time, and the difference to the whole engine.

    python -m benchmarks.ablation [--shared ../shared] [--only 'idioms,merging'] [--short | --json]

A negative difference is what the mechanism is worth there; "changed" counts the articles that are read otherwise
without it. Sets: the dev set's two parts and the real articles of the
first, where they are there; our own wire stories; our own articles kept aside.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from spacy.tokens import Doc

from contacts.extraction import evaluate, load, scoring
from contacts.extraction.pipeline import AFTER_PARSING
from contacts.extraction.wrapped import unwrapped

from .mechanisms import MECHANISMS
from .switching import without

FIGURES = {"detection": "detection F1", "strict": "strict F1", "people": "participant F1"}
WIDTH = 30  # of a mechanism's name
WHOLE = "the whole engine"


def sets(shared: Path) -> dict[str, list[evaluate.Article]]:
    dev = evaluate.dev_articles(shared)
    parts = evaluate.dev_parts(dev)
    chosen = {row: [dev[name] for name in parts[row]] for row in ("developing", "kept aside") if row in parts}
    if dev:
        chosen["real, dev."] = [dev[name] for name in parts["real, developing"]]
    chosen["own wire"] = evaluate.own_articles("wire")
    chosen["own fresh"] = evaluate.own_articles("fresh")
    return chosen


class Reader:
    """Reads the same articles many times; the parse, which most mechanisms do not touch, is kept."""

    def __init__(self) -> None:
        self.parses: dict[int, Doc] = {}

    def read(self, article: evaluate.Article, afresh: bool) -> list[dict]:
        """The contacts proposed for it."""
        if afresh:
            doc = _parsed(article)
        else:
            if id(article) not in self.parses:
                self.parses[id(article)] = _parsed(article)
            doc = self.parses[id(article)].copy()
        for name in AFTER_PARSING:
            doc = load().get_pipe(name)(doc)
        return [record.as_dict() for record in doc._.records]


def _parsed(article: evaluate.Article) -> Doc:
    nlp = load()
    doc = nlp.make_doc(unwrapped(article["text"]))
    doc._.published = date.fromisoformat(article["published"]) if article["published"] else None
    for name, pipe in nlp.pipeline:
        if name not in AFTER_PARSING:
            doc = pipe(doc)
    return doc


@dataclass(slots=True)
class Row:
    """The engine without a mechanism: its figures by set, and how many articles it reads otherwise than the whole."""

    mechanism: str
    figures: dict[str, dict[str, float]]
    changed: int = 0


def ablated(chosen: dict[str, list[evaluate.Article]], only: set[str]) -> Iterator[Row]:
    """The whole engine, then without each mechanism."""
    reader = Reader()
    articles = {id(article): article for members in chosen.values() for article in members}

    def found(afresh: bool) -> dict[int, list[dict]]:
        return {key: reader.read(article, afresh) for key, article in articles.items()}

    def figures(read: dict[int, list[dict]]) -> dict[str, dict[str, float]]:
        return {
            name: scoring.total(scoring.score(a["contacts"], read[id(a)]) for a in members).figures()
            for name, members in chosen.items()
        }

    whole = found(False)
    yield Row(WHOLE, figures(whole))
    for mechanism in MECHANISMS:
        if not only or mechanism.name in only:
            with without(mechanism):
                read = found(mechanism.afresh)
            yield Row(mechanism.name, figures(read), sum(read[key] != whole[key] for key in whole))


def table(key: str, rows: list[Row]) -> list[str]:
    whole = rows[0].figures
    lines = [f"{FIGURES[key]:{WIDTH}}" + "".join(f"{name:>15}" for name in whole) + f"{'changed':>10}"]
    for row in rows:
        compared = row.mechanism != WHOLE
        title = f"- {row.mechanism}" if compared else row.mechanism
        cells = [_cell(row.figures[name][key], whole[name][key], compared) for name in whole]
        last = f"{row.changed:>10}" if compared else ""
        lines.append((f"{title:{WIDTH}}" + "".join(f"{cell:>15}" for cell in cells) + last).rstrip())
    return lines


def short_table(rows: list[Row]) -> list[str]:
    """One table: detection, strict and participant F1 of the whole, then each difference, all in thousandths."""
    whole = rows[0].figures
    lines = [
        "det/strict/who, in thousandths".ljust(WIDTH) + "".join(f"{name:>15}" for name in whole) + f"{'changed':>10}"
    ]
    for row in rows:
        compared = row.mechanism != WHOLE
        cells = []
        for name in whole:
            values = [round(1000 * (row.figures[name][key] - compared * whole[name][key])) for key in FIGURES]
            cells.append("/".join(f"{value:+d}" if compared and value else str(value) for value in values))
        title = f"- {row.mechanism}" if compared else row.mechanism
        last = f"{row.changed:>10}" if compared else ""
        lines.append(f"{title:{WIDTH}}" + "".join(f"{cell:>15}" for cell in cells) + last)
    return lines


def _cell(value: float, whole: float, compared: bool) -> str:
    return f"{value:.3f} {value - whole:+.3f}" if compared else f"{value:.3f}       "


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ablation", description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=evaluate.ROOT.parent / "shared")
    parser.add_argument("--only", default="", help="mechanisms, with commas between")
    parser.add_argument("--json", action="store_true", help="print a list: mechanism, figures by set, changed")
    parser.add_argument("--short", action="store_true", help="one table, of differences in thousandths")
    given = parser.parse_args()
    only = {name.strip() for name in given.only.split(",") if name.strip()}
    unknown = only - {mechanism.name for mechanism in MECHANISMS}
    if unknown:
        parser.error(f"no such mechanism: {', '.join(sorted(unknown))}")
    rows = list(ablated(sets(given.shared), only))
    if given.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
        return
    if given.short:
        print(*short_table(rows), sep="\n")
        return
    for key in FIGURES:
        print(*table(key, rows), "", sep="\n")


if __name__ == "__main__":
    main()
