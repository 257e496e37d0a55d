"""A publication date corrected: proposals are replaced, decisions stay, and what now looks wrong is marked."""

from datetime import date

import pytest
from django.urls import reverse

from articles import details, removal
from articles.models import Article, ArticleState
from contacts import extraction, reading, rereading, review, tasks
from contacts.fusion.rebuilding import rebuild
from contacts.models import Contact, Decision, Extraction, ExtractionState, Report, ReportState
from tests import make

pytestmark = pytest.mark.django_db


class Engine:
    """Stands in for the engine: gives the records that a test chose for each publication date."""

    def __init__(self) -> None:
        self.by_date: dict[date | None, list[dict]] = {}

    def read(self, _text, published=None, title=""):
        records = [_Record(record) for record in self.by_date[published]]
        return extraction.Reading(records=records, marks=[])


class _Record:
    def __init__(self, values: dict) -> None:
        self.values = values

    def as_dict(self) -> dict:
        return dict(self.values)


@pytest.fixture
def engine(monkeypatch):
    stand_in = Engine()
    monkeypatch.setattr(extraction, "read", stand_in.read)
    monkeypatch.setattr(reading, "_send", lambda _pk, **_how: None)
    return stand_in


TEXT = "Minister Ana Ruiz met Rui Costa on Monday. " * 10
OLD, NEW = date(2020, 5, 6), date(2020, 6, 3)
ON_OLD, ON_NEW = "2020-05-04", "2020-06-01"


def found(day: str, at: int, **values) -> dict:
    return make.record(day=day, evidence=[[at, at + 40]], spans={}, **values)


@pytest.fixture
def article(engine) -> Article:
    """Three proposals, at 0, 43 and 86, as read under the old date."""
    engine.by_date = {date_: [found(day, at) for at in (0, 43, 86)] for date_, day in ((OLD, ON_OLD), (NEW, ON_NEW))}
    article = make.article(TEXT, published=OLD, state=ArticleState.WAITING)
    reading.request(article.pk)
    tasks.extract_article(article.pk)
    return article


def change_date(article: Article, published: date | None) -> None:
    known = {"title": article.title, "outlet": "The Test Gazette", "url": "", "author": ""}
    assert details.correct(article, published=published, **known) == ["published"]
    tasks.extract_article(article.pk)
    article.refresh_from_db()


def days(article: Article, **narrow) -> list[str]:
    return [r.record["date"]["start"] for r in Report.objects.filter(article=article, **narrow).order_by("ordinal")]


def test_unreviewed_proposals_are_replaced_by_those_of_the_new_date(article):
    assert days(article) == [ON_OLD] * 3
    change_date(article, NEW)
    assert days(article) == [ON_NEW] * 3
    assert [report.ordinal for report in Report.objects.order_by("ordinal")] == [0, 1, 2]
    assert {str(contact.start) for contact in Contact.objects.all()} == {ON_NEW}
    assert article.state == ArticleState.READY
    runs = dict(Extraction.objects.values_list("published", "state"))
    assert runs == {"2020-05-06": ExtractionState.DONE, "2020-06-03": ExtractionState.DONE}


@pytest.mark.parametrize("decide", ["accept", "reject"])
def test_a_decided_report_stays_and_is_marked_where_it_now_looks_wrong(article, decide):
    user, middle = make.user(), Report.objects.get(ordinal=1)
    getattr(review, decide)(middle.pk, user, middle.version)
    before = Report.objects.values().get(pk=middle.pk)
    change_date(article, NEW)
    after = Report.objects.values().get(pk=middle.pk)
    assert after.pop("doubt") == {"why": rereading.DATE_CHANGED, "machine": found(ON_NEW, 43)}
    before.pop("doubt")
    assert after == before
    assert days(article, state=ReportState.PROPOSED) == [ON_NEW] * 2
    assert sorted(Report.objects.values_list("ordinal", flat=True)) == [0, 1, 2]
    assert Decision.objects.count() == 1


def test_a_report_that_was_corrected_to_what_the_machine_now_says_is_not_marked(article):
    report = Report.objects.get(ordinal=0)
    review.correct(report.pk, make.user(), report.version, {**report.record, "date": found(ON_NEW, 0)["date"]})
    change_date(article, NEW)
    assert Report.objects.get(pk=report.pk).doubt is None


def test_a_report_that_the_machine_no_longer_finds_is_marked(article, engine):
    report = Report.objects.get(ordinal=2)
    review.accept(report.pk, make.user(), report.version)
    engine.by_date[NEW] = engine.by_date[NEW][:2]
    change_date(article, NEW)
    assert Report.objects.get(pk=report.pk).doubt == {"why": rereading.DATE_CHANGED, "machine": None}


