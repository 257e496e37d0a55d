"""Articles found by their words: one interface, and a backend for each database.

The index is kept in step by the database itself (triggers, a derived column), so no code that writes articles can
forget it. Removed articles are in it and left out when searching, so that bringing one back costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection, connections
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from articles.models import Article
from articles.search import postgres, sqlite
from articles.search.snippets import Snippet, marked, snippet
from articles.search.words import Asked, may_have, parse, spans, wanted_part

__all__ = ["MOST", "Asked", "Found", "Hit", "find", "matching", "parse", "wanted_part"]

MOST = 500  # hits that are looked at: beyond, somebody has to ask more closely


@dataclass(frozen=True)
class Hit:
    """An article that was found, its title in pieces (words, whether asked for), and the part that shows why."""

    article: Article
    title: tuple[tuple[str, bool], ...]
    snippet: Snippet


@dataclass(frozen=True)
class Found:
    """Some hits of ``total``; with ``more`` there are more than that, of which the newest ``total`` are looked at."""

    hits: list[Hit]
    total: int
    more: bool = False


def _backend(vendor: str):
    return {"sqlite": sqlite, "postgresql": postgres}[vendor]


def matching(typed: str) -> Q:
    """For a filter on articles, removed ones too. Without a word to look for, none matches."""
    asked = parse(typed)
    if not asked:
        return Q(pk__in=[])
    sql, values = _backend(connection.vendor).condition(asked)
    return Q(RawSQL(f"articles_article.{sql}", values, output_field=BooleanField()))


def find(asked: Asked, first: int = 0, size: int = 10) -> Found:
    """The articles with these words: those with all of them in the title first, then the newest. Two queries."""
    if not asked:
        return Found([], 0)
    with connection.cursor() as cursor:
        cursor.execute(*_backend(connection.vendor).newest(asked, MOST + 1))
        rows = cursor.fetchall()
    more, rows = len(rows) > MOST, rows[:MOST]
    rows.sort(key=lambda row: (_in_title(row[1], asked), str(row[2] or ""), row[0]), reverse=True)
    ids = [row[0] for row in rows[first : first + size]]
    here = Article.objects.select_related("outlet").in_bulk(ids)
    return Found([_hit(here[pk], asked) for pk in ids if pk in here], len(rows), more)


def _in_title(title: str, asked: Asked) -> bool:
    return may_have(title, asked) and len({number for _, _, number in spans(title, asked)}) == len(asked.terms)


def _hit(article: Article, asked: Asked) -> Hit:
    return Hit(article, marked(article.title, asked), snippet(article.text, asked))


def install(using: str = "default", **_signal) -> None:
    """Make the index where it is missing (after every migrate)."""
    database = connections[using]
    with database.cursor() as cursor:
        if Article._meta.db_table in database.introspection.table_names(cursor):
            _backend(database.vendor).install(cursor)


def uninstall(using: str) -> None:
    with connections[using].cursor() as cursor:
        _backend(connections[using].vendor).uninstall(cursor)


def rebuild() -> int:
    """Make the index anew. Gives the number of articles in it."""
    with connection.cursor() as cursor:
        _backend(connection.vendor).rebuild(cursor)
    return Article.everything.count()


def check() -> None:
    """Raises DatabaseError when the index does not agree with the articles."""
    with connection.cursor() as cursor:
        _backend(connection.vendor).check(cursor)
