"""The running program, put together: everything in the order in which it needs the other things."""

from __future__ import annotations

import hashlib
import os
import socket
import sys
import time
from pathlib import Path

from config.launch import CannotStart, Stopped, data_dir, port, ready, redis_server
from config.launch.children import Child, Children
from config.launch.plan import Plan, read_plan
from config.launch.prepare import ARCHIVE_IS_EMPTY, TAKE_UP

ROOT = Path(__file__).resolve().parent.parent.parent


def say(words: str) -> None:
    """A line for the person at the terminal, if it is still there."""
    try:
        print(words, flush=True)
    except OSError:
        pass


def main() -> int:
    os.chdir(ROOT)
    try:
        plan = read_plan()
        data_dir.check_writable(plan.data_dir)
        with data_dir.held(plan.data_dir) as hold:
            listener = port.open_listener(plan)
            address = port.reachable_at(listener)
            hold.note_address(port.as_url(address))
            return run(plan, listener, address)
    except CannotStart as error:
        complain(f"Cannot start: {error}")
        return 1


def run(plan: Plan, listener: socket.socket, address: tuple[str, int]) -> int:
    """Start all and stay until somebody wants to stop (0) or a part ends by itself (1)."""
    children = Children(plan.logs, {**os.environ, "DATA_DIR": str(plan.data_dir), "PYTHONUNBUFFERED": "1"})
    started = False
    try:
        with redis_server.socket_path(plan.data_dir) as path:
            try:
                start_all(plan, children, path, listener, address)
                started = True
                while True:
                    children.wait(60.0)
            finally:
                children.stop()
    except Stopped:
        say("\nStopped." if started else "\nStopped before it was ready.")
        return 0
    except CannotStart as error:
        complain(f"Stopped: {error}" if started else f"Cannot start: {error}")
    except PreparationFailed:
        pass  # it has said why
    return 1


class PreparationFailed(Exception):
    pass


def complain(words: str) -> None:
    try:
        print(words, file=sys.stderr, flush=True)
    except OSError:
        pass


def start_all(plan: Plan, children: Children, path: Path, listener: socket.socket, address: tuple[str, int]) -> None:
    began = time.monotonic()
    say(f"Starting, with the data in {plan.data_dir}")
    broker = start_redis(plan, children, path)
    empty = prepare(children, TAKE_UP if not plan.redis_url else "")
    worker = start_worker(plan, children)
    web = start_web(children, listener)
    ready.wait_until(lambda: ready.worker_answers(node_name(plan), broker), children, worker, seconds=120)
    say("  worker    ready")
    from config import settings

    ready.wait_until(lambda: ready.web_answers(address, settings.ALLOWED_HOSTS), children, web, seconds=60)
    say("  web       ready")
    if plan.samples and empty:
        run_to_its_end(children, "samples", ["manage.py", "load_samples", "--if-empty"])
    took = time.monotonic() - began
    say(f"\nOpen {port.as_url(address)} and log in as admin. Ready after {took:.0f} seconds; Ctrl-C stops it.")


def start_redis(plan: Plan, children: Children, path: Path) -> str:
    """Have a Redis that answers, and tell every later child of it. Returns its URL."""
    if plan.redis_url:
        redis_server.check_reachable(plan.redis_url)
        say("  Redis     ready (the one in REDIS_URL)")
        return plan.redis_url
    redis_server.clear_stale(path)
    binary = redis_server.find_redis()
    redis = children.start("redis", redis_server.command(binary, path))
    ready.wait_until(lambda: redis_server.answers(path), children, redis, seconds=20)
    say(f"  Redis     ready ({binary})")
    children.environment["REDIS_URL"] = redis_server.url_of(path)
    return children.environment["REDIS_URL"]


def prepare(children: Children, *options: str) -> bool:
    """Bring the database up to date; whether the archive is empty."""
    code = run_to_its_end(children, "prepare", ["-m", "config.launch.prepare", *options], good=(0, ARCHIVE_IS_EMPTY))
    say("  database  ready")
    return code == ARCHIVE_IS_EMPTY


def run_to_its_end(children: Children, name: str, arguments: list[str], good: tuple[int, ...] = (0,)) -> int:
    """Run a step whose words are for the person at the terminal; it says itself why it failed."""
    code = children.finish(children.start(name, [sys.executable, *arguments], log=False))
    if code not in good:
        raise PreparationFailed
    return code


def node_name(plan: Plan) -> str:
    """The worker's name among all workers of a shared Redis: one a data folder."""
    return "reader-" + hashlib.sha256(os.fsencode(plan.data_dir)).hexdigest()[:8] + "@" + socket.gethostname()


def start_worker(plan: Plan, children: Children) -> Child:
    """The Celery worker, with the clock of the periodic sweep inside: there is one worker, so one clock."""
    level = os.environ.get("LOG_LEVEL", "").strip().upper() or "INFO"
    return children.start("worker", [
        sys.executable, "-m", "celery", "--app", "config", "worker", "--hostname", node_name(plan),
        "--concurrency", str(plan.workers), "--loglevel", level, "--without-gossip", "--without-mingle",
        "--beat", "--schedule", str(plan.data_dir / "beat-schedule"),
    ])  # fmt: skip


def start_web(children: Children, listener: socket.socket) -> Child:
    """gunicorn on the socket that is already open; threads, because pages wait for the database and for readers."""
    web = children.start("web", [
        sys.executable, "-m", "gunicorn", "config.wsgi", "--config", "python:config.launch.web", "--bind", f"fd://{listener.fileno()}",
        "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--timeout", "60",
        "--graceful-timeout", "8", "--no-control-socket", "--preload", "--access-logfile", "-",
    ], pass_fds=(listener.fileno(),))  # fmt: skip
    listener.close()
    return web
