"""What is done with many chosen articles at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from articles import hooks, queries
from articles.forms_list import Wanted
from articles.models import Article, ArticleState
from articles.removal import MOST_AT_ONCE


@dataclass(frozen=True)
class ReadAgain:
    """How many are read again now, and how many were read by the present engine under their present date already."""

    started: int
    as_they_are: int

    @property
    def words(self) -> str:
        said = f"Read again: {articles(self.started)}."
        if self.as_they_are:
            said += f" {articles(self.as_they_are).capitalize()} needed none: the engine has not changed since."
        return said


def articles(number: int) -> str:
    return f"{number:,} article{'' if number == 1 else 's'}"


def ids(ticked: Iterable[str], all_of: Wanted | None) -> list[int]:
    """The ids of the chosen articles: those that were ticked, or as many as may be of all that a filter leaves."""
    if all_of is not None:
        return list(queries.matching(all_of).order_by("pk").values_list("pk", flat=True)[:MOST_AT_ONCE])
    written = [part for text in ticked for part in text.split(",")]
    numbers = {int(part) for part in written if part.isascii() and part.isdecimal() and len(part) < 19}
    return sorted(numbers)[:MOST_AT_ONCE]


@transaction.atomic
def read_again(ids: Iterable[int]) -> ReadAgain:
    """Ask for the reading of these articles. What would give the same again is left as it is."""
    asked = list(Article.objects.filter(pk__in=list(ids)).values_list("pk", flat=True))
    for pk in asked:
        hooks.start_reading(pk)
    started = Article.objects.filter(pk__in=asked, state=ArticleState.WAITING).count()
    return ReadAgain(started, len(asked) - started)
