"""The search: what is found, grouped, counted and marked; who may see it; hostile input; how often it asks."""

from datetime import date
from html.parser import HTMLParser
from random import Random

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import removal
from articles.models import Outlet
from articles.search import check
from config.access import Role
from contacts.fusion import names_said
from contacts.fusion.readside import withdraw
from contacts.models import Contact, KnownName, Name, NameGram, Person, Report
from contacts.search import index
from contacts.search.page import PAGE_SIZE, results
from tests import make

pytestmark = pytest.mark.django_db
PAGE = "/search/"


@pytest.fixture
def archive():
    """Three articles with their contacts, Cuba and North Korea among them."""
    text = "Miguel Díaz-Canel of Cuba met Kim Jong Un in Pyongyang on Sunday; the state visit lasted three days."
    make.report(
        make.article(text, title="A handshake", outlet="Malecón Dispatch"),
        countries=["CUB", "PRK"], place={"text": "Pyongyang", "country": "PRK"},
        participants=[make.person("Miguel Díaz-Canel", "CUB"), make.person("Kim Jong Un", "PRK")],
    )  # fmt: skip
    make.report(
        make.article("Sergei Lavrov of Russia flew to Lisbon and met minister Rui Costa.", title="Lisbon talks"),
        countries=["PRT", "RUS"], place={"text": "Lisbon", "country": "PRT"},
        participants=[make.person("Sergei Lavrov", "RUS", "minister"), make.person("Rui Costa", "PRT", "minister")],
    )  # fmt: skip
    make.report(make.article("Minister Ana Ruiz of Spain met her colleague in Lisbon on Monday.", title="Iberian day"))


def found(typed: str, **how) -> dict[str, list[str]]:
    """The titles of the rows by group, marked words in brackets."""

    def plain(pieces):
        return "".join(f"[{words}]" if mark else words for words, mark in pieces)

    return {group.key: [plain(row.title) for row in group.rows] for group in results(typed, **how).groups if group.rows}


@pytest.mark.parametrize(
    ("typed", "group", "titles"),
    [
        ("cuba north korea", "pairs", ["[Cuba] and [North Korea]"]),
        ("north korea and cuba", "pairs", ["[North Korea] and [Cuba]"]),
        ("Havana vs Pyongyang", "pairs", ["Cuba and North Korea"]),
        ("kuba nort korea", "pairs", ["[Cuba] and [North Korea]"]),
        ("spain portugal visits", "pairs", ["[Spain] and [Portugal]"]),
        ("cuba spain france", "pairs", ["[Cuba] and [Spain]", "[Cuba] and [France]", "[Spain] and [France]"]),
        ("cuban", "pairs", ["Cuba and North Korea"]),
        ("cuban", "parties", ["Cuba"]),
        ("united kin", "parties", ["[United Kingdom]"]),
        ("Diaz Cannel", "people", ["Miguel [Díaz-Canel]"]),
        ("sergey lavrow", "people", ["[Sergei Lavrov]"]),
        ("lavrov costa", "people", ["Rui [Costa]", "Sergei [Lavrov]"]),
        ("kim jong un", "people", ["[Kim Jong Un]"]),
        ("pyongyan", "places", ["[Pyongyang]"]),
        ("malecon", "outlets", ["[Malecón] Dispatch"]),
        ("state visits", "articles", ["A handshake"]),
        ("handshakes", "articles", ["A [handshake]"]),
    ],
)
def test_what_is_found(archive, typed, group, titles):
    assert found(typed).get(group) == titles


def test_what_is_not_found(archive):
    assert "parties" not in found("kim jong un")
    assert found("-cuba") == {} and found("%%%") == {} and found("") == {}
    assert "people" not in found("lisbon -costa")


def test_the_words_of_an_article_are_marked_and_lead_to_their_place(archive, client):
    row = next(group for group in results("state visit").groups if group.key == "articles").rows[0]
    assert [words for words, mark in row.quote if mark] == ["state visit"]
    client.force_login(make.user("reader"))
    page = client.get(row.address, follow=True).content.decode()
    assert "<mark id=found class=found>state visit</mark>" in page
    assert row.address.endswith("#found")


@pytest.mark.parametrize("at", ["", "x", "5", "9-3", "0-99999999", "-", "5-9-7", "99999999999999999999999-5"])
def test_a_place_that_is_none_opens_the_article_all_the_same(archive, client, at):
    client.force_login(make.user("reader"))
    article = make.article()
    answer = client.get(f"/articles/{article.pk}/?at={at}", follow=True)
    assert answer.status_code == 200 and "id=found" not in answer.content.decode()


