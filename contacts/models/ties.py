"""What is known of reports before anybody decides which are one contact: kept by ``contacts.fusion``, made anew by a
rebuild like all of the read side.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from contacts.models.parties import KINDS
from contacts.models.reports import Report


class Window(models.Model):
    """Between which days, and for which pair of parties, the contact of a report is looked for.

    ``reach`` is a class of length: last - first is at most so many days. So a look-up asks the index for windows that
    begin at most ``reach`` days before, and its time depends on how dense a pair is, never on how long its history.
    ``digest`` is of all that a comparison looks at: while it stays, nothing needs to be compared again.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="windows", db_index=False)
    pair = models.CharField(max_length=65, help_text="two party codes in order, with a space between")
    kind = models.CharField(max_length=8, choices=KINDS)
    reach = models.PositiveIntegerField()
    first = models.DateField()
    last = models.DateField()
    digest = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "pair"], name="one_window_a_report_and_pair")]
        indexes = [models.Index(fields=["pair", "kind", "reach", "first"], name="window_look_up")]

    def __str__(self) -> str:
        return f"report {self.report_id}: {self.pair} {self.first} to {self.last}"


class Tie(models.Model):
    """That two visible reports (``one`` before ``other``) may be one contact, by what they say.

    ``together``: they are joined where nobody said anything. ``open``: a person should look (``fusion.doubts``).
    """

    one = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()
    together = models.BooleanField()
    open = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_tie_a_pair"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="tie_in_order"),
        ]
        indexes = [models.Index(fields=["-score", "id"], condition=Q(open=True), name="tie_open")]

    def __str__(self) -> str:
        return f"{self.one_id} and {self.other_id}: {self.score:.2f}"
