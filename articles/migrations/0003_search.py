from django.db import migrations


def install(apps, schema_editor):
    from articles import search

    search.install(schema_editor.connection.alias)


def uninstall(apps, schema_editor):
    from articles import search

    search.uninstall(schema_editor.connection.alias)


class Migration(migrations.Migration):
    """The index of titles and texts; what it is made of is in articles/search, for each database."""

    dependencies = [("articles", "0002_intake")]

    operations = [migrations.RunPython(install, uninstall)]
