"""``{% rows "partners.html" partners=page.partners %}``: a piece of a page that says the same hundreds of times.

These pieces are Jinja2's (templates/rows): Django's own language takes 0.1 ms for a row of a table, which for 300 rows
is longer than the database needs for all of the page. Both escape all that they are given.
"""

from __future__ import annotations

from datetime import date

from django import template
from django.template import Context, Node, TemplateSyntaxError, engines
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from jinja2 import Environment

from contacts import links
from contacts.templatetags.signs import glyph, mark
from contacts.when import MONTHS

register = template.Library()


class _Rows(Node):
    def __init__(self, name: FilterExpression, values: dict[str, FilterExpression]) -> None:
        self.name, self.values = name, values

    def render(self, context: Context) -> str:
        values = {name: value.resolve(context) for name, value in self.values.items()}
        return engines["rows"].get_template(self.name.resolve(context)).render(values)


@register.tag
def rows(parser: Parser, token: Token) -> _Rows:
    """The piece ``templates/rows/name``, which sees these values and nothing else of the page."""
    _, name, *bits = token.split_contents()
    values = token_kwargs(bits, parser)
    if bits:
        raise TemplateSyntaxError("After the name of a piece only name=value can stand.")
    return _Rows(parser.compile_filter(name), values)


def environment(**options) -> Environment:
    """What the pieces can call, beside their values: signs, addresses, a day in words."""
    found = Environment(**options)
    found.globals |= {"links": links, "glyph": glyph, "mark": mark, "day": _day}
    return found


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
