"""Web pages: the article without its surroundings, and what the page says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from articles.readers import Code, Found, Unreadable
from tests.files import writers
from tests.files.stories import story

ONE = story(11)
DAY = date(2016, 6, 30)
SENTENCES = "".join(f"<p>{paragraph}</p>" for paragraph in ONE.paragraphs)


def page(head: str = "", body: str = SENTENCES) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><h1>{ONE.title}</h1>{body}</body></html>"


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (f'<script type="application/ld+json">{writers.json_ld(ONE)}</script>', Found(ONE.published, "json-ld")),
        ('<meta property="article:published_time" content="2016-06-30T10:00:00Z">', Found(DAY, "metadata")),
        ('<meta itemprop="datePublished" content="2016-06-30">', Found(DAY, "metadata")),
        ('<link rel="canonical" href="https://news.example/2016/06/30/visit">', Found(DAY, "text")),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2999-01-01"}</script>'
         '<meta name="pubdate" content="20160630">', Found(DAY, "metadata")),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<script type="application/ld+json">' + "[" * 5_000 + "</script>", None),
        ('<meta name="date" content="0000-00-00">', None),
        ("", None),
    ],
)  # fmt: skip
def test_the_date_is_found_where_it_is_most_certain(reading, head, found):
    assert reading(page(head)).text.published == found


def test_no_script_style_or_markup_comes_out(reading):
    evil = "<script>alert('one')</script><style>p{color:red}</style><p onclick=alert('two')>Fine words stay here.</p>"
    evil += "<noscript>three</noscript><template>four</template><!-- five --><svg><text>six</text></svg>"
    text = reading(page(body=SENTENCES + evil)).text.text
    assert not [word for word in ("alert", "color:red", "three", "four", "five", "<p", "onclick") if word in text]
    assert ONE.paragraphs[-1] in text


def test_an_address_of_another_kind_is_no_address(reading):
    assert reading(page('<meta property="og:url" content="javascript:alert(1)">')).text.url is None
    assert reading(page('<meta property="og:url" content="https://me:secret@news.example/">')).text.url is None


def test_direction_marks_and_controls_leave_the_title(reading):
    head = '<meta property="og:site_name" content="The \u202eGazette\x07">'
    assert reading(page(head)).text.outlet.value == "The Gazette"


def test_a_piece_from_the_clipboard_is_read(reading):
    read = reading("<p>The <b>foreign minister</b> of Cuba met his counterpart in Hanoi on Tuesday.</p>").text
    assert read.text == "The foreign minister of Cuba met his counterpart in Hanoi on Tuesday."


def test_a_very_deep_page_is_read_or_refused_plainly(reading):
    for markup in ("<div>" * 20_000 + SENTENCES, "<table><tr><td>" * 3_000 + SENTENCES, "<b>" * 50_000 + "words"):
        try:
            assert SENTENCES[3:60] in reading(f"<html><body>{markup}").text.text
        except Unreadable as refused:
            assert refused.code in (Code.NO_ARTICLE, Code.NO_TEXT, Code.DAMAGED)


def test_the_declared_encoding_is_used(reading):
    markup = page(
        '<meta charset="windows-1251">', "<p>Министр прибыл в Ханой с визитом, который продлится три дня.</p>" * 3
    )
    assert "Министр прибыл" in reading(markup.encode("cp1251")).text.text


def test_a_saved_page_knows_its_address_and_not_its_day_of_saving(reading):
    read = reading(writers.mhtml(ONE, 2)).text
    assert read.url == Found(ONE.url, "file")
    assert read.published == Found(ONE.published, "metadata")


def test_lists_and_tables_of_an_article_are_part_of_it(reading):
    body = SENTENCES + "<ul><li>The first demand was about port fees.</li><li>The second was about rice.</li></ul>"
    body += "<table><tr><th>Year</th><th>Visits</th></tr><tr><td>2015</td><td>three</td></tr></table>" + SENTENCES
    text = reading(page(body=f"<article>{body}</article>")).text.text
    assert "The first demand was about port fees." in text and "2015 | three" in text
