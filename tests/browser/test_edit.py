"""The form of a contact by the keyboard alone: correcting, adding from a selection, making two of one, joining two."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_walk import give, proposal, proposals

# Before the evidence: an emoji of several code points, combining marks, and two right-to-left scripts.
STRANGE = "👩🏽‍🚀🇫🇮 Ça va, e\u0301te\u0301? שלום עולם, مرحبا بالعالم. 𝔄𝔟𝔠 stood on a wall in the old town."
MEETING = (
    "TIRANA, March 3 (Adria Wire) -- Finnish Foreign Minister Aino {} arrived in Tirana on Tuesday and met "
    "Albanian Prime Minister Arben Kola."
)
MISSED = "Kola and the Maltese minister Josef Borg shared a loaf of bread in Tirana on Monday."


@pytest.fixture
def article(page):
    """Open an article of its own, in which one meeting and one visit are found and one meal is missed."""

    def open_one(name: str, on: Page = page) -> Page:
        text = f"{STRANGE}\n\n{MEETING.format(name)}\n\n{MISSED}\n\nThe weather was fair for the rest of the week."
        give(on, Title=f"Ferries and {name}", Outlet="Adria Wire", Publication_date="2026-03-05", Text=text)
        proposals(on)
        on.text = text
        return on

    return open_one


class Keys:
    """Presses keys and counts them; what is typed as text does not count."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)


def choose(page: Page, *words: str):
    """The proposal with these words, chosen, with the focus on it."""
    found = proposal(page, *words)
    found.locator("a.choose").click()
    expect(page.locator(".prop.on").filter(has_text=words[0])).to_have_count(1)
    return found


def form(page: Page):
    return page.locator("form.edit")


def opened(page: Page):
    """The form once it has the focus. The first draft may wait until a web process has loaded the engine."""
    expect(page.locator("form.edit input[type=radio]:checked:focus")).to_have_count(1, timeout=45_000)
    return form(page)


