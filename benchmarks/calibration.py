"""How well confidence holds on the articles kept aside: of the contacts given 0.8 to 0.9, is that share right?

    python -m benchmarks.calibration [--shared ../shared] [--plot out/calibration.svg]

The articles: our own in fresh.txt, and the part of the dev set kept aside, where it is there. Part of the output of
``benchmarks/engine.py``.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from contacts.extraction import evaluate, scoring

BINS = 10
SIDE, EDGE = 400, 50  # pixels
INK, LINE, FILL = "#1f2937", "#9ca3af", "#2563eb"


@dataclass(frozen=True, slots=True)
class Bin:
    """The proposals whose confidence lies between two tenths."""

    number: int
    proposals: int
    given: float  # mean confidence, 0 to 1
    right: float  # share that is right, 0 to 1

    @property
    def name(self) -> str:
        return f"{self.number / BINS:.1f}-{(self.number + 1) / BINS:.1f}"


def kept_aside(shared: Path) -> list[evaluate.Article]:
    aside = evaluate.aside_names()
    own = [article for name in evaluate.OWN_ASIDE for article in evaluate.own_articles(name)]
    return own + [article for name, article in evaluate.dev_articles(shared).items() if name in aside]


def judged(article: evaluate.Article) -> list[tuple[float, bool]]:
    """The confidence of each proposed contact, and whether it is right."""
    found = evaluate.proposed(article)
    right = {j for _, j in scoring.pairs(article["contacts"], found)}
    return [(contact["confidence"], number in right) for number, contact in enumerate(found)]


def bins(proposals: list[tuple[float, bool]]) -> list[Bin]:
    made = []
    for number in range(BINS):
        members = [one for one in proposals if min(BINS - 1, int(one[0] * BINS)) == number]
        if members:
            given = sum(value for value, _ in members) / len(members)
            right = sum(flag for _, flag in members) / len(members)
            made.append(Bin(number, len(members), given, right))
    return made


def table(found: list[Bin]) -> list[str]:
    lines = ["given       proposals   mean given   share right"]
    for one in found:
        lines.append(
            f"{one.name}{one.proposals:>13}{one.given:>13.2f}{one.right:>14.2f}  {'#' * round(one.right * 40)}"
        )
    return lines


def plot(found: list[Bin]) -> str:
    """An SVG: mean confidence to the right, share right upwards, a dot a tenth, as large as it has proposals."""

    def x(value: float) -> float:
        return round(EDGE + value * SIDE, 1)

    def y(value: float) -> float:
        return round(EDGE + (1 - value) * SIDE, 1)

    most = max((one.proposals for one in found), default=1)
    whole = SIDE + 2 * EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif">',
        "<style>text { font-size: 12px }</style>",
        f'<rect width="{whole}" height="{whole}" fill="white"/>',
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="{LINE}"/>',
        f'<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="{LINE}" stroke-dasharray="4"/>',
    ]
    for tenth in range(0, BINS + 1, 2):
        value = tenth / BINS
        parts.append(f'<text x="{x(value)}" y="{y(0) + 18}" text-anchor="middle" fill="{INK}">{value}</text>')
        parts.append(f'<text x="{EDGE - 8}" y="{y(value) + 4}" text-anchor="end" fill="{INK}">{value}</text>')
    for one in found:
        radius = 3 + 12 * (one.proposals / most) ** 0.5
        parts.append(
            f'<circle cx="{x(one.given)}" cy="{y(one.right)}" r="{radius:.1f}" fill="{FILL}" fill-opacity="0.7">'
            f"<title>{one.name}: {one.proposals} proposals, {one.right:.2f} right</title></circle>"
        )
    parts.append(
        f'<text x="{whole / 2}" y="{whole - 10}" text-anchor="middle" fill="{INK}">'
        "confidence given (right), share right (up); the dashed line is where both agree</text></svg>"
    )
    return "\n".join(parts) + "\n"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=evaluate.ROOT.parent / "shared")
    parser.add_argument("--plot", type=Path, default=evaluate.ROOT / "out" / "calibration.svg")
    given = parser.parse_args(arguments)
    found = bins([one for article in kept_aside(given.shared) for one in judged(article)])
    print("confidence on what is kept aside:", *table(found), sep="\n  ")
    given.plot.parent.mkdir(parents=True, exist_ok=True)
    given.plot.write_text(plot(found), encoding="utf-8")
    print(f"  plot: {given.plot}")


if __name__ == "__main__":
    main()
