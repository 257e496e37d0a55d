"""Reads the lexicon: TOML files that people who do not program write, so every mistake is told with its file and line.

A file holds one or more kinds of entry, each written ``[[kind]]`` and below it ``key = value`` lines::

    [[country]]
    code = "CUB"
    name = "Cuba"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

LEXICON = Path(__file__).parent / "lexicon"

_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?$")
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


class LexiconError(ValueError):
    """A lexicon file is wrong. The message starts with file and line: ``countries.toml line 12: ...``."""


@dataclass(frozen=True, slots=True)
class Entry(Mapping):
    """One entry of a lexicon file: a mapping of its keys, and where it stands. ``value_line`` is for error messages."""

    fields: dict
    file: str
    line: int
    key_lines: dict[str, int]

    def __getitem__(self, key: str):
        return self.fields[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)

    def wrong(self, message: str, key: str | None = None) -> LexiconError:
        """An error to raise about this entry, or about one key of it."""
        return LexiconError(f"{self.file} line {self.key_lines.get(key, self.line)}: {message}")


def load_toml(
    name: str,
    table: str,
    required: Iterable[str] | Mapping[str, type],
    optional: Iterable[str] | Mapping[str, type] = (),
    *,
    unique: Iterable[str] | None = None,
    others: Iterable[str] = (),
    folder: Path = LEXICON,
) -> list[Entry]:
    """The entries ``[[table]]`` of ``folder/name.toml``, in file order.

    ``required`` and ``optional`` name the keys; given as a mapping they also name each value's type
    (``list`` means a list of strings). Two entries may not agree in all keys of ``unique`` (as a rule the first
    required key; an empty ``unique`` allows anything), and no list may hold a value twice.
    A file with several kinds of entry is read once for each, ``others`` naming the rest.

    Raises LexiconError, with file and line, for TOML that cannot be read, for unknown, missing, mistyped and empty
    keys, and for duplicates.
    """
    file = f"{name}.toml"
    text = (folder / file).read_text(encoding="utf-8")
    parsed = _parse(text, file)
    lines = text.splitlines()
    _refuse_other_tables(parsed, {table, *others}, lines, file)
    required_types, optional_types = _types(required), _types(optional)
    entries = _entries(parsed.get(table, []), table, lines, file)
    for entry in entries:
        _check(entry, required_types, optional_types)
    keys = tuple(unique) if unique is not None else tuple(required_types)[:1]
    if keys:
        _refuse_duplicates(entries, keys)
    return entries


def _parse(text: str, file: str) -> dict:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line = place.group(1) if place and place.group(1) else len(text.splitlines())
        raise LexiconError(f"{file} line {line}: {_TOML_PLACE.sub('', str(error))}") from None


def _types(keys: Iterable[str] | Mapping[str, type]) -> dict[str, type | None]:
    return dict(keys) if isinstance(keys, Mapping) else dict.fromkeys(keys)


def _refuse_other_tables(parsed: dict, known: set[str], lines: list[str], file: str) -> None:
    for table in parsed:
        if table not in known:
            at = next((n for n, line in enumerate(lines, 1) if re.match(rf"\s*\[*\s*{re.escape(table)}\b", line)), 1)
            raise LexiconError(f"{file} line {at}: unknown kind of entry '{table}', known: {', '.join(sorted(known))}")


def _entries(rows: object, table: str, lines: list[str], file: str) -> list[Entry]:
    """Pairs what tomllib read with the lines it stands on, which tomllib does not tell."""
    headers = [(n, found.group(1)) for n, line in enumerate(lines, 1) if (found := _HEADER.match(line))]
    starts = [n for n, header in headers if header == table]
    if not isinstance(rows, list):
        raise LexiconError(
            f"{file} line {starts[0] if starts else 1}: write [[{table}]] with two brackets on each side"
        )
    ends = {n: after for (n, _), (after, _) in zip(headers, headers[1:], strict=False)}
    return [
        Entry(row, file, start, _key_lines(row, lines, start, ends.get(start, len(lines) + 1)))
        for row, start in zip(rows, starts, strict=True)
    ]


def _key_lines(row: dict, lines: list[str], start: int, end: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for number in range(start + 1, end):
        head, equals, _ = lines[number - 1].partition("=")
        key = head.strip().strip('"')
        if equals and key in row:
            found.setdefault(key, number)
    return found


def _check(entry: Entry, required: dict[str, type | None], optional: dict[str, type | None]) -> None:
    known = required | optional
    for key, value in entry.fields.items():
        if key not in known:
            raise entry.wrong(f"unknown key '{key}'", key)
        _check_value(entry, key, value, known[key])
    for key in required:
        if key not in entry.fields:
            raise entry.wrong(f"key '{key}' is missing")


def _check_value(entry: Entry, key: str, value: object, expected: type | None) -> None:
    if value in ("", []):
        raise entry.wrong(f"'{key}' is empty", key)
    if expected is not None and type(value) is not expected:
        raise entry.wrong(f"'{key}' must be {_IN_WORDS.get(expected, expected.__name__)}", key)
    if not isinstance(value, list):
        return
    if expected is list and not all(isinstance(item, str) and item for item in value):
        raise entry.wrong(f"'{key}' must be a list of words in quotes", key)
    for number, item in enumerate(value):
        if item in value[:number]:
            raise entry.wrong(f"{item!r} stands twice in '{key}'", key)


_IN_WORDS = {
    str: "words in quotes",
    list: "a list of words in quotes",
    int: "a whole number",
    float: "a decimal number",
    bool: "true or false",
}


def _refuse_duplicates(entries: list[Entry], keys: tuple[str, ...]) -> None:
    seen: dict[str, Entry] = {}
    for entry in entries:
        identity = repr([entry.get(key) for key in keys])
        if identity in seen:
            shown = ", ".join(f"{key} {entry.get(key)!r}" for key in keys)
            raise entry.wrong(f"{shown} stands already on line {seen[identity].line}", keys[0])
        seen[identity] = entry
