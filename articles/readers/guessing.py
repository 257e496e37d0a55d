"""Which of the old encodings a text without any mark is in.

charset-normalizer tells scripts apart (Chinese, Greek, Arabic ...), but among the Latin code pages its answer for a
page with three accents is near chance, and it takes short texts in KOI8 for Japanese. There the language chooses the
family, and the look of the words the member.
"""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from articles.readers.language import language

SAMPLE = 60_000  # bytes that the guess looks at
_FAMILIES = {
    **dict.fromkeys("pl cs sk hu ro hr sl bs sq sh".split(), ("cp1250", "iso8859_2")),
    **dict.fromkeys("lt lv et".split(), ("cp1257", "iso8859_4")),
    "tr": ("cp1254", "iso8859_9"),
}
_WESTERN = ("cp1252", "mac_roman", "cp850")
# What decoding with the wrong Latin code page looks like; none of it is usual in any language.
_UNUSUAL = re.compile(
    r"[a-z](?=[À-ÞŠŒŽŸ])"  # a capital with an accent inside a word
    r"|[À-ÞŠŒŽŸ](?=[A-Z][a-z])"  # NÕDour, ÒWe
    r"|[,.;](?=[^\W\d_a-zA-Z])"  # friends,Ó
    r"|(?<=[^\W\d_])[‘“„‚†‡•¤¬±¶§¦¨¯´¸¿¡«‹‰ˆ˜™©®°²³¹º¼½¾×÷ªΩπ∫√∞≈≠≤≥∂∑∏◊⁄ˇ˘˙˚˝˛](?=[^\W\d_]|\W|$)"
    r"|(?:(?<=\s)|^)[”’](?=[^\W\d_])"
    r"|[\u2500-\u25ff\x80-\x9f¢¥ƒ]"
)
_CYRILLIC = ("cp1251", "koi8-r", "koi8-u", "iso8859_5", "cp866", "mac_cyrillic")
# Letters that prove another script. Japan's narrow kana are none: no article is written in them.
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0590-\u06ff\u0e00-\u0eff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{3}")
_LATIN = re.compile(rb"[A-Za-z]")
_WIDE = re.compile(rb"[\x80-\xff]")


def guess(data: bytes) -> str:
    """Python's name of the likeliest encoding, or "" when nothing fits."""
    sample = _telling(data)
    if len(_WIDE.findall(sample)) < 0.25 * len(_LATIN.findall(sample)):
        return _latin(sample)
    best = from_bytes(sample).best()
    cyrillic = _cyrillic(sample)
    if cyrillic and (best is None or not _OTHER_SCRIPT.search(str(best)[:2_000])):
        return cyrillic
    return best.encoding if best else ""


def _cyrillic(sample: bytes) -> str:
    """The Cyrillic code page under which nearly all letters are small ones, as they are in sentences; "" for none."""

    def small(encoding: str) -> float:
        text = sample.decode(encoding, "replace")
        return len(re.findall("[а-яёіїєґў]", text)) / max(1, len(_WIDE.findall(sample)))

    best = max(_CYRILLIC, key=small)
    return best if small(best) > 0.85 else ""


def _latin(sample: bytes) -> str:
    """The Latin code page under which the fewest words look unusual; the family's first where several are equal."""
    family = _FAMILIES.get(language(sample.decode("cp1252", "replace")), _WESTERN)
    best, fewest = "", 0
    for encoding in family:
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError:
            continue
        unusual = len(_UNUSUAL.findall(text))
        if not best or unusual < fewest:
            best, fewest = encoding, unusual
    # Bytes that look wrong everywhere are no text of these code pages.
    return best if fewest <= max(3, len(_WIDE.findall(sample)) / 3) else ""


def _telling(data: bytes) -> bytes:
    """The lines that hold other than plain letters, up to SAMPLE bytes: they alone tell encodings apart."""
    if len(data) <= SAMPLE:
        return data
    chosen, size = [], 0
    for line in data.splitlines():
        if not line.isascii():
            chosen.append(line[:SAMPLE])
            size += len(chosen[-1])
            if size > SAMPLE:
                break
    return b"\n".join(chosen)[:SAMPLE]
