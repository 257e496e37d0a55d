"""Taking an article in: what a title, a text and a date must be, and the one way to store one."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import hooks, near
from articles.models import Article, Basis, Outlet

# spaCy holds a parse of the whole text in memory: about 3.5 kB a character at its peak.
LONGEST_TEXT = 300_000
# A "word" longer than this is no word of a news text but data; the tokenizer's time grows with its square.
LONGEST_WORD = 2_000
SHORTEST_TEXT = 40
LONGEST_TITLE = 500
EARLIEST_YEAR = 1800

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


def text_hash(text: str) -> str:
    """SHA-256 of the text without regard to case, spaces and ways of writing the same letter."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return hashlib.sha256(folded.encode()).hexdigest()


def title_from(text: str) -> str:
    """The first line of a text, shortened at a word where it is long."""
    line = clean_line(next((line for line in text.split("\n") if line.strip()), ""))
    return line if len(line) <= 160 else line[:160].rsplit(" ", 1)[0] + "…"


@dataclass(frozen=True)
class Origin:
    """Where a text came from, as far as its file says: kept beside it, shown for correction."""

    url: str = ""
    author: str = ""
    language: str = ""
    published_basis: str = ""
    original: str = ""
    reader_version: str = ""

    def cleaned(self) -> dict[str, str]:
        return {
            "url": clean_url(self.url),
            "author": clean_line(self.author)[:300],
            "language": self.language[:8],
            "published_basis": self.published_basis if self.published_basis in Basis.values else Basis.FILE.value,
            "original": self.original,
            "reader_version": self.reader_version[:32],
        }


def clean_url(text: str) -> str:
    """An address that a link may lead to, or nothing: only http and https, one line, no spaces."""
    url = "".join(clean_line(text).split())
    return url if re.match(r"https?://[^/\s]+", url, re.IGNORECASE) and len(url) <= 2000 else ""


def shown_name(name: str) -> str:
    """A file's name as it is shown: its path inside the folder, without tricks, its end kept where it is long."""
    parts = [part for part in clean_line(name).replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts)[-255:]


def is_sensible(published: date, today: date | None = None) -> bool:
    """Whether a publication date may be true: not before newspapers of today, not in the future."""
    today = today or timezone.now().date()
    return published.year >= EARLIEST_YEAR and published <= today + timedelta(days=1)


def find_outlet(name: str) -> Outlet | None:
    name = clean_line(name)[:200]
    return Outlet.objects.get_or_create(name=name)[0] if name else None


@transaction.atomic
def store(
    *,
    text: str,
    title: str = "",
    outlet: str = "",
    published: date | None = None,
    user=None,
    file_name: str = "",
    origin: Origin = Origin(),
) -> Stored:
    """Store an article and start its reading once this transaction is committed.

    The same text again is an answer, not an error: the article that is here already comes back, a removed one too.
    Raises Unreadable when the text cannot be an article.
    """
    text = check_text(text)
    digest = text_hash(text)
    here = Article.everything.filter(text_hash=digest).first()
    if here is not None:
        return Stored(here, already_here=True)
    article = Article(
        title=clean_line(title)[:LONGEST_TITLE] or title_from(text),
        outlet=find_outlet(outlet),
        published=published,
        text=text,
        text_hash=digest,
        file_name=shown_name(file_name),
        added_by=user,
        **origin.cleaned(),
    )
    like = near.most_alike(text)
    try:
        with transaction.atomic():
            article.like_id = like.article_id if like else None
            article.save()
            near.remember(article)
    except IntegrityError:  # somebody stored the same text between our look and our write
        return Stored(Article.everything.get(text_hash=digest), already_here=True)
    hooks.start_reading(article.pk)
    return Stored(article, already_here=False)
