"""What a person corrects about an article beside its text: title, outlet, publication date, address, author."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from articles import hooks, intake
from articles.models import Article, Basis

FIELDS = ("title", "outlet", "published", "url", "author")


def correct(article: Article, *, title: str, outlet: str, published: date | None, url: str, author: str) -> list[str]:
    """Store the corrected values; gives the names of the fields that changed.

    Another publication date has the article read again: relative dates in its text mean other days now.
    """
    new = {
        "title": intake.clean_line(title)[: intake.LONGEST_TITLE] or intake.title_from(article.text),
        "published": published,
        "url": intake.clean_url(url),
        "author": intake.clean_line(author)[:300],
    }
    with transaction.atomic():
        here = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        new["outlet"] = intake.find_outlet(outlet)
        changed = [name for name in FIELDS if getattr(here, name) != new[name]]
        for name in changed:
            setattr(here, name, new[name])
        if "published" in changed:
            here.published_basis = Basis.TYPED if published else Basis.UNKNOWN
        here.save(update_fields=[*changed, "published_basis"])
        if "published" in changed:
            hooks.start_reading(here.pk)
    return changed
