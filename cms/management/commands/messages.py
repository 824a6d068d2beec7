"""Brings the catalogues in ``locale/`` up to date with the words in the sources, and compiles them."""

import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command

from cms.settings.languages import TRANSLATED

#: Folders in which nothing speaks to people who use a site.
SILENT = [".venv", "audit", "bench", "media", "node_modules", "tests"]
#: English is in the sources.
CATALOGUES = [code for code in TRANSLATED if code != "en"]


class Command(BaseCommand):
    help = "Gather what the interface says, from below the current folder, into locale/ and compile it."

    def handle(self, **options: Any) -> None:
        call_command(
            "makemessages",
            locale=CATALOGUES,
            extensions=["html", "py", "txt", "xsl"],
            ignore_patterns=SILENT,
            add_location="file",
            no_obsolete=True,
            no_wrap=True,
            verbosity=0,
        )
        for code in CATALOGUES:
            path = Path(settings.LOCALE_PATHS[0], code, "LC_MESSAGES", "django.po")
            # Else every run would change the file.
            path.write_text(re.sub(r'"POT-Creation-Date: .*\n', "", path.read_text()))
        call_command("compilemessages", locale=CATALOGUES, verbosity=0)
