"""Many new rows into a table at once, where ``bulk_create`` would take most of the time: COPY on PostgreSQL, one
prepared insert on SQLite. Only for rows that nobody else writes and that need no id given back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Field, Model


def insert(objects: Iterable[Model]) -> None:
    """Unsaved rows of one model."""
    objects = list(objects)
    if not objects:
        return
    model = type(objects[0])
    fields = [field for field in model._meta.concrete_fields if field is not model._meta.auto_field]
    prepared = [(field.attname, field.get_db_prep_save) for field in fields]
    insert_rows(
        model, fields, ([prepare(getattr(row, name), connection) for name, prepare in prepared] for row in objects)
    )


def insert_rows(model: type[Model], fields: Sequence[Field], rows: Iterable[Sequence]) -> None:
    """Values of these fields, as the database takes them."""
    table = connection.ops.quote_name(model._meta.db_table)
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(fields))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


def analyze() -> None:
    """Let PostgreSQL look at tables that were just filled; until it has, it may take minutes where ms are enough."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
