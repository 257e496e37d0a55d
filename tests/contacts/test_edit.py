"""The form of a contact as a browser sends it: words of the article, evidence, adding, splitting, joining."""

import re

import pytest
from django.urls import reverse

from contacts import people_known, review
from contacts.fusion import names_said
from contacts.models import Decision, Name, Report, ReportState
from tests import make
from tests.contacts.test_review_pages import FRAGMENT, act, typed

pytestmark = pytest.mark.django_db

# Before the evidence: emoji of several code points, combining marks, right-to-left words.
STRANGE = "👩🏽‍🚀🇪🇸 e\u0301te\u0301, שלום, مرحبا. "
TEXT = (
    f"{STRANGE}Minister Ana Ruiz of Spain met her colleague Costa in Lisbon on Monday, and later that day they dined."
)


@pytest.fixture
def analyst(client):
    client.user = make.user("analyst", "Anna")
    client.force_login(client.user)
    return client


def span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def written(words: str) -> str:
    return "{}-{}".format(*span(words))


@pytest.fixture
def report():
    spans = {"date": span("Monday"), "trigger": span("met"), "place": span("Lisbon")}
    spans |= {"participants.0.name": span("Ana Ruiz"), "participants.0.title": span("Minister")}
    spans |= {"participants.1.name": span("Costa")}
    return make.report(make.article(TEXT), spans=spans, evidence=[span("Minister Ana Ruiz"), span("they dined")])


def saved(report) -> dict:
    report.refresh_from_db()
    return report.record


def opened(analyst, report, name: str = "correct") -> dict:
    """The form as it is opened, as a browser would send it back unchanged."""
    page = analyst.get(reverse(f"contacts:{name}", args=[report.pk]), headers=FRAGMENT).content.decode()
    return fields_of(page)


def fields_of(page: str) -> dict:
    page = re.sub(r"<template.*?</template>", "", page, flags=re.DOTALL)
    fields: dict[str, list[str]] = {}
    for tag in re.findall(r"<input\b[^>]*>", page):
        said = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if said.get("type") in ("radio", "checkbox") and " checked" not in tag:
            continue
        if "name" in said and said["name"] != "csrfmiddlewaretoken":
            fields.setdefault(said["name"], []).append(said.get("value", ""))
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', page, flags=re.DOTALL):
        fields[name] = re.findall(r'value="([^"]*)" selected', options)
    return fields


def test_the_form_sent_back_as_it_was_opened_changes_nothing(analyst, report):
    assert (
        analyst.post(
            reverse("contacts:correct", args=[report.pk]), opened(analyst, report), headers=FRAGMENT
        ).status_code
        == 200
    )
    assert saved(report) == report.machine


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        ({"date": "5 May 2020"}, {"date"}),
        ({"place": "Porto"}, {"place"}),
        ({"kind": "call", "place": "Porto"}, {"place"}),
        ({"who-0-name": "Eva Ruiz"}, {"participants.0.name"}),
        ({"who-0-title": "envoy"}, {"participants.0.title"}),
        ({"who-1-role": "host"}, set()),
        ({"status": "planned"}, set()),
    ],
)
def test_the_words_of_untouched_fields_stay(analyst, report, changes, lost):
    before = dict(report.record["spans"])
    answer = act(analyst, "correct", report, **opened(analyst, report) | changes)
    assert answer.status_code == 200, answer.content.decode()
    assert saved(report)["spans"] == {field: at for field, at in before.items() if field not in lost}


def test_words_that_were_selected_stay_whatever_is_typed_and_are_what_the_date_was_read_from(analyst, report):
    changes = {"date": "4 May 2020", "words-date": written("later that day"), "words-place": written("Spain")}
    changes |= {"place": "Madrid", "who-1-name": "Rui Costa", "words-kind": written("dined")}
    assert act(analyst, "correct", report, **opened(analyst, report) | changes).status_code == 200
    record = saved(report)
    assert record["spans"]["date"] == span("later that day")
    assert (record["basis"], record["place"]["text"]) == ("later that day", "Madrid")
    assert record["spans"]["place"] == span("Spain") and record["spans"]["trigger"] == span("dined")
    stored = {(row.field, TEXT[row.start : row.end]) for row in report.evidence.all()}
    assert {("date", "later that day"), ("place", "Spain"), ("trigger", "dined")} <= stored


