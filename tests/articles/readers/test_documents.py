"""PDF, Word, OpenDocument, RTF, Markdown: order, what is left out, what is hostile."""

from __future__ import annotations

from datetime import date

import pytest

from articles.readers import Code, Found, Limits, Unreadable
from tests.files import writers
from tests.files.bad import LAUGHS, OUTSIDE
from tests.files.pdf_writer import Text, pdf
from tests.files.stories import story

ONE = story(21)


def column(words: str, x: float, top: float = 700, step: float = 14) -> list[Text]:
    return [Text(line, x, top - step * n) for n, line in enumerate(words.split("\n"))]


LEFT = "The first column begins here and\nruns on to its second line, then\nto a third and to a fourth one,\n"
LEFT += "where it breaks off without any\nnotice because the page is full\nand goes on in the second column"
RIGHT = "of the page, which stands beside\nit and must be read only after it.\nThis is what readers expect, and\n"
RIGHT += "so it is what the machine has to\ndo as well, whatever the order\nin the file."


@pytest.mark.parametrize("mixed", [False, True])
def test_columns_are_read_one_after_the_other(reading, mixed):
    words = column(LEFT, 60) + column(RIGHT, 320)
    if mixed:
        words.sort(key=lambda text: (-text.y, text.x))
    text = reading(pdf([words])).text.text
    assert text == f"{LEFT}\n{RIGHT}".replace("\n", " ")


def test_a_headline_across_two_columns_comes_first_and_is_the_title(reading):
    words = (
        column(LEFT, 60) + column(RIGHT, 320) + [Text("A headline over the whole width of the page", 60, 760, 20, "F2")]
    )
    read = reading(pdf([words])).text
    assert read.text.startswith("A headline over the whole width of the page\n\nThe first column")
    assert read.title == Found("A headline over the whole width of the page", "text")


def test_words_cut_at_line_ends_are_whole(reading):
    words = column(
        "The deputy minis-\nter spoke of the vice-\npresident and of a long-\nterm agree-\nment with the neigh-\n"
        "bours.",
        60,
    )
    assert reading(pdf([words])).text.text == (
        "The deputy minister spoke of the vice-president and of a long-term agreement with the neighbours."
    )


def test_running_headers_and_page_numbers_leave_and_sentences_go_on(reading):
    pages = [
        [Text("The Gazette, 3 May", 60, 815, 8), Text(f"- {n} -", 290, 25, 8)]
        + column(
            f"The words of page {n} stand here and they\nfill one line after the other until the\n"
            "page ends and the sentence",
            60,
        )
        for n in range(1, 5)
    ]
    text = reading(pdf(pages)).text.text
    assert "Gazette" not in text and "- 2 -" not in text
    assert text.count("The words of page") == 4 and "\n\n" not in text.replace("sentence\n\nThe words", "")


def test_a_number_in_a_text_of_one_page_stays(reading):
    assert (
        "1959"
        in reading(pdf([column("The revolution of the year\n1959\nchanged the relations of the two.", 60)])).text.text
    )


def test_a_pdf_has_no_more_pages_than_allowed(reading):
    pages = [[Text("Words on a page that nobody needs", 60, 700)]] * 5
    with pytest.raises(Unreadable) as refused:
        reading(pdf(pages), limits=Limits(max_pages=4))
    assert refused.value.code is Code.PDF_TOO_MANY_PAGES and refused.value.detail.startswith("5;")


@pytest.mark.parametrize("hostile", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("write", [writers.docx, writers.odt])
def test_entities_are_refused(reading, write, hostile):
    with pytest.raises(Unreadable) as refused:
        reading(write(ONE, hostile))
    assert refused.value.code is Code.XML_ENTITIES


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_entities_are_refused_in_every_encoding(encoding):
    from articles.readers import xml

    with pytest.raises(Unreadable) as refused:
        xml.parse((LAUGHS + "<x>&c;</x>").encode(encoding))
    assert refused.value.code is Code.XML_ENTITIES


def test_xml_without_end_is_refused():
    from articles.readers import xml

    with pytest.raises(Unreadable):
        xml.parse(b"<a>" * 100_000 + b"</a>" * 100_000)


def test_a_document_that_unpacks_to_far_more_is_refused(reading):
    body = "<w:p/>" * 3_000_000
    with pytest.raises(Unreadable) as refused:
        reading(writers.docx(ONE, body=body))
    assert refused.value.code is Code.ZIP_BOMB


def test_word_text_boxes_fields_tables_and_changes(reading):
    run = "<w:r><w:t>{}</w:t></w:r>".format
    body = (
        f"<w:p>{run('Before the change')}<w:del><w:r><w:delText> gone</w:delText></w:r></w:del>"
        f"<w:ins>{run(' added.')}</w:ins></w:p>"
        f"<w:p><w:r><w:fldChar/><w:instrText> HYPERLINK x </w:instrText></w:r>"
        f"<w:hyperlink>{run('A link')}</w:hyperlink></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run('cell one')}</w:p></w:tc>"
        f"<w:tc><w:p>{run('cell two')}</w:p></w:tc></w:tr></w:tbl>"
        f"<w:sdt><w:sdtContent><w:p>{run('In a control')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p>{run('Around')}<w:r><w:pict><w:txbxContent><w:p>{run('In a box')}</w:p></w:txbxContent></w:pict></w:r>"
        "</w:p>"
    )
    assert reading(writers.docx(ONE, body=body)).text.text.split("\n\n") == [
        "Before the change added.", "A link", "cell one", "cell two", "In a control", "Around", "In a box",
    ]  # fmt: skip


def test_rtf_code_pages_and_unicode(reading):
    read = reading(rb"{\rtf1\ansi\ansicpg1251 \'cc\'e8\'ed\'e8\'f1\'f2\'f0 \u8220?x\u8221?\par and more words}").text
    assert read.text == "Министр “x”\n\nand more words"
    assert reading(rb"{\rtf1 words that break off \b in the mid").text.warnings


def test_rtf_of_open_groups_is_refused(reading):
    with pytest.raises(Unreadable) as refused:
        reading(b"{\\rtf1 " + b"{" * 500_000)
    assert refused.value.code is Code.DAMAGED


def test_markdown_gives_words_and_no_script(reading):
    source = "---\ntitle: A visit\ndate: 2016-06-30\nsource: Wire\n---\n# A visit\n\n"
    source += "**Bold** [words](https://a.example) ![pic](p.png)\n"
    source += "<script>alert(1)</script>\n\n- one thing\n- another\n\n<script>\nalert(2)\n</script>\n\nThe end of it."
    read = reading(source, "a.md").text
    assert (read.title.value, read.published.value, read.outlet.value) == ("A visit", date(2016, 6, 30), "Wire")
    assert read.text.startswith("A visit\n\nBold words") and "alert" not in read.text and "one thing" in read.text
