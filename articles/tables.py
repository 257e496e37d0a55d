"""Tables with one article a row: what is asked before anything is stored, and a row made into a text.

Cells are text and nothing else: a formula in a cell is words like any other.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice

from articles import intake
from articles.models import FileState, UploadedFile
from articles.readers import Code, Found, Limits, ReadText, Unreadable, dates, finished
from articles.readers.clean import clean_text
from articles.readers.text import from_text

FIELDS = {
    "text": "Text",
    "title": "Title",
    "published": "Publication date",
    "outlet": "Outlet",
    "url": "Address (URL)",
    "author": "Author",
}
SHOWN_ROWS = 3
SHOWN_COLUMNS = 300
SHOWN_CELL = 120


def question(table) -> dict:
    """What the page needs to ask which column is which, as JSON."""
    columns = [intake.clean_line(name)[:SHOWN_CELL] for name in table.columns][:SHOWN_COLUMNS]
    first = [
        [intake.clean_line(str(row.get(name) or ""))[:SHOWN_CELL] for name in table.columns[:SHOWN_COLUMNS]]
        for row in islice(table.rows, SHOWN_ROWS)
    ]
    guessed = {field: column for field, column in table.mapping.items() if field in FIELDS}
    return {"columns": columns, "keys": list(table.columns[:SHOWN_COLUMNS]), "first": first, "guessed": guessed}


def read_row(row: dict[str, str], mapping: dict[str, str], limits: Limits) -> ReadText:
    """The text of a row, with what its other cells say of it. Raises Unreadable."""
    cells = {field: str(row.get(column) or "").strip() for field, column in mapping.items()}
    if not cells["text"]:
        raise Unreadable(Code.ROW_NO_TEXT)
    read = finished(from_text(clean_text(cells["text"]), limits, "row"), "", limits)
    said = {name: Found(cells[name], "file") for name in ("title", "outlet", "url", "author") if cells.get(name)}
    published = dates.parse(cells.get("published", ""), limits.latest)
    if published:
        said["published"] = Found(published, "file")
    return replace(read, **said)


def summary(file: UploadedFile) -> str:
    """How the rows of a table ended, in one sentence."""
    counts = Counter(file.parts.values_list("state", flat=True))
    words = [f"{counts[state.value]:,} {state.label}" for state in FileState if counts[state.value]]
    total = sum(counts.values())
    return f"{total:,} row{'' if total == 1 else 's'}: {', '.join(words)}." if total else "It has no rows."
