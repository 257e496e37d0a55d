"""A small process that ends the others when the launcher can no longer do it (kill -9, or a crash).

It reads the launcher's end of a pipe. The launcher writes the process groups that it starts, and a goodbye when it has
stopped them itself; when the pipe ends without one, the guard stops every group. A process's own death signal
(prctl) would not do: it reaches the first generation only, and the worker and the web server have children.
"""

from __future__ import annotations

import os
import signal
import time

GRACE_SECONDS = 8.0
GOODBYE = b"bye\n"


class Guard:
    """The launcher's side. Files that the launcher has open (the data folder's lock) stay open in the guard."""

    def __init__(self) -> None:
        reading, self._pipe = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._pipe)
            _watch(reading)
        os.close(reading)

    def watch(self, group: int) -> None:
        os.write(self._pipe, b"%d\n" % group)

    def dismiss(self) -> None:
        """All is stopped: the guard may go."""
        os.write(self._pipe, GOODBYE)
        os.close(self._pipe)
        os.waitpid(self.pid, 0)


def _watch(reading: int) -> None:
    """The guard's whole life; never returns."""
    try:
        os.setsid()  # not in the terminal's group: Ctrl-C and a closed terminal are the launcher's to handle
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        _let_go_of_terminal()
        with os.fdopen(reading, "rb") as pipe:
            said = pipe.read()
        if not said.endswith(GOODBYE):
            end_groups([int(line) for line in said.splitlines() if line.isdigit()])
    finally:
        os._exit(0)


def _let_go_of_terminal() -> None:
    """So that whoever reads the launcher's output sees its end."""
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)


def end_groups(groups: list[int], grace: float = GRACE_SECONDS) -> None:
    """Ask every group to stop, wait a little, and kill what is left."""
    left = [group for group in groups if signal_group(group, signal.SIGTERM)]
    until = time.monotonic() + grace
    while left and time.monotonic() < until:
        time.sleep(0.05)
        left = [group for group in left if signal_group(group, 0)]
    for group in left:
        signal_group(group, signal.SIGKILL)


def signal_group(group: int, number: int) -> bool:
    """Send a signal to a process group; whether there was one."""
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True
