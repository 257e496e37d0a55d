"""What the tests of giving articles share."""

from random import Random

import pytest

from articles import file_jobs, hooks
from articles.models import FileState
from tests import make

STORY = "The foreign minister of Peru, Ana Ruiz, flew to Oslo on Monday and met her colleague there. {} Story {}."
WORDS = "treaty fish trade border river winter harbour budget summer railway embassy island copper coffee".split()


def story(number: int = 1) -> str:
    """A text of its own for each number: no two are nearly the same."""
    chosen = Random(number)
    said = [
        f"They spoke of {' and '.join(chosen.sample(WORDS, 4))} with {chosen.randint(2, 99)} guests." for _ in range(6)
    ]
    return STORY.format(" ".join(said), number)


@pytest.fixture
def analyst(client):
    """The client of an analyst; ``analyst.user`` is the person."""
    client.user = make.user("analyst")
    client.force_login(client.user)
    return client


@pytest.fixture
def started(monkeypatch):
    """The ids of the articles whose reading was asked for."""
    ids = []
    monkeypatch.setattr(hooks, "_readers", [ids.append])
    return ids


@pytest.fixture
def read_all(db, monkeypatch, started):
    """Read every file that waits, as a worker would, until none is left; messages themselves go nowhere."""
    monkeypatch.setattr(file_jobs, "send", lambda _pk, **_how: None)

    def read(upload) -> dict[str, str]:
        for _ in range(500):
            file = upload.files.filter(state=FileState.WAITING).order_by("pk").first()
            if file is None:
                return dict(upload.files.values_list("name", "state"))
            file_jobs.run(file.pk)
        raise AssertionError("reading does not end")

    return read
