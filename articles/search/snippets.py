"""The piece of a text that shows why it was found. No Django, no database."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from articles.search.words import Asked, spans

LENGTH = 220  # code points


@dataclass(frozen=True)
class Snippet:
    """``pieces`` are (words, whether they were asked for), in order; ``at`` is where the first words that were asked
    for stand in the whole text ("120-131": code points, end exclusive), empty where the text has none of them."""

    pieces: tuple[tuple[str, bool], ...]
    at: str = ""


def marked(line: str, asked: Asked) -> tuple[tuple[str, bool], ...]:
    """A whole line in pieces, the words that were asked for told apart."""
    return tuple(_pieces(line, 0, len(line), spans(line, asked)))


def snippet(text: str, asked: Asked, length: int = LENGTH) -> Snippet:
    """The part of a text with most of the terms; of equal ones the first. Without any, how the text begins."""
    found = spans(text, asked)
    if not found:
        return Snippet(tuple(_cut(text, 0, length, [])))
    first, last = _best(found, length)
    at = f"{found[first][0]}-{_end_of_run(found, first)}"
    room = max(0, length - (found[last][1] - found[first][0]))
    start = max(0, found[first][0] - room // 3)
    return Snippet(tuple(_cut(text, start, max(start + length, found[first][1]), found)), at)


def _end_of_run(found: list[tuple[int, int, int]], first: int) -> int:
    """Where the words end that follow on a span with nothing but a sign or a blank between."""
    end = found[first][1]
    for start, after, _number in found[first + 1 :]:
        if start - end > 1:
            break
        end = after
    return end


def _best(found: list[tuple[int, int, int]], length: int) -> tuple[int, int]:
    """The window of spans (first and last, both inside) that shows most different terms, then most words."""
    best, chosen = (0, 0), (0, 0)
    ends = [end for _, end, _ in found]
    for first, (start, _, _) in enumerate(found):
        last = max(first, bisect_right(ends, start + length) - 1)
        score = (len({number for _, _, number in found[first : last + 1]}), last - first)
        if score > best:
            best, chosen = score, (first, last)
    return chosen


def _cut(text: str, start: int, end: int, found: list[tuple[int, int, int]]) -> list[tuple[str, bool]]:
    """Whole words only, in one line, with dots where something is left out."""
    if start > 0:
        space = text.find(" ", start, start + 30)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", max(start, end - 30), end)
        end = space if space > start else end
    inside = [span for span in found if start <= span[0] and span[1] <= end]
    pieces = [(" ".join(f"|{words}|".split())[1:-1], mark) for words, mark in _pieces(text, start, end, inside)]
    if start > 0:
        pieces.insert(0, ("…", False))
    if end < len(text):
        pieces.append((" …", False))
    return pieces


def _pieces(text: str, start: int, end: int, found: list[tuple[int, int, int]]):
    at = start
    for number, (first, _, _) in enumerate(found):
        if first < at:  # part of a run before
            continue
        last = _end_of_run(found, number)
        if first > at:
            yield text[at:first], False
        yield text[first:last], True
        at = last
    if end > at:
        yield text[at:end], False
