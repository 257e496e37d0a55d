"""The page of a pair in a browser: every choice, closer and farther, bars that open into signs, files, keys, print."""

from __future__ import annotations

import re
from pathlib import Path
from xml.dom import minidom

import pytest
from playwright.sync_api import Page, expect

from tests.browser.filled import CROWD, fill
from tests.browser.looks import LOOKS, NAMES, look_over

PAIR = "/pairs/DEU-FRA/"


@pytest.fixture(scope="session")
def crowd(running_program) -> str:
    """A pair of 400 contacts in the running program."""
    fill(running_program)
    return CROWD


def shown(page: Page) -> int:
    return int(re.search(r"\d+", page.locator("#tally").inner_text())[0])


def same_everywhere(page: Page) -> int:
    """The number that is said, which is that of the list's entries and of the drawing's signs."""
    number = shown(page)
    expect(page.locator("#list .c")).to_have_count(number)
    expect(page.locator("#tl a[href^='#c-']")).to_have_count(number)
    return number


def counted(label) -> int:
    return int(label.locator(".num").inner_text())


@pytest.mark.parametrize("name", ["kind", "lane", "status", "show", "rank", "who", "outlet"])
def test_each_choice_holds_what_was_counted_beside_it(page, name):
    page.goto(PAIR)
    choices = page.locator(f"#fs-{name} label")
    if name in ("rank", "who", "outlet"):
        page.locator(
            "summary", has=page.get_by_text({"rank": "Rank", "who": "People", "outlet": "Sources"}[name])
        ).last.click()
    label = choices.nth(1)
    wanted = counted(label)
    label.click()
    expect(page).to_have_url(re.compile(rf"[?&]{name}="))
    expect(page.locator(".count b").first).to_have_text(str(wanted))
    assert same_everywhere(page) == wanted
    page.reload()
    assert same_everywhere(page) == wanted
    page.keyboard.press("x")
    expect(page).to_have_url(re.compile(r"/pairs/DEU-FRA/$"))
    expect(page.locator(".chips")).to_have_count(0)


SOME_OF_IT = [
    "", "kind=visit&kind=call", "status=planned&status=cancelled", "lane=a-in-b&lane=messages", "show=proposed",
    "rank=minister&show=confirmed", "from=2010&to=2015&kind=meeting", "from=2012-03-04&to=2012-09&status=occurred",
    "from=2030", "kind=message&from=2001&to=2001-06&show=confirmed",
]  # fmt: skip


@pytest.mark.parametrize("pair", [PAIR, CROWD])
def test_picture_list_and_counts_always_tell_of_the_same_set(page, crowd, pair):
    for query in SOME_OF_IT:
        page.goto(f"{pair}?{query}")
        number = shown(page)
        in_lanes = [
            re.search(r"(\d+|none)$", lane.strip())[1] for lane in page.locator(".lanes span").all_text_contents()
        ]
        assert sum(int(words) for words in in_lanes if words != "none") == number, query
        assert sum(counted(label) for label in page.locator("#fs-show label").all()[1:]) >= number, query
        entries = page.locator("#list .c").count()
        assert entries == number or (entries == 60 < number), query
        if not page.locator("#tl path.dens").count() and number == entries:
            keys = page.locator("#tl a[href*='#c-']").evaluate_all(
                "all => all.map((one) => one.getAttribute('href').split('#')[1])"
            )
            assert sorted(keys) == sorted(page.locator("#list .c").evaluate_all("all => all.map((one) => one.id)")), (
                query
            )


def test_from_thirty_years_to_a_month_by_one_key(page, crowd):
    page.goto(crowd)
    seen = [shown(page)]
    for _ in range(12):
        here = page.url
        if not page.locator("#z-closer").count():
            break
        page.keyboard.press("+")
        expect(page).not_to_have_url(here)
        expect(page.locator("#shown.htmx-request, .htmx-request #shown")).to_have_count(0)
        seen.append(shown(page))
    assert seen == sorted(seen, reverse=True) and len(seen) > 6
    expect(page).to_have_url(re.compile(r"from=(\d{4}-\d\d)&to=\1"))
    while not shown(page):
        page.keyboard.press("ArrowRight")
        expect(page.locator("#tally")).not_to_contain_text("0 of")
    expect(page.locator("#tl path.dens")).to_have_count(0)
    same_everywhere(page)
    page.keyboard.press("-")
    expect(page).not_to_have_url(re.compile(r"from=(\d{4}-\d\d)&to=\1"))
    page.keyboard.press("0")
    expect(page.locator("#tally")).to_contain_text("All 400")


