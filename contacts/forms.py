"""The fields of the form that corrects or adds a contact. ``contacts.correction`` makes a record of them."""

from __future__ import annotations

from datetime import date

from django import forms
from django.forms import BaseFormSet, formset_factory

from articles.intake import clean_line
from contacts import spans
from contacts.extraction.types import Kind, Role, Status
from contacts.typed import LONGEST_DATE, party_code, read_date, typed_date, typed_party


class WithWords(forms.Form):
    """A form whose fields can each have their own words in the article, carried by a hidden input beside the field.

    ``parts`` maps a field's name to what follows in the record's ``spans``; ``found`` holds the spans that are stored.
    """

    parts: dict[str, str] = {}
    bound_to_value: frozenset[str] = frozenset()

    def __init__(self, *args, text: str, found: dict[str, list[int]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.text, self.found = text, found
        self.spans: dict[str, list[int]] = {}

    def _carried(self, field: str) -> str:
        """The hidden input's value: as sent, or as the stored record has it."""
        name = self.add_prefix(f"words-{field}")
        if self.is_bound and name in self.data:
            return self.data[name]
        holds_for = str(self.initial.get(field) or "") if field in self.bound_to_value else None
        return spans.written(self.found.get(self.parts[field]), holds_for)

    @property
    def words(self) -> dict[str, spans.Words]:
        shown = {}
        for field in self.parts:
            value = self._carried(field)
            quote = spans.quote(self.text, value)
            shown[field] = spans.Words(self.add_prefix(f"words-{field}"), value if quote else "", quote)
        return shown

    def clean(self):
        cleaned = super().clean()
        self.spans = {}
        for field, part in self.parts.items():
            typed = self.data.get(self.add_prefix(field)) or ""
            try:
                span = spans.holding(self._carried(field), len(self.text), typed)
            except spans.NotThere as error:
                self.add_error(field, str(error))
                continue
            if span:
                self.spans[part] = span
        return cleaned


class ReportForm(WithWords):
    """The fields of a contact beside its participants."""

    kind = forms.ChoiceField(choices=[(k.value, k.value.capitalize()) for k in Kind], widget=forms.RadioSelect)
    status = forms.ChoiceField(choices=[(s.value, s.value.capitalize()) for s in Status], widget=forms.RadioSelect)
    parties = forms.CharField(max_length=3000, help_text="Separated by commas: Cuba, North Korea")
    date = forms.CharField(max_length=LONGEST_DATE, required=False)
    place = forms.CharField(max_length=300, required=False)
    place_country = forms.CharField(max_length=100, required=False, label="In")

    parts = {
        "kind": "trigger",
        "status": "status",
        "parties": "countries",
        "date": "date",
        "place": "place",
        "place_country": "place.country",
    }
    bound_to_value = frozenset({"status", "parties", "date", "place", "place_country"})

    def __init__(self, *args, record: dict, published: date | None, known: dict[str, str], **kwargs) -> None:
        self.record, self.published, self.known = record, published, known
        place = record.get("place") or {}
        initial = {
            "kind": record["type"],
            "status": record["status"],
            "parties": ", ".join(typed_party(code, known) or code for code in record["countries"]),
            "date": typed_date(record["date"]),
            "place": place.get("text") or "",
            "place_country": typed_party(place.get("country"), known),
        }
        super().__init__(*args, initial=initial, found=record.get("spans", {}), **kwargs)
        self.fields["date"].widget.attrs |= {
            "autocomplete": "off",
            "placeholder": "28 June 2016, June 2016, last Tuesday",
        }

    def clean_parties(self) -> list[str]:
        typed = [part.strip() for part in self.cleaned_data["parties"].split(",") if part.strip()]
        codes = sorted({party_code(part, self.known) for part in typed})
        if len(codes) < 2:
            raise forms.ValidationError("A contact has at least two parties.")
        return codes

    def clean_place(self) -> str:
        return clean_line(self.cleaned_data["place"])

    def clean_place_country(self) -> str | None:
        typed = self.cleaned_data["place_country"].strip()
        return party_code(typed, self.known) if typed else None

    def clean_date(self) -> dict:
        typed = self.cleaned_data["date"].strip()
        if typed == typed_date(self.record["date"]):
            return self.record["date"]
        return read_date(typed, self.published)


class ParticipantForm(WithWords):
    name = forms.CharField(max_length=200, required=False)
    title = forms.CharField(max_length=300, required=False)
    party = forms.CharField(max_length=100, required=False)
    role = forms.ChoiceField(choices=[(r.value, r.value) for r in Role], initial=Role.PARTICIPANT.value)

    parts = {"name": "name", "title": "title", "party": "country", "role": "role"}
    bound_to_value = frozenset(parts)

    def __init__(self, *args, known: dict[str, str], **kwargs) -> None:
        self.known = known
        initial = kwargs.get("initial") or {}
        super().__init__(*args, found=initial.get("spans", {}), **kwargs)
        self.fields["name"].widget.attrs |= {"autocomplete": "off"}

    def clean_name(self) -> str:
        return clean_line(self.cleaned_data["name"])

    def clean_title(self) -> str:
        return clean_line(self.cleaned_data["title"])

    def clean_party(self) -> str | None:
        typed = self.cleaned_data["party"].strip()
        return party_code(typed, self.known) if typed else None

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("title") and not cleaned.get("party") and not cleaned.get("name") and "party" not in self.errors:
            self.add_error("party", "A participant without a name needs a party.")
        return cleaned


class _Participants(BaseFormSet):
    def clean(self) -> None:
        """Rows without name, title and party are empty: they are how a person is removed."""


ParticipantFormSet = formset_factory(ParticipantForm, formset=_Participants, extra=1, max_num=100, absolute_max=120)
