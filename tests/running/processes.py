"""Real processes for tests: a Redis, a worker, a whole program. Everything waits for a state, never by the clock."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "a password for tests"
OPEN = re.compile(r"Open (http://\S+/) ")


def wait_for(state: Callable[[], object], what: str, seconds: float = 30):
    """Ask until the answer is true, and return it."""
    until = time.monotonic() + seconds
    while not (answer := state()):
        assert time.monotonic() < until, f"not within {seconds:.0f} seconds: {what}"
        time.sleep(0.05)
    return answer


def clean_environment(**values: str) -> dict[str, str]:
    """This process's environment without what would change how the program starts."""
    ours = ("DATABASE_URL", "REDIS_URL", "DATA_DIR", "HOST", "PORT", "SECRET_KEY", "ADMIN_PASSWORD", "DEBUG", "HTTPS")
    ours += ("ALLOWED_HOSTS", "LOG_LEVEL", "LOAD_SAMPLES", "DJANGO_SETTINGS_MODULE")
    return {name: value for name, value in os.environ.items() if name not in ours} | values


class Program:
    """The launcher, started as ``make run`` starts it, with an output that can be read while it runs."""

    def __init__(self, data_dir: Path, **environment: str) -> None:
        self.data_dir = data_dir
        self.environment = clean_environment(
            **{"DATA_DIR": str(data_dir), "PORT": "0", "ADMIN_PASSWORD": PASSWORD, "LOAD_SAMPLES": "0"} | environment
        )
        self._output = data_dir.parent / f"output-{data_dir.name}-{time.monotonic_ns()}.txt"
        with self._output.open("wb") as output:
            self.launcher = subprocess.Popen(
                [sys.executable, "-m", "config.launch"], cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL,
                stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip

    @property
    def said(self) -> str:
        return self._output.read_text()

    def wait_until_open(self, seconds: float = 120) -> Program:
        """Wait for the line with the address."""

        def opened():
            assert self.launcher.poll() is None, (
                f"it ended with {self.launcher.returncode}:\n{self.said}\n{self.logs()}"
            )
            return OPEN.search(self.said)

        self.url = wait_for(opened, "the program says where to open it", seconds).group(1)
        return self

    def wait_until_ended(self, seconds: float = 60) -> int:
        return self.launcher.wait(seconds)

    def logs(self) -> str:
        parts = sorted((self.data_dir / "logs").glob("*.log"))
        return "\n".join(f"== {part.name}\n{part.read_text()[-2000:]}" for part in parts)

    def processes(self) -> list[psutil.Process]:
        """Every living process of this program."""
        return processes_of(self.data_dir)

    def manage(self, *arguments: str) -> str:
        """Run a management command on this program's data while it runs."""
        sockets = {"REDIS_URL": f"redis+socket://{self.data_dir / 'redis.sock'}"}
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments], cwd=ROOT, env=sockets | self.environment,
            capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask the launcher to stop, and wait until all is gone."""
        if self.launcher.poll() is None:
            self.launcher.send_signal(number)
        code = self.wait_until_ended()
        wait_for(lambda: not self.processes(), f"no process is left: {self.processes()}")
        return code


def processes_of(data_dir: Path) -> list[psutil.Process]:
    """The living processes told by what they live in, the data folder.

    It is in their environment; Redis writes its title over that, but works in the folder.
    """

    def is_one(process: psutil.Process) -> bool:
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                return False
            return process.environ().get("DATA_DIR") == str(data_dir) or process.cwd() == str(data_dir)
        except psutil.Error:
            return False

    return [process for process in psutil.process_iter() if is_one(process)]


class Process:
    """A Redis or a worker of its own process group, that a test may kill and start again."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path) -> None:
        self._command, self._environment, self.log = command, environment, log
        self.start()

    def start(self) -> None:
        with self.log.open("ab") as output:
            self._running = subprocess.Popen(
                self._command, cwd=ROOT, env=self._environment, stdin=subprocess.DEVNULL,
                stdout=output, stderr=output, start_new_session=True,
            )  # fmt: skip

    def alive(self) -> bool:
        return self._running.poll() is None

    def end(self, number: int = signal.SIGTERM, seconds: float = 20) -> None:
        """Send a signal to the whole group, and kill what is left after the time."""
        self._signal(number)
        try:
            self._running.wait(seconds)
        except subprocess.TimeoutExpired:
            pass
        self._signal(signal.SIGKILL)
        self._running.wait(10)

    def _signal(self, number: int) -> None:
        try:
            os.killpg(self._running.pid, number)
        except ProcessLookupError:
            pass
