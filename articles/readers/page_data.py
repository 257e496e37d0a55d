"""What a web page says of itself: title, outlet, date, author and address, each with where it was found.

Order for each: JSON-LD, then meta elements, then the visible page, then (dates only) htmldate's guess.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import htmldate
from lxml import etree

from articles.readers import dates
from articles.readers.clean import clean_line
from articles.readers.types import Found, Limits

_ARTICLES = {
    "newsarticle",
    "article",
    "reportagenewsarticle",
    "blogposting",
    "webpage",
    "analysisnewsarticle",
    "report",
}
_META = {
    "title": "og:title twitter:title dc.title title headline citation_title sailthru.title",
    "outlet": "og:site_name application-name dc.publisher citation_journal_title publisher",
    "published": (
        "article:published_time og:published_time datepublished pubdate publishdate publication_date publish-date"
        " dc.date dc.date.issued dcterms.created dcterms.issued date citation_publication_date parsely-pub-date"
        " sailthru.date article.published timestamp"
    ),
    "author": "author article:author dc.creator byl parsely-author sailthru.author citation_author",
    "url": "og:url twitter:url dc.identifier",
}
_FIELD = {name: field for field, names in _META.items() for name in names.split()}
_TIME = "//time[@datetime] | //*[@itemprop='datePublished']"
_LARGEST_JSON = 500_000  # characters of one JSON-LD block


@dataclass(frozen=True)
class PageData:
    title: Found[str] | None = None
    outlet: Found[str] | None = None
    published: Found[date] | None = None
    author: Found[str] | None = None
    url: Found[str] | None = None


def page_data(tree: etree._Element, address: str, limits: Limits) -> PageData:
    """``address``: where the page was saved from, as the file says, or ""."""
    linked, meta = _json_ld(tree), _metas(tree)
    published = _first_day([*_with(linked, "published", "json-ld"), *_with(meta, "published", "metadata")], limits)
    url = web_address(linked.get("url"), "json-ld") or web_address(meta.get("url"), "metadata") or _canonical(tree)
    url = url or web_address(address, "file") or None
    outlet = _text(linked.get("outlet"), "json-ld") or _text(meta.get("outlet"), "metadata")
    title = _text(linked.get("title"), "json-ld") or _heading(tree) or _text(meta.get("title"), "metadata")
    return PageData(
        title=title or _title_element(tree, outlet),
        outlet=outlet,
        published=published or _visible_day(tree, limits) or _guessed_day(tree, url, limits),
        author=_author(linked.get("author"), "json-ld") or _author(meta.get("author"), "metadata") or _rel_author(tree),
        url=url,
    )


def _with(values: dict[str, str], field: str, basis: str) -> list[tuple[str, str]]:
    return [(values[field], basis)] if field in values else []


def _first_day(candidates: list[tuple[str, str]], limits: Limits) -> Found[date] | None:
    for text, basis in candidates:
        day = dates.parse(text, limits.latest)
        if day:
            return Found(day, basis)
    return None


def _text(value: str | None, basis: str) -> Found[str] | None:
    line = clean_line(value) if isinstance(value, str) else ""
    return Found(line, basis) if line else None


def web_address(value: str | None, basis: str) -> Found[str] | None:
    """An address of the web, or None: no scripts, no local files, no user names in it."""
    line = clean_line(value) if isinstance(value, str) else ""
    try:
        parts = urlsplit(line)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
    except ValueError:
        return None
    return Found(line, basis) if fine and " " not in line else None


def _author(value: str | None, basis: str) -> Found[str] | None:
    found = _text(value, basis)
    if found is None or found.value.startswith(("http:", "https:", "@")):
        return None
    return Found(re.sub(r"\A[Bb]y\s+", "", found.value), basis)


def _json_ld(tree: etree._Element) -> dict[str, str]:
    """The fields of the first article that the page describes in JSON-LD."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _LARGEST_JSON:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if _types(node) & _ARTICLES and (node.get("headline") or node.get("datePublished")):
                return _described(node)
    return {}


def _nodes(data: object, depth: int = 0) -> Iterator[dict]:
    if depth > 6:
        return
    if isinstance(data, list):
        for one in data[:200]:
            yield from _nodes(one, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(data.get(key), depth + 1)


def _types(node: dict) -> set[str]:
    types = node.get("@type")
    types = types if isinstance(types, list) else [types]
    return {one.lower() for one in types if isinstance(one, str)}


def _described(node: dict) -> dict[str, str]:
    url = node.get("url") or node.get("mainEntityOfPage")
    values = {
        "title": node.get("headline") or node.get("name"),
        "outlet": _named(node.get("publisher")),
        "published": node.get("datePublished") or node.get("dateCreated"),
        "author": _named(node.get("author")),
        "url": url.get("@id") if isinstance(url, dict) else url,
    }
    return {field: value for field, value in values.items() if isinstance(value, str) and value.strip()}


def _named(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(name for one in value[:10] if (name := _named(one))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _metas(tree: etree._Element) -> dict[str, str]:
    """Known fields among the meta elements; the order of the names in _META decides between several."""
    given: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = meta.get("content")
        if name in _FIELD and content and content.strip():
            given.setdefault(name, content)
    found: dict[str, str] = {}
    for name, field in _FIELD.items():
        if name in given:
            found.setdefault(field, given[name])
    return found


def _canonical(tree: etree._Element) -> Found[str] | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return web_address(link.get("href"), "metadata")
    return None


def _heading(tree: etree._Element) -> Found[str] | None:
    """The only h1 of the page, or the only one inside its article."""
    for path in ("//article//h1", "//main//h1", "//h1"):
        headings = {" ".join(h.text_content().split()) for h in tree.xpath(path)} - {""}
        if len(headings) == 1 and len(heading := headings.pop()) > 8:
            return _text(heading, "text")
    return None


def _title_element(tree: etree._Element, outlet: Found[str] | None) -> Found[str] | None:
    """The title element without the outlet's name at its end."""
    title = next((found for e in tree.iter("title") if (found := _text(e.text_content(), "metadata"))), None)
    if title is None:
        return None
    head, _, tail = re.sub(r"\s+[|–—»·-]\s+", "\x00", title.value).rpartition("\x00")
    known = outlet is not None and tail.casefold() == outlet.value.casefold()
    if head and (known or len(tail) < 30 <= len(head)):
        return Found(title.value[: len(title.value) - len(tail)].rstrip(" |–—»·-"), "metadata")
    return title


def _rel_author(tree: etree._Element) -> Found[str] | None:
    for element in tree.xpath("//a[@rel='author'] | //*[@itemprop='author'] | //*[contains(@class, 'byline')]")[:3]:
        words = " ".join(element.text_content().split())
        if 3 < len(words) < 80:
            return _author(words, "text")
    return None


def _visible_day(tree: etree._Element, limits: Limits) -> Found[date] | None:
    for element in tree.xpath(_TIME)[:5]:
        day = dates.parse(element.get("datetime") or element.get("content") or "", limits.latest)
        if day:
            return Found(day, "metadata")
    return None


def _guessed_day(tree: etree._Element, url: Found[str] | None, limits: Limits) -> Found[date] | None:
    """htmldate looks at the address and the visible text; what it finds by mere search is not taken."""
    try:
        found = htmldate.find_date(
            tree,
            url=url.value if url else None,
            original_date=True,
            extensive_search=False,
            max_date=limits.latest.isoformat(),
        )
    except Exception:
        return None
    day = dates.parse(found or "", limits.latest)
    return Found(day, "text") if day else None
