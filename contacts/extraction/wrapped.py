"""Text whose lines were broken at a fixed width or anywhere, as old wires and pasted mail have it: read as paragraphs.

'... Prime Minister\\nLars Holm received ...' is one line for the reader. Each such break becomes a blank, one for one,
so that every offset stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

NARROWEST, WIDEST = 40, 100
FEWEST = 3  # lines that show the width
WORDS = 3  # in a line that is broken in a sentence
CLOSING = '.!?:;|"”'


def unwrapped(text: str) -> str:
    """The text with the line breaks inside wrapped paragraphs as blanks; its length is the same."""
    blocks = [(at, block) for at, block in _blocks(text) if len(block) > 1]
    wide = [max(map(len, block)) for _, block in blocks if len(block) >= FEWEST and _is_wrapped(block, 0)]
    breaks: list[int] = []
    for at, block in blocks:
        if wide and _is_wrapped(block, 0 if len(block) >= FEWEST else max(wide) - 12):
            breaks += [end for end, _, _ in _ends(at, block)]
        elif _is_ragged(block):
            title = at == 0  # the first line of all is a headline, unless it goes on in lower case
            breaks += [
                end
                for end, line, following in _ends(at, block)
                if not _is_closed(line) and (following[0].islower() or not (title and line is block[0]))
            ]
    if not breaks:
        return text
    letters = list(text)
    for end in breaks:
        letters[end] = " "
    return "".join(letters)


def _ends(at: int, block: list[str]) -> Iterator[tuple[int, str, str]]:
    """For each break of a block: where it stands, the line before and the line after."""
    for line, following in pairwise(block):
        at += len(line)
        yield at, line, following.lstrip()
        at += 1


def _is_ragged(lines: list[str]) -> bool:
    """Whether sentences are broken at uneven widths: a line that ends in no stop goes on in lower case, and one of the
    lines ends a sentence. A menu of single words does not."""
    goes_on = any(
        len(line.split()) >= WORDS and not _is_closed(line) and following.lstrip()[0].islower()
        for line, following in pairwise(lines)
    )
    return goes_on and any(line.rstrip().endswith((".", '."', ".”")) for line in lines)


def _is_closed(line: str) -> bool:
    return line.rstrip()[-1] in CLOSING


def _blocks(text: str) -> list[tuple[int, list[str]]]:
    """Runs of lines that are not blank, with where they begin."""
    found: list[tuple[int, list[str]]] = []
    at, fresh = 0, True
    for line in text.split("\n"):
        if not line.strip():
            fresh = True
        elif fresh:
            found.append((at, [line]))
            fresh = False
        else:
            found[-1][1].append(line)
        at += len(line) + 1
    return found


def _is_wrapped(lines: list[str], least: int) -> bool:
    """Whether each line is so full that the next one's first word had no room; some line goes on in lower case."""
    width = max(map(len, lines))
    if not max(NARROWEST, least) <= width <= WIDEST:
        return False
    full = all(len(a) + 1 + len(b.split(None, 1)[0]) > width for a, b in zip(lines, lines[1:], strict=False))
    return full and any(line.lstrip()[0].islower() for line in lines[1:])
