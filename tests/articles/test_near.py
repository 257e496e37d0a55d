"""Articles that say nearly the same: found, kept as second sources, and the look-up does not grow with the archive."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import intake, near, removal, uploads
from articles.models import Article, Band, FileState, Fingerprint
from tests import make

pytestmark = pytest.mark.django_db
WORDS = (
    "The foreign minister of Peru flew to Oslo on Monday and met her Norwegian colleague there, officials "
    "said. The two talked about fish, trade and the weather of the north for three hours, and agreed to meet "
    "again in Lima before the end of the year. A treaty on fishing that both governments have prepared since "
    "March is to be signed then. The opposition in Lima called the journey a waste of money; the government in"
    " Oslo praised the frank tone of the talks."
)


def test_a_nearly_equal_text_is_kept_as_a_second_source(started):
    first = intake.store(text=WORDS).article
    second = intake.store(text=WORDS + " Reporting by our staff.").article
    other = intake.store(text="Something else altogether. " * 10).article
    assert (first.like, second.like, other.like) == (None, first, None)
    assert Fingerprint.objects.count() == 3 and Band.objects.filter(article=first).count() == 20


def test_the_line_of_such_a_file_says_so(read_all):
    intake.store(text=WORDS)
    upload = make.upload()
    data = (WORDS + " Reporting by our staff.").encode()
    file = uploads.take(upload, uploads.Announced.of("a.txt", len(data), 1), [data])
    read_all(upload)
    file.refresh_from_db()
    assert file.state == FileState.LIKE and file.like == Article.objects.order_by("pk").first()


def test_a_removed_article_is_like_nothing(started):
    first = intake.store(text=WORDS).article
    removal.remove([first.pk], make.user())
    assert near.most_alike(WORDS + " More.") is None


def test_the_look_up_asks_as_often_in_a_large_archive_as_in_a_small_one(started):
    intake.store(text=WORDS)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert near.most_alike(WORDS + " More.")
        return len(captured)

    few = queries()
    for n in range(80):
        intake.store(text=f"{WORDS} Number {n}.")
    assert queries() == few == 2
