"""The review page and its fragments, as a browser asks for them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import ArticleState
from contacts import review
from contacts.models import Decision, Report, ReportState
from tests import make

pytestmark = pytest.mark.django_db
FRAGMENT = {"HX-Request": "true"}


@pytest.fixture
def analyst(client):
    client.user = make.user("analyst", "Anna")
    client.force_login(client.user)
    return client


def page(client, article, **query) -> str:
    return client.get(reverse("contacts:review", args=[article.pk]), query).content.decode()


def act(client, name, report, **fields):
    return client.post(
        reverse(f"contacts:{name}", args=[report.pk]), {"version": report.version, **fields}, headers=FRAGMENT
    )


def typed(report, **changes) -> dict:
    """The correction form as it is sent when only ``changes`` were typed."""
    record = report.record
    fields = {
        "version": report.version,
        "kind": record["type"],
        "status": record["status"],
        "parties": "Spain, Portugal",
        "date": "4 May 2020",
        "place": "Lisbon",
        "place_country": "Portugal",
        "who-TOTAL_FORMS": 3,
        "who-INITIAL_FORMS": 2,
    }
    rows = [("Ana Ruiz", "minister", "Spain"), ("Rui Costa", "minister", "Portugal"), ("", "", "")]
    for number, (name, title, party) in enumerate(rows):
        row = {"name": name, "title": title, "party": party, "role": "participant"}
        fields |= {f"who-{number}-{key}": value for key, value in row.items()}
    return fields | changes


def test_the_article_is_shown_whole_and_escaped_with_the_chosen_evidence_lit(analyst):
    text = "Tom & Jerry <b>met</b>.\n\nMinister Ruiz flew to Lisbon on Monday. 🇪🇸"
    start = text.index("Minister")
    report = make.report(make.article(text), evidence=[[start, start + 13]], spans={})
    shown = page(analyst, report.article, report=report.pk)
    assert "Tom &amp; Jerry &lt;b&gt;met&lt;/b&gt;." in shown
    assert f'class=lit data-r="{report.pk}">Minister Ruiz</mark>' in shown


def lit(shown: str) -> list[str]:
    """The ids of the reports whose evidence is lit."""
    return re.findall(r'<mark class=(?:lit|"[^"]* lit") data-r="(\d+)"', shown)


def test_the_first_undecided_proposal_is_lit_when_the_address_names_none_of_this_article(analyst):
    other = make.report()
    article = make.article()
    first, second = make.reports(article, make.record(), make.record(day="2020-05-05", evidence=[[22, 30]]))
    assert set(lit(page(analyst, article, report=other.pk))) == {str(first.pk)}
    review.accept(first.pk, analyst.user, 1)
    assert set(lit(page(analyst, article))) == {str(second.pk)}
    review.accept(second.pk, analyst.user, 1)
    assert not lit(page(analyst, article))
    report = first
    assert (
        analyst.get(reverse("contacts:review", args=[report.article_id]) + "?report=999999999999999999999").status_code
        == 200
    )


def test_every_field_of_a_proposal_is_shown(analyst):
    report = make.report()
    shown = page(analyst, report.article)
    for words in (
        "Meeting, occurred",
        "4 May 2020",
        "to the day",
        "on Monday",
        "Lisbon",
        "Ana Ruiz",
        "minister",
        "Spain",
    ):
        assert words in shown


@pytest.mark.parametrize(("name", "state"), [("accept", ReportState.ACCEPTED), ("reject", ReportState.REJECTED)])
def test_a_decision_redraws_the_proposal_and_the_count(analyst, name, state):
    report = make.report()
    answer = act(analyst, name, report)
    shown = answer.content.decode()
    report.refresh_from_db()
    assert (answer.status_code, report.state) == (200, state)
    assert f'data-version="{report.version}"' in shown and "1 of 1 decided" in shown
    assert "by Anna" in shown and f'class="prop {state} done"' in shown
    assert len(answer.content) < 15_000


def test_without_htmx_a_decision_leads_back_to_the_page(analyst):
    report = make.report()
    answer = analyst.post(reverse("contacts:accept", args=[report.pk]), {"version": 1})
    assert answer.url.startswith(reverse("contacts:review", args=[report.article_id]))


def test_undo_brings_the_proposal_back(analyst):
    report = make.report()
    review.reject(report.pk, analyst.user, 1)
    report.refresh_from_db()
    shown = act(analyst, "undo", report).content.decode()
    assert "0 of 1 decided" in shown and 'class="prop proposed"' in shown


def test_a_decision_on_a_changed_proposal_is_told_and_not_applied(analyst):
    report = make.report()
    review.accept(report.pk, make.user(name="Ben"), 1)
    answer = act(analyst, "reject", report)
    assert answer.status_code == 409
    assert "nothing of yours was applied" in answer.content.decode() and "by Ben" in answer.content.decode()
    assert Report.objects.get().state == ReportState.ACCEPTED


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999999999999999"])
def test_a_hostile_version_is_a_changed_proposal(analyst, version):
    assert act(analyst, "accept", make.report(), version=version).status_code == 409


def test_the_form_opens_with_the_values_that_are_there_and_saves_them_unchanged(analyst):
    report = make.report()
    form = analyst.get(reverse("contacts:correct", args=[report.pk]), headers=FRAGMENT).content.decode()
    for value in ("Portugal, Spain", "4 May 2020", "Lisbon", "Ana Ruiz"):
        assert f'value="{value}"' in form or value == "Portugal, Spain" and 'value="Spain, Portugal"' in form
    assert act(analyst, "correct", report, **typed(report)).status_code == 200
    report.refresh_from_db()
    assert report.record == report.machine


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"status": "planned"}, "status", "planned"),
        ({"kind": "call"}, "type", "call"),
        ({"date": "June 2016"}, "date", {"start": "2016-06-01", "end": "2016-06-30", "precision": "month"}),
        ({"date": "28-30 June 2016"}, "date", {"start": "2016-06-28", "end": "2016-06-30", "precision": "day"}),
        ({"date": "2016"}, "date", {"start": "2016-01-01", "end": "2016-12-31", "precision": "year"}),
        ({"date": ""}, "date", {"start": None, "end": None, "precision": "unknown"}),
        ({"place": "Porto"}, "place", {"text": "Porto", "country": "PRT"}),
        ({"place": "", "place_country": ""}, "place", None),
        ({"parties": "ESP, Portuguese, French", "who-2-party": "FRA"}, "countries", ["ESP", "FRA", "PRT"]),
    ],
)
def test_each_field_can_be_corrected(analyst, changes, field, value):
    report = make.report()
    answer = act(analyst, "correct", report, **typed(report, **changes))
    assert answer.status_code == 200, answer.content.decode()
    report.refresh_from_db()
    assert (report.state, report.record[field]) == (ReportState.CORRECTED, value)


def test_people_can_be_added_changed_and_removed(analyst):
    report = make.report()
    changes = {"who-0-name": "", "who-0-title": "", "who-0-party": "", "who-1-role": "host"}
    changes |= {"who-2-name": "Eva Gil", "who-2-title": "envoy", "who-2-party": "Spain"}
    assert act(analyst, "correct", report, **typed(report, **changes)).status_code == 200
    report.refresh_from_db()
    assert report.record["participants"] == [
        make.person("Rui Costa", "PRT", "minister", "host"),
        make.person("Eva Gil", "ESP", "envoy"),
    ]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"parties": "Spain, Atlantis"}, "There is no party “Atlantis”"),
        ({"parties": "Spain"}, "at least two parties"),
        ({"date": "the day of never"}, "wrong"),
        ({"kind": "banquet"}, "banquet is not one of the available choices"),
        ({"who-0-party": "Peru"}, "Peru is not among the parties"),
        ({"who-2-title": "officials"}, "needs a party"),
        ({"place_country": "<script>"}, "&lt;script&gt;"),
        ({"place": "x" * 301}, "at most 300"),
    ],
)
def test_wrong_input_is_told_beside_its_field_and_nothing_typed_is_lost(analyst, changes, says):
    report = make.report()
    answer = act(analyst, "correct", report, **typed(report, **{"who-1-title": "kept title"} | changes))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert says in shown and "kept title" in shown
    assert not Decision.objects.exists()


@pytest.mark.parametrize("broken", [{"who-TOTAL_FORMS": "x"}, {"who-TOTAL_FORMS": "100000"}, {"who-INITIAL_FORMS": ""}])
def test_a_broken_form_is_refused_without_an_error(analyst, broken):
    report = make.report()
    answer = act(analyst, "correct", report, **typed(report, **broken))
    assert answer.status_code == 422
    assert "Not saved yet" in answer.content.decode()
    assert not Decision.objects.exists()


def test_the_page_of_an_article_that_is_being_read_asks_again_until_its_state_changes(analyst):
    article = make.article(state=ArticleState.READING)
    assert "hx-trigger" in page(analyst, article).split('class="props"')[1]
    address = reverse("contacts:review", args=[article.pk])
    assert analyst.get(f"{address}?seen=reading", headers=FRAGMENT).status_code == 204
    make.report(article)
    part = analyst.get(f"{address}?seen=reading", headers=FRAGMENT).content.decode()
    assert "1 proposal" in part and "<html" not in part and 'hx-trigger="every' not in part


@pytest.mark.parametrize(
    ("state", "note", "says"),
    [
        ("failed", "It took too long.", "It took too long."),
        ("ready", "", "No contact found"),
        ("waiting", "", "Waiting"),
    ],
)
def test_the_page_says_what_became_of_an_article_without_proposals(analyst, state, note, says):
    assert says in page(analyst, make.article(state=state, state_note=note))


def test_a_reader_sees_proposals_but_no_buttons(client):
    report = make.report()
    client.force_login(make.user("reader"))
    assert "Accept 1" not in page(client, report.article)


@pytest.mark.parametrize("name", ["review", "overview"])
def test_pages_ask_the_same_number_of_queries_for_few_and_many_rows(analyst, name):
    def queries(address) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert analyst.get(address).status_code == 200
        return len(captured)

    few, many = make.article(), make.article()
    make.reports(few, make.record(), make.record(day="2020-05-05"))
    addresses = [
        reverse("contacts:review", args=[a.pk]) if name == "review" else reverse("contacts:overview")
        for a in (few, many)
    ]
    first = queries(addresses[0])
    rows = make.reports(many, *[make.record(day=f"2020-05-{n:02}") for n in range(1, 21)])
    for row in rows[:5]:
        review.accept(row.pk, analyst.user, 1)
    assert queries(addresses[1]) <= first + (1 if name == "overview" else 0)


def test_the_overview_shows_what_waits_and_what_is_new(analyst):
    empty = analyst.get("/").content.decode()
    assert "Nothing here yet" in empty and "No contact has been confirmed yet" in empty
    waiting = make.report(make.article(title="An article that waits"))
    done = make.report(make.article(title="Done"), day="2020-07-05")
    review.accept(done.pk, analyst.user, 1)
    make.article(title="Being looked at", state=ArticleState.READING)
    make.article(title="Broken", state=ArticleState.FAILED)
    shown = analyst.get("/").content.decode()
    assert "An article that waits" in shown and "Being looked at" in shown and "could not be read" in shown
    assert f"?report={done.pk}#r{done.pk}" in shown
    assert 'aria-label="Spain and Portugal: 2 contacts, the last in Jul 2020"' in shown
    assert waiting.article.title in shown.split("Newest confirmed")[0]


def test_an_organisation_with_a_hyphen_in_its_code_has_its_pair_page(analyst):
    make.report(countries=["ARAB-LEAGUE", "EGY"], participants=[make.person("Ana Ruiz", "EGY")])
    assert analyst.get("/").status_code == 200
    assert analyst.get("/pairs/").status_code == 200
    shown = analyst.get("/pairs/ARAB-LEAGUE-EGY/")
    assert shown.status_code == 200 and "Ana Ruiz" in shown.content.decode()
    assert analyst.get("/pairs/egy-arab-league/").url == "/pairs/ARAB-LEAGUE-EGY/"
    assert analyst.get("/pairs/ARAB-LEAGUE-XYZ/").status_code == 404
    assert analyst.get("/pairs/A-B-C-D-E-F-G/").status_code == 404


def test_the_form_shows_which_kind_and_status_are_chosen(analyst):
    report = make.report(type="call", status="denied")
    form = analyst.get(reverse("contacts:correct", args=[report.pk]), headers=FRAGMENT).content.decode()
    checked = re.findall(r'<input type="radio" name="(\w+)" value="(\w+)"[^>]* checked', form)
    assert checked == [("kind", "call"), ("status", "denied")]


def test_without_htmx_too_a_stale_decision_is_told(analyst):
    report = make.report()
    review.accept(report.pk, make.user(), 1)
    answer = analyst.post(reverse("contacts:reject", args=[report.pk]), {"version": 1}, follow=True)
    assert "nothing of yours was applied" in answer.content.decode()


def test_the_words_of_a_person_stay_with_the_person_when_another_is_removed(analyst):
    report = make.report(spans={"participants.0.name": [0, 4], "participants.1.name": [5, 9], "date": [2, 3]})
    gone = {f"who-0-{field}": "" for field in ("name", "title", "party")}
    assert act(analyst, "correct", report, **typed(report, **gone)).status_code == 200
    report.refresh_from_db()
    assert report.record["spans"] == {"participants.0.name": [5, 9], "date": [2, 3]}


def test_parties_of_like_names_and_with_commas_come_back_as_they_are(analyst):
    """The lexicon's lookup takes "Guam" for the organisation; the Global Fund's name has a comma."""
    report = make.report(countries=["GLOBAL-FUND", "GUM"], participants=[make.person("Ana", "GUM")], place=None)
    form = analyst.get(reverse("contacts:correct", args=[report.pk]), headers=FRAGMENT).content.decode()
    shown = re.search(r'name="parties" value="([^"]*)"', form).group(1)
    changes = {"parties": shown, "place": "", "place_country": "", "who-0-name": "Ana", "who-0-party": "Guam"}
    changes |= {f"who-1-{field}": "" for field in ("name", "title", "party")} | {"who-0-title": ""}
    assert act(analyst, "correct", report, **typed(report, **changes)).status_code == 200
    report.refresh_from_db()
    assert report.record["countries"] == ["GLOBAL-FUND", "GUM"]


def test_the_overview_is_drawn_anew_only_when_an_article_moved(analyst):
    make.article(state=ArticleState.READING)
    shown = analyst.get("/").content.decode()
    address = re.search(r'hx-get="(/\?seen=[\d-]+)"', shown).group(1)
    assert analyst.get(address, headers=FRAGMENT).status_code == 204
    make.report()
    answer = analyst.get(address, headers=FRAGMENT)
    assert answer.status_code == 200 and "A day of talks" in answer.content.decode()
