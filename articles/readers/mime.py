"""What mails and saved pages (MHTML) share: parsing MIME, headers that may be broken, bodies in their encodings."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage

from articles.readers.clean import clean_line
from articles.readers.decode import decode
from articles.readers.types import Code, Limits, Unreadable

MOST_PARTS = 500
MOST_BORDERS = 20_000  # lines that may part it; taking millions apart would only cost time
_DEEPEST = 40  # parts inside parts


def parse(data: bytes) -> EmailMessage:
    """The message. The parser forgives nearly everything; only nesting without end is refused."""
    if data.count(b"\n--") > MOST_BORDERS:
        raise Unreadable(Code.DAMAGED, "it has too many parts")
    try:
        return email.message_from_bytes(data, policy=email.policy.default)
    except (RecursionError, ValueError, LookupError, TypeError, IndexError, AttributeError, AssertionError):
        raise Unreadable(Code.DAMAGED, "its parts cannot be told apart") from None


def header(message: EmailMessage, name: str) -> str:
    """One header decoded and cleaned, or "" where there is none that can be read."""
    try:
        return clean_line(str(message.get(name, "")))
    except Exception:  # the header parser throws a dozen kinds; a broken header says nothing
        return ""


def leaves(message: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    """The parts that hold something, in order; a mail inside a mail is one of them and not opened."""
    if depth > _DEEPEST:
        raise Unreadable(Code.DAMAGED, "its parts are nested too deeply")
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        for child in message.get_payload():
            yield from leaves(child, depth + 1)
    else:
        yield message


def content(part: EmailMessage) -> bytes:
    """The decoded bytes of a part; a mail inside is given as its source."""
    try:
        if part.get_content_maintype() == "message" and part.is_multipart():
            return part.get_payload(0).as_bytes()
        return part.get_payload(decode=True) or b""
    except Exception:  # broken transfer encodings and headers of the inner mail
        return b""


def words(part: EmailMessage, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """A text part as letters and warnings. Raises Unreadable where they cannot be made out."""
    try:
        charset = part.get_content_charset("") or ""
    except Exception:  # as in ``header``
        charset = ""
    return decode(content(part)[: limits.max_bytes], str(charset))


def file_name(part: EmailMessage) -> str:
    """The name that a part gives itself, or ""."""
    try:
        return clean_line(part.get_filename("") or "")
    except Exception:  # as in ``header``
        return ""
