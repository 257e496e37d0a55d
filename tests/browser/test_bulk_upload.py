"""A folder of 300 mixed files goes in through a real browser, and every line of its batch is right; also where the
workers are killed in the middle and the program is started again."""

from __future__ import annotations

import csv
import re
import signal
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page, expect

from articles.intake import shown_name
from articles.readers.types import Code
from articles.settling import HOLDS_NONE
from tests.files.make_files import make
from tests.running.processes import PASSWORD, Program, wait_for

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> tuple[Path, dict[str, dict]]:
    """The 300 files, and what each must become."""
    folder = tmp_path_factory.mktemp("given") / "press"
    manifest = {shown_name(f"press/{entry['file']}"): entry for entry in make(folder)}
    (folder / "manifest.json").unlink()
    return folder, manifest


def give_folder(page: Page, folder: Path) -> None:
    page.goto("/articles/add/")
    page.locator("#folder").set_input_files(folder)


def wait_until_read(page: Page, seconds: float = 400) -> None:
    expect(page.get_by_role("status").filter(has_text="files are read")).to_have_count(1, timeout=seconds * 1000)


def lines(page: Page, batch: str) -> dict[str, str]:
    """What the batch page says of each given file: file name to state and reason."""
    found, number = {}, 1
    while True:
        page.goto(f"{batch}?page={number}")
        rows = page.locator(".became tbody tr:not(.part)")
        for row in rows.evaluate_all(
            "rows => rows.map(r => [r.cells[0].querySelector('bdi').innerText, r.cells[1].innerText])"
        ):
            found[row[0]] = " ".join(row[1].split())
        if not page.get_by_role("link", name="Next").count():
            return found
        number += 1


def expected(entry: dict, manifest: dict[str, dict]) -> tuple[str, ...]:
    """The words that the line of a file may begin with."""
    if entry["becomes"] in ("parts", "table"):
        return ("Opened", "Asks which column is which")
    if entry["becomes"] == "unreadable":
        return ("Not an article",) if Code(entry["code"]) in HOLDS_NONE else ("Could not be read",)
    if entry.get("language", "en") != "en":
        return ("Not English",)
    named = {other.get(key) for other in manifest.values() for key in ("same_as", "like")}
    if entry.get("same_as") or entry.get("like") or entry["file"] in named:
        return ("Stored", "Already here", "Looks like another article")  # which of them came first is chance
    return ("Stored",)


def wrong_lines(said: dict[str, str], manifest: dict[str, dict]) -> list[str]:
    """The lines that do not say what the manifest says, and files that have no line."""
    assert set(said) == set(manifest)
    wrong = []
    for name, entry in manifest.items():
        words = said[name]
        if not words.startswith(expected(entry, manifest)):
            wrong.append(f"{name}: {words}")
        if entry["becomes"] == "article" and entry.get("language", "en") == "en" and entry["title"] not in words:
            wrong.append(f"{name}: wrong title: {words}")
    return wrong


def answer_tables(page: Page, batch: str) -> int:
    """Map the columns of every table that asks, as they were guessed."""
    answered = 0
    while True:
        page.goto(f"{batch}?show=asks")
        asks = page.get_by_role("link", name="Map its columns")
        if not asks.count():
            return answered
        asks.first.click()
        expect(page.get_by_label("Text", exact=True)).not_to_have_value("")
        page.get_by_role("button", name="Store its rows").click()
        page.wait_for_url(re.compile("/batches/"))
        answered += 1


def test_a_folder_of_300_files_becomes_300_right_lines(page, folder, assert_accessible):
    files, manifest = folder
    give_folder(page, files)
    expect(page.locator("#going progress").first).to_be_visible()
    page.wait_for_url(re.compile(r"/batches/\d+/"), timeout=120_000)
    batch = page.url.split("?")[0]
    assert_accessible(page)
    wait_until_read(page)
    assert answer_tables(page, batch) == sum(entry["becomes"] == "table" for entry in manifest.values())
    page.goto(batch)
    wait_until_read(page)
    assert_accessible(page)
    said = lines(page, batch)
    assert wrong_lines(said, manifest) == []
    assert "Traceback" not in " ".join(said.values())
    give_folder(page, files)  # the same folder again: nothing is sent, the same batch opens
    page.wait_for_url(batch, timeout=60_000)
    assert lines(page, batch) == said


