"""Lines that were broken to fit a width: joined again, with words cut by a hyphen made whole."""

from __future__ import annotations

import re
from statistics import quantiles

# Beginnings that keep their hyphen when a line ends after it: "vice-\nminister" is "vice-minister".
_KEEPING = {
    *"vice non self well ex anti pro co semi half long short high low north south east west mid multi".split(),
    *"inter all then deputy".split(),
    *"twenty thirty forty fifty sixty seventy eighty ninety two three four five six seven eight".split(),
    *"sino anglo franco russo so state then-foreign then-prime counter cross post pre e x one first second".split(),
}
_CUT = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u2010\u00ad\x02\ufffe]\Z")
LONGEST_WORD = 80  # letters of a word that may be cut at a line's end; keeps joining many lines quick
_NEXT = re.compile(r"([^\W\d_]+)")


def unwrap(text: str) -> str:
    """Paragraphs as single lines, where the text is wrapped to a width; else the text as it is. Expects clean text."""
    if not is_wrapped(text):
        return text
    known = words_of(text)
    return "\n\n".join(_paragraph(block, known) for block in text.split("\n\n"))


def _paragraph(block: str, known: set[str]) -> str:
    """A block of lines joined, but for lists and short lines (addresses, verses, bylines), which stay apart."""
    lines = block.split("\n")
    widest = max(len(line) for line in lines)
    done = [lines[0]]
    for before, line in zip(lines, lines[1:], strict=False):
        if len(before) + len(line.split(" ", 1)[0]) < 0.8 * widest or re.match(r"[-*•>]\s|\d+[.)]\s", line):
            done.append(line)
        else:
            done[-1] = join(done[-1], line, known)
    return "\n".join(done)


def is_wrapped(text: str) -> bool:
    """Whether most lines that are followed by another of their block end near one width between 40 and 100."""
    inner = [len(line) for block in text[:200_000].split("\n\n") for line in block.split("\n")[:-1] if len(line) > 30]
    if len(inner) < 4:
        return False
    low, middle, high = quantiles(inner, n=4)
    return 40 <= middle <= 100 and high - low <= 14


def words_of(text: str) -> set[str]:
    """Every word of a text in lower case, hyphenated ones whole: how the text itself writes a word decides a join."""
    return {word.lower() for word in re.findall(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*", text)}


def join(first: str, second: str, known: set[str]) -> str:
    """Two lines as one; a word cut at the line's end is made whole."""
    first, second = first.rstrip(" "), second.lstrip(" ")
    cut, following = _CUT.search(first[-LONGEST_WORD:]), _NEXT.match(second)
    if not cut or not following:
        return f"{first} {second}" if first and second else first + second
    head, tail = cut[1], following[1]
    if first[-1] == "-" and _keeps_hyphen(head, tail, known):
        return first + second
    return first[:-1] + second


def _keeps_hyphen(head: str, tail: str, known: set[str]) -> bool:
    together, apart = f"{head}{tail}".lower(), f"{head}-{tail}".lower()
    if (together in known) != (apart in known):
        return apart in known
    return tail[0].isupper() or "-" in head or head.lower() in _KEEPING
