"""Reading article files from disk, for ``manage.py extract``: plain text, or the codebook's JSON whose contacts are
ignored.

Django-free: the command only hands over its arguments and prints what it gets.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from contacts.extraction import read_doc


class BadFile(ValueError):
    """The file cannot be read as an article; the message is one plain sentence."""


@dataclass(slots=True)
class ArticleFile:
    name: str
    text: str
    published: date | None = None
    title: str = ""
    known: dict = field(default_factory=dict)


def load_article(path: Path, published: date | None = None) -> ArticleFile:
    """The article in a .txt or .json file. ``published`` is used where the file does not carry its own date."""
    try:
        raw = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadFile(f"{path}: there is no such file.") from None
    except UnicodeDecodeError:
        raise BadFile(f"{path}: this is not UTF-8 text.") from None
    except OSError as error:
        raise BadFile(f"{path}: cannot be opened ({error.strerror}).") from None
    if path.suffix.lower() == ".json":
        return _from_json(path, raw, published)
    if not raw.strip():
        raise BadFile(f"{path}: the file is empty.")
    return ArticleFile(path.stem, raw, published, known={"id": path.stem})


def _from_json(path: Path, raw: str, published: date | None) -> ArticleFile:
    try:
        data = json.loads(raw)
    except ValueError:
        raise BadFile(f"{path}: this is not valid JSON.") from None
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise BadFile(f"{path}: there is no article in it (a JSON object with a 'text' is needed).")
    own = data.get("published")
    try:
        day = date.fromisoformat(own) if own else published
    except (TypeError, ValueError):
        raise BadFile(f"{path}: 'published' must be a date like 2016-06-30 or null.") from None
    known = {key: data.get(key) for key in ("id", "title", "source") if key in data}
    return ArticleFile(path.stem, data["text"], day, str(data.get("title") or ""), known)


def coded(article: ArticleFile) -> tuple[dict, object]:
    """The codebook's JSON of an article as the engine reads it, and the Doc that it was read from."""
    doc = read_doc(article.text, article.published)
    day = article.published.isoformat() if article.published else None
    contacts = [record.as_dict() for record in doc._.records]
    return {**article.known, "published": day, "text": article.text, "contacts": contacts}, doc


def extract(
    paths: Iterable[Path], published: date | None, out: Path | None, explain: bool = False
) -> Iterator[tuple[str, bool]]:
    """Reads each file; yields (line or document to print, whether it is a complaint). A bad file does not stop
    the rest."""
    from contacts.extraction.explain import explanation

    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    for path in paths:
        try:
            article = load_article(path, published)
        except BadFile as bad:
            yield str(bad), True
            continue
        result, doc = coded(article)
        if explain:
            yield explanation(article.name, doc), False
        elif out is None:
            yield json.dumps(result, ensure_ascii=False, indent=2), False
        if out is not None:
            (out / f"{article.name}.json").write_text(
                json.dumps(result, ensure_ascii=False, indent=2), encoding="utf-8"
            )
