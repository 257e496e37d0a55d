"""The picture of a pair's contacts: lanes, axis, signs and densities in their places. Knows nothing of Django or HTML.

``Frame`` is the window of time and how it is cut; ``draw`` puts contacts into it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from contacts.pair import axis, density, signs
from contacts.pair.axis import MARGIN, Scale, Tick, percent
from contacts.pair.density import Count, Density, Division
from contacts.pair.signs import Item, Shape
from contacts.pair.window import Window

AXIS = 24  # height of the strip with the years
HEAD = 20  # height of a lane's name, which is all that an empty lane has
BETWEEN = 2  # from a lane to the next
TRAY = 9.0  # width of the place for contacts without a date
MOST_ROWS = 9  # a lane that would need more rows is drawn as a density


@dataclass(frozen=True, slots=True)
class LaneName:
    key: str
    label: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A band across the drawing. ``y`` is its top; ``bars`` is where its density begins, if it is drawn as one.

    ``undated`` is the number of contacts without a date that are not drawn as signs.
    """

    name: LaneName
    y: int
    height: int
    count: int
    density: Density | None = None
    undated: int = 0

    @property
    def span(self) -> int:
        """Its height with the line below it."""
        return self.height + BETWEEN

    @property
    def bars(self) -> int:
        return self.y + HEAD


@dataclass(frozen=True, slots=True)
class Drawing:
    """``axis_end`` is where time ends and, if ``tray``, the place of undated contacts begins. The axis
    shows ``window``, from ``left`` to ``right`` per cent."""

    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    shapes: tuple[Shape, ...]
    axis_end: str
    tray: bool
    tray_x: str
    now: str
    window: Window
    left: str
    right: str

    @property
    def crowded(self) -> bool:
        return any(lane.density for lane in self.lanes)

    @property
    def layers(self) -> set[str]:
        """The layers that any bar has, for the key."""
        return {layer for lane in self.lanes if lane.density for layer, _ in lane.density.paths}


class Frame:
    """The window of time from ``first`` to ``last`` (both None: no contact has a date), with a tray or without."""

    def __init__(self, first: date | None, last: date | None, tray: bool) -> None:
        self.tray = tray
        self.edge = 100 - TRAY if tray and first else 0.0 if tray else 100.0
        self.scale = Scale(first, last, MARGIN, self.edge - MARGIN) if first and last else None
        self.division = Division(self.scale) if self.scale else None
        self.window = Window(first, last)


def draw(
    frame: Frame,
    names: Sequence[LaneName],
    items: Iterable[Item],
    counts: Iterable[Count] = (),
    undated: Counter | None = None,
    today: date | None = None,
) -> Drawing:
    """The drawing of ``items`` as signs and of ``counts`` as densities; ``undated`` are numbers a lane of contacts
    without a date that are only counted."""
    items, counts, scale = list(items), list(counts), frame.scale
    dated = sorted((item for item in items if item.start), key=lambda item: (item.start, item.end, item.key))
    wanted = [signs.Wanted(item, scale) for item in dated]
    placed = signs.place(wanted + signs.in_tray([item for item in items if not item.start], frame.edge))
    crowded = {one.item.lane for one in placed if one.row >= MOST_ROWS and one.item.start}
    crowded |= {count.lane for count in counts}
    counts += [_counted(one.item, frame.division) for one in placed if one.item.lane in crowded and one.item.start]
    shown = [one for one in placed if one.item.lane not in crowded or not one.item.start]
    if crowded:
        shown = signs.place(shown)
    lanes = _lanes(frame, names, shown, counts, undated or Counter())
    tops = {lane.name.key: lane.bars for lane in lanes}
    now = scale.at(today, 0.5) if scale and today and scale.start <= today <= scale.end else None
    return Drawing(
        height=lanes[-1].y + lanes[-1].height + 1,
        lanes=lanes,
        ticks=axis.ticks(scale, now) if scale else (),
        shapes=tuple(one.shape(tops[one.item.lane]) for one in shown),
        axis_end=percent(frame.edge),
        tray=frame.tray,
        tray_x=percent(frame.edge + 0.8),
        now="" if now is None else percent(now),
        window=frame.window,
        left=f"{scale.left:.3f}" if scale else "",
        right=f"{scale.right:.3f}" if scale else "",
    )


def _counted(item: Item, division: Division) -> Count:
    """A contact of a lane that turned out to be crowded, as a count of one."""
    number = division.bar.number
    layer = getattr(item.entry, "layer", density.SURE)
    return Count(item.lane, layer, number(item.start), number(item.end), 1)


def _lanes(
    frame: Frame, names: Sequence[LaneName], shown: Sequence[signs.Wanted], counts: Sequence[Count], undated: Counter
) -> tuple[Lane, ...]:
    dense = density.densities(frame.division, counts) if counts else {}
    held = Counter(one.item.lane for one in shown) + undated
    for count in counts:
        held[count.lane] += count.contacts
    lanes, y = [], AXIS
    for name in names:
        rows = max((one.row + 1 for one in shown if one.item.lane == name.key), default=0)
        high = max(signs.ROW * rows + 2 if rows else 0, density.HEIGHT + 4 if name.key in dense else 0)
        high = max(high, signs.ROW if undated[name.key] else 0)
        lanes.append(Lane(name, y, HEAD + high, held[name.key], dense.get(name.key), undated[name.key]))
        y += HEAD + high + BETWEEN
    return tuple(lanes)
