"""Names: runs of capitalised words that may be a person, by form alone.

'Salvador Valdes Mesa', 'Choe Ryong-hae', 'Omar al-Bashir', 'Ban Ki- moon', 'J. Scott Gration'. Whether a run is a
person is decided by ``officials``, from titles, given names and what else the article says.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from ..people import Name
from ..word_lists import first_surnames, given_names, name_words, people_words
from .title_edges import head_word

CAPITAL = re.compile(r"(?:(?:al|el|ul|ad|as|ash|an|ar|at|az)-)?[^\W\d_a-z][^\W\d_]*(['’`\-][^\W\d_]+)*\.?$")
INITIAL = re.compile(r"(?:[A-Z]\.?(-[A-Z]\.)?|(?:[A-Z]\.){2,4})$")
GLUE = {"-", "–"}
LONGEST = 8
LONGEST_NICKNAME = 3
OPENING_QUOTES = frozenset("\"“'‘")
CLOSING_QUOTES = frozenset("\"”'’")
NO_OPENING_IN_LOWER_CASE = people_words("no opening in lower case")


def find_runs(doc: Doc, blocked: bytearray) -> list[tuple[int, int]]:
    """Token ranges of possible names; ``blocked`` marks tokens that are something else."""
    words = name_words()
    never, opening, particle, suffix = words["never"], words["opening"], words["particle"], words["suffix"]
    runs: list[tuple[int, int]] = []
    at, count = 0, len(doc)
    while at < count:
        if blocked[at] or not _may_begin(doc[at], at, doc, never, opening, blocked):
            at += 1
            continue
        end = _run_end(doc, at, blocked, never, particle, suffix)
        if end > at:
            runs.append((at, end))
        at = max(end, at + 1)
    return runs


def _is_capital(token: Token) -> bool:
    return bool(CAPITAL.match(token.text))


def _may_begin(token: Token, at: int, doc: Doc, never, opening, blocked) -> bool:
    low = token.lower_
    if not token.text[0].isalpha():
        return False
    if low in never and _korean_park(doc, at, blocked, never):
        return True
    if low in never:
        after = doc[at + 1] if at + 1 < len(doc) else None
        return (
            low in given_names()
            and token.text.istitle()
            and after is not None
            and not blocked[at + 1]
            and _is_capital(after)
            and after.lower_ not in never
        )
    if low in opening and not token.text[0].isupper():
        follows = at + 1 < len(doc) and (doc[at + 1].text in GLUE or _is_capital(doc[at + 1])) and not blocked[at + 1]
        return follows and low not in NO_OPENING_IN_LOWER_CASE
    if not _is_capital(token) and not INITIAL.match(token.text):
        return False
    if low.split("-")[0] in opening and "-" in low:
        return True
    begins = token.is_sent_start or (
        at > 0 and (doc[at - 1].is_quote or doc[at - 1].is_space or doc[at - 1].text in ":(")
    )
    if token.is_stop or token.pos_ in ("DET", "ADP", "SCONJ", "CCONJ", "PRON", "AUX"):
        return (
            _behind_a_title(doc, at, never)
            or low in given_names()
            and not token.is_stop
            or (token.pos_ == "PROPN" and not begins and len(low) > 2 and not token.is_stop)
            or (low in first_surnames() and at + 1 < len(doc) and _is_capital(doc[at + 1]) and not begins)
        )
    if begins and token.pos_ != "PROPN" and low not in given_names():
        after = doc[at + 1] if at + 1 < len(doc) else None
        if after is None or not _is_capital(after):
            return len(low) > 3
        return token.pos_ in ("NOUN", "ADJ", "X", "INTJ")
    return True


def _behind_a_title(doc: Doc, at: int, never) -> bool:
    """'General Secretary To Lam', 'Prime Minister So Yeong': a short word between an office and a name."""
    return (
        at > 0
        and at + 1 < len(doc)
        and doc[at].text.istitle()
        and doc[at - 1].text.istitle()
        and head_word(doc[at - 1]) is not None
        and _is_capital(doc[at + 1])
        and doc[at + 1].pos_ == "PROPN"
        and doc[at + 1].lower_ not in never
        and doc[at + 1].text.istitle()
    )


def _korean_park(doc: Doc, at: int, blocked, never) -> bool:
    """'Park Geun-hye', 'Park Chung Hee': a surname that is a word too, before a given name and after no other name."""
    if doc[at].lower_ not in first_surnames() or not doc[at].text.istitle() or at + 1 >= len(doc):
        return False
    following, before = doc[at + 1], doc[at - 1] if at else None
    free = before is None or not before.text.istitle() or bool(blocked[at - 1]) or doc[at].is_sent_start
    return (
        free
        and _is_capital(following)
        and following.lower_ not in never
        and not blocked[at + 1]
        and (following.pos_ == "PROPN" or "-" in following.text)
    )


def _run_end(doc: Doc, at: int, blocked, never, particle, suffix) -> int:
    words = name_words()
    end = at + 1
    count = len(doc)
    if doc[at].text.endswith("-") and end < count and not blocked[end]:
        end += 1
    while end < count and end - at < LONGEST and not blocked[end]:
        token = doc[end]
        low = token.lower_
        if (
            token.text in GLUE
            and end + 1 < count
            and not blocked[end + 1]
            and doc[end + 1].text[0].isalpha()
            and not (doc[end - 1].whitespace_ and not _is_capital(doc[end + 1]))
        ):
            end += 2
            continue
        if (after := _after_nickname(doc, end, blocked, never)) > end:
            end = after
            continue
        if low in suffix and token.text[0].isupper():
            end += 1
            continue
        if INITIAL.match(token.text) and token.text[0].isupper() and low not in never:
            if end + 1 < count and (_is_capital(doc[end + 1]) or len(token.text) > 1):
                end += 1
                continue
            break
        if low in never and not (
            low in words["surname"]
            and token.text.istitle()
            and (
                end == at + 1
                and (doc[at].lower_ in given_names() or bool(at) and blocked[at - 1])
                or _given_after_surname(doc, at, end)
            )
        ):
            break
        if token.text.endswith("-") and token.text[0].isalpha() and end + 1 < count and not blocked[end + 1]:
            end += 2
            continue
        if _is_capital(token) and not token.is_sent_start:
            end += 1
            continue
        if (
            low in particle
            and end + 1 < count
            and not blocked[end + 1]
            and (
                _is_capital(doc[end + 1])
                or doc[end + 1].text in GLUE
                or doc[end + 1].lower_ in particle
                and end + 2 < count
                and not blocked[end + 2]
                and _is_capital(doc[end + 2])
            )
            and low not in ("y", "do", "as", "i")
        ):
            end += 1
            continue
        break
    return end


def _given_after_surname(doc: Doc, at: int, end: int) -> bool:
    """'Kim Hyong Jun', but not 'Kim, Jun 8': a month's short name as the last of a name that its surname begins."""
    return (
        doc[end].lower_ == "jun"
        and end <= at + 2
        and doc[at].lower_ in first_surnames()
        and not (end + 1 < len(doc) and doc[end + 1].like_num)
    )