def test_the_words_of_a_field_can_be_forgotten(analyst, report):
    changes = {"words-date": "", "who-0-words-name": ""}
    assert act(analyst, "correct", report, **opened(analyst, report) | changes).status_code == 200
    assert set(saved(report)["spans"]) == {"trigger", "place", "participants.0.title", "participants.1.name"}
    assert report.record["basis"] == ""


@pytest.mark.parametrize(
    ("field", "place", "words", "changes"),
    [
        ("kind", "trigger", "dined", {}),
        ("status", "status", "met", {}),
        ("parties", "countries", "Spain met her colleague", {}),
        ("date", "date", "later that day", {"date": "5 May 2020"}),
        ("place", "place", "Lisbon", {"place": "Lisboa"}),
        ("place_country", "place.country", "Lisbon", {"place_country": "Spain"}),
        ("who-0-name", "participants.0.name", "Ana", {}),
        ("who-0-title", "participants.0.title", "Minister Ana", {}),
        ("who-0-party", "participants.0.country", "Spain", {}),
        ("who-1-role", "participants.1.role", "in Lisbon", {"who-1-role": "host"}),
    ],
)
def test_every_field_can_have_its_own_words(analyst, report, field, place, words, changes):
    row, _, part = field.rpartition("-")
    carrier = f"{row}-words-{part}" if row else f"words-{part}"
    sent = opened(analyst, report)
    assert carrier in sent
    answer = act(analyst, "correct", report, **sent | changes | {carrier: written(words)})
    assert answer.status_code == 200, answer.content.decode()
    assert saved(report)["spans"][place] == span(words)
    # What the browser gets back with the form stands for what the field says now.
    assert written(words) in opened(analyst, report)[carrier][0]


def test_evidence_is_added_and_taken_away(analyst, report):
    fields = opened(analyst, report)
    assert fields["evidence"] == ["", written("Minister Ana Ruiz"), written("they dined")]
    fields["evidence"] = ["", written("they dined"), written("later that day"), written("they dined")]
    assert act(analyst, "correct", report, **fields).status_code == 200
    assert saved(report)["evidence"] == [span("they dined"), span("later that day")]
    fields = opened(analyst, report)
    assert act(analyst, "correct", report, **fields | {"evidence": [""]}).status_code == 200
    assert saved(report)["evidence"] == []


HOSTILE = ["5-3", "-1-4", "0-999999", "x", "1-2-3", "9999999999-99999999999", "1.5-2", "0-0", "１-４", "<b>", "1-4\x00"]


@pytest.mark.parametrize("value", HOSTILE)
def test_offsets_that_are_not_in_the_article_are_told_and_nothing_typed_is_lost(analyst, report, value):
    for name in ("words-date", "who-0-words-name", "evidence"):
        changes = {name: value, "who-1-title": "kept title"}
        answer = act(analyst, "correct", report, **opened(analyst, report) | changes)
        shown = answer.content.decode()
        assert answer.status_code == 422, name
        assert "are not in the article" in shown and "kept title" in shown
    assert not Decision.objects.exists()


def test_no_form_takes_evidence_without_end(analyst, report):
    many = [f"{n}-{n + 2}" for n in range(60)]
    answer = act(analyst, "correct", report, **opened(analyst, report) | {"evidence": many})
    assert answer.status_code == 422 and "50 places are the most" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed_text", "hint"),
    [("Spain, Portugall", "Did you mean Portugal?"), ("Spain, Xanadu", "Write a country’s name")],
)
def test_a_party_that_is_none_gets_a_hint(analyst, report, typed_text, hint):
    answer = act(analyst, "correct", report, **typed(report, parties=typed_text))
    assert answer.status_code == 422 and hint in answer.content.decode()


