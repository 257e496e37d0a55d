"""The drawing as a file: the colours and rules of the pages' own stylesheet, worked out for programs that know no
variables, in light colours on white."""

from __future__ import annotations

import re
from functools import lru_cache

from django.conf import settings

from contacts.pair.facets import rank_label
from contacts.pair.page import Picture, lane_names
from contacts.pair.selection import ALL

WIDTH = 1200
HEAD, FOOT = 64, 58  # pixels above and below the drawing


def context(picture: Picture) -> dict:
    """What the template of the file needs."""
    height = picture.drawing.height
    return {
        "p": picture,
        "d": picture.drawing,
        "width": WIDTH,
        "height": HEAD + height + FOOT,
        "head": HEAD,
        "foot": HEAD + height,
        "selection": selection(picture),
        "css": css(),
    }


def selection(picture: Picture) -> str:
    """What the filter lets through, in words, so that the picture says it wherever it goes."""
    asked = picture.filter
    parts = [", ".join(sorted(chosen)) for chosen in (asked.kinds, asked.statuses) if chosen]
    parts += [lane.label for lane in lane_names(picture.a, picture.b) if lane.key in asked.lanes]
    parts += [rank_label(rank).lower() for rank in sorted(asked.ranks)]
    parts += [
        f"{len(chosen)} chosen {what}"
        for chosen, what in ((asked.people, "people"), (asked.outlets, "sources"))
        if chosen
    ]
    parts += [f"{asked.show} only"] if asked.show != ALL else []
    return "; ".join(parts)


@lru_cache(maxsize=1)
def css() -> str:
    """The rules of static/css/drawing.css with every token replaced by its light colour."""
    folder = settings.BASE_DIR / "static" / "css"
    light = tokens((folder / "app.css").read_text(encoding="utf-8"))
    rules = (folder / "drawing.css").read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL).split("@media")[0]
    return re.sub(r"var\(--([\w-]+)\)", lambda found: light[found[1]], rules).strip()


def tokens(stylesheet: str) -> dict[str, str]:
    """The custom properties of a stylesheet's first block, colours in their light form."""
    found = re.findall(r"--([\w-]+):\s*([^;]+);", stylesheet.split("}")[0])
    return {name: re.sub(r"light-dark\(([^,]+),[^)]*\)", r"\1", value) for name, value in found}
