"""Whether what was read of a file is what the manifest says: field by field, for tests and benchmarks."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest
from pathlib import Path

from articles.readers import Limits, Unreadable, read_file, table
from articles.readers.types import ReadText, Result

FIELDS = ("title", "outlet", "published", "author", "url", "language")


def judge(path: Path, wanted: dict, limits: Limits, read=read_file) -> list[str]:
    """What is wrong, a line each; empty when all is right. Lines begin with the field: "title: ..."."""
    try:
        result = read(path, wanted.get("name") or path.name, limits)
    except Unreadable as error:
        right = wanted["becomes"] == "unreadable" and error.code == wanted["code"]
        return [] if right else [f"outcome: unreadable, {error.code} {error.detail}"]
    return judge_result(result, wanted, limits, path)


def judge_result(result: Result, wanted: dict, limits: Limits, path: Path) -> list[str]:
    kinds = {"article": "text", "parts": "parts", "table": "table"}
    if kinds.get(wanted["becomes"]) != result.kind:
        return [f"outcome: {result.kind} ({result.format})"]
    wrong = [] if wanted["format"] == result.format else [f"format: {result.format}"]
    if result.text is not None:
        wrong += judge_text(result.text, wanted)
    if "parts" in wanted:
        wrong += _judge_parts(result, wanted["parts"], limits, path)
    if result.table is not None:
        wrong += _judge_rows(result, wanted["rows"], limits)
    return wrong


def judge_text(read: ReadText, wanted: dict) -> list[str]:
    wrong = []
    for field in FIELDS:
        value = getattr(read, field)
        value = getattr(value, "value", value)
        value = value.isoformat() if field == "published" and value else value
        if (value or None) != _normal(wanted[field]):
            wrong.append(f"{field}: {value!r} instead of {wanted[field]!r}")
    text, place = _normal(read.text), 0
    for number, paragraph in enumerate(wanted["paragraphs"]):
        found = text.find(_normal(paragraph), place)
        if found < 0:
            wrong.append(f"text: paragraph {number} is not whole or not in its place")
            break
        place = found + len(paragraph)
    wrong += [f"text: {words!r} is in it" for words in wanted["must_not"] if words in text]
    return wrong


def _judge_parts(result: Result, wanted: list[dict], limits: Limits, path: Path) -> list[str]:
    wrong = []
    for part, one in zip_longest(result.parts, wanted):
        if part is None or one is None or part.name != one["name"]:
            return [*wrong, f"parts: {part and part.name!r} instead of {one and one['name']!r}"]
        if part.refused:
            wrong += [] if part.refused == one.get("code") else [f"parts: {part.name} refused, {part.refused}"]
            continue
        inner = path.parent / f"{path.name}.part"
        inner.write_bytes(part.data)
        wrong += judge(inner, one, limits)
        inner.unlink()
    return wrong


def _judge_rows(result: Result, wanted: list[dict], limits: Limits) -> list[str]:
    wrong = []
    for row, one in zip_longest(result.table.rows, wanted):
        if row is None or one is None:
            return [*wrong, "rows: more or fewer"]
        try:
            wrong += judge_text(table.read_row(row, result.table.mapping, limits), one)
        except Unreadable as error:
            wrong += [] if error.code == one.get("code") else [f"rows: {error.code}"]
    return wrong


def _normal(text: str | None) -> str | None:
    return text and re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