def select(page: Page, words: str) -> None:
    """Select words of the article as a mouse would."""
    page.evaluate(
        """(words) => {
          const range = document.createRange(), all = document.createTreeWalker(art, NodeFilter.SHOW_TEXT);
          const from = art.textContent.indexOf(words);
          let at = 0, node;
          while ((node = all.nextNode())) {
            const last = at + node.length;
            if (at <= from && from < last) range.setStart(node, from - at);
            if (at < from + words.length && from + words.length <= last) range.setEnd(node, from + words.length - at);
            at = last;
          }
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )
    assert page.evaluate("getSelection().toString()").strip() == words


def span(text: str, words: str) -> str:
    """Where words stand as the server counts."""
    return f"{text.index(words)}-{text.index(words) + len(words)}"


def test_a_wrong_date_is_corrected_with_at_most_four_keys(article):
    page, keys = article("Virtanen"), None
    choose(page, "Aino Virtanen, Arben Kola")
    keys = Keys(page)
    keys.press("e")
    opened(page)
    keys.press("d")
    keys.type("4 march 2026")
    expect(page.locator(".read")).to_have_text("Wednesday 4 March 2026, to the day")
    keys.press("Enter")
    expect(proposal(page, "Aino Virtanen, Arben Kola")).to_contain_text("Meeting, occurred · 4 Mar 2026")
    assert keys.pressed <= 4


def test_a_date_shows_how_it_is_read_and_how_precisely_while_it_is_typed(article):
    page = article("Saarinen")
    choose(page, "Aino Saarinen, Arben Kola")
    page.keyboard.press("e")
    date = opened(page).get_by_label("Date")
    reading = page.locator(".read")
    for typed, read in {
        "28 June 2016": "Tuesday 28 June 2016, to the day",
        "28-30 June 2016": "Tuesday 28 to Thursday 30 June 2016, 3 days, to the day",
        "June 2016": "June 2016, to the month",
        "2016": "2016, to the year",
        "last Tuesday": "Tuesday 3 March 2026, to the day",
        "": "No date",
    }.items():
        date.fill(typed)
        expect(reading).to_have_text(read)
    date.fill("the day of never")
    expect(reading).to_contain_text("is not a date that can be read")
    expect(reading.locator(".bad")).to_have_count(1)


def test_a_missed_contact_is_added_from_a_selection_with_at_most_three_keys(article, assert_accessible):
    page = article("Nieminen")
    before = page.locator(".prop").count()
    select(page, "shared a loaf")
    keys = Keys(page)
    asked = []
    page.route("**/add/**", lambda route: asked.append(route))
    keys.press("m")
    # While the engine reads, a line says so in the place of the form.
    expect(page.locator(".waits")).to_contain_text("The engine reads around the selected words.")
    page.keyboard.press("m")
    asked[0].continue_()
    page.unroute("**/add/**")
    added = opened(page)
    expect(page.locator(".waits")).to_have_count(0)
    assert len(asked) == 1
    for name in ("Arben Kola", "Josef Borg"):
        expect(added.locator(f'input[value="{name}"]')).to_have_count(1)
    expect(added.get_by_label("Place")).to_have_value("Tirana")
    expect(added.get_by_label("Date")).to_have_value("2 Mar 2026")
    assert_accessible(page)
    keys.press("Enter")
    expect(page.locator(".prop")).to_have_count(before + 1)
    assert keys.pressed <= 3
    new = choose(page, "Josef Borg")
    expect(new).to_contain_text("Meeting, occurred · 2 Mar 2026")
    # The text lights what was found around the selection, behind all the strange characters.
    assert "".join(page.locator("#art .lit").all_text_contents()) == MISSED
    assert page.locator("#art").text_content() == page.text
    page.keyboard.press("u")
    expect(page.locator(".prop")).to_have_count(before)
    page.keyboard.press("Shift+U")
    expect(page.locator(".prop")).to_have_count(before + 1)


def test_words_are_chosen_in_the_text_and_put_into_a_field_by_keys_alone(article):
    page = article("Laine")
    choose(page, "Aino Laine, Arben Kola")
    page.keyboard.press("e")
    edited = opened(page)
    page.keyboard.press("d")
    page.keyboard.press("F2")
    expect(page.locator("#art")).to_be_focused()
    walk_to(page, "Monday")
    page.keyboard.press("Enter")
    expect(edited.get_by_label("Date")).to_be_focused()
    expect(edited.get_by_label("Date")).to_have_value("Monday")
    expect(edited.locator('[name="words-date"]')).to_have_value(span(page.text, "Monday"))
    expect(page.locator(".read")).to_have_text("Monday 2 March 2026, to the day")
    page.keyboard.press("Escape")  # out of the field, so that letters are keys again
    page.keyboard.press("v")
    walk_to(page, "shared", more="loaf")
    page.keyboard.press("Enter")
    box = edited.locator(f'[name="evidence"][value="{span(page.text, "shared a loaf")}"]')
    expect(box).to_be_focused()
    expect(box).to_be_checked()
    page.keyboard.press("Control+Enter")
    saved = proposal(page, "Aino Laine, Arben Kola")
    expect(saved).to_contain_text("2 Mar 2026")
    choose(page, "Aino Laine, Arben Kola")
    expect(saved).to_contain_text("from Monday")
    assert "shared a loaf" in page.locator("#art .lit").all_text_contents()


def walk_to(page: Page, first: str, more: str = "") -> None:
    """Go through the text by the arrow keys until a word is selected, and on with Shift until another is."""
    page.keyboard.press("Home")
    for _ in range(80):
        if page.evaluate("getSelection().toString()") == first:
            break
        page.keyboard.press("ArrowRight")
    for _ in range(8 if more else 0):
        if page.evaluate("getSelection().toString()").endswith(more):
            break
        page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("getSelection().toString()").startswith(first)


def test_any_field_is_set_from_selected_words(article):
    page = article("Salonen")
    choose(page, "Aino Salonen, Arben Kola")
    page.keyboard.press("e")
    edited = opened(page)
    first = edited.get_by_role("group", name="Participant 1")
    fields = {
        "Place": (edited.get_by_label("Place"), "Tirana"),
        "In": (edited.get_by_label("In", exact=True), "Albanian"),
        "Parties": (edited.get_by_label("Parties"), "Maltese"),
        "Name": (first.get_by_label("Name"), "Josef Borg"),
        "Title": (first.get_by_label("Title"), "Foreign Minister"),
        "Party": (first.get_by_label("Party"), "Maltese"),
    }
    for label, (field, words) in fields.items():
        select(page, words)
        field.press("F2")
        expect(field).to_be_focused()
        assert field.input_value().endswith(words), label
    role = first.get_by_label("Role")
    select(page, "shared")
    role.press("F2")
    expect(role).to_have_value("participant")  # no role's name: it keeps what it was, and has its words
    expect(first.locator("[data-words]").last).to_contain_text("shared")
    kind = edited.get_by_role("group", name="Kind")
    select(page, "arrived")
    kind.get_by_role("radio", checked=True).press("F2")
    expect(kind.get_by_role("radio", name="Visit")).to_be_checked()
    expect(kind.get_by_role("radio", name="Visit")).to_be_focused()
    page.keyboard.press("Control+Enter")
    saved = proposal(page, "Josef Borg")
    expect(saved).to_contain_text("Visit, occurred")
    choose(page, "Josef Borg")
    assert painted_for(saved, page, "participants.0") == {"Josef Borg", "Foreign Minister", "Maltese", "shared"}


def painted_for(item, page: Page, field: str) -> set[str]:
    item.locator(f"[data-field='{field}']").hover()
    return set(page.evaluate("[...(CSS.highlights.get('hot') || [])].map(String)"))


def test_evidence_and_the_words_of_a_field_are_taken_away_by_keys(article):
    page = article("Heikkinen")
    choose(page, "Aino Heikkinen, Arben Kola")
    page.keyboard.press("e")
    edited = opened(page)
    box = edited.locator('[name="evidence"][type=checkbox]').first
    box.focus()
    page.keyboard.press("Space")
    expect(box).not_to_be_checked()
    forget = edited.get_by_role("button", name="Forget the words of: Kind")
    forget.press("Enter")
    expect(edited.locator('[name="words-kind"]')).to_have_value("")
    page.keyboard.press("Control+Enter")
    choose(page, "Aino Heikkinen, Arben Kola")
    expect(page.locator("#art .lit")).to_have_count(0)


def test_a_person_is_chosen_from_the_list_with_title_and_party_and_gets_a_role_by_one_key(article, assert_accessible):
    page = article("Koskinen")
    choose(page, "Aino Koskinen, Arben Kola")
    page.keyboard.press("e")
    edited = opened(page)
    page.keyboard.press("n")
    row = edited.locator(".whorow").last
    name = row.get_by_label("Name")
    expect(name).to_be_focused()
    options = page.get_by_role("listbox", name="People").get_by_role("option")
    page.keyboard.press("ArrowDown")  # nothing typed: everybody whom the article names
    expect(options).to_have_count(2)
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    page.keyboard.type("kosk")
    expect(options).to_have_count(1)
    expect(options).to_contain_text("Aino Koskinen · foreign minister · Finland")
    assert_accessible(page)
    page.keyboard.press("ArrowDown")
    expect(options).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(name).to_have_value("Aino Koskinen")
    expect(row.get_by_label("Title")).to_have_value("foreign minister")
    expect(row.get_by_label("Party")).to_have_value("Finland")
    expect(page.get_by_role("listbox")).to_be_hidden()
    row.get_by_label("Role").focus()
    page.keyboard.press("h")
    expect(row.get_by_label("Role")).to_have_value("host")


def test_kind_and_status_are_set_by_one_key_each(article):
    page = article("Järvinen")
    choose(page, "Aino Järvinen, Arben Kola")
    page.keyboard.press("e")
    opened(page)
    page.keyboard.press("3")
    page.keyboard.press("8")
    page.keyboard.press("Enter")
    expect(proposal(page, "Aino Järvinen, Arben Kola")).to_contain_text("Call, cancelled")


def test_wrong_input_is_told_beside_its_field_which_has_the_focus_and_nothing_typed_is_lost(article):
    page = article("Lehtonen")
    choose(page, "Aino Lehtonen, Arben Kola")
    page.keyboard.press("e")
    edited = opened(page)
    page.keyboard.press("c")
    page.keyboard.type("Finland, North Korae")
    page.keyboard.press("Tab")
    edited.get_by_label("Place").fill("Vlorë")
    page.keyboard.press("Control+Enter")
    expect(edited.get_by_text("Did you mean North Korea?")).to_be_visible()
    expect(edited.get_by_label("Parties")).to_be_focused()
    expect(edited.get_by_label("Place")).to_have_value("Vlorë")


def test_escape_asks_before_what_was_typed_is_thrown_away(article):
    page = article("Mäkinen")
    choose(page, "Aino Mäkinen, Arben Kola")
    page.keyboard.press("e")
    edited = opened(page)
    page.keyboard.press("p")
    page.keyboard.type("Vlorë")
    page.keyboard.press("Escape")
    expect(edited.locator("[type=radio]:focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(edited.get_by_role("alert")).to_contain_text("Escape again")
    expect(edited.get_by_label("Place")).to_have_value("Vlorë")
    page.keyboard.press("Escape")
    expect(edited).to_have_count(0)
    expect(proposal(page, "Aino Mäkinen, Arben Kola")).not_to_contain_text("Vlorë")


def test_one_proposal_becomes_two_and_one_undo_takes_both_back(article, assert_accessible):
    page = article("Hämäläinen")
    before = page.locator(".prop").count()
    choose(page, "Aino Hämäläinen, Arben Kola")
    expect(page.locator(".prop.on").get_by_role("link", name="Make two of it")).to_be_visible()
    page.keyboard.press("s")
    edited = opened(page)
    assert_accessible(page)
    second = edited.get_by_role("group", name="The second")
    second.locator("[type=radio]:checked").first.focus()
    page.keyboard.press("4")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".prop")).to_have_count(before + 1)
    expect(proposal(page, "Message, occurred")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(".prop")).to_have_count(before)
    expect(proposal(page, "Message, occurred")).to_have_count(0)


def test_two_proposals_become_one_by_the_number_of_the_other_and_one_undo_takes_it_back(article, assert_accessible):
    page = article("Karjalainen")
    choose(page, "Aino Karjalainen, Arben Kola")
    other = page.locator(".prop:not(.on)").first
    number, other_id = other.locator(".num").text_content(), other.get_attribute("id")
    expect(page.locator(".prop.on").get_by_role("link", name="Join with another")).to_be_visible()
    page.keyboard.press("i")
    asked = page.get_by_label("Number of the other proposal")
    expect(asked).to_be_focused()
    assert_accessible(page)
    page.keyboard.type("99")
    page.keyboard.press("Enter")
    expect(page.get_by_text("There is no other proposal with the number “99” here.")).to_be_visible()
    expect(asked).to_be_focused()
    asked.fill(number)
    page.keyboard.press("Enter")
    expect(page.locator(f"#{other_id}.rejected")).to_have_count(1)
    expect(page.locator(".prop.corrected")).to_have_count(1)
    page.keyboard.press("u")
    expect(page.locator(f"#{other_id}.proposed")).to_have_count(1)
    expect(page.locator(".prop.corrected")).to_have_count(0)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("size", [(360, 740), (1600, 900), (800, 450)], ids=["phone", "wide", "zoomed"])
def test_every_form_is_accessible_and_fits(new_page, logged_in, article, assert_accessible, look, size):
    width, height = size
    page = new_page(storage_state=logged_in, color_scheme=look, viewport={"width": width, "height": height})
    article(f"Rantanen{look.title()}{ {360: 'Narrow', 800: 'Zoomed'}.get(width, 'Wide') }", on=page)
    for key in ("e", "s", "i"):
        page.reload()
        item = page.locator(".prop.on")
        expect(item.get_by_role("link", name="Join with another")).to_be_attached()
        item.locator("a.choose").focus()
        page.keyboard.press(key)
        expect(form(page)).to_be_visible()
        assert_accessible(page)
        assert fits(page), key
    page.reload()
    page.keyboard.press("m")
    opened(page)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Not saved yet")).to_be_visible()
    assert_accessible(page)
    assert fits(page)


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_without_scripts_every_form_is_a_page_that_works(new_page, logged_in, article):
    address = article("Kallio").url
    page = new_page(storage_state=logged_in, java_script_enabled=False)
    page.goto(address)
    page.get_by_role("link", name="Add a missed contact").click()
    added = form(page)
    added.get_by_label("Parties").fill("Malta, Albanian")
    added.get_by_label("Date").fill("last Tuesday")
    added.get_by_label("Name").fill("Josef Borg")
    added.get_by_role("button", name="Add a person").click()
    expect(page.locator(".whorow")).to_have_count(2)
    expect(added.get_by_label("Date")).to_have_value("last Tuesday")
    added.get_by_role("button", name="Add and accept").click()
    expect(page).to_have_url(re.compile(r"/review/\d+/\?report=\d+"))
    expect(proposal(page, "Josef Borg")).to_contain_text("3 Mar 2026")
    page.locator(".prop.on").get_by_role("link", name="Join with another").click()
    page.get_by_label("Number of the other proposal").fill("1")
    page.get_by_role("button", name="Join").click()
    expect(page.locator(".prop.rejected")).to_have_count(1)


@pytest.mark.parametrize("width", [360, 1600])
def test_without_scripts_the_keys_of_joining_are_listed_all_the_same(new_page, logged_in, article, width):
    address = article("Kallio").url
    page = new_page(storage_state=logged_in, java_script_enabled=False, viewport={"width": width, "height": 640})
    page.goto(address)
    page.locator(".prop.on").get_by_role("link", name="Join with another").click()
    joining = page.url
    for where in (joining, "/joins/"):
        page.goto(where)
        page.get_by_role("link", name="Keys").click()
        listed = page.locator("#help")
        expect(listed.get_by_text("none of the keys")).to_be_visible()
        listed.get_by_text("none of the keys").scroll_into_view_if_needed()
        expect(listed.get_by_text("none of the keys")).to_be_in_viewport()
        listed.get_by_role("link", name="Close").click()
        expect(listed).to_be_hidden()
