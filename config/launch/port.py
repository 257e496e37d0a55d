"""The address that the web server answers at."""

from __future__ import annotations

import errno
import socket

from config.launch import CannotStart
from config.launch.plan import Plan


def open_listener(plan: Plan) -> socket.socket:
    """Take the address at once and keep it, so that nobody else gets it while the rest is made ready.

    gunicorn inherits this socket. A browser that comes too early waits for the answer and is not refused.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            plan.host, plan.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (socket.gaierror, UnicodeError) as error:
        raise CannotStart(f"HOST={plan.host} is not an address of this machine.") from error
    listener = socket.socket(family, kind, protocol)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise CannotStart(_why_not(plan, error)) from error
    return listener


def _why_not(plan: Plan, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {plan.port} is in use by another program. Choose another one, e.g. PORT={plan.port + 1} make run."
    if error.errno == errno.EACCES:
        return f"port {plan.port} is only for the system's own services. Choose one above 1023, e.g. PORT=8000."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"HOST={plan.host} is not an address of this machine."
    return f"port {plan.port} cannot be opened ({error.strerror})."


def reachable_at(listener: socket.socket) -> tuple[str, int]:
    """Host and port to ask from this machine: a server on every address is asked on the loopback one."""
    host, port = listener.getsockname()[:2]
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host), port


def as_url(address: tuple[str, int]) -> str:
    host, port = address
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
