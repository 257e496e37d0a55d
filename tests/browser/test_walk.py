"""The whole way in a browser: an article is pasted, read by the real worker, reviewed, and on its pair's timeline."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.running.processes import ROOT

SEED = ROOT.parent / "shared" / "eval" / "dev" / "seed.json"
OWN = """TIRANA, March 3 (Adria Wire) -- Finnish Foreign Minister Aino Virtanen arrived in Tirana on Tuesday and met \
Albanian Prime Minister Arben Kola. 🇫🇮 The two talked about ferries.

On Wednesday Virtanen telephoned her Maltese counterpart, Josef Borg."""


def give(page: Page, **fields: str) -> None:
    """Fill in the form of a new article and send it."""
    page.goto("/articles/add/")
    for label, value in fields.items():
        page.get_by_label(label.replace("_", " "), exact=True).fill(value)
    page.get_by_role("button", name="Add and read").click()


def proposals(page: Page):
    """The list of proposals, once the worker has read the article; the page is never reloaded for it."""
    expect(page.locator(".prop").first).to_be_visible(timeout=60_000)
    return page.locator(".prop")


def proposal(page: Page, *words: str):
    found = page.locator(".prop")
    for word in words:
        found = found.filter(has_text=word)
    return found.first


def test_the_seed_article_goes_from_paste_to_a_confirmed_contact_on_the_pairs_timeline(page, assert_accessible):
    if not SEED.exists():
        pytest.skip(f"{SEED} is not on this machine")
    seed = json.loads(SEED.read_text())
    give(page, Title=seed["title"], Outlet=seed["source"], Publication_date=seed["published"], Text=seed["text"])
    expect(page.get_by_text("Taken: ")).to_be_visible()
    proposals(page)
    assert_accessible(page)
    visit = proposal(page, "Salvador Valdes Mesa in Pyongyang")
    visit.locator("a.choose").click()
    lit = page.locator("#art mark.lit")
    expect(lit.first).to_be_visible()
    assert "arrived in Pyongyang on Tuesday" in "".join(lit.all_text_contents())
    expect(visit).to_contain_text("28 Jun 2016 to the day")
    visit.get_by_role("button", name=re.compile("^Accept")).click()
    expect(visit).to_contain_text("Accepted by admin")
    page.goto("/pairs/CUB-PRK/?show=confirmed")
    entry = page.get_by_role("link", name="Salvador Valdes Mesa in Pyongyang").last
    expect(entry).to_be_visible()
    entry.click()
    expect(page).to_have_url(re.compile(r"/review/\d+/\?report=\d+"))
    expect(page.locator("#art mark.lit").first).to_be_in_viewport()
    assert "arrived in Pyongyang on Tuesday" in "".join(page.locator("#art mark.lit").all_text_contents())


def test_an_article_is_reviewed_accepted_corrected_rejected_and_undone(page, assert_accessible):
    give(page, Title="Ferries", Outlet="Adria Wire", Publication_date="2026-03-05", Text=OWN)
    assert proposals(page).count() >= 2
    assert page.locator("#art").text_content() == OWN
    meeting = proposal(page, "Aino Virtanen, Arben Kola")
    meeting.get_by_role("button", name=re.compile("^Accept")).click()
    expect(meeting).to_contain_text("Accepted by admin")
    expect(page.locator(".prop.proposed a.choose:focus")).to_have_count(1)  # the work goes on at what is undecided

    meeting.get_by_role("button", name=re.compile("^Undo")).click()
    expect(meeting.get_by_role("button", name=re.compile("^Accept"))).to_be_visible()

    meeting.get_by_role("link", name=re.compile("^Correct")).click()
    form = page.get_by_role("form", name=re.compile("^Correct proposal"))
    assert_accessible(page)
    form.get_by_label("Date").fill("the day of never")
    form.get_by_label("Place").fill("Durrës")
    form.get_by_role("button", name="Save and accept").click()
    expect(form.get_by_text("Not saved yet")).to_be_visible()
    expect(form.get_by_label("Place")).to_have_value("Durrës")
    expect(form.get_by_label("Date")).to_be_focused()
    form.get_by_label("Date").fill("4 March 2026")
    form.get_by_text("Planned").click()
    form.get_by_role("button", name="Save and accept").click()
    expect(proposal(page, "Aino Virtanen, Arben Kola")).to_contain_text("Meeting, planned · 4 Mar 2026")
    proposal(page, "Aino Virtanen, Arben Kola").locator("a.choose").click()
    expect(proposal(page, "Aino Virtanen, Arben Kola")).to_contain_text("Durrës")

    count = page.locator("#decided").text_content()
    other = page.locator(".prop.proposed").first
    other_id = other.get_attribute("id")
    other.get_by_role("button", name=re.compile("^Reject")).click()
    page.get_by_role("button", name="not a contact").click()
    expect(page.locator(f"#{other_id}.rejected")).to_be_visible()
    expect(page.locator("#decided")).not_to_have_text(count)
    assert_accessible(page)


def test_a_second_tab_is_told_and_loses_nothing(new_page, logged_in, page):
    give(page, Title="Two tabs", Publication_date="2026-03-05", Text=OWN.replace("Virtanen", "Korhonen"))
    proposals(page)
    other = new_page(storage_state=logged_in)
    other.goto(page.url)
    mine, theirs = (proposal(tab, "Aino Korhonen, Arben Kola") for tab in (page, other))
    mine.get_by_role("link", name=re.compile("^Correct")).click()
    form = page.get_by_role("form", name=re.compile("^Correct proposal"))
    form.get_by_label("Place").fill("Vlorë")
    theirs.get_by_role("button", name=re.compile("^Reject")).click()
    theirs.get_by_role("button", name="no reason").click()
    expect(other.locator(".prop.rejected")).to_have_count(1)
    form.get_by_role("button", name="Save and accept").click()
    both = page.get_by_role("form", name="Two versions of one contact")
    expect(both.get_by_role("alert")).to_contain_text("Nothing of yours was applied")
    expect(both.get_by_role("radio", name="Place, yours: Vlorë")).to_be_checked()


def test_a_text_file_is_taken_and_the_list_shows_how_far_it_is(page, tmp_path):
    file = tmp_path / "visit.txt"
    file.write_text("Swedish minister in Riga\n\n" + OWN.replace("Finnish", "Swedish"), encoding="utf-16")
    page.goto("/articles/add/")
    page.locator("#files").set_input_files(file)
    page.wait_for_url(re.compile(r"/articles/batches/"))
    expect(page.get_by_role("link", name="Swedish minister in Riga")).to_be_visible(timeout=60_000)
    page.goto("/articles/")
    row = page.get_by_role("row").filter(has_text="Swedish minister in Riga")
    expect(row).to_contain_text("ready for review", timeout=60_000)


def test_the_filter_of_a_pair_keeps_the_address_in_step(page):
    page.goto("/pairs/DEU-FRA/")
    everything = page.locator(".c").count()
    assert everything >= 6
    page.get_by_role("checkbox", name=re.compile("^Visit")).check()
    expect(page).to_have_url(re.compile(r"kind=visit"))
    expect(page.locator(".c")).not_to_have_count(everything)
    visits = page.locator(".c").count()
    page.reload()
    expect(page.locator(".c")).to_have_count(visits)
    expect(page.get_by_role("checkbox", name=re.compile("^Visit"))).to_be_checked()
    page.go_back()
    expect(page.locator(".c")).to_have_count(everything)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1600])
def test_the_review_page_and_a_pair_are_accessible_and_fit(new_page, logged_in, assert_accessible, look, width):
    page = new_page(storage_state=logged_in, color_scheme=look, viewport={"width": width, "height": 800})
    page.goto("/articles/")
    page.get_by_role("row").filter(has_text="ready for review").get_by_role("link").first.click()
    for address in (page.url, "/pairs/DEU-FRA/"):
        page.goto(address)
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address
