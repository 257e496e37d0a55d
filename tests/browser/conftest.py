"""A real Chromium on the running program. Any error in the console, or act that the CSP blocks, fails its test."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.conftest import skip_or_fail
from tests.running.processes import PASSWORD, ROOT, Program

PICTURES = ROOT / "test-results"
NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1400, "height": 900}
# Where there is no outside network, Chromium's own errands only cost time. Root needs --no-sandbox.
FLAGS = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# A listener of our own, because the console does not tell every violation. Playwright's scripts are not under the CSP.
WATCH_POLICY = """addEventListener("securitypolicyviolation", (event) => console.error(
  `blocked by the CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))"""
# Chromium also reports each refused form (422, 409) and missing page as an error; tests of those look at the page.
ANSWERED_4XX = re.compile(r"the server responded with a status of 4\d\d")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder are marked as needing a browser, and have a longer time than the others."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(240))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    """Let the fixtures below know whether the test itself failed."""
    report = yield
    if report.when == "call":
        item.stash[_failed] = report.failed
    return report


_failed = pytest.StashKey[bool]()


def find_chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    # Playwright keeps an event loop in this thread as long as it lives; Django would refuse the database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        yield playwright
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    found = find_chromium()
    if not found:
        skip_or_fail("no Chromium was found (apt-get install chromium, or name one in CHROMIUM)")
    flags = FLAGS + (["--no-sandbox"] if os.geteuid() == 0 else [])
    browser = playwright.chromium.launch(executable_path=found, args=flags, timeout=60_000)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def logged_in(browser: Browser, running_program: Program) -> dict:
    """The cookies of the administrator, got through the login page once."""
    context = browser.new_context(base_url=running_program.url)
    page = context.new_page()
    page.goto("/login/")
    page.get_by_label("Name").or_(page.get_by_label("Username")).fill("admin")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name=re.compile("log in", re.IGNORECASE)).click()
    page.wait_for_url(lambda url: "/login/" not in url)
    state = context.storage_state()
    context.close()
    return state


class Watch:
    """What went wrong in the pages of one context, in the order in which it did."""

    def __init__(self, context: BrowserContext) -> None:
        self.problems: list[str] = []
        context.watch = self
        context.add_init_script(WATCH_POLICY)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.problems.append(f"thrown: {error.error}"))
        context.on("response", self._response)

    def _console(self, message) -> None:
        if message.type in ("error", "warning") and not ANSWERED_4XX.search(message.text):
            self.problems.append(f"console: {message.text}")

    def _response(self, response) -> None:
        if response.status >= 500 or (response.status == 404 and "/static/" in response.url):
            self.problems.append(f"{response.status}: {response.url}")


@pytest.fixture
def new_page(browser: Browser, running_program: Program, request):
    """Make pages: ``new_page(viewport=..., storage_state=..., color_scheme=...)``. All are watched and pictured."""
    made: list[tuple[BrowserContext, Watch]] = []

    def make(**options) -> Page:
        context = browser.new_context(**{"base_url": running_program.url, "viewport": WIDE} | options)
        context.set_default_timeout(15_000)
        made.append((context, Watch(context)))
        return context.new_page()

    yield make
    problems = [problem for _, watch in made for problem in watch.problems]
    if problems or request.node.stash.get(_failed, False):
        take_pictures(request.node.name, [page for context, _ in made for page in context.pages])
    for context, _ in made:
        context.close()
    assert not problems, "\n".join(problems)


def take_pictures(name: str, pages: list[Page]) -> None:
    PICTURES.mkdir(exist_ok=True)
    plain = re.sub(r"[^\w-]+", "-", name)
    for number, page in enumerate(pages):
        page.screenshot(path=PICTURES / f"{plain}-{number}.png", full_page=True)


@pytest.fixture
def page(new_page, logged_in: dict) -> Page:
    """A wide page of the logged-in administrator."""
    return new_page(storage_state=logged_in)


@pytest.fixture
def narrow_page(new_page, logged_in: dict) -> Page:
    """The same on a phone."""
    return new_page(storage_state=logged_in, viewport=NARROW)


@pytest.fixture
def stranger(new_page) -> Page:
    """A page of somebody who has not logged in."""
    return new_page()


@pytest.fixture(scope="session")
def assert_accessible():
    """``assert_accessible(page)``: axe finds nothing against WCAG 2.2 A and AA, nor against good practice."""
    axe = Axe()

    def check(page: Page) -> None:
        found = axe.run(page, options={"resultTypes": ["violations"]})
        assert found.violations_count == 0, found.generate_report()

    return check
