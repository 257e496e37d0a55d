"""An archive made so many times as dense: every article, report and contact again, told by SQL alone.

A million contacts are made from reports in an hour; ten copies of a hundred thousand in minutes, and to a page they are
the same: as many rows of as many pairs, people and days, with the same few that have most. What the copies say in JSON
(``Contact.values_from``) still names the first copy's rows, so what *decides* on reports
is measured on archives that are made whole (``benchmarks/readside.py``).
"""

from __future__ import annotations

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Max

from articles.models import Article
from contacts.fusion import counts
from contacts.models import (
    Contact,
    Decision,
    Dyad,
    Evidence,
    Extraction,
    PairYear,
    Participation,
    Report,
    Source,
    Tie,
    Window,
)
from contacts.search import index

COPIED = (
    Article, Extraction, Report, Evidence, Decision, Contact, Source, Participation, Dyad, Window, Tie,
)  # fmt: skip


@transaction.atomic
def multiply(times: int) -> int:
    """Make ``times`` of each row where there was one, with the counts and names that follow. Returns the contacts."""
    highest = max(model.objects.aggregate(n=Max("pk"))["n"] or 0 for model in COPIED if model is not Contact)
    for copy in range(1, times):
        for model in COPIED:
            _copy(model, copy, copy * (highest + 1))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {PairYear._meta.db_table}")
        for sql in connection.ops.sequence_reset_sql(no_style(), [model for model in COPIED if model is not Contact]):
            cursor.execute(sql)
    counts.recount_all()
    index.rebuild()
    return Contact.objects.count()


def _copy(model, copy: int, further: int) -> None:
    """The first copy's rows once more, with ids that lie ``further`` on."""
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    table, own = model._meta.db_table, model._meta.pk.column
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(field, copy, further) for field in fields)
    number = f"CAST(substr({own}, 2) AS bigint)" if model is Contact else own
    first = f"{number} < {further // copy}"
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE {first}")


def _value(field, copy: int, further: int) -> str:
    of = field.related_model if field.is_relation else field.model if field.primary_key else None
    if of is Contact:
        return f"'c' || (CAST(substr(\"{field.column}\", 2) AS bigint) + {further})"
    if of in COPIED:
        return f'"{field.column}" + {further}'
    if field.name == "text_hash":
        return f"substr(text_hash, 1, 60) || '{-copy:04}'"
    return f'"{field.column}"'
