"""Deciding by keys: what each does, when none works, how many it takes, and that what they do can be taken back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reviewing import Story, chosen, number_of_chosen, press, settle, store

ANSWER = 15_000


@pytest.fixture(scope="module")
def unread(running_program, tmp_path_factory):
    """Addresses of articles with five proposals, one for each test to use up."""
    stories = [Story("Five meetings").meetings(5).words("Later they discussed fish.") for _ in range(40)]
    return store(stories, running_program, tmp_path_factory.mktemp("stories"))


@pytest.fixture
def desk(page, unread):
    """The review page of an article that nobody has looked at, with five proposals."""
    page.goto(unread.pop())
    expect(chosen(page)).to_have_count(1)
    return page


def decided(page, words: str) -> None:
    expect(page.locator("#decided")).to_contain_text(f"{words} decided")


def test_the_choice_moves_by_letters_and_in_the_list_by_arrows(desk):
    assert number_of_chosen(desk) == 1
    press(desk, "j", "j")
    assert number_of_chosen(desk) == 3
    expect(chosen(desk).locator("a.choose")).to_be_focused()
    press(desk, "ArrowDown", "ArrowUp", "ArrowUp", "k")
    assert number_of_chosen(desk) == 1
    press(desk, "k")
    assert number_of_chosen(desk) == 1
    expect(desk.locator("#said")).to_have_text("That was the first proposal.")
    desk.locator("#art").click(position={"x": 2, "y": 2})
    desk.evaluate("document.activeElement.blur()")
    press(desk, "ArrowDown")
    assert number_of_chosen(desk) == 1, "outside the list an arrow scrolls"


def test_a_key_accepts_and_the_work_goes_on_at_the_next(desk):
    with desk.expect_response(re.compile("/accept/$")) as answered:
        press(desk, "a")
    assert len(answered.value.body()) <= ANSWER
    expect(desk.locator(".prop.accepted")).to_have_count(1)
    expect(desk.locator("#said")).to_have_text(re.compile(r"^1 accepted: Ana Ruiz"))
    decided(desk, "1 of 5")
    assert number_of_chosen(desk) == 2
    expect(chosen(desk).locator("a.choose")).to_be_focused()


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        (["r"], "1 rejected: Ana"),
        (["1"], "rejected as not a contact"),
        (["2"], "rejected as same as another here"),
        (["3"], "rejected as inside one country"),
        (["4"], "rejected as wrong person"),
        (["5"], "1 rejected: Ana"),
        (["Enter"], "1 rejected: Ana"),
    ],
)
def test_a_second_key_says_why_something_is_rejected(desk, keys, says):
    press(desk, "r")
    expect(desk.locator(".asks")).to_be_visible()
    expect(desk.locator(".prop.rejected")).to_have_count(0)
    press(desk, *keys)
    expect(desk.locator(".prop.rejected")).to_have_count(1)
    expect(desk.locator("#said")).to_contain_text(says)
    assert number_of_chosen(desk) == 2


def test_a_rejection_can_be_thought_over_and_takes_a_comment(desk):
    press(desk, "r", "Escape")
    expect(desk.locator(".asks")).to_have_count(0)
    expect(chosen(desk).locator("a.choose")).to_be_focused()
    desk.get_by_role("button", name="Reject 4").click()
    assert number_of_chosen(desk) == 4
    desk.locator(".asks").get_by_label("Comment").fill("a jar of 1 and r")
    press(desk, "a")
    expect(desk.locator(".prop.done")).to_have_count(0)
    desk.locator(".asks").get_by_role("button", name="wrong person").click()
    expect(desk.locator("#said")).to_contain_text("4 rejected as wrong person")
    press(desk, "k")
    expect(chosen(desk).locator(".more")).to_contain_text("a jar of 1 and r")


def test_undo_and_redo_by_keys_take_back_act_after_act(desk):
    press(desk, "a", "r", "1")
    decided(desk, "2 of 5")
    press(desk, "u")
    decided(desk, "1 of 5")
    assert number_of_chosen(desk) == 2
    expect(desk.locator(".toast")).to_contain_text("2 undone")
    press(desk, "u")
    decided(desk, "0 of 5")
    press(desk, "Shift+U", "Shift+U")
    decided(desk, "2 of 5")
    expect(desk.locator(".prop.rejected")).to_have_count(1)
    press(desk, "Shift+U")
    expect(desk.locator("#said")).to_have_text("There is nothing of yours to redo.")


def test_accepting_all_that_remain_is_one_act(desk):
    press(desk, "a", "Shift+A")
    decided(desk, "5 of 5")
    expect(desk.locator("#remain button")).to_have_count(0)
    expect(desk.locator("#done")).to_be_focused()
    expect(desk.locator(".toast")).to_contain_text("4 proposals accepted")
    press(desk, "u")
    decided(desk, "1 of 5")
    expect(desk.locator("#remain")).to_contain_text("Accept the 4 left")


def test_accepting_very_many_draws_the_list_anew(page, running_program, tmp_path):
    page.goto(Story("Thirty meetings").meetings(30).store(running_program, tmp_path))
    with page.expect_response(re.compile(r"/review/\d+/accept/$")) as answered:
        press(page, "Shift+A")
    assert len(answered.value.body()) <= ANSWER
    expect(page.locator(".prop.accepted")).to_have_count(30)
    decided(page, "30 of 30")
    expect(page.locator("#done")).to_be_focused()
    press(page, "u")
    decided(page, "0 of 30")
    expect(page.locator(".prop.proposed")).to_have_count(30)


def test_undo_works_after_a_reload_and_for_an_article_that_is_no_longer_open(desk, running_program, tmp_path):
    press(desk, "a")
    decided(desk, "1 of 5")
    first = desk.url
    desk.reload()
    press(desk, "u")
    decided(desk, "0 of 5")
    press(desk, "a")
    decided(desk, "1 of 5")
    desk.goto(Story("Another article").meetings(2).store(running_program, tmp_path))
    press(desk, "u")
    expect(desk.locator(".toast")).to_contain_text("Undone in “Five meetings”")
    decided(desk, "0 of 2")
    desk.get_by_role("link", name="Open it").click()
    desk.wait_for_url(re.compile(re.escape(first.split("?")[0])))
    decided(desk, "0 of 5")


def test_done_leads_to_another_article_and_can_be_taken_back(page, running_program, tmp_path):
    stories = [Story("One meeting").meetings(1), Story("What comes next").meetings(1)]
    address, _ = store(stories, running_program, tmp_path)
    page.goto(address)
    press(page, "a")
    page.keyboard.press("d")
    page.wait_for_url(lambda url: address not in url and "/close/" not in url)
    press(page, "u")
    expect(page.locator(".toast")).to_contain_text("One meeting")
    before = page.url
    page.keyboard.press("n")
    page.wait_for_url(lambda url: url != before and "/next/" not in url)


@pytest.mark.parametrize("width", [360, 800, 1600])
def test_why_an_article_cannot_be_closed_is_in_sight(new_page, logged_in, unread, width):
    page = new_page(storage_state=logged_in, viewport={"width": width, "height": 600})
    page.goto(unread.pop())
    press(page, "j", "j", "j", "d")
    expect(page.get_by_text("5 proposals are still undecided")).to_be_in_viewport()
    press(page, "j", "j", "j", "j")
    expect(page.locator("#art mark.lit").first).to_be_in_viewport()
    expect(page.get_by_text("5 proposals are still undecided")).to_be_in_viewport()


def test_a_key_opens_the_next_article_from_the_queue(page, unread):
    page.goto("/review/")
    page.keyboard.press("n")
    page.wait_for_url(re.compile(r"/review/\d+/"))


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_keys_of_the_queue_are_listed(new_page, logged_in, assert_accessible, look):
    page = new_page(storage_state=logged_in, color_scheme=look)
    page.goto("/review/")
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("open the next article")
    assert_accessible(page)
    press(page, "Escape")
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_the_focus_is_where_the_work_goes_on(desk):
    expect(chosen(desk).locator("a.choose")).to_be_focused()
    for form in ("s", "i", "e"):
        press(desk, "j")
        expect(chosen(desk).locator(".details")).to_be_visible()
        press(desk, form)
        expect(desk.locator("form.edit")).to_be_visible()
        while desk.locator("form.edit").count():
            press(desk, "Escape")
        expect(chosen(desk).locator("a.choose")).to_be_focused()
    press(desk, "e", "?")
    expect(desk.get_by_role("dialog", name="Keys")).to_be_visible()
    press(desk, "Escape")
    expect(desk.locator("form.edit [type=radio]:focus")).to_have_count(1)


def test_a_key_opens_the_correction(desk):
    press(desk, "e")
    expect(desk.locator(".prop form.edit")).to_be_visible()


@pytest.fixture
def held(desk):
    """The answers with the details of a proposal, kept back until ``held.release()``."""
    waiting, free = [], []

    def come(route) -> None:
        if free:
            route.continue_()
        else:
            waiting.append(route)

    def release() -> None:
        free.append(True)
        for route in waiting:
            route.continue_()

    desk.route(re.compile("/details/$"), come)
    desk.release = release
    return desk


@pytest.mark.parametrize(("key", "opens"), [("s", "Save and accept both"), ("i", "Join")])
def test_a_key_pressed_before_its_control_came_with_the_details_waits_for_it(held, key, opens):
    with held.expect_request(re.compile("/details/$")):
        held.keyboard.press("j")
    held.keyboard.press(key)
    expect(chosen(held).locator(".more > *")).to_have_count(0)
    held.release()
    expect(chosen(held).locator("form.edit").get_by_role("button", name=opens)).to_be_visible()
    expect(chosen(held).locator("> .num")).to_have_text("2")


def test_a_key_that_waits_is_forgotten_with_another_choice(held):
    with held.expect_request(re.compile("/details/$")):
        held.keyboard.press("j")
    held.keyboard.press("s")
    with held.expect_request(re.compile("/details/$")):
        held.keyboard.press("j")
    held.release()
    expect(chosen(held).get_by_role("link", name="History")).to_be_visible()
    settle(held)
    assert number_of_chosen(held) == 3
    expect(held.locator("form.edit")).to_have_count(0)


def test_what_is_pressed_meanwhile_and_has_its_control_acts_at_once(held):
    with held.expect_request(re.compile("/details/$")):
        held.keyboard.press("j")
    held.keyboard.press("a")
    expect(held.locator(".prop.accepted .num")).to_have_text("2")
    held.release()


def test_all_keys_are_listed_and_the_list_closes(desk):
    press(desk, "?")
    listed = desk.get_by_role("dialog", name="Keys")
    expect(listed).to_be_visible()
    shown = {key for words in listed.locator("kbd").all_text_contents() for key in words.split()}
    on_page = {
        key for words in desk.locator("main kbd:visible, .queue kbd").all_text_contents() for key in words.split()
    }
    assert on_page <= shown, "a key that is on a button and not in the list"
    press(desk, "a")
    decided(desk, "0 of 5")
    press(desk, "Escape")
    expect(listed).to_be_hidden()


@pytest.mark.parametrize("key", ["Control+a", "Alt+a", "Meta+a", "Control+Shift+A"])
def test_no_key_works_together_with_another(desk, key):
    press(desk, key)
    decided(desk, "0 of 5")
    expect(desk.locator(".prop.done")).to_have_count(0)


def test_keys_of_one_character_can_be_switched_off(desk):
    press(desk, "?")
    desk.get_by_label("Keys of a single character work").uncheck()
    press(desk, "Escape")
    desk.reload()
    expect(desk.locator("#props kbd:visible")).to_have_count(0)
    press(desk, "j", "a", "?")
    assert number_of_chosen(desk) == 1
    decided(desk, "0 of 5")
    expect(desk.get_by_role("dialog")).to_have_count(0)
    desk.get_by_role("button", name="Accept 1").click()
    decided(desk, "1 of 5")
    press(desk, "ArrowDown")
    assert number_of_chosen(desk) == 3
    desk.get_by_role("button", name="Keys", exact=True).click()
    desk.get_by_label("Keys of a single character work").check()
    press(desk, "Escape", "k")
    assert number_of_chosen(desk) == 2


def test_a_key_held_down_decides_once_and_caps_lock_changes_nothing(desk):
    send = """options => document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", {bubbles: true, cancelable: true, ...options}))"""
    desk.evaluate(send, {"key": "A", "code": "KeyA", "shiftKey": False})
    for _ in range(5):
        desk.evaluate(send, {"key": "a", "code": "KeyA", "repeat": True})
    settle(desk)
    decided(desk, "1 of 5")
    desk.evaluate(send, {"key": "ф", "code": "KeyA"})
    decided(desk, "2 of 5")


