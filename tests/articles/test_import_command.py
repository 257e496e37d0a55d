"""``manage.py import_articles``: folders of any size, a report at the end, and going on where it stopped."""

import csv
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles import importing
from articles.models import Article, FileState, Upload, UploadedFile
from tests.articles.conftest import story

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "press"
    (folder / "deep" / ".hidden").mkdir(parents=True)
    for n in range(3):
        (folder / "deep" / f"{n}.txt").write_text(story(n))
    (folder / "=cmd.txt").write_text("")
    (folder / ".DS_Store").write_text("x")
    (folder / "deep" / ".hidden" / "x.txt").write_text("x")
    (folder / "rows.csv").write_text(f'title,text,date\nRow,"{story(9)}",2020-05-06\n')
    return folder


def run(*arguments) -> str:
    said = StringIO()
    call_command("import_articles", *map(str, arguments), "--here", stdout=said, stderr=StringIO())
    return said.getvalue()


def test_a_folder_is_read_and_reported(folder, tmp_path, read_all):
    report = tmp_path / "report.csv"
    said = run(folder, "--outlet", "Press", "--published", "2020-05-06", "--report", report)
    assert Article.objects.count() == 4
    assert {article.outlet.name for article in Article.objects.all()} == {"Press"}
    assert "4  stored" in said and "1  could not be read" in said
    rows = {row["file"]: row for row in csv.DictReader(report.open(encoding="utf-8"))}
    assert rows["press/deep/1.txt"]["state"] == "stored" and rows["press/deep/1.txt"]["published"] == "2020-05-06"
    assert "empty" in rows["press/=cmd.txt"]["why"]
    assert rows["press/rows.csv / row 1"]["title"] == "Row"
    assert not [name for name in rows if "hidden" in name or "DS_Store" in name]


def test_a_second_run_goes_on_where_the_first_stopped(folder, read_all, monkeypatch):
    sent = importing.send
    left = iter([True, True])

    def until_killed(upload, one):
        if not next(left, False):
            raise KeyboardInterrupt
        sent(upload, one)

    with monkeypatch.context() as patched:
        patched.setattr(importing, "send", until_killed)
        with pytest.raises(KeyboardInterrupt):
            run(folder)
    assert UploadedFile.objects.count() == 2
    said = run(folder)
    assert "2 of 5 files had arrived before" in said
    assert Upload.objects.count() == 1 and UploadedFile.objects.filter(parent=None).count() == 5
    states = list(UploadedFile.objects.values_list("state", flat=True))
    run(folder)
    assert list(UploadedFile.objects.values_list("state", flat=True)) == states and Article.objects.count() == 4


def test_a_file_that_cannot_be_opened_is_a_line_that_says_so(folder, read_all, monkeypatch):
    found = next(one for one in importing.find([folder]) if one.path.name == "1.txt")
    found.path.unlink()
    upload, _ = importing.begin([found], None, "press", importing.uploads.Defaults())
    importing.send(upload, found)
    assert UploadedFile.objects.get().state == FileState.FAILED and "opened" in UploadedFile.objects.get().note


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["/no/such/folder"], "There is no"),
        (["{empty}"], "no file"),
        (["{empty}", "--published", "2999-01-01"], "no date"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(tmp_path, arguments, says):
    with pytest.raises(CommandError, match=says):
        run(*(argument.format(empty=tmp_path) for argument in arguments))


def test_a_name_that_a_spreadsheet_would_run_is_written_as_words():
    assert [importing._harmless(cell) for cell in ("=1+1", "@x", "plain", 3)] == ["'=1+1", "'@x", "plain", "3"]
