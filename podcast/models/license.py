"""Under which license a show or an episode is heard and passed on (`podcast:license`)."""

from __future__ import annotations

from typing import Final

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from podcast.feed.licenses import LICENSES
from podcast.feed.parts import License

OTHER: Final = "other"
#: What people call the licenses that the feed knows.
WORDS: Final = {
    "arr": _("All rights reserved"),
    "cc0-1.0": _("Public domain (CC0 1.0)"),
    "cc-by-4.0": _("Creative Commons: name us (CC BY 4.0)"),
    "cc-by-sa-4.0": _("Creative Commons: name us, same license (CC BY-SA 4.0)"),
    "cc-by-nc-4.0": _("Creative Commons: name us, no business (CC BY-NC 4.0)"),
    "cc-by-nc-nd-4.0": _("Creative Commons: name us, no business, no changes (CC BY-NC-ND 4.0)"),
    "pod-v4v-1.0": _("Podcast Value for Value 1.0: pay what it is worth to you"),
}


class Licensed(models.Model):
    """Something heard under a license: a known one, or another by its name and address."""

    license = models.CharField(
        _("license"),
        max_length=128,
        blank=True,
        choices=[*((key, WORDS[key]) for key in LICENSES), (OTHER, _("Another license"))],
    )
    license_name = models.CharField(
        _("name of the other license"),
        max_length=128,
        blank=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9][a-z0-9.-]*$", _("Small letters, digits, dots and hyphens only.")
            )
        ],
        help_text=_("Short, such as “our-license-1.0”."),
    )
    license_url = models.URLField(
        _("address of the other license"), blank=True, help_text=_("Where its text can be read.")
    )

    class Meta:
        abstract = True

    @property
    def license_part(self) -> License | None:
        """What the feed says of the license; None where nothing is said."""
        if self.license == OTHER:
            # A draft may have been published by code before it was complete.
            has_both = self.license_name and self.license_url
            return License(self.license_name, self.license_url) if has_both else None
        if self.license not in LICENSES:
            return None
        return License(self.license, LICENSES[self.license])

    @property
    def license_words(self) -> str:
        """For readers."""
        return self.license_name if self.license == OTHER else self.get_license_display()