def test_an_article_of_twelve_right_proposals_is_finished_with_at_most_fourteen_keys(page, running_program, tmp_path):
    address = Story("Twelve meetings").meetings(12).store(running_program, tmp_path)
    page.goto(address)
    keys = 0
    while page.locator(".prop.proposed").count():
        left = page.locator(".prop.proposed").count()
        press(page, "a")
        keys += 1
        expect(page.locator(".prop.proposed")).to_have_count(left - 1)
    page.keyboard.press("d")
    keys += 1
    page.wait_for_url(lambda url: address not in url)
    assert keys <= 14


def test_only_what_changed_is_drawn_anew(desk):
    desk.evaluate("for (const row of document.querySelectorAll('.prop')) row.old = true; art.old = true")
    press(desk, "j", "a")
    decided(desk, "1 of 5")
    assert desk.evaluate("[...document.querySelectorAll('.prop')].map(row => Boolean(row.old))") == [
        True, False, True, True, True,
    ]  # fmt: skip
    assert desk.evaluate("art.old")


def test_somebody_elses_decision_is_told_and_nothing_is_applied(desk, new_page, logged_in):
    other = new_page(storage_state=logged_in)
    other.goto(desk.url)
    press(other, "a")
    expect(other.locator(".prop.accepted")).to_have_count(1)
    press(desk, "r", "1")
    expect(chosen(desk).get_by_role("alert")).to_contain_text("nothing of yours was applied")
    expect(desk.locator(".prop.rejected")).to_have_count(0)


