"""The pictures of docs/ and README.md, taken from the running program with its sample articles: ``make screenshots``.

Starts the program on data of its own, works through the review of one sample as an analyst would, and writes
docs/pictures/*.png. Needs a Chromium (see tests/browser/conftest.py).
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import FLAGS, find_chromium
from tests.running.processes import PASSWORD, ROOT, Program

PICTURES = ROOT / "docs" / "pictures"
WIDE = {"width": 1400, "height": 860}
WORLD = {
    "pair": "/pairs/DEU-FRA/",
    "matrix": "/matrix/",
    "party": "/parties/IND/",
    "comparing": "/compare/?pair=DEU-FRA&pair=IND-RUS&pair=CUB-PRK",
    "search": "/search/?q=germany",
    "joins": "/joins/",
}
NARROW = {"width": 360, "height": 740}
# A colleague's second opinion on a reviewed sample, finished.
SECOND = """
from django.contrib.auth import get_user_model
from articles.models import Article
from contacts import second
from contacts.models import ReportState
users = get_user_model().objects
article = Article.objects.get(title__startswith="Modi and Putin")
asked = second.ask(article.pk, users.first())
mine = users.create_user("colleague")
given = second.take(asked.pk, mine)
for item in second.items(given):
    second.say(given, mine, item.report.pk, ReportState.ACCEPTED)
second.finish(given, mine)
"""


def main() -> int:
    chromium = find_chromium()
    if not chromium:
        print("No Chromium was found: apt-get install chromium, or name one in CHROMIUM.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="shots-") as folder:
        program = Program(Path(folder) / "data", LOAD_SAMPLES="1").wait_until_open()
        try:
            with sync_playwright() as playwright:
                flags = FLAGS + (["--no-sandbox"] if os.geteuid() == 0 else [])
                browser = playwright.chromium.launch(executable_path=chromium, args=flags)
                page = browser.new_page(base_url=program.url, viewport=WIDE)
                take(page, program)
                browser.close()
        finally:
            program.stop()
    return 0


def shoot(page: Page, name: str) -> None:
    page.screenshot(path=PICTURES / f"{name}.png")
    print(f"docs/pictures/{name}.png", flush=True)


def take(page: Page, program: Program) -> None:
    """The way of one review, a picture at each station."""
    page.goto("/login/")
    page.get_by_label("Name").or_(page.get_by_label("Username")).fill("admin")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name=re.compile("log in", re.IGNORECASE)).click()
    page.wait_for_url(lambda url: "/login/" not in url)
    page.goto("/review/?order=confidence")
    expect(page.get_by_role("link", name="Next article")).to_be_visible()
    shoot(page, "queue")
    page.goto(longest_review(page))
    expect(page.locator(".prop").first).to_be_visible()
    shoot(page, "review")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    shoot(page, "keys")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.locator(".toast")).to_contain_text("accepted")
    expect(page.locator(".prop.on .details")).to_be_visible()
    shoot(page, "accepted")
    page.keyboard.press("e")
    expect(page.locator("form.edit")).to_be_visible()
    shoot(page, "correct")
    page.locator("form.edit").get_by_label("Place").first.fill("Ittihadiya palace, Cairo")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".toast")).to_contain_text("corrected")
    page.keyboard.press("u")
    expect(page.locator(".toast")).to_contain_text("undone")
    page.keyboard.press("Shift+U")
    expect(page.locator(".toast")).to_contain_text("done again")
    page.goto("/decisions/")
    page.get_by_role("link", name="History").first.click()
    shoot(page, "history")
    compare(page, program)
    phone(page)
    world(page)


def world(page: Page) -> None:
    """The pages of one pair and of many, of a contact, of a person, and the search; a pair on a phone in the dark."""
    for name, address in WORLD.items():
        page.goto(address)
        shoot(page, name)
    page.goto("/pairs/IND-RUS/")
    entry = page.locator("li.c", has_text="Narendra Modi in Moscow")
    entry.get_by_role("link", name="visit, occurred").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Narendra Modi in Moscow")
    shoot(page, "contact")
    page.get_by_role("link", name="Narendra Modi").first.click()
    expect(page.get_by_role("heading", name="Counterparts")).to_be_attached()
    shoot(page, "person")
    page.set_viewport_size(NARROW)
    page.emulate_media(color_scheme="dark")
    page.goto("/pairs/CUB-PRK/")
    page.locator(".draw").scroll_into_view_if_needed()
    shoot(page, "pair-phone")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)


def phone(page: Page) -> None:
    """The review page where the list lies below the text."""
    page.set_viewport_size(NARROW)
    page.goto("/review/?order=confidence")
    page.goto(longest_review(page))
    expect(page.locator(".prop.on")).to_be_visible()
    shoot(page, "phone")
    page.set_viewport_size(WIDE)


def compare(page: Page, program: Program) -> None:
    """A second opinion, given by a colleague who keeps what the machine says, beside the first review of a sample."""
    program.manage("shell", "-c", SECOND)
    page.goto("/review/")
    page.get_by_role("link", name=re.compile("Modi")).first.click()
    expect(page.locator(".turn.on")).to_be_visible()
    page.keyboard.press("j")
    shoot(page, "compare")


def longest_review(page: Page) -> str:
    """The waiting article with most proposals."""
    rows = page.locator("table.listed tbody tr")
    numbers = [int((re.search(r"(\d+) proposal", row.inner_text()) or [0, 0])[1]) for row in rows.all()]
    row = rows.nth(numbers.index(max(numbers)))
    return row.get_by_role("link").first.get_attribute("href")


if __name__ == "__main__":
    sys.exit(main())
