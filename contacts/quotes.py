"""The words of an article that a report was read from, as pages quote them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F
from django.db.models.functions import Least, Substr

from contacts.models import Evidence


def first_words(reports: Iterable[int], most: int) -> dict[int, str]:
    """By the id of a report: its first passage, cut at a space if it is longer than ``most`` characters. A report
    without a passage is left out. One query; the articles' texts are not fetched."""
    words = Substr("report__article__text", F("start") + 1, Least(F("end") - F("start"), most))
    rows = Evidence.objects.filter(report__in=list(reports), field="").annotate(words=words).order_by("start", "end")
    found: dict[int, str] = {}
    for report, start, end, quote in rows.values_list("report", "start", "end", "words"):
        quote = " ".join(quote.split())
        found.setdefault(report, quote if end - start <= most else quote.rsplit(" ", 1)[0] + " …")
    return found
