"""The filter of a pair's page, read from the address. What is not understood is told beside its field and ignored."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join

from contacts.extraction.types import Kind, Status
from contacts.models import Party
from contacts.models.world import LANES
from contacts.pair.page import Ask
from contacts.pair.selection import ALL, CONFIRMED, PROPOSED, RANK_NAMES, Filter
from contacts.sight import EVERYTHING, Sight
from contacts.when import MONTHS

SHOWS = (ALL, CONFIRMED, PROPOSED)
MOST_CHOSEN = 40  # people or outlets in one address
HOW = "Write a year, a month or a day: 2015, 2015-03, 2015-03-02 or Mar 2015."
_PERSON = re.compile(r"[0-9A-Za-z]{1,32}")  # ids of people and contacts
_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
_TYPED = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?P<day>\d{1,2})\s+)?(?P<name>[A-Za-z]{3,9})\.?\s+(?P<year>\d{4})"),
)


def read_days(text: str) -> tuple[date, date]:
    """The first and the last day of what was typed. Raises ValueError with a sentence for the page."""
    found = next((match for pattern in _TYPED if (match := pattern.fullmatch(" ".join(text.split())))), None)
    if found is None:
        raise ValueError(HOW)
    parts = found.groupdict()
    year, month, day = int(parts["year"]), parts.get("month"), parts.get("day")
    try:
        if parts.get("name"):
            month = MONTHS.index(parts["name"][:3].capitalize()) + 1
        first = date(year, int(month or 1), int(day or 1))
        last_month = first.month if month else 12
        last = first if day else date(year, last_month, calendar.monthrange(year, last_month)[1])
    except ValueError:
        raise ValueError("There is no such day. " + HOW) from None
    return first, last


class PairFilter(forms.Form):
    """Reads the filter out of GET parameters.

    Several each: kind, status, lane, rank, who (ids of people), outlet (ids). Once: from, to, show. Beside the filter:
    page and at (which part of the list), who_like and outlet_like (letters that offered names hold).
    """

    lanes = tuple(lane for lane, _ in LANES)
    ids = ("who", "outlet")

    def __init__(self, data) -> None:
        super().__init__(data, auto_id="f-%s")
        self.fields["kind"] = _several(item.value for item in Kind)
        self.fields["status"] = _several(item.value for item in Status)
        self.fields["lane"] = _several(self.lanes)
        self.fields["rank"] = _several(RANK_NAMES)
        self.fields["from"] = forms.CharField(required=False, max_length=20, widget=_date_box("2015"))
        self.fields["to"] = forms.CharField(required=False, max_length=20, widget=_date_box("Mar 2016"))
        self.fields["show"] = forms.ChoiceField(
            required=False,
            choices=[(show, show) for show in SHOWS],
            error_messages={"invalid_choice": "Choose all, confirmed or proposed."},
        )

    def clean(self) -> dict:
        cleaned = super().clean()
        for name, side in (("from", 0), ("to", 1)):
            if cleaned.get(name):
                try:
                    cleaned[name] = read_days(cleaned[name])[side]
                except ValueError as error:
                    self.add_error(name, str(error))
        start, end = cleaned.get("from"), cleaned.get("to")
        if start and end and end < start:
            self.add_error("to", "This is before “from”.")
        return cleaned

    def filter(self, sight: Sight = EVERYTHING) -> Filter:
        """What was understood of it, for who may see so much."""
        self.is_valid()
        values = self.cleaned_data
        return Filter(
            kinds=self._known("kind", [item.value for item in Kind]),
            statuses=self._known("status", [item.value for item in Status]),
            lanes=self._known("lane", self.lanes),
            ranks=frozenset(RANK_NAMES.index(rank) for rank in self._known("rank", RANK_NAMES)),
            people=frozenset(self._ids("who", _PERSON)),
            outlets=frozenset(map(int, self._ids("outlet", _NUMBER))),
            start=values.get("from") or None,
            end=values.get("to") or None,
            show=values.get("show") or ALL,
            sight=sight,
        )

    def ask(self, today: date) -> Ask:
        """What is asked of the page beside the filter; nonsense asks for nothing."""
        number, at = self.data.get("page", ""), self.data.get("at", "")
        return Ask(
            sheet=int(number) if _NUMBER.fullmatch(number) else 1,
            at=at if _PERSON.fullmatch(at) else "",
            like={name: _letters(self.data.get(f"{name}_like", "")) for name in ("who", "outlet")},
            today=today,
        )

    def choices(self) -> list[tuple[str, str]]:
        """Names and values of the address that ask for something, without those that are not understood at all."""
        known = [*self.fields, *self.ids]
        return [
            (name, value)
            for name in self.data
            if name in known
            for value in self._values(name)
            if value and (name, value) != ("show", ALL)
        ]

    def address(self, **instead: str) -> str:
        """The query string to share: the choices, with those of ``instead`` in place of theirs ("" for none).
        Names that are words of Python are written with a final underscore."""
        instead = {name.rstrip("_"): value for name, value in instead.items()}
        kept = [(name, value) for name, value in self.choices() if name not in instead]
        return urlencode(kept + [(name, value) for name, value in instead.items() if value])

    def without(self, name: str, value: str) -> str:
        """The query string without one choice."""
        return urlencode([choice for choice in self.choices() if choice != (name, value)])

    def _values(self, name: str) -> list[str]:
        if name in ("who", "outlet"):
            return self._ids(name, _PERSON if name == "who" else _NUMBER)
        return list(dict.fromkeys(self.data.getlist(name))) if name not in ("from", "to", "show") else [self.data[name]]

    def _known(self, name: str, values: Iterable[str]) -> frozenset[str]:
        return frozenset(self.data.getlist(name)) & set(values)

    def _ids(self, name: str, shape: re.Pattern) -> list[str]:
        """The values that can be ids, each once; at most MOST_CHOSEN of them."""
        return [value for value in dict.fromkeys(self.data.getlist(name)) if shape.fullmatch(value)][:MOST_CHOSEN]


def _letters(typed: str) -> str:
    return " ".join(typed.replace("\0", "").split())[:60]


def _several(values: Iterable[str]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        required=False,
        choices=[(value, value) for value in values],
        error_messages={"invalid_choice": "“%(value)s” is not one of these; it was left out."},
    )


def _date_box(example: str) -> forms.TextInput:
    return forms.TextInput(attrs={"size": 10, "placeholder": example, "autocomplete": "off"})


class ManyOptions(forms.Select):
    """A select box of hundreds of options, none of them in a group, written at once: Django's own renders two templates
    for each of them."""

    def render(self, name, value, attrs=None, renderer=None) -> str:
        chosen = {str(one) for one in self.format_value(value)}
        options = ((key, " selected" if str(key) in chosen else "", words) for key, words in self.choices)
        return format_html(
            '<select name="{}"{}>{}</select>',
            name,
            flatatt(self.build_attrs(self.attrs, attrs)),
            format_html_join("", '<option value="{}"{}>{}</option>', options),
        )


class OpenPair(forms.Form):
    """Two parties chosen from lists, to open the page of their pair. One query."""

    def __init__(self, data) -> None:
        super().__init__(data)
        parties = [("", "Choose…"), *Party.objects.order_by("name").values_list("code", "name")]
        wrong = {"invalid_choice": "Choose a party from the list."}
        for name, label in (("a", "One side"), ("b", "The other")):
            field = forms.ChoiceField(choices=parties, label=label, widget=ManyOptions, error_messages=wrong)
            self.fields[name] = field

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("a") and cleaned.get("a") == cleaned.get("b"):
            raise ValidationError("Choose two different parties.")
        return cleaned

    def codes(self) -> tuple[str, str]:
        """The two codes in order. Only of a valid form."""
        return tuple(sorted((self.cleaned_data["a"], self.cleaned_data["b"])))
