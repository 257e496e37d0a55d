"""The index of titles and texts in PostgreSQL: a column that the server derives from them, and a GIN index on it.

Nothing but a plain server is needed. Its own "english" would leave out words such as "who", and its parser takes
"talks/visits" for a file's name; so words are what remains between signs, cut to their stems by Porter's rules.
"""

from __future__ import annotations

from articles.search.words import Asked

_SIGNS = "!#$%&()*+,-./:;<=>?@[]^_`{|}~\"'" + "\\" + "\u2018\u2019\u201c\u201d\u2013\u2014\u00ab\u00bb\u2026"
# A tsvector holds 1 MB at most, so of a very long text the beginning is indexed: some 30,000 words.
_INDEXED = 200_000
_WORD_KINDS = "asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart"

CONFIGURATION = [
    "CREATE TEXT SEARCH DICTIONARY articles_stem (TEMPLATE = pg_catalog.snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION articles_words (COPY = pg_catalog.simple)",
    f"ALTER TEXT SEARCH CONFIGURATION articles_words ALTER MAPPING FOR {_WORD_KINDS} WITH articles_stem",
]
_FOLDED = r"regexp_replace(normalize(title || E'\n' || text, NFKD), '[\u0300-\u036f]+', '', 'g')"
COLUMN = f"""ALTER TABLE articles_article ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('articles_words',
    left(translate({_FOLDED}, {{signs}}, {{spaces}}), {_INDEXED}))) STORED"""
INDEX = "CREATE INDEX IF NOT EXISTS articles_article_search ON articles_article USING gin (search)"
NEWEST = """SELECT id, title, published FROM articles_article
    WHERE search @@ ({query}) AND NOT removed ORDER BY id DESC LIMIT %s"""


def install(cursor) -> None:
    """Make what is missing."""
    cursor.execute("SELECT 1 FROM pg_ts_config WHERE cfgname = 'articles_words' AND pg_ts_config_is_visible(oid)")
    if not cursor.fetchone():
        for statement in CONFIGURATION:
            cursor.execute(statement)
    cursor.execute(
        "SELECT 1 FROM pg_attribute WHERE attrelid = 'articles_article'::regclass AND attname = 'search' "
        "AND NOT attisdropped"
    )
    if not cursor.fetchone():
        signs = "'" + _SIGNS.replace("'", "''") + "'"
        cursor.execute(COLUMN.format(signs=signs, spaces="'" + " " * len(_SIGNS) + "'"))
    cursor.execute(INDEX)


def uninstall(cursor) -> None:
    cursor.execute("ALTER TABLE articles_article DROP COLUMN IF EXISTS search")
    cursor.execute("DROP TEXT SEARCH CONFIGURATION IF EXISTS articles_words")
    cursor.execute("DROP TEXT SEARCH DICTIONARY IF EXISTS articles_stem")


def rebuild(cursor) -> None:
    """The column cannot be out of step; only its index can be damaged."""
    cursor.execute("REINDEX INDEX articles_article_search")


def check(cursor) -> None:
    """The server itself derives the column from the text."""


def condition(asked: Asked) -> tuple[str, list]:
    """For a WHERE: that an article's row matches."""
    query, words = _query(asked)
    return f"id IN (SELECT id FROM articles_article WHERE search @@ ({query}))", words


def newest(asked: Asked, most: int) -> tuple[str, list]:
    query, words = _query(asked)
    return NEWEST.format(query=query), [*words, most]


def _query(asked: Asked) -> tuple[str, list]:
    one = "phraseto_tsquery('articles_words', %s)"
    parts = [one] * len(asked.terms) + [f"!!{one}"] * len(asked.without)
    return " && ".join(parts), [" ".join(term) for term in (*asked.terms, *asked.without)]
