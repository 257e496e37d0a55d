"""Scores of the engine: on our own articles, and on the dev articles where they are there.

    python manage.py evaluate [--shared ../shared]

Both have a part that the engine is developed on and a part kept aside, which is looked at for its scores only. The
rules are those of the dev set's ``score.py`` (see ``scoring``). Where the dev set is not there, a line says so.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from contacts.extraction import read_doc, scoring
from contacts.extraction.training import notation

ROOT = Path(__file__).resolve().parents[2]
SPLIT = ROOT / "tests" / "eval" / "split.toml"
OWN_DEVELOPING = ("asia", "world", "wire")  # the files of training/articles; README.md there says what they hold
OWN_ASIDE = ("fresh",)
COLUMNS = {
    "precision": "det P",
    "recall": "det R",
    "detection": "det F1",
    "strict": "strict F1",
    "people": "who F1",
    "status": "status",
    "date": "date",
    "place": "place",
    "parties": "parties",
}
Article = dict  # the codebook's JSON object


def aside_names() -> set[str]:
    """The dev articles that are kept aside."""
    return set(tomllib.loads(SPLIT.read_text(encoding="utf-8"))["aside"])


def own_articles(name: str) -> list[Article]:
    """The articles of one file of ours."""
    return list(notation.articles(notation.HERE / f"{name}.txt"))


def dev_articles(shared: Path) -> dict[str, Article]:
    """The dev set by file name; nothing where it is not there."""
    folder = shared / "eval" / "dev"
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def dev_parts(names: Iterable[str]) -> dict[str, list[str]]:
    """The rows of the table: which dev articles each is made of."""
    names, aside = list(names), aside_names()
    rows = {
        "developing": [n for n in names if n not in aside],
        "kept aside": [n for n in names if n in aside],
    }
    for style in sorted({n[0] for n in names if n != "seed"}):
        rows[f"style {style}"] = [n for n in names if n.startswith(style) and n != "seed"]
    rows["real, developing"] = [n for n in rows["developing"] if n.startswith("e")]
    rows["real, kept aside"] = [n for n in rows["kept aside"] if n.startswith("e")]
    rows["seed"] = [n for n in names if n == "seed"]
    return {row: members for row, members in rows.items() if members}


def proposed(article: Article) -> list[dict]:
    """The contacts that the engine reads in an article, as the codebook's objects."""
    return [record.as_dict() for record in doc_of(article)._.records]


def doc_of(article: Article):
    """The article as the engine reads it: a spaCy Doc."""
    published = article.get("published")
    return read_doc(article["text"], date.fromisoformat(published) if published else None)


def scores(article: Article) -> scoring.Scores:
    return scoring.score(article["contacts"], proposed(article))


def evaluate(shared: Path) -> Iterator[str]:
    """The table, line by line, as soon as each is known."""
    yield f"{'':18}{'articles':>9}{'gold':>6}{'found':>6}" + "".join(f"{title:>10}" for title in COLUMNS.values())
    for name in (*OWN_DEVELOPING, *OWN_ASIDE):
        yield row(f"own, {name}", scoring.total(map(scores, own_articles(name))))
    dev = dev_articles(shared)
    if not dev:
        yield f"skipped: there is no dev set at {shared / 'eval' / 'dev'}; the rows above are our own articles"
        return
    found = {name: scores(article) for name, article in dev.items()}
    for part, members in dev_parts(dev).items():
        yield row(part, scoring.total(found[name] for name in members))


def row(name: str, found: scoring.Scores) -> str:
    figures = found.figures()
    cells = "".join(f"{'-':>10}" if figures[key] is None else f"{figures[key]:>10.3f}" for key in COLUMNS)
    return f"{name:18}{found.articles:>9}{found.gold:>6}{found.found:>6}{cells}"
