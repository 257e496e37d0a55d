"""Zips, mails and tables: what is inside is offered, each piece for itself."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from articles.readers import Code, Found, Limits, Unreadable
from articles.readers.table import read_row
from tests.files import writers
from tests.files.bad import locked_zip
from tests.files.stories import story

ONE = story(31)
TEXT = writers.plain(ONE).encode()


def test_tricks_in_the_names_of_a_zip_are_only_names(reading):
    names = [
        "../../etc/passwd",
        "/abs/a.txt",
        "C:\\win\\b.txt",
        "a/../../c.txt",
        "x\u202etxt.exe",
        "con\x07trol.txt",
        "..",
        "é.txt",
    ]
    parts = list(reading(writers.zipped([(name, TEXT) for name in names])).parts)
    assert [part.name for part in parts] == ["passwd", "a.txt", "b.txt", "c.txt", "xtxt.exe", "control.txt", "é.txt"]
    assert all(part.data == TEXT for part in parts)


def test_a_part_that_cannot_be_offered_says_why(reading):
    parts = list(
        reading(
            writers.zipped(
                [("a.txt", TEXT), ("b.zip", writers.zipped([("c.txt", TEXT)])), ("d.docx", writers.docx(ONE))]
            )
        ).parts
    )
    assert [part.refused for part in parts] == [None, Code.ZIP_IN_ZIP, None]


def test_one_locked_file_does_not_lock_the_others(reading):
    data = bytearray(locked_zip([("a.txt", TEXT), ("b.txt", TEXT)]))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + place] &= 0xFE
    assert [part.refused for part in reading(bytes(data)).parts] == [None, Code.ZIP_ENCRYPTED]


def test_a_part_over_the_limit_is_refused_alone(reading):
    parts = list(
        reading(writers.zipped([("a.txt", TEXT), ("b.txt", TEXT * 50)]), limits=Limits(max_bytes=20_000)).parts
    )
    assert [part.refused for part in parts] == [None, Code.TOO_LARGE]


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"From": "Wire <a@b.example>", "Subject": "A visit", "Message-ID": "<1@b>"}.items():
        message[name] = headers.pop(name.lower(), value)
    for name, value in headers.items():
        message[name.title()] = value
    return message


def test_a_mail_gives_its_letter_and_its_attachments(reading):
    message = mail(date="Thu, 30 Jun 2016 23:00:00 +0900", subject="Fwd: RE: A visit")
    message.set_content("\n\n".join(ONE.paragraphs))
    message.add_attachment(TEXT, maintype="text", subtype="plain", filename="../../a\u202e.txt")
    message.add_attachment(
        mail(subject="Inner").as_bytes() + b"\n" + TEXT, maintype="application", subtype="octet-stream"
    )
    result = reading(message.as_bytes())
    assert (result.kind, result.text.title.value, result.text.outlet.value) == ("text", "A visit", "Wire")
    assert result.text.published == Found(date(2016, 6, 30), "metadata")
    assert [part.name for part in result.parts] == ["a.txt", "attachment 3"]


def test_a_mail_that_only_carries_files_is_a_bundle(reading):
    message = mail()
    message.set_content("See attached.")
    message.add_attachment(writers.docx(ONE), maintype="application", subtype="x", filename="a.docx")
    assert [part.name for part in reading(message.as_bytes()).parts] == ["a.docx"]
    assert reading(message.as_bytes()).kind == "parts"


def test_a_newsletter_of_markup_is_read_without_scripts(reading):
    message = mail()
    message.set_content("View in your browser.")
    markup = "".join(f"<p>{paragraph}</p>" for paragraph in ONE.paragraphs) + "<script>alert(1)</script>"
    message.add_alternative(f"<html><body><table><tr><td>{markup}</td></tr></table></body></html>", subtype="html")
    text = reading(message.as_bytes()).text.text
    assert all(paragraph in text for paragraph in ONE.paragraphs) and "alert" not in text


@pytest.mark.parametrize("charset", ["utf-7", "rot13", "no-such", "unicode_escape", "idna"])
def test_a_foolish_charset_does_no_harm(reading, charset):
    head = f"From: a@b\nMessage-ID: <1>\nSubject: s\nContent-Type: text/plain; charset={charset}\n\n"
    assert "minister" in reading(head + "The foreign minister met his counterpart in Hanoi on Tuesday.").text.text


def table(reading, data, limits):
    result = reading(data, "a.csv").table
    outcomes = []
    for row in result.rows:
        try:
            outcomes.append(read_row(row, result.mapping, limits))
        except Unreadable as refused:
            outcomes.append(refused.code)
    return result, outcomes


def test_columns_are_shown_and_guessed(reading, limits):
    found, rows = table(
        reading, f'Überschrift,Story,Pub Date\n"A, b","{ONE.paragraphs[0]}",2016-06-30\nx,,2016-06-30\n', limits
    )
    assert found.columns == ("Überschrift", "Story", "Pub Date")
    assert found.mapping["text"] == "Story"
    assert rows[0].text == ONE.paragraphs[0].replace('"', "") and rows[1] is Code.ROW_NO_TEXT


def test_rows_can_be_walked_again_and_again(reading):
    found = reading("title,text\na,b\nc,d\n").table
    assert list(found.rows) == list(found.rows) == [{"title": "a", "text": "b"}, {"title": "c", "text": "d"}]


def test_formulas_stay_text_and_are_warned_of(reading, limits):
    found, rows = table(reading, 'title,text\n"=cmd|\'/c calc\'!A0","@SUM(1) The minister arrived in Hanoi."\n', limits)
    assert "formulas" in found.warnings[0]
    assert rows[0].title.value == "=cmd|'/c calc'!A0" and rows[0].text.startswith("@SUM(1)")


def test_a_date_that_is_none_is_left_out_with_a_warning(reading, limits):
    _, rows = table(reading, "title,text,date\na,The minister arrived in Hanoi.,2999-01-01\n", limits)
    assert rows[0].published is None and "2999-01-01" in rows[0].warnings[0]


def test_markup_in_a_cell_gives_only_words(reading, limits):
    for data in (
        "title,text\na,<p>The minister arrived.</p><script>alert(1)</script>\n",
        '{"title": "a", "text": "<p>The minister arrived.</p><script>alert(1)</script>"}\n',
    ):
        found, rows = table(reading, data, limits)
        assert rows[0].text == next(iter(found.rows))["text"] == "The minister arrived."


def test_an_address_that_runs_scripts_is_none(reading, limits):
    _, rows = table(reading, "title,text,url\na,The minister arrived in Hanoi.,javascript:alert(1)\n", limits)
    assert rows[0].url is None


def test_uneven_rows_and_doubled_names(reading, limits):
    found, _ = table(reading, "title,text,text,\na,words\nb,more,x,y,z\n", limits)
    assert found.columns == ("title", "text", "text (3)", "column 4") or len(set(found.columns)) == 4
    assert "more cells" in found.warnings[0]


def test_a_broken_line_of_json_stays_as_a_row_without_text(reading, limits):
    found, rows = table(reading, '{"title": "a", "body": "The minister arrived."}\n{broken\n["no object"]\n', limits)
    assert [getattr(row, "text", row) for row in rows] == ["The minister arrived.", Code.ROW_NO_TEXT, Code.ROW_NO_TEXT]
    assert "2, 3" in found.warnings[0]


def test_values_of_json_that_are_no_words(reading, limits):
    found, rows = table(
        reading, '{"text": "The minister arrived.", "author": ["A", "B"], "source": {"name": "Wire"}, "n": 1}\n', limits
    )
    assert (rows[0].author.value, rows[0].outlet.value) == ("A, B", "Wire")
    assert next(iter(found.rows))["n"] == "1"
