import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("contacts", "0004_acts")]
    operations = [
        migrations.AlterField(model_name="decision", name="act", field=models.UUIDField(default=uuid.uuid4)),
    ]
