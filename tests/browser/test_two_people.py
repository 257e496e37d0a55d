"""Two people at one article: versions side by side, history, decisions taken back, and a second, blind opinion."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW
from tests.browser.test_walk import give, proposals

ZOOMED = {"width": 800, "height": 450}  # a window of 1600 x 900 at 200 %
SHAPES = [
    {"color_scheme": "light"}, {"color_scheme": "dark", "viewport": NARROW},
    {"color_scheme": "light", "viewport": ZOOMED}, {"color_scheme": "dark", "viewport": ZOOMED},
]  # fmt: skip
NAMES = ["wide light", "narrow dark", "zoomed light", "zoomed dark"]
TEXT = """REYKJAVIK, May 6 (Northern Wire) -- Estonian Foreign Minister Liis Tamm arrived in Reykjavik on Tuesday and \
met Icelandic Prime Minister Jon Arnason.

On Wednesday Tamm telephoned her Latvian counterpart, Andris Ozols. Case {}."""


@pytest.fixture
def article(page: Page, request) -> Page:
    """A page with a freshly read article of its own."""
    give(
        page,
        Title=f"Tamm in Iceland {request.node.name}",
        Publication_date="2026-05-06",  # later than the crowd of other tests: in sight where the newest come first
        Text=TEXT.format(request.node.name),
    )
    proposals(page)
    page.goto(re.sub(r"\?.*", "", page.url))
    return page


def colleague(page: Page, new_page, running_program, name: str) -> Page:
    """Another analyst's page, logged in by the form."""
    running_program.manage(
        "shell", "-c",
        "from django.contrib.auth import get_user_model as g; from django.contrib.auth.models import Group as G;"
        f"u, _ = g().objects.get_or_create(username='{name}'); u.set_password('a long password'); u.save();"
        "u.groups.add(G.objects.get(name='analyst'))",
    )  # fmt: skip
    other = new_page()
    other.goto("/login/")
    other.get_by_label("Name").or_(other.get_by_label("Username")).fill(name)
    other.get_by_label("Password").fill("a long password")
    other.keyboard.press("Enter")
    other.wait_for_url(lambda url: "/login/" not in url)
    other.goto(page.url)
    return other


def correct_place(page: Page, place: str) -> None:
    page.keyboard.press("e")
    expect(page.locator("form.edit")).to_be_visible()
    page.locator("form.edit").get_by_label("Place").first.fill(place)
    page.keyboard.press("Control+Enter")


@pytest.mark.parametrize("shape", SHAPES, ids=NAMES)
def test_who_comes_too_late_sees_both_versions_and_chooses(
    article, new_page, running_program, assert_accessible, shape
):
    ben = colleague(article, new_page, running_program, "ben")
    ben.set_viewport_size(shape.get("viewport", {"width": 1600, "height": 900}))
    ben.emulate_media(color_scheme=shape["color_scheme"])
    expect(ben.locator(".prop.on")).to_be_visible()
    ben.keyboard.press("e")
    expect(ben.locator("form.edit")).to_be_visible()
    correct_place(article, "Keflavik")
    expect(article.locator(".prop.corrected")).to_contain_text("Corrected by admin")
    ben.locator("form.edit").get_by_label("Place").first.fill("Harbour House")
    ben.keyboard.press("Control+Enter")
    sides = ben.locator("form.edit table.sides")
    expect(sides).to_be_visible()
    expect(ben.locator("form.edit [role=alert]").first).to_contain_text("admin has meanwhile corrected it")
    expect(sides).to_contain_text("Keflavik")
    assert_accessible(ben)
    fits(ben)
    ben.get_by_label("Place, yours").check()
    ben.get_by_role("button", name="Save what is chosen").click()
    expect(ben.locator(".prop.corrected").first).to_contain_text("Corrected by ben")
    if "viewport" in shape:
        ben.keyboard.press("l")
    ben.locator(".prop.corrected a.choose").first.click()
    if "viewport" in shape:
        ben.keyboard.press("l")  # a press in the raised list lowers it
    ben.get_by_role("link", name="History").click()
    expect(ben.locator(".log")).to_contain_text("Harbour House")
    expect(ben.locator(".log")).to_contain_text("Keflavik")


