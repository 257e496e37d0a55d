"""The small line of activity beside a pair: a bar a year, as one SVG path."""

from __future__ import annotations

WIDTH, HEIGHT = 132, 22
WIDEST = 12.0  # of a bar


def path(years: dict[int, int], first: int, last: int) -> str:
    """Bars of the counts of ``years`` between two years, the highest HEIGHT high; the ``d`` of a path. Years with a
    contact are at least 2 high, so that one contact is seen beside a hundred."""
    step = WIDTH / (last - first + 1)
    wide = max(1.0, min(step - 1, WIDEST))
    most = max(years.values(), default=0)
    bars = []
    for year, count in sorted(years.items()):
        if first <= year <= last and count:
            high = max(2.0, HEIGHT * count / most)
            left = (year - first) * step + (step - wide) / 2
            bars.append(f"M{_short(left)} {HEIGHT}v-{_short(high)}h{_short(wide)}v{_short(high)}z")
    return "".join(bars)


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
