"""The index of titles and texts in SQLite: an FTS5 table that reads the articles' own rows, kept by triggers."""

from __future__ import annotations

from articles.search.words import Asked

# The index keeps no copy of the texts. "porter" cuts words to their stems as ``words`` does.
TABLE = """CREATE VIRTUAL TABLE IF NOT EXISTS articles_index USING fts5(
    title, text, content='articles_article', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')"""
_ADD = "INSERT INTO articles_index(rowid, title, text) VALUES (new.id, new.title, new.text);"
_DROP = "INSERT INTO articles_index(articles_index, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);"
TRIGGERS = {
    "articles_index_added": f"AFTER INSERT ON articles_article BEGIN {_ADD} END",
    "articles_index_deleted": f"AFTER DELETE ON articles_article BEGIN {_DROP} END",
    "articles_index_changed": "AFTER UPDATE OF title, text ON articles_article "
    f"WHEN old.title <> new.title OR old.text <> new.text BEGIN {_DROP} {_ADD} END",
}
MATCHES = "id IN (SELECT rowid FROM articles_index WHERE articles_index MATCH %s)"
# The newest that match. FTS5 gives rows in this order by itself, so it stops after the last that is wanted.
NEWEST = """SELECT a.id, a.title, a.published FROM articles_index JOIN articles_article a ON a.id = articles_index.rowid
    WHERE articles_index MATCH %s AND NOT a.removed ORDER BY articles_index.rowid DESC LIMIT %s"""


def install(cursor) -> None:
    """Make what is missing. SQLite forgets a table's triggers when Django remakes it for a migration: then rows may
    have changed unseen, so the index is filled again."""
    cursor.execute(TABLE)
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'articles_article'")
    there = {name for (name,) in cursor.fetchall()}
    if not TRIGGERS.keys() <= there:
        for name in TRIGGERS.keys() - there:
            cursor.execute(f"CREATE TRIGGER {name} {TRIGGERS[name]}")
        rebuild(cursor)


def uninstall(cursor) -> None:
    for name in TRIGGERS:
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
    cursor.execute("DROP TABLE IF EXISTS articles_index")


def rebuild(cursor) -> None:
    cursor.execute("INSERT INTO articles_index(articles_index) VALUES ('rebuild')")


def check(cursor) -> None:
    """Raises DatabaseError when index and articles do not agree."""
    cursor.execute("INSERT INTO articles_index(articles_index, rank) VALUES ('integrity-check', 1)")


def condition(asked: Asked) -> tuple[str, list]:
    """For a WHERE: that an article's row matches."""
    return MATCHES, [_match(asked)]


def newest(asked: Asked, most: int) -> tuple[str, list]:
    return NEWEST, [_match(asked), most]


def _match(asked: Asked) -> str:
    """In FTS5's language. Words are letters and digits, so inside quotation marks nothing has a meaning of its own."""
    wanted = " AND ".join(f'"{" ".join(term)}"' for term in asked.terms)
    unwanted = " OR ".join(f'"{" ".join(term)}"' for term in asked.without)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted
