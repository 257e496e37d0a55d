"""Which stored article says nearly the same: signatures and their bands in the database, found by one index look-up.

The time of a look-up does not grow with the archive: a band that many articles share (a wire's footer) is looked at
only as far as MOST_COMPARED goes. ``articles.duplicates`` says what a signature is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from articles import duplicates
from articles.models import Article, Band, Fingerprint

MOST_COMPARED = 50


@dataclass(frozen=True)
class Near:
    article_id: int
    likeness: float


def most_alike(text: str) -> Near | None:
    """The visible article that is most like this text, or None where none is like enough."""
    mark = duplicates.signature(text)
    shared = Band.objects.filter(key__in=duplicates.bands(mark))
    ids = Counter(shared.order_by().values_list("article_id", flat=True)[: 4 * MOST_COMPARED])
    most = [pk for pk, _ in ids.most_common(MOST_COMPARED)]
    rows = Fingerprint.objects.filter(article__in=most, version=duplicates.VERSION, article__removed=False)
    found = [Near(row.article_id, duplicates.similarity(mark, bytes(row.signature))) for row in rows]
    best = max(found, key=lambda near: (near.likeness, -near.article_id), default=None)
    return best if best and best.likeness >= duplicates.ALIKE else None


def remember(article: Article) -> None:
    """Keep the signature of a newly stored article."""
    mark = duplicates.signature(article.text)
    Fingerprint.objects.create(article=article, signature=mark, version=duplicates.VERSION)
    Band.objects.bulk_create(Band(article=article, key=key) for key in duplicates.bands(mark))
