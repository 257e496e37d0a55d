"""``manage.py fuse``: codebook files in, clusters out, nothing lost."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests import make


def article(folder, name, *contacts, **values):
    base = {"id": name, "title": "", "source": "", "published": "2020-05-06", "text": f"Text of {name}."}
    (folder / f"{name}.json").write_text(json.dumps(base | {"contacts": list(contacts)} | values), encoding="utf-8")


def fuse(folder, capsys):
    call_command("fuse", str(folder))
    out, errors = capsys.readouterr()
    return json.loads(out), errors


def test_contacts_of_several_files_come_together_by_their_places(tmp_path, capsys):
    article(tmp_path, "one", make.record(type="call", place=None), make.record())
    article(tmp_path, "two", make.record(status="planned"), published="2020-05-01")
    assert fuse(tmp_path, capsys) == ([["one#0"], ["one#1", "two#0"]], "")


def test_written_to_a_file(tmp_path):
    article(tmp_path, "one", make.record())
    call_command("fuse", str(tmp_path), "--out", str(tmp_path / "out.txt"))
    assert json.loads((tmp_path / "out.txt").read_text(encoding="utf-8")) == [["one#0"]]


def without(key):
    return {k: v for k, v in make.record().items() if k != key}


BAD = {
    "no list": ({"contacts": {}}, "no codebook file"),
    "no object": ({"contacts": [3]}, "contact 0: it is no object"),
    "no kind": ({"contacts": [make.record(), without("type")]}, "contact 1: None is no type"),
    "a kind that is none": ({"contacts": [make.record(type=["visit"])]}, "is no type"),
    "a status that is none": ({"contacts": [make.record(status="over")]}, "'over' is no status"),
    "no parties": ({"contacts": [without("countries")]}, "'countries' must be a list"),
    "no date": ({"contacts": [without("date")]}, "'date' needs"),
    "no such day": ({"contacts": [make.record(day="2020-02-31")]}, "'date' needs days"),
    "half a date": (
        {"contacts": [make.record(date={"start": "2020-02-01", "end": None, "precision": "day"})]},
        "only one of its two days",
    ),
    "an end before its start": (
        {"contacts": [make.record(date={"start": "2020-02-02", "end": "2020-02-01", "precision": "day"})]},
        "first day is after its last",
    ),
    "a place in words": ({"contacts": [make.record(place="Lisbon")]}, "'place' must be"),
    "people in words": ({"contacts": [make.record(participants=["Ana Ruiz"])]}, "'participants' must be"),
    "a name that is a number": ({"contacts": [make.record(participants=[make.person(7, "ESP")])]}, "a participant needs"),
    "a role that is none": ({"contacts": [make.record(participants=[make.person("A B", "ESP", role="guest")])]}, "no role"),
    "printed on no day": ({"published": "May 2020"}, "'published' must be a date"),
}  # fmt: skip


@pytest.mark.parametrize("values, complaint", BAD.values(), ids=BAD)
def test_a_file_that_cannot_be_used_is_named_and_the_others_are_fused(tmp_path, capsys, values, complaint):
    article(tmp_path, "bad", **({"contacts": []} | values))
    article(tmp_path, "good", make.record())
    clusters, errors = fuse(tmp_path, capsys)
    assert clusters == [["good#0"]]
    assert complaint in errors and "bad.json" in errors


@pytest.mark.parametrize("raw", [b"{", b"[]", b"\xff\xfe", b"", b"[" * 100_000, b'"text"'])
def test_hostile_bytes_are_a_message(tmp_path, capsys, raw):
    (tmp_path / "bad.json").write_bytes(raw)
    article(tmp_path, "good", make.record())
    clusters, errors = fuse(tmp_path, capsys)
    assert clusters == [["good#0"]]
    assert "bad.json" in errors


def test_two_files_of_one_id(tmp_path, capsys):
    article(tmp_path, "a", make.record())
    article(tmp_path, "b", make.record(), id="a")
    clusters, errors = fuse(tmp_path, capsys)
    assert clusters == [["a#0"]]
    assert "another file has the id 'a'" in errors


@pytest.mark.parametrize("name, complaint", [("none", "there is no such folder"), ("", "no codebook file")])
def test_a_folder_without_anything_in_it(tmp_path, name, complaint):
    with pytest.raises(CommandError, match=complaint):
        call_command("fuse", str(tmp_path / name))