def test_everything_works_without_the_script_too(new_page, logged_in, running_program, tmp_path):
    page = new_page(storage_state=logged_in, java_script_enabled=False)
    page.goto(Story("By pages alone").meetings(3).store(running_program, tmp_path))
    page.get_by_role("button", name="Accept 1").click()
    expect(page.locator(".prop.accepted")).to_have_count(1)
    page.locator(".prop.proposed a.choose").first.click()
    page.get_by_text("Reject for a reason").click()
    page.get_by_role("button", name="wrong person").click()
    expect(page.locator(".prop.rejected")).to_contain_text("wrong person")
    page.get_by_role("button", name=re.compile("^Accept the 1 left")).click()
    decided(page, "3 of 3")
    page.locator(".tools").get_by_role("button", name=re.compile("^Undo")).click()
    decided(page, "2 of 3")
    page.locator(".tools").get_by_role("button", name=re.compile("^Redo")).click()
    decided(page, "3 of 3")


def test_by_mouse_another_proposal_is_decided_and_the_choice_stays(desk):
    desk.get_by_role("button", name="Accept 4").click()
    expect(desk.locator(".prop.accepted .num")).to_have_text("4")
    assert number_of_chosen(desk) == 1
    expect(chosen(desk).locator("a.choose")).to_be_focused()
    desk.locator(".toast").get_by_role("button", name=re.compile("^Undo")).click()
    decided(desk, "0 of 5")
    assert number_of_chosen(desk) == 4
