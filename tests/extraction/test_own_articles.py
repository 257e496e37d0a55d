"""The scores on a fixed part of our own articles may not fall: floors.toml says which part and how far."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from contacts.extraction import evaluate, scoring

PARTS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


def fallen(found: dict[str, float | None], floors: dict[str, float]) -> list[str]:
    """What is below its floor, in words."""
    return [
        f"{evaluate.COLUMNS[key]} is {found[key] or 0:.3f}, its floor {floor:.3f}"
        for key, floor in floors.items()
        if (found[key] or 0) < floor
    ]


@pytest.mark.parametrize("name", PARTS)
def test_no_score_falls_below_its_floor(name):
    part = PARTS[name]
    articles = [one for file, count in part["articles"].items() for one in evaluate.own_articles(file)[:count]]
    assert len(articles) == sum(part["articles"].values())
    assert set(part["floors"]) == set(evaluate.COLUMNS)
    complaints = fallen(scoring.total(map(evaluate.scores, articles)).figures(), part["floors"])
    assert not complaints, f"{name}: " + "; ".join(complaints)


def test_the_message_says_which_number_fell():
    found = {"precision": 0.8, "strict": 0.2994, "place": None}
    assert fallen(found, {"precision": 0.8, "strict": 0.3, "place": 0.5}) == [
        "strict F1 is 0.299, its floor 0.300",
        "place is 0.000, its floor 0.500",
    ]
