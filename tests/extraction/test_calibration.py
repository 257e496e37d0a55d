"""Confidence: how its weights are fitted, and how the benchmark shows what they are worth."""

from __future__ import annotations

import tomllib
from datetime import date
from xml.etree import ElementTree

from benchmarks.calibration import bins, kept_aside, main, plot, table
from contacts.extraction import evaluate, read
from contacts.extraction.training import confidence


def test_weights_are_fitted_so_that_what_speaks_for_a_contact_is_positive():
    rows = [(["always", "good"], True)] * 45 + [(["always", "good"], False)] * 5
    rows += [(["always", "bad"], True)] * 10 + [(["always", "bad"], False)] * 40
    weights = confidence.fit([*rows, (["always", "rare"], True)])
    assert set(weights) == {"always", "good", "bad"}
    assert weights["good"] > 0.5 and weights["bad"] < -0.5


def test_the_weights_are_written_as_a_lexicon_file():
    made = confidence.written({"kind visit": -0.5, "always": 2.0}, 12)
    assert "from 12 proposed contacts" in made
    assert tomllib.loads(made)["weight"] == [
        {"feature": "always", "weight": 2.0},
        {"feature": "kind visit", "weight": -0.5},
    ]


def test_fitting_sees_nothing_that_is_kept_aside(tmp_path):
    shared = evaluate.ROOT.parent / "shared"
    fitted = {article["id"] for article in confidence.articles(shared, [])}
    assert {article["id"] for article in evaluate.own_articles("wire")} <= fitted
    assert not fitted & {article["id"] for article in kept_aside(shared)}


def test_proposals_fall_into_tenths():
    found = bins([(0.85, True), (0.89, False), (0.8, True), (0.95, True), (1.0, True), (0.02, False)])
    assert [(one.name, one.proposals, round(one.given, 2), round(one.right, 2)) for one in found] == [
        ("0.0-0.1", 1, 0.02, 0.0),
        ("0.8-0.9", 3, 0.85, 0.67),
        ("0.9-1.0", 2, 0.97, 1.0),
    ]
    assert table(found)[2].split() == ["0.8-0.9", "3", "0.85", "0.67", "#" * 27]


def test_the_plot_has_a_dot_for_each_tenth():
    drawn = ElementTree.fromstring(plot(bins([(0.85, True), (0.95, True), (0.96, False)])))
    dots = [node for node in drawn.iter() if node.tag.endswith("circle")]
    assert [dot[0].text for dot in dots] == ["0.8-0.9: 1 proposals, 1.00 right", "0.9-1.0: 2 proposals, 0.50 right"]
    assert float(dots[0].get("cy")) < float(dots[1].get("cy"))  # up is more
    assert plot([]).count("circle") == 0


def test_the_command_prints_a_table_and_writes_the_plot(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(evaluate, "OWN_ASIDE", ("wire",))
    monkeypatch.setattr(evaluate, "own_articles", lambda name, whole=evaluate.own_articles: whole(name)[:5])
    main(["--shared", str(tmp_path), "--plot", str(tmp_path / "out" / "plot.svg")])
    assert "share right" in capsys.readouterr().out
    assert (tmp_path / "out" / "plot.svg").read_text(encoding="utf-8").startswith("<svg")


def test_where_a_party_was_read_from_counts():
    told = "Omani President Said Harthi met Peruvian Foreign Minister Ana Quispe in Lima on Tuesday."
    [record] = read(told, date(2018, 3, 9)).records
    assert {person.basis for person in record.participants} == {"beside the name"}
    assert "party beside the name" in confidence.features(record)
