"""Reports out of codebook files, and their clusters as ``score_merge.py`` reads them. No Django, no database."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from contacts.extraction.types import Kind, Precision, Role, Status
from contacts.fusion.cluster import Clusters, cluster
from contacts.fusion.given import Given


class BadFile(ValueError):
    """A file that cannot be used; the message names it and says in plain words what is wrong."""


def fuse(folder: Path) -> tuple[list[list[str]], list[str]]:
    """The contacts of all codebook files of a folder, as lists of "id#index", and a line for each file left out.

    Raises BadFile where the folder holds no file that can be used.
    """
    if not folder.is_dir():
        raise BadFile(f"{folder}: there is no such folder.")
    articles, complaints = load(sorted(folder.glob("*.json")))
    if not articles:
        raise BadFile(f"{folder}: there is no codebook file (.json) in it that can be used.")
    return clusters_of(articles).groups, complaints


def load(paths: Iterable[Path]) -> tuple[list[dict], list[str]]:
    """The articles of the files that can be used, and what is wrong with the others."""
    articles: dict[str, dict] = {}
    complaints = []
    for path in paths:
        try:
            article = read(path)
            if article["id"] in articles:
                raise BadFile(f"{path}: another file has the id {article['id']!r} too; this one is left out.")
            articles[article["id"]] = article
        except BadFile as bad:
            complaints.append(str(bad))
    return list(articles.values()), complaints


def read(path: Path) -> dict:
    """A codebook file, checked as far as fusion reads it. Its id is the file's name where it has none."""
    try:
        article = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise BadFile(f"{path}: this is not UTF-8 text.") from None
    except OSError as error:
        raise BadFile(f"{path}: cannot be opened ({error.strerror}).") from None
    except (ValueError, RecursionError):
        raise BadFile(f"{path}: this is not valid JSON.") from None
    if not isinstance(article, dict) or not isinstance(article.get("contacts"), list):
        raise BadFile(f"{path}: this is no codebook file (an object with a list 'contacts' is needed).")
    article = {"text": "", "source": ""} | article | {"id": str(article.get("id") or path.stem)}
    try:
        _day(article.setdefault("published", None))
    except (TypeError, ValueError):
        raise BadFile(f"{path}: 'published' must be a date like 2016-06-30 or null.") from None
    for number, contact in enumerate(article["contacts"]):
        wrong = next(_wrong(contact), "")
        if wrong:
            raise BadFile(f"{path}: contact {number}: {wrong}; the file is left out.")
    return article


def clusters_of(articles: Iterable[dict]) -> Clusters:
    """Codebook articles, fused; a report's key is "id#index"."""
    return cluster(given for article in articles for given in givens(article))


def givens(article: dict) -> Iterator[Given]:
    """The reports of one codebook article. Articles whose texts are the same but for spaces count as one witness."""
    text = " ".join(str(article["text"]).split())
    group = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() if text else None
    for number, contact in enumerate(article["contacts"]):
        yield Given(
            key=f"{article['id']}#{number}",
            article=article["id"],
            record={"place": None} | contact,
            published=_day(article["published"]),
            text_group=group,
            outlet=str(article["source"] or ""),
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _wrong(contact: object) -> Iterator[str]:
    """What keeps fusion from reading a contact, the first thing first."""
    if not isinstance(contact, dict):
        yield "it is no object"
        return
    for field, allowed in (("type", Kind), ("status", Status)):
        if contact.get(field) not in list(allowed):
            yield f"{contact.get(field)!r} is no {field}"
    codes = contact.get("countries")
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        yield "'countries' must be a list of codes"
    yield from _wrong_date(contact.get("date"))
    place = contact.get("place")
    if place is not None and not (isinstance(place, dict) and _texts(place, "text", "country")):
        yield "'place' must be null or have a text and a country"
    people = contact.get("participants")
    if not isinstance(people, list) or not all(isinstance(one, dict) for one in people):
        yield "'participants' must be a list of objects"
        return
    for person in people:
        if not _texts(person, "name", "country", "title") or not {"name", "country", "title"} <= person.keys():
            yield "a participant needs a name, a country and a title, each a text or null"
        if person.get("role") not in list(Role):
            yield f"{person.get('role')!r} is no role"


def _texts(value: dict, *keys: str) -> bool:
    return all(value.get(key) is None or isinstance(value[key], str) for key in keys)


def _wrong_date(when: object) -> Iterator[str]:
    if not isinstance(when, dict) or when.get("precision") not in list(Precision):
        yield "'date' needs a start, an end and a precision"
        return
    try:
        start, end = _day(when["start"]), _day(when["end"])
    except (KeyError, TypeError, ValueError):
        yield "'date' needs days like 2016-06-30, or null"
        return
    if start and end and start > end:
        yield "the date's first day is after its last"
    if (start is None) != (end is None):
        yield "the date has only one of its two days"
