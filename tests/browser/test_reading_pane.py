"""The reading pane: evidence that is lit to the letter, words that lead to proposals, marks, and very long articles."""

from __future__ import annotations

import re
import statistics

import pytest
from playwright.sync_api import expect

from tests.browser.reviewing import Story, chosen, number_of_chosen, painted, press, store

# Emoji of several code points, combining marks, right-to-left words with and without a direction mark of their own.
ODD = [
    "🇨🇺🤝👩🏽‍💼 said so.\n\n",
    "e\u0301a\u0308n\u0303 it is.\n\n",
    "שלום עליכם, and مرحبا.\n\n",
    "\u202bשלום\u202c 𝕏 and a\u00adb\n\n",
]
TURNED = "\u202e"
# 200 % zoom of a window of 1600 x 900 leaves 800 x 450.
SIZES = {"phone": (360, 740), "wide": (1600, 900), "zoomed": (800, 450)}


@pytest.fixture(scope="module")
def addresses(running_program, tmp_path_factory) -> dict[str, str]:
    """The articles of these tests. None of them is decided on, but for the one to be decided on."""
    stories = {f"odd {number}": Story("Odd characters", before).meetings(3) for number, before in enumerate(ODD)}
    stories["plain"] = Story("Six meetings").meetings(3).words("The two have since discussed fish.", "discussed")
    stories["plain"].words("\n\n".join(["A quiet paragraph about the weather in the harbour."] * 12)).meetings(3)
    stories["plain"].words("A second encounter is told of.", "encounter")
    stories["decide"] = Story("To be decided on").meetings(4).words("They discussed fish.", "discussed")
    stories["turned"] = Story("A turned story", f"{TURNED}backwards and ").meeting(name=f"Ana {TURNED}Ruiz").meetings(2)
    stories["long"] = Story("Twenty thousand words")
    for _ in range(200):
        stories["long"].meeting().words("The weather stayed mild over the harbour and the ferries kept on time. " * 8)
    made = store(list(stories.values()), running_program, tmp_path_factory.mktemp("stories"))
    return dict(zip(stories, made, strict=True))


def lit(page) -> str:
    return "".join(page.locator("#art mark.lit").all_text_contents())


def test_choosing_a_proposal_scrolls_to_its_evidence_and_lights_it(page, addresses):
    page.goto(addresses["plain"])
    assert lit(page).startswith("Ana Ruiz B of Spain met")
    press(page, "j", "j", "j", "j")
    expect(page.locator("#art mark.lit").first).to_be_in_viewport()
    assert lit(page) == "Ana Ruiz F of Spain met Rui Costa in Lisbon on 6 May."
    page.locator(".prop a.choose").first.click()
    expect(page.locator("#art mark.lit").first).to_be_in_viewport()
    assert lit(page).startswith("Ana Ruiz B")


def test_the_evidence_of_the_chosen_one_is_lit_again_when_a_new_contact_is_left(page, addresses):
    page.goto(addresses["plain"])
    press(page, "j", "m")
    expect(page.locator("[data-new] form.edit")).to_be_visible()
    assert lit(page) == ""
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("[data-new] form.edit")).to_have_count(0)
    expect(chosen(page).locator("a.choose")).to_be_focused()
    assert lit(page).startswith("Ana Ruiz C")


@pytest.mark.parametrize("width", [360, 1600])
def test_what_a_proposal_says_stands_in_two_columns_that_begin_at_the_left(new_page, logged_in, addresses, width):
    page = new_page(storage_state=logged_in, viewport={"width": width, "height": 800})
    page.goto(addresses["plain"])
    if width == 360:
        press(page, "l")
    for part in ("dt", "dd"):
        places = """all => all.map((one) => {
            const range = document.createRange();
            range.selectNodeContents(one);
            return Math.round(range.getClientRects()[0].left);
        })"""
        assert len(set(chosen(page).locator(f".details > div > {part}").evaluate_all(places))) == 1, part


@pytest.mark.parametrize("number", range(len(ODD)))
def test_evidence_and_fields_are_lit_to_the_letter_after_odd_characters(page, addresses, number):
    page.goto(addresses[f"odd {number}"])
    press(page, "j")
    assert lit(page) == "Ana Ruiz C of Spain met Rui Costa in Lisbon on 3 May."
    for field, words in {
        "date": ["3 May"], "place": ["Lisbon"], "kind": ["met"],
        "participants.0": ["Ana Ruiz C"], "participants.1": ["Rui Costa"],
    }.items():  # fmt: skip
        row = chosen(page).locator(f"[data-field='{field}']")
        row.hover()
        assert painted(page) == words
        page.locator("h1").hover()
        assert painted(page) == []
        row.focus()
        assert painted(page) == words
        row.blur()


