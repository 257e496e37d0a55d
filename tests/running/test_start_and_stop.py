"""The whole program, started and stopped as a person does it."""

from __future__ import annotations

import os
import pty
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from config.launch import redis_server
from tests.running.processes import ROOT, Program, clean_environment, processes_of, wait_for

pytestmark = [pytest.mark.program, pytest.mark.timeout(240)]


@pytest.fixture
def start(tmp_path):
    """Start programs on ``tmp_path/data``; whatever still runs at the end of the test is stopped."""
    started: list[Program] = []

    def start_one(folder: str = "data", **environment: str) -> Program:
        started.append(Program(tmp_path / folder, **environment))
        return started[-1]

    yield start_one
    for program in started:
        if program.launcher.poll() is None:
            program.launcher.kill()
            program.launcher.wait(10)
        wait_for(lambda program=program: not program.processes(), "everything is gone", 40)


def status(url: str) -> int:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.status


def ended_with(program: Program) -> str:
    """The one sentence that a start which cannot be ended with."""
    assert program.wait_until_ended() == 1
    said = program.said
    assert "Traceback" not in said
    wait_for(lambda: not program.processes(), "nothing is left running")
    return said


def test_first_start_shows_a_password_once_and_the_second_none_and_both_answer(start):
    first = start(ADMIN_PASSWORD="").wait_until_open()
    assert re.search(r"password:  \w{4}-\w{4}-\w{4}-\w{4} ", first.said)
    assert status(first.url + "healthz") == 200
    assert status(first.url + "login/") == 200
    assert first.stop() == 0
    assert "Stopped." in first.said
    second = start(ADMIN_PASSWORD="").wait_until_open(30)
    assert "password" not in second.said
    assert second.stop(signal.SIGINT) == 0


def test_a_given_password_is_used_and_never_shown(start):
    program = start(ADMIN_PASSWORD="correct horse battery").wait_until_open()
    assert "correct horse" not in program.said
    check = "from django.contrib.auth import authenticate as check"
    check += "; print(check(username='admin', password='correct horse battery'))"
    assert program.manage("shell", "-v", "0", "-c", check).strip() == "admin"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_signal_leaves_no_process_and_no_socket(start, number):
    program = start().wait_until_open()
    assert len(program.processes()) > 5
    assert program.stop(number) == 0
    assert not (program.data_dir / "redis.sock").exists()


def test_ctrl_c_while_it_starts_stops_it(start):
    program = start()
    wait_for(lambda: "Redis" in program.said, "Redis is ready")
    assert program.stop(signal.SIGINT) == 0
    assert "Stopped before it was ready." in program.said


def test_a_killed_launcher_leaves_no_process_and_the_next_start_works(start):
    program = start().wait_until_open()
    program.launcher.kill()
    program.launcher.wait(10)
    again = start().wait_until_open()  # waits for what the first one left, then takes over
    assert status(again.url + "healthz") == 200
    assert again.stop() == 0


@pytest.mark.parametrize("name", ["redis", "worker", "web"])
def test_a_part_that_dies_ends_all_with_a_sentence(start, name):
    program = start().wait_until_open()
    sign = {"redis": "redis-server", "worker": "celery", "web": "gunicorn"}[name]
    ours = [process for process in program.processes() if sign in " ".join(process.cmdline())]
    min(ours, key=lambda process: process.create_time()).kill()
    assert f"Stopped: {name} stopped by itself (signal SIGKILL)." in ended_with(program)


def test_a_port_in_use_is_one_sentence(start):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = ended_with(start(PORT=str(port)))
    assert said == (
        f"Cannot start: port {port} is in use by another program. Choose another one, e.g. PORT={port + 1} make run.\n"
    )


def test_a_second_copy_on_the_same_data_is_told_where_the_first_answers(start):
    first = start().wait_until_open()
    assert f"the program already runs at {first.url}" in ended_with_beside(start(), first)
    assert status(first.url + "healthz") == 200


def ended_with_beside(second: Program, first: Program) -> str:
    assert second.wait_until_ended() == 1
    assert first.launcher.poll() is None
    return second.said


def test_a_socket_that_nobody_listens_at_is_replaced(start, tmp_path):
    (tmp_path / "data").mkdir()
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(tmp_path / "data" / "redis.sock"))
    assert start().wait_until_open().stop() == 0


def test_somebody_elses_redis_at_our_socket_is_left_alone(start, tmp_path):
    path = tmp_path / "data" / "redis.sock"
    path.parent.mkdir()
    binary = redis_server.find_redis()
    with subprocess.Popen(redis_server.command(binary, path), stdout=subprocess.DEVNULL) as other:
        try:
            wait_for(lambda: redis_server.answers(path), "the other Redis answers")
            refused = start()
            assert refused.wait_until_ended() == 1
            assert "another Redis answers at" in refused.said
            assert redis_server.answers(path)
        finally:
            other.terminate()


