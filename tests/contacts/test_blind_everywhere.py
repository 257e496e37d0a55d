"""Nothing that is decided on an article changes what its second, blind reviewer is shown, whatever the address."""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import ArticleState
from contacts import review, second
from contacts.models import Contact, Name, Person
from tests import make
from tests.addresses import filled
from tests.test_access import NEEDS

pytestmark = pytest.mark.django_db

# What else the addresses are asked for; each is asked for as it is as well.
ASKED = {
    "contacts:search": [f"q={word}&group={group}" for word in ("Ruiz", "Zita", "Quill", "Spain", "Lisbon")
                        for group in ("", "people", "places", "pairs")],
    "contacts:place": ["at=Lisbon&country=PRT", "at=Quillhaven&country=PRT"],
    "contacts:people": ["q=zit", "q=ana"],
    "contacts:pair": ["show=confirmed", "who_like=zit", "status=denied"],
    "contacts:compare": ["pair=ESP-PRT", "pair=ESP-PRT&pair=FRA-PRT"],
    "contacts:matrix": ["by=recency", "kind=meeting", "from=2020&to=2020"],
    "contacts:party": ["sort=last", "kind=visit"],
    "contacts:overview": ["seen=0-0-0-0-0-0"],
    "contacts:review": ["seen=reviewed", "seen=ready"],
    "articles:list": [f"state={state}" for state in ArticleState],
    "articles:state": [f"seen={state}" for state in ArticleState],
    "contacts:queue": ["order=pair", "order=confidence"],
}  # fmt: skip
# What shows the time of day or who is there, or is nobody's to see but the one who did it.
LEFT_OUT = {"contacts:here", "healthz"}
TARGETS = {"contacts:pair": ["more", "fs-who", "fs-outlet"], "contacts:person": ["more"], "contacts:review": ["props"]}
WORLD = {
    "contacts:overview", "contacts:search", "contacts:pair", "contacts:pairs", "contacts:party", "contacts:place",
    "contacts:person", "contacts:pair_picture", "contacts:matrix", "contacts:compare", "articles:list",
}  # fmt: skip
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": ?"\w+"|csrf-token" content="\w+"')


class Asked(NamedTuple):
    """``target`` is where htmx would put the answer; None where a browser asks for the page."""

    name: str
    address: str
    target: str | None

    @property
    def headers(self) -> dict[str, str]:
        return {} if self.target is None else {"HX-Request": "true", "HX-Target": self.target}


@pytest.fixture
def world(client):
    """An article of three proposals, which ben reviews blindly, and others that tell of the same people and places."""
    client.first, client.user = make.user(name="ana"), make.user(name="ben")
    people = [make.person("Ana Ruiz", "ESP", "minister", "visitor"), make.person("Rui Costa", "PRT", "minister")]
    visit = {"type": "visit", "participants": people}
    client.other = make.report(make.article(outlet="Other"), **visit, day="2020-01-20")
    review.accept(make.report(make.article(outlet="Third"), day="2019-03-01").pk, client.first, 1)
    said = [make.record(**visit), make.record(day="2020-03-02"), make.record(day="2020-04-14")]
    client.reports = make.reports(make.article(outlet="Asked", title="The asked one"), *said)
    client.asked = second.ask(client.reports[0].article_id, client.first)
    second.take(client.asked.pk, client.user)
    client.force_login(client.user)
    return client


def decide(world) -> None:
    """The first reviewer corrects one, rejects one, accepts one, adds one, and closes the article."""
    one, two, three = world.reports
    people = [make.person("Zita Proba", "FRA", "keeper of the seals", "visitor"),
              make.person("Ana Maria Ruiz", "ESP", "minister of the sea", "visitor")]  # fmt: skip
    place = {"text": "Quillhaven", "country": "PRT"}
    countries = ["ESP", "FRA", "PRT"]
    changed = {"participants": people, "place": place, "countries": countries, "status": "occurred"}
    review.correct(one.pk, world.first, 1, one.record | changed)
    review.reject(two.pk, world.first, 1)
    review.accept(three.pk, world.first, 1)
    review.add(one.article_id, world.first, make.record(day="2020-06-07", **changed))


