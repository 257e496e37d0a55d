"""Text whose lines were broken at a fixed width, as old wires and pasted mail have it: read as paragraphs.

'... Prime Minister\\nLars Holm received ...' is one line for the reader. Each such break becomes a blank, one for one,
so that every offset stays.
"""

from __future__ import annotations

NARROWEST, WIDEST = 40, 100
FEWEST = 3  # lines that show the width


def unwrapped(text: str) -> str:
    """The text with the line breaks inside wrapped paragraphs as blanks; its length is the same."""
    blocks = [(at, block) for at, block in _blocks(text) if len(block) > 1]
    wide = [max(map(len, block)) for _, block in blocks if len(block) >= FEWEST and _is_wrapped(block, 0)]
    if not wide:
        return text
    width, letters = max(wide), list(text)
    for at, block in blocks:
        if _is_wrapped(block, 0 if len(block) >= FEWEST else width - 12):
            for line in block[:-1]:
                at += len(line)
                letters[at] = " "
                at += 1
    return "".join(letters)


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
