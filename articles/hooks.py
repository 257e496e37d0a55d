"""The hooks that articles offers to whoever reads articles, who registers at start-up; articles knows nothing of it.

A reader says what to start once an article is stored or asked to be read again, what hangs on articles that somebody
wants to remove, and what to do once articles were hidden or shown again. These are called inside the transaction that
changed the article; work elsewhere must wait for its commit. And it says of which articles somebody may not know yet
what became of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

_readers: list[Callable[[int], None]] = []
_hanging: list[Callable[[list[int]], dict[str, int]]] = []
_followers: list[Callable[[list[int]], None]] = []
_untold: list[Callable[[object], Collection[int]]] = []


def register(start: Callable[[int], None]) -> None:
    """``start(article_id)`` will be called for every stored article. Registering twice changes nothing."""
    if start not in _readers:
        _readers.append(start)


def register_removal(
    what_hangs: Callable[[list[int]], dict[str, int]], visibility_changed: Callable[[list[int]], None]
) -> None:
    """``what_hangs(ids)`` gives counts by their plural word; ``visibility_changed(ids)`` follows a removal."""
    if what_hangs not in _hanging:
        _hanging.append(what_hangs)
        _followers.append(visibility_changed)


def register_untold(articles: Callable[[object], Collection[int]]) -> None:
    """``articles(user)`` gives the ids of those of which this person is not told what others made of them."""
    if articles not in _untold:
        _untold.append(articles)


def untold_to(user) -> frozenset[int]:
    """The ids of the articles of which this person is not told how far they are, nor what hangs on them."""
    return frozenset(pk for articles in _untold for pk in articles(user))


def start_reading(article_id: int) -> None:
    for start in _readers:
        start(article_id)


def what_hangs_on(article_ids: Iterable[int]) -> dict[str, int]:
    """How much of what hangs on these articles: {"proposals": 3, "decisions": 1}. Zeros are left out."""
    ids = list(article_ids)
    found: dict[str, int] = {}
    for count in _hanging:
        found |= {word: number for word, number in count(ids).items() if number}
    return found


def visibility_changed(article_ids: Iterable[int]) -> None:
    ids = list(article_ids)
    for follow in _followers:
        follow(ids)
