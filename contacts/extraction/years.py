"""The year of a story: of its publication, else the last year that its text names."""

from __future__ import annotations

from spacy.tokens import Doc

EARLIEST, LATEST = 1945, 2035


def published_year(doc: Doc) -> int | None:
    published = doc._.published if Doc.has_extension("published") else None
    return published.year if published else None


def story_year(doc: Doc) -> int | None:
    """The year of publication or, where that is unknown, the last year named: few stories name a later one."""
    if "story_year" not in doc.user_data:
        named = (int(t.text) for t in doc if len(t) == 4 and t.text.isascii() and t.text.isdigit())
        doc.user_data["story_year"] = published_year(doc) or max(
            (year for year in named if EARLIEST <= year <= LATEST), default=None
        )
    return doc.user_data["story_year"]
