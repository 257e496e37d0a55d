"""Confidence: the likelihood that a proposed contact is one, from how it was read.

A logistic sum of the weights in confidence.toml. ``python -m contacts.extraction.training.confidence`` fits them;
the table
of how well they hold is in the output of ``benchmarks/engine.py``.
"""

from __future__ import annotations

import math
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from ..lexicon_files import load_toml
from ..types import Record

LEAST, MOST = 0.02, 0.99


def features(record: Record) -> list[str]:
    """What is known of a record that says something of its being right, as the names of weights."""
    named = len({p.country for p in record.participants if p.name})
    sides, _, added = record.explain.get("sides", "").partition(", ")
    found = [
        "always",
        f"kind {record.kind.value}",
        f"status {record.status.value}",
        f"parties named by a person {min(named, 2)}",
        f"evidence {min(len(record.evidence), 3)}",
        f"sides {sides}",
        f"date {record.explain.get('date') or 'none'}",
        f"place {'told' if record.place else 'none'}",
    ]
    if added:
        found.append("a side from the story")
    if len(record.countries) > 2:
        found.append("more than two parties")
    found += [f"party {basis}" for basis in sorted({p.basis for p in record.participants if p.basis})]
    if any(p.rank is None for p in record.participants if p.name):
        found.append("a person without a title")
    return found


@lru_cache
def weights() -> dict[str, float]:
    return {
        e["feature"]: e["weight"] for e in load_toml("confidence", "weight", required={"feature": str, "weight": float})
    }


def likelihood(record: Record) -> float:
    total = sum(weights().get(name, 0.0) for name in features(record))
    return min(MOST, max(LEAST, 1 / (1 + math.exp(-total))))


@Language.component("confidence", requires=["doc._.records"], assigns=["doc._.records"])
def confidence(doc: Doc) -> Doc:
    for record in doc._.records:
        record.confidence = likelihood(record)
    return doc
