"""Handing jobs to the workers. A broker that is down loses nothing, because the sweeps send again, and stops nobody.

Each try at a broker that is down takes seconds, so after a failed one nobody tries for a while; a sweep always does.
"""

from __future__ import annotations

import logging
import time

log = logging.getLogger(__name__)

PAUSE = 20.0
_silent_until = 0.0


def hand_over(task, pk: int, *, insist: bool = False) -> bool:
    """Send a job about the row ``pk``; whether the broker took it."""
    global _silent_until
    from kombu.exceptions import OperationalError

    if not insist and time.monotonic() < _silent_until:
        return False
    try:
        task.apply_async(args=[pk], retry=False)
    except (OperationalError, OSError):
        _silent_until = time.monotonic() + PAUSE
        log.warning("no broker for %s(%s); the sweep will send it again", task.name, pk)
        return False
    _silent_until = 0.0
    return True
