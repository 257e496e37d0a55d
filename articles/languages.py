"""Names of languages, for pages."""

from __future__ import annotations

from functools import cache

from babel import Locale


@cache
def language_name(code: str) -> str:
    """The English name of an ISO 639-1 code; an unknown code stays as it is."""
    return Locale("en").languages.get(code, code) if code else ""
