"""What took the place of what was put off, in the tables and on the page of a contact."""

from __future__ import annotations

from datetime import date

import pytest

from contacts import sample_articles, sight
from contacts.contact_page import contact_page
from contacts.fusion import rebuilding
from contacts.models import Contact
from tests import make

pytestmark = pytest.mark.django_db


def visit(start: str, end: str, status: str, **values) -> dict:
    traveller = make.person("Ana Ruiz", "ESP", "minister", "visitor")
    when = {"start": start, "end": end, "precision": "day"}
    return make.record(type="visit", status=status, date=when, participants=[traveller], **values)


def of(report) -> Contact:
    return Contact.objects.get(sources__report=report)


def test_the_state_visit_of_the_samples_was_made_good_in_may_and_not_by_the_day_in_january():
    for sample in sample_articles.files():
        if "Macron" in sample["title"]:
            article = make.article(
                sample["text"], title=sample["title"], published=date.fromisoformat(sample["published"])
            )
            make.reports(article, *(make.record(**contact) for contact in sample["contacts"]))
    put_off = Contact.objects.get(status="cancelled", start=date(2023, 7, 2))
    assert put_off.instead.start == date(2024, 5, 26)
    page = contact_page(put_off, sight.EVERYTHING)
    assert page.instead.when == "26–28 May 2024"
    assert "Emmanuel Macron in both, the same destination" in page.instead.why[0]
    assert page.instead.why[-1] == "Nearer, but passed over: 22 Jan 2024, much shorter."
    [back] = contact_page(put_off.instead, sight.EVERYTHING).put_off
    assert back.contact == put_off and back.why == page.instead.why
    rebuilding.rebuild()
    assert Contact.objects.get(pk=put_off.pk).instead_id == put_off.instead_id


@pytest.mark.parametrize("later_first", [True, False])
def test_the_new_date_that_an_article_names_is_taken_whichever_was_read_first(later_first):
    nearer = (make.article(), visit("2020-08-01", "2020-08-03", "occurred"))
    both = (
        make.article(),
        visit("2020-05-20", "2020-05-22", "cancelled"),
        visit("2020-10-05", "2020-10-07", "planned"),
    )
    for article, *records in (nearer, both) if later_first else (both, nearer):
        make.reports(article, *records)
    put_off = Contact.objects.get(status="cancelled")
    assert put_off.instead == Contact.objects.get(status="planned")
    held = make.reports(make.article(published=date(2020, 10, 9)), visit("2020-10-05", "2020-10-07", "occurred"))[0]
    put_off.refresh_from_db()
    assert put_off.instead == of(held) and of(held).status == "occurred"


def test_the_page_says_why(client):
    client.force_login(make.user("reader"))
    make.reports(make.article(), visit("2020-05-20", "2020-05-22", "cancelled"))
    make.reports(make.article(), visit("2020-08-01", "2020-08-01", "occurred"))
    later = make.reports(make.article(), visit("2020-10-05", "2020-10-07", "occurred"))[0]
    put_off = Contact.objects.get(status="cancelled")
    for contact in (put_off, of(later)):
        page = client.get(f"/contacts/{contact.pk}/").content.decode()
        assert "Why this one" in page and "Nearer, but passed over: 1 Aug 2020, much shorter." in page


def test_what_is_hidden_is_not_named_among_those_passed_over():
    make.reports(make.article(), visit("2020-05-20", "2020-05-22", "cancelled"))
    short = make.reports(make.article(), visit("2020-08-01", "2020-08-01", "occurred"))[0]
    make.reports(make.article(), visit("2020-10-05", "2020-10-07", "occurred"))
    hidden = sight.Sight(frozenset({short.article_id}), frozenset({of(short).pk}))
    put_off = Contact.objects.get(status="cancelled")
    assert "passed over" in " ".join(contact_page(put_off, sight.EVERYTHING).instead.why)
    assert "passed over" not in " ".join(contact_page(put_off, hidden).instead.why)
