"""Whether each part really answers, asked the way its users will ask."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable

from config.launch import CannotStart
from config.launch.children import Child, Children


def wait_until(answers: Callable[[], bool], children: Children, child: Child, seconds: float) -> None:
    """Ask again and again; ends early when a child dies or somebody wants to stop."""
    until = time.monotonic() + seconds
    while not answers():
        if time.monotonic() > until:
            raise CannotStart(
                f"{child.name} did not answer within {seconds:.0f} seconds.\n{child.end_of_log()}".rstrip()
            )
        children.wait(0.1)
    children.check()


def web_answers(address: tuple[str, int], allowed_hosts: list[str]) -> bool:
    """Whether the health page says yes, under a host name that Django will accept."""
    connection = http.client.HTTPConnection(*address, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": _host_name(allowed_hosts)})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _host_name(allowed_hosts: list[str]) -> str:
    """One that ALLOWED_HOSTS allows: ".example.org" allows example.org, "*" allows all."""
    first = allowed_hosts[0] if allowed_hosts else "localhost"
    return "localhost" if first == "*" else first.removeprefix(".")


def worker_answers(node: str, broker: str) -> bool:
    """Whether the worker takes messages from the queue: a ping goes the way of the jobs."""
    from kombu.exceptions import OperationalError

    from config.celery import app

    # The settings of this process were read before it was known where the socket goes.
    app.conf.broker_url = broker
    try:
        return bool(app.control.ping(destination=[node], timeout=0.5))
    except (OperationalError, OSError):
        return False
