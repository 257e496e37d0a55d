"""From pieces of text with places to paragraphs in reading order. Points; y grows upwards, as in PDF.

Steps: columns and their order, lines, what repeats at the top and bottom of pages, paragraphs, words cut at line ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from articles.readers.wrapping import join, words_of

_NUMBER = re.compile(r"\W*(?:page|p\.|seite|página)?\s*\d{1,4}(?:\s*(?:of|/|von|de)\s*\d{1,4})?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:…]['\"’”)\]]*\Z")
GUTTER = 6  # points between columns, at least
MARGIN_LINES = 3  # lines at the top and bottom of a page where headers and footers stand


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of one line; ``size`` is its height, near the font's size."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        return max(self.top - self.bottom, 1)


@dataclass(slots=True)
class Line:
    text: str
    left: float
    right: float
    bottom: float
    size: float
    column: int


def segments(letters: Iterable[tuple[str, float, float, float, float]]) -> Iterator[Segment]:
    """Letters in the file's order as pieces: cut at line ends, at wide gaps and at jumps to another line."""
    piece: list[tuple[str, float, float, float, float]] = []
    for letter in letters:
        if letter[0] == "\n" or (piece and not letter[0].isspace() and _jumps(piece, letter)):
            yield from _piece(piece)
            piece = []
        if letter[0] != "\n":
            piece.append(letter)
    yield from _piece(piece)


def _jumps(piece: list, letter: tuple) -> bool:
    last = next((one for one in reversed(piece) if not one[0].isspace()), None)
    if last is None:
        return False
    height = max(last[4] - last[2], letter[4] - letter[2], 4)
    return letter[1] - last[3] > 1.2 * height or letter[1] < last[1] - 2 * height or abs(letter[2] - last[2]) > height


def _piece(letters: list) -> Iterator[Segment]:
    text = "".join(letter[0] for letter in letters).strip()
    seen = [letter for letter in letters if not letter[0].isspace()]
    if text and seen:
        yield Segment(
            text,
            min(one[1] for one in seen),
            min(one[2] for one in seen),
            max(one[3] for one in seen),
            max(one[4] for one in seen),
        )


def compose(pages: list[list[Segment]]) -> tuple[str, str]:
    """The text of all pages, paragraphs apart by blank lines, and the heading of the first page (or "")."""
    lines = [_lines(page) for page in pages]
    lines = _without_repeated(lines)
    known = words_of("\n".join(line.text for page in lines for line in page))
    body = median([line.size for page in lines for line in page] or [10])
    heading = _heading(lines[0], body) if lines else ""
    paragraphs: list[str] = []
    for page in lines:
        for number, paragraph in enumerate(_paragraphs(page, known)):
            if number == 0 and paragraphs and _goes_on(paragraphs[-1], paragraph):
                paragraphs[-1] = join(paragraphs[-1], paragraph, known)
            else:
                paragraphs.append(paragraph)
    return "\n\n".join(paragraphs), heading


def _lines(page: list[Segment]) -> list[Line]:
    """The page's lines in reading order; ``column`` counts the blocks of text that were told apart."""
    done: list[Line] = []
    for column, block in enumerate(_blocks(page)):
        for segment in sorted(block, key=lambda one: (-one.bottom, one.left)):
            last = done[-1] if done else None
            same = (
                last
                and last.column == column
                and abs(last.bottom - segment.bottom) < 0.5 * min(last.size, segment.size)
            )
            if same and segment.left >= last.right - segment.size:
                last.text += f" {segment.text}"
                last.right = max(last.right, segment.right)
                last.size = max(last.size, segment.size)
            else:
                done.append(Line(segment.text, segment.left, segment.right, segment.bottom, segment.size, column))
    return done


def _blocks(page: list[Segment], depth: int = 0) -> Iterator[list[Segment]]:
    """Blocks in reading order: where a gutter runs, what lies across it cuts the columns into bands."""
    gutter = _gutter(page) if depth < 4 else None
    if gutter is None:
        if page:
            yield page
        return
    band: list[Segment] = []
    across: list[Segment] = []
    for segment in sorted(page, key=lambda one: -one.bottom):
        if segment.left < gutter < segment.right:
            if band:
                yield from _columns(band, gutter, depth)
                band = []
            across.append(segment)
        else:
            if across:
                yield across
                across = []
            band.append(segment)
    if across:
        yield across
    if band:
        yield from _columns(band, gutter, depth)


def _columns(band: list[Segment], gutter: float, depth: int) -> Iterator[list[Segment]]:
    for side in ([s for s in band if s.right <= gutter], [s for s in band if s.right > gutter]):
        if side:
            yield from _blocks(side, depth + 1)


