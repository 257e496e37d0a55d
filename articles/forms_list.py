"""The filter of the article list, read from the address. What is not understood is told beside its field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.contrib.auth import get_user_model

from articles.languages import language_name
from articles.models import Article, ArticleState

REMOVED = "removed"
STATES = [*ArticleState.choices, (REMOVED, "removed")]
SORTS = {
    "-added": "Newest first",
    "added": "Oldest first",
    "-published": "Latest publication",
    "published": "Earliest publication",
    "title": "Title, A to Z",
    "outlet": "Outlet, A to Z",
}
NO_DATE, NO_OUTLET = "none", "none"


@dataclass(frozen=True)
class Wanted:
    """What the list is asked for."""

    words: str = ""
    state: str = ""
    outlet: str = ""
    language: str = ""
    by: int | None = None
    batch: int | None = None
    first: date | None = None
    last: date | None = None
    undated: bool = False
    sort: str = "-added"

    @property
    def removed(self) -> bool:
        return self.state == REMOVED


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        required=False,
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "This is not a date. Write it as 2016-06-30."},
    )


class ListFilter(forms.Form):
    """Narrows the list of articles."""

    q = forms.CharField(required=False, max_length=200, label="Words in title or text", widget=forms.SearchInput())
    state = forms.ChoiceField(required=False, choices=[("", "All"), *STATES], widget=forms.HiddenInput())
    outlet = forms.CharField(
        required=False, max_length=200, widget=forms.TextInput(attrs={"list": "outlets", "autocomplete": "off"})
    )
    language = forms.ChoiceField(required=False)
    by = forms.ChoiceField(required=False, label="Given by")
    batch = forms.IntegerField(required=False, min_value=1, max_value=2**31, widget=forms.HiddenInput())
    first = _day("Published from")
    last = _day("Published to")
    undated = forms.BooleanField(required=False, label="Only without a date")
    sort = forms.ChoiceField(required=False, choices=list(SORTS.items()), label="Order")

    def __init__(self, data) -> None:
        super().__init__(data)
        languages = Article.everything.order_by("language").values_list("language", flat=True).distinct()
        self.fields["language"].choices = [("", "All"), *((code, language_name(code)) for code in languages if code)]
        people = get_user_model().objects.filter(pk__in=Article.everything.order_by().values("added_by"))
        self.fields["by"].choices = [
            ("", "All"),
            *((str(pk), name) for pk, name in people.values_list("pk", "username")),
        ]

    def wanted(self) -> Wanted:
        self.is_valid()
        got = self.cleaned_data
        return Wanted(
            words=got.get("q") or "",
            state=got.get("state") or "",
            outlet=got.get("outlet") or "",
            language=got.get("language") or "",
            by=int(got["by"]) if got.get("by") else None,
            batch=got.get("batch"),
            first=got.get("first"),
            last=got.get("last"),
            undated=bool(got.get("undated")),
            sort=got.get("sort") or "-added",
        )

    def address(self, **changed) -> str:
        """The query of the address that asks for the same, with some values changed; empty values are left out."""
        self.is_valid()
        values = {name: value for name, value in self.cleaned_data.items() if value not in ("", None, False)} | changed
        if values.get("undated"):
            values["undated"] = "on"
        return urlencode({name: value for name, value in values.items() if value not in ("", None)})

    @property
    def narrows(self) -> bool:
        self.is_valid()
        return any(value not in ("", None, False) for name, value in self.cleaned_data.items() if name != "sort")
