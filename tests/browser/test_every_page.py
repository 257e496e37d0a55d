"""Every page that a menu leads to: opens without an error, is accessible, and fits wide and narrow, light and dark."""

from __future__ import annotations

import pytest

PAGES = ["/", "/review/", "/decisions/", "/articles/", "/articles/add/", "/articles/batches/", "/pairs/", "/password/"]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("size", [(360, 740), (1400, 900), (800, 450)], ids=["phone", "wide", "zoomed"])
def test_a_page_is_accessible_and_fits(new_page, logged_in, assert_accessible, address, look, size):
    page = new_page(storage_state=logged_in, color_scheme=look, viewport={"width": size[0], "height": size[1]})
    answer = page.goto(address)
    assert answer.status == 200
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), (
        "it scrolls sideways"
    )


def test_the_login_page_is_accessible(stranger, assert_accessible):
    stranger.goto("/")
    assert "/login/" in stranger.url
    assert_accessible(stranger)


def test_what_the_policy_blocks_would_fail_a_test(page):
    """The watch itself: an inline script is blocked, and told."""
    page.goto("/")
    with page.expect_console_message(lambda message: "blocked by the CSP: script-src" in message.text):
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: '1'}))")
    assert page.context.watch.problems
    page.context.watch.problems.clear()