def _after_nickname(doc: Doc, at: int, blocked, never) -> int:
    """William "Bill" Costa, Rui "Big Bear" Lima: where the surname begins behind a nickname in quotes, else ``at``."""
    if doc[at].text not in OPENING_QUOTES or doc[at].is_sent_start:
        return at
    for close in range(at + 2, min(at + 2 + LONGEST_NICKNAME, len(doc) - 1)):
        if doc[close].text in CLOSING_QUOTES:
            surname = doc[close + 1]
            free = not blocked[close + 1] and not surname.is_sent_start and surname.lower_ not in never
            inside = doc[at + 1 : close]
            good = free and _is_capital(surname) and all(_is_capital(t) for t in inside)
            return close + 1 if good and not doc[close - 1].whitespace_ and doc[close].whitespace_ else at
    return at


def words_of(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """The words of a name, folded for comparison: 'Kim Yong-chol' -> ('kim', 'yongchol')."""
    text = doc[start:end].text
    text = re.sub(r"\s*-\s*", "-", text)
    found = []
    for word in text.split():
        plain = re.sub(r"[^\w]", "", fold(word))
        if plain:
            found.append(plain)
    return tuple(found)


def fold(text: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def written(doc: Doc, start: int, end: int) -> str:
    """A name as it should be shown: without the line breaks and stray spaces of the text."""
    text = " ".join(doc[start:end].text.split())
    return re.sub(r"\s*-\s+|\s+-\s*", "-", text)


def looks_like_person(words: tuple[str, ...], doc: Doc, start: int) -> bool:
    """By its words alone: begins with a known given name, or with a surname that stands first."""
    if len(words) < 2:
        return False
    first = fold(doc[start].text)
    return (
        first in given_names()
        or (first in first_surnames() and len(words) in (2, 3))
        or (len(first.rstrip(".")) == 1 and first.endswith("."))
    )


def make_name(doc: Doc, start: int, end: int) -> Name:
    return Name(start=start, end=end, words=words_of(doc, start, end))
