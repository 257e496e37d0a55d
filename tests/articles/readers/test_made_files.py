"""The folder of 300 files: each becomes what its manifest says, field by field."""

from __future__ import annotations

import pytest

from articles.readers import child
from tests.files.judging import judge

FORMATS = ["txt", "md", "html", "mhtml", "pdf", "docx", "odt", "rtf", "eml", "zip", "csv", "jsonl", None]


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format or "refused")
def test_every_file_becomes_what_it_must(made, limits, format):
    folder, manifest = made
    chosen = [entry for entry in manifest if entry.get("format") == format]
    assert len(chosen) >= 4
    wrong = {entry["file"]: judge(folder / entry["file"], entry, limits) for entry in chosen}
    assert not {name: lines for name, lines in wrong.items() if lines}


def test_the_child_gives_the_same_results(made, limits):
    folder, manifest = made
    for entry in manifest[::12]:
        assert judge(folder / entry["file"], entry, limits, child.read) == []


def test_the_folder_is_the_same_at_every_making(made, tmp_path):
    from tests.files.make_files import make

    folder, manifest = made
    assert make(tmp_path) == manifest
    assert all((tmp_path / e["file"]).read_bytes() == (folder / e["file"]).read_bytes() for e in manifest)


def test_there_are_300_files_and_a_tenth_is_bad(made):
    _, manifest = made
    assert len(manifest) == len({entry["file"] for entry in manifest}) == 300
    assert sum(entry["becomes"] == "unreadable" for entry in manifest) == 30
