"""The processes of the running program: started, watched and stopped together."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from config.launch import CannotStart, Stopped
from config.launch.guard import Guard, signal_group

GRACE_SECONDS = 10.0
LARGEST_LOG = 5 * 1024 * 1024
TAIL_LINES = 12


class Bell:
    """Turns signals into something that a wait can be woken by. Handlers only note and ring; nothing is raised."""

    def __init__(self) -> None:
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._reading, False)
        os.set_blocking(self._writing, False)
        self.asked = 0
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            # nohup has SIGHUP ignored, and means it
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self._stop)
        signal.signal(signal.SIGCHLD, self._ring)

    def _stop(self, number, _frame) -> None:
        self.asked += 1
        self._ring()

    def _ring(self, *_signal) -> None:
        try:
            os.write(self._writing, b"!")
        except BlockingIOError:
            pass  # rung often enough

    def wait(self, seconds: float) -> None:
        if select.select([self._reading], [], [], seconds)[0]:
            os.read(self._reading, 4096)


@dataclass
class Child:
    name: str
    process: subprocess.Popen
    log: Path | None

    def end_of_log(self) -> str:
        if self.log is None:
            return ""
        with self.log.open("rb") as file:
            file.seek(max(0, self.log.stat().st_size - 8192))
            lines = file.read().decode(errors="replace").splitlines()
        return "\n".join("    " + line[:300] for line in lines[-TAIL_LINES:])


class Children:
    """Each child leads a process group of its own, so that its children end with it and Ctrl-C reaches only us."""

    def __init__(self, logs: Path, environment: dict[str, str]) -> None:
        self.logs = logs
        self.environment = environment
        self.bell = Bell()
        self._guard = Guard()
        self._running: list[Child] = []

    def start(self, name: str, command: list[str], pass_fds: tuple[int, ...] = (), log: bool = True) -> Child:
        """Start a child. With ``log`` its words go to DATA_DIR/logs/NAME.log, else to the terminal."""
        path = self.logs / f"{name}.log" if log else None
        output = self._open_log(path) if path else None
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=self.environment,
                start_new_session=True, pass_fds=pass_fds,
            )  # fmt: skip
        except OSError as error:
            raise CannotStart(f"{command[0]} cannot be started ({error.strerror}).") from error
        finally:
            if output:
                os.close(output)
        self._guard.watch(process.pid)
        child = Child(name, process, path)
        self._running.append(child)
        return child

    def _open_log(self, path: Path) -> int:
        try:
            self.logs.mkdir(exist_ok=True)
            if path.exists() and path.stat().st_size > LARGEST_LOG:
                path.replace(path.with_suffix(".old.log"))
            return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        except OSError as error:
            raise CannotStart(f"{path} cannot be written ({error.strerror}).") from error

    def check(self) -> None:
        """Raises Stopped when somebody asked for the end, CannotStart when a child ended by itself."""
        if self.bell.asked:
            raise Stopped
        for child in self._running:
            code = child.process.poll()
            if code is not None:
                raise CannotStart(f"{child.name} stopped by itself ({_ending(code)}).\n{child.end_of_log()}".rstrip())

    def wait(self, seconds: float) -> None:
        """Wait for something to happen, then check."""
        self.bell.wait(seconds)
        self.check()

    def finish(self, child: Child) -> int:
        """Wait for a child that has an end of its own, and return its exit code."""
        self._running.remove(child)
        try:
            while child.process.poll() is None:
                self.wait(1.0)
        except BaseException:
            self._running.append(child)
            raise
        return child.process.returncode

    def stop(self) -> None:
        """Stop all, the last started first but Redis after the ones that talk to it. A second request hurries."""
        asked = self.bell.asked
        servers = [child for child in self._running if child.name == "redis"]
        for together in ([child for child in self._running if child not in servers], servers):
            for child in together:
                signal_group(child.process.pid, signal.SIGTERM)
            until = time.monotonic() + GRACE_SECONDS
            while any(child.process.poll() is None for child in together) and time.monotonic() < until:
                if self.bell.asked > max(asked, 1):
                    break
                self.bell.wait(0.2)
            for child in together:
                signal_group(child.process.pid, signal.SIGKILL)  # also what its leader left behind
                child.process.wait()
        self._running.clear()
        self._guard.dismiss()


def _ending(code: int) -> str:
    return f"exit code {code}" if code >= 0 else f"signal {signal.Signals(-code).name}"
