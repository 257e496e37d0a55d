"""What tests of several folders share: a real Redis, a real worker, the whole running program."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from config.launch import ready, redis_server
from tests.running.processes import Process, Program, clean_environment, wait_for

REQUIRE_ALL = bool(os.environ.get("REQUIRE_ALL") or os.environ.get("CI"))
NODE = f"tests-{os.getpid()}@tests"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Quick tests first, then those that start programs, the browser last. Order inside a folder stays."""

    def weight(item: pytest.Item) -> int:
        return 2 if item.get_closest_marker("browser") else 1 if item.get_closest_marker("program") else 0

    items.sort(key=weight)


def skip_or_fail(why: str) -> None:
    """Leave a test out on a machine that lacks something, but never where all is required (CI)."""
    if REQUIRE_ALL:
        pytest.fail(why, pytrace=False)
    pytest.skip(why)


@pytest.fixture(scope="session")
def redis(tmp_path_factory) -> str:
    """A real Redis at the place where the settings look for it. Gives its URL."""
    socket = Path(settings.REDIS_SOCKET)
    log = tmp_path_factory.mktemp("redis") / "redis.log"
    server = Process(redis_server.command(redis_server.find_redis(), socket), clean_environment(), log)
    wait_for(lambda: redis_server.answers(socket), "Redis answers")
    yield settings.REDIS_URL
    server.end()


@pytest.fixture(scope="session")
def _worker(redis, django_db_setup, django_db_blocker, tmp_path_factory) -> Process:
    """A Celery worker process on the tests' database."""
    with django_db_blocker.unblock():
        url = database_url()
    log = tmp_path_factory.mktemp("worker") / "worker.log"
    command = [sys.executable, "-m", "celery", "--app", "config", "worker", "--hostname", NODE, "--concurrency", "1"]
    command += ["--loglevel", "INFO", "--without-gossip", "--without-mingle"]
    environment = clean_environment(DATABASE_URL=url, REDIS_URL=redis, DATA_DIR=str(settings.DATA_DIR), SECRET_KEY="t")
    worker = Process(command, environment, log)
    yield worker
    worker.end()


@pytest.fixture
def redis_and_worker(transactional_db, _worker, redis) -> Process:
    """A real Redis and a real worker on the tests' database. The worker may be killed; the next test gets a new one."""
    if not _worker.alive():
        _worker.start()
    wait_for(lambda: ready.worker_answers(NODE, redis), f"the worker answers; its log: {_worker.log}", seconds=60)
    return _worker


def database_url() -> str:
    """Where the tests' own database is, for another process."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    user, password, host = (quote(given[part], safe="") for part in ("USER", "PASSWORD", "HOST"))
    return f"postgresql://{user}:{password}@{host}:{given['PORT'] or 5432}/{given['NAME']}"


@pytest.fixture(scope="session")
def running_program(tmp_path_factory) -> Program:
    """The whole program as ``make run`` starts it, with the samples in it, on a port and in a folder of its own."""
    program = Program(tmp_path_factory.mktemp("program") / "data", LOAD_SAMPLES="1")
    try:
        yield program.wait_until_open(seconds=180)
    finally:
        program.stop()
