"""Which kind of file this is, told from its first bytes. The name decides only between kinds of plain text."""

from __future__ import annotations

import codecs
import json
import re

from articles.readers.types import Code, Unreadable

HEAD = 64_000  # bytes that the answer is taken from
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What people add by mistake: start of the file and what to call it.
_OTHERS = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"), (b"MM\x00*", "a TIFF picture"), (b"RIFF", "a sound, film or picture"),
    (b"ID3", "a sound"), (b"OggS", "a sound"), (b"fLaC", "a sound"), (b"\x1a\x45\xdf\xa3", "a film"),
    (b"MZ", "a program"), (b"\x7fELF", "a program"), (b"\x1f\x8b", "a gzip archive"), (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"), (b"Rar!", "a RAR archive"), (b"\xfd7zXZ", "an xz archive"),
    (b"SQLite format 3\x00", "a database"), (b"wOFF", "a font"), (b"%!PS", "PostScript"), (b"AT&TFORM", "DjVu"),
)  # fmt: skip
_HEADER = re.compile(r"\A([A-Za-z][A-Za-z0-9-]{1,40}):(?: |\Z)")
_MAIL = {"from", "to", "subject", "date", "message-id", "received", "return-path", "mime-version", "content-type"}
_MAIL |= {"delivered-to", "reply-to", "x-mailer", "dkim-signature", "content-transfer-encoding"}
# The quantifiers are bounded or cannot overlap: a file must not make telling its kind slow.
_MARKUP = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|article|div|p|meta|title|h\d)\b",
    re.I | re.S,
)
_TAGS = re.compile(r"<(?:p|div|br|a|span|li|h[1-6]|body|table|td)\b[^<>]*>", re.I)
_MARKDOWN = re.compile(
    r"^(?:#{1,4} \S|```|---$)|\[[^\[\]\n]{1,200}\](?:\(https?://[^()\n]{1,500}\)|: \S)|\*\*[^*\n]{1,200}\*\*", re.M
)
_COLUMN_NAMES = {
    "title",
    "headline",
    "text",
    "body",
    "content",
    "published",
    "date",
    "outlet",
    "source",
    "url",
    "article",
    "link",
}


def sniff(head: bytes, name: str = "") -> str:
    """The format's name (as in ``Accepts.format``) for a file that begins with ``head``. Raises Unreadable."""
    if not head.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise Unreadable(Code.EMPTY)
    head = head[:HEAD]
    kind = _by_magic(head)
    return kind or _among_texts(_loosely(head), name.lower())


def _by_magic(head: bytes) -> str:
    if head.startswith((_ZIP, b"PK\x05\x06", b"PK00PK\x03\x04")):
        return _zip_kind(head)
    if b"%PDF-" in head[:1_024]:
        return "pdf"
    if head.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if head.startswith(_OLE):
        raise Unreadable(Code.OFFICE_ENCRYPTED if "EncryptedPackage".encode("utf-16-le") in head else Code.OLD_OFFICE)
    for start, kind in _OTHERS:
        if head.startswith(start) and not (len(start) < 4 and _is_text(head)):
            raise Unreadable(Code.BINARY, kind)
    if head[4:8] == b"ftyp":
        raise Unreadable(Code.BINARY, "a film")
    return ""


def _is_text(head: bytes) -> bool:
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", head[:1_000])


def _zip_kind(head: bytes) -> str:
    """docx, odt or zip, from the entries whose headers lie in the head; ``read_file`` looks at the directory again."""
    if head[30:38] == b"mimetype" and b"application/" in head[38:100]:  # else it is packed: seen later
        return package_kind({"mimetype"}, head[38:100])
    names = {
        m[1].decode("ascii", "replace")
        for m in re.finditer(rb"PK\x03\x04.{26}((?:word|xl|ppt)/[\w./-]{1,60})", head, re.S)
    }
    return package_kind(names)


def package_kind(names: set[str], mimetype: bytes = b"") -> str:
    """What a zip with these entries is. Raises Unreadable for tables, slides and books."""
    if b"opendocument.text" in mimetype:
        return "odt"
    if mimetype:
        raise Unreadable(Code.UNSUPPORTED, "a book" if b"epub" in mimetype else "a table or a drawing")
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        raise Unreadable(Code.UNSUPPORTED, "an Excel table; save it as CSV")
    if any(name.startswith("ppt/") for name in names):
        raise Unreadable(Code.UNSUPPORTED, "slides")
    return "zip"


def _loosely(head: bytes) -> str:
    """The head as letters, good enough to tell the kind: wrong accents do not matter here."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    if head[1:20:2].count(0) > 7:
        return head.decode("utf-16-le", "replace")
    if head[:20:2].count(0) > 7:
        return head.decode("utf-16-be", "replace")
    return head.decode("utf-8-sig", "replace").replace("\x00", "")


def _among_texts(text: str, name: str) -> str:
    mail = _mail_kind(text)
    if mail:
        return mail
    if is_markup(text):
        return "html"
    if _is_jsonl(text):
        return "jsonl"
    if is_table(text, named_so=name.endswith((".csv", ".tsv"))):
        return "csv"
    if name.endswith((".md", ".markdown")) or len(_MARKDOWN.findall(text)) >= max(3, text.count("\n") / 40):
        return "md"
    return "txt"


def is_markup(text: str) -> bool:
    """Whether a text is a page or a piece of one: it begins like one, or is full of tags."""
    return _MARKUP.match(text) is not None or len(_TAGS.findall(text)) > max(5, len(text) / 1_500)


def _mail_kind(text: str) -> str:
    """ "eml" or "mhtml" where the text begins with a mail's headers, else ""."""
    names: list[str] = []
    block = re.split(r"\r?\n\r?\n", text.lstrip("\r\n"), maxsplit=1)[0]
    for number, line in enumerate(block.splitlines()[:200]):
        if line[:1] in (" ", "\t") and names:
            continue
        header = _HEADER.match(line)
        if header:
            names.append(header[1].lower())
        elif not (number == 0 and line.startswith("From ")):
            break
    known = _MAIL.intersection(names)
    low = block.lower()
    if "multipart/related" in low and ("snapshot-content-location" in low or "saved by" in low):
        return "mhtml"
    technical = known - {"from", "to", "subject", "date"}
    # "From: / Date: / Subject:" may also head a plain text: a mail carries one of its machine's headers as well.
    return "eml" if len(known) >= 3 and technical else ""


def _is_jsonl(text: str) -> bool:
    text = text.lstrip()
    if text[:1] not in "{[" or not text:
        return False
    if re.match(r"\[\s*\{\s*\"", text):
        return True
    line = text.split("\n", 1)[0]
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return re.match(r"\{\s*\"[^\"\n]{1,60}\"\s*:", text) is not None


def is_table(text: str, named_so: bool) -> bool:
    """A first line that names columns; an article is no table because it has commas."""
    first = text.lstrip("\ufeff\r\n").split("\n", 1)[0].strip()
    for mark in ",;\t|":
        names = [cell.strip(" \"'").lower() for cell in first.split(mark)]
        if len(names) >= 2 and len(_COLUMN_NAMES.intersection(names)) >= 2 and all(len(one) < 60 for one in names):
            return True
        if named_so and len(names) >= 2 and len(names) == len(set(names)):
            return True
    return named_so and first.strip('"').lower() in _COLUMN_NAMES
