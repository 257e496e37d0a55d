"""A person in a real browser: posts, timeline, journeys, counterparts, and whether names are one person's."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.filled import fill
from tests.browser.looks import LOOKS, NAMES


@pytest.fixture(scope="module", autouse=True)
def disputed(running_program) -> str:
    return fill(running_program)


def open_modi(page: Page) -> str:
    """The page of Narendra Modi, of whom the samples tell most; returns its address."""
    page.goto("/search/?q=narendra+modi")
    page.locator("#results").get_by_role("link", name="Narendra Modi", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Narendra Modi")
    return page.url


def same_everywhere(page: Page) -> int:
    number = int(re.search(r"\d+", page.locator("#tally").inner_text())[0])
    expect(page.locator("#list .c")).to_have_count(number)
    expect(page.locator("#tl a[href*='#c-']")).to_have_count(number)
    return number


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_the_page_is_accessible_and_fits_in_every_state(new_page, logged_in, assert_accessible, look):
    page = new_page(storage_state=logged_in, **look)
    address = open_modi(page)
    page.locator("summary", has_text="Names: is all of this one person?").press("Enter")
    expect(page.get_by_label("Another person from").first).to_be_visible()
    for query in ("", "?from=2024-07&to=2024-07", "?lane=messages&from=1999"):
        if query:
            page.goto(address + query)
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), query


def test_from_the_timeline_the_counterparts_and_the_journeys_by_keys(page):
    address = open_modi(page)
    expect(page.get_by_role("region", name="Posts")).to_contain_text("prime minister")
    everything = same_everywhere(page)
    page.keyboard.press("+")
    expect(page).to_have_url(re.compile("from="))
    same_everywhere(page)
    page.keyboard.press("0")
    expect(page).to_have_url(address)
    putin = page.get_by_role("region", name="Counterparts").locator("li", has_text="Vladimir Putin").locator("a.num")
    wanted = int(putin.inner_text())
    putin.press("Enter")
    expect(page.locator(".chips")).to_contain_text("Vladimir Putin")
    assert same_everywhere(page) == wanted < everything
    page.get_by_role("checkbox", name=re.compile("^Calls")).check()
    expect(page).to_have_url(re.compile("lane=calls"))
    assert same_everywhere(page) == 1
    page.keyboard.press("Shift+X")
    expect(page).to_have_url(address)
    for name in ("lane", "status", "show"):
        label = page.locator(f"#fs-{name} label").nth(1 if name == "show" else 0)
        wanted = int(label.locator(".num").inner_text())
        label.click()
        expect(page).to_have_url(re.compile(f"{name}="))
        assert same_everywhere(page) == wanted
        page.keyboard.press("x")
        expect(page).to_have_url(address)
    sign = page.locator("#tl a[href^='#c-']").first
    key = sign.get_attribute("href")
    sign.press("Enter")
    expect(page.locator(f"{key}:target")).to_be_in_viewport()
    page.get_by_role("region", name="Journeys").get_by_role("link", name="Nigeria").press("Enter")
    expect(page.get_by_role("heading", name="Part of a journey")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Narendra Modi in Nigeria")


def test_names_are_said_by_keys_to_be_one_persons_or_two_and_it_is_taken_back(page, assert_accessible):
    page.goto("/people/")
    asked = page.locator(".turn", has_text="Alan Ngata")
    waiting = asked.count()
    for key, said in (("s", "Said: one person."), ("n", "Said: two people.")):
        for _ in range(page.locator(".turn").count()):
            if "Alan Ngata" in page.locator(".turn.on").inner_text():
                break
            page.keyboard.press("j")
        page.keyboard.press(key)
        expect(page.get_by_role("status").get_by_text(said)).to_be_visible()
        expect(asked).to_have_count(waiting - 1)
        expect(page.get_by_role("region", name="Said last")).to_contain_text("Alan Ngata")
        assert_accessible(page)
        page.keyboard.press("u")
        expect(page.get_by_role("status").get_by_text("Taken back.")).to_be_visible()
        expect(asked).to_have_count(waiting)


def test_a_name_is_split_by_a_day_and_the_page_works_without_script(new_page, logged_in):
    page = new_page(storage_state=logged_in, java_script_enabled=False)
    open_modi(page)
    page.locator("summary", has_text="Names: is all of this one person?").click()
    for day, said in (
        ("never", "Write a year, a month or a day"),
        ("2022-01-01", "from that day on it is another person"),
    ):
        page.get_by_label("Another person from").first.fill(day)
        page.get_by_role("button", name=re.compile("^Split.*Narendra Modi")).first.click()
        expect(page.get_by_role("status").get_by_text(said)).to_be_visible()
        if day == "never":
            page.locator("summary", has_text="Names: is all of this one person?").click()
    page.goto("/people/")
    page.get_by_role("button", name=re.compile("^Take back.*narendra modi")).click()
    expect(page.get_by_role("status").get_by_text("Taken back.")).to_be_visible()
    open_modi(page)
    page.get_by_role("checkbox", name=re.compile("^Meetings")).check()
    page.get_by_role("button", name="Show").click()
    assert "lane=meetings" in page.url
    same_everywhere(page)