def test_workers_killed_in_the_middle_end_in_the_same_lines(browser, folder, tmp_path):
    files, manifest = folder
    program = Program(tmp_path / "data").wait_until_open(seconds=180)
    context = browser.new_context(base_url=program.url)
    try:
        page = log_in(context.new_page())
        give_folder(page, files)
        page.wait_for_url(re.compile(r"/batches/\d+/"), timeout=120_000)
        batch = re.search(r"/articles/batches/\d+/", page.url).group()
        expect(page.locator(".far b")).to_have_text(re.compile(r"^([4-9]\d|[12]\d\d)$"), timeout=120_000)
        kill_workers(program)
        assert program.wait_until_ended() == 1, "a program whose worker is gone says so and ends"
        program = Program(tmp_path / "data").wait_until_open(seconds=180)
        context.close()
        context = browser.new_context(base_url=program.url)
        page = log_in(context.new_page())
        page.goto(batch)
        wait_until_read(page)
        assert answer_tables(page, batch) == sum(entry["becomes"] == "table" for entry in manifest.values())
        page.goto(batch)
        wait_until_read(page)
        assert wrong_lines(lines(page, batch), manifest) == []
    finally:
        context.close()
        program.stop()


def log_in(page: Page) -> Page:
    page.goto("/login/")
    page.get_by_label("Name").or_(page.get_by_label("Username")).fill("admin")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name=re.compile("log in", re.IGNORECASE)).click()
    page.wait_for_url(lambda url: "/login/" not in url)
    return page


def kill_workers(program: Program) -> None:
    """kill -9 of every worker process, and of what reads for them."""
    workers = [process for process in program.processes() if "celery" in " ".join(process.cmdline())]
    assert workers
    for process in workers:
        try:
            process.send_signal(signal.SIGKILL)
        except psutil.NoSuchProcess:
            pass
    wait_for(
        lambda: not any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in workers),
        "gone",
    )


def test_dropping_pasting_and_keys(page, assert_accessible):
    """What is dropped and pasted is sent as files; everything on the page is reached with the keyboard."""
    page.goto("/articles/add/")
    assert_accessible(page)
    drop(
        page,
        "#drop",
        "dropped.txt",
        "The minister of Chile met her colleague in Quito on Monday and they talked about ports.",
    )
    page.wait_for_url(re.compile(r"/batches/\d+/"), timeout=60_000)
    wait_until_read(page)
    expect(page.locator(".became")).to_contain_text("dropped.txt")
    page.goto("/articles/add/")
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/html", "<article><h1>Talks in Lima</h1><p>The minister of Peru met her colleague from "
            + "Spain in Lima on Monday, and they talked about copper for three hours.</p><p>They agreed to meet again "
            + "in Madrid before the end of the year, a spokesman told reporters after the talks.</p></article>");
          document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
        }"""
    )
    page.wait_for_url(re.compile(r"/batches/\d+/"), timeout=60_000)
    wait_until_read(page)
    expect(page.locator(".became")).to_contain_text("Talks in Lima")
    page.goto("/articles/add/")
    reached = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.innerText"))
    assert {"files", "folder", "clip", "id_batch-outlet", "id_title", "id_text", "Add and read"} <= reached


def drop(page: Page, where: str, name: str, words: str) -> None:
    data = page.evaluate_handle(
        """([name, words]) => {
          const data = new DataTransfer();
          data.items.add(new File([words], name, { type: "text/plain", lastModified: 1 }));
          return data;
        }""",
        [name, words],
    )
    for kind in ("dragenter", "dragover", "drop"):
        page.dispatch_event(where, kind, {"dataTransfer": data})


def test_a_lost_connection_is_told_and_sent_again(page, tmp_path):
    for n in range(4):
        (tmp_path / f"{n}.txt").write_text(f"The minister of Chile met colleague number {n} in Quito on Monday. " * 4)
    lost = []

    def lose_first(route):
        lost.append(route.request.url)
        if len(lost) <= 2:
            route.abort("connectionreset")
        else:
            route.continue_()

    page.context.watch.problems.clear()
    page.route(re.compile("/send/"), lose_first)
    page.goto("/articles/add/")
    page.locator("#files").set_input_files(sorted(tmp_path.glob("*.txt")))
    page.wait_for_url(re.compile(r"/batches/\d+/"), timeout=60_000)
    wait_until_read(page)
    expect(page.locator(".became tbody tr")).to_have_count(4)
    page.context.watch.problems[:] = [p for p in page.context.watch.problems if "ERR_CONNECTION_RESET" not in p]
    assert len(lost) == 6


def test_the_report_of_the_command_says_the_same(running_program, folder, tmp_path):
    files, manifest = folder
    report = tmp_path / "report.csv"
    running_program.manage("import_articles", str(files), "--report", str(report), "--wait", "100")
    rows = {row["file"].lstrip("'"): row["state"] for row in csv.DictReader(report.open(encoding="utf-8"))}
    for name, entry in manifest.items():
        if entry["becomes"] == "unreadable":
            assert rows[name] in ("could not be read", "not an article"), name
