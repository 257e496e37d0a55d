"""A story as a file of each format, with what surrounds articles in the wild: menus, headers, notes."""

from __future__ import annotations

import base64
import io
import json
import quopri
import textwrap
import zipfile
from email.message import EmailMessage
from html import escape
from xml.sax.saxutils import escape as xml_escape

from tests.files.pdf_writer import Text, pdf, wrap
from tests.files.stories import Story

MOMENT = (2020, 1, 1, 0, 0, 0)  # of every entry of a zip: the files must be the same at each making
# Words around the article that must not be in its text.
MENU = ["Most read stories", "Sign in to your account", "We use cookies to improve", "Share this on Facebook"]
MENU += ["You may also like these", "All rights reserved worldwide"]


def plain(story: Story, dateline: bool = True) -> str:
    lead = f"HAVANA, {story.published:%B} {story.published.day}, {story.published.year} (AIN) -- " if dateline else ""
    return "\n\n".join([story.title, lead + story.paragraphs[0], *story.paragraphs[1:]]) + "\n"


def wrapped(story: Story, width: int = 72) -> str:
    return "\n\n".join("\n".join(textwrap.wrap(p, width, break_on_hyphens=False)) for p in plain(story).split("\n\n"))


def headed(story: Story) -> str:
    head = (
        f"Title: {story.title}\nSource: {story.outlet}\nDate: {story.published.isoformat()}\nAuthor: {story.author}\n\n"
    )
    return head + "\n\n".join(story.paragraphs)


def markdown(story: Story, front: bool = True) -> str:
    head = (
        f'---\ntitle: "{story.title}"\ndate: {story.published}\nsource: {story.outlet}\nauthor: {story.author}\n---\n\n'
    )
    body = f"# {story.title}\n\n" + "\n\n".join(story.paragraphs)
    return (head if front else "") + body.replace("ministry", "**ministry**").replace(
        "embassy", "[embassy](https://e.example)"
    )


def json_ld(story: Story) -> str:
    return json.dumps({
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "wrong name", "url": "https://news.example/"},
            {
                "@type": "NewsArticle", "headline": story.title, "datePublished": f"{story.published}T08:15:00+02:00",
                "dateModified": "2024-01-01T00:00:00Z", "author": [{"@type": "Person", "name": story.author}],
                "publisher": {"@type": "Organization", "name": story.outlet}, "url": story.url,
            },
        ],
    })  # fmt: skip


def page(story: Story, form: int = 0, charset: str = "utf-8") -> str:
    """A web page. Forms: 0 JSON-LD, 1 meta elements, 2 time element, 3 divisions only, 4 old table, 5 address only."""
    head = f'<meta charset="{charset}"><title>{escape(story.title)} | {escape(story.outlet)}</title>'
    byline, day = (
        f"<p class='byline'>By {escape(story.author)}</p>",
        f"{story.published:%B} {story.published.day}, {story.published:%Y}",
    )
    if form == 0:
        head += f'<script type="application/ld+json">{json_ld(story)}</script>'
    if form == 1:
        head += (
            f'<meta property="og:title" content="{escape(story.title)}">'
            f'<meta property="og:site_name" content="{escape(story.outlet)}">'
            f'<meta property="article:published_time" content="{story.published}T10:00:00Z">'
            f'<meta name="author" content="{escape(story.author)}">'
            f'<meta property="og:url" content="{story.url}">'
        )
    if form in (2, 3, 4):
        head += f'<meta property="og:site_name" content="{escape(story.outlet)}">'
    if form == 2:
        byline += f'<time datetime="{story.published}">{day}</time>'
    if form in (3, 4):
        byline += f'<p class="date">Published: {day}</p>'
    if form == 5:
        head += f'<link rel="canonical" href="{story.url}"><meta name="author" content="{escape(story.author)}">'
    paragraphs = "\n".join(f"<p>{escape(p)}</p>" for p in story.paragraphs)
    article = f"<h1>{escape(story.title)}</h1>{byline}{paragraphs}<script>document.write('stolen words')</script>"
    if form == 4:
        inner = (
            f"<table width=100%><tr><td width=120>{_list()}</td><td><div class=main>{article}</div></td></tr></table>"
        )
    elif form == 3:
        inner = f"<div id=nav class=menu>{_list()}</div><div id=content class=story-body>{article}</div>"
    else:
        inner = f"<nav>{_list()}</nav><main><article>{article}</article></main>"
    around = (
        f"<div class='cookie-banner' id='cookies'><p>{MENU[2]} your visit. <button>Accept</button></p></div>",
        f"<div class='share social'><a href='/f'>{MENU[3]}</a></div>"
        f"<aside class='related'><h3>{MENU[4]}</h3>{_list()}</aside>"
        f"<footer><p>© 2020 {escape(story.outlet)}. {MENU[5]}.</p></footer>",
    )
    return f"<!DOCTYPE html>\n<html lang=en><head>{head}</head><body>{around[0]}{inner}{around[1]}</body></html>"


def _list() -> str:
    return (
        "<ul>"
        + "".join(f'<li><a href="/{n}">{words}</a></li>' for n, words in enumerate([*MENU[:2], "World", "Sport"]))
        + "</ul>"
    )


def mhtml(story: Story, form: int = 0) -> bytes:
    body = quopri.encodestring(page(story, form).encode()).decode()
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {story.url}\r\nSubject: saved\r\n"
        "Date: Mon, 4 Jan 2021 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Edge--x"\r\n\r\n\r\n'
        "------Edge--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {story.url}\r\n\r\n"
        f"{body}\r\n------Edge--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://news.example/a.png\r\n\r\n{base64.b64encode(b'picture' * 20).decode()}\r\n"
        "------Edge--x--\r\n"
    ).encode()