def test_a_redis_of_ones_own_is_used_and_left_running(start, tmp_path):
    path = tmp_path / "own.sock"
    with subprocess.Popen(redis_server.command(redis_server.find_redis(), path), stdout=subprocess.DEVNULL) as own:
        try:
            wait_for(lambda: redis_server.answers(path), "the own Redis answers")
            program = start(REDIS_URL=redis_server.url_of(path)).wait_until_open()
            assert "the one in REDIS_URL" in program.said
            assert program.stop() == 0
            assert redis_server.answers(path)
        finally:
            own.terminate()


@pytest.mark.parametrize("folder", ["a folder with spaces, % and #?", "long-" * 30])
def test_any_name_of_the_data_folder_will_do(start, folder):
    program = start(folder).wait_until_open()
    assert status(program.url + "healthz") == 200
    assert program.stop() == 0


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"PORT": "eighty"}, "Cannot start: PORT=eighty is not a port number"),
        ({"PORT": "70000"}, "Cannot start: PORT=70000 is not a port number"),
        ({"HOST": "203.0.113.7"}, "Cannot start: HOST=203.0.113.7 is not an address of this machine."),
        ({"HOST": "no such host"}, "Cannot start: HOST=no such host is not an address of this machine."),
        ({"DEBUG": "perhaps"}, 'Cannot start: Environment variable "DEBUG" invalid'),
        ({"LOG_LEVEL": "loud"}, "Cannot start: LOG_LEVEL=LOUD is none of"),
        ({"DATABASE_URL": "nonsense"}, "Cannot start: DATABASE_URL is not understood"),
        ({"DATABASE_URL": "oracle9://x/y"}, "Cannot start: DATABASE_URL is not understood"),
        (
            {"DATABASE_URL": "postgres://u:secret@127.0.0.1:9/x"},
            "Cannot start: the database of DATABASE_URL on 127.0.0.1",
        ),
        (
            {"DATABASE_URL": "sqlite:////no/such/folder/x.db"},
            "Cannot start: the database of DATABASE_URL on this machine",
        ),
        ({"REDIS_URL": "redis://127.0.0.1:9/0"}, "Cannot start: the Redis of REDIS_URL does not answer"),
        ({"REDIS_URL": "nonsense"}, "Cannot start: the Redis of REDIS_URL does not answer"),
    ],
)
def test_a_bad_value_is_one_sentence(start, given, sentence):
    said = ended_with(start(**given))
    assert sentence in said
    assert len([line for line in said.splitlines() if line.startswith("Cannot start")]) == 1
    assert "secret" not in said


def test_a_data_folder_that_is_a_file_is_one_sentence(start, tmp_path):
    (tmp_path / "data").write_text("")
    assert "cannot be made (File exists)" in ended_with(start())


def test_a_full_disk_is_one_sentence(start, tmp_path):
    """A limit on the size of files stands in for the full disk where there is no right to mount a tiny one."""
    (tmp_path / "data").mkdir()
    if os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tmp_path / "data"], capture_output=True
    ).returncode == 0:  # fmt: skip
        try:
            assert "cannot be written (No space left on device)" in ended_with(start())
        finally:
            subprocess.run(["umount", tmp_path / "data"], check=True)
    else:
        launched = subprocess.run(
            ["sh", "-c", f"ulimit -f 100; exec {sys.executable} -m config.launch"], cwd=ROOT, capture_output=True,
            text=True, timeout=60, env=clean_environment(DATA_DIR=str(tmp_path / "data"), PORT="0"),
        )  # fmt: skip
        assert "cannot be written (File too large)" in launched.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write_is_one_sentence(start, tmp_path):
    (tmp_path / "data").mkdir(mode=0o500)
    assert "cannot be written (Permission denied)" in ended_with(start())


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_ctrl_c_at_a_terminal_stops_make_run_and_leaves_nothing(tmp_path):
    """The terminal sends SIGINT to make and to the launcher alike; the parts must not get it."""
    environment = clean_environment(DATA_DIR=str(tmp_path / "data"), PORT="0", LOAD_SAMPLES="0")
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.execvpe("make", ["make", "run", f"PY={sys.executable}", "INSTALL=@true"], environment)
    shown = read_until(terminal, "Ctrl-C stops it.")
    os.write(terminal, b"\x03")
    shown += read_until(terminal, None)
    os.waitpid(pid, 0)
    assert "Stopped." in shown
    assert "Traceback" not in shown
    wait_for(lambda: not processes_of(tmp_path / "data"), "no process is left")


def read_until(terminal: int, words: str | None) -> str:
    """What the terminal shows up to the words, or up to its end."""
    shown = ""
    while words is None or words not in shown:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # Linux says so when the last process has closed its end
            part = b""
        if not part:
            assert words is None, f"it ended before it said {words!r}:\n{shown}"
            return shown
        shown += part.decode(errors="replace")
    return shown