def addresses(world) -> list[Asked]:
    """Every address that is read, of each report, its contact and each person, in every way in which it is asked."""
    ids = {"decisions/": world.first.pk, "^second/": world.asked.pk, "batches/": 0, "files/": 0, "joins/": 0}
    people = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    found = {}
    for report, person in product((*world.reports[:2], world.other), people):
        for name, address in filled(report, person, **ids).items():
            targets = [None, "", *TARGETS.get(name, [])] if name not in LEFT_OUT else []
            for query, target in product(("", *ASKED.get(name, [])), targets):
                found[Asked(name, f"{address}?{query}", target)] = None
    return list(found)


def shown(world, asked: list[Asked]) -> dict[Asked, tuple[int, str, str]]:
    """The code of each answer, where it leads to, and its words."""
    world.get("/review/?order=oldest")  # no message of the last time is left, and the queue has its order again
    found = {}
    for one in asked:
        answer = world.get(one.address, headers=one.headers)
        said = TOKEN.sub("", answer.content.decode())
        found[one] = (answer.status_code, answer.headers.get("Location", ""), said)
    return found


def test_no_page_changes_when_the_first_reviewer_decides(world):
    asked = addresses(world)
    before = shown(world, asked)
    assert {code for code, *_ in before.values()} <= {200, 204, 302, 301, 403, 404, 405, 409}
    decide(world)
    assert Person.objects.filter(name="Zita Proba").exists() and Person.objects.filter(name="Ana Maria Ruiz").exists()
    after = shown(world, asked)
    assert {one for one in asked if before[one] != after[one]} == set()


def test_what_came_by_the_decision_has_no_page(world):
    decide(world)
    for key, name in Name.objects.values_list("pk", "spelling"):
        assert world.get(f"/people/{key}/").status_code == (200 if name in ("Ana Ruiz", "Rui Costa") else 404), name
    for key in Contact.objects.filter(sources__report__article=world.asked.article).values_list("pk", flat=True):
        assert world.get(f"/contacts/{key}/").status_code == 403
    assert world.get(f"/contacts/c{world.reports[1].pk}/").status_code == 403, "rejected: there is no contact any more"


def test_all_of_it_shows_once_it_is_finished(world):
    asked = [one for one in addresses(world) if one.name in WORLD]
    decide(world)
    before = shown(world, asked)
    world.asked.refresh_from_db()
    for report in world.reports:
        second.say(world.asked, world.user, report.pk, "accepted")
    second.finish(world.asked, world.user)
    after = shown(world, asked)
    assert {one.name for one in asked if before[one] != after[one]} == WORLD
    assert "Proba" in after[Asked("contacts:search", "/search/?q=Zita&group=people", None)][2]


def queries(world, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        world.get(address)
    return len(asked)


PAGES = ["/", "/pairs/", "/pairs/ESP-PRT/", "/matrix/", "/parties/ESP/", "/compare/?pair=ESP-PRT", "/search/?q=Ruiz",
         "/places/?at=Lisbon&country=PRT", "/people/", "/joins/", "/articles/", "/review/"]  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_it_costs_as_many_queries_however_much_is_hidden(world, address):
    world.get(address)
    few = queries(world, address)
    more = [make.record(day=f"20{year}-03-0{day}") for year in range(10, 20) for day in range(1, 4)]
    second_article = make.article(outlet="Asked")
    make.reports(second_article, *more)
    asked = second.ask(second_article.pk, world.first)
    second.take(asked.pk, world.user)
    assert queries(world, address) <= few
    world.force_login(make.user("analyst"))
    world.get(address)
    assert queries(world, address) <= few, "nothing is hidden: it costs no more"


def test_the_table_of_addresses_is_whole(world):
    assert {one.name for one in addresses(world)} >= set(NEEDS) - LEFT_OUT
