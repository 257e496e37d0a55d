"""``{% mark kind status confirmed side %}``: a contact's sign, made once for each of the few that there are.

A drawing has hundreds of signs; including the template for each takes longer than the database does.
"""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.template.loader import render_to_string

register = template.Library()


@register.simple_tag
def mark(kind: str, status: str, confirmed: bool, side: str) -> str:
    """The sign around 0,0, to be put inside an SVG (templates/_mark.html)."""
    return _made("_mark.html", kind, status, confirmed, side)


@register.simple_tag
def glyph(kind: str, status: str, confirmed: bool, side: str) -> str:
    """The sign in a line of text (templates/_glyph.html)."""
    return _made("_glyph.html", kind, status, confirmed, side)


@lru_cache(maxsize=512)
def _made(name: str, kind: str, status: str, confirmed: bool, side: str) -> str:
    return render_to_string(name, {"kind": kind, "status": status, "confirmed": confirmed, "side": side})