def test_a_person_is_found_by_every_spelling_once_and_shown_by_the_fullest():
    for day, name in enumerate(["Miguel Díaz-Canel", "Miguel Díaz-Canel Bermúdez", "Canel"], 1):
        make.report(
            make.article(f"{name} of Spain met minister Rui Costa in Lisbon."), day=f"2020-05-{3 * day:02d}",
            participants=[make.person(name, "ESP"), make.person("Rui Costa", "PRT")],
        )  # fmt: skip
    assert Person.objects.filter(party="ESP").count() == 1
    shown = "Miguel Díaz-Canel Bermúdez"
    assert found("canel")["people"] == [f"Miguel Díaz-[Canel] {shown.split()[-1]}"]
    assert found("miguel diaz-canel bermudes")["people"] == ["[Miguel Díaz-Canel Bermúdez]"]


def test_a_spelling_that_is_nothing_like_the_name_shown_leads_to_the_person():
    for month, name in ((1, "Mahmoud Abbas"), (9, "Abu Mazen")):
        make.report(
            day=f"2020-{month:02d}-08", participants=[make.person(name, "ESP"), make.person("Rui Costa", "PRT")]
        )
    names = dict(Name.objects.values_list("spelling", "pk"))
    said = names_said.say_same(names["Mahmoud Abbas"], names["Abu Mazen"], make.user())
    assert found("mazen")["people"] == ["Mahmoud Abbas, also written Abu [Mazen]"]
    assert found("abu masen")["people"] == ["Mahmoud Abbas, also written [Abu Mazen]"]
    assert index.differences() == []
    names_said.undo(said.pk, make.user())
    assert found("mazen")["people"] == ["Abu [Mazen]"]
    assert index.differences() == []


def test_a_suggestion_where_no_article_has_the_words(archive):
    assert results("Diaz Cannel").meant == "Díaz-Canel"
    assert results("Díaz-Canel").meant == "" and results("xyzxyz").meant == "" and results("sergei").meant == ""


def test_a_group_by_itself_and_its_pages(archive):
    for number in range(PAGE_SIZE + 3):
        make.article(f"A story of whales, and its number is {number} among the others.", title=f"Whales {number:02d}")
    few = {group.key: group for group in results("whales").groups}["articles"]
    assert (len(few.rows), few.total) == (5, PAGE_SIZE + 3)
    shown = results("whales", "articles", 2)
    assert [group.key for group in shown.shown] == ["articles"]
    assert (len(shown.shown[0].rows), shown.shown[0].last) == (3, 2)
    assert results("whales", "nonsense").whole == "" and results("whales", "articles", 99_999_999).shown[0].rows == []


@pytest.mark.parametrize("role", list(Role))
def test_each_role_searches(archive, client, role):
    client.force_login(make.user(role.group))
    page = client.get(PAGE, {"q": "diaz canel"}).content.decode()
    assert "<mark>Díaz-Canel</mark>" in page and 'value="diaz canel"' in page
    under_the_box = client.get(PAGE, {"q": "diaz canel"}, headers={"HX-Request": "true", "HX-Target": "finds"})
    assert "<html" not in under_the_box.content.decode() and "Show all results" in under_the_box.content.decode()
    in_place = client.get(PAGE, {"q": "diaz canel"}, headers={"HX-Request": "true", "HX-Target": "results"})
    assert "<html" not in in_place.content.decode() and "Search" in in_place.content.decode()


def test_what_was_removed_is_not_found(archive):
    article = results("handshake").groups[-1].rows[0].address.split("/")[2].split("?")[0]
    user = make.user()
    removal.remove([int(article)], user)
    assert found("handshake") == {} and "people" not in found("canel") and "places" not in found("pyongyang")
    removal.bring_back([int(article)], user)
    assert "people" in found("canel") and "places" in found("pyongyang") and "articles" in found("handshake")


def test_a_place_lists_its_contacts(archive, client):
    client.force_login(make.user("reader"))
    page = client.get("/places/", {"at": "Lisbon", "country": "PRT"}).content.decode()
    assert "2 contacts here" in page and "/contacts/" in page and "Portugal, Spain" in page
    assert "No contact is known at this place" in client.get("/places/", {"at": "\x00 <b>"}).content.decode()


