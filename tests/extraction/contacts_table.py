"""Reading of a table of sentences: what each should yield, written as 'meeting CHN-JPN' or 'visit CUB-PRK: planned'."""

from __future__ import annotations

from datetime import date

from contacts.extraction import read_doc

PUBLISHED = date(2009, 3, 18)  # a Wednesday


def contacts(text: str, published: date = PUBLISHED) -> list[str]:
    """The kind and parties of each contact found, sorted."""
    return sorted(f"{r.kind.value} {'-'.join(r.countries)}" for r in read_doc(text, published)._.records)


def wanted(line: str) -> list[str]:
    """'meeting CHN-JPN; visit CHN-JPN' as a sorted list."""
    return sorted(part.strip() for part in line.split(";") if part.strip())
