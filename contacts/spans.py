"""Spans of the article as a form carries them: "12-40" in code points, end exclusive.

Behind it may stand the text of the field for which the words were found ("12-40 28 Jun 2016"): with another text they
stand for it no more. A span that an analyst took by selecting has no such text and stays whatever is typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPAN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})(?: (.*))?", re.DOTALL)
MOST_EVIDENCE = 50
NOT_THERE = "The words that were chosen for this are not in the article. Choose them again."


class NotThere(ValueError):
    """A span that is none, or that does not lie in the article."""


@dataclass(frozen=True)
class Words:
    """The words of a field as the form shows them: the hidden input (``name``, ``value``) and the words themselves."""

    name: str
    value: str
    quote: str


@dataclass(frozen=True)
class Quote:
    """A span of evidence as the form shows it: ``checked`` while it is kept."""

    value: str
    quote: str
    checked: bool


def written(span: list[int] | None, holds_for: str | None = None) -> str:
    if not span:
        return ""
    return f"{span[0]}-{span[1]}" + (f" {_plain(holds_for)}" if holds_for is not None else "")


def read(value: str, length: int) -> tuple[list[int] | None, str | None]:
    """The span, and the text that it holds for, None for any. Raises NotThere; nothing is no span."""
    if not value.strip():
        return None, None
    match = _SPAN.fullmatch(value.strip())
    if match is None or not 0 <= int(match[1]) < int(match[2]) <= length:
        raise NotThere(NOT_THERE)
    return [int(match[1]), int(match[2])], match[3]


def holding(value: str, length: int, typed: str) -> list[int] | None:
    """The span, if it stands for what is typed now. Raises NotThere."""
    span, holds_for = read(value, length)
    return span if holds_for is None or _plain(holds_for) == _plain(typed) else None


def quote(text: str, value: str) -> str:
    """The words of a span, or nothing where it is none."""
    try:
        span, _ = read(value, len(text))
    except NotThere:
        return ""
    return " ".join(text[span[0] : span[1]].split()) if span else ""


def read_evidence(values: list[str], length: int) -> list[list[int]]:
    """The spans, each once, in their order. Raises NotThere."""
    found: list[list[int]] = []
    for value in values:
        span, _ = read(value, length)
        if span and span not in found:
            found.append(span)
    if len(found) > MOST_EVIDENCE:
        raise NotThere(f"That is more evidence than anybody reads: {MOST_EVIDENCE} places are the most.")
    return found


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())
