"""A draft from around a selection: the engine's own record, or what the sentence names."""

from datetime import date

import pytest

from config.launch import web
from contacts import draft
from contacts.models import Report
from tests import make

pytestmark = pytest.mark.django_db

BEFORE = "👩🏽‍🚀 Ça va: e\u0301te\u0301, \u05e9\u05dc\u05d5\u05dd and \u0645\u0631\u062d stand before it.\n\n"
CALL = "On Wednesday Finnish Foreign Minister Aino Virtanen telephoned her Maltese counterpart, Josef Borg."
LONE = "The Albanian prime minister, Arben Kola, and Virtanen shared a loaf of bread in Tirana on Tuesday."
TEXT = f"{BEFORE}{CALL}\n\n{LONE}\n\nNothing else was said of ferries, and the weather was fair."


def article(text: str = TEXT):
    return make.article(text, published=date(2026, 3, 5))


def select(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def words(of, record: dict) -> dict[str, str]:
    return {field: of.text[a:b] for field, (a, b) in record["spans"].items()}


def test_the_engines_own_record_over_the_selection_is_the_draft_with_its_offsets_in_the_article():
    found = article()
    record = draft.make(found, *select(TEXT, "telephoned"))
    assert (record["type"], record["countries"], record["date"]["start"]) == ("call", ["FIN", "MLT"], "2026-03-04")
    shown = words(found, record)
    assert (shown["trigger"], shown["date"], shown["participants.1.name"]) == ("telephoned", "Wednesday", "Josef Borg")
    assert [found.text[a:b] for a, b in record["evidence"]] == [CALL]


def test_where_the_engine_has_no_record_the_sentence_gives_people_parties_date_and_place():
    found = article()
    record = draft.make(found, *select(TEXT, "shared a loaf"))
    named = {person["name"]: person["country"] for person in record["participants"]}
    assert named == {"Arben Kola": "ALB", "Aino Virtanen": "FIN"}
    assert record["countries"] == ["ALB", "FIN"]
    assert (record["date"]["start"], record["basis"]) == ("2026-03-03", "Tuesday")
    assert record["place"] == {"text": "Tirana", "country": "ALB"}
    shown = words(found, record)
    assert (shown["date"], shown["place"]) == ("Tuesday", "Tirana")
    assert (shown["participants.0.name"], shown["participants.1.name"]) == ("Arben Kola", "Virtanen")
    assert [found.text[a:b] for a, b in record["evidence"]] == [LONE]


@pytest.mark.parametrize(
    ("selected", "says"),
    [("telephoned", ("call", "occurred")), ("Josef Borg", ("call", "occurred")), ("the weather", ("", ""))],
)
def test_selected_words_say_of_what_kind_a_contact_is_and_whether_it_took_place(selected, says):
    meant = draft.meant(article(), *select(TEXT, selected))
    assert (meant["kind"], meant["status"]) == says


def test_what_is_proposed_already_is_not_the_draft_again():
    found = article()
    first = draft.make(found, *select(TEXT, "telephoned"))
    make.reports(found, first)
    again = draft.make(found, *select(TEXT, "telephoned"))
    assert again["evidence"] and again["spans"].get("trigger") == first["spans"]["trigger"]
    assert Report.objects.count() == 1


def test_a_last_name_is_made_whole_by_the_reports_of_the_article():
    text = "Some words.\n\nOn Tuesday Borg shared bread with Kola in Tirana, and all were glad of the bread."
    found = article(text)
    make.reports(found, make.record(participants=[make.person("Josef Borg", "MLT", "foreign minister")]))
    record = draft.make(found, *select(text, "shared bread"))
    assert make.person("Josef Borg", "MLT", "foreign minister") in record["participants"]


def test_a_long_article_is_read_only_around_the_selection(monkeypatch):
    text = ("A paragraph of no interest to anybody at all.\n\n" * 2_000) + TEXT + ("\n\nMore of the same." * 2_000)
    read = []
    real = draft.extraction.read_doc
    monkeypatch.setattr(draft.extraction, "read_doc", lambda text, day: read.append(text) or real(text, day))
    found = article(text)
    record = draft.make(found, *select(text, "shared a loaf"))
    assert len(read[0]) < 6_000 and read[0].startswith("A paragraph")
    assert words(found, record)["date"] == "Tuesday"


@pytest.mark.parametrize("at", [(0, 1), (0, len(TEXT)), (len(TEXT) - 1, len(TEXT)), (len(BEFORE) - 1, len(BEFORE))])
def test_any_selection_gives_a_draft(at):
    record = draft.make(article(), *at)
    assert record["type"] and all(0 <= a < b <= len(TEXT) for a, b in record["evidence"])


def test_a_selection_of_an_article_without_words_around_it_gives_an_empty_draft():
    record = draft.make(article("?!" * 40), 0, 2)
    assert (record["participants"], record["countries"]) == ([], [])


def test_the_engine_is_loaded_once_beside_the_first_page_of_an_analyst(client, settings, monkeypatch):
    loaded = []
    monkeypatch.setattr(draft.extraction, "load", lambda: loaded.append("engine"))
    monkeypatch.setattr(draft, "_warming", [])
    settings.DRAFTS_GET_READY = True
    address = f"/review/{article().pk}/"
    client.force_login(make.user("reader"))
    client.get(address)
    assert not draft._warming
    client.force_login(make.user("analyst"))
    for _ in range(2):
        assert client.get(address).status_code == 200
    [timer] = draft._warming
    timer.cancel()
    timer.function()
    assert loaded == ["engine"]


def test_each_web_process_loads_the_engine_beside_its_first_pages(settings, monkeypatch):
    monkeypatch.setattr(draft, "_warming", [])
    settings.DRAFTS_GET_READY = True
    web.post_worker_init(None)
    [timer] = draft._warming
    timer.cancel()
    assert timer.function is draft._load and timer.daemon
