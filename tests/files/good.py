"""The good files: every format, several encodings, and the oddities that must not stop a file from being read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace

from tests.files import writers
from tests.files.bad import liar_bomb
from tests.files.stories import FOREIGN, Story, story

_URL = "https://news.example/a-page"
File = tuple[str, bytes, dict]  # name, bytes, what it must become


def expected(of: Story, format: str, knows: str = "", **more) -> dict:
    """An article in the manifest. ``knows``: which of outlet, published, author and url the file holds."""
    values = {name: getattr(of, name) for name in knows.split()}
    if "published" in values:
        values["published"] = of.published.isoformat()
    empty = dict.fromkeys(("outlet", "published", "author", "url"))
    found = {
        "becomes": "article",
        "format": format,
        "title": of.title,
        "language": of.language,
        "paragraphs": of.paragraphs,
    }
    return found | empty | values | {"must_not": []} | more


def texts() -> Iterator[File]:
    encodings = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
    for number in range(28):
        encoding = encodings[number % len(encodings)]
        one = story(number)
        text = writers.plain(one)
        one = replace(one, title=_western(one.title), paragraphs=[_western(p) for p in one.paragraphs])
        yield (
            f"text {number} {encoding}.txt",
            _western(text).encode(encoding),
            expected(one, "txt", "published") | {"outlet": "AIN"},
        )
    for number in range(28, 34):
        one = story(number)
        yield (
            f"wrapped {number}.txt",
            writers.wrapped(one).encode(),
            expected(one, "txt", "published") | {"outlet": "AIN"},
        )
    for number in range(34, 40):
        one = story(number)
        yield f"headed {number}.txt", writers.headed(one).encode(), expected(one, "txt", "published outlet author")
    for language, encoding in (
        ("es", "latin-1"),
        ("fr", "cp1252"),
        ("ru", "cp1251"),
        ("ru", "koi8-r"),
        ("zh", "gb18030"),
    ):
        one = FOREIGN[language]
        text = writers.plain(one, dateline=False)
        if language == "es":
            text, one = text.replace("ả", "a"), replace(one, paragraphs=[p.replace("ả", "a") for p in one.paragraphs])
        yield f"{language} {encoding}.txt", text.encode(encoding), expected(one, "txt")
    for language, encoding in (("pl", "cp1250"), ("ko", "euc-kr"), ("zh", "utf-8"), ("es", "utf-8")):
        yield (
            f"{language} {encoding}.txt",
            writers.plain(FOREIGN[language], False).encode(encoding),
            expected(FOREIGN[language], "txt"),
        )


def _western(text: str) -> str:
    """Only letters that Windows' and Apple's Western code pages share."""
    return text.replace("Lê Văn", "Lê Van").replace("š", "s").replace("ř", "r")


def oddities() -> Iterator[File]:
    one = story(100)
    raw = "\n\n".join([one.title, *one.paragraphs]).encode()
    yield "a few NULs.txt", raw[:200] + b"\x00" + raw[200:], expected(one, "txt")
    one = story(101)
    halves = writers.plain(one).split("\n\n", 3)
    mixed = (
        "\n\n".join([*halves[:2], "Zoë’s café"]).encode()
        + "\n\nCafé “Zoë”\n\n".encode("cp1252")
        + "\n\n".join(halves[2:]).encode()
    )
    yield "two encodings.txt", mixed, expected(one, "txt", "published") | {"outlet": "AIN"}
    one = story(102)
    yield (
        "cut in a letter.txt",
        (writers.plain(one) + "é").encode()[:-1],
        expected(one, "txt", "published") | {"outlet": "AIN"},
    )
    one = story(103)
    yield "pdf under a text name.txt", writers.pdf_file(one), expected(one, "pdf", "published") | {"outlet": "AIN"}
    one = story(104)
    yield "page under a pdf name.pdf", writers.page(one, 0).encode(), page_expected(one, 0)
    one = story(105)
    yield (
        "turned \u202egnp.txt",
        writers.plain(replace(one, title=f"\u202e{one.title}\x07")).encode(),
        expected(one, "txt", "published") | {"outlet": "AIN"},
    )
    one = story(106)
    page = writers.page(one, 1).replace(f"{one.published}T10:00:00Z", "0000-00-00").replace(one.url, _URL)
    yield "date of zeros.html", page.encode(), page_expected(one, 1) | {"published": None, "url": _URL}
    one = story(107)
    page = writers.page(one, 1).replace(f"{one.published}T10:00:00Z", "2999-01-01").replace(one.url, _URL)
    yield "date to come.html", page.encode(), page_expected(one, 1) | {"published": None, "url": _URL}
    one = story(108)
    yield (
        f"{one.published} by its name.md",
        writers.markdown(one, front=False).encode(),
        expected(one, "md", "published"),
    )
    one = story(109)
    evil = writers.page(one, 1).replace(
        "<h1>", "<svg onload=alert(1)></svg><iframe src=javascript:alert(2)></iframe><h1>"
    )
    yield "scripts.html", evil.encode(), page_expected(one, 1)
    yield (
        "the same again.txt",
        writers.plain(story(40)).encode(),
        expected(story(40), "txt", "published") | {"outlet": "AIN"},
    )
    yield (
        "and once more.txt",
        b"\xef\xbb\xbf" + writers.plain(story(40)).replace("\n", "\r\n").encode(),
        expected(story(40), "txt", "published", same_as="the same again.txt") | {"outlet": "AIN"},
    )
    near = replace(story(40, 8), paragraphs=story(40).paragraphs + ["The agency added one more line to its report."])
    near.title = story(40).title
    yield (
        "with a line more.txt",
        writers.plain(near).encode(),
        expected(near, "txt", "published", like="the same again.txt") | {"outlet": "AIN"},
    )


def page_expected(one: Story, form: int, format: str = "html") -> dict:
    knows = {0: "outlet published author url", 1: "outlet published author url", 5: "author url published"}
    return expected(one, format, knows.get(form, "outlet published author")) | {
        "must_not": [*writers.MENU, "stolen words"]
    }


def pages() -> Iterator[File]:
    for number in range(200, 254):
        one, form = story(number), number % 6
        charset = "windows-1252" if number % 9 == 0 else "utf-8"
        one = replace(
            one,
            title=_western(one.title),
            paragraphs=[_western(p) for p in one.paragraphs],
            author=_western(one.author),
        )
        yield (
            f"page {number}.{'htm' if number % 2 else 'html'}",
            writers.page(one, form, charset).encode(charset),
            page_expected(one, form),
        )
    for number in range(260, 274):
        one = story(number)
        wanted = page_expected(one, number % 2, "mhtml")
        yield f"saved {number}.mhtml", writers.mhtml(one, number % 2), wanted


def documents() -> Iterator[File]:
    for number in range(300, 344):
        one = story(number, paragraphs=12)
        one = replace(one, title=_western(one.title), paragraphs=[_western(p) for p in one.paragraphs])
        wanted = expected(one, "pdf", "published") | {
            "outlet": "AIN",
            "must_not": ["edition of the day", "Page 1", "Page 2"],
        }
        yield f"print {number}.pdf", writers.pdf_file(one, number % 4), wanted
    for number in range(350, 365):
        yield (
            f"word {number}.docx",
            writers.docx(story(number)),
            expected(story(number), "docx", "published") | {"must_not": ["deleted words", "Header of"]},
        )
    for number in range(380, 394):
        yield (
            f"office {number}.odt",
            writers.odt(story(number)),
            expected(story(number), "odt", "published") | {"must_not": ["a note"]},
        )
    for number in range(400, 412):
        yield (
            f"rich {number}.rtf",
            writers.rtf(story(number)),
            expected(story(number), "rtf", "published") | {"must_not": ["running head"]},
        )
    for number in range(420, 434):
        front = number % 2 == 0
        knows = "published outlet author" if front else ""
        yield (
            f"notes {number}.md",
            writers.markdown(story(number), front).encode(),
            expected(story(number), "md", knows) | {"must_not": ["**", "]("]},
        )


def mails() -> Iterator[File]:
    for number in range(500, 524):
        one = story(number)
        yield f"mail {number}.eml", writers.mail(one, number % 3), expected(one, "eml", "outlet published")
    for number in range(524, 528):
        one, inner = story(number), story(number + 100)
        inner_wanted = expected(inner, "docx", "published", name="minutes.docx")
        yield (
            f"mail {number}.eml",
            writers.mail(one, 0, [("../../minutes.docx", writers.docx(inner))]),
            expected(one, "eml", "outlet published", parts=[inner_wanted]),
        )


def bundles() -> Iterator[File]:
    lying = {"becomes": "unreadable", "code": "damaged", "name": "article.txt"}
    yield "bomb that lies.zip", liar_bomb(), {"becomes": "parts", "format": "zip", "parts": [lying]}
    for number in range(700, 704):
        one, two = story(number), story(number + 50)
        inside = [
            ("../../../etc/one.txt", writers.plain(one).encode()),
            ("C:\\a\\b\\two.html", writers.page(two).encode()),
        ]
        inside += [
            ("inner.zip", writers.zipped([("x.txt", b"words")])),
            ("__MACOSX/._one.txt", b"clutter"),
            ("empty.txt", b""),
        ]
        parts = [
            expected(one, "txt", "published", name="one.txt") | {"outlet": "AIN"},
            page_expected(two, 0) | {"name": "two.html"},
            {"becomes": "unreadable", "code": "zip_in_zip", "name": "inner.zip"},
            {"becomes": "unreadable", "code": "empty", "name": "empty.txt"},
        ]
        yield f"bundle {number}.zip", writers.zipped(inside), {"becomes": "parts", "format": "zip", "parts": parts}


def tables() -> Iterator[File]:
    for number in range(800, 804):
        rows, wanted = _rows(number)
        out = io.StringIO()
        writer = csv.writer(out, delimiter=",;\t,"[number % 4], lineterminator="\r\n")
        writer.writerows([["Headline", "Body", "Date", "Source", "Link"], *rows])
        encoding = ("utf-8-sig", "utf-8", "utf-8", "utf-16")[number % 4]
        yield (
            f"colleague {number}.csv",
            out.getvalue().encode(encoding),
            {"becomes": "table", "format": "csv", "rows": wanted},
        )
    for number in range(810, 814):
        rows, wanted = _rows(number)
        names = ("title", "text", "published", "outlet", "url")
        lines = "".join(json.dumps(dict(zip(names, row, strict=True))) + "\n" for row in rows)
        yield f"export {number}.jsonl", lines.encode(), {"becomes": "table", "format": "jsonl", "rows": wanted}


def _rows(number: int) -> tuple[list[list[str]], list[dict]]:
    """Three articles, then a row without text, one with a formula as title, and one with a date that is none."""
    stories = [story(number * 10 + step, 3) for step in range(5)]
    stories[3] = replace(stories[3], title='=HYPERLINK("http://evil.example")')
    rows = [[s.title, "\n\n".join(s.paragraphs), s.published.isoformat(), s.outlet, s.url] for s in stories]
    rows[4][2] = "0000-00-00"
    wanted = [expected(s, "row", "published outlet url") for s in stories]
    wanted[4]["published"] = None
    rows.insert(3, ["A headline without words", "", "2020-01-01", "", ""])
    wanted.insert(3, {"becomes": "unreadable", "code": "row_no_text"})
    return rows, wanted


def good_files() -> Iterator[File]:
    for kind in (texts, oddities, pages, documents, mails, bundles, tables):
        yield from kind()
