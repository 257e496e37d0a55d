"""Giving files: announced, arriving one by one, going on after an interruption, taken once."""

import json
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import file_jobs, originals, uploads
from articles.models import Article, FileState, Upload, UploadedFile
from tests import make
from tests.articles.conftest import story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_messages(monkeypatch):
    monkeypatch.setattr(file_jobs, "send", lambda _pk, **_how: None)


def announce(client, files, **more):
    asked = {"files": files, "name": "folder", **more}
    return client.post(reverse("articles:begin"), json.dumps(asked), content_type="application/json")


def send(client, begun, name, data, modified=7, size=None):
    query = urlencode({"name": name, "size": len(data) if size is None else size, "modified": modified})
    return client.post(f"{begun['send']}?{query}", data, content_type="application/octet-stream")


def test_files_are_announced_sent_one_by_one_and_kept_under_names_of_their_content(analyst):
    begun = announce(analyst, [["folder/a.txt", 5, 7], ["folder/b.txt", 5, 7]], batch={"outlet": "Oslo Post"}).json()
    assert begun["missing"] == [0, 1]
    assert send(analyst, begun, "folder/a.txt", b"hello").status_code == 201
    upload = Upload.objects.get()
    assert (upload.expected, upload.name, upload.outlet, upload.by) == (2, "folder", "Oslo Post", analyst.user)
    file = upload.files.get()
    assert (file.state, file.size, file.name) == (FileState.WAITING, 5, "folder/a.txt")
    assert "a.txt" not in file.original and originals.open_kept(file.original).read() == b"hello"


def test_the_same_folder_again_sends_only_what_is_missing_into_the_same_batch(analyst):
    files = [[f"folder/{n}.txt", 3, n] for n in range(4)]
    begun = announce(analyst, files).json()
    for n in (0, 2):
        send(analyst, begun, f"folder/{n}.txt", b"abc", modified=n)
    again = announce(analyst, files).json()
    assert (again["batch"], again["missing"]) == (begun["batch"], [1, 3])
    for n in (1, 3):
        send(analyst, again, f"folder/{n}.txt", b"abc", modified=n)
    once_more = announce(analyst, files).json()
    assert (once_more["batch"], once_more["missing"]) == (begun["batch"], [])
    assert Upload.objects.get().files.count() == 4 == Upload.objects.get().expected


def test_new_files_of_a_folder_that_was_finished_are_a_batch_of_their_own(analyst):
    begun = announce(analyst, [["folder/1.txt", 3, 1]]).json()
    send(analyst, begun, "folder/1.txt", b"abc", modified=1)
    later = announce(analyst, [["folder/1.txt", 3, 1], ["folder/2.txt", 3, 1]]).json()
    assert later["missing"] == [1] and later["batch"] != begun["batch"]


def test_a_large_folder_is_announced_in_parts_of_one_batch(analyst):
    begun = announce(analyst, [["f/1.txt", 3, 1]]).json()
    more = announce(analyst, [["f/2.txt", 3, 1]], into=begun["batch"]).json()
    assert more["batch"] == begun["batch"] and Upload.objects.get().expected == 2


def test_a_file_that_changed_is_another_file(analyst):
    begun = announce(analyst, [["a.txt", 3, 1]]).json()
    send(analyst, begun, "a.txt", b"abc", modified=1)
    assert announce(analyst, [["a.txt", 3, 2]]).json()["missing"] == [0]


def test_somebody_elses_files_are_not_taken_for_mine(analyst, client):
    upload = make.upload(by=make.user("analyst"))
    make.uploaded_file(upload, name="a.txt", size=3, modified=1)
    assert announce(analyst, [["a.txt", 3, 1]]).json()["missing"] == [0]


def test_sending_twice_is_sending_once(analyst):
    begun = announce(analyst, [["a.txt", 5, 7]]).json()
    first, second = (send(analyst, begun, "a.txt", b"hello").json() for _ in range(2))
    assert first == second and UploadedFile.objects.count() == 1


def test_a_file_that_was_cut_short_is_not_stored_and_may_be_sent_again(analyst):
    begun = announce(analyst, [["a.txt", 10, 7]]).json()
    answer = send(analyst, begun, "a.txt", b"hello", size=10)
    assert (answer.status_code, answer.json()["again"]) == (400, True)
    assert not UploadedFile.objects.exists()


def test_a_file_that_is_too_large_is_refused_in_plain_words(analyst, monkeypatch):
    monkeypatch.setattr(originals, "LARGEST", 4)
    begun = announce(analyst, [["a.txt", 5, 7]]).json()
    for size in (5, 3):
        answer = send(analyst, begun, "a.txt", b"hello", size=size)
        assert answer.status_code == 413 and "larger than" in answer.json()["problem"]
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("C:\\evil\\a.txt", "C:/evil/a.txt"),
        ("a\u202etxt.exe\x00\n", "atxt.exe"),
        ("//", "file"),
        ("x" * 400 + ".txt", "x" * 251 + ".txt"),
    ],
)
def test_tricks_in_names_are_gone_before_anything_is_stored(given, shown):
    assert uploads.Announced.of(given, 1, 1).name == shown


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b'{"files": 3}',
        b'{"files": [["a"]]}',
        b'{"files": [["a", "x", 1]]}',
        b'{"files":[["a",1e999,1]]}',
    ],
)
def test_an_announcement_that_is_none_is_refused(analyst, body):
    answer = analyst.post(reverse("articles:begin"), body, content_type="application/json")
    assert answer.status_code == 400 and "Reload" in answer.json()["problem"]


def test_a_wrong_date_for_the_batch_is_told_before_anything_is_sent(analyst):
    answer = announce(analyst, [["a.txt", 1, 1]], batch={"published": "2999-01-01"})
    assert answer.status_code == 422 and "future" in answer.json()["problem"]
    assert not Upload.objects.exists()


def test_the_form_takes_many_files_without_a_script(analyst):
    files = [SimpleUploadedFile(f"{n}.txt", story(n).encode()) for n in range(3)]
    answer = analyst.post(reverse("articles:send_form"), {"files": files, "batch-outlet": "", "batch-published": ""})
    assert answer.url == reverse("articles:batch", args=[Upload.objects.get().pk])
    assert Upload.objects.get().files.count() == 3
    empty = analyst.post(reverse("articles:send_form"), {"batch-outlet": "Kept"})
    assert empty.status_code == 422 and "Kept" in empty.content.decode()


def test_the_same_content_is_kept_once(analyst):
    names = {originals.keep([b"the same", b" bytes"]).name for _ in range(3)}
    assert len(names) == 1


def test_two_batches_with_the_same_text_make_one_article(read_all):
    for name in ("a.txt", "b.txt"):
        upload = make.upload(make.user("analyst"))
        data = story().encode()
        uploads.take(upload, uploads.Announced.of(name, len(data), 1), [data])
        read_all(upload)
    assert Article.objects.count() == 1
    states = list(UploadedFile.objects.order_by("pk").values_list("state", flat=True))
    assert states == [FileState.STORED, FileState.HERE]
