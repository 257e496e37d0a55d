"""Who is who, in a real browser: looking for another name while typing, what becomes one, and the way back by a key."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.looks import LOOKS, NAMES, look_over


def open_person(page, name: str) -> None:
    page.goto(f"/search/?q={name}&group=people")
    page.locator("#results").get_by_role("link", name=name).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def look_for(page, typed: str):
    page.get_by_text("Names: is all of this one person?").click()
    page.get_by_role("link", name="Join with …").click()
    expect(page.get_by_label("Another name")).to_be_focused()
    page.keyboard.type(typed)
    return page.locator("#candidates").get_by_role("link")


def test_two_names_are_joined_by_keys_alone_and_taken_back(page):
    open_person(page, "Olaf Scholz")
    found = look_for(page, "stainmeier")
    expect(found).to_have_text(["Frank-Walter Steinmeier"])
    expect(page).to_have_url(re.compile("name=stainmeier"))
    found.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What becomes one")).to_be_visible()
    expect(page.get_by_text("Shown as Frank-Walter Steinmeier, Germany.")).to_be_visible()
    page.get_by_role("button", name="One person").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").get_by_text("Said: one person.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Frank-Walter Steinmeier")
    expect(page.get_by_text("Also written")).to_contain_text("Olaf Scholz")
    page.keyboard.press("u")
    expect(page.get_by_text("Taken back.")).to_be_visible()
    expect(page.get_by_text("Also written")).to_have_count(0)


def test_what_nobody_is_called_is_told_while_typing(page):
    open_person(page, "Olaf Scholz")
    look_for(page, "xqzwv")
    expect(page.locator("#candidates").get_by_role("status")).to_have_text("0 people found")


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_the_pages_are_accessible_and_fit(new_page, logged_in, assert_accessible, look):
    page = new_page(storage_state=logged_in, **look)
    open_person(page, "Olaf Scholz")
    person = page.url
    look_over(page, ["/people/", f"{person}join/", f"{person}join/?name=macron"], assert_accessible)
    page.locator("#candidates").get_by_role("link", name="Emmanuel Macron").click()
    expect(page.get_by_role("heading", name="What becomes one")).to_be_visible()
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