def test_a_date_that_does_not_matter_marks_nothing(article, engine):
    for report in Report.objects.all():
        review.accept(report.pk, make.user(), report.version)
    engine.by_date[NEW] = engine.by_date[OLD]
    change_date(article, NEW)
    assert not Report.objects.exclude(doubt=None).filter(doubt__isnull=False).exists()
    assert article.state == ArticleState.REVIEWED


def test_decided_and_taken_back_is_touched_and_its_decisions_stay(article):
    report, user = Report.objects.get(ordinal=0), make.user()
    review.accept(report.pk, user, 1)
    review.undo(report.pk, user, 2)
    change_date(article, NEW)
    assert Decision.objects.filter(report=report).count() == 2
    assert Report.objects.get(pk=report.pk).state == ReportState.PROPOSED


def test_there_and_back_gives_the_first_reading_again(article):
    report = Report.objects.get(ordinal=1)
    review.accept(report.pk, make.user(), report.version)
    change_date(article, NEW)
    change_date(article, OLD)
    assert days(article) == [ON_OLD] * 3
    assert Report.objects.get(pk=report.pk).doubt is None
    assert Extraction.objects.count() == 2 and article.state == ArticleState.READY


def test_no_date_at_all_is_a_run_of_its_own(article, engine):
    engine.by_date[None] = []
    change_date(article, None)
    assert not Report.objects.exists()
    assert set(Extraction.objects.values_list("published", flat=True)) == {"2020-05-06", ""}


def test_a_result_under_a_date_that_was_corrected_meanwhile_is_not_stored(article, engine, monkeypatch):
    slow = engine.read

    def and_meanwhile(text, published=None, title=""):
        result = slow(text, published, title)
        monkeypatch.setattr(extraction, "read", slow)
        Article.objects.filter(pk=article.pk).update(published=OLD)
        reading.request(article.pk)
        return result

    Article.objects.filter(pk=article.pk).update(published=NEW)
    reading.request(article.pk)
    monkeypatch.setattr(extraction, "read", and_meanwhile)
    tasks.extract_article(article.pk)
    assert days(article) == [ON_OLD] * 3
    tasks.extract_article(article.pk)
    assert days(article) == [ON_OLD] * 3


def test_read_again_without_any_change_starts_nothing(article):
    reading.request(article.pk)
    assert Article.objects.get(pk=article.pk).state == ArticleState.READY
    assert Extraction.objects.get().state == ExtractionState.DONE


def test_the_marked_report_is_shown_and_kept_with_one_button(article, client):
    user = make.user()
    report = Report.objects.get(ordinal=1)
    review.accept(report.pk, user, report.version)
    for other in Report.objects.exclude(pk=report.pk):
        review.reject(other.pk, user, other.version)
    change_date(article, NEW)
    assert article.state == ArticleState.READY, "it waits for another look"
    client.force_login(user)
    page = client.get(reverse("contacts:review", args=[article.pk])).content.decode()
    assert "The date changed: look again" in page and "1 Jun 2020" in page and "It still holds" in page
    answer = client.post(reverse("contacts:keep", args=[report.pk]), {"version": 2}, headers={"HX-Request": "true"})
    assert answer.status_code == 200 and "look again" not in answer.content.decode()
    kept = Report.objects.get(pk=report.pk)
    assert (kept.state, kept.version, kept.doubt) == (ReportState.ACCEPTED, 3, None)
    again = client.post(reverse("contacts:keep", args=[report.pk]), {"version": 3}, headers={"HX-Request": "true"})
    assert again.status_code == 409


def test_a_removed_article_is_gone_from_every_page_and_comes_back_as_it_was(article, client):
    user, report = make.user(), Report.objects.get(ordinal=0)
    review.accept(report.pk, user, report.version)
    client.force_login(user)
    contacts = list(Contact.objects.order_by("pk").values())
    assert removal.what_hangs_on([article.pk]) == "2 proposals, 1 reviewed report and 1 decision"
    assert removal.remove([article.pk], user) == [article.pk]
    assert not Contact.objects.exists()
    assert client.get(reverse("contacts:review", args=[article.pk])).status_code == 404
    assert client.get(reverse("contacts:report", args=[report.pk])).status_code == 404
    assert article.title not in client.get("/").content.decode()
    assert Decision.objects.count() == 1
    assert rebuild() == 0
    assert removal.bring_back([article.pk], user) == [article.pk]
    assert list(Contact.objects.order_by("pk").values()) == contacts


def test_a_removed_article_is_not_read_and_is_when_it_comes_back(engine):
    engine.by_date[OLD] = [found(ON_OLD, 0)]
    article, user = make.article(TEXT, published=OLD, state=ArticleState.WAITING), make.user()
    reading.request(article.pk)
    removal.remove([article.pk], user)
    tasks.extract_article(article.pk)
    assert not Report.objects.exists() and reading.sweep() == 0
    removal.bring_back([article.pk], user)
    tasks.extract_article(article.pk)
    assert Report.objects.count() == 1
