"""What a filter has set, each with the address that takes it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from contacts.pair.facets import Facets
from contacts.pair.named import Facet
from contacts.pair.window import Window

_LISTS = {"kind": "kinds", "status": "statuses", "lane": "lanes", "rank": "ranks", "show": "shows",
          "who": "people", "outlet": "outlets"}  # fmt: skip


class Asked(Protocol):
    """An address taken apart."""

    def choices(self) -> list[tuple[str, str]]: ...
    def without(self, name: str, value: str) -> str: ...
    def address(self, **instead: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Chip:
    """``label`` says what is set, ``without`` is the query string that does not ask for it."""

    key: str
    label: str
    without: str


def chips(asked: Asked, facets: Facets, window: Window) -> list[Chip]:
    """In the order of the address; the two ends of time are one. What was not understood has no chip."""
    found, time = [], False
    for name, value in asked.choices():
        if name in ("from", "to"):
            time = True
            continue
        label = _label(getattr(facets, _LISTS[name]), value)
        if label:
            found.append(Chip(f"{name}-{value}".replace(" ", "-"), label, asked.without(name, value)))
    if time and (window.first or window.last):
        found.insert(0, Chip("time", _time(window), asked.address(from_="", to="")))
    return found


def _label(facets: Sequence[Facet], value: str) -> str:
    return next((facet.label for facet in facets if facet.value == value and facet.chosen), "")


def _time(window: Window) -> str:
    if window.first and window.last:
        return window.label
    word, day = ("Since", window.first) if window.first else ("Until", window.last)
    return f"{word} {Window(day, day).label}"
