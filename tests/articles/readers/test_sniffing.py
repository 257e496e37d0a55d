"""The kind is told from the content; the name only decides between kinds of plain text."""

from __future__ import annotations

import time

import pytest

from articles.readers import Code, Unreadable, formats, sniff
from tests.files import writers
from tests.files.stories import story

ONE = story(1)


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "", "a"])
@pytest.mark.parametrize(
    ("head", "format"),
    [
        (writers.plain(ONE), "txt"),
        (writers.page(ONE), "html"),
        ("<p>A piece from the clipboard.</p>", "html"),
        (writers.mhtml(ONE), "mhtml"),
        (writers.pdf_file(ONE), "pdf"),
        (b"\r\n%PDF-1.4 after some rubbish", "pdf"),
        (writers.docx(ONE), "docx"),
        (writers.odt(ONE), "odt"),
        (writers.rtf(ONE), "rtf"),
        (writers.mail(ONE), "eml"),
        (writers.zipped([("a.txt", b"words")]), "zip"),
        ("title,text,date\na,b,c\n", "csv"),
        ("Title;Text\na;b\n", "csv"),
        ('{"title": "a", "text": "b"}\n', "jsonl"),
        ('[{"title": "a", "text": "b"}]', "jsonl"),
        ("# A title\n\nWords in **bold** and a [link](https://a.example).\n\n## More\n", "md"),
        ("Title: a\nSource: b\n\nwords", "txt"),
        ("From: a\nDate: b\nSubject: c\n\nA text that quotes the head of a mail.", "txt"),
        ("He came, saw, and said: text, date, and much more, with commas.\nThen, he left.", "txt"),
        ("GIF8 is how a picture begins".encode("utf-16"), "txt"),
        ("MZ is how a program begins, and this text too.", "txt"),
    ],
)
def test_content_decides(head, format, name):
    assert sniff(head.encode() if isinstance(head, str) else head, name) == format


def test_the_name_decides_between_plain_texts():
    assert sniff(b"Some words\nand more.", "a.md") == "md"
    assert sniff(b"a,b\n1,2\n", "a.csv") == "csv"
    assert sniff(b"a,b\n1,2\n", "a.txt") == "txt"


@pytest.mark.parametrize(
    ("head", "code"),
    [(b"", Code.EMPTY), (b"\xef\xbb\xbf \r\n", Code.EMPTY), (b"\xff\xfe", Code.EMPTY), (b"\x1f\x8b\x08", Code.BINARY),
     (b"\x00\x00\x00\x20ftypisom", Code.BINARY), (b"Rar!\x1a\x07", Code.BINARY)],
)  # fmt: skip
def test_what_is_no_article_is_named(head, code):
    with pytest.raises(Unreadable) as refused:
        sniff(head)
    assert refused.value.code is code


def test_a_wrong_ending_is_read_with_a_warning(reading):
    read = reading(writers.pdf_file(ONE), "report.txt").text
    assert read.format == "pdf" and read.title.value == ONE.title
    assert "ends in .txt, but it is pdf" in read.warnings[0]
    assert reading(writers.plain(ONE), "report.txt").text.warnings == ()


def test_every_format_has_a_reader_and_its_endings():
    assert all(accepts.format == name and accepts.suffixes for name, accepts in formats().items())
    assert len(formats()) == 12


@pytest.mark.parametrize(
    "hostile",
    [
        "<!---->" * 9_000 + "x",
        "[" * 64_000,
        "[a](" * 16_000,
        "**" * 32_000,
        "<" * 64_000,
        "<p " * 20_000,
        "From: " * 10_000,
        "By " + "a" * 1_400 + "!\n\nand more words",
        "A" * 1_400 + ", (B",
        '{"' * 30_000,
        "---\na: " + "b" * 60_000,
        "\n " * 30_000 + "ab",
    ],
)
def test_no_beginning_makes_telling_slow(reading, hostile):
    start = time.process_time()
    for name in ("a.txt", "a.md", "a.csv"):
        try:
            reading(hostile, name)
        except Unreadable:
            continue
    assert time.process_time() - start < 10  # what went wrong before took minutes
