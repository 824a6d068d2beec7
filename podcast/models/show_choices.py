"""What editors of a show choose between."""

from __future__ import annotations

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from podcast.feed.categories import APPLE_CATEGORIES
from podcast.feed.mediums import SHOW_MEDIUMS

#: What people call what a show can be.
MEDIUM_WORDS = {
    "podcast": _("Podcast"),
    "music": _("Music"),
    "video": _("Video"),
    "film": _("Film"),
    "audiobook": _("Audiobook"),
    "newsletter": _("Newsletter, read aloud"),
    "blog": _("Blog, read aloud"),
    "course": _("Course"),
}


def medium_choices() -> list[tuple[str, Promise | str]]:
    return [(medium, MEDIUM_WORDS[medium]) for medium in SHOW_MEDIUMS]


def category_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Apple's categories as groups of (value, words); a value is "Category" or "Category/Subcategory"."""
    return [
        (name, [(name, name), *((f"{name}/{sub}", f"{name}: {sub}") for sub in subcategories)])
        for name, subcategories in APPLE_CATEGORIES.items()
    ]


class ShowType(models.TextChoices):
    """Apple's two orders of episodes."""

    EPISODIC = "episodic", _("Episodic: newest first")
    SERIAL = "serial", _("Serial: to be heard from the beginning")


class FeedPaging(models.TextChoices):
    """How many episodes the feed holds; the others are in the archive behind it."""

    AUTO = "auto", _("All, as long as the feed is smaller than 3 MB")
    ALL = "all", _("Always all")
    N300 = "300", _("The newest 300")
    N100 = "100", _("The newest 100")
    N50 = "50", _("The newest 50")
