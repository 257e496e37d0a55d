"""The pages that show what was decided: whoever gives a second opinion sees nothing of it there until they finish."""

from __future__ import annotations

import pytest

from contacts import review, second
from contacts.models import Contact, Source, Tie
from tests import make

pytestmark = pytest.mark.django_db

PEOPLE = [make.person("Zita Proba", "ESP", "minister", "visitor")]
VISIT = {
    "type": "visit", "participants": [make.person("Ana Ruiz", "ESP", "minister", "visitor")],
}  # fmt: skip


@pytest.fixture
def blind(client):
    """Somebody whose second opinion is wanted on an article where a colleague corrected the traveller's name."""
    client.user = make.user("analyst")
    client.force_login(client.user)
    client.other = make.report(make.article(outlet="Other"), **VISIT | {"day": "2020-05-20"})
    client.report = make.report(make.article(outlet="Asked", title="The asked one"), **VISIT)
    review.correct(client.report.pk, make.user(), 1, client.report.record | {"participants": PEOPLE})
    client.asked = second.ask(client.report.article_id, make.user())
    second.take(client.asked.pk, client.user)
    return client


def contact(report) -> Contact:
    return Source.objects.get(report=report).contact


def pages(client) -> list[str]:
    return ["/", "/parties/ESP/", "/parties/PRT/", "/joins/", "/places/?at=Lisbon&country=PRT", "/search/?q=Lisbon",
            "/matrix/", "/compare/?pair=ESP-PRT", f"/contacts/{contact(client.other).pk}/"]  # fmt: skip


@pytest.mark.parametrize("number", range(9))
def test_nothing_decided_shows_until_it_is_finished(blind, number):
    values = {"score": 0.5, "together": False, "open": True}
    Tie.objects.update_or_create(one=blind.other, other=blind.report, defaults=values)
    Contact.objects.filter(pk=contact(blind.report).pk).update(instead=contact(blind.other))
    address = pages(blind)[number]
    answer = blind.get(address)
    assert answer.status_code == 200
    assert "Zita Proba" not in answer.content.decode()


def test_everybody_else_sees_it(blind):
    Contact.objects.filter(pk=contact(blind.report).pk).update(instead=contact(blind.other))
    blind.force_login(make.user("reader"))
    for address in ("/", "/parties/ESP/", "/parties/PRT/", "/places/?at=Lisbon&country=PRT", pages(blind)[-1]):
        assert "Zita Proba" in blind.get(address).content.decode(), address


def test_the_contact_itself_is_refused_until_then(blind):
    address = f"/contacts/{contact(blind.report).pk}/"
    assert blind.get(address).status_code == 403
    blind.asked.refresh_from_db()
    second.say(blind.asked, blind.user, blind.report.pk, "accepted")
    second.finish(blind.asked, blind.user)
    assert "Zita Proba" in blind.get(address).content.decode()


def test_no_word_can_be_said_of_its_reports(blind):
    sent = {"one": blind.other.pk, "other": blind.report.pk, "same": "yes"}
    assert blind.post("/joins/say/", sent).status_code == 403
    assert contact(blind.other) != contact(blind.report)