def test_more_room_for_a_person_saves_nothing_and_loses_nothing(analyst, report):
    answer = act(analyst, "correct", report, **typed(report, more="1", place="Porto"))
    shown = answer.content.decode()
    assert answer.status_code == 200 and 'value="Porto"' in shown and 'name="who-3-name"' in shown
    assert not Decision.objects.exists()


# The reading of a date, and people to choose from


def read(analyst, article, typed_text: str, name: str = "date") -> str:
    answer = analyst.get(reverse("contacts:date", args=[article.pk]), {name: typed_text}, headers=FRAGMENT)
    assert answer.status_code == 200
    return re.sub(r"<[^>]+>", "", answer.content.decode()).strip()


@pytest.mark.parametrize(
    ("typed_text", "says"),
    [
        ("28 June 2016", "Tuesday 28 June 2016, to the day"),
        ("28-30 June 2016", "Tuesday 28 to Thursday 30 June 2016, 3 days, to the day"),
        ("30 June 2016 to 2 July 2016", "Thursday 30 June to Saturday 2 July 2016, 3 days, to the day"),
        ("June 2016", "June 2016, to the month"),
        ("2016", "2016, to the year"),
        ("last Tuesday", "Tuesday 5 May 2020, to the day"),
        ("", "No date"),
        ("  ", "No date"),
        ("yesteryear", "“yesteryear” is not a date that can be read"),
        ("1 " * 200, "too long for a date"),
        ("<script>", "“&lt;script&gt;” is not a date"),
        ("\x00\u202e", "No date"),
    ],
)
def test_a_typed_date_is_read_back_in_full(analyst, report, typed_text, says):
    assert says in read(analyst, report.article, typed_text)
    assert says in read(analyst, report.article, typed_text, "second-date")


def test_a_day_without_a_year_is_told_where_the_article_has_no_date(analyst):
    assert "no publication date" in read(analyst, make.article(published=None), "last Tuesday")


def people(analyst, article, typed_text: str) -> list[dict]:
    return analyst.get(reverse("contacts:people", args=[article.pk]), {"q": typed_text}).json()["people"]


def test_people_of_the_article_come_before_known_persons_with_title_and_party(analyst, report):
    elsewhere = make.record(participants=[make.person("Ana Ruidera", "PRT", "envoy"), make.person("Eva Gil", "ESP")])
    make.reports(make.article("Another article, in which other people met, as told on Tuesday."), elsewhere)
    assert people(analyst, report.article, "ana") == [
        {"name": "Ana Ruiz", "title": "minister", "party": "Spain", "here": True},
        {"name": "Ana Ruidera", "title": "envoy", "party": "Portugal", "here": False},
    ]
    assert [person["name"] for person in people(analyst, report.article, "RUÍ")] == [
        "Ana Ruiz",
        "Rui Costa",
        "Ana Ruidera",
    ]
    assert {person["name"] for person in people(analyst, report.article, "")} == {"Ana Ruiz", "Rui Costa"}
    assert people(analyst, report.article, "nobody of that name") == []
    assert people(analyst, report.article, "%_\x00'\"" * 100) == []


@pytest.mark.parametrize("typed", ["abu maz", "Mazen", "mahmud abas", "abu masen"])
def test_other_spellings_and_small_mistakes_find_the_person(analyst, report, typed):
    for month, name in ((1, "Mahmoud Abbas"), (9, "Abu Mazen")):
        make.report(day=f"2020-{month:02d}-08", participants=[make.person(name, "ESP", "president")])
    names = dict(Name.objects.values_list("spelling", "pk"))
    names_said.say_same(names["Mahmoud Abbas"], names["Abu Mazen"], make.user())
    assert [person["name"] for person in people(analyst, report.article, typed)] == ["Mahmoud Abbas"]


