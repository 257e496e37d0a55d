"""Markdown: the words without the marks, by markdown-it; a block of fields at the top names title, date and source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from markdown_it import MarkdownIt
from markdown_it.token import Token

from articles.readers import plain
from articles.readers.clean import clean_line, clean_text
from articles.readers.decode import decode
from articles.readers.types import Accepts, Found, Limits, ReadText

ACCEPTS = Accepts("md", (".md", ".markdown"))
_FRONT = re.compile(r"\A\s*---[ \t]*\n(.{0,8000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z][\w -]{0,30}):[ \t]*(.+)$", re.MULTILINE)
_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|</?[a-zA-Z][^<>]{0,500}>", re.DOTALL | re.IGNORECASE)


def read(stream: BinaryIO, limits: Limits) -> ReadText:
    """Raises Unreadable for bytes that are no text."""
    text, warnings = decode(stream.read(limits.max_bytes + 1))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    fields = plain.headers(_FIELD.findall(front[1]), limits) if front else {}
    tokens = MarkdownIt("commonmark", {"html": True}).parse(text[front.end() :] if front else text)
    words = clean_text("\n\n".join(_paragraphs(tokens)))
    article = ReadText(
        text=words,
        title=fields.get("title") or _first_heading(tokens),
        outlet=fields.get("outlet"),
        published=fields.get("published"),
        url=fields.get("url"),
        author=fields.get("author"),
        format=ACCEPTS.format,
        warnings=warnings,
    )
    return plain.fill(article, limits)


def _paragraphs(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield _inline(token)
        elif token.type in ("code_block", "fence"):
            yield token.content
        elif token.type == "html_block":
            yield _TAG.sub(" ", token.content)


def _inline(token: Token) -> str:
    """The words of one paragraph; pictures give nothing, links their words."""
    pieces = []
    script = False
    for child in token.children or []:
        if child.type in ("text", "code_inline") and not script:
            pieces.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append(" " if child.type == "softbreak" else "\n")
        elif child.type == "html_inline":
            script = re.match(r"<(script|style)\b", child.content, re.IGNORECASE) is not None
    return "".join(pieces)


def _first_heading(tokens: list[Token]) -> Found[str] | None:
    for token, content in zip(tokens, tokens[1:], strict=False):
        if token.type == "heading_open" and token.tag in ("h1", "h2"):
            heading = clean_line(_inline(content))
            if heading:
                return Found(heading, "text")
    return None
