"""An article that was reviewed and is read once more: what differs is offered, and nothing changes by itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.test_walk import give, proposals

SHAPES = [{}, {"color_scheme": "dark", "viewport": {"width": 360, "height": 740}}]
TEXT = """Slovak Foreign Minister Eva Malik arrived in Valletta on Tuesday and met \
Maltese Prime Minister Pawl Zammit. Case {}."""


@pytest.mark.parametrize("shape", SHAPES, ids=["wide light", "narrow dark"])
def test_what_another_reading_says_is_offered_beside_what_was_decided(new_page, logged_in, assert_accessible, shape):
    page = new_page(storage_state=logged_in, **shape)
    give(page, Title="Malik in Malta", Publication_date="2021-05-06", Text=TEXT.format(shape.get("color_scheme")))
    proposals(page)
    address = page.url.split("?")[0]
    page.keyboard.press("Shift+A")
    expect(page.locator(".prop.proposed")).to_have_count(0)
    expect(page.locator(".prop.on")).to_contain_text("4 May 2021")
    page.get_by_role("link", name="Details", exact=True).click()
    page.get_by_label("Publication date").fill("2021-05-13")
    page.get_by_role("button", name="Save").click()
    page.goto(address)
    doubted = page.locator(".prop").filter(has_text="read again otherwise")
    page.reload()
    for _ in range(20):  # the worker reads it meanwhile; a reviewed page does not ask by itself
        if doubted.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    item = page.locator(".prop.on")
    expect(item).to_contain_text("Accepted by admin")
    expect(item).to_contain_text("4 May 2021")
    if shape:
        page.keyboard.press("l")
    expect(item.locator(".doubt")).to_contain_text("The date changed: look again")
    assert_accessible(page)
    item.get_by_role("link", name="Compare and choose").click()
    sides = page.get_by_role("form", name="Two versions of one contact")
    expect(sides.get_by_role("radio", name="Date, as decided: 4 May 2021")).to_be_checked()
    assert_accessible(page)
    sides.get_by_role("radio", name="Date, as read again: 11 May 2021").check()
    sides.get_by_role("button", name="Save what is chosen").click()
    expect(page.locator(".prop.corrected")).to_contain_text("11 May 2021")
    page.keyboard.press("u")
    expect(page.locator(".prop.corrected")).to_have_count(0)
