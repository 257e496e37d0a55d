"""The extraction engine: from an article's text and date to the contacts that it tells of. Knows nothing of Django.

from contacts.extraction import read
reading = read(text, published=date(2016, 6, 30))
reading.records  # proposed contacts, each with evidence and confidence
reading.marks    # spans of persons, parties, places, dates and triggers, without overlaps
"""

from __future__ import annotations

from datetime import date

from .types import Mark, Reading
from .wrapped import unwrapped

ENGINE_VERSION = "4"


def load():
    """The spaCy pipeline, built once a process. Workers call it at their start."""
    from .pipeline import load as load_pipeline

    return load_pipeline()


def read(text: str, published: date | None = None) -> Reading:
    """What the engine makes of one article. Without ``published``, words like "on Tuesday" stay undated."""
    doc = read_doc(text, published)
    return Reading(records=list(doc._.records), marks=marks(doc))


def read_doc(text: str, published: date | None = None):
    """The spaCy Doc with everything that the components found, for tests and for ``--explain``."""
    nlp = load()
    doc = nlp.make_doc(unwrapped(text))
    doc._.published = published
    return nlp(doc)


def marks(doc) -> list[tuple[int, int, Mark]]:
    """Spans to colour, in text order, none over another."""
    from .components.near_misses import is_near_miss

    spans: list[tuple[int, int, Mark]] = []
    for person in doc._.people:
        spans += [(name.start, name.end, Mark.PERSON) for name in person.names]
    for party in doc._.parties:
        spans.append(
            (party.start, party.end, Mark.PLACE if party.form in ("city", "capital", "region") else Mark.PARTY)
        )
    spans += [(d.start, d.end, Mark.DATE) for d in doc._.dates]
    spans += [(t.head, t.head + 1, Mark.MISSED if is_near_miss(t) else Mark.TRIGGER) for t in doc._.triggers]
    spans.sort(key=lambda s: (s[0], s[0] - s[1]))
    found, free = [], 0
    for start, end, mark in spans:
        if start >= free:
            found.append((doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), mark))
            free = end
    return found
