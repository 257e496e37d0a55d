"""The data folder: whether it can be written, and that only one running program uses it."""

from __future__ import annotations

import fcntl
import json
import os
import time
from contextlib import contextmanager
from pathlib import Path

from config.launch import CannotStart

# What a start needs at least: the database, static files and logs. Written and deleted again, because neither the
# free space that the system reports nor the rights of the folder tell of quotas and limits.
PROBE_BYTES = 4 * 1024 * 1024
# A launcher that was killed leaves its guard, which ends the rest within this time and then lets go of the lock.
GUARD_SECONDS = 30


def check_writable(folder: Path) -> None:
    probe = folder / f".probe-{os.getpid()}"
    try:
        with probe.open("wb") as file:
            file.write(b"\1" * PROBE_BYTES)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise CannotStart(f"the folder DATA_DIR={folder} cannot be written ({error.strerror}).") from error
    finally:
        try:
            probe.unlink()
        except OSError:
            pass


class Hold:
    """The folder is ours. The lock goes with the last process that has it open, so a guard still counts."""

    def __init__(self, lock) -> None:
        self._lock = lock
        self.note_address("")

    def note_address(self, address: str) -> None:
        """Write down where we answer, for whoever tries to start on the same folder."""
        self._lock.seek(0)
        self._lock.truncate()
        json.dump({"pid": os.getpid(), "address": address}, self._lock)
        self._lock.flush()


@contextmanager
def held(folder: Path):
    """Hold the folder for this program, or say who does."""
    with (folder / "run.lock").open("a+") as lock:
        give_up = time.monotonic() + GUARD_SECONDS
        while not _taken(lock):
            holder = _holder(lock)
            if _lives(holder.get("pid")) or time.monotonic() > give_up:
                raise CannotStart(
                    f"the program already runs{_at(holder)} with DATA_DIR={folder}. "
                    "Stop it first, or give this one another DATA_DIR."
                )
            time.sleep(0.1)  # an earlier launcher is gone, its guard is still clearing up
        yield Hold(lock)


def _at(holder: dict) -> str:
    return f" at {holder['address']}" if holder.get("address") else ""


def _taken(lock) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(lock) -> dict:
    """Who wrote the lock last; nothing when it is being written just now."""
    lock.seek(0)
    try:
        return json.loads(lock.read())
    except ValueError:
        return {}


def _lives(pid: int | None) -> bool:
    if pid is None:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
