"""The pages of many pairs and of one contact, in a real browser: filters, keys, and the way down to the sentence."""

from __future__ import annotations

import re

from playwright.sync_api import expect


def open_the_visit(page):
    """From the matrix by the cell of a pair to a contact that three sources tell of."""
    page.goto("/matrix/")
    page.get_by_role("link", name=re.compile("^India and Russia: ")).first.click()
    entry = page.locator("li.c", has_text="Narendra Modi in Moscow")
    entry.get_by_role("link", name="visit, occurred").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Narendra Modi in Moscow")


def test_from_a_cell_of_the_matrix_to_the_sentence(page):
    open_the_visit(page)
    expect(page.get_by_role("heading", name="3 sources side by side")).to_be_visible()
    expect(page.get_by_text("The sources disagree on status")).to_be_visible()
    page.get_by_role("link", name="Yamuna Morning Post").first.click()
    expect(page.locator(".prop.on")).to_contain_text("Moscow")


def test_the_matrix_and_its_address_go_together(page):
    page.goto("/matrix/")
    all_of_it = page.locator("#tally").inner_text()
    page.get_by_label("Calls").check()
    expect(page).to_have_url(re.compile("kind=call"))
    expect(page.locator("#tally")).not_to_have_text(all_of_it)
    page.get_by_label("From").fill("20")
    page.get_by_label("From").press("Tab")
    expect(page.locator("#wrong-from")).to_have_text("Write a year: 2015.")
    page.get_by_label("From").fill("2024")
    page.get_by_label("From").press("Tab")
    expect(page.locator("#wrong-from")).to_be_empty()
    for _ in range(3):
        page.go_back()
    expect(page.locator("#tally")).to_have_text(all_of_it)


def test_a_wrong_pair_is_told_beside_its_field(page):
    page.goto("/compare/?pair=DEU-FRA")
    expect(page.get_by_label("Pair 2")).to_be_focused()
    page.keyboard.type("nowhere")
    page.keyboard.press("Tab")
    expect(page.locator("#wrong-pair-2")).not_to_be_empty()
    page.get_by_label("Pair 2").fill("IND-RUS")
    page.keyboard.press("Tab")
    expect(page.locator("#wrong-pair-2")).to_be_empty()
    expect(page.locator(".strips li")).to_have_count(2)


def test_a_join_is_decided_and_taken_back_by_keys(page):
    page.goto("/joins/")
    assert page.locator(".turn").count(), "the samples have a join to decide"
    about = page.locator(".turn").first.get_attribute("aria-labelledby")
    question = page.locator(f".turn[aria-labelledby='{about}']")
    page.keyboard.press("n")
    expect(page.get_by_role("status").get_by_text("Said: not the same contact.")).to_be_visible()
    expect(question).to_have_count(0)
    page.keyboard.press("u")
    expect(page.get_by_text("Taken back.")).to_be_visible()
    expect(question).to_be_visible()
