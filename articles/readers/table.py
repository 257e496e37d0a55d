"""Tables of articles, one a row: names of columns, a guess which is which, and a row as an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from articles.readers import dates, html, plain
from articles.readers.clean import clean_line, clean_text, has_words
from articles.readers.language import language
from articles.readers.page_data import web_address
from articles.readers.sniffing import is_markup
from articles.readers.types import Code, Found, Limits, ReadText, Unreadable

MOST_COLUMNS = 100
LOOKED_AT = 50  # rows that the guess looks at
FIELDS = ("title", "text", "published", "outlet", "url", "author")
_NAMES = {
    "title": "title headline heading subject titel titulo titre",
    "text": "text body content article fulltext articletext articlebody story article_text full_text",
    "published": "published date publicationdate pubdate publishdate publishedat datepublished published_date day",
    "outlet": "outlet source publication publisher newspaper agency sitename site media",
    "url": "url link address permalink uri sourceurl",
    "author": "author byline authors creator reporter writer",
}
_FIELD = {name: field for field, names in _NAMES.items() for name in names.split()}


def named(raw: Iterable[str]) -> tuple[str, ...]:
    """Column names that are clean, not empty and all different. Raises Unreadable for too many."""
    names: list[str] = []
    for number, name in enumerate(raw, 1):
        name = clean_line(name)[:80] or f"column {number}"
        while name in names:
            name += f" ({number})"
        names.append(name)
    if len(names) > MOST_COLUMNS:
        raise Unreadable(Code.TABLE_TOO_WIDE, f"{len(names)}; {MOST_COLUMNS} are the most")
    return tuple(names)


def guess(columns: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Field to column, from the columns' names; the text, where none is named so, from the longest cells."""
    mapping: dict[str, str] = {}
    for column in columns:
        plain_name = "".join(c for c in column.lower() if c.isalnum() or c == "_")
        field = _FIELD.get(plain_name) or _FIELD.get(plain_name.replace("_", ""))
        if field:
            mapping.setdefault(field, column)
    if "text" not in mapping:
        sizes = dict.fromkeys(columns, 0)
        for row in islice(rows, LOOKED_AT):
            for column in columns:
                sizes[column] += len(row.get(column, ""))
        free = [column for column in columns if column not in mapping.values()]
        longest = max(free, key=sizes.__getitem__, default=None)
        if longest is not None and sizes[longest] > 0:
            mapping["text"] = longest
    return mapping


def read_row(row: Mapping[str, str], mapping: Mapping[str, str], limits: Limits, format: str = "csv") -> ReadText:
    """One row as an article. Raises Unreadable: ROW_NO_TEXT, TEXT_TOO_LONG.

    A date that is none (0000-00-00, 2999-01-01, 03/04/2015) is left out with a warning.
    """
    cells = {field: row.get(mapping.get(field, ""), "") for field in FIELDS}
    text = clean_text(cells["text"])
    if not has_words(text):
        raise Unreadable(Code.ROW_NO_TEXT)
    if len(text) > limits.max_text:
        raise Unreadable(Code.TEXT_TOO_LONG, f"{len(text):,} characters; {limits.max_text:,} are the most")
    given = clean_line(cells["published"])
    day = dates.parse(given, limits.latest)
    warnings = (f"“{given[:40]}” is not a date that can be used.",) if given and day is None else ()
    read = ReadText(
        text=text,
        title=_line(cells["title"]),
        outlet=_line(cells["outlet"]),
        published=Found(day, "metadata") if day else None,
        url=web_address(cells["url"], "metadata"),
        author=_line(cells["author"]),
        language=language(text),
        format=format,
        warnings=warnings,
    )
    return plain.fill(read, limits)


def words(cell: str, limits: Limits) -> str:
    """A cell as it is, or the words of one that holds markup.

    Done while the table is read, in the child process: whoever handles rows later has only plain text in hand.
    """
    if not is_markup(cell):
        return cell
    try:
        return html.from_markup(cell, limits, "html", whole=True).text
    except Unreadable:
        return ""


def _line(cell: str) -> Found[str] | None:
    line = clean_line(cell)
    return Found(line, "metadata") if line else None
