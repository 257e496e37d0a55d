"""The pages of batches: how far one is, a line a file with what can be done about it, and cheap looking again."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import file_jobs, originals, queries_batch
from articles.models import Article, FileState, UploadedFile
from tests import make
from tests.articles.conftest import story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_messages(monkeypatch):
    monkeypatch.setattr(file_jobs, "send", lambda _pk, **_how: None)


def page(client, upload, **query) -> str:
    return client.get(reverse("articles:batch", args=[upload.pk]), query).content.decode()


def test_each_state_has_its_line_with_what_can_be_done(analyst):
    upload = make.upload()
    article, other = make.article(title="Talks in Oslo"), make.article(title="Oslo talks")
    make.uploaded_file(upload, state=FileState.STORED, note="", article=article, name="stored.txt")
    make.uploaded_file(upload, state=FileState.HERE, note="Here since May.", article=article, name="here.txt")
    make.uploaded_file(upload, state=FileState.LIKE, note="", article=other, like=article, name="like.txt")
    make.uploaded_file(upload, state=FileState.NO_ARTICLE, note="There are no words.", name="none.txt")
    make.uploaded_file(upload, state=FileState.LANGUAGE, note="The text is in German.", name="german.txt")
    make.uploaded_file(upload, state=FileState.FAILED, note="The file is empty.", name="<b>bad</b>.txt", original="x")
    make.uploaded_file(upload, state=FileState.ASKS, note="", name="rows.csv")
    make.uploaded_file(upload, state=FileState.WAITING, note="", name="waits.txt")
    shown = page(analyst, upload)
    for words in (
        "Already here", "Here since May.", "Kept as a second source beside", "Not an article", "There are no words.",
        "Not English", "Take it all the same", "Could not be read", "Try again", "Paste its text", "Map its columns",
        "&lt;b&gt;bad&lt;/b&gt;.txt", "<b>7</b> of 8 read",
    ):  # fmt: skip
        assert words in shown, words
    assert shown.count("Talks in Oslo") == 3
    only_failed = page(analyst, upload, show="failed")
    assert "The file is empty." in only_failed and "stored.txt" not in only_failed
    assert "stored.txt" in page(analyst, upload, show="nonsense")


def test_the_page_looks_again_while_something_moves_and_is_answered_204_until_it_changed(analyst):
    upload = make.upload()
    file = make.uploaded_file(upload, state=FileState.READING, started_at=timezone.now())
    assert 'hx-trigger="every 2s"' in page(analyst, upload)
    address = reverse("articles:batch", args=[upload.pk])
    seen = queries_batch.progress(upload).stamp
    fragment = {"HX-Request": "true"}
    with CaptureQueriesContext(connection) as quiet:
        assert analyst.get(f"{address}?seen={seen}", headers=fragment).status_code == 204
    assert len(quiet) <= 6, "looking again is cheap"
    UploadedFile.objects.filter(pk=file.pk).update(state=FileState.FAILED, changed_at=timezone.now())
    answer = analyst.get(f"{address}?seen={seen}", headers=fragment)
    assert answer.status_code == 200 and "hx-trigger" not in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_files_that_did_not_arrive_are_told_and_what_to_do(analyst):
    upload = make.upload(expected=3)
    file = make.uploaded_file(upload)
    assert "2 files still on the way" in page(analyst, upload)
    UploadedFile.objects.filter(pk=file.pk).update(arrived_at=timezone.now() - timedelta(minutes=5))
    shown = page(analyst, upload)
    assert "2 files did not arrive" in shown and "Give the same folder again" in shown
    assert 'hx-trigger="every' not in shown


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (20, "less than a minute left"),
        (61, "about 1 minute left"),
        (600, "about 10 minutes left"),
        (9000, "about 2 hours left"),
    ],
)
def test_the_time_left_is_said_in_words(seconds, words):
    left = queries_batch.Progress(9, 1, 0, False, 8, seconds, [], "")
    assert left.time_left == words


def test_the_time_left_follows_the_pace_of_the_last_minutes():
    upload, now = make.upload(expected=11), timezone.now()
    old = now - timedelta(days=3)
    make.uploaded_file(upload, state=FileState.STORED, started_at=old, changed_at=old)
    for n in range(10):
        state = FileState.STORED if n < 2 else FileState.WAITING
        make.uploaded_file(upload, state=state, started_at=now - timedelta(seconds=30) if n < 2 else None)
    assert queries_batch.progress(upload, now).seconds == pytest.approx(120)


def test_a_line_is_tried_again_and_comes_back_as_it_is_now(analyst):
    file = make.uploaded_file(original=originals.keep([b"x"]).name)
    form = {"show": "", "page": "1"}
    answer = analyst.post(reverse("articles:again", args=[file.pk]), form, headers={"HX-Request": "true"})
    said = answer.content.decode()
    assert 'id="live"' in said and "hx-trigger" in said and "waiting…" in said and "autofocus" in said
    assert UploadedFile.objects.get().state == FileState.WAITING
    plain = analyst.post(reverse("articles:again", args=[file.pk]), follow=True)
    assert "nothing to try again" in plain.content.decode()


def test_the_text_of_a_bad_file_is_pasted_by_hand(analyst):
    file = make.uploaded_file(make.upload(outlet="Oslo Post"), name="scan.pdf", original=originals.keep([b"x"]).name)
    address = reverse("articles:paste", args=[file.pk])
    shown = analyst.get(address).content.decode()
    assert "scan.pdf" in shown and "Oslo Post" in shown
    bad = analyst.post(address, {"text": "too little", "outlet": "Kept"})
    assert bad.status_code == 422 and "Kept" in bad.content.decode()
    analyst.post(address, {"text": story(), "published": "2020-05-06", "outlet": "Oslo Post"})
    file.refresh_from_db()
    assert (file.state, file.article) == (FileState.STORED, Article.objects.get())
    assert Article.objects.get().original == file.original


def test_a_table_shows_its_columns_and_rows_before_anything_is_stored(analyst):
    table = {
        "columns": ["Head", "Body", "=cmd()"],
        "keys": ["Head", "Body", "=cmd()"],
        "first": [["a", "b <i>", "c"]],
        "guessed": {"text": "Body"},
    }
    file = make.uploaded_file(state=FileState.ASKS, table=table, original="x")
    address = reverse("articles:columns", args=[file.pk])
    shown = analyst.get(address).content.decode()
    assert '<option value="Body" selected>' in shown and "b &lt;i&gt;" in shown
    assert analyst.post(address, {"title": "Head"}).status_code == 422
    assert analyst.post(address, {"text": "nonsense"}).status_code == 422
    assert analyst.post(address, {"text": "Body", "title": "Head"}).status_code == 302
    file.refresh_from_db()
    assert file.state == FileState.WAITING and file.table["mapping"] == {"text": "Body", "title": "Head"}


def test_an_original_comes_as_a_download_that_can_do_nothing(analyst):
    kept = originals.keep([b"<script>alert(1)</script>"]).name
    file = make.uploaded_file(name="dir/evil\u202egpj.html", original=kept)
    article = make.article(original=kept, file_name="dir/evil.html")
    for address in (reverse("articles:file_original", args=[file.pk]), reverse("articles:original", args=[article.pk])):
        answer = analyst.get(address)
        assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"
        assert answer["Content-Disposition"].startswith("attachment;") and "dir" not in answer["Content-Disposition"]
        assert answer["Content-Type"] == "application/octet-stream" and answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    none = analyst.get(reverse("articles:original", args=[make.article().pk]), follow=True)
    assert "No file is kept" in none.content.decode()


def test_batches_stay_listed_and_an_empty_list_says_what_to_do(analyst):
    assert "No batches yet" in analyst.get(reverse("articles:batches")).content.decode()
    upload = make.upload(name="March mail", by=analyst.user)
    make.uploaded_file(upload)
    shown = analyst.get(reverse("articles:batches")).content.decode()
    assert "March mail" in shown and "could not be read" in shown


def test_the_pages_ask_as_often_for_many_lines_as_for_few(analyst):
    upload = make.upload()

    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert analyst.get(address).status_code == 200
        return len(captured)

    def add(number: int) -> None:
        for n in range(number):
            article = make.article(title=f"Article {n}")
            make.uploaded_file(upload, state=FileState.LIKE, article=article, like=article)
            parent = make.uploaded_file(upload, state=FileState.OPENED)
            make.uploaded_file(upload, parent=parent, ordinal=1)
            make.uploaded_file(make.upload(by=analyst.user))

    addresses = [reverse("articles:batch", args=[upload.pk]), reverse("articles:batches"), reverse("articles:add")]
    add(2)
    few = [queries(address) for address in addresses]
    add(12)
    assert [queries(address) for address in addresses] == few