def pdf_pages(story: Story, form: int = 0) -> list[list[Text]]:
    """Forms: 0 one column, 1 two columns, 2 two columns written line by line across, 3 cut words."""
    columns = 1 if form in (0, 3) else 2
    wide = 480 if columns == 1 else 225
    lines: list[tuple[str, bool]] = []
    for paragraph in [
        f"HAVANA, {story.published:%B} {story.published.day}, {story.published.year} (AIN) -- {story.paragraphs[0]}"
    ] + story.paragraphs[1:]:
        lines += [(line, n == 0) for n, line in enumerate(wrap(paragraph, wide, hyphenate=form == 3))]
    pages, per_column, top = [], 22, 690
    while lines:
        number = len(pages) + 1
        drawn = [Text(f"{story.outlet} - edition of the day", 57, 810, 8), Text(f"Page {number}", 280, 30, 8)]
        if number == 1:
            drawn += [Text(line, 57, 765 - 26 * n, 20, "F2") for n, line in enumerate(wrap(story.title, 480, 20))]
        body = []
        for column in range(columns):
            for row, (line, first) in enumerate(lines[:per_column]):
                body.append(Text(line, 57 + 255 * column + 12 * first, top - 14 * row))
            lines = lines[per_column:]
        pages.append(drawn + (sorted(body, key=lambda one: (-one.y, one.x)) if form == 2 else body))
    return pages


def pdf_file(story: Story, form: int = 0, password: str = "") -> bytes:
    return pdf(
        pdf_pages(story, form), title=story.title if form == 0 else "Microsoft Word - draft7.doc", password=password
    )


def zipped(entries: list[tuple[str, bytes]], packed: bool = True, first_stored: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, (name, data) in enumerate(entries):
            entry = zipfile.ZipInfo(name, MOMENT)
            store = not packed or (first_stored and number == 0)
            entry.compress_type = zipfile.ZIP_STORED if store else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def docx(story: Story, doctype: str = "", body: str | None = None) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    if body is None:
        dated = f"{story.published:%B} {story.published.day}, {story.published.year}"
        body = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{_run(story.title)}</w:p><w:p>{_run(dated)}</w:p>'
        for number, paragraph in enumerate(story.paragraphs):
            head, tail = paragraph[: len(paragraph) // 2], paragraph[len(paragraph) // 2 :]
            # the second half as a tracked insertion, after a tracked deletion
            change = f"<w:del><w:r><w:delText>deleted words </w:delText></w:r></w:del><w:ins>{_run(tail)}</w:ins>"
            body += f"<w:p>{_run(head)}{change if number == 1 else _run(tail)}</w:p>"
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document {space}><w:body>{body}</w:body></w:document>'
    )
    header = f"<w:hdr {space}><w:p>{_run('Header of the newsroom')}</w:p></w:hdr>"
    schemas = "http://schemas.openxmlformats.org"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    kinds = (
        f'<Types xmlns="{schemas}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{schemas}/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
        f'Type="{schemas}/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    parts = {"[Content_Types].xml": kinds, "_rels/.rels": relations, "word/document.xml": document}
    parts["word/header1.xml"] = header
    return zipped([(name, part.encode()) for name, part in parts.items()])


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{xml_escape(words)}</w:t></w:r>'


def odt(story: Story, doctype: str = "") -> bytes:
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text"))
    dated = f"{story.published.day} {story.published:%B %Y}"
    note = "<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note>"
    body = f'<text:h text:outline-level="1">{xml_escape(story.title)}</text:h><text:p>{dated}</text:p>'
    for paragraph in story.paragraphs:
        first, _, rest = xml_escape(paragraph).partition(" ")
        body += f"<text:p><text:span>{first}</text:span><text:s/>{rest}{note}</text:p>"
    body = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f'<?xml version="1.0"?>{doctype}<office:document-content {spaces}>{body}</office:document-content>'
    mimetype = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mimetype}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    parts = [("mimetype", mimetype), ("content.xml", content), ("META-INF/manifest.xml", manifest)]
    return zipped([(name, part.encode()) for name, part in parts], first_stored=True)


def rtf(story: Story) -> bytes:
    def words(text: str) -> str:
        return "".join(c if c.isascii() else f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in text)

    dated = f"{story.published:%B} {story.published.day}, {story.published.year}"
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}}{\\info{\\title " + words(story.title) + "}}"
    head += "{\\header running head}"
    body = "".join(f"\\pard {words(text)}\\par\n" for text in [story.title, dated, *story.paragraphs])
    return (head + body + "}").encode("ascii")


def mail(story: Story, form: int = 0, attached: list[tuple[str, bytes]] = ()) -> bytes:
    """Forms: 0 plain, 1 markup only, 2 both."""
    message = EmailMessage()
    message["Subject"], message["From"] = f"Fwd: {story.title}", f"{story.outlet} <desk@news.example>"
    message["To"], message["Message-ID"] = "analyst@desk.example", "<1@news.example>"
    message["Date"] = f"{story.published:%a, %d %b %Y} 09:00:00 +0000"
    body = "\n\n".join("\n".join(textwrap.wrap(p, 70, break_on_hyphens=False)) for p in story.paragraphs)
    if form in (0, 2):
        message.set_content(body)
    markup = f"<html><body><div>{''.join(f'<p>{escape(p)}</p>' for p in story.paragraphs)}</div></body></html>"
    if form == 1:
        message.set_content(markup, subtype="html")
    if form == 2:
        message.add_alternative(markup, subtype="html")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    if message.is_multipart():
        message.set_boundary("=====a-boundary=====")
        for part in message.walk():
            if part is not message and part.is_multipart():
                part.set_boundary("=====an-inner-boundary=====")
    return message.as_bytes()
