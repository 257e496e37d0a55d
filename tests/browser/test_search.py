"""The search in a real browser: the key, results while typing, the way through them by keys, marked words, looks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.looks import LOOKS, NAMES, look_over

BOX = "#q"


def open_list(page, typed: str):
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type(typed)
    expect(page.locator("#finds")).to_be_visible()
    return page.locator("#finds")


@pytest.mark.parametrize("address", ["/", "/articles/", "/pairs/", "/review/"])
def test_one_key_on_every_page_leads_to_results_while_typing(page, address):
    page.goto(address)
    found = open_list(page, "Diaz Cannel")
    expect(found.get_by_role("link", name="Miguel Díaz-Canel")).to_be_visible()
    expect(found.locator("mark").first).to_have_text("Díaz-Canel")


def test_the_way_through_the_results_by_keys(page):
    page.goto("/")
    found = open_list(page, "cuba north korea")
    expect(found.get_by_role("link", name="Cuba and North Korea")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(found.locator("[data-hit]").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Escape")
    expect(found).to_be_hidden()
    page.keyboard.press("ArrowDown")  # a list that is closed has no results to go to
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).not_to_be_focused()
    open_list(page, " ")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pairs/CUB-PRK/")


def test_the_list_closes_when_somebody_goes_elsewhere(page):
    page.goto("/")
    found = open_list(page, "germany")
    page.locator("main h2").first.click()
    expect(found).to_be_hidden()


def test_enter_opens_the_page_where_typing_changes_the_results_in_place(page):
    page.goto("/")
    open_list(page, "germany")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=germany")
    expect(page.locator("#results mark").first).to_have_text("Germany")
    page.locator(BOX).fill("pyongyan")
    expect(page.locator("#results mark").first).to_have_text("Pyongyang")
    page.wait_for_url("**/search/?q=pyongyan")
    expect(page.locator("#finds-said")).to_contain_text("Places")


def test_an_article_opens_at_the_words(page):
    page.goto('/search/?q="state visit"')
    page.locator("#results .hits a[data-hit]").first.click()
    page.wait_for_url(re.compile("/review/"))
    found = page.locator("#art mark.found").first
    expect(found).to_be_in_viewport()
    assert "state visit" in "".join(page.locator("#art mark.found").all_text_contents()).casefold()


def test_it_works_without_script(new_page, logged_in):
    page = new_page(storage_state=logged_in, java_script_enabled=False)
    page.goto("/")
    page.locator(BOX).fill("diaz canel")
    page.locator(BOX).press("Enter")
    expect(page.locator("#results mark").first).to_have_text("Díaz-Canel")


def test_keys_that_are_switched_off_leave_the_box_alone(page):
    page.goto("/")
    page.evaluate("localStorage.setItem('keys-off', '1')")
    page.reload()
    page.keyboard.press("/")
    expect(page.locator(BOX)).not_to_be_focused()


def test_on_a_phone_the_key_and_the_menu_lead_to_the_page(narrow_page):
    narrow_page.goto("/")
    expect(narrow_page.locator(BOX)).to_be_hidden()
    narrow_page.keyboard.press("/")
    narrow_page.wait_for_url("**/search/")
    expect(narrow_page.locator(BOX)).to_be_focused()
    narrow_page.keyboard.type("macron")
    expect(narrow_page.locator("#results mark").first).to_have_text("Macron")


PAGES = ["/search/", "/search/?q=germany", "/search/?q=Diaz+Cannel", "/search/?q=zzzz", "/places/?at=Nowhere"]
PAGES += ["/search/?q=macron&group=people", "/places/?at=Germany&country=DEU"]
BETWEEN = {"color_scheme": "light", "viewport": {"width": 820, "height": 900}}  # the box alone goes into a second row


@pytest.mark.parametrize("look", [*LOOKS, BETWEEN], ids=[*NAMES, "between"])
def test_it_is_accessible_and_fits(new_page, logged_in, assert_accessible, look):
    look_over(new_page(storage_state=logged_in, **look), PAGES, assert_accessible)


def test_the_list_under_the_box_is_accessible(page, assert_accessible):
    page.goto("/")
    open_list(page, "germany")
    assert_accessible(page)
