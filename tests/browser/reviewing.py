"""Articles for tests of the review page, put straight into the running program's database: every offset is known."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.running.processes import Program

# Run inside the program by its own manage.py, so that nothing of the test's process is on its database.
STORE = """
import json
from pathlib import Path
from contacts.models import Extraction
from tests import make
for given in json.loads(Path({path!r}).read_text()):
    article = make.article(given["text"], title=given["title"])
    assert article.text == given["text"], "the text was changed by storing it"
    make.reports(article, *given["records"])
    Extraction.objects.filter(article=article).update(marks=given["marks"])
    print("stored", article.pk)
"""


class Story:
    """A text that grows sentence by sentence, with the record and the marks of each."""

    def __init__(self, title: str, before: str = "") -> None:
        self.title, self.text = title, before
        self.records: list[dict] = []
        self.marks: list[tuple[int, int, str]] = []

    def meeting(self, *, after: str = "", name: str | None = None) -> Story:
        """One more sentence that tells of a meeting, and the proposal made from it."""
        number = len(self.records) + 1
        name = name or f"Ana Ruiz {_letters(number)}"
        day = 1 + number % 28
        start = len(self.text)
        parts = [("name", name), ("", " of "), ("party", "Spain"), ("", " "), ("trigger", "met"), ("", " ")]
        parts += [("other", "Rui Costa"), ("", " in "), ("place", "Lisbon"), ("", " on "), ("date", f"{day} May")]
        spans, sentence = {}, ""
        for part, words in parts:
            if part:
                spans[part] = [start + len(sentence), start + len(sentence) + len(words)]
            sentence += words
        sentence += "."
        self.text += sentence + after + "\n\n"
        self.records.append(
            {
                "type": "meeting", "status": "occurred", "countries": ["ESP", "PRT"],
                "date": {"start": f"2020-05-{day:02}", "end": f"2020-05-{day:02}", "precision": "day"},
                "place": {"text": "Lisbon", "country": "PRT"},
                "participants": [
                    {"name": name, "country": "ESP", "title": "minister", "role": "participant"},
                    {"name": "Rui Costa", "country": "PRT", "title": None, "role": "host"},
                ],
                "evidence": [[start, start + len(sentence)]], "confidence": 0.8, "basis": f"{day} May",
                "spans": {
                    "trigger": spans["trigger"], "date": spans["date"], "place": spans["place"],
                    "participants.0.name": spans["name"], "participants.1.name": spans["other"],
                },
            }
        )  # fmt: skip
        named = {"name": "person", "other": "person", "party": "party", "trigger": "trigger"}
        self.marks += [(*spans[part], named.get(part, part)) for part in spans]
        return self

    def meetings(self, number: int, **values) -> Story:
        for _ in range(number):
            self.meeting(**values)
        return self

    def words(self, words: str, trigger: str = "") -> Story:
        """Text without a proposal; ``trigger`` is the word in it that nearly told of a contact."""
        if trigger:
            at = len(self.text) + words.index(trigger)
            self.marks.append((at, at + len(trigger), "missed"))
        self.text += words + "\n\n"
        return self

    def store(self, program: Program, folder: Path) -> str:
        """Put it into the program; returns the address of its review page."""
        return store([self], program, folder)[0]


def store(stories: list[Story], program: Program, folder: Path) -> list[str]:
    """Put stories into the program, all at once, because starting its commands takes seconds."""
    path = folder / f"stories-{uuid4()}.json"
    given = [
        {
            "title": story.title,
            "text": f"{story.text}Printed as {uuid4()}.",  # no text is stored twice
            "records": story.records,
            "marks": story.marks,
        }
        for story in stories
    ]
    path.write_text(json.dumps(given))
    said = program.manage("shell", "--command", STORE.format(path=str(path)))
    return [f"/review/{line.split()[1]}/" for line in said.splitlines() if line.startswith("stored ")]


def _letters(number: int) -> str:
    """A surname of its own for each number: names with digits look like nobody's."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)).capitalize()


def chosen(page: Page):
    """The proposal that is chosen."""
    return page.locator(".prop.on")


def number_of_chosen(page: Page) -> int:
    return int(chosen(page).locator(".num").text_content())


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other, each when what the one before asked for is done."""
    for key in keys:
        page.keyboard.press(key)
        settle(page)


def settle(page: Page) -> None:
    """Wait until no answer of the server is awaited any more."""
    expect(page.locator(".htmx-request, .htmx-settling, .htmx-swapping")).to_have_count(0)


def painted(page: Page) -> list[str]:
    """The words that are lit for a field."""
    return page.evaluate("[...(CSS.highlights.get('hot') || [])].map(String)")