def test_the_list_of_people_is_short_and_asks_few_queries(report, django_assert_max_num_queries):
    families = "Abreu Barros Coelho Dantas Esteves Fonseca Guedes Hilario Jardim Lobato Macedo Nobre".split()
    many = [make.person(f"Ana {family}", "PRT") for family in families]
    make.reports(
        make.article("A crowded article, in which very many people met on Tuesday."), make.record(participants=many)
    )
    with django_assert_max_num_queries(3):
        assert len(people_known.suggest(report.article, "ana")) == people_known.MOST


# Adding what was missed


def add(analyst, article, **fields):
    return analyst.post(reverse("contacts:add", args=[article.pk]), fields, headers=FRAGMENT)


def test_a_contact_is_added_from_a_draft_of_the_selected_words(analyst):
    article = make.article(TEXT)
    address = reverse("contacts:add", args=[article.pk])
    page = analyst.get(address, {"words": written("met her colleague")}, headers=FRAGMENT).content.decode()
    fields = fields_of(page)
    assert fields["kind"] == ["meeting"] and "Ana Ruiz" in fields["who-0-name"]
    answer = add(analyst, article, **fields | {"parties": "Spain, Portugal"})
    assert answer.status_code == 200, answer.content.decode()
    added = Report.objects.get()
    assert (added.state, added.machine, added.standing.user) == (ReportState.CORRECTED, None, analyst.user)
    shown = {row.field: TEXT[row.start : row.end] for row in added.evidence.all()}
    assert shown["trigger"] == "met" and shown["participants.0.name"] == "Ana Ruiz"
    assert TEXT.removeprefix(STRANGE) == shown[""]


def test_an_empty_form_is_filled_in_by_hand(analyst):
    article = make.article(TEXT)
    page = analyst.get(reverse("contacts:add", args=[article.pk])).content.decode()
    assert "<html" in page
    fields = fields_of(page) | {"parties": "Spain, Portugal", "date": "June 2016", "who-0-name": "Ana Ruiz"}
    assert add(analyst, article, **fields | {"who-0-party": "Spain"}).status_code == 200
    assert Report.objects.get().record["date"]["precision"] == "month"


@pytest.mark.parametrize("value", [value for value in HOSTILE if value != "1-4\x00"])
def test_a_draft_of_words_that_are_not_there_is_an_empty_form_that_says_so(analyst, value):
    article = make.article(TEXT)
    answer = analyst.get(reverse("contacts:add", args=[article.pk]), {"words": value}, headers=FRAGMENT)
    assert answer.status_code == 422 and "are not in the article" in answer.content.decode()


def test_a_contact_that_is_wrong_is_not_added_and_nothing_typed_is_lost(analyst):
    article = make.article(TEXT)
    answer = add(analyst, article, kind="meeting", status="occurred", parties="Spain", place="Porto", date="never")
    shown = answer.content.decode()
    assert answer.status_code == 422 and 'value="Porto"' in shown
    assert "at least two parties" in shown and "not a date" in shown
    assert not Report.objects.exists()


@pytest.mark.parametrize("name", ["add", "people", "date"])
def test_a_removed_article_is_not_found(analyst, name):
    article = make.article(TEXT, removed=True)
    assert analyst.get(reverse(f"contacts:{name}", args=[article.pk])).status_code == 404


@pytest.mark.parametrize("name", ["correct", "split", "join"])
def test_a_report_of_a_removed_article_is_not_found(analyst, report, name):
    report.article.removed = True
    report.article.save()
    assert analyst.get(reverse(f"contacts:{name}", args=[report.pk])).status_code == 404


# Making two of one, and one of two


