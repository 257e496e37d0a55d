"""The choices of the pages that show many pairs, read from the address: kinds, years, regions, what is shown.

What is not understood is told beside its field and left out; the page is shown all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django import forms

from contacts import regions
from contacts.extraction.types import Kind

NUMBER, RECENCY = "number", "recency"
YEARS = (1000, 2999)


@dataclass(frozen=True)
class Asked:
    """No kinds means all of them. ``first`` and ``last`` are years or None; contacts without a date are in no year."""

    kinds: frozenset[str] = frozenset()
    first: int | None = None
    last: int | None = None
    rows: str = ""
    columns: str = ""
    by: str = NUMBER
    sort: str = ""

    @property
    def narrows(self) -> bool:
        return bool(self.kinds or self.first or self.last or self.rows or self.columns)

    @property
    def kinds_in_order(self) -> list[str]:
        return [kind.value for kind in Kind if kind.value in self.kinds]

    @cached_property
    def of_a_pair(self) -> str:
        """The same kinds and years as the query of a pair's page, so that it shows what was counted."""
        named = [("kind", kind) for kind in self.kinds_in_order]
        named += [(name, year) for name, year in (("from", self.first), ("to", self.last)) if year]
        return urlencode(named)

    def counts(self, rows):
        """PairYear rows of these kinds and years."""
        if self.kinds:
            rows = rows.filter(kind__in=self.kinds)
        if self.first or self.last:
            rows = rows.filter(year__gte=self.first or YEARS[0], year__lte=self.last or YEARS[1])
        return rows


class WorldFilter(forms.Form):
    """Fields that every such page has; ``MatrixFilter`` and ``CountryFilter`` add theirs."""

    kind = forms.MultipleChoiceField(
        required=False,
        choices=[(kind.value, kind.value.capitalize() + "s") for kind in Kind],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "“%(value)s” is not one of these; it was left out."},
    )

    def __init__(self, data) -> None:
        super().__init__(data, auto_id="f-%s")
        typed = {"size": 6, "inputmode": "numeric", "autocomplete": "off"}
        for name, label, example in (("from", "From", "2015"), ("to", "To", "2024")):
            self.fields[name] = forms.IntegerField(
                label=label,
                required=False,
                min_value=YEARS[0],
                max_value=YEARS[1],
                widget=forms.TextInput(attrs=typed | {"placeholder": example, "aria-describedby": f"wrong-{name}"}),
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Write a year: 2015."),
            )

    @property
    def years(self) -> list[forms.BoundField]:
        return [self["from"], self["to"]]

    def clean(self) -> dict:
        cleaned = super().clean()
        first, last = cleaned.get("from"), cleaned.get("to")
        if first and last and last < first:
            self.add_error("to", "This is before “from”.")
        return cleaned

    def asked(self) -> Asked:
        """What was understood of it."""
        self.is_valid()
        values = self.cleaned_data
        return Asked(
            kinds=frozenset(self.data.getlist("kind")) & {kind.value for kind in Kind},
            first=values.get("from"),
            last=values.get("to"),
            rows=values.get("rows") or "",
            columns=values.get("columns") or "",
            by=values.get("by") or NUMBER,
            sort=values.get("sort") or "",
        )


def _region(label: str) -> forms.ChoiceField:
    wrong = {"invalid_choice": "There is no such region."}
    return forms.ChoiceField(label=label, required=False, choices=regions.choices, error_messages=wrong)


class MatrixFilter(WorldFilter):
    rows = _region("Rows")
    columns = _region("Columns")
    by = forms.ChoiceField(
        label="Shade by", required=False, choices=[(NUMBER, "how many contacts"), (RECENCY, "how recent the last is")],
        error_messages={"invalid_choice": "Choose one of the two."},
    )  # fmt: skip


class CountryFilter(WorldFilter):
    sort = forms.ChoiceField(
        label="Order",
        required=False,
        choices=[("", "most contacts first"), ("last", "last contact first"), ("name", "by name")],
        error_messages={"invalid_choice": "Choose one of the list."},
    )
