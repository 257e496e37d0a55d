"""Word files: the document's part of the package, read by hand over guarded XML.

Tracked deletions, comments, fields' codes, headers and footers are no part of the text; insertions and text boxes are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from articles.readers import plain, xml
from articles.readers.clean import clean_line, clean_text, has_words
from articles.readers.package import open_zip, unpack
from articles.readers.types import Accepts, Code, Found, Limits, ReadText, Unreadable

ACCEPTS = Accepts("docx", (".docx", ".docm", ".dotx"))
_DOCUMENT = "word/document.xml"
_WORDS = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
# mc:Fallback repeats a text box in an older form.
_SKIPPED = {"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "footnoteReference", "annotationRef"}
_DULL_TITLES = {"", "document", "untitled", "word document", "microsoft word document"}


def read(stream: BinaryIO, limits: Limits) -> ReadText:
    """Raises Unreadable for damaged, locked, hostile and empty documents."""
    archive = open_zip(stream, limits)
    names = {entry.filename: entry for entry in archive.infolist()}
    if "EncryptedPackage" in names:
        raise Unreadable(Code.OFFICE_ENCRYPTED)
    if _DOCUMENT not in names:
        raise Unreadable(Code.DAMAGED, "its text part is missing")
    root = xml.parse(unpack(archive, names[_DOCUMENT], limits), "its text part")
    text = clean_text("\n\n".join(_paragraphs(root)))
    if not has_words(text):
        raise Unreadable(Code.NO_TEXT)
    properties = names.get("docProps/core.xml")
    title = _property(xml.parse(unpack(archive, properties, limits)), _TITLE) if properties else None
    article = ReadText(text=text, title=_titled(root) or title, format=ACCEPTS.format)
    return plain.fill(article, limits)


def _paragraphs(root: Element) -> Iterator[str]:
    """Paragraphs in the order of the document, those of tables cell after cell, those of text boxes after theirs."""
    for paragraph in _walk(root):
        words = "".join(_words(paragraph))
        if words.strip():
            yield words


def _walk(element: Element) -> Iterator[Element]:
    for child in element:
        name = _local(child)
        if name in _SKIPPED:
            continue
        if name == "p" and child.tag.startswith(_WORDS):
            yield child
        yield from _walk(child)


def _words(element: Element) -> Iterator[str]:
    """The letters of one paragraph, without those of paragraphs inside it (text boxes)."""
    for child in element:
        name = _local(child)
        if name in _SKIPPED or name == "p":
            continue
        if name == "t" and child.tag.startswith(_WORDS):
            yield child.text or ""
        elif name in ("tab", "ptab"):
            yield " "
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        else:
            yield from _words(child)


def _titled(root: Element) -> Found[str] | None:
    """The first paragraph that is set in Word's style for titles."""
    for paragraph in _walk(root):
        for style in (element for element in paragraph.iter() if _local(element) == "pStyle"):
            value = next((v for k, v in style.attrib.items() if k.endswith("}val")), "")
            title = clean_line("".join(_words(paragraph)))
            if value.lower() in ("title", "titel", "heading1") and title:
                return Found(title, "metadata")
    return None


def _property(root: Element, tag: str) -> Found[str] | None:
    element = root.find(tag)
    value = clean_line(element.text or "") if element is not None else ""
    return (
        None if value.lower() in _DULL_TITLES or value.lower().endswith((".doc", ".docx")) else Found(value, "metadata")
    )


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
