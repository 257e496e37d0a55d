"""Ways to break a file: bytes turned, cut, doubled, moved, foreign tokens, packed parts broken inside their zip."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

_TOKENS = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\r", b"\x1a", b"\x0c",
    "\u202e".encode(), b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"<![CDATA[", b"<!--", b"]]>", b"<script>",
    b"</body>", b"<table>", b"<p>" * 300, b"{\\rtf1", b"{" * 400, b"}" * 50, b"\\u-99999999?", b"\\bin999999 ",
    b"\\'zz", b"%PDF-1.7", b"endobj", b"stream\n", b"/Kids[1 0 R]", b"/Length -1", b"PK\x03\x04", b"PK\x05\x06",
    b'"', b",,,,", b"\n\n\n", b"Content-Type: multipart/mixed; boundary=x\n",
    b"Content-Transfer-Encoding: base64\n", b"charset=utf-7", b"charset=rot13", b"=?utf-8?q?=ZZ?=", b"From: \"<>\n",
    b"Date: 99 Foo 0000\n", b"--x--", b'{"a":' * 200, b"[" * 500, b"1e999", b"\\ud800", b"0000-00-00",
    b"9999999999-01-01", b"2999-12-31", b"---\n", b"> " * 200, b"* " * 200, b"[a](b)" * 50, b"a" * 3_000,
    b"<div>" * 1_000, b'<meta charset="utf-16">', b'<?xml version="1.0" encoding="utf-7"?>',
]  # fmt: skip


def mutated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """``data`` broken in one to four ways; ``other`` is a file to take pieces from."""
    if data[:2] == b"PK" and chance.random() < 0.6:
        return _inside_zip(data, other, chance)
    out = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        if out:
            chance.choice(_WAYS)(out, other, chance)
    return bytes(out)


def _flip(out: bytearray, other: bytes, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 3, 30))):
        place = chance.randrange(len(out))
        out[place] ^= 1 << chance.randrange(8)


def _overwrite(out: bytearray, other: bytes, chance: random.Random) -> None:
    place, size = chance.randrange(len(out)), chance.choice((1, 4, 64))
    out[place : place + size] = bytes(chance.choices(range(256), k=size))


def _cut_off(out: bytearray, other: bytes, chance: random.Random) -> None:
    del out[chance.randrange(len(out)) :]


def _remove(out: bytearray, other: bytes, chance: random.Random) -> None:
    place = chance.randrange(len(out))
    del out[place : place + chance.choice((1, 16, 500))]


def _double(out: bytearray, other: bytes, chance: random.Random) -> None:
    place = chance.randrange(len(out))
    out[place:place] = out[place : place + chance.choice((4, 100, 1_000))] * chance.choice((1, 2, 50))


def _insert(out: bytearray, other: bytes, chance: random.Random) -> None:
    place = chance.randrange(len(out) + 1)
    out[place:place] = chance.choice(_TOKENS)


def _splice(out: bytearray, other: bytes, chance: random.Random) -> None:
    if other:
        start = chance.randrange(len(other))
        place = chance.randrange(len(out) + 1)
        out[place:place] = other[start : start + chance.choice((20, 400, 4_000))]


def _digits(out: bytearray, other: bytes, chance: random.Random) -> None:
    places = [n for n, byte in enumerate(out[:50_000]) if 48 <= byte <= 57]
    for place in chance.sample(places, min(len(places), 3)):
        out[place] = chance.choice(b"0123456789-")


_WAYS = (_flip, _overwrite, _cut_off, _remove, _double, _insert, _insert, _splice, _digits)


def _inside_zip(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The same zip with one of its parts broken and packed again, so that the break gets behind the check sum."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            entries = old.infolist()
            chosen = chance.choice(entries) if entries else None
            for entry in entries:
                part = old.read(entry)
                if entry is chosen and part:
                    part = mutated(part, other, chance)
                new.writestr(entry.filename, part)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        return data[: len(data) // 2]
    return out.getvalue()
