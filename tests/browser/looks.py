"""How pages are looked at: a wide light window and a phone in the dark. Between them they have every colour and width
that a rule of the stylesheets asks for; all four together only found the same twice."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import NARROW

LOOKS = [
    {"color_scheme": "light", "viewport": {"width": 1600, "height": 1000}},
    {"color_scheme": "dark", "viewport": NARROW},
]
NAMES = ["wide and light", "narrow and dark"]


def look_over(page: Page, addresses: list[str], assert_accessible) -> None:
    """Open each of them: axe finds nothing, and nothing is cut off at the side."""
    for address in addresses:
        assert page.goto(address).status == 200, address
        assert_accessible(page)
        fits = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert fits, f"{address} scrolls sideways"