def test_both_versions_are_left_and_chosen_by_keys(article, new_page, running_program):
    ben = colleague(article, new_page, running_program, "bea")
    article.reload()
    ways = [("Keflavik", ["Escape", "Escape"], "Keflavik"), ("Grindavik", ["Enter"], "Harbour House")]
    for place, keys, holds in [*ways, ("Akranes", ["ArrowRight", "Enter"], "Akranes")]:
        for page in (ben, article):
            page.reload()
            page.locator(".prop a.choose").first.click()
            expect(page.locator(".prop.on [data-field=place]")).to_be_visible()
        ben.keyboard.press("e")
        expect(ben.locator("form.edit")).to_be_visible()
        correct_place(article, place)
        expect(article.locator(".prop.corrected")).to_contain_text("Corrected by admin")
        ben.locator("form.edit").get_by_label("Place").first.fill("Harbour House")
        ben.keyboard.press("Control+Enter")
        expect(ben.locator("form.edit table.sides")).to_be_visible()
        expect(ben.get_by_label("Place, yours")).to_be_focused()
        for key in keys:
            ben.keyboard.press(key)
        expect(ben.locator("form.edit")).to_have_count(0)
        expect(ben.locator(".prop").first).to_contain_text("Corrected by")
        ben.reload()
        ben.locator(".prop a.choose").first.click()
        expect(ben.locator(".prop").first.locator("[data-field=place]")).to_contain_text(holds)


@pytest.mark.parametrize("shape", SHAPES, ids=NAMES)
def test_history_and_decisions_are_accessible_and_undo_works_from_there(
    article, new_page, logged_in, assert_accessible, shape
):
    article.keyboard.press("a")
    expect(article.locator(".prop.accepted")).to_be_visible()
    page = new_page(storage_state=logged_in, **shape)
    page.goto("/decisions/")
    assert_accessible(page)
    undo = page.get_by_role("button", name="Undo: accepted").first
    undo.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".prop.on")).to_be_visible()
    page.goto("/decisions/")
    expect(page.locator(".log li").first).to_contain_text("Taken back: accepted")
    page.get_by_role("link", name="History").first.click()
    expect(page.locator(".log")).to_contain_text("Proposed by the machine")
    assert_accessible(page)


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url


def test_who_has_an_article_open_is_told_to_the_other_and_in_the_queue(article, new_page, running_program):
    title = article.locator("h1").inner_text()
    dora = colleague(article, new_page, running_program, "dora")
    expect(dora.locator("#here")).to_contain_text("admin has this article open too")
    article.reload()
    expect(article.locator("#here")).to_contain_text("dora has this article open too")
    article.goto("/review/?order=published")
    article.goto("/review/")
    row = article.get_by_role("row").filter(has_text=title)
    expect(row).to_contain_text("dora")


@pytest.mark.parametrize("shape", SHAPES, ids=NAMES)
def test_a_second_opinion_is_given_blind_and_settled(article, new_page, running_program, assert_accessible, shape):
    article.keyboard.press("a")
    expect(article.locator(".prop.accepted")).to_be_visible()
    article.get_by_role("button", name="Ask for a second opinion").click()
    expect(article.get_by_text("a second opinion is asked for", exact=True)).to_be_visible()
    cleo = colleague(article, new_page, running_program, "cleo")
    cleo.set_viewport_size(shape.get("viewport", {"width": 1400, "height": 900}))
    cleo.emulate_media(color_scheme=shape["color_scheme"])
    title = article.locator("h1").inner_text()
    cleo.goto("/review/")
    cleo.get_by_role("link", name=title).first.click()
    cleo.get_by_role("button", name="Begin").click()
    assert_accessible(cleo)
    expect(cleo.get_by_text("Accepted by admin")).to_have_count(0)
    fits(cleo)
    for number in range(cleo.locator(".prop").count()):
        expect(cleo.locator(".prop.on .num")).to_have_text(str(number + 1))
        assert cleo.evaluate("[...CSS.highlights.get('shown')].map(String)"), "its words are lit"
        cleo.keyboard.press("r" if number == 0 else "a")
        expect(cleo.locator(".prop").nth(number)).to_contain_text("by you")
    cleo.keyboard.press("k")
    cleo.keyboard.press("j")
    cleo.keyboard.press("e")
    expect(cleo.locator("form.edit [type=radio]:focus")).to_have_count(1)
    assert_accessible(cleo)
    fits(cleo)
    cleo.keyboard.press("?")
    expect(cleo.get_by_role("dialog", name="Keys")).to_contain_text("kind and status")
    cleo.keyboard.press("Escape")
    cleo.keyboard.press("Escape")
    cleo.wait_for_url(re.compile(r"/second/\d+/$"))
    expect(cleo.locator("[data-last]")).to_be_focused()
    cleo.keyboard.press("?")
    expect(cleo.get_by_role("dialog", name="Keys")).to_contain_text("finish and compare")
    cleo.keyboard.press("Escape")
    cleo.keyboard.press("d")
    expect(cleo.locator(".log li")).not_to_have_count(0)
    assert_accessible(cleo)
    fits(cleo)
    while left := cleo.locator(".log li").count():
        expect(cleo.locator(".log .turn.on")).to_have_count(1)
        cleo.keyboard.press("2")
        expect(cleo.locator(".log li")).to_have_count(left - 1)
    expect(cleo.get_by_text("Nothing is left to settle")).to_be_visible()
    article.reload()
    expect(article.locator(".prop.rejected")).to_have_count(1)
