"""A correction: the forms of one contact as one, and the record of the codebook that they make."""

from __future__ import annotations

import copy

from django.http import QueryDict

from articles.models import Article
from contacts import spans
from contacts.extraction.types import Kind, Status
from contacts.forms import ParticipantForm, ParticipantFormSet, ReportForm
from contacts.models import Party
from contacts.typed import NO_DATE, date_in_full, typed_party


def blank() -> dict:
    """The record of which an added contact is made. What a person says of a contact is sure."""
    return {
        "type": Kind.MEETING.value,
        "status": Status.OCCURRED.value,
        "countries": [],
        "date": dict(NO_DATE),
        "place": None,
        "participants": [],
        "evidence": [],
        "confidence": 1.0,
        "basis": "",
        "spans": {},
    }


class Correction:
    """The forms of one contact: valid together, and one record when they are.

    ``record`` is what they begin with (none: an empty contact). ``slot`` tells the forms on one page apart, ``prefix``
    the two of one form.
    """

    def __init__(
        self,
        article: Article,
        record: dict | None = None,
        data: QueryDict | None = None,
        *,
        slot: str = "new",
        prefix: str = "",
    ) -> None:
        self.article, self.old, self.data, self.prefix = article, record or blank(), data, prefix
        self.known = dict(Party.objects.values_list("code", "name"))
        self.evidence_name = f"{prefix}-evidence" if prefix else "evidence"
        self.evidence_error = ""
        self.fields = ReportForm(
            data,
            prefix=prefix or None,
            record=self.old,
            published=article.published,
            known=self.known,
            text=article.text,
            auto_id=f"id_{slot}_%s",
        )
        self.people = ParticipantFormSet(
            data,
            prefix=f"{prefix}-who" if prefix else "who",
            auto_id=f"id_{slot}_%s",
            form_kwargs={"known": self.known, "text": article.text},
            initial=[self._row(number, person) for number, person in enumerate(self.old["participants"])],
        )

    def _row(self, number: int, person: dict) -> dict:
        found = self.old.get("spans", {})
        own = {part: found.get(f"participants.{number}.{part}") for part in ParticipantForm.parts.values()}
        return {
            "name": person["name"] or "",
            "title": person["title"] or "",
            "party": typed_party(person["country"], self.known),
            "role": person["role"],
            "spans": {part: span for part, span in own.items() if span},
        }

    def is_valid(self) -> bool:
        good = all([self.fields.is_valid(), self.people.is_valid(), self._evidence_is_there()])
        return good and self._parties_agree()

    @property
    def is_wrong(self) -> bool:
        """Whether something has to be shown as wrong."""
        return bool(self.fields.errors or self.people.total_error_count() or self.evidence_error)

    @property
    def reading(self) -> str:
        """How the date is understood, for the form as it is opened."""
        return date_in_full(self._date())

    @property
    def precision(self) -> str:
        return self._date()["precision"]

    def _date(self) -> dict:
        """The date that was typed, where it could be read, else the stored one."""
        typed = self.fields.cleaned_data if self.data is not None and self.fields.errors is not None else {}
        return typed.get("date") or self.old["date"]

    @property
    def evidence(self) -> list[spans.Quote]:
        """The spans to choose from: the stored ones, and those that were sent."""
        stored = [spans.written(span) for span in self.old["evidence"]]
        sent = self._sent()
        kept = stored if sent is None else sent
        quotes = [(value, spans.quote(self.article.text, value)) for value in dict.fromkeys([*stored, *kept])]
        return [spans.Quote(value, quote, value in kept) for value, quote in quotes if quote]

    def _sent(self) -> list[str] | None:
        """The evidence that was sent; None where the form had no evidence at all."""
        if self.data is None or self.evidence_name not in self.data:
            return None
        return [value for value in self.data.getlist(self.evidence_name) if value]

    def _evidence_is_there(self) -> bool:
        try:
            self._evidence()
        except spans.NotThere as error:
            self.evidence_error = str(error)
        return not self.evidence_error

    def _evidence(self) -> list[list[int]]:
        sent = self._sent()
        return self.old["evidence"] if sent is None else spans.read_evidence(sent, len(self.article.text))

    def _parties_agree(self) -> bool:
        codes = self.fields.cleaned_data["parties"]
        for form in self.people:
            party = form.cleaned_data.get("party")
            if party and party not in codes:
                form.add_error("party", f"{self.known[party]} is not among the parties above.")
        return not any(form.errors for form in self.people)

    def record(self) -> dict:
        """The record as it was typed; evidence and the words of untouched fields stay as they were."""
        values, old = self.fields.cleaned_data, self.old
        place = {"text": values["place"], "country": values["place_country"]}
        people, words = self._participants()
        words |= self.fields.spans
        new = copy.deepcopy(old) | {
            "type": values["kind"],
            "status": values["status"],
            "countries": values["parties"],
            "date": values["date"],
            "place": place if values["place"] or values["place_country"] else None,
            "participants": people,
            "evidence": self._evidence(),
        }
        if new["date"] != old["date"] or words.get("date") != old.get("spans", {}).get("date"):
            new["basis"] = self._basis(words.get("date"))
        new["spans"] = words
        return new

    def _basis(self, span: list[int] | None) -> str:
        return " ".join(self.article.text[span[0] : span[1]].split()) if span else ""

    def _participants(self) -> tuple[list[dict], dict[str, list[int]]]:
        """Who takes part, and their words: those of a person go along to another row."""
        rows, words = [], {}
        for form in self.people:
            who = form.cleaned_data
            name, title, party = (who.get(key) or None for key in ("name", "title", "party"))
            if name or party:
                words |= {f"participants.{len(rows)}.{part}": span for part, span in form.spans.items()}
                rows.append({"name": name, "country": party, "title": title, "role": who["role"]})
        return rows, words


def with_another_row(data: QueryDict, prefix: str = "") -> QueryDict:
    """What was sent, with room for one more person."""
    name = f"{prefix}-who-TOTAL_FORMS" if prefix else "who-TOTAL_FORMS"
    more, rows = data.copy(), data.get(name, "")
    if rows.isdecimal() and len(rows) < 4:
        more[name] = str(int(rows) + 1)
    return more
