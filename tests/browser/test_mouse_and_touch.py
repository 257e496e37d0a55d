"""Everything that keys do, by mouse and by touch alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.reviewing import Story, settle, store
from tests.browser.test_edit import select

TOUCH = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
WAYS = {"mouse": {}, "touch": TOUCH}


@pytest.fixture(scope="module")
def addresses(running_program, tmp_path_factory) -> list[str]:
    stories = [
        Story("Four meetings by hand").meetings(4).words("Rui Costa and the Spanish envoy dined in Lisbon on Monday.")
        for _ in range(2 * len(WAYS))
    ]
    return store(stories, running_program, tmp_path_factory.mktemp("stories"))


class Hand:
    """Presses what is seen, by the mouse or a finger; on a phone the list is raised first, as a person would."""

    def __init__(self, page: Page, touch: bool) -> None:
        self.page, self.touch = page, touch

    def press(self, control: Locator) -> None:
        if self.touch and not self.is_seen(control):
            self.page.locator("[data-sheet]").tap()
        if self.touch:
            control.tap()
        else:
            control.click()
        settle(self.page)

    def is_seen(self, control: Locator) -> bool:
        """What a low list keeps for the keys alone is clipped away."""
        clipped = """control => {
            const part = control.closest(".top, .after, .more");
            return Boolean(part) && getComputedStyle(part).clipPath !== "none"; }"""
        return control.is_visible() and not control.evaluate(clipped)

    def raise_list(self) -> None:
        if self.touch and not self.page.locator("#props.tall").count():
            self.page.locator("[data-sheet]").tap()


@pytest.fixture(params=list(WAYS))
def hand(request, new_page, logged_in, addresses) -> Hand:
    page = new_page(storage_state=logged_in, **WAYS[request.param])
    page.goto(addresses.pop())
    return Hand(page, request.param == "touch")


def decided(page: Page, number: int) -> None:
    expect(page.locator("#decided")).to_contain_text(f"{number} of ")


def test_every_decision_is_made_and_taken_back_by_hand(hand):
    page = hand.page
    acts = page.locator(".prop.on .acts")
    hand.press(acts.get_by_role("button", name=re.compile("^Accept")))
    decided(page, 1)
    hand.press(acts.get_by_role("button", name=re.compile("^Reject")))
    hand.press(page.get_by_role("button", name=re.compile("^wrong person")))
    expect(page.locator(".prop.rejected")).to_have_count(1)
    hand.press(page.locator(".toast").get_by_role("button", name=re.compile("^Undo")))
    decided(page, 1)
    hand.press(page.locator(".tools > .row").get_by_role("button", name="Redo"))
    decided(page, 2)
    hand.press(page.locator(".tools > .row").get_by_role("button", name="Undo"))
    hand.press(page.get_by_role("button", name="Next proposal"))
    hand.press(page.get_by_role("button", name="Previous proposal"))
    hand.press(page.get_by_role("button", name=re.compile("^Accept the 3 left")))
    decided(page, 4)
    hand.press(page.locator(".prop a.choose").first)
    hand.press(acts.get_by_role("button", name=re.compile("^Undo the decision on 1")))
    decided(page, 3)
    hand.press(page.get_by_role("button", name="Keys"))
    hand.press(page.get_by_role("button", name="Close Esc"))
    hand.press(acts.get_by_role("button", name=re.compile("^Accept")))
    before = page.url
    hand.press(page.locator("#done"))
    page.wait_for_url(lambda url: url.split("?")[0] != before.split("?")[0])


def test_contacts_are_corrected_added_split_and_joined_by_hand(hand):
    page = hand.page
    form = page.locator("form.edit")
    # Words of the article choose the proposal that uses them.
    words = page.locator("#art mark[data-r]", has_text="Ana Ruiz C")
    hand.press(words)
    expect(page.locator(".prop.on .num")).to_have_text("2")
    hand.press(page.locator(".prop.on .acts").get_by_role("link", name=re.compile("^Correct")))
    expect(form).to_be_visible()
    select(page, "Monday")
    hand.press(form.get_by_role("button", name="Take the selected words: Date"))
    expect(form.get_by_label("Date")).to_have_value("Monday")
    form.get_by_label("Date").fill("28 June 2016")
    expect(page.locator(".read")).to_have_text("Tuesday 28 June 2016, to the day")
    hand.press(form.get_by_role("button", name="Save and accept"))
    expect(page.locator(".prop.corrected")).to_contain_text("28 Jun 2016")
    many = page.locator(".prop").count()
    select(page, "dined in Lisbon")
    hand.press(page.get_by_role("link", name="Add a missed contact"))
    expect(form).to_be_visible(timeout=45_000)
    form.get_by_label("Parties").fill("Spain, Portugal")
    hand.press(form.get_by_role("button", name="Add and accept"))
    expect(page.locator(".prop")).to_have_count(many + 1)
    hand.raise_list()
    page.locator(".prop a.choose").first.click()
    hand.press(page.locator(".prop.on").get_by_role("link", name="Make two of it"))
    second = form.get_by_role("group", name="The second")
    hand.press(second.locator("label", has_text="Call").first)
    hand.press(form.get_by_role("button", name="Save and accept both"))
    expect(page.locator(".prop")).to_have_count(many + 2)
    hand.raise_list()
    page.locator(".prop a.choose").nth(2).click()
    hand.press(page.locator(".prop.on").get_by_role("link", name="Join with another"))
    page.get_by_label("Number of the other proposal").fill("4")
    hand.press(form.get_by_role("button", name="Join"))
    expect(page.locator(".prop.rejected .num")).to_have_text("4")
