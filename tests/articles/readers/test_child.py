"""A hostile file ends only its own child; the next file is read as if nothing had been."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest

from articles.readers import Code, Unreadable, child
from tests.files import writers
from tests.files.stories import story

ONE = story(41)


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "a file"
    file.write_text(writers.plain(ONE))
    return file


def refused(path, limits) -> Code:
    with pytest.raises(Unreadable) as error:
        child.read(path, "a.txt", limits)
    return error.value.code


def running() -> subprocess.Popen:
    return child._warm[1].process


def test_one_child_serves_many_files(path, limits):
    assert child.read(path, "a.txt", limits).text.title.value == ONE.title
    first = running().pid
    child.read(path, "a.txt", limits)
    assert running().pid == first


def test_a_hanging_child_is_killed(path, limits, monkeypatch):
    monkeypatch.setattr(child, "GRACE", 0.1)
    child.read(path, "a.txt", limits)
    running().send_signal(signal.SIGSTOP)
    assert refused(path, replace(limits, seconds=0.3)) is Code.TOO_SLOW
    assert child.read(path, "a.txt", limits).text.title.value == ONE.title


def test_a_slow_file_is_stopped_by_the_childs_own_clock(tmp_path, limits):
    slow = tmp_path / "slow"
    slow.write_bytes(writers.page(ONE).encode().replace(b"<p>", b"<p>" + b"<i>word</i> " * 60_000))
    assert refused(slow, replace(limits, seconds=0.2)) is Code.TOO_SLOW


def test_a_file_that_needs_too_much_memory_is_stopped(tmp_path, limits):
    large = tmp_path / "large"
    large.write_bytes(writers.page(ONE).encode() + b"<p>words</p>" * 2_000_000)
    assert refused(large, replace(limits, memory_mb=300)) in (Code.TOO_MUCH_MEMORY, Code.CRASHED)


@pytest.mark.parametrize(("how", "code"), [(signal.SIGSEGV, Code.CRASHED), (signal.SIGKILL, Code.TOO_MUCH_MEMORY)])
def test_a_child_that_dies_is_replaced(path, limits, how, code):
    child.read(path, "a.txt", limits)
    stopped = running()
    stopped.send_signal(signal.SIGSTOP)  # it must die while it reads, not before
    threading.Timer(0.3, stopped.send_signal, [how]).start()
    threading.Timer(0.4, stopped.send_signal, [signal.SIGCONT]).start()
    assert refused(path, limits) is code
    assert child.read(path, "a.txt", limits).text.title.value == ONE.title


def test_a_child_that_died_between_two_files_is_replaced_unseen(path, limits):
    child.read(path, "a.txt", limits)
    running().kill()
    running().wait()
    assert child.read(path, "a.txt", limits).text.title.value == ONE.title


def test_parts_and_rows_come_through(tmp_path, limits):
    bundle = tmp_path / "bundle"
    bundle.write_bytes(writers.zipped([("a.txt", b"one"), ("b.zip", writers.zipped([("c", b"d")]))]))
    result = child.read(bundle, "bundle.zip", limits)
    for _ in range(2):
        assert [(part.name, part.data, part.refused) for part in result.parts] == [
            ("a.txt", b"one", None), ("b.zip", b"", Code.ZIP_IN_ZIP),
        ]  # fmt: skip
    bundle.write_text("title,text\na,b\n")
    table = child.read(bundle, "a.csv", limits).table
    assert list(table.rows) == list(table.rows) == [{"title": "a", "text": "b"}]


def test_nothing_is_left_on_the_disk(path, limits, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()
    child.read(path, "a.txt", limits)
    path.write_bytes(writers.zipped([("a.txt", b"one")]))
    result = child.read(path, "a.zip", limits)
    assert list((tmp_path / "scratch").iterdir())
    del result
    path.write_bytes(b"")
    refused(path, limits)
    assert not list((tmp_path / "scratch").iterdir())


def test_the_child_ends_with_its_parent(path):
    script = "import sys, time\nfrom articles.readers import child\n"
    script += f"child.read({str(path)!r}, 'a.txt')\nprint(child._warm[1].process.pid, flush=True)\ntime.sleep(60)"
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("the child lives on")


def test_the_child_knows_no_secrets(path, limits, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "hush")
    child.stop()
    child.read(path, "a.txt", limits)
    with open(f"/proc/{running().pid}/environ", "rb") as environment:
        assert b"hush" not in environment.read()


def test_the_readers_import_no_django():
    code = "import sys\nfrom articles.readers import *\nfrom articles import readers\nreaders.formats()\n"
    code += "from articles.readers import child, serve\n"
    code += "assert not [m for m in sys.modules if m.split('.')[0] in ('django', 'celery')]"
    subprocess.run([sys.executable, "-c", code], check=True)
