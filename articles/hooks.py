"""The one hook that articles offers: what to start once an article is stored, or asked to be read again.

Whoever reads articles registers at start-up; articles knows nothing of it. The function is called inside the
transaction that stored the article and must itself wait for the commit before it starts work elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable

_readers: list[Callable[[int], None]] = []


def register(start: Callable[[int], None]) -> None:
    """``start(article_id)`` will be called for every stored article. Registering twice changes nothing."""
    if start not in _readers:
        _readers.append(start)


def start_reading(article_id: int) -> None:
    for start in _readers:
        start(article_id)
