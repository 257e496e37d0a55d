"""The pages of many pairs in a real browser: matrix, party, compare. Choices, addresses, and the way down to a pair."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.filled import fill
from tests.browser.looks import LOOKS, NAMES, look_over

FOUR = "/compare/?pair=DEU-FRA&pair=IND-RUS&pair=CUB-PRK&pair=ISL-MLT"
PAGES = [
    "/matrix/", "/matrix/?by=recency&rows=europe", "/matrix/?from=1001&to=1002", "/parties/IND/", "/parties/EU/",
    "/parties/IND/?from=1001&to=1002", "/parties/TUV/", "/compare/", FOUR,
    "/pairs/TUV-ZWE/", "/joins/", "/people/",
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def disputed(running_program) -> str:
    return fill(running_program)


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_the_pages_are_accessible_and_fit(new_page, logged_in, assert_accessible, disputed, look):
    look_over(new_page(storage_state=logged_in, **look), [*PAGES, disputed], assert_accessible)


def cells(page: Page) -> list[str]:
    return page.locator(".matrix td a").all_text_contents()


def back(page: Page, times: int) -> None:
    """One after the other: the answer for the step before must not come last."""
    for _ in range(times):
        with page.expect_response(re.compile("/matrix/")):
            page.go_back()


def test_the_matrix_by_region_kind_years_and_recency(page):
    page.goto("/matrix/")
    all_of_it = page.locator("#tally").inner_text()
    expect(page.get_by_role("link", name=re.compile("^Germany and France: 18 contacts"))).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("^France and Germany: 18 contacts"))).to_be_visible()
    page.get_by_label("Rows").select_option("Organisations")
    expect(page).to_have_url(re.compile("rows=organisations"))
    page.get_by_label("Columns").select_option("All of Oceania")
    expect(page.locator("#tally")).to_contain_text("3 contacts of 1 pair")
    assert cells(page) == ["3"]
    page.get_by_label("Shade by").select_option("how recent the last is")
    expect(page.locator(".matrix td a")).to_have_text("2019")
    page.get_by_label("Visits").check()
    expect(page.get_by_role("heading", name="No pair has a contact like this")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Visits")).to_be_checked()
    page.get_by_label("Visits").uncheck()
    expect(page.locator(".matrix td a")).to_have_count(1)
    for typed, wrong, left in (("20", "Write a year: 2015.", "2019"), ("2020", "", None), ("2019", "", "2019")):
        page.get_by_label("From").fill(typed)
        page.get_by_label("From").press("Tab")
        expect(page.locator("#wrong-from")).to_have_text(wrong)
        expect(page.locator(".matrix td a")).to_have_count(1 if left else 0)
    back(page, 8)
    expect(page).to_have_url(re.compile("/matrix/$"))
    expect(page.locator("#tally")).to_have_text(all_of_it)


def test_from_a_cell_of_the_matrix_over_the_contact_to_the_sentence(page):
    page.goto("/matrix/?rows=eastern-europe&columns=southern-asia")
    page.get_by_role("link", name=re.compile("^Russia and India: 7 contacts")).focus()
    page.keyboard.press("Enter")
    entry = page.locator("li.c", has_text="Narendra Modi in Moscow")
    entry.get_by_role("link", name="visit, occurred").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Narendra Modi in Moscow")
    page.get_by_role("link", name="Yamuna Morning Post").first.press("Enter")
    expect(page.locator(".prop.on")).to_contain_text("Moscow")
    expect(page.locator("#art .lit").first).to_be_in_viewport()
    assert "Moscow" in "".join(page.locator("#art .lit").all_text_contents())


def test_a_partys_page_counts_what_its_choices_hold_and_leads_on(page):
    page.goto("/parties/IND/")
    partners = page.locator(".partners tbody tr")
    total = int(page.locator(".facts dd").nth(1).inner_text())
    assert total == sum(int(row.locator("td").nth(1).inner_text()) for row in partners.all())
    page.get_by_label("Order").select_option("by name")
    expect(page).to_have_url(re.compile("sort=name"))
    expect(partners.first).to_contain_text("Austria")
    page.get_by_label("Visits").check()
    expect(page.locator("#tally")).not_to_contain_text(f"{total} contacts")
    expect(page).to_have_url(re.compile("sort=name&kind=visit"))
    page.get_by_label("To", exact=True).fill("2021")
    page.get_by_label("To", exact=True).press("Enter")
    expect(partners).to_have_count(1)
    expect(page.get_by_role("region", name="Who came")).to_contain_text("Vladimir Putin")
    partners.first.get_by_role("link").press("Enter")
    page.wait_for_url("**/pairs/IND-RUS/?kind=visit&to=2021")
    expect(page.locator("#list .c")).to_have_count(1)
    page.locator("h1 .pb").press("Enter")
    page.wait_for_url("**/parties/RUS/")


def test_pairs_are_compared_by_keys_and_a_bar_opens_what_it_counts(page, assert_accessible):
    page.goto("/compare/?pair=DEU-FRA")
    expect(page.get_by_label("Pair 2")).to_be_focused()
    for number, typed in enumerate(("nowhere", "IND-RUS", "North Korea and Cuba", "iceland and malta")):
        field = page.get_by_label(f"Pair {max(2, number + 1)}")
        field.fill(typed)
        page.keyboard.press("Tab")
        if number == 0:
            expect(page.locator("#wrong-pair-2")).not_to_be_empty()
            assert_accessible(page)
            continue
        expect(page.locator(".strips li")).to_have_count(number + 1)
    expect(page.locator("#wrong-pair-2")).to_be_empty()
    expect(page).to_have_url(re.compile("pair=.*pair=.*pair=.*pair="))
    page.get_by_label("Meetings").check()
    expect(page.get_by_label("Meetings")).to_be_checked()
    expect(page).to_have_url(re.compile("kind=meeting"))
    expect(page.locator("#shown.htmx-request")).to_have_count(0)
    bar = page.locator("svg.cmp a", has_text="Cuba and North Korea, 2018")
    counted = int(re.search(r": (\d+) contact", bar.text_content())[1])
    row = page.locator(".numbers tbody tr", has=page.get_by_role("rowheader", name="2018", exact=True))
    assert row.locator("td").nth(2).inner_text() == str(counted)
    bar.press("Enter")
    page.wait_for_url("**/pairs/CUB-PRK/?status=occurred&kind=meeting&from=2018*")
    expect(page.locator("#list .c")).to_have_count(counted)


def test_on_paper_there_are_no_choices_and_every_column(page):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})
    for address, shown in (("/matrix/", ".matrix"), ("/parties/IND/", ".partners"), (FOUR, ".cmp")):
        page.goto(address)
        expect(page.locator(".choices")).to_be_hidden()
        expect(page.locator(".bar")).to_be_hidden()
        box = page.locator(shown).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 700, f"{address} is cut off on paper"


def test_without_script_the_choices_are_forms_and_what_is_found_links(new_page, logged_in):
    page = new_page(storage_state=logged_in, java_script_enabled=False)
    page.goto("/matrix/")
    page.get_by_label("Calls").check()
    page.get_by_role("button", name="Show").click()
    assert "kind=call" in page.url and page.get_by_label("Calls").is_checked()
    page.goto("/parties/IND/")
    page.get_by_label("Order").select_option("by name")
    page.get_by_role("button", name="Show").click()
    assert page.locator(".partners tbody tr").first.get_by_role("link").inner_text() == "Austria"
    page.goto("/compare/?pair=DEU-FRA")
    page.get_by_label("Pair 2").fill("India and Russia")
    page.get_by_role("button", name="Show").click()
    assert page.locator(".strips li").count() == 2 and page.locator("svg.cmp a").count() > 2
