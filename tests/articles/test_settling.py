"""What becomes of files, one by one, read by the real readers in their child process; and the job around it."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from email.message import EmailMessage

import pytest
from django.utils import timezone

from articles import file_jobs, settling, uploads
from articles.models import Article, FileState, UploadedFile
from articles.readers import Code, Result, Unreadable, child
from articles.readers.types import Part
from tests import make
from tests.articles.conftest import story

pytestmark = pytest.mark.django_db
GERMAN = (
    "Die Außenministerin ist am Montag in Berlin eingetroffen und hat den Bundeskanzler getroffen, wie ein Sprecher "
    "mitteilte. Die beiden sprachen über den Handel und über die Grenze zwischen ihren Ländern."
)


@pytest.fixture
def upload(db):
    return make.upload(make.user("analyst"), outlet="Batch Outlet", published=date(2020, 5, 6))


def give(upload, name: str, data: bytes) -> UploadedFile:
    return uploads.take(upload, uploads.Announced.of(name, len(data), 1), [data])


def line(file: UploadedFile) -> tuple[str, str]:
    file.refresh_from_db()
    return file.state, file.note


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def table(*rows: list[str], columns=("Headline", "Body", "Date", "Paper")) -> bytes:
    held = io.StringIO()
    csv.writer(held).writerows([columns, *rows])
    return held.getvalue().encode()


def test_a_text_is_stored_with_what_was_typed_for_the_batch(read_all, upload, started):
    file = give(upload, "folder/talks.txt", story().encode())
    read_all(upload)
    article = Article.objects.get()
    assert line(file)[0] == FileState.STORED and file.article == article
    assert (article.outlet.name, article.published, article.published_basis) == (
        "Batch Outlet",
        date(2020, 5, 6),
        "typed",
    )
    assert (article.original, article.language, article.added_by) == (file.original, "en", upload.by)
    assert started == [article.pk]


def test_an_article_without_a_date_is_stored_and_marked(read_all):
    file = give(make.upload(), "a.txt", story().encode())
    read_all(file.upload)
    assert line(file) == (FileState.STORED, settling.NO_DATE_YET)


def test_another_language_is_said_and_taken_only_when_somebody_wants_it(read_all, upload):
    file = give(upload, "a.txt", GERMAN.encode())
    read_all(upload)
    state, note = line(file)
    assert state == FileState.LANGUAGE and "German" in note and not Article.objects.exists()
    assert uploads.try_again(file, any_language=True)
    read_all(upload)
    assert line(file)[0] == FileState.STORED and Article.objects.get().language == "de"


@pytest.mark.parametrize(
    ("name", "data", "state", "says"),
    [
        ("a.txt", b"", FileState.FAILED, "empty"),
        ("a.txt", b"Too short to be one.", FileState.NO_ARTICLE, "too short"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(300), FileState.FAILED, "PNG"),
        ("a.zip", zipped(**{"b.txt": b""})[:-8], FileState.FAILED, "."),
    ],
)
def test_a_file_that_is_no_article_says_why_and_what_to_do(read_all, upload, name, data, state, says):
    file = give(upload, name, data)
    read_all(upload)
    assert line(file)[0] == state and says in file.note
    assert not Article.objects.exists()


def test_a_zip_becomes_files_of_its_own(read_all, upload):
    file = give(
        upload,
        "more.zip",
        zipped(**{"in/one.txt": story(1).encode(), "../../two.txt": story(2).encode(), "no.txt": b""}),
    )
    read_all(upload)
    assert line(file)[0] == FileState.OPENED
    parts = {part.name.rsplit("/", 1)[-1]: part.state for part in file.parts.all()}
    assert parts == {"one.txt": FileState.STORED, "two.txt": FileState.STORED, "no.txt": FileState.FAILED}
    assert not [part.name for part in file.parts.all() if ".." in part.name]


def test_the_attachments_of_a_mail_are_offered_and_read_when_somebody_asks(read_all, upload):
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = "Talks in Oslo", "news@example.org", "Wed, 06 May 2020 10:00:00 +0000"
    mail.set_content(story(1))
    mail.add_attachment(story(2).encode(), maintype="text", subtype="plain", filename="other.txt")
    file = give(upload, "news.eml", bytes(mail))
    read_all(upload)
    assert line(file)[0] == FileState.STORED
    part = file.parts.get()
    assert part.state == FileState.OFFERED and Article.objects.count() == 1
    assert uploads.try_again(part)
    read_all(upload)
    assert line(part)[0] == FileState.STORED and Article.objects.count() == 2


def test_a_table_asks_first_and_then_stores_row_by_row(read_all, upload):
    rows = [[f"Title {n}", story(n), f"2020-04-0{n}", "Row Post"] for n in range(1, 4)]
    file = give(upload, "rows.csv", table(*rows, ["=1+1", "", "", ""], ["Again", story(1), "", ""]))
    read_all(upload)
    assert line(file)[0] == FileState.ASKS and not Article.objects.exists()
    assert file.table["columns"] == ["Headline", "Body", "Date", "Paper"] and file.table["first"][0][0] == "Title 1"
    mapping = {"text": "Body", "title": "Headline", "published": "Date", "outlet": "Paper"}
    assert uploads.map_columns(file, mapping) and not uploads.map_columns(file, mapping)
    read_all(upload)
    state, note = line(file)
    assert state == FileState.OPENED and "3 stored" in note
    states = list(file.parts.order_by("ordinal").values_list("state", flat=True))
    assert states == [FileState.STORED] * 3 + [FileState.NO_ARTICLE, FileState.HERE]
    article = Article.objects.get(title="Title 2")
    assert (str(article.published), article.published_basis, article.outlet.name) == ("2020-04-02", "file", "Row Post")


def test_a_large_table_is_stored_in_turns_each_row_once(read_all, upload, monkeypatch):
    monkeypatch.setattr(settling, "SECONDS_A_TURN", -1.0)
    file = give(upload, "rows.csv", table(*[[f"Title {n}", story(n), "", ""] for n in range(5)]))
    read_all(upload)
    uploads.map_columns(file, {"text": "Body"})
    read_all(upload)
    assert line(file)[0] == FileState.OPENED
    assert Article.objects.count() == 5 == file.parts.count()


def test_a_part_that_its_reader_refused_says_why(read_all, upload, monkeypatch):
    parts = (Part("in.zip", b"PK", refused=Code.ZIP_IN_ZIP), Part("ok.txt", story().encode()))
    real = child.read
    monkeypatch.setattr(
        child,
        "read",
        lambda path, name, limits: Result("parts", "zip", parts=parts) if name == "a.zip" else real(path, name, limits),
    )
    file = give(upload, "a.zip", b"anything")
    read_all(upload)
    refused, fine = file.parts.order_by("ordinal")
    assert refused.state == FileState.FAILED and "inside a zip" in refused.note and fine.state == FileState.STORED


def test_a_file_that_ends_its_reader_is_given_up_after_one_retry(read_all, upload, monkeypatch):
    tries = []

    def crash(path, name, limits):
        tries.append(name)
        raise Unreadable(Code.CRASHED)

    monkeypatch.setattr(child, "read", crash)
    file = give(upload, "evil.pdf", b"%PDF-")
    read_all(upload)
    assert len(tries) == 2
    assert line(file)[0] == FileState.FAILED and "broke the reader" in file.note


def test_a_file_whose_workers_were_killed_twice_is_given_up(read_all, upload):
    file = give(upload, "a.txt", story().encode())
    UploadedFile.objects.update(state=FileState.READING, attempts=file_jobs.MOST_ATTEMPTS)
    file_jobs.run(file.pk)
    assert line(file) == (FileState.FAILED, settling.GIVEN_UP)


def test_a_second_delivery_changes_nothing(read_all, upload):
    file = give(upload, "a.txt", story().encode())
    read_all(upload)
    before = UploadedFile.objects.values().get()
    file_jobs.run(file.pk)
    file_jobs.run(987654)
    assert UploadedFile.objects.values().get() == before and Article.objects.count() == 1


def test_a_file_that_is_being_read_is_left_to_its_reader_but_its_own_message_may_come_again(read_all, upload):
    file = give(upload, "a.txt", story().encode())
    UploadedFile.objects.update(state=FileState.READING, claimed_by="first", attempts=1)
    file_jobs.run(file.pk, "another")
    assert line(file)[0] == FileState.READING and file.attempts == 1
    file_jobs.run(file.pk, "first")
    assert line(file)[0] == FileState.STORED


def test_a_worker_that_comes_late_writes_nothing_over_the_result(read_all, upload, monkeypatch):
    file = give(upload, "a.txt", story().encode())
    real = child.read

    def while_another_settles(path, name, limits):
        result = real(path, name, limits)
        UploadedFile.objects.update(state=FileState.FAILED, note="settled by another")
        return result

    monkeypatch.setattr(child, "read", while_another_settles)
    file_jobs.run(file.pk)
    assert line(file) == (FileState.FAILED, "settled by another") and not Article.objects.exists()


def test_the_sweep_finds_what_a_lost_message_or_a_lost_worker_left(upload, monkeypatch):
    sent = []
    monkeypatch.setattr(file_jobs, "send", lambda pk, **_how: sent.append(pk))
    now = timezone.now()
    waiting = make.uploaded_file(upload, state=FileState.WAITING, sent_at=now - timedelta(minutes=5))
    make.uploaded_file(upload, state=FileState.WAITING)
    assert file_jobs.sweep(now) == 1 and sent == [waiting.pk]
    stuck = make.uploaded_file(upload, state=FileState.READING, started_at=now - file_jobs.STUCK_AFTER * 2)
    make.uploaded_file(upload, state=FileState.READING, started_at=now)
    sent.clear()
    file_jobs.sweep(now + timedelta(minutes=2) - timedelta(seconds=90))
    assert sent == [stuck.pk], "while workers take up files, what waits is in their queue"


def test_the_original_that_is_gone_is_told(read_all, upload):
    file = give(upload, "a.txt", story().encode())
    UploadedFile.objects.update(original="originals/no/where")
    read_all(upload)
    assert line(file)[0] == FileState.FAILED and "no longer in the storage" in file.note


def test_a_better_reader_later_is_offered_and_its_text_is_kept_beside_the_old_one(read_all, upload, monkeypatch):
    file = give(upload, "a.txt", story().encode())
    read_all(upload)
    article = Article.objects.get()
    assert not uploads.may_be_read_anew(article) and uploads.read_anew(article, upload.by) is None
    for module in (uploads, settling):
        monkeypatch.setattr(module, "READER_VERSION", 99)
    same = uploads.read_anew(article, upload.by)
    assert read_all(same) == {file.name: FileState.HERE}
    real = child.read

    def better(path, name, limits):
        result = real(path, name, limits)
        return replace(result, text=replace(result.text, text=result.text.text + " A line that was lost before."))

    monkeypatch.setattr(child, "read", better)
    anew = uploads.read_anew(article, upload.by)
    assert read_all(anew) == {file.name: FileState.LIKE}
    assert Article.objects.count() == 2 and Article.objects.get(pk=article.pk).text == article.text
