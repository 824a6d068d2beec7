"""The name under which somebody comments: one line that can be seen, and is not the practice's."""

from __future__ import annotations

import unicodedata
from typing import Final

from cms.about import site_name
from cms.models import SiteSettings
from comments.models import CommentSettings

#: They join letters in Persian and in scripts of India, and some emoji.
_JOINERS: Final = "\u200c\u200d"
#: Letters and a symbol by their category, but blank: fillers of Hangul, and an empty cell of Braille.
_BLANK: Final = "\u115f\u1160\u3164\uffa0\u2800"


def cleaned_name(typed: str) -> str:
    """``typed`` in one line, without what only turns other text around; "" where nothing is left to see."""
    seen = "".join(char for char in typed if not _is_unseen(char))
    name = " ".join(seen.split())
    return name if any(map(_shows, name)) else ""


def is_of_practice(name: str, settings: CommentSettings) -> bool:
    """Whether ``name`` is what the site of ``settings`` calls itself, however it is written."""
    if settings.site_id is None:
        return False
    site = settings.site
    return _key(name) == _key(site_name(SiteSettings.for_site(site), site))


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) == "Cf" and char not in _JOINERS


def _shows(char: str) -> bool:
    """Letters, digits, signs and emoji do; spaces, marks without a letter and blank ones do not."""
    return unicodedata.category(char)[0] in "LNSP" and char not in _BLANK


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
