"""The pages of pairs, as a browser gets them."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contacts.models import Party
from tests import make

pytestmark = pytest.mark.django_db
PAIR = "/pairs/ESP-PRT/"


@pytest.fixture
def reader(client):
    client.force_login(make.user("reader"))
    return client


def queries(client, path: str, **headers) -> int:
    client.get(path, headers=headers)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(path, headers=headers).status_code == 200
    return len(seen)


def ten(first_year: int) -> None:
    for number in range(10):
        make.report(
            day=f"{first_year + number}-05-04",
            participants=[make.person(f"Person {first_year + number}", "ESP", "minister"), make.person("Rui", "PRT")],
        )


def test_the_page_shows_each_contact_drawn_and_listed(reader):
    report = make.report()
    html = reader.get(PAIR).content.decode()
    assert f'<a class="head" href="/review/{report.article_id}/?report={report.pk}">Ana Ruiz, Rui Costa</a>' in html
    key = re.search(r'<a href="#(c-\w+)"[^>]*><title>4 May 2020: meeting, occurred. Ana Ruiz, Rui Costa.', html)[1]
    assert f'id="{key}"' in html


def test_every_sign_leads_to_an_entry_of_the_list(reader):
    ten(2001)
    make.report(date={"start": None, "end": None, "precision": "unknown"})
    html = reader.get(PAIR).content.decode()
    drawn = re.findall(r'<a href="#(c-\w+)" data-lane', html)
    assert len(drawn) == 11 and sorted(drawn) == sorted(re.findall(r'<li class="c [^"]*" id="(c-\w+)"', html))


def test_what_is_only_proposed_is_called_so(reader):
    from contacts import review

    report = make.report()
    assert 'class="tag pencil">proposed' in reader.get(PAIR).content.decode()
    review.accept(report.pk, make.user(), 1)
    html = reader.get(PAIR).content.decode()
    assert 'class="tag pencil">proposed' not in html and 'class="cap">confirmed' in html


@pytest.mark.parametrize("path", ["/pairs/PRT-ESP/", "/pairs/esp-prt/", "/pairs/Prt-esp/"])
def test_another_spelling_of_the_pair_leads_to_its_one_address(reader, path):
    answer = reader.get(path + "?kind=visit")
    assert (answer.status_code, answer["Location"]) == (301, PAIR + "?kind=visit")


@pytest.mark.parametrize(
    "path, words",
    [("/pairs/ESP-XXQ/", "no party with the code XXQ"), ("/pairs/ESP-ESP/", "two different parties")],
)
def test_a_pair_that_cannot_be_is_explained(reader, path, words):
    answer = reader.get(path)
    assert answer.status_code == 404 and words in answer.content.decode()


def test_a_pair_without_contacts_says_what_will_stand_there(reader):
    html = reader.get("/pairs/ISL-PRT/").content.decode()
    assert "No contact between Iceland and Portugal is known yet" in html and "/articles/add/" not in html


def test_only_who_may_add_articles_is_asked_to(client):
    client.force_login(make.user("analyst"))
    assert "/articles/add/" in client.get("/pairs/ISL-PRT/").content.decode()


def test_a_filter_that_nothing_passes_offers_a_way_out(reader):
    make.report()
    html = reader.get(PAIR + "?kind=call").content.decode()
    assert "The one contact does not fit" in html and f'<a href="{PAIR}">' in html


def test_a_bad_date_is_told_beside_its_field_and_the_rest_holds(reader):
    make.report()
    answer = reader.get(PAIR + "?from=soon&kind=meeting")
    html = answer.content.decode()
    assert (
        answer.status_code == 200
        and "Write a year" in html
        and 'value="soon"' in html
        and 'aria-invalid="true"' in html
    )


def test_words_from_outside_are_escaped(reader):
    make.report(
        make.article("<script>alert(1)</script> Ana Ruiz met him."),
        evidence=[[0, 25]],
        participants=[make.person("<b>Ana</b>", "ESP", "<i>x</i>")],
    )
    html = reader.get(PAIR + "?from=<script>").content.decode()
    assert "<script>alert" not in html and "<b>Ana" not in html and 'value="<script' not in html


def test_htmx_gets_the_changed_part_and_the_address_to_show(reader):
    make.report()
    ask = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{PAIR}"}
    answer = reader.get(PAIR + "?kind=meeting&show=all&from=&to=", headers=ask)
    html = answer.content.decode()
    assert "<html" not in html and 'id="shown"' in html and '<fieldset id="fs-kind" hx-swap-oob="true">' in html
    assert answer["HX-Push-Url"] == PAIR + "?kind=meeting"
    assert "HX-Request" in answer["Vary"]


def test_the_same_address_is_not_put_into_the_history_twice(reader):
    ask = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{PAIR}?kind=visit"}
    assert reader.get(PAIR + "?kind=visit&to=", headers=ask)["HX-Push-Url"] == "false"


def test_going_back_gets_the_whole_page(reader):
    make.report()
    ask = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in reader.get(PAIR + "?kind=visit", headers=ask).content.decode()


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "part"])
def test_the_page_asks_as_often_for_twenty_contacts_as_for_ten(reader, headers):
    ten(2001)
    before = queries(reader, PAIR, **headers)
    ten(2011)
    assert queries(reader, PAIR, **headers) == before <= 17


def test_the_list_of_pairs_asks_as_often_for_many_pairs_as_for_few(reader):
    for code in ("FRA", "ITA"):
        make.report(countries=["ESP", code], participants=[make.person("Ana Ruiz", "ESP")])
    before = queries(reader, "/pairs/")
    for code in ("DEU", "POL", "GRC", "AUT"):
        make.report(countries=sorted(["ESP", code]), participants=[make.person("Ana Ruiz", "ESP")])
    assert queries(reader, "/pairs/") == before


def test_pairs_are_listed_with_most_contacts_first(reader):
    make.report(day="2020-05-04")
    make.report(day="2020-07-05")
    make.report(countries=["ESP", "FRA"], participants=[make.person("Ana Ruiz", "ESP")])
    html = reader.get("/pairs/").content.decode()
    assert 0 < html.index("Spain and Portugal") < html.index("Spain and France")


def test_two_chosen_parties_open_their_pair(reader):
    assert reader.get("/pairs/?a=PRT&b=ESP")["Location"] == PAIR


@pytest.mark.parametrize(
    "query, words",
    [
        ("a=ESP&b=ESP", "Choose two different parties"),
        ("a=ESP&b=", "required"),
        ("a=ESP&b=XXQ", "Choose a party from the list."),
    ],
)
def test_a_bad_choice_is_told_on_the_page(reader, query, words):
    answer = reader.get(f"/pairs/?{query}")
    assert answer.status_code == 200 and words in answer.content.decode()


def test_without_contacts_the_list_says_how_pairs_come_about(reader):
    assert "No pair has a contact yet" in reader.get("/pairs/").content.decode()


@pytest.mark.parametrize("number", ["0", "99", "x"])
def test_a_page_number_that_does_not_exist_shows_a_page_that_does(reader, number):
    make.report()
    assert "Spain and Portugal" in reader.get(f"/pairs/?page={number}").content.decode()


@pytest.mark.parametrize("path", ["/pairs/", PAIR])
def test_nobody_sees_pairs_without_logging_in(client, path):
    assert client.get(path)["Location"].startswith("/login/")


def test_both_lists_of_parties_hold_every_party_and_keep_what_was_chosen(reader):
    Party.objects.filter(pk="FRA").update(name="<b>France</b> & more")
    page = reader.get("/pairs/?a=FRA&b=").content.decode()
    assert page.count("&lt;b&gt;France&lt;/b&gt; &amp; more") == 2 and "<b>France" not in page
    assert page.count("<option") == 2 * (Party.objects.count() + 1)
    assert page.count('<option value="FRA" selected>') == 1 and page.count('<option value="" selected>') == 1
    assert re.search(r'<select name="a"[^>]* id="id_a"[^>]*>', page)
