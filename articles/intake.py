"""Taking an article in: what a title, a text and an upload must be, and the one way to store one."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from charset_normalizer import from_bytes
from django.db import IntegrityError, transaction

from articles import hooks
from articles.models import Article, Outlet

# spaCy holds a parse of the whole text in memory: about 3.5 kB a character at its peak.
LONGEST_TEXT = 300_000
# A "word" longer than this is no word of a news text but data; the tokenizer's time grows with its square.
LONGEST_WORD = 2_000
SHORTEST_TEXT = 40
LARGEST_FILE = 5_000_000
LONGEST_TITLE = 500

NOT_TEXT = "This is not a text file. Save the article as plain text (.txt), or paste its words."
KNOWN_FORMATS = (b"%PDF", b"PK\x03\x04", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")

# Control characters that no text needs (tab and line feed stay), and marks that turn the direction of what follows:
# in a title they could make a page lie about what it shows.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


class Unreadable(ValueError):
    """The input cannot become an article; the message says why in plain words."""


@dataclass(frozen=True)
class Stored:
    """What became of an article that somebody gave: stored now, or ``already_here`` since earlier."""

    article: Article
    already_here: bool


def clean_text(text: str) -> str:
    """The text as it is kept: Unix line ends, no control characters, nothing else changed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = "".join(c for c in text if not "\ud800" <= c <= "\udfff")
    return _CONTROLS.sub("", text).strip("\n ")


def clean_line(text: str) -> str:
    """A title or an outlet's name: one line, no control or direction marks, single spaces."""
    return " ".join(_DIRECTION.sub("", _CONTROLS.sub(" ", clean_text(text))).split())


def check_text(text: str) -> str:
    """The cleaned text. Raises Unreadable when it is too short or too long to be an article."""
    text = clean_text(text)
    if len(text) < SHORTEST_TEXT:
        raise Unreadable(
            f"The text is too short to be an article ({len(text)} characters; {SHORTEST_TEXT} are needed)."
        )
    if len(text) > LONGEST_TEXT:
        raise Unreadable(f"The text is too long: {len(text):,} characters, and {LONGEST_TEXT:,} are the most.")
    if max(map(len, text.split())) > LONGEST_WORD:
        raise Unreadable("There are thousands of characters without a space. This is not the text of an article.")
    if not re.search(r"[^\W\d_]{2}", text):
        raise Unreadable("There are no words in this text.")
    return text


def decode(data: bytes) -> str:
    """The text of an uploaded ``.txt`` file. Raises Unreadable for empty, too large and binary files."""
    if not data.strip():
        raise Unreadable("The file is empty.")
    if len(data) > LARGEST_FILE:
        raise Unreadable(f"The file is too large: {LARGEST_FILE // 1_000_000} MB are the most.")
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _strictly(data, encoding)
    if data.startswith(KNOWN_FORMATS) or b"\x00" in data:
        raise Unreadable(NOT_TEXT)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _western_or_guessed(data)
    if len(_CONTROLS.findall(text)) * 100 > len(text):
        raise Unreadable(NOT_TEXT)
    return text


def _western_or_guessed(data: bytes) -> str:
    """Text in an old encoding. English with a few accents is taken as Windows-1252, where a guess by statistics goes
    astray ("Nuñez" became "Nuńez"); anything with more than a few such letters is guessed."""
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    beyond_ascii = sum(c > 0x7F for c in data)
    if western and beyond_ascii * 10 < len(data):
        return western
    best = from_bytes(data).best()
    if best is None:
        raise Unreadable("The letters of this file cannot be read. Save it as UTF-8 text, or paste its words.")
    return str(best)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(
            "The file is damaged: it ends in the middle of a letter. Save it again as UTF-8 text."
        ) from None


def text_hash(text: str) -> str:
    """SHA-256 of the text without regard to case, spaces and ways of writing the same letter."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return hashlib.sha256(folded.encode()).hexdigest()


def title_from(text: str) -> str:
    """The first line of a text, shortened at a word where it is long."""
    line = clean_line(next((line for line in text.split("\n") if line.strip()), ""))
    return line if len(line) <= 160 else line[:160].rsplit(" ", 1)[0] + "…"


@transaction.atomic
def store(
    *, text: str, title: str = "", outlet: str = "", published: date | None = None, user=None, file_name: str = ""
) -> Stored:
    """Store an article and start its reading once this transaction is committed.

    The same text again is an answer, not an error: the article that is here already comes back.
    Raises Unreadable when the text cannot be an article.
    """
    text = check_text(text)
    digest = text_hash(text)
    here = Article.objects.filter(text_hash=digest).first()
    if here is not None:
        return Stored(here, already_here=True)
    name = clean_line(outlet)[:200]
    article = Article(
        title=clean_line(title)[:LONGEST_TITLE] or title_from(text),
        outlet=Outlet.objects.get_or_create(name=name)[0] if name else None,
        published=published,
        text=text,
        text_hash=digest,
        file_name=clean_line(file_name)[-255:],
        added_by=user,
    )
    try:
        with transaction.atomic():
            article.save()
    except IntegrityError:  # somebody stored the same text between our look and our write
        return Stored(Article.objects.get(text_hash=digest), already_here=True)
    hooks.start_reading(article.pk)
    return Stored(article, already_here=False)
