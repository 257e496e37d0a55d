"""Scores of the engine on the dev articles: the part to develop on and the part kept aside, and each style of article.

    python -m contacts.extraction.evaluate [--shared ../shared]

Says so and stops where the dev set is not there. The scoring rules are those of the dev set's own ``score.py``, run
as it is.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPLIT = ROOT / "tests" / "eval" / "split.toml"
COLUMNS = (
    ("detection_precision", "det P"),
    ("detection_recall", "det R"),
    ("detection_f1", "det F1"),
    ("strict_f1", "strict F1"),
    ("participant_f1", "who F1"),
    ("status_accuracy", "status"),
    ("date_accuracy", "date"),
    ("place_country_accuracy", "place"),
    ("countries_accuracy", "parties"),
)


def aside_names() -> set[str]:
    """The articles that are kept aside."""
    return set(tomllib.loads(SPLIT.read_text(encoding="utf-8"))["aside"])


def parts(names: list[str]) -> dict[str, list[str]]:
    """The rows of the table: which articles each is made of."""
    aside = aside_names()
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


def scorer(path: Path, function: str = "score") -> Callable:
    """A function of the dev set's own score.py."""
    spec = importlib.util.spec_from_file_location("dev_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, function)


def evaluate(shared: Path) -> list[str]:
    """The table, line by line."""
    from contacts.extraction import files

    dev, score_file = shared / "eval" / "dev", shared / "eval" / "score.py"
    if not dev.is_dir() or not score_file.is_file():
        return [f"skipped: there is no dev set at {dev}"]
    score = scorer(score_file)
    lines = [f"{'':18}{'articles':>9}{'gold':>6}{'found':>6}" + "".join(f"{title:>10}" for _, title in COLUMNS)]
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted"
        gold_files = sorted(dev.glob("*.json"))
        for complaint, _ in files.extract(gold_files, None, predicted):
            if _:
                lines.append(complaint)
        for row, members in parts([path.stem for path in gold_files]).items():
            gold = Path(folder) / "gold"
            shutil.rmtree(gold, ignore_errors=True)
            gold.mkdir()
            for name in members:
                shutil.copy(dev / f"{name}.json", gold)
            lines.append(_row(row, score(gold, predicted)))
    return lines


def _row(name: str, result: dict) -> str:
    cells = "".join(f"{result[key]:>10.3f}" if result[key] is not None else f"{'-':>10}" for key, _ in COLUMNS)
    return f"{name:18}{result['articles']:>9}{result['gold']:>6}{result['predicted']:>6}{cells}"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    for line in evaluate(parser.parse_args(arguments).shared):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