def test_dates_are_typed_and_shown_in_the_address_and_as_a_chip(page):
    page.goto(PAIR)
    page.get_by_label("From", exact=True).fill("2015")
    page.get_by_label("To", exact=True).fill("Dec 2016")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"from=2015&to=Dec\+2016"))
    expect(page.locator("#chip-time")).to_contain_text("2015–2016")
    same_everywhere(page)
    page.locator("#chip-time").click()
    expect(page.get_by_label("From", exact=True)).to_have_value("")


def test_choices_made_faster_than_the_answers_come_are_all_kept(page):
    page.goto(PAIR)
    for name in ("Visit", "Meeting", "Call"):
        page.get_by_role("checkbox", name=re.compile(rf"^{name} \d")).check()
    expect(page).to_have_url(re.compile(r"kind=visit&kind=meeting&kind=call"))
    for name in ("Visit", "Meeting", "Call"):
        expect(page.get_by_role("checkbox", name=re.compile(rf"^{name} \d"))).to_be_checked()


def test_a_name_is_found_while_it_is_typed(page):
    page.goto(PAIR)
    page.locator("summary", has_text="People").click()
    page.get_by_label("Find people by name").press_sequentially("scholz")
    expect(page.locator("#fs-who label")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"/pairs/DEU-FRA/$"))
    page.locator("#fs-who label").click()
    expect(page.locator(".chips")).to_contain_text("Olaf Scholz")


def test_closer_and_farther_by_keys_and_back_by_the_browser(page):
    page.goto(PAIR)
    everything = shown(page)
    page.keyboard.press("+")
    expect(page).to_have_url(re.compile(r"from=\d{4}.*to=\d{4}"))
    expect(page.locator("#z-closer")).to_be_visible()
    first = page.url
    page.keyboard.press("+")
    expect(page).not_to_have_url(first)
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#z-later")).to_be_visible()
    page.keyboard.press("0")
    expect(page).to_have_url(re.compile(r"/pairs/DEU-FRA/$"))
    assert same_everywhere(page) == everything
    page.go_back()
    expect(page).to_have_url(re.compile(r"from="))


def test_a_stroke_across_the_years_and_the_wheel_look_closer(page):
    page.goto(PAIR)
    box = page.locator("#tl").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + 600, box["y"] + 30, steps=4)
    expect(page.locator(".brush")).to_be_visible()
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d&to=\d{4}-\d\d"))
    expect(page.locator(".brush")).to_have_count(0)
    stroke = page.url
    page.mouse.move(box["x"] + 500, box["y"] + 60)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    expect(page).not_to_have_url(stroke)
    same_everywhere(page)


def test_the_drawing_is_one_stop_of_the_tab_key_and_arrows_move_in_time(page):
    page.goto(PAIR)
    expect(page.locator("#tl a[tabindex='0']")).to_have_count(1)
    page.locator("#tl a[tabindex='0']").focus()
    page.keyboard.press("Home")
    seen = []
    for _ in range(30):
        place = page.evaluate("document.activeElement.getBoundingClientRect().left")
        if seen and place <= seen[-1]:
            break
        seen.append(place)
        page.keyboard.press("ArrowRight")
    assert len(seen) > 3
    page.keyboard.press("ArrowDown")
    expect(page.locator("#tl a[tabindex='0']")).to_have_count(1)
    assert page.evaluate("document.activeElement.closest('#tl') !== null")


def test_the_keys_are_listed_and_work_from_anywhere_but_radio_buttons(page, assert_accessible):
    page.goto(PAIR + "?from=2015&to=2016")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    page.get_by_role("radio", name=re.compile("^All")).focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("show=confirmed"))
    expect(page).to_have_url(re.compile("from=2015&to=2016"))