def test_outlets_are_few_and_found_by_any_word(archive):
    Outlet.objects.create(name="Tass Nordic", state_media=True)
    rows = {group.key: group.rows for group in results("nordic").groups}["outlets"]
    assert rows[0].about == "state media" and rows[0].address == "/articles/?outlet=Tass+Nordic"


HOSTILE = ["\x00", '"', "'; DROP TABLE articles_article; --", "<script>alert(1)</script>", "- - -", "()", "%s {0}"]
HOSTILE += ["a" * 10_000, "ab " * 4000, '"' * 10_000, "🤝" * 500, "\u202eCuba", "שלום עליכם", "\ud800", "é\u0301" * 90]


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_input_is_answered_in_words(archive, client, typed):
    client.force_login(make.user("reader"))
    for headers in ({}, {"HX-Request": "true", "HX-Target": "finds"}):
        answer = client.get(PAGE, {"q": typed.encode("utf-8", "surrogatepass"), "page": "-1"}, headers=headers)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text(max_size=80), st.sampled_from(["", "pairs", "people", "articles"]), st.integers(-5, 10**20))
def test_no_input_is_an_error(archive, typed, whole, number):
    results(typed, whole, number)


def test_as_many_queries_for_many_as_for_few(archive, client):
    client.force_login(make.user("reader"))

    def asked(**query) -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE, query)
        return len(queries)

    few = None
    for number in range(13):
        if number == 1:
            few = asked(q="cuba portugal lisbon canel")
        make.report(
            make.article(f"President Canel {number} of Cuba met minister Costa of Portugal in Lisbon."),
            countries=["CUB", "PRT"], place={"text": f"Lisbon {number}", "country": "PRT"},
            participants=[make.person(f"Canel Number{number}", "CUB"), make.person(f"Costa Number{number}", "PRT")],
        )  # fmt: skip
    assert asked(q="cuba portugal lisbon canel") == few <= 14
    assert asked(q="canel", group="people") <= 14


def names_kept() -> list[tuple]:
    rows = KnownName.objects.order_by("name", "party", "person")
    return list(rows.values_list("name", "party", "person", "contacts"))


@pytest.mark.parametrize("seed", range(3))
def test_index_and_contacts_agree_after_random_changes(seed):
    random, user = Random(seed), make.user()
    people, places = ["Ana Ruiz", "Ana Ruíz", "Rui Costa", "Xi Li", "Łukasz Wolf"], ["Lisbon", "Porto", "Fès", ""]
    there = []
    for step in range(25):
        act = random.choice(["add", "add", "remove", "back", "withdraw"])
        if act == "add" or not there:
            article = make.article()
            make.report(
                article, day=f"2020-05-{1 + step:02d}",
                place={"text": random.choice(places), "country": random.choice(["PRT", None])},
                participants=[make.person(random.choice(people), random.choice(["ESP", "PRT"])) for _ in range(2)],
            )  # fmt: skip
            there.append(article)
        elif act == "remove":
            removal.remove([random.choice(there).pk], user)
        elif act == "back":
            removal.bring_back([article.pk for article in there], user)
        else:
            withdraw(Report.objects.filter(article=random.choice(there))[:1])
        assert index.differences() == []
    check()
    rows = names_kept()
    KnownName.objects.first().delete()
    NameGram.objects.filter(known=KnownName.objects.last()).delete()
    KnownName.objects.create(kind="place", name="Nowhere")
    assert len(index.differences()) >= 3
    call_command("rebuild_search")
    assert index.differences() == []
    assert names_kept() == rows


def test_an_archive_older_than_the_index_gets_one(archive):
    index.rebuild()
    names = KnownName.objects.count()
    KnownName.objects.all().delete()
    index.fill()
    assert KnownName.objects.count() == names == Person.objects.count() + 2


class _Reader(HTMLParser):
    """The words of a page as a person sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.words = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_a_name_with_markup_in_it_is_shown_as_it_is(client):
    make.report(participants=[make.person("<i>Ana</i> & Co", "ESP"), make.person("Rui Costa", "PRT")])
    client.force_login(make.user("reader"))
    reader = _Reader()
    reader.feed(client.get(PAGE, {"q": "ana"}).content.decode())
    assert "<i>Ana</i> & Co" in "".join(reader.words)
    assert Contact.objects.filter(start=date(2020, 5, 4)).exists()
