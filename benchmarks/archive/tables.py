"""Rows collected for tables, and written by the ten thousand."""

from __future__ import annotations

from django.db import connection
from django.db.models import NOT_PROVIDED, Model

from contacts import bulk

AT_ONCE = 20_000


class Table:
    """A table of a model. Values are given as the database takes them: dates and moments as ISO text, JSON as text."""

    def __init__(self, model: type[Model]) -> None:
        self.fields = [field for field in model._meta.concrete_fields if not field.generated]
        self._place = {field.attname: place for place, field in enumerate(self.fields)}
        self._blank = [self._default(field) for field in self.fields]
        self._model = model
        self._rows: list[list] = []

    @staticmethod
    def _default(field):
        if field.default is NOT_PROVIDED and field.null:
            return None
        return field.get_db_prep_save(field.get_default(), connection)

    def add(self, **values) -> None:
        row = self._blank.copy()
        for name, value in values.items():
            row[self._place[name]] = value
        self._rows.append(row)

    def flush(self) -> None:
        """Write what was added."""
        rows, self._rows = self._rows, []
        if rows:
            bulk.insert_rows(self._model, self.fields, rows)

    @property
    def full(self) -> bool:
        return len(self._rows) >= AT_ONCE
