"""Two at the same moment, each in a thread and a transaction of its own: one article, one file, one removal."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from articles import file_jobs, hooks, intake, removal, uploads
from articles.models import Article, Removal, UploadedFile
from tests import make
from tests.articles.conftest import story

pytestmark = pytest.mark.django_db(transaction=True)
HOW_MANY = 4


@pytest.fixture(autouse=True)
def nothing_started(monkeypatch):
    monkeypatch.setattr(hooks, "_readers", [])
    monkeypatch.setattr(file_jobs, "send", lambda _pk, **_how: None)


def at_once(act) -> list:
    """What each of several threads got that did the same at the same moment."""
    barrier = Barrier(HOW_MANY)

    def run(_number):
        try:
            barrier.wait(10)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(HOW_MANY) as pool:
        return list(pool.map(run, range(HOW_MANY)))


def test_the_same_text_from_two_browsers_is_one_article():
    stored = at_once(lambda: intake.store(text=story(), outlet="Oslo Post"))
    assert Article.objects.count() == 1
    assert sorted(one.already_here for one in stored) == [False] + [True] * (HOW_MANY - 1)
    assert len({one.article.pk for one in stored}) == 1


def test_the_same_file_sent_twice_at_once_is_one_line():
    upload = make.upload()
    files = at_once(lambda: uploads.take(upload, uploads.Announced.of("a.txt", 5, 1), [b"hello"]))
    assert len({file.pk for file in files}) == 1 == UploadedFile.objects.count()


def test_removing_at_once_is_removing_once():
    pk, user = make.article().pk, make.user()
    removed = at_once(lambda: removal.remove([pk], user))
    assert sorted(removed) == [[]] * (HOW_MANY - 1) + [[pk]] and Removal.objects.count() == 1
