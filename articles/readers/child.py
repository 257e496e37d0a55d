"""Reading in a child process, so that a hostile file can end only itself.

    read(path, name, limits) -> Result           raises Unreadable, whatever the file does

One warm child a process serves file after file (starting one costs about half a second) and is replaced after a
failure, and after ``FILES_PER_CHILD`` files. It works under limits on memory, CPU time and file size, and is killed
when the wall clock runs out. It may be used from Celery's prefork workers, which ``multiprocessing`` allows no
children.
"""

from __future__ import annotations

import json
import logging
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from articles.readers.handover import ask, take
from articles.readers.types import Code, Limits, Result, Unreadable

log = logging.getLogger(__name__)

FILES_PER_CHILD = 200
GRACE = 2.0  # seconds: the child's own alarm comes first and says more
_ROOT = Path(__file__).resolve().parents[2]
_THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_BY_SIGNAL = {
    signal.SIGXCPU: Code.TOO_SLOW,
    signal.SIGALRM: Code.TOO_SLOW,
    signal.SIGKILL: Code.TOO_MUCH_MEMORY,  # we kill only after a time-out; else it was the system, out of memory
}


class Child:
    """One child process and the pipe to it. Not safe for threads: ``read`` below keeps a lock."""

    def __init__(self) -> None:
        keep = (
            "PATH",
            "LANG",
            "LC_ALL",
            "TMPDIR",
            "TZ",
            "LD_LIBRARY_PATH",
        )  # nothing else: no secrets for a broken reader
        environment = {name: os.environ[name] for name in keep if name in os.environ} | _THREADS
        self.served = 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "articles.readers.serve"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env=environment | {"PYTHONDONTWRITEBYTECODE": "1"} if not os.access(_ROOT, os.W_OK) else environment,
        )

    def read(self, path: Path, name: str, limits: Limits) -> Result:
        """Raises Unreadable; the child may be dead afterwards (``alive``)."""
        self.served += 1
        folder = tempfile.TemporaryDirectory(prefix="reading-")
        try:
            reply = self._exchange(ask(path, name, limits, Path(folder.name)), limits)
            if reply is None:
                raise self._ended(limits)
            if "code" in reply:
                if reply.get("log"):
                    log.warning("reader: %s", reply["log"])
                raise Unreadable(Code(reply["code"]), reply.get("detail", ""))
            return take(folder)
        except BaseException:
            folder.cleanup()
            raise

    def _exchange(self, line: bytes, limits: Limits) -> dict | None:
        """One line there, one line back; None when the child died or was killed for its slowness."""
        try:
            self.process.stdin.write(line)
            self.process.stdin.flush()
        except OSError:
            return None
        answer, until = b"", time.monotonic() + limits.seconds + GRACE
        pipe = self.process.stdout.fileno()
        while not answer.endswith(b"\n"):
            left = until - time.monotonic()
            if left <= 0 or not select.select([pipe], [], [], left)[0]:
                self.end()
                raise Unreadable(Code.TOO_SLOW, f"{limits.seconds:g} seconds")
            piece = os.read(pipe, 1 << 16)
            if not piece:
                return None
            answer += piece
        try:
            reply = json.loads(answer)
        except ValueError:
            reply = None
        if not isinstance(reply, dict) or reply.get("last"):
            self.end()
        return reply if isinstance(reply, dict) else None

    def _ended(self, limits: Limits) -> Unreadable:
        """Why the child died, from how it ended."""
        try:
            ending = self.process.wait(timeout=GRACE)
        except subprocess.TimeoutExpired:
            ending = 0
        self.end()
        code = _BY_SIGNAL.get(-ending, Code.CRASHED)
        log.warning("reader's child ended with %s", ending)
        return Unreadable(code, f"{limits.seconds:g} seconds" if code is Code.TOO_SLOW else "")

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                pipe.close()
            except OSError:
                pass


_lock = threading.Lock()
_warm: tuple[int, Child] | None = None  # with the process it belongs to: a fork must not share the pipe


def read(path: str | Path, name: str, limits: Limits | None = None) -> Result:
    """As ``read_file``, in the warm child. Parts and rows of the result stay on disk until the result is let go."""
    global _warm
    with _lock:
        if _warm is None or _warm[0] != os.getpid():
            _warm = (os.getpid(), Child())
        elif not _warm[1].alive or _warm[1].served >= FILES_PER_CHILD:
            _warm[1].end()
            _warm = (os.getpid(), Child())
        return _warm[1].read(Path(path).resolve(), name, limits or Limits())


def stop() -> None:
    """End the warm child of this process, if there is one."""
    global _warm
    with _lock:
        if _warm is not None and _warm[0] == os.getpid():
            _warm[1].end()
        _warm = None
