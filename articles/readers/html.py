"""Saved web pages: trafilatura finds the article among menus and links, the page's own metadata name it.

Only words come out: scripts, styles and markup are dropped with the tree they hang in.
"""

from __future__ import annotations

import copy
import re
from typing import BinaryIO

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from articles.readers import plain
from articles.readers.clean import clean_text, has_words
from articles.readers.decode import decode
from articles.readers.page_data import page_data
from articles.readers.types import Accepts, Code, Limits, ReadText, Unreadable

ACCEPTS = Accepts("html", (".html", ".htm", ".xhtml", ".shtml"))
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""\A\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,30})["']""")
_XML_START = re.compile(r"\A\s*<\?xml[^>]*>")  # lxml refuses decoded text that still declares an encoding
_NO_WORDS = "script style noscript template svg iframe object embed canvas math".split()
_NOT_ARTICLE = ("head", "nav", "header", "footer", "aside", "form", "button", "select")
_PARAGRAPHS = {"p", "head", "item", "quote", "code", "row", "lb", "fw", "ab"}
_BLOCKS = set("p div h1 h2 h3 h4 h5 h6 li tr blockquote pre section article br dd dt figcaption td th".split())
_SENTENCE = re.compile(r"[^\n]{40}[.!?…]['\"’”»)]*(?:\s|$)|[^\n]{12}[。！？؟।]")
SHORTEST_PAGE = 120  # code points: what is left of a page of menus is shorter


def read(stream: BinaryIO, limits: Limits) -> ReadText:
    """Raises Unreadable: NO_ARTICLE for a page without one, NO_TEXT for a page without words."""
    data = stream.read(limits.max_bytes + 1)
    match = _XML_CHARSET.search(data[:200]) or _CHARSET.search(data[:4_096])
    text, warnings = decode(data, match[1].decode("ascii", "ignore") if match else "")
    return from_markup(text, limits, ACCEPTS.format, warnings)


def from_markup(
    markup: str, limits: Limits, format: str, warnings: tuple[str, ...] = (), address: str = "", whole: bool = False
) -> ReadText:
    """An article from decoded markup. ``address``: where the page was saved from. ``whole``: it is all article (a mail,
    a piece of a page from the clipboard), so nothing of it is menu."""
    tree = _tree(markup)
    words = sum(len(e.text or "") + len(e.tail or "") for e in tree.iter() if e.tag not in _NO_WORDS)
    if words > 4 * limits.max_text:  # spares looking for an article that is refused anyway
        raise Unreadable(Code.TEXT_TOO_LONG)
    data = page_data(tree, address, limits)  # before the scripts leave: JSON-LD is one
    etree.strip_elements(tree, *_NO_WORDS, with_tail=False)
    text = clean_text(_all_words(tree) if whole else _article(tree))
    if not has_words(text):
        raise Unreadable(Code.NO_TEXT)
    article = ReadText(
        text=text,
        title=data.title,
        outlet=data.outlet,
        published=data.published,
        url=data.url,
        author=data.author,
        format=format,
        warnings=warnings,
    )
    return plain.fill(article, limits)


def _tree(markup: str) -> etree._Element:
    """The page's tree. lxml gives a half tree where it ran out of depth or memory: that is found in its log."""
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = lxml_html.document_fromstring(_XML_START.sub("", markup.replace("\x00", "")), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    for fatal in parser.error_log.filter_from_fatals():
        if fatal.type_name == "ERR_NO_MEMORY":
            raise MemoryError
        if fatal.type_name == "ERR_RESOURCE_LIMIT" and "depth" in fatal.message.lower():
            raise Unreadable(Code.DAMAGED, "its parts are nested too deeply")
        if fatal.type_name == "ERR_RESOURCE_LIMIT":  # 10 MB without a tag
            raise Unreadable(Code.TEXT_TOO_LONG)
    if tree is None:
        raise Unreadable(Code.NO_TEXT)
    return tree


def _article(tree: etree._Element) -> str:
    """The article's words, a paragraph a block."""
    found = trafilatura.bare_extraction(
        copy.deepcopy(tree), include_comments=False, include_tables=True, deduplicate=False, with_metadata=False
    )
    body = getattr(found, "body", None)
    text = "\n\n".join(_paragraphs(body)) if body is not None else ""
    if len(text) >= SHORTEST_PAGE and _has_sentences(text):
        return text
    rest = _all_words(tree, without=_NOT_ARTICLE)
    if _has_sentences(rest):
        return rest
    raise Unreadable(Code.NO_ARTICLE if has_words(_all_words(tree)) else Code.NO_TEXT)


def _has_sentences(text: str) -> bool:
    """Whether there are running sentences; a heap of links has none."""
    return _SENTENCE.search(text) is not None


def _paragraphs(body: etree._Element) -> list[str]:
    """trafilatura's tree as paragraphs: whatever is no list or division is one."""
    found: list[str] = []

    def walk(element: etree._Element) -> None:
        if element.tag in _PARAGRAPHS:
            found.append(_words(element))
            return
        if element.text and element.text.strip():
            found.append(element.text)
        for child in element:
            walk(child)
            if child.tail and child.tail.strip():
                found.append(child.tail)

    walk(body)
    return [clean for text in found if (clean := " ".join(text.split()))]


def _words(element: etree._Element) -> str:
    if element.tag == "row":
        return " | ".join(cell for child in element if (cell := _words(child).strip()))
    pieces = [element.text or ""]
    for child in element:
        gap = " " if child.tag in ("lb", "p", "item", "row", "cell") else ""
        pieces += [gap, _words(child), gap, child.tail or ""]
    return "".join(pieces)


def _all_words(tree: etree._Element, without: tuple[str, ...] = ("head",)) -> str:
    """All words of a page, blocks as paragraphs, but for what stands in elements of the names ``without``."""
    rest = copy.deepcopy(tree)
    etree.strip_elements(rest, *without, with_tail=False)
    pieces: list[str] = []
    for action, element in etree.iterwalk(rest, events=("start", "end")):
        words = element.text if action == "start" else element.tail
        pieces.append("\n\n" if element.tag in _BLOCKS else "")
        pieces.append(" ".join((words or "").split("\n")))
    return re.sub(r"\n\s*\n", "\n\n", "".join(pieces)).strip()
