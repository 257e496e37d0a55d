"""The bad files of the issue, each the smallest that is bad in its way, with the code that it must end in."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib

from articles.readers.types import Code
from tests.files import writers
from tests.files.pdf_writer import Text, pdf, picture_page
from tests.files.stories import story

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def locked_zip(entries: list[tuple[str, bytes]]) -> bytes:
    """A zip whose entries say that they are encrypted (bit 0 of the flags, in both headers)."""
    data = bytearray(writers.zipped(entries))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


def ratio_bomb() -> bytes:
    return writers.zipped([("article.txt", b"a" * 30_000_000)])


def count_bomb() -> bytes:
    return writers.zipped([(f"{n}.txt", b"") for n in range(5_000)], packed=False)


def size_bomb() -> bytes:
    """Entries that are said to unpack to 4 GB each; the words are not there at all."""
    data = bytearray(writers.zipped([(f"{n}.txt", bytes([n]) * 1_000) for n in range(3)]))
    start = data.find(b"PK\x01\x02")
    while start >= 0:
        data[start + 24 : start + 28] = struct.pack("<I", 0xFFFFFFF0)
        start = data.find(b"PK\x01\x02", start + 4)
    return bytes(data)


def liar_bomb() -> bytes:
    """An entry that is said to be small and is not: unpacking stops there, and the sum does not fit."""
    data = bytearray(ratio_bomb())
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        data[data.find(mark) + place : data.find(mark) + place + 4] = struct.pack("<I", 1_000)
    return bytes(data)


def overlapping_zip() -> bytes:
    """A hundred entries of the directory that all point to the same packed bytes."""
    words = zlib.compress(b"words and words " * 5_000)[2:-4]
    crc = zlib.crc32(b"words and words " * 5_000)
    common = struct.pack("<HHHHHIII", 20, 0, 8, 0, 33, crc, len(words), 80_000)
    local = b"PK\x03\x04" + common + struct.pack("<HH", 5, 0) + b"a.txt" + words
    entries = b"".join(
        b"PK\x01\x02" + b"\x14\x00" + common + struct.pack("<HHHHHII", 5, 0, 0, 0, 0, 0, 0) + b"a.txt"
        for _ in range(100)
    )
    return local + entries + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 100, 100, len(entries), len(local), 0)


def excel() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml", writers.MOMENT), "<Types/>")
        archive.writestr(zipfile.ZipInfo("xl/workbook.xml", writers.MOMENT), "<workbook/>")
    return out.getvalue()


def menus_only() -> bytes:
    links = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(60))
    return (
        f"<!DOCTYPE html><html><head><title>Home</title></head><body><nav><ul>{links}</ul></nav></body></html>".encode()
    )


def script_only() -> bytes:
    return b"<html><head><script>var a = 'words in a script';</script></head><body><script>go()</script></body></html>"


def random_bytes(size: int, seed: str) -> bytes:
    return bytes(random.Random(seed).choices(range(128, 256), k=size))


def bad_files() -> list[tuple[str, bytes, Code]]:
    """Name, bytes, and the code under which the file must be refused."""
    one = story(9_000)
    whole_pdf, whole_docx = writers.pdf_file(one), writers.docx(one)
    two = [("a.txt", writers.plain(one).encode()), ("b.txt", writers.plain(story(9_001)).encode())]
    wide = ",".join(f"c{n}" for n in range(300)) + "\n" + ",".join("x" for _ in range(300)) + "\n"
    return [
        ("empty.txt", b"", Code.EMPTY),
        ("blank.html", b" \n\t\n", Code.EMPTY),
        ("binary under a text name.txt", random_bytes(400, "b") + bytes(range(256)) * 8, Code.BINARY),
        ("picture under a page's name.html", PNG + random_bytes(100, "p"), Code.BINARY),
        ("full of NULs.txt", b"\x00a\x00\x00bc\x00" * 500, Code.BINARY),
        ("only numbers.txt", b"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15\n" * 4, Code.NO_TEXT),
        ("one line of 25 MB.txt", b"word " * 5_000_000, Code.TEXT_TOO_LONG),
        ("old word.doc", OLE + bytes(600), Code.OLD_OFFICE),
        ("locked word.docx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), Code.OFFICE_ENCRYPTED),
        ("table.xlsx", excel(), Code.UNSUPPORTED),
        ("ratio bomb.zip", ratio_bomb(), Code.ZIP_BOMB),
        ("size bomb.zip", size_bomb(), Code.ZIP_BOMB),
        ("overlapping bomb.zip", overlapping_zip(), Code.ZIP_BOMB),
        ("count bomb.zip", count_bomb(), Code.ZIP_TOO_MANY),
        ("locked.zip", locked_zip(two), Code.ZIP_ENCRYPTED),
        ("without files.zip", writers.zipped([]), Code.ZIP_EMPTY),
        ("cut off.zip", writers.zipped(two)[:-80], Code.TRUNCATED),
        ("laughs.docx", writers.docx(one, LAUGHS), Code.XML_ENTITIES),
        ("outside.odt", writers.odt(one, OUTSIDE), Code.XML_ENTITIES),
        ("without words.docx", writers.docx(one, body="<w:p/>"), Code.NO_TEXT),
        ("cut off.docx", whole_docx[: len(whole_docx) // 2], Code.TRUNCATED),
        ("locked.pdf", writers.pdf_file(one, password="secret"), Code.PDF_ENCRYPTED),
        ("scanned.pdf", picture_page(), Code.PDF_NO_TEXT),
        ("3000 pages.pdf", pdf([[Text(f"page {n}", 50, 50)] for n in range(3_000)]), Code.PDF_TOO_MANY_PAGES),
        ("cut off.pdf", whole_pdf[:300], Code.TRUNCATED),
        ("only menus.html", menus_only(), Code.NO_ARTICLE),
        ("only scripts.html", script_only(), Code.NO_TEXT),
        ("300 columns.csv", wide.encode(), Code.TABLE_TOO_WIDE),
        ("no rows.csv", b"title,text,published\n", Code.TABLE_NO_ROWS),
        ("broken.jsonl", b'{"title": "a", "text": \nnothing here\n', Code.TABLE_DAMAGED),
    ]
