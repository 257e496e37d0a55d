"""JSON objects, one a line (or one list of them). A line that is broken stays as a row without text, so it is seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from articles.readers import table
from articles.readers.decode import decode
from articles.readers.types import Accepts, Code, Limits, Result, Table, Unreadable

ACCEPTS = Accepts("jsonl", (".jsonl", ".ndjson", ".json"))


def read(stream: BinaryIO, limits: Limits) -> Result:
    """Raises Unreadable where no line holds an object, or the objects have too many different keys."""
    text, warnings = decode(stream.read(limits.max_bytes + 1))
    rows = _Rows(text, limits)
    raw_columns: dict[str, None] = {}
    broken, good = [], 0
    for number, found in enumerate(rows.objects(), 1):
        if found is None:
            broken.append(number)
        else:
            good += 1
            raw_columns |= dict.fromkeys(found)
        if len(raw_columns) > table.MOST_COLUMNS:
            raise Unreadable(Code.TABLE_TOO_WIDE, f"more than {table.MOST_COLUMNS} keys")
    if not good:
        where = f"line {broken[0]} is no JSON object" if broken else ""
        raise Unreadable(Code.TABLE_DAMAGED if broken else Code.TABLE_NO_ROWS, where)
    rows.names = dict(zip(raw_columns, table.named(raw_columns), strict=True))
    if broken:
        numbers = ", ".join(map(str, broken[:10])) + (" …" if len(broken) > 10 else "")
        warnings += (f"These lines are no JSON objects: {numbers}.",)
    columns = tuple(rows.names.values())
    mapping = table.guess(columns, islice(rows, table.LOOKED_AT))
    return Result("table", ACCEPTS.format, table=Table(columns, rows, mapping, warnings))


class _Rows:
    """Rows, parsed anew at each walk. ``names``: key in the file to name of the column."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.text, self.limits, self.names = text, limits, {}

    def __iter__(self) -> Iterator[dict[str, str]]:
        for found in self.objects():
            known = {self.names[key]: _cell(value) for key, value in (found or {}).items() if key in self.names}
            cells = {name: table.words(cell, self.limits) for name, cell in known.items()}
            yield dict.fromkeys(self.names.values(), "") | cells

    def objects(self) -> Iterator[dict | None]:
        """Each object; None for a line that is none."""
        if self.text.lstrip()[:1] == "[":
            whole = _parsed(self.text)
            yield from (
                one if isinstance(one, dict) else None for one in (whole if isinstance(whole, list) else [None])
            )
            return
        for line in self.text.split("\n"):
            if line.strip():
                found = _parsed(line)
                yield found if isinstance(found, dict) else None


def _parsed(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _cell(value: object) -> str:
    """A value as the text of a cell; a list of words is joined, an object with a name gives that."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return value["name"]
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)
