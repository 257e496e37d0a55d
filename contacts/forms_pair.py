"""The filter of a pair's page, read from the address. What is not understood is told beside its field and ignored."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from contacts.extraction.types import Kind, Status
from contacts.models import Party
from contacts.when import MONTHS

ALL, CONFIRMED = "all", "confirmed"
SHOWS = [(ALL, "All"), (CONFIRMED, "Confirmed")]
HOW = "Write a year, a month or a day: 2015, 2015-03, 2015-03-02 or Mar 2015."
_TYPED = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?P<day>\d{1,2})\s+)?(?P<name>[A-Za-z]{3,9})\.?\s+(?P<year>\d{4})"),
)


@dataclass(frozen=True)
class Filter:
    """Which contacts of a pair are asked for. No kinds means all of them, and so with statuses."""

    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    start: date | None = None
    end: date | None = None
    confirmed: bool = False

    @property
    def narrows(self) -> bool:
        return bool(self.kinds or self.statuses or self.start or self.end or self.confirmed)

    def passes(self, row, *, but: str = "") -> bool:
        """Whether a row with kind, status, start, end and confirmed is asked for; ``but`` names one test to leave out.

        A contact whose days are uncertain passes when one of its possible days does; one without a date only when
        no dates are asked for.
        """
        return (
            (but == "kind" or not self.kinds or row.kind in self.kinds)
            and (but == "status" or not self.statuses or row.status in self.statuses)
            and (but == "show" or not self.confirmed or row.confirmed)
            and self._in_time(row)
        )

    def _in_time(self, row) -> bool:
        if row.start is None:
            return not (self.start or self.end)
        return not (self.start and row.end < self.start) and not (self.end and row.start > self.end)


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
    """Reads the filter out of GET parameters: kind and status (several each), from, to, show."""

    def __init__(self, data) -> None:
        super().__init__(data, auto_id="f-%s")
        self.fields["kind"] = _several(Kind)
        self.fields["status"] = _several(Status)
        self.fields["from"] = forms.CharField(required=False, max_length=20, widget=_date_box("2015"))
        self.fields["to"] = forms.CharField(required=False, max_length=20, widget=_date_box("Mar 2016"))
        self.fields["show"] = forms.ChoiceField(
            required=False, choices=SHOWS, error_messages={"invalid_choice": "Choose all or confirmed."}
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

    def filter(self) -> Filter:
        """What was understood of it."""
        self.is_valid()
        values = self.cleaned_data
        return Filter(
            kinds=self._known("kind", Kind),
            statuses=self._known("status", Status),
            start=values.get("from") or None,
            end=values.get("to") or None,
            confirmed=values.get("show") == CONFIRMED,
        )

    def address(self) -> str:
        """The query string of what is asked for, without empty parts: the address to share."""
        asked = self.data.copy()
        for name in list(asked):
            values = [value for value in asked.getlist(name) if value and (name, value) != ("show", ALL)]
            if name in self.fields and values:
                asked.setlist(name, values)
            else:
                del asked[name]
        return asked.urlencode()

    def _known(self, name: str, enum) -> frozenset[str]:
        return frozenset(self.data.getlist(name)) & {item.value for item in enum}


def _several(enum) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        required=False,
        choices=[(item.value, item.value.capitalize()) for item in enum],
        error_messages={"invalid_choice": "“%(value)s” is not one of these; it was left out."},
    )


def _date_box(example: str) -> forms.TextInput:
    return forms.TextInput(attrs={"size": 10, "placeholder": example, "autocomplete": "off"})


class OpenPair(forms.Form):
    """Two parties chosen from lists, to open the page of their pair."""

    a = forms.ModelChoiceField(Party.objects.all(), label="One side", empty_label="Choose…")
    b = forms.ModelChoiceField(Party.objects.all(), label="The other", empty_label="Choose…")

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("a") and cleaned.get("a") == cleaned.get("b"):
            raise ValidationError("Choose two different parties.")
        return cleaned

    def codes(self) -> tuple[str, str]:
        """The two codes in order. Only of a valid form."""
        return tuple(sorted((self.cleaned_data["a"].pk, self.cleaned_data["b"].pk)))
