"""Bytes to letters: byte order mark, then what the file declares, then UTF-8, then a guess; never silently wrong."""

from __future__ import annotations

import codecs
import re

from articles.readers.guessing import guess
from articles.readers.types import Code, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# As browsers do: a page that declares Latin-1 is written in Windows' superset of it.
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949"}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MIXED = "It mixes two encodings; letters with accents may be wrong."
CUT = "It ends in the middle of a letter; something may be missing at the end."
NULS = "It held NUL bytes, which were left out."


def decode(data: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """The text of ``data`` and warnings about it. ``declared`` is what the file says of itself and may be wrong.

    Raises Unreadable: BINARY for what is no text, UNKNOWN_ENCODING where nothing fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_cut_end(data[len(mark) :], encoding)
    wide = _wide_without_mark(data)
    if wide:
        return _with_cut_end(data, wide)
    data, warnings = _without_nuls(data)
    if _encoding(declared) not in ("", "utf-8"):
        text = _try(data, _encoding(declared))
        # Bytes that are flawless UTF-8 with accents are UTF-8, whatever a template declares.
        if text is not None and (data.isascii() or _try(data, "utf-8") is None):
            return text, warnings
    text, more = _undeclared(data)
    return text, warnings + more


def _undeclared(data: bytes) -> tuple[str, tuple[str, ...]]:
    text = _try(data, "utf-8")
    if text is not None:
        return text, ()
    try:
        return _with_cut_end(data, "utf-8")
    except Unreadable:
        pass
    mixed = _line_by_line(data)
    if mixed is not None:
        return mixed, (MIXED,)
    return _guess(data), ()


def _guess(data: bytes) -> str:
    encoding = guess(data)
    text = _try(data, encoding) if encoding else None
    if text is None or len(_CONTROLS.findall(text)) > len(text) / 200:
        raise Unreadable(Code.UNKNOWN_ENCODING)
    return text


def _line_by_line(data: bytes) -> str | None:
    """Text where some lines are UTF-8 with accents and others Windows-1252 (a list glued of two sources), or None."""
    lines, wide, narrow = [], 0, 0
    for line in data.split(b"\n"):
        text = _try(line, "utf-8")
        wide += text is not None and not line.isascii()
        if text is None:
            narrow += 1
            text = line.decode("cp1252", errors="replace")
        lines.append(text)
    return "\n".join(lines) if wide and narrow else None


def _with_cut_end(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    """Strict decoding that forgives only a last letter cut in two."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        text = decoder.decode(data, final=False)
        rest = decoder.getstate()[0]
    except (UnicodeDecodeError, OverflowError):
        raise Unreadable(Code.UNKNOWN_ENCODING) from None
    if _CONTROLS.search(text):
        text = _refuse_binary(text)
    return text, ((CUT,) if rest else ())


def _refuse_binary(text: str) -> str:
    if len(_CONTROLS.findall(text)) > max(5, len(text) / 50):
        raise Unreadable(Code.BINARY, "control bytes where letters should be")
    return text.replace("\x00", "")


def _wide_without_mark(data: bytes) -> str:
    """ "utf-16-le" or -be where every second byte of a long start is NUL, as of Western text saved without a mark."""
    head = data[:2_000]
    head = head[: len(head) // 2 * 2]
    if len(head) < 20 or b"\x00" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _without_nuls(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """A few NULs are a flaw of the saving program; many, or other control bytes, mean that this is no text."""
    nuls = data.count(b"\x00")
    if nuls > len(data) / 50:
        raise Unreadable(Code.BINARY, "NUL bytes where letters should be")
    head = data[:100_000]
    controls = sum(head.count(byte) for byte in (1, 2, 3, 4, 5, 6, 7, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23))
    if controls > max(5, len(head) / 50):
        raise Unreadable(Code.BINARY, "control bytes where letters should be")
    return (data.replace(b"\x00", b""), (NULS,)) if nuls else (data, ())


def _encoding(declared: str) -> str:
    """Python's name of a declared encoding, or "" where there is none such."""
    try:
        name = codecs.lookup(declared.strip()).name if declared.strip().isascii() else ""
    except (LookupError, ValueError):
        return ""
    name = _SUPERSETS.get(name, name)
    return "" if name in ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs") else name


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):  # LookupError: rot13, hex and the like are no text encodings
        return None
