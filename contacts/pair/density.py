"""Many contacts as a density: a bar for each short piece of time, and a link for each longer one.

Bars are drawn in units of a ten-thousandth of the drawing's width, as one path a lane and kind of bar.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from contacts.pair.axis import Scale, percent
from contacts.pair.steps import Step
from contacts.pair.window import Window

BAR = 3  # the least width of a bar at the narrowest drawing, in pixels
LINK = 24  # and that of a link: what a finger hits
HEIGHT = 56  # of the highest bar, in pixels
LEAST = 1.5  # height of a bar that would be too low to see
UNITS = 10_000
SURE, OPEN, PENCIL, SOFT = "sure", "open", "pencil", "soft"
LAYERS = (SURE, OPEN, PENCIL, SOFT)


class Count(NamedTuple):
    """Contacts of a lane that began in one piece of time and ended in another (or the same), by their numbers.

    ``layer``: SURE occurred and is confirmed, OPEN is confirmed but did not occur (or not yet), PENCIL is proposed.
    """

    lane: str
    layer: str
    first: int
    last: int
    contacts: int


@dataclass(frozen=True, slots=True)
class Link:
    """A part of a lane: the window that a look closer at it would show, and how many contacts may be of its days."""

    x: str
    width: str
    window: Window
    contacts: int


@dataclass(frozen=True, slots=True)
class Density:
    """A lane as bars. ``paths`` are pairs of a layer and the ``d`` of its path, in UNITS along and pixels down."""

    paths: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]


class Division:
    """How a window of time is cut: ``bar`` for the bars, ``link`` for the links, which hold whole bars."""

    def __init__(self, scale: Scale) -> None:
        self.scale = scale
        self.link: Step = scale.finest(LINK)
        self.bar: Step = scale.finest(BAR, within=self.link)
        self.first, self.last = self.bar.number(scale.start), self.bar.number(scale.end)

    def days(self, step: Step, number: int) -> tuple[date, date]:
        """The days of a piece that lie in the window."""
        return max(step.first(number), self.scale.start), min(step.last(number), self.scale.end)


def densities(division: Division, counts: Iterable[Count]) -> dict[str, Density]:
    """The lanes that have counts, all on one scale of heights."""
    lanes: dict[str, list[Count]] = {}
    for count in counts:
        lanes.setdefault(count.lane, []).append(count)
    bars = {lane: _bars(division, found) for lane, found in lanes.items()}
    most = max((sum(bar.values()) for found in bars.values() for bar in found.values()), default=1)
    return {
        lane: Density(_paths(division, bars[lane], HEIGHT / most), _links(division, found))
        for lane, found in lanes.items()
    }


def _bars(division: Division, counts: Sequence[Count]) -> dict[int, dict[str, float]]:
    """How many of each layer stand in each piece. What may be of several pieces is spread over them, softly."""
    bars: dict[int, dict[str, float]] = {}
    for count in counts:
        first, last = max(count.first, division.first), min(count.last, division.last)
        layer, share = (count.layer, count.contacts) if count.first == count.last else (SOFT, count.contacts)
        share /= count.last - count.first + 1
        for number in range(first, last + 1):
            bar = bars.setdefault(number, {})
            bar[layer] = bar.get(layer, 0) + share
    return bars


def _paths(division: Division, bars: dict[int, dict[str, float]], height: float) -> tuple[tuple[str, str], ...]:
    drawn: dict[str, list[str]] = {layer: [] for layer in LAYERS}
    for number, bar in sorted(bars.items()):
        first, last = division.days(division.bar, number)
        left = division.scale.at(first) * UNITS / 100
        wide = max(1, division.scale.at(last, 1) * UNITS / 100 - left - UNITS / 2000)
        floor = float(HEIGHT)
        for layer in LAYERS:
            if layer in bar:
                high = max(LEAST, bar[layer] * height)
                drawn[layer].append(f"M{left:.0f} {floor:.1f}h{wide:.0f}v-{high:.1f}h-{wide:.0f}z")
                floor -= high
    return tuple((layer, "".join(parts)) for layer, parts in drawn.items() if parts)


def _links(division: Division, counts: Sequence[Count]) -> tuple[Link, ...]:
    """Each with the contacts that would be found in its days: those that may be of more than one count in each."""
    step, bar = division.link, division.bar
    number_of = {n: step.number(bar.first(n)) for n in range(division.first, division.last + 1)}
    contacts: dict[int, int] = {}
    for count in counts:
        first = number_of[min(max(count.first, division.first), division.last)]
        last = number_of[max(min(count.last, division.last), division.first)]
        for number in range(first, last + 1):
            contacts[number] = contacts.get(number, 0) + count.contacts
    found = []
    for number, held in sorted(contacts.items()):
        first, last = division.days(step, number)
        left = division.scale.at(first)
        found.append(Link(percent(left), percent(division.scale.at(last, 1) - left), Window(first, last), held))
    return tuple(found)