def test_a_sign_leads_over_its_entry_to_the_sentence(page):
    page.goto(PAIR)
    sign = page.locator("#tl a[href^='#c-']").first
    key = sign.get_attribute("href")
    sign.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{key}:target")).to_be_in_viewport()
    quote = page.locator(f"{key} .quote").inner_text().strip("“”").removesuffix(" …")
    page.locator(f"{key} a.head").click()
    expect(page).to_have_url(re.compile(r"/review/\d+/\?report=\d+"))
    lit = page.locator("#art mark.lit")
    expect(lit.first).to_be_in_viewport()
    assert quote[:30] in " ".join("".join(lit.all_text_contents()).split())


def test_bars_open_into_signs(page, crowd, assert_accessible):
    page.goto(crowd)
    expect(page.locator("#tl path.dens").first).to_be_attached()
    assert shown(page) == 400 and page.locator("#list .c").count() == 60
    assert_accessible(page)
    link = page.locator("#tl a[data-go]:not(.tick)").nth(20)
    wanted = int(re.search(r": (\d+) contact", link.locator("title").text_content())[1])
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"from=\d{4}&to=\d{4}"))
    expect(page.locator("#tl a[href^='#c-']").first).to_be_attached()
    assert same_everywhere(page) >= wanted


def test_a_long_list_goes_on_where_it_ended(page, crowd):
    page.goto(crowd)
    page.get_by_role("link", name="More, older").click()
    expect(page.locator("#list .c")).to_have_count(120)
    assert page.evaluate("document.activeElement === document.querySelectorAll('#list .c')[60]")
    assert len(set(page.locator("#list .c").evaluate_all("all => all.map((one) => one.id)"))) == 120


def test_without_script_everything_is_a_link_or_a_form(new_page, logged_in, crowd):
    page = new_page(storage_state=logged_in, java_script_enabled=False)
    page.goto(crowd)
    page.get_by_role("link", name="Closer").click()
    assert "from=" in page.url
    page.get_by_role("checkbox", name=re.compile("^Visit")).check()
    page.get_by_role("button", name="Show").click()
    assert "kind=visit" in page.url and "from=" in page.url
    page.locator(".chips a").last.click()
    page.goto(crowd)
    page.get_by_role("link", name="More, older").click()
    assert "page=2" in page.url and page.locator("#list .c").count() == 60


@pytest.mark.parametrize("query", ["", "?kind=visit&from=2014"])
def test_the_picture_is_saved_as_svg_and_png(page, tmp_path, query):
    page.goto(PAIR + query)
    signs = page.locator("#tl a[href^='#c-']").count()
    with page.expect_download() as svg:
        page.locator("#get-svg").click()
    svg.value.save_as(tmp_path / svg.value.suggested_filename)
    text = (tmp_path / "DEU-FRA.svg").read_text(encoding="utf-8")
    minidom.parseString(text)
    assert "Germany and France" in text and "var(--" not in text and "light-dark" not in text
    assert text.count('<circle class="hit"') == signs and ("Only: visit" in text) == bool(query)
    with page.expect_download() as png:
        page.locator("#get-png").click()
    png.value.save_as(tmp_path / png.value.suggested_filename)
    assert Path(tmp_path / "DEU-FRA.png").read_bytes().startswith(b"\x89PNG")


def test_on_paper_the_picture_comes_first_then_the_list_with_its_sources(page):
    page.goto(PAIR)
    page.emulate_media(media="print")
    for gone in (".bar", ".aside", ".zoom", "#get-svg"):
        expect(page.locator(gone).first).to_be_hidden()
    picture, entries = page.locator("#tl").bounding_box(), page.locator("#list").bounding_box()
    assert picture["y"] + picture["height"] <= entries["y"]
    expect(page.locator(".told").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_the_page_is_accessible_and_fits(new_page, logged_in, crowd, assert_accessible, look):
    page = new_page(storage_state=logged_in, **look)
    look_over(page, [CROWD, PAIR + "?kind=call&from=1999", PAIR + "?from=2015&to=2016&kind=visit"], assert_accessible)
    page.goto(PAIR)
    if page.locator(".fold > summary").is_visible():
        page.locator(".fold > summary").press("Enter")
    for name in ("Rank", "People", "Sources"):
        page.locator(".filters summary", has_text=re.compile(f"^{name}$")).press("Enter")
    assert_accessible(page)
