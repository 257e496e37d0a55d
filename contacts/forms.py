"""The form that corrects a report: what an analyst types, turned into a record of the codebook."""

from __future__ import annotations

import copy

from django import forms
from django.forms import BaseFormSet, formset_factory

from articles.intake import clean_line
from contacts.extraction.components import dates, parties
from contacts.extraction.types import Kind, Precision, Role, Status
from contacts.models import Party, Report
from contacts.records import MONTHS


def party_code(text: str, known: dict[str, str]) -> str:
    """The code of a party typed as a code, a name, an adjective or a demonym. ``known`` maps codes to names.

    Raises ValidationError with the words that were not understood.
    """
    text = clean_line(text)
    # Our own names first and to the letter: "Guam" is the island, "GUAM" the organisation.
    named = {name: code for code, name in known.items()}
    if text in named or text in known:
        return named.get(text, text)
    code = text.upper() if text.upper() in known else parties.lookup(text)
    if code not in known:
        raise forms.ValidationError(f"There is no party “{text}”. Write a country’s name, or its three-letter code.")
    return code


def typed_party(code: str | None, known: dict[str, str]) -> str:
    """A party as it can be typed again among others: its name, or its code where the name itself has a comma."""
    name = known.get(code, "")
    return code if "," in name else name


def typed_date(value: dict) -> str:
    """A record's date in the form in which it can be typed again: 28 Jun 2016, 28-30 Jun 2016, Jun 2016, 2016."""
    if not value.get("start"):
        return ""
    (y1, m1, d1), (y2, m2, d2) = (value[side].split("-") for side in ("start", "end"))
    if value["precision"] == Precision.YEAR:
        return y1
    if value["precision"] == Precision.MONTH:
        return f"{MONTHS[int(m1) - 1]} {y1}" if (y1, m1) == (y2, m2) else f"{value['start']} to {value['end']}"
    if value["start"] == value["end"]:
        return f"{int(d1)} {MONTHS[int(m1) - 1]} {y1}"
    if (y1, m1) == (y2, m2):
        return f"{int(d1)}-{int(d2)} {MONTHS[int(m1) - 1]} {y1}"
    return f"{value['start']} to {value['end']}"


class ReportForm(forms.Form):
    """The fields of a contact beside its participants."""

    kind = forms.ChoiceField(choices=[(k.value, k.value.capitalize()) for k in Kind], widget=forms.RadioSelect)
    status = forms.ChoiceField(choices=[(s.value, s.value.capitalize()) for s in Status], widget=forms.RadioSelect)
    parties = forms.CharField(max_length=3000, help_text="Separated by commas: Cuba, North Korea")
    date = forms.CharField(max_length=60, required=False, help_text="28 June 2016, June 2016, 28-30 June 2016, or 2016")
    place = forms.CharField(max_length=300, required=False)
    place_country = forms.CharField(max_length=100, required=False, label="In")

    def __init__(self, *args, report: Report, known: dict[str, str], **kwargs) -> None:
        self.report, self.known = report, known
        record = report.record
        place = record.get("place") or {}
        kwargs.setdefault(
            "initial",
            {
                "kind": record["type"],
                "status": record["status"],
                "parties": ", ".join(typed_party(code, known) or code for code in record["countries"]),
                "date": typed_date(record["date"]),
                "place": place.get("text") or "",
                "place_country": typed_party(place.get("country"), known),
            },
        )
        super().__init__(*args, **kwargs)

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
        if typed == typed_date(self.report.record["date"]):
            return self.report.record["date"]
        if not typed:
            return {"start": None, "end": None, "precision": Precision.UNKNOWN.value}
        try:
            return dates.parse_typed(typed, self.report.article.published).as_dict()
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None


class ParticipantForm(forms.Form):
    name = forms.CharField(max_length=200, required=False)
    title = forms.CharField(max_length=300, required=False)
    party = forms.CharField(max_length=100, required=False)
    role = forms.ChoiceField(choices=[(r.value, r.value) for r in Role], initial=Role.PARTICIPANT.value)

    def __init__(self, *args, known: dict[str, str], **kwargs) -> None:
        self.known = known
        super().__init__(*args, **kwargs)

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


class Correction:
    """The two forms of a correction as one: valid together, and one record when they are."""

    def __init__(self, report: Report, data=None) -> None:
        self.report = report
        self.known = dict(Party.objects.values_list("code", "name"))
        self.fields = ReportForm(data, report=report, known=self.known)
        self.people = ParticipantFormSet(
            data,
            prefix="who",
            form_kwargs={"known": self.known},
            initial=[
                {
                    "name": p["name"] or "",
                    "title": p["title"] or "",
                    "party": typed_party(p["country"], self.known),
                    "role": p["role"],
                }
                for p in report.record["participants"]
            ],
        )

    def is_valid(self) -> bool:
        good = all([self.fields.is_valid(), self.people.is_valid()])
        return good and self._parties_agree()

    def _parties_agree(self) -> bool:
        codes = self.fields.cleaned_data["parties"]
        for form in self.people:
            party = form.cleaned_data.get("party")
            if party and party not in codes:
                form.add_error("party", f"{self.known[party]} is not among the parties above.")
        return not any(form.errors for form in self.people)

    def record(self) -> dict:
        """The corrected record; evidence and the words of unchanged fields stay those of the report."""
        values, old = self.fields.cleaned_data, self.report.record
        place = {"text": values["place"], "country": values["place_country"]}
        new = copy.deepcopy(old) | {
            "type": values["kind"],
            "status": values["status"],
            "countries": values["parties"],
            "date": values["date"],
            "place": place if values["place"] or values["place_country"] else None,
            "participants": self._participants(),
        }
        if new["date"] != old["date"]:
            new["basis"] = ""
        new["spans"] = _kept_spans(old, new)
        return new

    def _participants(self) -> list[dict]:
        rows = []
        for form in self.people:
            who = form.cleaned_data
            name, title, party = (who.get(key) or None for key in ("name", "title", "party"))
            if name or party:
                rows.append({"name": name, "country": party, "title": title, "role": who["role"]})
        return rows


def _kept_spans(old: dict, new: dict) -> dict[str, list[int]]:
    """The words that still stand for a field after a correction. Those of a person go along to another row."""
    rows = {(p["name"], p["country"]): number for number, p in enumerate(new["participants"])}
    kept = {}
    for field, span in old.get("spans", {}).items():
        if not field.startswith("participants."):
            if old.get(field) == new.get(field):
                kept[field] = span
            continue
        _, number, part = field.split(".")
        person = old["participants"][int(number)]
        row = rows.get((person["name"], person["country"]))
        if row is not None and new["participants"][row][part] == person[part]:
            kept[f"participants.{row}.{part}"] = span
    return kept
