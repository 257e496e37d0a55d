"""Mails: the letter itself as the article, its attachments as files to be read on their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO

from articles.readers import dates, html, mime, text
from articles.readers.clean import clean_line, has_words, safe_name
from articles.readers.types import Accepts, Code, Found, Limits, Part, ReadText, Result, Unreadable

ACCEPTS = Accepts("eml", (".eml",))
_PASSED_ON = re.compile(r"\A(?:(?:re|fwd?|aw|wg|rv|tr)\s*:\s*)+", re.IGNORECASE)
_NO_FILES = {
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "text/calendar",
}
SHORTEST_BODY = 40  # code points: less is a greeting above an attachment


def read(stream: BinaryIO, limits: Limits) -> Result:
    """A "text" with parts, or only "parts" where the mail says nothing itself. Raises Unreadable."""
    message = mime.parse(stream.read(limits.max_bytes + 1))
    leaves = []
    for leaf in mime.leaves(message):
        leaves.append(leaf)
        if len(leaves) > mime.MOST_PARTS:
            raise Unreadable(Code.ZIP_TOO_MANY, f"a mail of more than {mime.MOST_PARTS} parts")
    bodies = [leaf for leaf in leaves if _is_body(leaf)]
    parts = tuple(_attachments(leaves, bodies, limits))
    article = _letter(message, bodies, limits)
    if article is None and not parts:
        raise Unreadable(Code.NO_TEXT)
    if article is None:
        return Result("parts", ACCEPTS.format, parts=parts)
    return Result("text", ACCEPTS.format, text=article, parts=parts)


def _is_body(part: EmailMessage) -> bool:
    is_text = part.get_content_type() in ("text/plain", "text/html")
    return (
        is_text and not mime.file_name(part) and not mime.header(part, "Content-Disposition").startswith("attachment")
    )


def _letter(message: EmailMessage, bodies: list[EmailMessage], limits: Limits) -> ReadText | None:
    """The body that says more, plain text where both say the same, with what the headers know."""
    plain = _plain(bodies, limits)
    markup = _markup(bodies, limits)
    if plain and markup:
        article = markup if len(plain.text) < 0.6 * len(markup.text) else plain
    else:
        article = plain or markup
    if article is None or (len(article.text) < SHORTEST_BODY or not has_words(article.text)):
        return None
    subject = _PASSED_ON.sub("", mime.header(message, "Subject"))
    sender = clean_line(parseaddr(mime.header(message, "From"))[0])
    day = dates.parse(mime.header(message, "Date"), limits.latest)
    return replace(
        article,
        title=Found(subject, "metadata") if subject else article.title,
        outlet=_better(article.outlet) or (Found(sender, "metadata") if sender else article.outlet),
        published=_better(article.published) or (Found(day, "metadata") if day else article.published),
    )


def _better(found: Found | None) -> Found | None:
    """What the letter itself says in a dateline or a block of headers is nearer to the article than the mail."""
    return found if found is not None and found.basis in ("dateline", "header", "json-ld") else None


def _plain(bodies: list[EmailMessage], limits: Limits) -> ReadText | None:
    pieces, warnings = [], ()
    for part in bodies:
        if part.get_content_type() == "text/plain":
            words, more = mime.words(part, limits)
            warnings += more
            pieces.append(_unflowed(words) if "flowed" in mime.header(part, "Content-Type").lower() else words)
    joined = "\n\n".join(pieces)
    return text.from_text(joined, limits, ACCEPTS.format, warnings) if has_words(joined) else None


def _unflowed(words: str) -> str:
    """Lines that end in a blank go on (RFC 3676), but for the line above a signature."""
    return re.sub(r"(?<!^--) \r?\n", " ", words, flags=re.MULTILINE)


def _markup(bodies: list[EmailMessage], limits: Limits) -> ReadText | None:
    for part in bodies:
        if part.get_content_type() != "text/html":
            continue
        markup, warnings = mime.words(part, limits)
        for whole in (False, True):
            try:
                return html.from_markup(markup, limits, ACCEPTS.format, warnings, whole=whole)
            except Unreadable:
                continue
    return None


def _attachments(leaves: list[EmailMessage], bodies: list[EmailMessage], limits: Limits) -> Iterator[Part]:
    """Files that a person attached; pictures of the letter's layout and signatures are none."""
    for number, part in enumerate(leaves, 1):
        if any(part is body for body in bodies) or part.get_content_type() in _NO_FILES:
            continue
        if part.get_content_maintype() == "image" and mime.header(part, "Content-ID"):
            continue
        data = mime.content(part)
        if not data.strip():
            continue
        if part.get_content_maintype() == "message":
            name = mime.file_name(part) or f"{mime.header(part.get_payload(0), 'Subject') or 'mail'}.eml"
        else:
            name = mime.file_name(part) or f"attachment {number}"
        yield Part(safe_name(name), data)
