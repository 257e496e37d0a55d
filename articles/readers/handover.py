"""How a result gets from the child to its parent: one line of JSON over the pipe, everything large in a folder.

result.json     the Result without parts and rows
part-0 ...      a part's bytes each; names and refusals in result.json
rows.jsonl      a table's rows, one JSON object a line
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from articles.readers.types import Code, Found, Limits, Part, ReadText, Result, Table


def ask(path: Path, name: str, limits: Limits, folder: Path) -> bytes:
    """The line that asks for a reading."""
    wanted = {"path": str(path), "name": name, "folder": str(folder), "limits": _limits_out(limits)}
    return json.dumps(wanted).encode() + b"\n"


def asked(line: bytes) -> tuple[str, str, Path, Limits]:
    """Path, name, folder and limits of such a line."""
    wanted = json.loads(line)
    given = wanted["limits"]
    given["today"] = date.fromisoformat(given["today"]) if given["today"] else None
    return wanted["path"], wanted["name"], Path(wanted["folder"]), Limits(**given)


def give(result: Result, folder: Path) -> None:
    """Write a result into the folder; parts and rows are drawn one after the other, so they need not fit in memory."""
    whole = {"kind": result.kind, "format": result.format, "text": _text_out(result.text), "parts": [], "table": None}
    for number, part in enumerate(result.parts):
        (folder / f"part-{number}").write_bytes(part.data)
        whole["parts"].append({"name": part.name, "refused": part.refused, "detail": part.detail})
    if result.table is not None:
        with (folder / "rows.jsonl").open("w", encoding="utf-8") as rows:
            for row in result.table.rows:
                rows.write(json.dumps(row) + "\n")
        whole["table"] = {name: getattr(result.table, name) for name in ("columns", "mapping", "warnings")}
    (folder / "result.json").write_text(json.dumps(whole), encoding="utf-8")


def take(folder: TemporaryDirectory) -> Result:
    """The result in the folder. Its parts and rows are read from there when asked for; the folder goes with them."""
    whole = json.loads(Path(folder.name, "result.json").read_text(encoding="utf-8"))
    table = whole["table"]
    if table is not None:
        table = Table(tuple(table["columns"]), _Rows(folder), table["mapping"], tuple(table["warnings"]))
    parts = _Parts(folder, whole["parts"]) if whole["parts"] else ()
    if not whole["parts"] and table is None:
        folder.cleanup()
    return Result(whole["kind"], whole["format"], _text_in(whole["text"]), parts, table)


class _Parts:
    """Parts on disk; each walk reads them anew, one in memory at a time."""

    def __init__(self, folder: TemporaryDirectory, described: list[dict]) -> None:
        self.folder, self.described = folder, described

    def __len__(self) -> int:
        return len(self.described)

    def __iter__(self) -> Iterator[Part]:
        for number, one in enumerate(self.described):
            refused = Code(one["refused"]) if one["refused"] else None
            yield Part(one["name"], Path(self.folder.name, f"part-{number}").read_bytes(), refused, one["detail"])


class _Rows:
    """Rows on disk, walked through line by line."""

    def __init__(self, folder: TemporaryDirectory) -> None:
        self.folder = folder

    def __iter__(self) -> Iterator[dict[str, str]]:
        with Path(self.folder.name, "rows.jsonl").open(encoding="utf-8") as rows:
            for line in rows:
                yield json.loads(line)


def _limits_out(limits: Limits) -> dict:
    given = asdict(limits)
    given["today"] = limits.today.isoformat() if limits.today else None
    return given


def _text_out(read: ReadText | None) -> dict | None:
    if read is None:
        return None
    values = {}
    for field in fields(ReadText):
        value = getattr(read, field.name)
        if isinstance(value, Found):
            plain = value.value.isoformat() if isinstance(value.value, date) else value.value
            value = {"value": plain, "basis": value.basis}
        values[field.name] = value
    return values


def _text_in(values: dict | None) -> ReadText | None:
    if values is None:
        return None
    values = dict(values)
    for name in ("title", "outlet", "published", "url", "author"):
        found = values[name]
        if found:
            value = date.fromisoformat(found["value"]) if name == "published" else found["value"]
            values[name] = Found(value, found["basis"])
    return ReadText(**values | {"warnings": tuple(values["warnings"])})
