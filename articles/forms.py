"""Forms that take articles in, and that correct what is known about one. The list's filter is in ``forms_list``."""

from __future__ import annotations

from django import forms

from articles import intake, tables
from articles.models import Article, Outlet


def _outlet(**options) -> forms.CharField:
    widget = forms.TextInput(attrs={"list": "outlets", "autocomplete": "off"})
    return forms.CharField(required=False, max_length=200, widget=widget, **options)


class PublicationDate(forms.DateField):
    """A day that an article may be from; other days are told in plain words."""

    def __init__(self, **options) -> None:
        options.setdefault("label", "Publication date")
        super().__init__(
            required=False,
            input_formats=["%Y-%m-%d", "%d %B %Y", "%d %b %Y"],
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": "This is not a date. Write it as 2016-06-30."},
            **options,
        )

    def clean(self, value):
        published = super().clean(value)
        if published is None or intake.is_sensible(published):
            return published
        if published.year < intake.EARLIEST_YEAR:
            raise forms.ValidationError(f"Dates before {intake.EARLIEST_YEAR} are not taken.")
        raise forms.ValidationError("This date lies in the future.")


class PastedText(forms.CharField):
    """Pasted words as they come, but for NUL, which clipboards bring along and nothing can store."""

    def to_python(self, value):
        return super().to_python(value and value.replace("\x00", ""))


class ArticleForm(forms.Form):
    """Cleans to ``text``, ``title``, ``outlet`` and ``published``; nothing typed is lost on an error."""

    title = forms.CharField(
        required=False, max_length=intake.LONGEST_TITLE, help_text="Left empty, the first line of the text is taken."
    )
    outlet = _outlet()
    published = PublicationDate(help_text="Without it, words like “on Tuesday” stay undated.")
    text = PastedText(
        required=False, strip=False, label="Text", widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"})
    )

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if not text.strip():
            raise forms.ValidationError("Paste the words of an article.")
        try:
            return intake.check_text(text)
        except intake.Unreadable as error:
            raise forms.ValidationError(str(error)) from error


class BatchForm(forms.Form):
    """What is true of all files of a batch that do not say otherwise themselves."""

    outlet = _outlet(label="Outlet, for files that name none")
    published = PublicationDate(label="Publication date, for files without one")


class DetailsForm(forms.Form):
    """What a person corrects about an article beside its text."""

    title = forms.CharField(max_length=intake.LONGEST_TITLE)
    outlet = _outlet()
    published = PublicationDate()
    url = forms.CharField(required=False, max_length=2000, label="Address (URL)", widget=forms.URLInput())
    author = forms.CharField(required=False, max_length=300)

    @classmethod
    def of(cls, article: Article) -> DetailsForm:
        names = ("title", "published", "url", "author")
        initial = {name: getattr(article, name) for name in names} | {"outlet": article.outlet and article.outlet.name}
        return cls(initial=initial)

    def clean_url(self) -> str:
        typed = self.cleaned_data["url"]
        url = intake.clean_url(typed)
        if typed.strip() and not url:
            raise forms.ValidationError("This is not an address. It begins with https:// or http://.")
        return url


class ColumnsForm(forms.Form):
    """Which column of a table is which. The table's own guess is filled in."""

    def __init__(self, table: dict, data=None) -> None:
        super().__init__(data)
        choices = [("", "— none —"), *zip(table["keys"], table["columns"], strict=True)]
        for name, label in tables.FIELDS.items():
            self.fields[name] = forms.ChoiceField(
                label=label,
                choices=choices,
                required=name == "text",
                initial=table["guessed"].get(name, ""),
                error_messages={"required": "Choose the column that holds the articles’ text."},
            )

    def mapping(self) -> dict[str, str]:
        return {name: column for name, column in self.cleaned_data.items() if column}


def known_outlets() -> list[str]:
    """Names for the suggestions beside an outlet's field."""
    return list(Outlet.objects.values_list("name", flat=True)[:500])