def test_words_of_the_article_show_and_choose_the_proposals_that_use_them(page, addresses):
    page.goto(addresses["plain"])
    page.locator("#art mark[data-r]", has_text="Ana Ruiz D").hover()
    expect(page.locator(".prop.near")).to_have_count(1)
    expect(page.locator(".prop.near .num")).to_have_text("3")
    page.locator("#art mark[data-r]", has_text="Ana Ruiz D").click()
    assert number_of_chosen(page) == 3
    page.locator("h1").hover()
    expect(page.locator(".prop.near")).to_have_count(0)


def test_the_words_that_proposals_use_are_one_tab_stop_and_the_arrows_go_through_them(
    page, addresses, assert_accessible
):
    page.goto(addresses["plain"])
    expect(chosen(page).locator("a.choose")).to_be_focused()
    stops = page.locator("#art :is(a, mark, [tabindex]):not([tabindex='-1'])[tabindex], #art a:not([tabindex])")
    expect(stops).to_have_count(1)
    page.locator("[data-choose]").focus()
    page.keyboard.press("Tab")
    expect(page.locator("#art mark:focus")).to_have_text("Ana Ruiz B")
    assert (
        "".join(page.locator("#art .at").all_text_contents()) == "Ana Ruiz B of Spain met Rui Costa in Lisbon on 2 May."
    )
    expect(page.locator("#said")).to_have_text(re.compile("^Used by proposal 1, Ana Ruiz B"))
    page.keyboard.press("ArrowRight")
    expect(page.locator("#art mark:focus")).to_have_text("Ana Ruiz C")
    expect(page.locator(".prop.near .num")).to_have_text("2")
    expect(page.locator("#said")).to_have_text(re.compile("^Used by proposal 2, Ana Ruiz C"))
    expect(stops).to_have_count(1)
    assert_accessible(page)
    page.keyboard.press("End")
    expect(page.locator(".prop.near .num")).to_have_text("6")
    expect(page.locator("#art mark:focus")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(chosen(page).locator("a.choose")).to_be_focused()
    assert number_of_chosen(page) == 1
    page.keyboard.press("Shift+Tab")  # from the list back into the text, where it was left
    for _ in range(3):
        if page.locator("#art mark:focus").count():
            break
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert number_of_chosen(page) == 2
    expect(chosen(page).locator("a.choose")).to_be_focused()


def test_by_mouse_and_touch_the_numbers_in_the_margin_lead_to_the_proposals(page, addresses):
    page.goto(addresses["plain"])
    page.get_by_role("link", name="Proposal 2", exact=True).click()
    assert number_of_chosen(page) == 2


def test_marks_are_switched_and_the_choice_is_remembered(page, addresses):
    page.goto(addresses["plain"])
    line = "el => getComputedStyle(el).textDecorationLine"
    person, trigger = page.locator("#art .person").first, page.locator("#art .trigger").first
    assert (person.evaluate(line), trigger.evaluate(line)) == ("underline", "none")
    page.get_by_role("checkbox", name="People").uncheck()
    page.get_by_label("Triggers").check()
    assert (person.evaluate(line), trigger.evaluate(line)) == ("none", "underline")
    page.reload()
    expect(page.get_by_role("checkbox", name="People")).not_to_be_checked()
    assert (person.evaluate(line), trigger.evaluate(line)) == ("none", "underline")


def test_what_may_have_been_missed_is_marked_and_found_one_after_the_other(page, addresses):
    page.goto(addresses["plain"])
    assert page.locator("#art .missed").all_text_contents() == ["discussed", "encounter"]
    for words in ("discussed", "encounter", "discussed"):
        press(page, "g")
        expect(page.locator("#said")).to_contain_text(words)
        assert page.evaluate("String(getSelection())") == words
        expect(page.locator("#art .missed", has_text=words)).to_be_in_viewport()


def test_a_direction_mark_in_the_article_does_not_turn_the_page(page, addresses):
    """Letters of what stands behind the name, and numbers in the margin, run from left to right."""
    page.goto(addresses["turned"])
    expect(chosen(page).locator(".details")).to_be_visible()
    ends = """(element) => {
        const range = document.createRange(), text = element.firstChild, at = (n) => {
            range.setStart(text, n); range.setEnd(text, n + 1); return range.getBoundingClientRect().left; };
        return [at(0), at(text.data.trimEnd().length - 1)]; }"""
    for place in (".prop.on .what > p", ".prop.on .acts span", ".prop.on .people li span.soft", "#remain button"):
        first, last = page.locator(place).first.evaluate(ends)
        assert first < last, place
    press(page, "a")
    expect(page.locator(".toast")).to_be_visible()
    first, last = page.locator(".toast button").first.evaluate(ends)
    assert first < last


def test_a_very_long_article_stays_quick(page, addresses):
    answer = page.goto(addresses["long"])
    assert len(page.locator("#art").text_content().split()) > 20_000
    assert page.locator(".prop").count() == 200
    assert len(answer.body()) < 450_000
    took = page.evaluate(
        """() => Array.from({length: 20}, () => {
            const start = performance.now();
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "j", code: "KeyJ", bubbles: true}));
            document.body.offsetHeight;  // and the layout that follows
            return performance.now() - start; })"""
    )
    assert number_of_chosen(page) == 21
    assert statistics.median(took) < 200, took
    expect(page.locator("#art mark.lit").first).to_be_in_viewport()
    with page.expect_response(re.compile("/accept/$")) as answered:
        press(page, "a")
    assert len(answered.value.body()) < 15_000


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("size", list(SIZES))
def test_every_state_is_accessible_and_fits(new_page, logged_in, addresses, assert_accessible, look, size):
    width, height = SIZES[size]
    page = new_page(storage_state=logged_in, color_scheme=look, viewport={"width": width, "height": height})

    def check(state: str) -> None:
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), state

    page.goto(addresses["decide"])
    check("at first")
    if width < 960:
        assert shows_of_the_text(page) > 0.5, "the text has its room"
        press(page, "l")
        check("the list is raised")
    expect(chosen(page).locator(".details")).to_be_visible()
    page.keyboard.press("l")
    press(page, "r")
    check("asked why")
    press(page, "1")
    expect(page.locator(".toast")).to_be_visible()
    check("rejected")
    expect(chosen(page).locator("a.choose")).to_be_in_viewport()
    expect(page.locator("#art mark.lit").first).to_be_in_viewport()
    press(page, "Shift+A")
    expect(page.locator("#done")).to_be_focused()
    check("all decided")
    press(page, "u", "u")
    expect(page.locator("#decided")).to_contain_text("0 of 4")
    check("undone")
    press(page, "g")
    check("a missed one")
    press(page, "?")
    expect(page.get_by_role("dialog")).to_be_visible()
    check("keys")
    page.get_by_label("Keys of a single character work").uncheck()
    press(page, "Escape")
    check("without keys")


