"""How alike two names of people are. No Django, no database."""

from __future__ import annotations

import re
import unicodedata


def name_key(name: str) -> str:
    """A name folded for comparison: no accents, case, hyphens or apostrophes."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.sub(r"['’ʼ]", "", plain).casefold().replace("-", " ").split())[:200]


def alike(one: str, other: str) -> float:
    """0 (surely two people) to 1 (one name)."""
    return float(name_key(one) == name_key(other))
