"""The child's side: reads what its parent asks for, under limits, until the pipe ends. Run by ``child.py`` only."""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import traceback
from pathlib import Path

from articles.readers.handover import asked, give
from articles.readers.types import Code, Limits, Unreadable


def main() -> None:
    """One line asks for one file; one line answers. The last answer before an ending says so."""
    pipe = _private_output()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the parent, whose end closes our pipe
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    for line in sys.stdin.buffer:
        answer = _serve(line)
        os.write(pipe, json.dumps(answer).encode() + b"\n")
        if answer.get("last"):
            break


def _private_output() -> int:
    """The pipe to the parent, where no library can print into it."""
    pipe = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return pipe


def _serve(line: bytes) -> dict:
    path, name, folder, limits = asked(line)
    try:
        _set_limits(limits)
        _read(path, name, folder, limits)
        return {}
    except Unreadable as error:
        return {"code": error.code, "detail": error.detail}
    except MemoryError:
        return {"code": Code.TOO_MUCH_MEMORY, "last": True}
    except RecursionError:
        return {"code": Code.DAMAGED, "detail": "its parts are nested too deeply", "last": True}
    except Exception as error:
        return {"code": Code.CRASHED, "log": f"{type(error).__name__} at {_place(error)}", "last": True}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _read(path: str, name: str, folder: Path, limits: Limits) -> None:
    from articles.readers import read_file

    give(read_file(path, name, limits), folder)


def _set_limits(limits: Limits) -> None:
    """Memory, CPU time, size of written files, wall clock; anew for each file."""
    memory = limits.memory_mb * 1_000_000
    _lower(resource.RLIMIT_AS, memory)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + limits.seconds) + 1)
    _lower(resource.RLIMIT_FSIZE, 2 * limits.max_unpacked)
    _lower(resource.RLIMIT_CORE, 0)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)


def _lower(what: int, soft: int) -> None:
    """The soft limit only: the next file may have another."""
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _place(error: Exception) -> str:
    """File and line where it was thrown; never the words of the file that was read."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"


if __name__ == "__main__":
    main()