def shows_of_the_text(page) -> float:
    """The share of the window in which the article, and no list over it, is seen."""
    return page.evaluate(
        """() => (Math.min(innerHeight, props.getBoundingClientRect().top) - Math.max(0, art.closest(".text")
            .getBoundingClientRect().top)) / innerHeight"""
    )


def test_on_a_phone_the_list_is_raised_and_lowered_by_key_and_touch(new_page, logged_in, addresses):
    page = new_page(storage_state=logged_in, viewport={"width": 360, "height": 740}, has_touch=True)
    page.goto(addresses["plain"])
    assert shows_of_the_text(page) > 0.5  # beside the bars at the top of the page
    expect(page.locator(".prop:visible")).to_have_count(1)
    button = page.locator("[data-sheet]")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.tap()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".prop:visible")).to_have_count(6)
    page.locator(".prop a.choose").nth(4).tap()
    assert number_of_chosen(page) == 5
    expect(page.locator(".prop:visible")).to_have_count(1)
    expect(page.locator("#art mark.lit").first).to_be_in_viewport()
    assert shows_of_the_text(page) > 0.6
    press(page, "l")
    expect(page.locator(".prop:visible")).to_have_count(6)
    press(page, "l", "k")
    assert number_of_chosen(page) == 4
    expect(page.locator(".prop:visible .num")).to_have_text("4")
