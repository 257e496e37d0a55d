"""Near-duplicates: MinHash signatures of texts, and the bands under which like ones meet. Pure, without a database.

    mark = signature(text)              480 bytes to be stored with the article
    bands(mark)                         20 numbers; articles that share one of them may be alike
    similarity(mark, other) >= ALIKE    the check of such a pair

Looking up 20 numbers in an index takes the same time whatever the archive holds. Two texts that share four fifths of
their shingles (runs of four words) meet in at least one band with a chance of 99.8 %, two that share 30 % with 1.4 %.

Written over numpy and not datasketch: that brings scipy (79 MB, 0.8 s at import), and its version 2 changed what
stored signatures mean. Ours are stored, so their meaning is kept here, under VERSION.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

import numpy as np

BANDS, ROWS = 20, 6
ALIKE = 0.7  # estimated share of common shingles from which articles are shown as alike
VERSION = 1  # raised whenever the same text would get another signature
_WORDS = 4  # of a shingle
_LETTERS = 6  # of a shingle of a script without spaces
_TOKEN = re.compile(r"[^\W_]+")
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_AT_ONCE = 4_096  # shingles; bounds the memory of a long text to 4 MB


def _numbers(purpose: bytes) -> np.ndarray:
    """One fixed 64-bit number for each place of the signature, the same on every machine and in every version."""
    digests = [hashlib.blake2b(purpose + bytes([n]), digest_size=8).digest() for n in range(BANDS * ROWS)]
    return np.frombuffer(b"".join(digests), "<u8")


# Multiply-shift hashing: the upper half of an odd number times x plus another, modulo 2**64.
_FACTORS, _ADDENDS = _numbers(b"factor") | np.uint64(1), _numbers(b"addend")


def signature(text: str) -> bytes:
    """The MinHash of a text, without regard to case, ways of writing a letter, punctuation and line breaks."""
    hashed = b"".join(hashlib.blake2b(one.encode(), digest_size=8).digest() for one in shingles(text))
    values = np.frombuffer(hashed, "<u8")
    least = np.full(BANDS * ROWS, 0xFFFFFFFF, np.uint64)
    for start in range(0, len(values), _AT_ONCE):
        spread = values[start : start + _AT_ONCE, None] * _FACTORS + _ADDENDS
        least = np.minimum(least, (spread >> np.uint64(32)).min(axis=0))
    return least.astype("<u4").tobytes()


def shingles(text: str) -> set[str]:
    """Runs of four words, or of six letters where the script sets no spaces; a shorter text is one shingle."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    tokens = _TOKEN.findall(folded)
    if len(_WITHOUT_SPACES.findall(folded)) > len(folded) / 4:
        joined = "".join(tokens)
        return {joined[n : n + _LETTERS] for n in range(max(1, len(joined) - _LETTERS + 1))} - {""}
    return {" ".join(tokens[n : n + _WORDS]) for n in range(max(1, len(tokens) - _WORDS + 1))} - {""}


def bands(mark: bytes) -> list[int]:
    """A number for each band, for a signed 64-bit column; the band's place is part of it, so one column is enough."""
    size = 4 * ROWS
    digests = (
        hashlib.blake2b(mark[n * size : (n + 1) * size], digest_size=8, key=bytes([n])).digest() for n in range(BANDS)
    )
    return [int.from_bytes(digest, "big", signed=True) for digest in digests]


def similarity(mark: bytes, other: bytes) -> float:
    """The estimated share of shingles that two texts have in common, 0 to 1; standard error 0.046 at most."""
    return float(np.mean(np.frombuffer(mark, "<u4") == np.frombuffer(other, "<u4")))
