"""OpenDocument texts (LibreOffice): content.xml of the package, read by hand over guarded XML.

Headers and footers are kept in another part; notes, comments and tracked deletions are skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from articles.readers import plain, xml
from articles.readers.clean import clean_line, clean_text, has_words
from articles.readers.package import open_zip, unpack
from articles.readers.types import Accepts, Code, Found, Limits, ReadText, Unreadable

ACCEPTS = Accepts("odt", (".odt", ".ott", ".fodt"))
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MANIFEST = b"manifest:encryption-data"
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_SKIPPED = {f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_TEXT}sequence-decls"}
_SKIPPED.add("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_STYLE = f"{_TEXT}style-name"
MOST_SPACES = 100


def read(stream: BinaryIO, limits: Limits) -> ReadText:
    """Raises Unreadable for damaged, locked, hostile and empty documents."""
    archive = open_zip(stream, limits)
    names = {entry.filename: entry for entry in archive.infolist()}
    if "META-INF/manifest.xml" in names and _MANIFEST in unpack(archive, names["META-INF/manifest.xml"], limits):
        raise Unreadable(Code.OFFICE_ENCRYPTED)
    if "content.xml" not in names:
        raise Unreadable(Code.DAMAGED, "its text part is missing")
    root = xml.parse(unpack(archive, names["content.xml"], limits), "its text part")
    paragraphs = list(_walk(root))
    text = clean_text("\n\n".join(words for p in paragraphs if (words := "".join(_words(p))).strip()))
    if not has_words(text):
        raise Unreadable(Code.NO_TEXT)
    title = _titled(paragraphs)
    if title is None and "meta.xml" in names:
        title = _property(xml.parse(unpack(archive, names["meta.xml"], limits), "its properties"))
    return plain.fill(ReadText(text=text, title=title, format=ACCEPTS.format), limits)


def _walk(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag in _PARAGRAPHS:
            yield child
        yield from _walk(child)


def _words(element: Element) -> Iterator[str]:
    """The letters of a paragraph, without those of paragraphs inside it (frames)."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * _count(child)
        elif child.tag == f"{_TEXT}tab":
            yield " "
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag not in _SKIPPED and child.tag not in _PARAGRAPHS:
            yield from _words(child)
        yield child.tail or ""


def _count(spaces: Element) -> int:
    given = spaces.get(f"{_TEXT}c", "1")
    return min(int(given), MOST_SPACES) if given.isascii() and given.isdigit() and len(given) < 6 else 1


def _titled(paragraphs: list[Element]) -> Found[str] | None:
    """The first paragraph in the style for titles, or the first heading."""
    for paragraph in paragraphs[:20]:
        title = clean_line("".join(_words(paragraph)))
        if title and (paragraph.tag == f"{_TEXT}h" or paragraph.get(_STYLE, "").lower() == "title"):
            return Found(title, "metadata")
    return None


def _property(root: Element) -> Found[str] | None:
    element = next(root.iter(_TITLE), None)
    title = clean_line(element.text or "") if element is not None else ""
    return Found(title, "metadata") if title else None
