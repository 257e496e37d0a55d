"""The engine against the bare model: words a second and memory, over the same texts, one fresh process each, in turn.

    python benchmarks/engine.py [--json]

Then how long texts behave (20,000 words; one endless line), and how well confidence holds on what is kept aside, with a
plot in out/calibration.svg. The texts are the tests' own articles, repeated, with plain paragraphs between.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

GOLD = ROOT / "tests" / "extraction" / "gold"
ROUNDS = 3
REPEATS = 3
ARTICLES = 90
PUBLISHED = date(2018, 3, 8)
PARAGRAPHS = (
    "The harvest was late this year, and the cooperatives along the river have asked for credit until the "
    "spring. Prices rose by "
    "four per cent in a month, said the statistics office, more than in any year since the flood.",
    "“We have waited long enough,” a shopkeeper in the old town said on Saturday. “The road was promised "
    "before the last election, and "
    "before the one before that.” The ministry of transport did not answer questions.",
    "Parliament will vote on the budget next week. The opposition wants more money for schools; the "
    "government says that the hospitals "
    "come first, and points to a report that its own commission wrote in 2015.",
    "Exports of copper to China and Japan fell in the first quarter, while those to Germany and the United "
    "States grew. Analysts expect "
    "the central bank to wait until the summer before it moves.",
    "The team lost in Montevideo on Sunday. Its coach praised the keeper, who has played in Spain and in "
    "Italy, and said that the next "
    "match, at home against Paraguay, would be another story.",
)


def texts() -> list[str]:
    """Articles of ordinary length: one of the tests' own, and paragraphs without any contact around it."""
    own = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(GOLD.glob("*.json"))]
    made = []
    for number in range(ARTICLES):
        around = [PARAGRAPHS[(number + step) % len(PARAGRAPHS)] for step in range(4)]
        made.append("\n\n".join([own[number % len(own)].strip(), *around]))
    return made


def words(many: list[str]) -> int:
    return sum(len(text.split()) for text in many)


# -- the measured processes -------------------------------------------------------------------------------------------


def measure(which: str) -> dict:
    """Runs in a process of its own: best of a few rounds, and the most memory that it took."""
    many = texts()
    run = {"bare": bare_run, "engine": engine_run}[which]()
    run(many[:10])
    best = min(timed(run, many) for _ in range(ROUNDS))
    return {"words_per_s": words(many) / best, "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def bare_run():
    import spacy

    from contacts.extraction.pipeline import model_name

    nlp = spacy.load(model_name())

    def run(many: list[str]) -> None:
        for _doc in nlp.pipe(many):
            pass

    return run


def engine_run():
    from contacts.extraction import load, read

    load()

    def run(many: list[str]) -> None:
        for text in many:
            read(text, PUBLISHED)

    return run


def timed(run, many: list[str]) -> float:
    start = time.perf_counter()
    run(many)
    return time.perf_counter() - start


def in_own_process(which: str) -> dict:
    done = subprocess.run(
        [sys.executable, __file__, "--measure", which], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return json.loads(done.stdout)


def figures() -> dict:
    """The best of each over a few turns, so that what else the machine does hits both alike."""
    runs = {"bare": [], "engine": []}
    for _ in range(REPEATS):
        for which, found in runs.items():
            found.append(in_own_process(which))
    fast = {which: max(r["words_per_s"] for r in found) for which, found in runs.items()}
    room = {which: min(r["rss_mb"] for r in found) for which, found in runs.items()}
    return {
        "words_per_s": round(fast["engine"]),
        "bare_words_per_s": round(fast["bare"]),
        "ratio": round(fast["engine"] / fast["bare"], 3),
        "rss_ratio": round(room["engine"] / room["bare"], 3),
        "rss_mb": round(room["engine"]),
        "bare_rss_mb": round(room["bare"]),
    }


# -- long texts ------------------------------------------------------------------------------------------------------


def long_texts() -> list[str]:
    run = engine_run()
    article = "\n\n".join(texts()[:30])
    lines = []
    for title, make in (("paragraphs", lambda text: text), ("one endless line", lambda text: " ".join(text.split()))):
        for size in (5_000, 10_000, 20_000):
            text = make(" ".join(article.split(" ")[:size]) if size < words([article]) else _stretched(article, size))
            seconds = timed(run, [text])
            count = words([text])
            lines.append(f"{title:18}{count:>8} words{seconds:>8.2f} s{count / seconds:>9.0f} words/s")
    return lines


def _stretched(text: str, size: int) -> str:
    times = size // len(text.split()) + 1
    return " ".join("\n\n".join([text] * times).split(" ")[:size])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one object with the figures and nothing else")
    parser.add_argument("--measure", choices=("bare", "engine"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(measure(arguments.measure)))
        return
    found = figures()
    print(json.dumps(found))
    if not arguments.json:
        print("\nlong texts:", *long_texts(), sep="\n  ")
        print()
        from benchmarks import calibration  # here, so that the measured processes load no more than they measure

        calibration.main([])


if __name__ == "__main__":
    main()