def _gutter(page: list[Segment]) -> float | None:
    """The x of an upright white stripe with running text on both sides, or None."""
    if len(page) < 8:
        return None
    left, right = min(s.left for s in page), max(s.right for s in page)
    best: tuple[int, float, float] | None = None
    candidates = sorted({s.left for s in page if left + 0.1 * (right - left) < s.left < right - 0.1 * (right - left)})
    for start in candidates[:400]:
        x = start - GUTTER / 2
        across = sum(s.left < x < s.right for s in page)
        before, after = [s for s in page if s.right <= x], [s for s in page if s.left >= x]
        if across > 0.3 * len(page) or not _are_columns(before, after, right - left):
            continue
        gap = start - max(s.right for s in before if s.bottom < max(a.top for a in after))
        if gap >= GUTTER and (best is None or (across, -gap) < best[:2]):
            best = (across, -gap, x)
    return best[2] if best else None


def _are_columns(before: list[Segment], after: list[Segment], width: float) -> bool:
    if min(len(before), len(after)) < 4:
        return False
    overlap = min(max(s.top for s in before), max(s.top for s in after))
    overlap -= max(min(s.bottom for s in before), min(s.bottom for s in after))
    if overlap < 3 * median(s.size for s in before):
        return False
    # Running text is wide; a column of numbers or of bullets is part of a table or list.
    return all(median(s.right - s.left for s in side) > 0.15 * width for side in (before, after))


def _without_repeated(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without their running headers, footers and numbers."""
    if len(pages) < 2:
        return pages
    counts = Counter(key for page in pages for key in {_key(line) for line in _margin(page)})
    needed = 2 if len(pages) < 4 else max(3, len(pages) // 3)
    kept = []
    for page in pages:
        margin = {id(line) for line in _margin(page)}
        outer = {id(line) for line in _margin(page, 1)}
        kept.append([
            line
            for line in page
            if not (id(line) in margin and counts[_key(line)] >= needed)
            and not (id(line) in outer and _NUMBER.fullmatch(line.text))
        ])  # fmt: skip
    return kept


def _margin(page: list[Line], count: int = MARGIN_LINES) -> list[Line]:
    """The lines that stand highest and lowest, level ones together."""
    heights = sorted({round(line.bottom) for line in page})
    if len(heights) <= 2 * count:
        count = max(1, len(heights) // 3)
    edge = {*heights[:count], *heights[-count:]}
    return [line for line in page if round(line.bottom) in edge]


def _key(line: Line) -> tuple[str, int]:
    """Equal for a header on all its pages: numbers count as one, the place in steps of 8 points."""
    return re.sub(r"\d+", "#", " ".join(line.text.lower().split())), round(line.bottom / 8)


def _heading(lines: list[Line], body: float) -> str:
    """The largest letters of the first page, if they are clearly larger than the text's."""
    large = [line for line in lines[:25] if line.size > 1.2 * body and len(line.text) > 2]
    if not large:
        return ""
    largest = max(line.size for line in large)
    chosen: list[str] = []
    for line in lines[:25]:
        if line.size > 0.9 * largest:
            chosen.append(line.text)
        elif chosen:
            break
    heading = " ".join(chosen)
    return heading if 8 <= len(heading) <= 300 else ""


def _paragraphs(page: list[Line], known: set[str]) -> Iterator[str]:
    """Lines of a page as paragraphs, words cut at line ends made whole."""
    edges = _edges(page)
    leading = _leading(page)
    current = ""
    before: Line | None = None
    for line in page:
        if before is not None and _starts_new(before, line, edges, leading, current):
            yield current
            current = line.text
        else:
            current = join(current, line.text, known) if current else line.text
        before = line
    if current:
        yield current


def _edges(page: list[Line]) -> dict[int, tuple[float, float]]:
    """Left and right edge of each column."""
    columns: dict[int, list[Line]] = {}
    for line in page:
        columns.setdefault(line.column, []).append(line)
    return {number: (min(ln.left for ln in of), max(ln.right for ln in of)) for number, of in columns.items()}


def _leading(page: list[Line]) -> float:
    """The usual distance from line to line."""
    steps = [
        a.bottom - b.bottom
        for a, b in zip(page, page[1:], strict=False)
        if a.column == b.column and a.bottom > b.bottom
    ]
    return median(steps) if steps else 14


def _starts_new(before: Line, line: Line, edges: dict, leading: float, current: str) -> bool:
    if abs(before.size - line.size) > 0.25 * max(before.size, line.size):
        return True
    left, right = edges[line.column]
    width = max(right - left, 1)
    indented = line.left > left + 0.8 * line.size and line.left < left + 0.4 * width
    if before.column != line.column:
        edge_left, edge_right = edges[before.column]
        full = before.right > edge_right - 0.15 * (edge_right - edge_left)
        return indented or not _goes_on(current, line.text, full)
    if before.bottom - line.bottom > max(1.35 * leading, 1.5 * line.size):
        return True
    if indented and before.left < left + 0.5 * line.size:
        return True
    return before.right < right - 0.2 * width and _SENTENCE_END.search(before.text) is not None


def _goes_on(before: str, text: str, full: bool = False) -> bool:
    """Whether a paragraph is continued on the next column or page. ``full``: its last line reaches the right edge."""
    if _SENTENCE_END.search(before):
        return False
    return full or text[:1].islower() or before.endswith(("-", ",")) or len(before) > 200
