"""The languages that a site can speak: the interface is translated into all of them but the default's own."""

from __future__ import annotations

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

#: English is what the sources are written in; for the others there is a catalogue in ``locale/``.
TRANSLATED = ("en", "de", "es")


def languages(default: str) -> list[tuple[str, str | Promise]]:
    """Code and name of each language, the site's ``default`` being one of them whatever it is."""
    codes = dict.fromkeys([*TRANSLATED, default])
    # Django has these names in every language.
    return [(code, gettext_lazy(LANG_INFO.get(code, {}).get("name", code))) for code in codes]