def test_one_proposal_becomes_two_in_one_act(analyst, report):
    fields = opened(analyst, report, "split")
    answer = act(
        analyst, "split", report, **fields | {"first-who-1-name": [""], "second-kind": "call", "second-date": "2020"}
    )
    assert answer.status_code == 200, answer.content.decode()
    first, second = Report.objects.order_by("pk")
    assert (first.pk, first.record["type"], second.record["type"]) == (report.pk, "meeting", "call")
    assert second.record["spans"]["participants.0.name"] == span("Ana Ruiz")
    assert "date" not in second.record["spans"] and first.record["spans"]["date"] == span("Monday")
    assert Decision.objects.values("act").distinct().count() == 1
    review.undo(first.pk, analyst.user, first.version)
    assert Report.objects.present().get().record == report.machine


def test_two_that_are_the_same_are_no_split(analyst, report):
    answer = act(analyst, "split", report, **opened(analyst, report, "split"))
    assert answer.status_code == 422 and "still the same" in answer.content.decode()
    assert not Decision.objects.exists()


def test_wrong_input_in_either_half_is_told_and_nothing_typed_is_lost(analyst, report):
    fields = opened(analyst, report, "split") | {
        "first-place": "Porto",
        "second-date": "never",
        "second-evidence": "5-3",
    }
    answer = act(analyst, "split", report, **fields)
    shown = answer.content.decode()
    assert answer.status_code == 422 and 'value="Porto"' in shown and 'value="never"' in shown
    assert "not a date" in shown and "are not in the article" in shown
    assert not Decision.objects.exists()


def test_a_split_of_a_changed_proposal_keeps_what_was_typed_and_can_be_saved_again(analyst, report):
    fields = opened(analyst, report, "split") | {"second-place": "Faro"}
    review.accept(report.pk, make.user(), 1)
    answer = act(analyst, "split", report, **fields)
    shown = answer.content.decode()
    assert answer.status_code == 409 and "What you typed is still here" in shown
    assert 'value="Faro"' in shown and 'name="version" value="2"' in shown
    assert Report.objects.count() == 1
    assert act(analyst, "split", report, **fields | {"version": 2}).status_code == 200


@pytest.fixture
def two(report):
    """The report and another of its article."""
    other = make.record(day="2020-05-04", participants=[make.person("Eva Gil", "ESP")], evidence=[span("they dined")])
    return report, Report.objects.create(article=report.article, ordinal=1, record=other)


def test_two_proposals_become_one_by_the_number_of_the_other(analyst, two):
    report, other = two
    answer = act(analyst, "join", report, **opened(analyst, report, "join") | {"number": "2"})
    assert answer.status_code == 200, answer.content.decode()
    other.refresh_from_db()
    assert other.state == ReportState.REJECTED
    assert [person["name"] for person in saved(report)["participants"]] == ["Ana Ruiz", "Rui Costa", "Eva Gil"]
    assert Decision.objects.values("act").distinct().count() == 1
    review.undo(report.pk, analyst.user, report.version)
    other.refresh_from_db()
    assert (saved(report), other.state) == (report.machine, ReportState.PROPOSED)


@pytest.mark.parametrize("number", ["", "1", "3", "0", "-1", "x", "²", "9" * 30, "<b>"])
def test_a_number_of_no_other_proposal_is_told(analyst, two, number):
    report, _ = two
    answer = act(analyst, "join", report, **opened(analyst, report, "join") | {"number": number})
    assert answer.status_code == 422 and "There is no other proposal with the number" in answer.content.decode()
    assert not Decision.objects.exists()


def test_what_was_not_seen_is_not_joined(analyst, two):
    report, other = two
    fields = opened(analyst, report, "join") | {"number": "2"}
    review.accept(other.pk, make.user(), other.version)
    answer = act(analyst, "join", report, **fields)
    assert answer.status_code == 409 and "Nothing was joined" in answer.content.decode()
    assert 'value="2"' in answer.content.decode()
    assert act(analyst, "join", report, **fields | {"seen": "junk"}).status_code == 422
    assert Decision.objects.count() == 1


def test_a_single_proposal_cannot_be_joined(analyst, report):
    page = analyst.get(reverse("contacts:join", args=[report.pk])).content.decode()
    assert "nothing to join it with" in page
