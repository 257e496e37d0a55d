import uuid

from django.db import migrations


def fill_in(apps, _schema_editor):
    """Every decision that is here already was an act of its own; which stood before each, and which stands now."""
    Decision = apps.get_model("contacts", "Decision")
    Report = apps.get_model("contacts", "Report")
    decided = Decision.objects.order_by().values_list("report_id", flat=True).distinct()
    for report_id in list(decided):
        standing: list[int] = []
        for row in Decision.objects.filter(report=report_id).order_by("pk").only("pk", "action"):
            before = standing[-1] if standing else None
            Decision.objects.filter(pk=row.pk).update(act=uuid.uuid4(), before=before)
            if row.action == "undo":
                standing.pop()
            else:
                standing.append(row.pk)
        Report.objects.filter(pk=report_id).update(standing=standing[-1] if standing else None)


class Migration(migrations.Migration):
    dependencies = [("contacts", "0003_review_workbench")]
    operations = [migrations.RunPython(fill_in, migrations.RunPython.noop)]
