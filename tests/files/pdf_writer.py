"""Small PDFs by hand: every letter is where the test wants it, in the order in which the test wants it written."""

from __future__ import annotations

import hashlib
import textwrap
from dataclasses import dataclass

WIDTHS = {"narrow": "fijlrtI.,:;'!|()[] -", "wide": "mwMW"}
WINANSI = "cp1252"


@dataclass
class Text:
    """Words at a place: x and y in points from the lower left, font size, F1 regular or F2 bold."""

    words: str
    x: float
    y: float
    size: float = 10
    font: str = "F1"


def width(words: str, size: float) -> float:
    """Width in Helvetica, nearly."""
    return size * sum(0.28 if c in WIDTHS["narrow"] else 0.85 if c in WIDTHS["wide"] else 0.56 for c in words)


def wrap(paragraph: str, points: float, size: float = 10, hyphenate: bool = False) -> list[str]:
    """Lines of about this width. ``hyphenate``: long words are cut as typesetters do."""
    columns = int(points / (size * 0.5))
    if not hyphenate:
        return textwrap.wrap(paragraph, columns, break_on_hyphens=False)
    lines, line = [], ""
    for word in paragraph.split():
        if len(line) + len(word) + 1 <= columns:
            line = f"{line} {word}".strip()
            continue
        room = columns - len(line) - 2
        if (
            word.isalpha()
            and word.isascii()
            and word.islower()
            and len(word) > 7
            and room >= 3
            and len(word) - room >= 3
        ):
            lines.append(f"{line} {word[:room]}-")
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return lines + [line]


def pdf(pages: list[list[Text]], title: str = "", password: str = "") -> bytes:
    """The file. ``password``: locked with RC4 of 40 bits, which every reader knows."""
    objects: list[bytes] = []
    lock = _Lock(password) if password else None

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    catalog, tree = add(b""), add(b"")
    fonts = [add(_font("Helvetica")), add(_font("Helvetica-Bold"))]
    kids = []
    for page in pages:
        stream = b"".join(_drawn(text) for text in page)
        number = len(objects) + 1
        stream = lock.locked(stream, number) if lock else stream
        content = add(b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(add(
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 %d 0 R/F2 %d 0 R>>>>>>"
            % (tree, content, *fonts)
        ))  # fmt: skip
    objects[catalog - 1] = b"<</Type/Catalog/Pages %d 0 R>>" % tree
    objects[tree - 1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    number = len(objects) + 1
    named = title.encode("latin-1", "replace")
    info = add(b"<</Title<%s>>>" % (lock.locked(named, number) if lock else named).hex().encode())
    trailer = b"/Root %d 0 R/Info %d 0 R" % (catalog, info)
    if lock:
        trailer += b"/Encrypt %d 0 R/ID[<%s><%s>]" % (
            add(lock.dictionary()),
            lock.ID.hex().encode(),
            lock.ID.hex().encode(),
        )
    return _file(objects, trailer)


def picture_page() -> bytes:
    """A page with a grey picture and no letters: what a scanner makes."""
    image = bytes(range(0, 250, 10)) * 4
    drawing = b"q 500 0 0 700 40 60 cm /P Do Q"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawing), drawing),
        b"<</Type/XObject/Subtype/Image/Width 10/Height 10/ColorSpace/DeviceGray/BitsPerComponent 8/Length %d>>\n"
        b"stream\n%s\nendstream" % (len(image), image),
    ]
    return _file(objects, b"/Root 1 0 R")


def _font(name: str) -> bytes:
    return b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % name.encode()


def _drawn(text: Text) -> bytes:
    words = text.words.encode(WINANSI, "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET\n" % (text.font.encode(), text.size, text.x, text.y, words)


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


class _Lock:
    """PDF's oldest encryption (standard handler, revision 2)."""

    ID = bytes(range(16))
    _PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    _RIGHTS = -4

    def __init__(self, password: str) -> None:
        padded = (password.encode() + self._PAD)[:32]
        self.owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
        rights = (self._RIGHTS & 0xFFFFFFFF).to_bytes(4, "little")
        self.key = hashlib.md5(padded + self.owner + rights + self.ID).digest()[:5]

    def locked(self, data: bytes, number: int) -> bytes:
        key = hashlib.md5(self.key + number.to_bytes(3, "little") + b"\x00\x00").digest()[:10]
        return _rc4(key, data)

    def dictionary(self) -> bytes:
        user = _rc4(self.key, self._PAD)
        return b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P %d>>" % (
            self.owner.hex().encode(), user.hex().encode(), self._RIGHTS,
        )  # fmt: skip


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
