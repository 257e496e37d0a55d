"""``{% rows "partners.html" partners=page.partners %}``: a piece of a page that says the same hundreds of times.

These pieces are Jinja2's (templates/rows): Django's own language takes 0.1 ms for a row of a table, which for 300 rows
is longer than the database needs for all of the page. Both escape all that they are given.
"""

from __future__ import annotations

from datetime import date

from django import template
from django.template import engines
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment

from contacts import links
from contacts.templatetags.signs import glyph, mark
from contacts.when import MONTHS

register = template.Library()


@register.simple_tag
def rows(name: str, **values) -> SafeString:
    """The piece ``templates/rows/name``, which sees these values and nothing else of the page."""
    return mark_safe(engines["rows"].get_template(name).render(values))


def environment(**options) -> Environment:
    """What the pieces can call, beside their values: signs, addresses, a day in words."""
    found = Environment(**options)
    found.globals |= {"links": links, "glyph": glyph, "mark": mark, "day": _day}
    return found


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
