"""Removing articles: they are hidden everywhere, nothing is deleted, who did it is recorded, and it can be undone."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from articles import hooks
from articles.models import Article, Removal

MOST_AT_ONCE = 1000


def what_hangs_on(ids: Iterable[int]) -> str:
    """In words, what would be hidden along with these articles; empty when nothing is."""
    counts = hooks.what_hangs_on(ids)
    words = [f"{number:,} {word if number != 1 else word.removesuffix('s')}" for word, number in counts.items()]
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def remove(ids: Iterable[int], user) -> list[int]:
    """Hide these articles and what hangs on them. Gives the ids that were removed now; others were removed before."""
    with transaction.atomic():
        rows = Article.everything.select_for_update().filter(pk__in=list(ids), removed=False)
        now = sorted(rows.values_list("pk", flat=True))
        Removal.objects.bulk_create(Removal(article_id=pk, by=user, hung_on_it=what_hangs_on([pk])) for pk in now)
        Article.everything.filter(pk__in=now).update(removed=True)
        hooks.visibility_changed(now)
    return now


def bring_back(ids: Iterable[int], user) -> list[int]:
    """Undo the removal of these articles. Gives the ids that came back."""
    with transaction.atomic():
        rows = Article.everything.select_for_update().filter(pk__in=list(ids), removed=True)
        back = sorted(rows.values_list("pk", flat=True))
        standing = Removal.objects.filter(article__in=back, undone_at=None)
        standing.update(undone_at=timezone.now(), undone_by=user)
        Article.everything.filter(pk__in=back).update(removed=False)
        hooks.visibility_changed(back)
    return back
