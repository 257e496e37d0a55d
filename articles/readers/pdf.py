"""PDF: letters and their places from PDFium, order and paragraphs from ``pdf_layout``.

Measured against pypdf on the made files: see docs/readers.md.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import BinaryIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from articles.readers import pdf_layout, plain
from articles.readers.clean import clean_line, clean_text, has_words
from articles.readers.pdf_layout import Segment
from articles.readers.types import Accepts, Code, Found, Limits, ReadText, Unreadable

ACCEPTS = Accepts("pdf", (".pdf",))
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SPECIAL = _LIGATURES | {0x02: "-", 0xFFFE: "-", 0xAD: "-"}  # how PDFium gives a hyphen at a line's end
MOST_LETTERS = 60_000  # of a page: a page of a newspaper has 20,000
FEWEST_LETTERS = 20  # on all pages together; fewer is a stamp on a scan
_DULL_TITLE = re.compile(
    r"\A(?:untitled.*|microsoft word - .*|.*\.(?:docx?|indd|pdf|qxd|html?|rtf|odt)|document\d*|)\Z", re.I
)


def read(stream: BinaryIO, limits: Limits) -> ReadText:
    """Raises Unreadable for locked, damaged, far too long PDFs and for pictures of text."""
    data = stream.read(limits.max_bytes + 1)
    document = _open(data)
    try:
        pages = len(document)
        if pages > limits.max_pages:
            raise Unreadable(Code.PDF_TOO_MANY_PAGES, f"{pages:,}; {limits.max_pages:,} are the most")
        if not pages:
            raise Unreadable(Code.DAMAGED, "it has no pages")
        laid_out = [list(_segments(document, number)) for number in range(pages)]
        own_title = clean_line(document.get_metadata_value("Title") or "")
    finally:
        document.close()
    if sum(len(segment.text) for page in laid_out for segment in page) < FEWEST_LETTERS:
        raise Unreadable(Code.PDF_NO_TEXT)
    text, heading = pdf_layout.compose(laid_out)
    text = clean_text(text)
    if not has_words(text):
        raise Unreadable(Code.PDF_NO_TEXT)
    title = Found(clean_line(heading), "text") if heading else None
    if title is None and not _DULL_TITLE.match(own_title):
        title = Found(own_title, "metadata")
    return plain.fill(ReadText(text=text, title=title, format=ACCEPTS.format), limits)


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        words = str(error).lower()
        if "password" in words or "security" in words:
            raise Unreadable(Code.PDF_ENCRYPTED) from None
        if b"%%EOF" not in data[-2_048:]:
            raise Unreadable(Code.TRUNCATED) from None
        raise Unreadable(Code.DAMAGED, "its table of contents is broken") from None


def _segments(document: pdfium.PdfDocument, number: int) -> Iterator[Segment]:
    """The page's pieces of text: letters that follow one another on a line without a wide gap."""
    try:
        page = document[number]
        words = page.get_textpage()
    except pdfium.PdfiumError:
        return  # one broken page must not lose the others; a broken first page shows as missing text
    try:
        yield from pdf_layout.segments(_letters(words))
    finally:
        words.close()
        page.close()


def _letters(words: pdfium.PdfTextPage) -> Iterator[tuple[str, float, float, float, float]]:
    """Each letter with left, bottom, right, top in points; "\n" where PDFium sees a line's end."""
    # The loose box is as high as the font, so all letters of a line stand on one level; the tight one of a quotation
    # mark hangs in the air.
    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    high = 0
    for index in range(min(words.count_chars(), MOST_LETTERS)):
        code = raw.FPDFText_GetUnicode(words, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a letter beyond the basic plane
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if code in (0x0A, 0x0D):
            yield "\n", 0, 0, 0, 0
            continue
        if code == 0 or not raw.FPDFText_GetLooseCharBox(words, index, place):
            continue
        yield _SPECIAL.get(code) or chr(code), box.left, box.bottom, box.right, box.top
