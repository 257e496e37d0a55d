"""Who says what where sources disagree. Knows nothing of Django."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Camp:
    """What some sources say, and their outlets, each once."""

    words: str
    outlets: tuple[str, ...]


def camps(shown: str, told: Iterable[tuple[str, str, bool]]) -> tuple[Camp, ...]:
    """The sources by what they say: first those that say what is ``shown``, then those that say otherwise. ``told`` is
    outlet, words and whether they differ. Who says nothing of it, or only less, is in no camp."""
    found: dict[str, dict[str, None]] = {shown: {}}
    for outlet, words, differs in told:
        if differs or words == shown:
            found.setdefault(words, {})[outlet] = None
    return tuple(Camp(words, tuple(outlets)) for words, outlets in found.items() if outlets)
