"""Finds the phrases of a lexicon in a Doc: longest match from the left, in time linear in the text.

Words are held as spaCy's hashes, not as strings: a table of ten thousand phrases takes a few megabytes
and a text is compared by whole numbers that the Doc already has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.strings import hash_string

Match = tuple[int, int, object]


class PhraseTable:
    """Phrases (as word sequences) and what each means. A meaning is any object but None or a list."""

    def __init__(self) -> None:
        # first word -> meaning, if no longer phrase starts with it; else [(rest of its words, meaning)], longest first
        self._heads: dict[int, object] = {}

    def add(self, words: Sequence[str], meaning: object) -> None:
        """Adds one phrase. The first meaning given to a phrase stays."""
        head, *rest = [hash_string(word) for word in words]
        known = self._heads.get(head)
        if known is None:
            self._heads[head] = [(tuple(rest), meaning)] if rest else meaning
            return
        options = known if isinstance(known, list) else [((), known)]
        if all(option != tuple(rest) for option, _ in options):
            options.append((tuple(rest), meaning))
            options.sort(key=lambda option: -len(option[0]))
        self._heads[head] = options

    def get(self, words: Sequence[str]) -> object | None:
        """The meaning of exactly these words."""
        if not words:
            return None
        orths = [hash_string(word) for word in words]
        found = self._longest(orths, 0)
        return found[2] if found and found[1] == len(orths) else None

    def find(self, orths: Sequence[int]) -> list[Match]:
        """All matches (start, end, meaning) in a text given as word hashes, without overlaps, in order."""
        heads = self._heads
        matches: list[Match] = []
        free_from = 0
        for start in [position for position, orth in enumerate(orths) if orth in heads]:
            if start >= free_from and (match := self._longest(orths, start)):
                matches.append(match)
                free_from = match[1]
        return matches

    def _longest(self, orths: Sequence[int], start: int) -> Match | None:
        options = self._heads.get(orths[start])
        if options is None:
            return None
        if not isinstance(options, list):
            return start, start + 1, options
        for rest, meaning in options:
            end = start + 1 + len(rest)
            if tuple(orths[start + 1 : end]) == rest:
                return start, end, meaning
        return None


def orths_of(words: Iterable[str]) -> frozenset[int]:
    """The hashes of single words, to compare with a Doc's."""
    return frozenset(hash_string(word) for word in words)
