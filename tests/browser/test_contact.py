"""A contact in a real browser: sources side by side, what they tell otherwise, a word of a person on unsure joins."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.filled import TALKS, fill


@pytest.fixture(scope="module", autouse=True)
def disputed(running_program) -> str:
    return fill(running_program)


def row(page: Page, name: str):
    return page.locator("table.told tbody tr", has=page.get_by_role("rowheader", name=name, exact=True))


def test_where_sources_disagree_is_marked_and_each_leads_to_its_sentence(page, disputed):
    page.goto(disputed)
    expect(page.get_by_role("heading", name="3 sources side by side")).to_be_visible()
    alert = page.locator("main .alert")
    expect(alert).to_contain_text("The sources disagree on status, place.")
    expect(alert).to_contain_text(re.compile("Alpine Agency.* say occurred; Sava Standard says denied."))
    for name, words in (("Status", "denied"), ("Place", "Maribor, Slovenia")):
        expect(row(page, name).locator(".differs")).to_have_text(f"{words} differs")
    for name in ("Date", "Parties", "People", "Kind"):
        expect(row(page, name).locator(".differs")).to_have_count(0)
    expect(
        page.get_by_role("region", name="Why they are one").get_by_text("Both name Maja Kranjc.").first
    ).to_be_visible()
    page.locator("table.told thead").get_by_role("link", name="Sava Standard").press("Enter")
    expect(page.locator("#art .lit").first).to_be_in_viewport()
    assert TALKS in "".join(page.locator("#art .lit").all_text_contents())


def test_a_source_is_taken_out_and_what_was_said_is_taken_back(page, disputed):
    page.goto(disputed)
    page.get_by_role("button", name=re.compile("^Tells of another contact.*source 3")).press("Enter")
    expect(page.get_by_role("heading", name="2 sources side by side")).to_be_visible()
    said = page.get_by_role("region", name="What was said of its sources")
    while said.get_by_role("button").count():  # it is apart from each of the others
        said.get_by_role("button", name=re.compile("^Take back")).first.press("Enter")
        expect(page.get_by_role("status").get_by_text("Taken back.")).to_be_visible()
    expect(page.get_by_role("heading", name="3 sources side by side")).to_be_visible()
    expect(said).to_contain_text("Taken back")


def choose_the_talks(page: Page) -> str:
    """Go on by keys to a question about the fourth outlet; returns which two it is about."""
    for _ in range(page.locator(".turn").count()):
        if "Karst Courier" in page.locator(".turn.on").inner_text():
            break
        page.keyboard.press("j")
    expect(page.locator(".turn.on")).to_contain_text("Karst Courier")
    return page.locator(".turn.on h2").get_attribute("id")


def test_unsure_joins_are_read_decided_and_taken_back_by_keys(page, assert_accessible):
    page.goto("/joins/")
    for key, said in (("n", "not the same contact"), ("s", "the same contact")):
        asked = choose_the_talks(page)
        expect(page.locator(".turn.on .quote")).to_have_text([TALKS, TALKS])
        assert_accessible(page)
        page.keyboard.press(key)
        expect(page.get_by_role("status").get_by_text(f"Said: {said}.")).to_be_visible()
        expect(page.locator(f"#{asked}")).to_have_count(0)
        page.keyboard.press("u")
        expect(page.get_by_role("status").get_by_text("Taken back.")).to_be_visible()
        expect(page.locator(f"#{asked}")).to_have_count(1)
    choose_the_talks(page)
    page.keyboard.press("o")
    page.wait_for_url(re.compile(r"/review/\d+/\?report="))
    expect(page.locator("#art .lit").first).to_be_in_viewport()


def test_on_paper_and_without_script(new_page, logged_in, disputed):
    page = new_page(storage_state=logged_in, java_script_enabled=False)
    page.goto(disputed)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Same contact").first).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name=re.compile("^Same contact")).first.click()
    expect(page.get_by_role("heading", name="4 sources side by side")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Take back")).first.click()
    expect(page.get_by_role("heading", name="3 sources side by side")).to_be_visible()
