from django.db import migrations

from texts import append_only


def lay(apps, schema_editor):
    append_only.lay(schema_editor.connection)


def lift(apps, schema_editor):
    append_only.lift(schema_editor.connection)


class Migration(migrations.Migration):
    """The ledger is only ever added to."""

    dependencies = [("texts", "0001_initial")]

    operations = [migrations.RunPython(lay, lift)]
