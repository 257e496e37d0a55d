"""The form that takes an article in: pasted words, or one text file."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.utils import timezone

from articles import intake
from articles.models import Outlet

EARLIEST_YEAR = 1800


class PastedText(forms.CharField):
    """Pasted words as they come, but for NUL, which clipboards bring along and nothing can store."""

    def to_python(self, value):
        return super().to_python(value and value.replace("\x00", ""))


class ArticleForm(forms.Form):
    """Cleans to ``text``, ``title``, ``outlet``, ``published`` and ``file_name``; nothing typed is lost on an error."""

    title = forms.CharField(
        required=False, max_length=intake.LONGEST_TITLE, help_text="Left empty, the first line of the text is taken."
    )
    outlet = forms.CharField(
        required=False, max_length=200, widget=forms.TextInput(attrs={"list": "outlets", "autocomplete": "off"})
    )
    published = forms.DateField(
        required=False,
        label="Publication date",
        input_formats=["%Y-%m-%d", "%d %B %Y", "%d %b %Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Without it, words like “on Tuesday” stay undated.",
        error_messages={"invalid": "This is not a date. Write it as 2016-06-30."},
    )
    text = PastedText(
        required=False, strip=False, label="Text", widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"})
    )
    file = forms.FileField(
        required=False,
        label="or a text file",
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,text/plain"}),
        error_messages={"empty": "The file is empty."},
    )

    def clean_published(self):
        published = self.cleaned_data["published"]
        if published is None:
            return None
        if published > timezone.now().date() + timedelta(days=1):
            raise forms.ValidationError("This date lies in the future.")
        if published.year < EARLIEST_YEAR:
            raise forms.ValidationError(f"Dates before {EARLIEST_YEAR} are not taken.")
        return published

    def clean(self):
        cleaned = super().clean()
        upload, text = cleaned.get("file"), cleaned.get("text") or ""
        if "file" in self.errors:
            return cleaned
        if upload and text.strip():
            self.add_error("file", "There is both a pasted text and a file. Leave one of them out.")
        elif upload:
            cleaned["file_name"] = upload.name
            # One byte more than allowed shows that it is too much, without holding it all.
            self._take("file", cleaned, lambda: intake.check_text(intake.decode(upload.read(intake.LARGEST_FILE + 1))))
        elif text.strip():
            self._take("text", cleaned, lambda: intake.check_text(text))
        else:
            self.add_error("text", "Paste the words of an article, or choose a text file.")
        return cleaned

    def _take(self, field: str, cleaned: dict, read) -> None:
        try:
            cleaned["text"] = read()
        except intake.Unreadable as error:
            self.add_error(field, str(error))

    @staticmethod
    def known_outlets() -> list[str]:
        """Names for the suggestions beside the outlet's field."""
        return list(Outlet.objects.values_list("name", flat=True)[:500])
