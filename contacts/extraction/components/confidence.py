"""Confidence: how likely a proposed contact is right, from how it was read."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("confidence", requires=["doc._.records"], assigns=["doc._.records"])
def confidence(doc: Doc) -> Doc:
    for record in doc._.records:
        named = sum(1 for p in record.participants if p.name)
        record.confidence = min(0.95, 0.4 + 0.15 * min(named, 2) + (0.1 if record.date.start else 0) + 0.05 * min(len(record.evidence), 3))
    return doc
